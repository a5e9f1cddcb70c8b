package ebios_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/ebios"
)

// The stakeholders of the guide's example, two of which it treats: the letters
// are C for clients, P for partners, F for suppliers.
func ExampleStakeholder() {
	for _, s := range []struct {
		name string
		ebios.Stakeholder
	}{
		{"C2", ebios.Stakeholder{Dependency: 1, Penetration: 1, Maturity: 2, Trust: 3}},
		{"F1", ebios.Stakeholder{Dependency: 4, Penetration: 2, Maturity: 2, Trust: 3}},
		{"F3", ebios.Stakeholder{Dependency: 3, Penetration: 4, Maturity: 2, Trust: 2}},
		{"F3 after treatment", ebios.Stakeholder{Dependency: 3, Penetration: 4, Maturity: 3, Trust: 2}},
	} {
		threat, err := s.Rate()
		if err != nil {
			fmt.Println(err)
			return
		}
		zone, err := ebios.Thresholds{}.Zone(threat.Level)
		if err != nil {
			fmt.Println(err)
			return
		}
		word, _ := zone.MarshalText()
		fmt.Printf("%s: %.1f %s, critical %t\n", s.name, threat.Level, word, zone.Critical())
	}
	// Output:
	// C2: 0.2 out-of-scope, critical false
	// F1: 1.3 control, critical true
	// F3: 3.0 danger, critical true
	// F3 after treatment: 2.0 control, critical true
}

func ExampleRisk() {
	x := ebios.Risk{Severity: ebios.G3, Likelihood: ebios.V2}
	level, err := x.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	e, err := x.Explain()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(level == ebios.Medium, e.Reasons[0].Row, e.Reasons[0].Column, e.Reasons[0].Value)
	_, err = ebios.Risk{Severity: ebios.G5, Likelihood: ebios.V2}.Rate()
	fmt.Println(err)
	// Output:
	// true [V2] G3 medium
	// risk: method ebios/risk@2024: factor "severity": got "G5", want one of G1, G2, G3, G4
}

func ExamplePair() {
	var x ebios.Pair
	if err := x.UnmarshalText([]byte("motivation=++, resources=+++")); err != nil {
		fmt.Println(err)
		return
	}
	pertinence, err := x.Rate()
	fmt.Println(pertinence == ebios.High, err)
	// Output: true <nil>
}

// The three ways of the guide's example, each with what is cumulated on it:
// with the difficulty all come to V2, by probability alone the first is V3.
func ExamplePath() {
	for _, way := range []ebios.Path{
		{Probability: ebios.P3, Difficulty: ebios.D3},
		{Probability: ebios.P1, Difficulty: ebios.D2},
		{Probability: ebios.P2, Difficulty: ebios.D2},
	} {
		likelihood, err := way.Rate()
		fmt.Println(likelihood == ebios.V2, err)
	}
	// Output:
	// true <nil>
	// true <nil>
	// true <nil>
}

func ExampleScenario() {
	s := ebios.Scenario{
		Actions: []ebios.Action{
			{ID: "phish an administrator", Probability: ebios.P3, Difficulty: ebios.D1},
			{ID: "bribe a technician", Probability: ebios.P1, Difficulty: ebios.D2},
			{ID: "find the formula", After: []string{"phish an administrator", "bribe a technician"}, Probability: ebios.P4, Difficulty: ebios.D2},
			{ID: "carry it out", After: []string{"find the formula"}, Probability: ebios.P3, Difficulty: ebios.D1},
		},
		Modes: []ebios.Mode{
			{ID: "from outside", Actions: []string{"phish an administrator", "find the formula", "carry it out"}},
			{ID: "from inside", Actions: []string{"bribe a technician", "find the formula", "carry it out"}},
		},
	}
	for _, method := range []func() (ebios.Outcome, error){s.Standard, s.Advanced} {
		out, err := method()
		if err != nil {
			fmt.Println(err)
			return
		}
		word, _ := out.Likelihood.MarshalText()
		last := out.Modes[1].Actions[2]
		fmt.Printf("%s; from inside it is held up by: %s\n", word, last.ProbabilityOf)
	}
	s.Actions[1].After = []string{"carry it out"}
	_, err := s.Standard()
	fmt.Println(err)
	// Output:
	// V3; from inside it is held up by: bribe a technician
	// V3; from inside it is held up by: bribe a technician
	// ebios: scenario "": got the cycle bribe a technician → find the formula → carry it out → bribe a technician, want actions that lead forward
}

func ExampleProportions() {
	zones, err := ebios.Proportions{}.Zones([]float64{0.3, 0.2, 1, 0.3, 2.3, 1.3, 2, 3, 0.1, 0.1})
	fmt.Println(zones[7] == ebios.Danger, zones[4] == ebios.Control, zones[8] == ebios.Watch, err)
	// Output: true true true <nil>
}
