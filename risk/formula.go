package risk

import "github.com/ismskit/ismskit/internal/enum"

// Formula is a rule that computes a number from numbers: of levels their
// Value, of steps with a formula what that gave, not rounded.
type Formula uint8

// The formulas. Their inputs are the values that Of names, in that order.
const (
	Sum      Formula = iota + 1 // "sum": Σ weight·value
	Product                     // "product"
	Mean                        // "mean": Σ weight·value / Σ weight
	Maximum                     // "maximum"
	Minimum                     // "minimum"
	Quotient                    // "quotient": the first by the second, of exactly two
	First                       // "first": the first value that is given
)

const formulaName = "risk: formula"

var formulaWords = enum.Words{"", "sum", "product", "mean", "maximum", "minimum", "quotient", "first"}

// MarshalText returns the word of the formula, "" where there is none.
func (f Formula) MarshalText() ([]byte, error) {
	return formulaWords.Marshal(formulaName, uint8(f))
}

// UnmarshalText reads the word of a formula.
func (f *Formula) UnmarshalText(text []byte) error {
	v, err := formulaWords.Unmarshal(formulaName, text)
	if err == nil {
		*f = Formula(v)
	}
	return err
}
