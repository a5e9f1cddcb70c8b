// Package shapley divides what several things take away together among them: by
// what each takes away after some of the others, on average over all orders in
// which they can come.
//
//	φᵢ = Σ over sets S without i of |S|! (n - |S| - 1)! / n! × (v(S ∪ i) - v(S))
//
// The shares add up to v of all; what takes away nothing has none, and what
// cannot be told apart has the same (Shapley, A value for n-person games,
// Contributions to the Theory of Games II, 1953).
package shapley

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Share is what one thing takes away.
type Share struct {
	First float64 // alone
	Last  float64 // where all others do already
	Value float64 // Shapley's
}

// Product returns the shares of an amount of which each thing leaves a part,
// keeps, from 0 to 1: a set leaves the product of its parts. In an order at
// random, with a time between 0 and 1 for each thing, what comes before time t is
// there with probability t, so that
//
//	φᵢ = ∫ amount (1 - kᵢ) Π (1 - t + t kⱼ) dt, j ≠ i, t from 0 to 1
//
// (Owen, Multilinear extensions of games, Management Science 18, 1972), which the
// rule of Gauss and Legendre integrates without error.
func Product(amount float64, keeps []float64) []Share {
	shares := make([]Share, len(keeps))
	some := 0 // that take away anything
	for i, k := range keeps {
		shares[i].First = float64(amount * (1 - k))
		if k != 1 {
			some++
		}
	}
	for i, k := range keeps {
		if k != 1 {
			shares[i].Last = float64(shares[i].First * others(keeps, i, 1))
		}
	}
	for _, n := range nodes((some + 1) / 2) {
		for i, k := range keeps {
			if k != 1 {
				shares[i].Value += float64(float64(shares[i].First*n.weight) * others(keeps, i, n.at))
			}
		}
	}
	return shares
}

// others returns the product of what the others leave at a time.
func others(keeps []float64, i int, t float64) float64 {
	x := 1.0
	for j, k := range keeps {
		if j != i && k != 1 {
			x = float64(x * (1 - float64(t*(1-k))))
		}
	}
	return x
}

// A node is one of a rule of quadrature from 0 to 1.
type node struct{ at, weight float64 }

// nodes returns the rule of Gauss and Legendre with n nodes, which has no error
// for polynomials up to the degree 2n-1 (NIST Digital Library of Mathematical
// Functions, 3.5.v).
func nodes(n int) []node {
	all := make([]node, n)
	for i := range all {
		_, x := mathx.SinCosPi((float64(i) + 0.75) / (float64(n) + 0.5))
		for range 100 {
			value, rise := legendre(n, x)
			step := value / rise
			x -= step
			if math.Abs(step) < 1e-15 {
				break
			}
		}
		_, slope := legendre(n, x)
		all[i] = node{float64(0.5 * (1 - x)), 1 / float64(float64((1-x)*(1+x))*float64(slope*slope))}
	}
	return all
}

// legendre returns the value and the slope of the polynomial of degree n, inside
// of -1 and 1.
func legendre(n int, x float64) (value, slope float64) {
	before, value := 1.0, x
	for k := 2; k <= n; k++ {
		next := (float64(float64(float64(2*k-1)*x)*value) - float64(float64(k-1)*before)) / float64(k)
		before, value = value, next
	}
	return value, float64(float64(n)*(float64(x*value)-before)) / (float64(x*x) - 1)
}

// Sets returns Shapley's value of each of n things, of what each set of them
// takes away: bit i of its number is thing i. There are 2^n.
func Sets(n int, takes []float64) []float64 {
	weights := make([]float64, n) // of a set by its size
	for size := range weights {
		w := 1 / float64(n)
		for k := 1; k <= size; k++ {
			w = float64(w*float64(k)) / float64(n-k)
		}
		weights[size] = w
	}
	values := make([]float64, n)
	for set, x := range takes {
		size := 0
		for i := range n {
			size += set >> i & 1
		}
		for i := range n {
			if set>>i&1 == 0 {
				values[i] += float64(weights[size] * (takes[set|1<<i] - x))
			}
		}
	}
	return values
}

// Orders returns pairs of orders of n things, the second of each the first
// backward: what is early in one is late in the other, so that the mean of both
// varies less (Castro, Gómez and Tejada, Polynomial calculation of the Shapley
// value based on sampling, Computers & Operations Research 36, 2009; antithetic:
// Mitchell et al., Sampling permutations for Shapley value estimation, Journal of
// Machine Learning Research 23, 2022).
func Orders(n, pairs int, random func() uint64) [][]int {
	all := make([][]int, 0, 2*pairs)
	for range pairs {
		order, back := make([]int, n), make([]int, n)
		for i := range order {
			j := int(below(uint64(i+1), random)) //nolint:gosec // at most n
			order[i] = order[j]
			order[j] = i
		}
		for i, thing := range order {
			back[n-1-i] = thing
		}
		all = append(all, order, back)
	}
	return all
}

// below returns a number below n, each as probable.
func below(n uint64, random func() uint64) uint64 {
	most := math.MaxUint64 - math.MaxUint64%n
	for {
		if x := random(); x < most {
			return x % n
		}
	}
}
