package iso27005_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/iso27005"
)

// A very likely event of serious consequence.
func ExampleScenario() {
	level, err := iso27005.Scenario{Likelihood: 4, Consequence: 3}.Rate()
	fmt.Println(level, err)
	// Output: high <nil>
}

// A judgement is one line of text, in numbers or in words.
func ExampleScenario_UnmarshalText() {
	var s iso27005.Scenario
	if err := s.UnmarshalText([]byte("likelihood=almost certain, consequence=minor")); err != nil {
		fmt.Println(err)
		return
	}
	level, err := s.Rate()
	fmt.Println(s.Likelihood, s.Consequence, level, err)
	// Output: 5 1 medium <nil>
}

// Once a year 10,000 is lost: 100,000 in a decade, which is level 5.
func ExampleExponents() {
	level, err := iso27005.Exponents{Likelihood: 1, Consequence: 4}.Rate()
	fmt.Println(level, err)
	// Output: 5 <nil>
}

// A page that follows the other printing shows 2 for once a year.
func ExamplePrinting() {
	shown, err := iso27005.PlusOne.Likelihood(1)
	fmt.Println(shown, err)
	// Output: 2 <nil>
}
