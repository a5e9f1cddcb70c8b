package quantile

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A side is one tail of a distribution, as a function of its probability t, from
// its end inwards.
type side struct {
	quantile    func(t float64) float64
	probability func(x float64) float64
	density     func(x float64) float64
	sign        float64 // of dx/dt
	end         float64 // of the support
	iterate     bool    // quantile is slow: invert probability from a guess
	arcs        []arc
	rate        float64 // of the last guess
}

// An arc is a stretch of t in which the quantile is smooth, from x0 to x1, or
// constant where these are equal.
type arc struct{ t0, x0, t1, x1 float64 }

// A break is a point where the density is not smooth, or an atom.
type breakpoint struct{ x, mass float64 }

// sides returns the two tails.
func sides(d dist.Dist) [2]side {
	low, high := d.Support()
	slow := !direct(d)
	lower := side{quantile: d.Quantile, probability: d.CDF, density: d.Density, sign: 1, end: low, iterate: slow}
	upper := side{quantile: d.Upper, probability: d.Survival, density: d.Density, sign: -1, end: high, iterate: slow}
	breaks := breakpoints(d)
	lower.divide(breaks, high)
	slices.Reverse(breaks)
	upper.divide(breaks, low)
	return [2]side{lower, upper}
}

// direct tells whether a quantile takes about as long as a probability, or less.
// That of others is found by iteration.
func direct(d dist.Dist) bool {
	switch d.(type) {
	case dist.Constant, dist.Uniform, dist.Triangular, dist.Normal, dist.TruncatedNormal, dist.LogNormal,
		dist.Weibull, dist.Exponential, dist.Pareto, dist.Lomax, dist.GeneralizedPareto, dist.Burr,
		dist.Metalog:
		return true
	}
	return false
}

// breakpoints lists kinks and atoms in ascending order, each place once.
func breakpoints(d dist.Dist) []breakpoint {
	var all []breakpoint
	if k, ok := d.(dist.Kinked); ok {
		for _, x := range k.Kinks() {
			all = append(all, breakpoint{x, 0})
		}
	}
	if a, ok := d.(dist.Atomic); ok {
		for _, atom := range a.Atoms() {
			all = append(all, breakpoint{atom.At, atom.P})
		}
	}
	slices.SortFunc(all, func(a, b breakpoint) int {
		switch {
		case a.x < b.x || a.x == b.x && a.mass > b.mass:
			return -1
		case a == b:
			return 0
		}
		return 1
	})
	return slices.CompactFunc(all, func(a, b breakpoint) bool { return a.x == b.x })
}

// divide makes the arcs, of the breakpoints from the end inwards.
func (s *side) divide(breaks []breakpoint, far float64) {
	t, x := 0.0, s.end
	for _, b := range breaks {
		from := s.probability(b.x)
		to := from + b.mass
		if s.sign > 0 {
			from, to = from-b.mass, from
		}
		if from-t > float64(0x1p-50*from) { // not rounding alone
			s.arcs = append(s.arcs, arc{t, x, from, b.x})
			t = from
		}
		if x = b.x; to-t > float64(0x1p-50*to) {
			s.arcs = append(s.arcs, arc{t, x, to, x})
			t = to
		}
	}
	s.arcs = append(s.arcs, arc{t, x, 1, far})
}

// A node is a point of the quantile function.
type node struct{ t, x, slope float64 }

// node returns the one at t in the arc, x if that is known.
func (s *side) node(a arc, t, x float64) node {
	switch {
	case t <= a.t0:
		return node{t, a.x0, s.slope(math.Nextafter(a.x0, a.x1))}
	case t >= a.t1:
		return node{t, a.x1, s.slope(math.Nextafter(a.x1, a.x0))}
	}
	return node{t, x, s.slope(x)}
}

func (s *side) slope(x float64) float64 { return s.sign / s.density(x) }

// exact returns the quantile at t.
func (s *side) exact(a arc, t float64) float64 {
	return min(max(s.quantile(t), min(a.x0, a.x1)), max(a.x0, a.x1))
}

// outward returns the quantile at t/2, given the node at t. Where that has to be
// iterated it begins with a guess: in the logarithm of t the distance from a
// finite end grows by a rate, and without an end the quantile does; the rate
// changes as it did an octave further in.
func (s *side) outward(a arc, n node) float64 {
	t := float64(n.t / 2)
	if !s.iterate || t <= a.t0 || t >= a.t1 {
		return s.exact(a, t)
	}
	x, rate := n.x, float64(n.t*n.slope)
	off := x - s.end
	if !math.IsInf(off, 0) {
		rate /= off
	}
	turn := rate - s.rate
	s.rate = rate
	if fall := float64(math.Ln2 * (rate + float64(turn/2))); math.IsInf(off, 0) {
		x -= fall
		rate += turn
	} else {
		off = float64(off * mathx.Exp(-fall))
		x = s.end + off
		rate = float64(off * (rate + turn))
	}
	return s.newton(a, t, x, rate/t)
}

// solve returns the quantile at t; where that has to be iterated, from a guess of
// it and of dx/dt.
func (s *side) solve(a arc, t, guess, slope float64) float64 {
	if !s.iterate {
		return s.exact(a, t)
	}
	return s.newton(a, t, guess, slope)
}

// newton solves probability(x) = t for the logarithm of t, from a guess of the
// solution and of dx/dt there. It ends with the step that is made from an error
// of 1e-6, after which it is about 1e-9. A slope that was guessed is used only
// where it proves itself, by a step after which little is left. Where the guess
// is bad newton gives way to the quantile.
func (s *side) newton(a arc, t, x, slope float64) float64 {
	low, high := min(a.x0, a.x1), max(a.x0, a.x1)
	before := 1e-3
	for range 10 {
		if !(x > low && x < high) {
			break
		}
		off := mathx.Log(t / s.probability(x))
		last := math.Abs(off) < 1e-6
		if last && before == 1e-3 || !(math.Abs(off) < before) {
			slope = s.slope(x)
		}
		before = float64(math.Abs(off) / 16)
		x += float64(off * float64(t*slope))
		if last && x > low && x < high {
			return x
		}
	}
	return s.exact(a, t)
}
