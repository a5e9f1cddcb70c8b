package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Gamma is the gamma distribution of a shape and a scale:
//
//	F(x) = P(shape, x / scale)
//
// with P the regularized incomplete gamma function. It is the time to the
// shape-th event of a Poisson process, and what is usually taken for a rate that
// varies: a Poisson number of events at a gamma rate is negative binomial.
type Gamma struct{ shape, scale float64 }

// NewGamma returns the gamma distribution, for shape, scale > 0. The mean is
// shape scale, the variance shape scale².
func NewGamma(shapeOf, scale float64) (Gamma, error) {
	if err := check("gamma", shape("shape", shapeOf), positive("scale", scale)); err != nil {
		return Gamma{}, err
	}
	return Gamma{shapeOf, scale}, nil
}

// CDF returns P(X ≤ x).
func (d Gamma) CDF(x float64) float64 { return mathx.GammaP(d.shape, max(x, 0)/d.scale) }

// Survival returns P(X > x).
func (d Gamma) Survival(x float64) float64 { return mathx.GammaQ(d.shape, max(x, 0)/d.scale) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Gamma) Quantile(p float64) float64 {
	return float64(d.scale * mathx.GammaPInv(d.shape, p))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Gamma) Upper(q float64) float64 { return float64(d.scale * mathx.GammaQInv(d.shape, q)) }

// Density returns z^(shape-1) e^-z / (Γ(shape) scale) for z = x/scale.
func (d Gamma) Density(x float64) float64 {
	if x < 0 || math.IsInf(x, 1) {
		return 0
	}
	z := x / d.scale
	l, _ := mathx.Lgamma(d.shape)
	return mathx.Exp(times(d.shape-1, mathx.Log(z))-z-l) / d.scale
}

// Mean returns shape scale.
func (d Gamma) Mean() float64 { return float64(d.shape * d.scale) }

// Variance returns shape scale².
func (d Gamma) Variance() float64 { return float64(d.Mean() * d.scale) }

// LimitedMean returns E[min(X, limit)], which is
// Mean P(shape+1, limit/scale) + limit (1 - F(limit)).
func (d Gamma) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(float64(d.Mean()*mathx.GammaP(d.shape+1, limit/d.scale))+float64(limit*d.Survival(limit)), limit)
}

// Support returns 0 and +Inf.
func (d Gamma) Support() (low, high float64) { return 0, math.Inf(1) }

func (d Gamma) String() string { return call("gamma", num("shape", d.shape), num("scale", d.scale)) }

// MarshalText returns the text form.
func (d Gamma) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
