package magerit

import (
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/internal/typed"
)

// Threat is the qualitative assessment, by tables, of one threat to one asset
// in one dimension.
type Threat struct {
	Value       Level       // of the asset: accumulated or own, see [System]
	Degradation Degradation // of the asset, where the threat comes true
	Probability Level       // of the threat
}

// Rating is what tables give for a threat.
type Rating struct {
	Impact Level
	Risk   Level
}

var (
	// impact is by value, MB to MA, and degradation, 1 %, 10 %, 100 %.
	impact = [5][3]Level{
		{VeryLow, VeryLow, VeryLow},
		{VeryLow, VeryLow, Low},
		{VeryLow, Low, Medium},
		{Low, Medium, High},
		{Medium, High, VeryHigh},
	}
	// level is the risk by impact and probability, MB to MA each.
	level = [5][5]Level{
		{VeryLow, VeryLow, VeryLow, Low, Low},
		{VeryLow, Low, Low, Medium, Medium},
		{Low, Medium, Medium, High, High},
		{Medium, High, High, VeryHigh, VeryHigh},
		{High, VeryHigh, VeryHigh, VeryHigh, VeryHigh},
	}
)

// Rate looks the impact up, then the risk. What is not stated is a
// [risk.InputErrors].
func (x Threat) Rate() (Rating, error) {
	if !x.Value.valid() || !x.Degradation.valid() || !x.Probability.valid() {
		return Rating{}, typed.Refuse(Tables(), x.Inputs())
	}
	i := impact[x.Value-VeryLow][x.Degradation-Degradation1]
	return Rating{Impact: i, Risk: level[i-VeryLow][x.Probability-VeryLow]}, nil
}

// Inputs returns what is stated as inputs of [Tables].
func (x Threat) Inputs() risk.Inputs {
	in := risk.Inputs{}
	put(in, "value", levelWords, uint8(x.Value))
	put(in, "degradation", degradationWords, uint8(x.Degradation))
	put(in, "probability", levelWords, uint8(x.Probability))
	return in
}

// Explain rates, with the reasons.
func (x Threat) Explain() (risk.Explanation, error) { return Tables().Explain(x.Inputs()) }

// MarshalText returns "degradation=10%, probability=M, value=MA", or the error
// of Rate.
func (x Threat) MarshalText() ([]byte, error) { return typed.Marshal(Tables(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Threat) UnmarshalText(text []byte) error {
	return typed.Unmarshal(Tables(), text, (*uint8)(&x.Value), (*uint8)(&x.Degradation), (*uint8)(&x.Probability))
}

// Event is an impact, however it was found, and its probability.
type Event struct {
	Impact      Level
	Probability Level
}

// Rate looks the risk up. What is not stated is a [risk.InputErrors].
func (x Event) Rate() (Level, error) {
	if !x.Impact.valid() || !x.Probability.valid() {
		return 0, typed.Refuse(RiskTable(), x.Inputs())
	}
	return level[x.Impact-VeryLow][x.Probability-VeryLow], nil
}

// Inputs returns what is stated as inputs of [RiskTable].
func (x Event) Inputs() risk.Inputs {
	in := risk.Inputs{}
	put(in, "impact", levelWords, uint8(x.Impact))
	put(in, "probability", levelWords, uint8(x.Probability))
	return in
}

// Explain rates, with the reasons.
func (x Event) Explain() (risk.Explanation, error) { return RiskTable().Explain(x.Inputs()) }

// MarshalText returns "impact=A, probability=B", or the error of Rate.
func (x Event) MarshalText() ([]byte, error) { return typed.Marshal(RiskTable(), x.Inputs()) }

// UnmarshalText reads that text. What Rate would refuse is an error.
func (x *Event) UnmarshalText(text []byte) error {
	return typed.Unmarshal(RiskTable(), text, (*uint8)(&x.Impact), (*uint8)(&x.Probability))
}
