package monarc_test

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/monarc"
)

// A risk of MONARC's training export: the administrator's workstation, a threat
// of probability 3 to all criteria, a vulnerability of 5 that the treatment
// lowers by 4.
func ExampleInformation() {
	x := monarc.Information{
		Impact:        monarc.ByCriterion{Confidentiality: 2, Integrity: 1, Availability: 3},
		Affects:       monarc.Affects{Confidentiality: true, Integrity: true, Availability: true},
		Threat:        3,
		Vulnerability: 5,
	}
	now, err := x.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	target, err := x.Reduced(4)
	if err != nil {
		fmt.Println(err)
		return
	}
	then, err := target.Rate()
	fmt.Println(now.Risk, now.Max, now.Level == monarc.High)
	fmt.Println(then.Max, then.Level == monarc.Medium, err)
	// Output:
	// {30 15 45} 45 true
	// 9 true <nil>
}

// What nobody judged has no level.
func ExampleUnset() {
	_, err := monarc.Information{
		Impact:        monarc.ByCriterion{Confidentiality: 2, Integrity: 1, Availability: 3},
		Affects:       monarc.Affects{Confidentiality: true},
		Threat:        1,
		Vulnerability: monarc.Unset,
	}.Rate()
	fmt.Println(err, errors.Is(err, monarc.ErrUnset))
	// Output: monarc: vulnerability: not set, want 0 to 5 true
}

// The impact of an asset is the highest of its consequences.
func ExampleConsequences() {
	leak := monarc.Consequences{Reputation: 2, Operational: 0, Legal: 3, Financial: 1, Personal: monarc.Unset}
	fmt.Println(leak.Max())
	// Output: 3
}

// An operational risk of MONARC's training export, net and targeted.
func ExampleStages() {
	harm := monarc.Consequences{Reputation: 2, Operational: 1, Legal: 2, Financial: 2, Personal: 2}
	r, err := monarc.Stages{
		Inherent: monarc.NotJudged(),
		Net:      monarc.Operational{Probability: 4, Consequences: harm},
		Target:   monarc.Operational{Probability: 1, Consequences: harm},
	}.Rate()
	fmt.Println(r.Net.Risk, r.Net.Level == monarc.Medium, r.Target.Risk, r.Target.Level == monarc.Low, err)
	// Output: 8 true 2 true <nil>
}

// Other thresholds are another method, and its version says so.
func ExampleThresholds() {
	fmt.Println(monarc.InformationRisk(monarc.Thresholds{}).Ref())
	fmt.Println(monarc.InformationRisk(monarc.Thresholds{Low: 10, Medium: 30}).Ref())
	// Output:
	// monarc/information@2.13.1
	// monarc/information@2.13.1+10-30
}
