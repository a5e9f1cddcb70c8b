package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Weibull is the Weibull distribution of a shape and a scale:
//
//	F(x) = 1 - exp(-(x/scale)^shape)
//
// for durations: with a shape below 1 what has lasted long will last, with a
// shape above 1 it wears out. Below 1 it is also a loss whose tail is heavier
// than the exponential's, and still has every moment.
type Weibull struct{ shape, scale float64 }

// NewWeibull returns the Weibull distribution, for shape, scale > 0.
func NewWeibull(shapeOf, scale float64) (Weibull, error) {
	d := Weibull{shapeOf, scale}
	err := check("weibull", shape("shape", shapeOf), positive("scale", scale),
		condition{"shape", shapeOf, finite(d.Mean()), "a mean scale Γ(1+1/shape) that float64 can hold"})
	if err != nil {
		return Weibull{}, err
	}
	return d, nil
}

// hazard returns the cumulated hazard, -log P(X > x). Near the scale the
// quotient has lost digits that a large shape would miss.
func (d Weibull) hazard(x float64) float64 {
	r := max(x, 0) / d.scale
	if r > 0.5 && r < 2 {
		return mathx.Exp(float64(d.shape * logRatio(x, d.scale)))
	}
	return mathx.Pow(r, d.shape)
}

// at returns the x of that hazard.
func (d Weibull) at(hazard float64) float64 {
	return float64(d.scale * mathx.Pow(hazard, 1/d.shape))
}

// CDF returns P(X ≤ x).
func (d Weibull) CDF(x float64) float64 { return -mathx.Expm1(-d.hazard(x)) }

// Survival returns P(X > x).
func (d Weibull) Survival(x float64) float64 { return mathx.Exp(-d.hazard(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Weibull) Quantile(p float64) float64 {
	if x, ok := end(p, 0, math.Inf(1)); ok {
		return x
	}
	return d.at(-mathx.Log1p(-p))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Weibull) Upper(q float64) float64 {
	if x, ok := end(q, math.Inf(1), 0); ok {
		return x
	}
	return d.at(-mathx.Log(q))
}

// Density returns (shape/scale) z^(shape-1) exp(-z^shape) for z = x/scale.
func (d Weibull) Density(x float64) float64 {
	if x < 0 || math.IsInf(x, 1) {
		return 0
	}
	return float64(mathx.Exp(times(d.shape-1, mathx.Log(x/d.scale))-d.hazard(x)) * (d.shape / d.scale))
}

// Mean returns scale Γ(1 + 1/shape).
func (d Weibull) Mean() float64 { return float64(d.scale * gamma(1+1/d.shape)) }

// Variance returns scale² (Γ(1 + 2/shape) - Γ(1 + 1/shape)²).
func (d Weibull) Variance() float64 {
	first, _ := mathx.Lgamma(1 + 1/d.shape)
	second, _ := mathx.Lgamma(1 + 2/d.shape)
	m := d.Mean()
	return float64(float64(m*m) * mathx.Expm1(second-float64(2*first)))
}

// LimitedMean returns E[min(X, limit)], which is
// Mean P(1 + 1/shape, (limit/scale)^shape) + limit (1 - F(limit)).
func (d Weibull) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(float64(d.Mean()*mathx.GammaP(1+1/d.shape, d.hazard(limit)))+float64(limit*d.Survival(limit)), limit)
}

// Support returns 0 and +Inf.
func (d Weibull) Support() (low, high float64) { return 0, math.Inf(1) }

func (d Weibull) String() string {
	return call("weibull", num("shape", d.shape), num("scale", d.scale))
}

// MarshalText returns the text form.
func (d Weibull) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
