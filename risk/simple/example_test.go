package simple_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/simple"
)

// One risk under two formulas of SimpleRisk: the first weighs the impact, the
// fifth the likelihood.
func ExampleJudgement() {
	x := simple.Judgement{Likelihood: 4, Impact: 2}
	for _, f := range []simple.Formula{simple.SimpleRisk1, simple.SimpleRisk5} {
		s, err := x.Rate(f)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(f.Method().Title, "=", s.Raw, "normalized", s.Normalized, s.Level)
	}
	// Output:
	// SimpleRisk classic, likelihood × impact + 2 × impact = 12 normalized 3.43 low
	// SimpleRisk classic, likelihood × impact + 2 × likelihood = 16 normalized 4.57 medium
}

// The thresholds that SimpleRisk ships leave a level that no risk can have.
func ExampleFormula() {
	for _, finding := range risk.Check(simple.SimpleRisk3.Method()) {
		if finding.Verdict == risk.Refuted {
			fmt.Println(finding)
		}
	}
	// Output: reachable, refuted by exhaustion of 25: no combination of inputs gives level of risk "very-high"
}

// The published worked example of DREAD.
func ExampleDREAD() {
	x := simple.DREAD{Damage: 8, Reproducibility: 10, Exploitability: 10, AffectedUsers: 9, Discoverability: 8}
	s, err := x.Rate()
	fmt.Println(s.Sum, s.Mean, s.Level, err)
	// Output: 45 9 high <nil>
}

func ExampleResidual() {
	residual, err := simple.Residual(8, 25)
	fmt.Println(residual, err)
	// Output: 6 <nil>
}
