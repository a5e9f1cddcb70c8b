package annexa

import "github.com/ismskit/ismskit/internal/enum"

// Theme is the heading of Annex A of 2022 under which a control stands; the
// clauses 5 to 8 of ISO/IEC 27002:2022 have the same. 0 means not stated.
type Theme uint8

// The four themes: A.5 with 37 controls, A.6 with 8, A.7 with 14, A.8 with 34.
const (
	Organizational Theme = 1 + iota
	People
	Physical
	Technological
)

var themes = enum.Words{"", "Organizational", "People", "Physical", "Technological"}

// String returns the word of the theme, "" for none.
func (t Theme) String() string {
	text, _ := t.MarshalText()
	return string(text)
}

// MarshalText returns the word of the theme.
func (t Theme) MarshalText() ([]byte, error) {
	return themes.Marshal("annexa: theme", uint8(t))
}

// UnmarshalText reads the word of a theme.
func (t *Theme) UnmarshalText(text []byte) error {
	v, err := themes.Unmarshal("annexa: theme", text)
	if err == nil {
		*t = Theme(v)
	}
	return err
}
