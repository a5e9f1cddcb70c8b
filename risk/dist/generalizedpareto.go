package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// GeneralizedPareto is the generalized Pareto distribution of a threshold, a
// scale and a shape of any sign:
//
//	F(x) = 1 - (1 + shape (x - threshold)/scale)^(-1/shape)
//
// and exponential for shape 0. Whatever the losses are, what exceeds a high
// threshold is about so distributed (Pickands, Statistical Inference Using
// Extreme Order Statistics, Annals of Statistics 3, 1975); the shape says how
// heavy the tail is: negative with an end, 0 exponential, positive a power. The
// mean is infinite for shape ≥ 1, the variance for shape ≥ ½.
type GeneralizedPareto struct{ threshold, scale, shape float64 }

// NewGeneralizedPareto returns that distribution, for scale > 0 and a shape from
// -100 to 100.
func NewGeneralizedPareto(threshold, scale, shape float64) (GeneralizedPareto, error) {
	d := GeneralizedPareto{threshold, scale, shape}
	_, high := d.Support()
	err := check("gpd", anyNumber("threshold", threshold), positive("scale", scale),
		condition{"shape", shape, math.Abs(shape) <= 100, "a number from -100 to 100"},
		condition{"shape", shape, shape >= 0 || finite(high) && high > threshold, "an end threshold - scale/shape that float64 can hold"},
		condition{"scale", scale, shape >= 1 || finite(d.Mean()), "a mean that float64 can hold"})
	if err != nil {
		return GeneralizedPareto{}, err
	}
	return d, nil
}

// hazard returns -log P(X > x): log(1 + shape z)/shape for
// z = (x - threshold)/scale.
func (d GeneralizedPareto) hazard(x float64) float64 {
	over := max(x-d.threshold, 0)
	z := over / d.scale
	if d.shape == 0 {
		return z
	}
	s := float64(d.shape * z)
	if s > -0.5 {
		return mathx.Log1p(s) / d.shape
	}
	left := math.FMA(d.shape, over, d.scale) / d.scale // the difference is rounded once
	return mathx.Log(max(left, 0)) / d.shape
}

// at returns the x of that hazard.
func (d GeneralizedPareto) at(hazard float64) float64 {
	low, high := d.Support()
	x := d.threshold + float64(d.scale*annuity(-d.shape, hazard))
	return min(max(x, low), high)
}

// CDF returns P(X ≤ x).
func (d GeneralizedPareto) CDF(x float64) float64 {
	if _, high := d.Support(); x >= high {
		return 1
	}
	return -mathx.Expm1(-d.hazard(x))
}

// Survival returns P(X > x).
func (d GeneralizedPareto) Survival(x float64) float64 {
	if _, high := d.Support(); x >= high {
		return 0
	}
	return mathx.Exp(-d.hazard(x))
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d GeneralizedPareto) Quantile(p float64) float64 {
	low, high := d.Support()
	if x, ok := end(p, low, high); ok {
		return x
	}
	return d.at(-mathx.Log1p(-p))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d GeneralizedPareto) Upper(q float64) float64 {
	low, high := d.Support()
	if x, ok := end(q, high, low); ok {
		return x
	}
	return d.at(-mathx.Log(q))
}

// Density returns (1 + shape z)^(-1/shape-1) / scale.
func (d GeneralizedPareto) Density(x float64) float64 {
	if low, high := d.Support(); x < low || x > high {
		return 0
	}
	return mathx.Exp(-times(1+d.shape, d.hazard(x))) / d.scale
}

// Mean returns threshold + scale/(1 - shape), +Inf for shape ≥ 1.
func (d GeneralizedPareto) Mean() float64 {
	if d.shape >= 1 {
		return math.Inf(1)
	}
	return d.threshold + d.scale/(1-d.shape)
}

// Variance returns scale² / ((1 - shape)² (1 - 2 shape)), +Inf for shape ≥ ½,
// NaN for shape ≥ 1.
func (d GeneralizedPareto) Variance() float64 {
	switch {
	case d.shape >= 1:
		return math.NaN()
	case d.shape >= 0.5:
		return math.Inf(1)
	}
	m := d.scale / (1 - d.shape)
	return float64(m*m) / (1 - float64(2*d.shape))
}

// LimitedMean returns E[min(X, limit)], which is
// threshold + scale (1 - P(X > limit)^(1-shape)) / (1 - shape).
func (d GeneralizedPareto) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(d.threshold+float64(d.scale*annuity(1-d.shape, d.hazard(limit))), limit)
}

// Support returns the threshold and +Inf, or for a negative shape
// threshold - scale/shape.
func (d GeneralizedPareto) Support() (low, high float64) {
	if d.shape < 0 {
		return d.threshold, d.threshold - d.scale/d.shape
	}
	return d.threshold, math.Inf(1)
}

func (d GeneralizedPareto) String() string {
	return call("gpd", num("threshold", d.threshold), num("scale", d.scale), num("shape", d.shape))
}

// MarshalText returns the text form.
func (d GeneralizedPareto) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
