package ordinal

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors of [ResidualFactor].
const (
	FactorInherent = "inherent"
	FactorControl  = "control"
)

// Residual is a factor of the tree without controls, and how strong the controls
// are that act on it. The table is one application's, and stands in no standard.
type Residual struct {
	Inherent Level
	Control  Level
}

// Rate returns the level of the factor that is left. It fails where one of both
// is not stated or off its scale, with a [risk.InputErrors] that names each.
func (x Residual) Rate() (Level, error) {
	if !x.Inherent.on() || !x.Control.on() {
		return 0, typed.Refuse(ResidualFactor(), x.Inputs())
	}
	return residual.at(x.Inherent, x.Control), nil
}

// Inputs returns the inputs of [ResidualFactor]. What is not stated is left out.
func (x Residual) Inputs() risk.Inputs {
	return typed.Inputs(
		typed.Value{Factor: FactorInherent, Words: levelWords, Number: uint8(x.Inherent)},
		typed.Value{Factor: FactorControl, Words: levelWords, Number: uint8(x.Control)},
	)
}

// Explain rates with the reasons that [ResidualFactor] gives.
func (x Residual) Explain() (risk.Explanation, error) { return ResidualFactor().Explain(x.Inputs()) }

// MarshalText returns both in one line: "control=M, inherent=VH". It fails as
// Rate does.
func (x Residual) MarshalText() ([]byte, error) { return typed.Marshal(ResidualFactor(), x.Inputs()) }

// UnmarshalText reads it back; "very low" and the other labels are understood.
func (x *Residual) UnmarshalText(text []byte) error {
	return typed.Unmarshal(ResidualFactor(), text, (*uint8)(&x.Inherent), (*uint8)(&x.Control))
}
