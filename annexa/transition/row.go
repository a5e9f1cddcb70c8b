package transition

import (
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
)

// A Row is one line of an old list: a control of 2013 and what was decided about
// it. All texts are the organization's own and are carried as they are.
type Row struct {
	ID            string            `json:"id"`                     // of the control of 2013, as it stands in the list: "A.9.2.1"
	Included      Inclusion         `json:"included,omitzero"`      // whether the statement includes the control
	Status        string            `json:"status,omitzero"`        // whether it is implemented, in the words of the list
	Justification string            `json:"justification,omitzero"` // of the inclusion or the exclusion (6.1.3 d)
	Owner         string            `json:"owner,omitzero"`         //
	Extra         map[string]string `json:"extra,omitzero"`         // what else the list says; kept, never compared

	Line   int `json:"line,omitzero"`   // where the identifier stands in the file that it was read from, from 1; 0 = from no file
	Column int `json:"column,omitzero"` // in bytes, from 1
}

// Inclusion is whether a statement includes a control. 0 means not stated.
type Inclusion uint8

// The two answers of a statement (6.1.3 d).
const (
	Included Inclusion = 1 + iota
	Excluded
)

var inclusions = enum.Words{"", "included", "excluded"}

// MarshalText returns the word: included, excluded.
func (i Inclusion) MarshalText() ([]byte, error) {
	return inclusions.Marshal("transition: inclusion", uint8(i))
}

// UnmarshalText reads the word. [Read] knows more words than this.
func (i *Inclusion) UnmarshalText(text []byte) error {
	v, err := inclusions.Unmarshal("transition: inclusion", text)
	if err == nil {
		*i = Inclusion(v)
	}
	return err
}

// word returns the word, or the number where there is none.
func (i Inclusion) word() string {
	if int(i) >= len(inclusions) {
		return strconv.Itoa(int(i))
	}
	return inclusions[i]
}
