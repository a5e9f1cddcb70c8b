package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// mostDeviations is how far beyond the mean the bounds of a truncated normal
// distribution may begin; what float64 can hold of the tail ends there.
const mostDeviations = 37

// TruncatedNormal is the normal distribution of those values that are between
// two bounds: with Φ taken at (x - mean)/sd,
//
//	F(x) = (Φ(x) - Φ(min)) / (Φ(max) - Φ(min))
//
// for a quantity that is about normal but cannot be negative, or above a
// maximum. The mean and sd are those of the normal distribution, before the
// bounds; Mean and Variance return those after.
type TruncatedNormal struct {
	mean, sd, min, max float64
	low, high          float64 // the bounds in standard deviations from the mean
	mass               float64 // probability of being between the bounds, before
	after, spread      float64 // mean and variance
}

// NewTruncatedNormal returns the normal distribution between min and max, for
// sd > 0 and min < max. The bounds may be infinite; the one next to the mean is
// at most 37 standard deviations from it.
func NewTruncatedNormal(mean, sd, low, high float64) (TruncatedNormal, error) {
	d := TruncatedNormal{mean: mean, sd: sd, min: low, max: high}
	if err := d.check(); err != nil {
		return TruncatedNormal{}, err
	}
	d.low, d.high = (low-mean)/sd, (high-mean)/sd
	d.mass = normBetween(d.low, d.high, (high-low)/sd)
	d.after, d.spread = d.moments()
	return d, nil
}

func (d TruncatedNormal) check() error {
	const name = "truncatednormal"
	if err := check(name, anyNumber("mean", d.mean), positive("sd", d.sd)); err != nil {
		return err
	}
	switch {
	case !(d.min < d.max) || math.IsInf(d.min, 1) || math.IsInf(d.max, -1):
		return refuse(name, "min", d.min, "a number below max "+number(d.max))
	case (d.min-d.mean)/d.sd > mostDeviations:
		return refuse(name, "min", d.min, "at most 37 sd above the mean")
	case (d.max-d.mean)/d.sd < -mostDeviations:
		return refuse(name, "max", d.max, "at most 37 sd below the mean")
	case !math.IsInf(d.max, 1) && !math.IsInf(d.min, -1) && !finite(d.max-d.min) || (d.max-d.min)/d.sd < 1e-290:
		return refuse(name, "max", d.max, "bounds in proportion to sd")
	}
	return nil
}

// below and above are the probabilities beside x, of those between the bounds.
func (d TruncatedNormal) below(x float64) float64 {
	return normBetween(d.low, (x-d.mean)/d.sd, (x-d.min)/d.sd) / d.mass
}

func (d TruncatedNormal) above(x float64) float64 {
	return normBetween(-d.high, (d.mean-x)/d.sd, (d.max-x)/d.sd) / d.mass
}

// CDF returns P(X ≤ x).
func (d TruncatedNormal) CDF(x float64) float64 {
	switch {
	case x <= d.min:
		return 0
	case x >= d.max:
		return 1
	}
	return unit(d.below(x))
}

// Survival returns P(X > x).
func (d TruncatedNormal) Survival(x float64) float64 {
	switch {
	case x <= d.min:
		return 1
	case x >= d.max:
		return 0
	}
	return unit(d.above(x))
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d TruncatedNormal) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, d.max); ok {
		return x
	}
	if p <= 0.5 {
		return d.fromMin(p)
	}
	return d.fromMax(1 - p)
}

// Upper returns the least x with Survival(x) ≤ q.
func (d TruncatedNormal) Upper(q float64) float64 {
	if x, ok := end(q, d.max, d.min); ok {
		return x
	}
	if q <= 0.5 {
		return d.fromMax(q)
	}
	return d.fromMin(1 - q)
}

// fromMin returns the x that is exceeded by all but p ≤ ½, fromMax the one that
// only q ≤ ½ exceed.
func (d TruncatedNormal) fromMin(p float64) float64 {
	z, h, near := normStep(d.low, float64(p*d.mass))
	if near {
		return min(d.min+float64(d.sd*h), d.max)
	}
	return min(max(d.mean+float64(d.sd*z), d.min), d.max)
}

func (d TruncatedNormal) fromMax(q float64) float64 {
	z, h, near := normStep(-d.high, float64(q*d.mass))
	if near {
		return max(d.max-float64(d.sd*h), d.min)
	}
	return min(max(d.mean-float64(d.sd*z), d.min), d.max)
}

// Density returns φ((x - mean)/sd) / (sd (Φ(max) - Φ(min))) between the bounds.
func (d TruncatedNormal) Density(x float64) float64 {
	if x < d.min || x > d.max {
		return 0
	}
	return normDensity((x-d.mean)/d.sd) / d.mass / d.sd
}

// Mean returns the mean of what is between the bounds.
func (d TruncatedNormal) Mean() float64 { return d.after }

// Variance returns the variance of what is between the bounds.
func (d TruncatedNormal) Variance() float64 { return d.spread }

// moments returns mean and variance, by integration from the point next to the
// mean: the closed forms are differences that may have no digits left.
func (d TruncatedNormal) moments() (mean, variance float64) {
	width := (d.max - d.min) / d.sd
	from, at, low, high := 0.0, d.mean, d.low, d.high
	switch { // the difference of the bounds is more exact than theirs from the mean
	case d.low > 0:
		from, at, low, high = d.low, d.min, 0, width
	case d.high < 0:
		from, at, low, high = d.high, d.max, -width, 0
	}
	reach := normReach(math.Abs(from))
	low, high = max(low, -reach), min(high, reach)
	weight := func(s float64) float64 { return mathx.Exp(-float64(s * (from + float64(s/2)))) }
	mass := gaussIntegral(low, high, weight)
	shift := gaussIntegral(low, high, func(s float64) float64 { return float64(s * weight(s)) }) / mass
	square := gaussIntegral(low, high, func(s float64) float64 { return float64(float64((s-shift)*(s-shift)) * weight(s)) }) / mass
	return at + float64(d.sd*shift), float64(float64(d.sd*d.sd) * square)
}

// LimitedMean returns E[min(X, limit)].
func (d TruncatedNormal) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	z := (limit - d.mean) / d.sd
	if d.CDF(limit) <= 0.5 {
		return limit - float64(d.sd*(normMoment(z, (limit-d.min)/d.sd)/d.mass))
	}
	return min(d.after-float64(d.sd*(normMoment(-z, (d.max-limit)/d.sd)/d.mass)), limit)
}

// Support returns min and max.
func (d TruncatedNormal) Support() (low, high float64) { return d.min, d.max }

func (d TruncatedNormal) String() string {
	least, most := "", ""
	if !math.IsInf(d.min, -1) {
		least = num("min", d.min)
	}
	if !math.IsInf(d.max, 1) {
		most = num("max", d.max)
	}
	return call("truncatednormal", num("mean", d.mean), num("sd", d.sd), least, most)
}

// MarshalText returns the text form.
func (d TruncatedNormal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
