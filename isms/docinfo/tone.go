package docinfo

import "github.com/ismskit/ismskit/internal/enum"

// A Tone says how a cell or notice is meant. Encoders show it as a shape and a
// color beside the words, never as a color alone. The zero value is neutral.
type Tone uint8

// The tones.
const (
	Good      Tone = iota + 1 // as it should be
	Attention                 // someone has to look at it
	Bad                       // wrong or missing
	Muted                     // does not apply
)

var tones = enum.Words{"", "good", "attention", "bad", "muted"}

// MarshalText gives "good", "attention", "bad", "muted"; "" for neutral.
func (t Tone) MarshalText() ([]byte, error) { return tones.Marshal("docinfo: tone", uint8(t)) }

// UnmarshalText reads what MarshalText writes.
func (t *Tone) UnmarshalText(text []byte) error {
	v, err := tones.Unmarshal("docinfo: tone", text)
	if err == nil {
		*t = Tone(v)
	}
	return err
}

// An Align says at which side of a column its cells stand. The zero value is
// the side where reading starts.
type Align uint8

// The alignments that are not the zero value.
const (
	AlignEnd    Align = iota + 1 // where reading ends: numbers
	AlignCenter                  // short marks
)

var aligns = enum.Words{"", "end", "center"}

// MarshalText gives "end" and "center"; "" for the start.
func (a Align) MarshalText() ([]byte, error) { return aligns.Marshal("docinfo: align", uint8(a)) }

// UnmarshalText reads what MarshalText writes.
func (a *Align) UnmarshalText(text []byte) error {
	v, err := aligns.Unmarshal("docinfo: align", text)
	if err == nil {
		*a = Align(v)
	}
	return err
}
