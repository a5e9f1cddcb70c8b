package monarc

import "github.com/ismskit/ismskit/internal/enum"

// Level is the level of a risk, lowest first. A risk that is not evaluated has
// none, which is 0.
type Level uint8

// The levels.
const (
	Low    Level = iota + 1 // "low"
	Medium                  // "medium"
	High                    // "high"
)

var levelWords = enum.Words{"", "low", "medium", "high"}

// MarshalText returns the word, "" where there is no level.
func (l Level) MarshalText() ([]byte, error) { return levelWords.Marshal("monarc: level", uint8(l)) }

// UnmarshalText reads the word; any other is an error that names the nearest.
func (l *Level) UnmarshalText(text []byte) (err error) {
	*(*uint8)(l), err = levelWords.Unmarshal("monarc: level", text)
	return err
}

// Treatment is how a risk is treated. The numbers are MONARC's, in which 0 is
// not set.
type Treatment uint8

// The kinds of treatment, by MONARC's numbers 1 to 5.
const (
	Reduction  Treatment = iota + 1 // "reduction"
	Denied                          // "denied"
	Accepted                        // "accepted"
	Shared                          // "shared"
	NotTreated                      // "not treated"
)

var treatmentWords = enum.Words{"", "reduction", "denied", "accepted", "shared", "not treated"}

// MarshalText returns the word, "" where none is set.
func (t Treatment) MarshalText() ([]byte, error) {
	return treatmentWords.Marshal("monarc: treatment", uint8(t))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (t *Treatment) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = treatmentWords.Unmarshal("monarc: treatment", text)
	return err
}
