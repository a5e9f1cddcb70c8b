package iso27005

import (
	"strconv"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Scenario is what is judged of a risk under [Qualitative], by the numbers of
// the standard's example.
type Scenario struct {
	Likelihood  int // 1 unlikely to 5 almost certain
	Consequence int // 1 minor to 5 catastrophic
}

// Rate returns the level of risk, one of [VeryLow] to [VeryHigh]. It fails where
// one of both is 0, which is not stated, or not 1 to 5, with a
// [risk.InputErrors] that names each.
func (s Scenario) Rate() (string, error) {
	// What is below 1 wraps round.
	if l, c := uint(s.Likelihood-1), uint(s.Consequence-1); l < 5 && c < 5 {
		return qualitative[l][c], nil
	}
	return "", typed.Refuse(Qualitative(), s.Inputs())
}

// Inputs returns the inputs of [Qualitative]. What is not stated is left out.
func (s Scenario) Inputs() risk.Inputs {
	in := risk.Inputs{}
	if s.Likelihood != 0 {
		in[Likelihood] = strconv.Itoa(s.Likelihood)
	}
	if s.Consequence != 0 {
		in[Consequence] = strconv.Itoa(s.Consequence)
	}
	return in
}

// Explain rates with the reasons that [Qualitative] gives.
func (s Scenario) Explain() (risk.Explanation, error) { return Qualitative().Explain(s.Inputs()) }

// MarshalText returns both in one line: "consequence=3, likelihood=4". It fails
// as Rate does.
func (s Scenario) MarshalText() ([]byte, error) { return typed.Marshal(Qualitative(), s.Inputs()) }

// UnmarshalText reads it back; "very likely" and the other labels are understood.
func (s *Scenario) UnmarshalText(text []byte) error {
	ranks, err := typed.Ranks(Qualitative(), text)
	if err != nil {
		return err
	}
	*s = Scenario{Likelihood: ranks[0] + 1, Consequence: ranks[1] + 1}
	return nil
}
