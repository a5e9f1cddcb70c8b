package ordinal

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Overall is a loss scenario to which others react: customers who leave, an
// authority that fines.
type Overall struct {
	Primary
	SecondaryProbability Level // that they react, given a primary loss; not a rate
	SecondaryMagnitude   Level // of what they do
}

// OverallRating has the risk and what was derived on the way.
type OverallRating struct {
	Primary            PrimaryRating `json:"primary,omitzero"`
	SecondaryFrequency Level         `json:"secondaryFrequency,omitzero"`
	SecondaryRisk      Level         `json:"secondaryRisk,omitzero"`
	Risk               Level         `json:"risk,omitzero"` // the higher of both risks
}

// Rate rates the scenario. It fails as [Primary.Rate] does.
func (x Overall) Rate() (OverallRating, error) {
	p, ok := x.rate()
	if !ok || !x.SecondaryProbability.on() || !x.SecondaryMagnitude.on() {
		return OverallRating{}, typed.Refuse(OverallRisks(), x.Inputs())
	}
	r := OverallRating{Primary: p, SecondaryFrequency: secondaryEvents.at(p.LossEventFrequency, x.SecondaryProbability)}
	r.SecondaryRisk = risks.at(x.SecondaryMagnitude, r.SecondaryFrequency)
	r.Risk = overall.at(r.SecondaryRisk, p.Risk)
	return r, nil
}

// Inputs returns the inputs of [OverallRisks]. What is not stated is left out.
func (x Overall) Inputs() risk.Inputs {
	return typed.Inputs(append(x.values(),
		typed.Value{Factor: FactorSecondaryLikely, Words: levelWords, Number: uint8(x.SecondaryProbability)},
		typed.Value{Factor: FactorSecondaryMagnitude, Words: levelWords, Number: uint8(x.SecondaryMagnitude)})...)
}

// Explain rates with the reasons that [OverallRisks] gives.
func (x Overall) Explain() (risk.Explanation, error) { return OverallRisks().Explain(x.Inputs()) }

// MarshalText returns what is stated in one line. It fails as Rate does.
func (x Overall) MarshalText() ([]byte, error) { return typed.Marshal(OverallRisks(), x.Inputs()) }

// UnmarshalText reads it back; "very low" and the other labels are understood.
func (x *Overall) UnmarshalText(text []byte) error {
	return typed.Unmarshal(OverallRisks(), text,
		append(places(&x.Primary), (*uint8)(&x.SecondaryProbability), (*uint8)(&x.SecondaryMagnitude))...)
}
