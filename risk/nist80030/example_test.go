package nist80030_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/nist80030"
)

// An adversary is highly likely to try, the attempt is somewhat likely to do
// harm, and the harm would be serious. The publication has no worked example
// with figures; this one is composed from its tables.
func ExampleAdversarial() {
	x := nist80030.Adversarial{
		Initiation:    nist80030.High,
		AdverseImpact: nist80030.Moderate,
		Impact:        nist80030.VeryHigh,
	}
	e, err := x.Explain()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range e.Reasons {
		fmt.Println(r.Path, r.Row, r.Column, "gives", r.Value)
	}
	fmt.Println(e.Rating.Method, e.Rating.Level)
	// Output:
	// /steps/0/table/4/3 [high] moderate gives moderate
	// /table/3/5 [moderate] very-high gives high
	// nist80030/adversarial@r1 high
}

// A disk fails about four times a year; it rarely does harm, and then a limited
// one.
func ExampleNonAdversarial() {
	often, err := nist80030.OfFrequency(4)
	if err != nil {
		fmt.Println(err)
		return
	}
	x := nist80030.NonAdversarial{Occurrence: often, AdverseImpact: nist80030.Low, Impact: nist80030.Low}
	r, err := x.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	text, _ := r.Risk.MarshalText()
	fmt.Println(x.Inputs().Text(), "gives", string(text))
	// Output: adverse-impact=low, impact=low, occurrence=moderate gives low
}

func ExampleOf100() {
	for _, x := range []float64{20, 20.5, 21} {
		l, _ := nist80030.Of100(x)
		text, _ := l.MarshalText()
		fmt.Println(x, string(text))
	}
	// Output:
	// 20 low
	// 20.5 low
	// 21 moderate
}
