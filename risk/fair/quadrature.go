package fair

import (
	"cmp"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A split is a place in a distribution: the probability below it, and above.
type split struct{ p, q float64 }

// A piece is a part of a distribution where its quantile is smooth: between two
// splits, or a point of positive probability.
type piece struct {
	of       dist.Dist
	from, to split
	weight   float64
	atom     bool
	at       float64 // of an atom
}

// pieces cuts d where its density is not smooth, and at the values given.
func pieces(d dist.Dist, cuts []float64) []piece {
	points := atoms(d)
	least := 0.0
	if len(points) > 0 {
		least = 4e-16 // what is between two points may be the rounding of their sums
	}
	for _, x := range slices.Concat(kinks(d), cuts) {
		if finite(x) {
			points = append(points, dist.Atom{At: x})
		}
	}
	slices.SortFunc(points, func(a, b dist.Atom) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(b.P, a.P)) })
	var all []piece
	from := split{0, 1}
	between := func(to split) {
		weight := to.p - from.p
		if from.q < 0.5 {
			weight = from.q - to.q
		}
		if weight > least {
			all = append(all, piece{of: d, from: from, to: to, weight: weight})
		}
	}
	for i, x := range points {
		if i > 0 && points[i-1].At == x.At {
			continue
		}
		after := split{d.CDF(x.At), d.Survival(x.At)}
		between(split{max(after.p-x.P, 0), min(after.q+x.P, 1)})
		if x.P > 0 {
			all = append(all, piece{weight: x.P, atom: true, at: x.At})
		}
		from = after
	}
	between(split{1, 0})
	return all
}

// quantile returns the value at a fraction s of the piece, 1-s being c.
func (e piece) quantile(s, c float64) float64 {
	p, q := e.from.p+float64(e.weight*s), e.to.q+float64(e.weight*c)
	if p < q {
		return e.of.Quantile(p)
	}
	return e.of.Upper(q)
}

// half returns the lower and the upper half.
func (e piece) half() (lower, upper piece) {
	weight := float64(0.5 * e.weight)
	middle := split{e.from.p + weight, e.to.q + weight}
	lower, upper = e, e
	lower.to, upper.from = middle, middle
	lower.weight, upper.weight = weight, weight
	return lower, upper
}

// visit calls see with the nodes of the double exponential formula for a
// fraction of the piece, and their weights: those at t = start, start ± step,
// start ± 2 step, …
//
//	s = 1/(1 + e^(-π sinh t))
//
// (Takahasi and Mori, Publ. RIMS 9, 1974.) It bears singular ends.
func (e piece) visit(start, step float64, see func(x, weight float64)) {
	const reach = 3.5 // beyond are 1e-22 of the piece
	for t := start - float64(step*math.Floor((start+reach)/step)); t <= reach; t += step {
		up := mathx.Exp(t)
		sinh, cosh := float64(0.5*(up-1/up)), float64(0.5*(up+1/up))
		small := mathx.Exp(float64(-math.Pi * math.Abs(sinh)))
		s, c := small/(1+small), 1/(1+small)
		if t > 0 {
			s, c = c, s
		}
		see(e.quantile(s, c), float64(float64(float64(e.weight*math.Pi)*cosh)*float64(s*c)))
	}
}

// mean returns E[g(X)] over the piece. The step is halved until that changes
// nothing, then the piece.
func (e piece) mean(g func(x float64) float64, depth int) float64 {
	if e.atom {
		return float64(e.weight * g(e.at))
	}
	sum := 0.0
	see := func(x, weight float64) { sum += float64(weight * g(x)) }
	e.visit(0, 0.25, see)
	before := float64(0.25 * sum)
	for h := 0.125; h >= 0x1p-5; h /= 2 {
		e.visit(h, float64(2*h), see)
		now := float64(h * sum)
		if math.Abs(now-before) <= float64(1e-13*math.Abs(now)) || math.Abs(now-before) < 1e-17 {
			return now
		}
		before = now
	}
	if depth == 0 {
		return before
	}
	lower, upper := e.half()
	return lower.mean(g, depth-1) + upper.mean(g, depth-1)
}

// mean returns E[g(X)] for a bounded g that is smooth between the cuts.
func mean(d dist.Dist, g func(x float64) float64, cuts []float64) float64 {
	sum := 0.0
	for _, e := range pieces(d, cuts) {
		sum += e.mean(g, 12)
	}
	return sum
}
