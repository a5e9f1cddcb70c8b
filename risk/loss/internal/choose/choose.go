// Package choose finds the set of at most 64 things, each with its costs, that
// leaves the least under budgets.
//
//	best, err := choose.Solve(ctx, choose.Problem{Costs: costs, Budgets: budgets, Terms: terms})
//
// It divides the sets into those with a thing and those without, again and again
// (branch), and leaves out what cannot be better than the best set so far
// (bound). When it ends by itself, no set is better: that is a proof, but for
// the rounding of what is left.
//
// # The bound
//
// What is left is a sum of amounts, of each of which a thing leaves a share:
//
//	Σ aⱼ Π (1 - eᵢⱼ)^xᵢ = Σ aⱼ exp(Σ xᵢ ln(1 - eᵢⱼ)),  xᵢ = 1 if thing i is chosen, else 0
//
// That is convex in x. Its least value for x between 0 and 1 within a budget is
// below that of each set; and so is its tangent at any x, the least value of
// which is found by paying for things in the order of slope over cost. The
// points x are moved by Frank and Wolfe's method, An algorithm for quadratic
// programming, Naval Research Logistics Quarterly 3 (1956). Where what is left
// is another function, the bound is what all things of a part leave together.
package choose

import (
	"context"
	"fmt"
	"math"
	"math/bits"
)

// A Set is things by their numbers: bit i is thing i.
type Set uint64

// Has tells whether the set has thing i.
func (s Set) Has(i int) bool { return s>>i&1 == 1 }

// Len returns how many things there are.
func (s Set) Len() int { return bits.OnesCount64(uint64(s)) }

// Term is an amount with the share of it that each thing leaves, from 0 to 1.
type Term struct {
	Amount float64
	Keeps  []float64
}

// Problem is what to choose from.
type Problem struct {
	// Costs are what each thing takes of each budget, not negative.
	Costs   [][]float64
	Budgets []float64

	Must     Set   // those that have to be chosen
	Needs    []Set // of each thing, those that have to be chosen with it; nil are none
	Excludes []Set // of each thing, those that cannot be chosen with it; nil are none

	// Terms are what is left, if it is such a sum; else Left returns it. A set
	// never leaves more than a part of it.
	Terms []Term
	Left  func(Set) float64

	// Beyond, if it has any, demands a set that is no part of it: for the second
	// best.
	Beyond Set

	// Nodes is how many parts may be looked at; 0 is 200,000.
	Nodes int

	// Progress, if not nil, is called now and then with how many were.
	Progress func(done, total int)
}

// Choice is a set that was found.
type Choice struct {
	Set  Set
	Left float64

	// Bound is what no set leaves less than. It is Left if that is proved.
	Bound float64
	Nodes int // looked at
}

// Proved tells that no set leaves less.
func (c Choice) Proved() bool { return c.Bound >= c.Left }

// InfeasibleError says that no set can be chosen at all.
type InfeasibleError struct{ Why string }

func (e *InfeasibleError) Error() string { return "choose: no set is possible: " + e.Why }

// Solve returns the set that leaves the least; of sets that leave the same, the
// one that was found first, for the same problem always the same one. The error
// is an [InfeasibleError], about the problem or that of the context; in the last
// case the choice is the best so far, if its Nodes are not 0.
func Solve(ctx context.Context, p Problem) (Choice, error) {
	if n := len(p.Costs); n > 64 {
		return Choice{}, fmt.Errorf("choose: got %d things, want at most 64", n)
	}
	return newSearch(ctx, p).solve()
}

// all returns the set of n things.
func all(n int) Set {
	if n == 0 {
		return 0
	}
	return Set(math.MaxUint64) >> (64 - n)
}
