package choose

import (
	"cmp"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

const (
	rounds     = 60     // of Frank and Wolfe's method at a node
	firstRound = 600    // at the root
	least      = 1e-13  // what a thing leaves at least: the logarithm of 0 is none
	near       = 0.0005 // of the distance to the bound that is enough: nearer is not worth it
)

// relaxation is the problem with parts of things, under one of its budgets or
// the sum of all.
type relaxation struct {
	terms  []Term
	logs   [][]float64 // by thing and term
	costs  []float64
	budget float64
	more   float64 // by how much least can raise what is left

	// Space of the methods.
	values, slopes, steps, worth []float64
	order                        []int
}

// newRelaxation chooses the budget under which the bound of the root is best.
func newRelaxation(p Problem, root node) *relaxation {
	logs := make([][]float64, len(p.Costs))
	for i := range logs {
		for _, t := range p.Terms {
			logs[i] = append(logs[i], mathx.Log(max(t.Keeps[i], least)))
		}
	}
	var chosen *relaxation
	best := math.Inf(-1)
	for k := -1; k < len(p.Budgets); k++ {
		r := &relaxation{terms: p.Terms, logs: logs, values: make([]float64, len(p.Terms)), steps: make([]float64, len(p.Terms)), slopes: make([]float64, len(p.Costs)), worth: make([]float64, len(p.Costs))}
		for i := range p.Costs {
			r.costs = append(r.costs, p.take(i, k))
		}
		for _, t := range p.Terms {
			r.more += float64(least * t.Amount)
		}
		for j, b := range p.Budgets {
			if k < 0 && b > 0 {
				r.budget++
			} else if j == k {
				r.budget = b
			}
		}
		n := root
		n.x = slices.Clone(root.x)
		if bound := r.improve(n, math.Inf(1), firstRound); chosen == nil || bound > best {
			chosen, best = r, bound
			copy(root.x, n.x)
		}
	}
	return chosen
}

// take returns what thing i takes of budget k, or the sum of the shares that it
// takes of all budgets for k < 0.
func (p Problem) take(i, k int) float64 {
	if k >= 0 {
		return p.Costs[i][k]
	}
	sum := 0.0
	for k, c := range p.Costs[i] {
		if p.Budgets[k] > 0 {
			sum += c / p.Budgets[k]
		}
	}
	return sum
}

// bound returns what is left by no set of the node less than; when that is
// enough, it looks no further. It moves the point of the node.
func (r *relaxation) bound(n node, enough float64) float64 {
	return r.improve(n, enough, rounds)
}

func (r *relaxation) improve(n node, enough float64, rounds int) float64 {
	money := r.start(n)
	best := math.Inf(-1)
	for range rounds {
		value := r.evaluate(n.x)
		gap := r.descend(n, money)
		best = max(best, value-gap-r.more)
		if best >= enough || gap <= float64(near*max(value-enough, 0)) || gap <= float64(1e-13*value) {
			break
		}
		r.move(n.x)
	}
	return best
}

// start makes the point one of the node, and returns the money for the free
// things.
func (r *relaxation) start(n node) float64 {
	money, spent := r.budget, 0.0
	for i := range n.x {
		switch {
		case n.in.Has(i):
			n.x[i] = 1
			money -= r.costs[i]
		case !n.free.Has(i):
			n.x[i] = 0
		default:
			spent += float64(n.x[i] * r.costs[i])
		}
	}
	money = max(money, 0)
	if spent > money {
		for i := range n.x {
			if n.free.Has(i) {
				n.x[i] = float64(n.x[i] * (money / spent))
			}
		}
	}
	return money
}

// evaluate returns what is left at x, and sets the terms of it and the slopes.
func (r *relaxation) evaluate(x []float64) float64 {
	clear(r.values)
	for i, logs := range r.logs {
		if x[i] == 0 {
			continue
		}
		for j, l := range logs {
			r.values[j] += float64(x[i] * l)
		}
	}
	sum := 0.0
	for j, t := range r.terms {
		r.values[j] = float64(t.Amount * mathx.Exp(r.values[j]))
		sum += r.values[j]
	}
	for i, logs := range r.logs {
		slope := 0.0
		for j, l := range logs {
			slope += float64(r.values[j] * l)
		}
		r.slopes[i] = slope
	}
	return sum
}

// descend finds where in the node the tangent is lowest, sets the steps of the
// exponents on the way there, and returns how much lower that is.
func (r *relaxation) descend(n node, money float64) (gap float64) {
	r.order = r.order[:0]
	for i := range r.costs {
		if n.free.Has(i) {
			r.order = append(r.order, i)
		}
	}
	for _, i := range r.order {
		r.worth[i] = r.slopes[i] / max(r.costs[i], math.SmallestNonzeroFloat64) // -Inf for what is free of charge, but 0 stays 0
	}
	slices.SortFunc(r.order, func(a, b int) int { return cmp.Or(cmp.Compare(r.worth[a], r.worth[b]), cmp.Compare(a, b)) })
	clear(r.steps)
	for _, i := range r.order {
		y := 1.0
		if r.costs[i] > money {
			y = money / r.costs[i]
		}
		money -= float64(y * r.costs[i])
		d := y - n.x[i]
		gap -= float64(r.slopes[i] * d)
		r.slopes[i] = d // the direction, from here on
		for j, l := range r.logs[i] {
			r.steps[j] += float64(d * l)
		}
	}
	return gap
}

// move goes on the way to where the tangent is lowest as far as what is left
// becomes less.
func (r *relaxation) move(x []float64) {
	low, high := 0.0, 1.0
	if r.slope(1) > 0 {
		for range 12 {
			if mid := float64((low + high) / 2); r.slope(mid) > 0 {
				high = mid
			} else {
				low = mid
			}
		}
		high = low
	}
	for _, i := range r.order {
		x[i] = min(max(x[i]+float64(high*r.slopes[i]), 0), 1)
	}
}

// slope returns how fast what is left grows at s of the way.
func (r *relaxation) slope(s float64) float64 {
	sum := 0.0
	for j, d := range r.steps {
		if d != 0 {
			sum += float64(float64(r.values[j]*d) * mathx.Exp(float64(s*d)))
		}
	}
	return sum
}
