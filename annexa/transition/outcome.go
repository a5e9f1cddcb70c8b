package transition

import "github.com/ismskit/ismskit/internal/enum"

// Outcome is what the rows give for a control of 2022. 0 means not stated.
type Outcome uint8

// The outcomes. Only the first two leave nothing open.
const (
	Carried     Outcome = 1 + iota // its one predecessor has a row
	Merged                         // all its predecessors have rows, and these agree
	Conflicting                    // its rows differ: see Control.Conflicts
	Incomplete                     // its rows agree, but not all predecessors have one: see Control.Missing
	Absent                         // no predecessor has a row
	Undecided                      // new in 2022: there is nothing to carry
)

var outcomes = enum.Words{"", "carried", "merged", "conflicting", "incomplete", "absent", "undecided"}

// String returns the word of the outcome, "" for none.
func (o Outcome) String() string {
	text, _ := o.MarshalText()
	return string(text)
}

// MarshalText returns the word of the outcome.
func (o Outcome) MarshalText() ([]byte, error) {
	return outcomes.Marshal("transition: outcome", uint8(o))
}

// UnmarshalText reads the word of an outcome.
func (o *Outcome) UnmarshalText(text []byte) error {
	v, err := outcomes.Unmarshal("transition: outcome", text)
	if err == nil {
		*o = Outcome(v)
	}
	return err
}
