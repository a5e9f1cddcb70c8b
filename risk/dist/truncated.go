package dist

import (
	"math"
	"slices"
)

// Truncated is the distribution of a quantity that is known to be between two
// bounds, and is otherwise as another distribution says:
//
//	F(x) = P(min ≤ Y ≤ x) / P(min ≤ Y ≤ max)
//
// It is not a limit: with a limit what is above max is paid as max, and not
// made impossible.
type Truncated struct {
	base         Dist
	min, max     float64 // infinite for an open end
	low, high    float64 // of the support
	below, above split   // P(Y < low), P(Y ≥ low); P(Y ≤ high), P(Y > high)
	share        float64 // P(low ≤ Y ≤ high)
}

// leastShare is the probability below which nothing is left to truncate.
const leastShare = 1e-290

// NewTruncated returns the distribution of base where it is between low and
// high, both included: math.Inf(-1) and math.Inf(1) for an end that is open. It
// refuses bounds that have a probability of less than 1e-290 between them.
func NewTruncated(base Dist, low, high float64) (Truncated, error) {
	switch {
	case base == nil:
		return Truncated{}, &ParamError{"truncated", "of", "nothing", "a distribution"}
	case math.IsNaN(low) || math.IsInf(low, 1):
		return Truncated{}, refuse("truncated", "min", low, "a finite number, or math.Inf(-1) for an open end")
	case !(low <= high) || math.IsInf(high, -1):
		return Truncated{}, refuse("truncated", "max", high, "a number from min "+number(low)+" on, or math.Inf(1) for an open end")
	}
	d := Truncated{base: base, min: low, max: high}.bounded()
	if !(d.share >= leastShare) {
		return Truncated{}, refuse("truncated", "min", low, "bounds with a probability of at least 1e-290 between them")
	}
	return d, nil
}

// bounded returns d with the ends of the support, which gaps of the base may put inside of
// min and max, and the probabilities about them.
func (d Truncated) bounded() Truncated {
	low, high := d.base.Support()
	d.low, d.high = max(low, d.min), min(high, d.max)
	if !(d.low <= d.high) {
		return d
	}
	d.below, d.above = at(d.base, d.low, true), at(d.base, d.high, false)
	marks := kinks(d.base)
	for _, a := range atoms(d.base) {
		marks = append(marks, a.At)
	}
	marks = inside(marks, d.low, d.high)
	for _, x := range marks {
		if at(d.base, x, true) != d.below {
			break
		}
		d.low = x
	}
	for _, x := range slices.Backward(marks) {
		if at(d.base, x, false) != d.above || x < d.low {
			break
		}
		d.high = x
	}
	d.share = d.between(d.low, d.high, d.below, d.above, true)
	return d
}

// at returns the probabilities up to x and above; or below x and from there on.
func at(base Dist, x float64, before bool) split {
	s := split{base.CDF(x), base.Survival(x)}
	if !before {
		return s
	}
	if p := atomAt(base, x); p > 0 {
		return split{max(s.p-p, 0), min(s.q+p, 1)}
	}
	return s
}

// atomAt returns P(X = x).
func atomAt(base Dist, x float64) float64 {
	for _, a := range atoms(base) {
		if a.At == x {
			return a.P
		}
	}
	return 0
}

// lost is the share of the sides that a difference must exceed to be used: what
// is less has lost too many digits.
const lost = 1e-3

// between returns the probability of the base from low, if it is included, to
// high. Where a difference of probabilities would lose digits, the density is
// integrated.
func (d Truncated) between(low, high float64, from, to split, included bool) float64 {
	p := to.p - from.p
	if from.q < 0.5 {
		p = from.q - to.q
	}
	if p >= float64(lost*min(to.p, from.q)) {
		return p
	}
	return d.integral(low, high, included, func(float64) float64 { return 1 })
}

// integral returns ∫ g dF of the base from low, if it is included, to high,
// both finite. At the cuts g is not smooth.
func (d Truncated) integral(low, high float64, included bool, g func(x float64) float64, cuts ...float64) float64 {
	sum := 0.0
	for _, a := range atoms(d.base) {
		if a.At > low && a.At <= high || included && a.At == low {
			sum += float64(a.P * g(a.At))
		}
	}
	for _, end := range append(inside(append(cuts, kinks(d.base)...), low, high), high) {
		sum += smoothIntegral(low, end, func(x float64) float64 { return float64(d.base.Density(x) * g(x)) })
		low = end
	}
	return sum
}

// expect returns E[g(X)], from the quantile of the base or, where the bounds
// have little between them, its density.
func (d Truncated) expect(g func(x float64) float64, cuts ...float64) float64 {
	if d.share < float64(lost*min(d.above.p, d.below.q)) {
		return d.integral(d.low, d.high, true, g, cuts...) / d.share
	}
	sum := 0.0
	for _, s := range pieces(d.base, append(cuts, d.low, d.high)...) {
		if compareSplits(s.from, d.below) >= 0 && compareSplits(s.to, d.above) <= 0 {
			sum += s.mean(g)
		}
	}
	return sum / d.share
}

