package octave_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/octave"
)

// Composed: no published example with numbers was found.
func ExampleRisk() {
	x := octave.Risk{
		Probability: octave.Medium,
		Reputation:  octave.High, Financial: octave.Medium,
		Productivity: octave.Low, Safety: octave.Low, Fines: octave.Low,
	}
	r, err := x.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	pool, _ := r.Pool.MarshalText()
	fmt.Println(r.Score, string(pool))
	// Output: 29 pool-2
}

// A hospital puts safety first.
func ExampleRanking() {
	hospital := octave.Ranking{Safety: 5, Reputation: 4, Fines: 3, Productivity: 2, Financial: 1}
	m, err := hospital.Method()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m.Ref())
	// Output: octave/allegro@2007-41253
}

// With areas of its own an organization has the score, and no pools: their
// bands are for five areas.
func ExampleScore() {
	r, err := octave.Score([]octave.Area{
		{ID: "patients", Rank: 3, Impact: octave.High},
		{ID: "research", Rank: 2, Impact: octave.Low},
		{ID: "money", Rank: 1, Impact: octave.Medium},
	})
	fmt.Println(r.Score, "of", r.Least, "to", r.Most, err)
	// Output: 13 of 6 to 18 <nil>
}
