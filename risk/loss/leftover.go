package loss

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// leftover is what a layer leaves of a loss Y: what is below its retention, and what
// is above retention and limit.
type leftover struct {
	part
	from, most float64 // retention and limit of the layer, which may be +Inf
}

// source returns the largest loss of which x is left.
func (d leftover) source(x float64) float64 {
	if x < d.from {
		return x
	}
	return x + d.most
}

// left returns what is left of y.
func (d leftover) left(y float64) float64 { return y - min(max(y-d.from, 0), d.most) }

// needs returns how far Y has to be known for what is left to be known up to x.
func (d leftover) needs(x float64) float64 {
	if math.IsInf(d.most, 1) {
		return min(x, d.from)
	}
	return x + d.most
}

// CDF returns P(leftover ≤ x).
func (d leftover) CDF(x float64) float64 { return d.cdf(d.source(x)) }

// Survival returns P(leftover > x).
func (d leftover) Survival(x float64) float64 { return d.survival(d.source(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d leftover) Quantile(p float64) float64 { return d.left(d.counts(d.of.Quantile(p))) }

// Upper returns the least x with Survival(x) ≤ q.
func (d leftover) Upper(q float64) float64 { return d.left(d.counts(d.of.Upper(q))) }

// Density returns the density of the continuous part.
func (d leftover) Density(x float64) float64 {
	return d.of.Density(d.source(x)/d.scale+d.retention) / d.scale
}

// Mean returns the mean.
func (d leftover) Mean() float64 { return d.LimitedMean(math.Inf(1)) }

// Variance returns the variance. With m(b) = E min(Y, b)², and r and L the
// retention and the limit of the layer, the second moment is
//
//	m(r) + m(∞) - m(r+L) - 2L (E[Y] - E[min(Y, r+L)])
func (d leftover) Variance() float64 {
	mean := d.Mean()
	square := d.squareUpTo(d.from)
	if !math.IsInf(d.most, 1) {
		end := d.from + d.most
		above := d.mean() - d.limited(end)
		square += d.square() - d.squareUpTo(end) - float64(float64(2*d.most)*above)
	}
	return square - float64(mean*mean)
}

// squareUpTo returns E min(Y, b)².
func (d leftover) squareUpTo(b float64) float64 {
	d.limit = min(d.limit, b/d.scale)
	return d.square()
}

// LimitedMean returns E[min(leftover, x)].
func (d leftover) LimitedMean(x float64) float64 {
	mean := d.limited(min(x, d.from))
	if x > d.from && !math.IsInf(d.most, 1) {
		mean += d.limited(x+d.most) - d.limited(d.from+d.most)
	}
	return mean
}

// Support returns the least interval that it is always in.
func (d leftover) Support() (low, high float64) {
	low, high = d.of.Support()
	if high = d.counts(high); math.IsInf(high, 1) && math.IsInf(d.most, 1) {
		return d.left(d.counts(low)), d.from
	}
	return d.left(d.counts(low)), d.left(high)
}

// Atoms returns the points of positive probability.
func (d leftover) Atoms() []dist.Atom {
	var below, above []dist.Atom
	at := d.cdf(d.source(d.from)) - d.cdf(d.from)
	for _, a := range d.atoms() {
		switch {
		case a.At < d.from:
			below = append(below, a)
		case a.At == d.from:
			at += a.P
		case a.At > d.from+d.most:
			above = append(above, dist.Atom{At: a.At - d.most, P: a.P})
		}
	}
	if at > 0 {
		below = append(below, dist.Atom{At: d.from, P: at})
	}
	return append(below, above...)
}

func (d leftover) String() string { return fmt.Sprintf("what a layer leaves of %s", d.of) }
