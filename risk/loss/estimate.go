package loss

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
)

// Estimate is a figure with what is known about its error.
type Estimate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Basis Basis   `json:"basis"`

	// Reason says why there is no figure, where Basis is Refused.
	Reason string `json:"reason,omitzero"`
}

// Basis is what Low and High of an [Estimate] mean.
type Basis uint8

// The bases. What is Exact comes from a formula and has the error of rounding.
// What is Bounded is between Low and High for certain. What is Estimated is
// expected there, by an argument that is no proof. What is Refused does not
// exist, or is not known. What is Sampled is there with a confidence of 95 %.
const (
	Exact Basis = iota + 1
	Bounded
	Estimated
	Refused
	Sampled
)

var basisWords = enum.Words{"", "exact", "bound", "estimate", "refused", "sampled"}

// MarshalText returns the word.
func (b Basis) MarshalText() ([]byte, error) { return basisWords.Marshal("loss: basis", uint8(b)) }

// UnmarshalText reads the word.
func (b *Basis) UnmarshalText(text []byte) error {
	v, err := basisWords.Unmarshal("loss: basis", text)
	*b = Basis(v)
	return err
}

// String returns the figure with its error, to read.
func (e Estimate) String() string {
	switch {
	case e.Basis == Refused:
		return "refused: " + e.Reason
	case e.Low == e.High:
		return fmt.Sprintf("%.9g", e.Value)
	}
	return fmt.Sprintf("%.9g ± %.1g", e.Value, max(e.High-e.Value, e.Value-e.Low))
}

// bounded returns the estimate with the interval that holds it for certain.
func (e Estimate) bounded(low, high float64) Estimate {
	return Estimate{Value: min(max(e.Value, low), high), Low: low, High: high, Basis: Bounded}
}

func exactly(x float64) Estimate { return Estimate{Value: x, Low: x, High: x, Basis: Exact} }

func refused(why string) Estimate { return Estimate{Basis: Refused, Reason: why} }

// within returns the estimate x, that may be off by the error to each side but
// not below low or above high.
func within(x, err, low, high float64) Estimate {
	x = min(max(x, low), high)
	return Estimate{Value: x, Low: max(x-err, low), High: min(x+err, high), Basis: Estimated}
}
