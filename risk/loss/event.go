package loss

import (
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// An event is the loss of one: a part, and stages that follow with some
// probability.
type event struct {
	part
	then []follow

	id     int      // events with the same are the same; 0 is another each time
	tables []*table // of the parts; nil where there is none

	hits []term // of a happening, which is of no scenario: what it may bring to each
}

// parts returns the first and those that follow, each by itself with its
// probability.
func (e event) parts() []follow {
	all := []follow{{p: 1, part: e.part}}
	for _, f := range e.then {
		all = append(all, follow{p: f.p, part: f.part})
		for _, z := range f.with {
			all = append(all, follow{p: f.p, part: z})
		}
	}
	return all
}

func (e event) mean() float64 {
	sum := e.part.mean()
	for _, f := range e.then {
		if f.p > 0 {
			sum += float64(f.p * f.mean())
		}
	}
	return sum
}

func (e event) variance() float64 {
	mean := e.part.mean()
	sum := e.square() - float64(mean*mean)
	for _, f := range e.then {
		if f.p > 0 {
			mean := float64(f.p * f.mean())
			sum += float64(f.p*f.square()) - float64(mean*mean)
		}
	}
	return max(sum, 0)
}

// zero returns P(Y = 0).
func (e event) zero() float64 {
	p := e.cdf(0)
	for _, f := range e.then {
		p = float64(p * (1 - f.p + float64(f.p*f.zero())))
	}
	return p
}

// A part is what counts of a loss X: scale × min(max(X - retention, 0), limit).
type part struct {
	of               dist.Dist
	retention, limit float64 // limit is +Inf where there is none
	scale            float64
}

func (p part) cdf(x float64) float64 {
	switch y := x / p.scale; {
	case x < 0:
		return 0
	case y >= p.limit:
		return 1
	default:
		return p.of.CDF(y + p.retention)
	}
}

func (p part) survival(x float64) float64 {
	switch y := x / p.scale; {
	case x < 0:
		return 1
	case y >= p.limit:
		return 0
	default:
		return p.of.Survival(y + p.retention)
	}
}

func (p part) mean() float64 { return p.limited(math.Inf(1)) }

// limited returns the mean of what counts up to x.
func (p part) limited(x float64) float64 {
	mean := p.of.LimitedMean(p.retention + min(x/p.scale, p.limit))
	if p.retention > 0 {
		mean -= p.of.LimitedMean(p.retention)
	}
	return float64(p.scale * mean)
}

// square returns the second moment. With b = retention + limit it is
// m(b) - m(r) - 2r (E min(X, b) - E min(X, r)), where m(b) = E min(X, b)².
func (p part) square() float64 {
	high := p.limitedSquare(p.retention + p.limit)
	if p.retention > 0 {
		mean := p.of.LimitedMean(p.retention+p.limit) - p.of.LimitedMean(p.retention)
		high = high - p.limitedSquare(p.retention) - float64(2*p.retention*mean)
	}
	return float64(float64(p.scale*p.scale) * high)
}

// limitedSquare returns E min(X, b)² = 2 ∫ x P(X > x) dx up to b.
func (p part) limitedSquare(b float64) float64 {
	if math.IsInf(b, 1) {
		mean := p.of.Mean()
		if !finite(mean) {
			return math.Inf(1)
		}
		return p.of.Variance() + float64(mean*mean)
	}
	if sum, ok := p.of.(*inner); ok && sum.pair != nil {
		return sum.squared(min(b, sum.last()))
	}
	cuts := kinksOf(p.of)
	for _, a := range atomsOf(p.of) {
		cuts = append(cuts, a.At)
	}
	low, high := p.of.Support()
	cuts = append(cuts, low, high)
	return integral(func(x float64) float64 { return float64(2 * float64(x*p.of.Survival(x))) }, b, cuts)
}

// atoms returns the points of positive probability, in ascending order.
func (p part) atoms() []dist.Atom {
	var all []dist.Atom
	if zero := p.of.CDF(p.retention); zero > 0 {
		all = append(all, dist.Atom{At: 0, P: zero})
	}
	most := p.retention + p.limit
	top := p.of.Survival(most)
	for _, a := range atomsOf(p.of) {
		switch {
		case a.At >= most:
			if a.At == most {
				top += a.P
			}
		case a.At > p.retention:
			all = append(all, dist.Atom{At: float64(p.scale * (a.At - p.retention)), P: a.P})
		}
	}
	if top > 0 {
		all = append(all, dist.Atom{At: float64(p.scale * p.limit), P: top})
	}
	return all
}

// most returns the largest loss of an event.
func (e event) most() float64 {
	sum := 0.0
	for _, f := range e.parts() {
		if _, high := f.of.Support(); f.p > 0 {
			sum += f.counts(high)
		}
	}
	return sum
}

// counts returns what counts of x.
func (p part) counts(x float64) float64 {
	return float64(p.scale * min(max(x-p.retention, 0), p.limit))
}

// slack returns by how much a probability may be off because it comes from a
// lattice, but for the step.
func (e event) slack() float64 {
	sum := 0.0
	for _, f := range e.parts() {
		if of, ok := f.of.(*inner); ok {
			sum += of.slack()
		}
	}
	return sum
}
