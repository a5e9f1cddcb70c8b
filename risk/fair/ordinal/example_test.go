package ordinal_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/fair/ordinal"
)

// Everything is derived: contact frequency and probability of action make threat
// events, capability and resistance the vulnerability, both the loss events.
func ExamplePrimary() {
	r, err := ordinal.Primary{
		ContactFrequency:    ordinal.High,     // 10 to 100 a year
		ProbabilityOfAction: ordinal.Moderate, // 30 to 70 %
		ThreatCapability:    ordinal.Moderate,
		ResistanceStrength:  ordinal.High,
		LossMagnitude:       ordinal.High, // 1 to 10 million
	}.Rate()
	fmt.Println(r.ThreatEventFrequency == ordinal.High, r.Vulnerability == ordinal.Low, r.LossEventFrequency == ordinal.Moderate)
	fmt.Println(r.Risk == ordinal.High, err)
	// Output:
	// true true true
	// true <nil>
}

// Where there are data on losses, nothing is decomposed.
func ExamplePrimary_UnmarshalText() {
	var x ordinal.Primary
	if err := x.UnmarshalText([]byte("loss-event-frequency=low, loss-magnitude=VH")); err != nil {
		fmt.Println(err)
		return
	}
	r, err := x.Rate()
	fmt.Println(r.Risk == ordinal.High, err)
	// Output: true <nil>
}

// A fine that is likely after a loss makes the risk.
func ExampleOverall() {
	r, err := ordinal.Overall{
		Primary:              ordinal.Primary{LossEventFrequency: ordinal.Moderate, LossMagnitude: ordinal.Low},
		SecondaryProbability: ordinal.High,
		SecondaryMagnitude:   ordinal.High,
	}.Rate()
	fmt.Println(r.Primary.Risk == ordinal.Low, r.SecondaryRisk == ordinal.VeryHigh, r.Risk == ordinal.VeryHigh, err)
	// Output: true true true <nil>
}

// What moderate controls leave of a very high factor.
func ExampleResidual() {
	left, err := ordinal.Residual{Inherent: ordinal.VeryHigh, Control: ordinal.Moderate}.Rate()
	fmt.Println(left == ordinal.Moderate, err)
	// Output: true <nil>
}
