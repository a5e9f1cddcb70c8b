package risk

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
)

// Finding is what [Check] found about one property of a method.
type Finding struct {
	Property Property `json:"property,omitzero"`
	// Of is the ID of the factor or of the level of risk that the finding is
	// about, "" for the whole method.
	Of      string  `json:"of,omitzero"`
	Verdict Verdict `json:"verdict,omitzero"`
	// By says what the verdict rests on, Tuples how many combinations of inputs
	// were looked at, 0 where none had to be.
	By      Basis  `json:"by,omitzero"`
	Tuples  int    `json:"tuples,omitzero"`
	Message string `json:"message,omitzero"`
	// Example shows it: two combinations that differ in one factor where the
	// level falls, one combination that reaches a level.
	Example []Inputs `json:"example,omitzero"`
}

// String returns the finding in one line.
func (f Finding) String() string {
	words := func(text []byte, _ error) string { return string(text) }
	s := fmt.Sprintf("%s, %s by %s", words(f.Property.MarshalText()), words(f.Verdict.MarshalText()), words(f.By.MarshalText()))
	if f.Tuples > 0 {
		s += fmt.Sprintf(" of %d", f.Tuples)
	}
	return s + ": " + f.Message
}

// Property is what a method should be, so that assessments by it are
// consistent, valid and comparable.
type Property uint8

// The properties.
const (
	Total         Property = iota + 1 // "total": every combination of inputs gets a level of risk
	OnScale                           // "on the scale": every result is on the result scale
	Deterministic                     // "deterministic": the same inputs give the same result
	Monotone                          // "monotone": with one factor the risk goes one way, and up with likelihood and consequence
	Reachable                         // "reachable": some inputs give this level of risk
	OrderKept                         // "order kept": no two risks change places between two versions
)

const propertyName = "risk: property"

var propertyWords = enum.Words{"", "total", "on the scale", "deterministic", "monotone", "reachable", "order kept"}

// MarshalText returns the word of the property.
func (p Property) MarshalText() ([]byte, error) { return propertyWords.Marshal(propertyName, uint8(p)) }

// UnmarshalText reads the word of a property.
func (p *Property) UnmarshalText(text []byte) error {
	v, err := propertyWords.Unmarshal(propertyName, text)
	if err == nil {
		*p = Property(v)
	}
	return err
}

// Verdict is what was found about a property.
type Verdict uint8

// The verdicts.
const (
	Proved    Verdict = iota + 1 // "proved"
	Refuted                      // "refuted", with an example
	NotProved                    // "not proved": neither shown nor contradicted
)

const verdictName = "risk: verdict"

var verdictWords = enum.Words{"", "proved", "refuted", "not proved"}

// MarshalText returns the word of the verdict.
func (v Verdict) MarshalText() ([]byte, error) { return verdictWords.Marshal(verdictName, uint8(v)) }

// UnmarshalText reads the word of a verdict.
func (v *Verdict) UnmarshalText(text []byte) error {
	n, err := verdictWords.Unmarshal(verdictName, text)
	if err == nil {
		*v = Verdict(n)
	}
	return err
}

// Basis is what a verdict rests on.
type Basis uint8

// The bases.
const (
	ByExhaustion Basis = iota + 1 // "exhaustion": all combinations were looked at
	ByStructure                   // "structure": it follows from the rules
	BySample                      // "sample": of combinations, always the same
)

const basisName = "risk: basis of a verdict"

var basisWords = enum.Words{"", "exhaustion", "structure", "sample"}

// MarshalText returns the word of the basis.
func (b Basis) MarshalText() ([]byte, error) { return basisWords.Marshal(basisName, uint8(b)) }

// UnmarshalText reads the word of a basis.
func (b *Basis) UnmarshalText(text []byte) error {
	v, err := basisWords.Unmarshal(basisName, text)
	if err == nil {
		*b = Basis(v)
	}
	return err
}
