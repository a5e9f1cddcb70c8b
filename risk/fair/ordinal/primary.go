package ordinal

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// IDs of the factors.
const (
	FactorContact            = "contact-frequency"
	FactorAction             = "probability-of-action"
	FactorThreatEvents       = "threat-event-frequency"
	FactorCapability         = "threat-capability"
	FactorResistance         = "resistance-strength"
	FactorVulnerability      = "vulnerability"
	FactorLossEvents         = "loss-event-frequency"
	FactorLoss               = "loss-magnitude"
	FactorSecondaryLikely    = "secondary-loss-probability"
	FactorSecondaryMagnitude = "secondary-loss-magnitude"
)

// Primary is what is judged of a loss scenario. Estimate at the highest level of
// the tree for which there are data: a frequency or the vulnerability is either
// stated or derived from the two below it, which are then both stated. Where
// both ways are given, what is stated directly holds.
type Primary struct {
	ContactFrequency     Level // with ProbabilityOfAction, or neither
	ProbabilityOfAction  Level
	ThreatEventFrequency Level // or derived from these two
	ThreatCapability     Level // with ResistanceStrength, or neither
	ResistanceStrength   Level
	Vulnerability        Level // or derived from these two
	LossEventFrequency   Level // or derived from ThreatEventFrequency and Vulnerability
	LossMagnitude        Level // of the primary loss
}

// PrimaryRating has the risk and what was derived on the way; what was neither
// stated nor derived is 0.
type PrimaryRating struct {
	ThreatEventFrequency Level `json:"threatEventFrequency,omitzero"`
	Vulnerability        Level `json:"vulnerability,omitzero"`
	LossEventFrequency   Level `json:"lossEventFrequency,omitzero"`
	Risk                 Level `json:"risk,omitzero"`
}

// Rate rates the scenario. It fails where one of two values that belong together
// is missing, where neither of two ways is given, and where a value is off its
// scale, with a [risk.InputErrors] that names each.
func (x Primary) Rate() (PrimaryRating, error) {
	r, ok := x.rate()
	if !ok {
		return PrimaryRating{}, typed.Refuse(PrimaryRisk(), x.Inputs())
	}
	return r, nil
}

func (x Primary) rate() (r PrimaryRating, ok bool) {
	tef, ok1 := either(x.ThreatEventFrequency, threatEvents, x.ContactFrequency, x.ProbabilityOfAction)
	vuln, ok2 := either(x.Vulnerability, vulnerability, x.ThreatCapability, x.ResistanceStrength)
	if !ok1 || !ok2 {
		return r, false
	}
	lef, ok := either(x.LossEventFrequency, lossEvents, tef, vuln)
	if !ok || lef == 0 || !x.LossMagnitude.on() {
		return r, false
	}
	return PrimaryRating{
		ThreatEventFrequency: tef, Vulnerability: vuln, LossEventFrequency: lef, Risk: risks.at(x.LossMagnitude, lef),
	}, true
}

// either returns what is stated, or else what the table derives from row and
// column, or 0 where nothing is given; false where a level is off its scale or
// one of row and column is missing.
func either(stated Level, t table, row, column Level) (Level, bool) {
	if stated > VeryHigh || row > VeryHigh || column > VeryHigh || (row == 0) != (column == 0) {
		return 0, false
	}
	if stated != 0 || row == 0 {
		return stated, true
	}
	return t.at(row, column), true
}

// Inputs returns the inputs of [PrimaryRisk]. What is not stated is left out.
func (x Primary) Inputs() risk.Inputs {
	return typed.Inputs(x.values()...)
}

func (x Primary) values() []typed.Value {
	value := func(factor string, l Level) typed.Value {
		return typed.Value{Factor: factor, Words: levelWords, Number: uint8(l)}
	}
	return []typed.Value{
		value(FactorContact, x.ContactFrequency),
		value(FactorAction, x.ProbabilityOfAction),
		value(FactorThreatEvents, x.ThreatEventFrequency),
		value(FactorCapability, x.ThreatCapability),
		value(FactorResistance, x.ResistanceStrength),
		value(FactorVulnerability, x.Vulnerability),
		value(FactorLossEvents, x.LossEventFrequency),
		value(FactorLoss, x.LossMagnitude),
	}
}

// places returns where the levels are kept, in the order of the factors.
func places(x *Primary) []*uint8 {
	return []*uint8{
		(*uint8)(&x.ContactFrequency), (*uint8)(&x.ProbabilityOfAction), (*uint8)(&x.ThreatEventFrequency),
		(*uint8)(&x.ThreatCapability), (*uint8)(&x.ResistanceStrength), (*uint8)(&x.Vulnerability),
		(*uint8)(&x.LossEventFrequency), (*uint8)(&x.LossMagnitude),
	}
}

// Explain rates with the reasons that [PrimaryRisk] gives.
func (x Primary) Explain() (risk.Explanation, error) { return PrimaryRisk().Explain(x.Inputs()) }

// MarshalText returns what is stated in one line: "loss-event-frequency=L,
// loss-magnitude=H". It fails as Rate does.
func (x Primary) MarshalText() ([]byte, error) { return typed.Marshal(PrimaryRisk(), x.Inputs()) }

// UnmarshalText reads it back; "very low" and the other labels are understood.
func (x *Primary) UnmarshalText(text []byte) error {
	return typed.Unmarshal(PrimaryRisk(), text, places(x)...)
}