// CDF returns P(X ≤ x).
func (d Truncated) CDF(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x < d.low:
		return 0
	case x >= d.high:
		return 1
	}
	return unit(d.between(d.low, x, d.below, at(d.base, x, false), true) / d.share)
}

// Survival returns P(X > x).
func (d Truncated) Survival(x float64) float64 {
	switch {
	case math.IsNaN(x):
		return x
	case x < d.low:
		return 1
	case x >= d.high:
		return 0
	}
	return unit(d.between(x, d.high, at(d.base, x, false), d.above, false) / d.share)
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d Truncated) Quantile(p float64) float64 {
	if x, ok := end(p, d.low, d.high); ok {
		return x
	}
	if p > 0.5 {
		return d.fromHigh(1 - p)
	}
	return d.fromLow(p)
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Truncated) Upper(q float64) float64 {
	if x, ok := end(q, d.high, d.low); ok {
		return x
	}
	if q > 0.5 {
		return d.fromLow(1 - q)
	}
	return d.fromHigh(q)
}

// fromLow returns the quantile of p ≤ ½: that of the base, unless p is lost
// beside what is below min.
func (d Truncated) fromLow(p float64) float64 {
	m := float64(p * d.share)
	quantile := func(m float64) float64 {
		x := d.base.Quantile(min(d.below.p+m, 1))
		if d.below.q < 0.5 {
			x = d.base.Upper(max(d.below.q-m, 0))
		}
		return min(max(x, d.low), d.high)
	}
	size := min(d.below.p, d.below.q)
	if m >= float64(lost*size) {
		return quantile(m)
	}
	return solve(d, p, 1-p, d.low, min(quantile(float64(2*lost*size)), math.MaxFloat64))
}

// fromHigh returns the quantile of 1 - q, for q ≤ ½, in the same way.
func (d Truncated) fromHigh(q float64) float64 {
	m := float64(q * d.share)
	quantile := func(m float64) float64 {
		x := d.base.Upper(min(d.above.q+m, 1))
		if d.above.p < 0.5 {
			x = d.base.Quantile(max(d.above.p-m, 0))
		}
		return min(max(x, d.low), d.high)
	}
	size := min(d.above.p, d.above.q)
	if m >= float64(lost*size) {
		return quantile(m)
	}
	return solve(d, 1-q, q, max(quantile(float64(2*lost*size)), -math.MaxFloat64), d.high)
}

// Density returns that of the base, by the probability between the bounds.
func (d Truncated) Density(x float64) float64 {
	if x < d.low || x > d.high {
		return 0
	}
	return d.base.Density(x) / d.share
}

// Mean returns E[X].
func (d Truncated) Mean() float64 {
	if math.IsInf(d.high, 1) && math.IsInf(d.base.Mean(), 1) {
		return math.Inf(1)
	}
	return d.limited(d.high)
}

// limited returns E[min(X, x)] from limited means of the base,
//
//	low + (L(x) - L(low) - (x - low) P(Y > high)) / P(low ≤ Y ≤ high)
//
// or by quadrature, where the difference has lost digits.
func (d Truncated) limited(x float64) float64 {
	far, near, low := d.base.LimitedMean(x), 0.0, 0.0
	if finite(d.low) {
		near, low = d.base.LimitedMean(d.low), d.low
	}
	cut := times(d.above.q, x-low)
	if gain := far - near - cut; finite(d.low) && gain >= float64(lost*max(math.Abs(far), math.Abs(near), math.Abs(cut))) {
		return min(low+gain/d.share, x)
	} else if !finite(d.low) && d.share > 0.5 {
		return min(gain/d.share, x)
	}
	return d.expect(func(y float64) float64 { return min(y, x) }, x)
}

// Variance returns E[(X - E[X])²], by quadrature.
func (d Truncated) Variance() float64 {
	mean := d.Mean()
	switch low, high := d.base.Support(); {
	case math.IsInf(mean, 0):
		return math.NaN()
	case math.IsInf(d.high, 1) && math.IsInf(d.base.Variance(), 1),
		math.IsInf(d.low, -1) && finite(high) && !finite(low) && math.IsInf(d.base.Variance(), 1):
		return math.Inf(1)
	}
	return d.expect(func(x float64) float64 { return float64((x - mean) * (x - mean)) })
}

// LimitedMean returns E[min(X, limit)].
func (d Truncated) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return d.limited(limit)
}

// Support returns the ends, which are those of the base where they are inside
// of the bounds.
func (d Truncated) Support() (low, high float64) { return d.low, d.high }

// Atoms returns those of the base between the bounds.
func (d Truncated) Atoms() []Atom {
	var kept []Atom
	for _, a := range atoms(d.base) {
		if a.At >= d.low && a.At <= d.high {
			kept = append(kept, Atom{a.At, min(a.P/d.share, 1)})
		}
	}
	return kept
}

// Kinks returns those of the base between the bounds.
func (d Truncated) Kinks() []float64 { return inside(kinks(d.base), d.low, d.high) }

func (d Truncated) String() string {
	return call("truncated", sub("of", d.base), open("min", d.min), open("max", d.max))
}

// MarshalText returns the text form.
func (d Truncated) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
