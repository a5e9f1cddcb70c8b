package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Lomax is the Pareto distribution of type II, of a shape and a scale:
//
//	F(x) = 1 - (1 + x/scale)^-shape     for x ≥ 0
//
// It is the exponential distribution at a gamma rate: the time to an event, or a
// loss, whose mean varies from one to the next. The mean is infinite for
// shape ≤ 1, the variance for shape ≤ 2.
type Lomax struct{ shape, scale float64 }

// NewLomax returns the Lomax distribution, for shape, scale > 0.
func NewLomax(shapeOf, scale float64) (Lomax, error) {
	if err := check("lomax", shape("shape", shapeOf), positive("scale", scale)); err != nil {
		return Lomax{}, err
	}
	return Lomax{shapeOf, scale}, nil
}

// growth returns log(1 + x/scale).
func (d Lomax) growth(x float64) float64 { return mathx.Log1p(max(x, 0) / d.scale) }

// CDF returns P(X ≤ x).
func (d Lomax) CDF(x float64) float64 { return -mathx.Expm1(-float64(d.shape * d.growth(x))) }

// Survival returns P(X > x).
func (d Lomax) Survival(x float64) float64 { return mathx.Exp(-float64(d.shape * d.growth(x))) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Lomax) Quantile(p float64) float64 {
	if x, ok := end(p, 0, math.Inf(1)); ok {
		return x
	}
	return float64(d.scale * mathx.Expm1(-mathx.Log1p(-p)/d.shape))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Lomax) Upper(q float64) float64 {
	if x, ok := end(q, math.Inf(1), 0); ok {
		return x
	}
	return float64(d.scale * mathx.Expm1(-mathx.Log(q)/d.shape))
}

// Density returns (shape/scale) (1 + x/scale)^-(shape+1).
func (d Lomax) Density(x float64) float64 {
	if x < 0 {
		return 0
	}
	return float64(d.shape / d.scale * mathx.Exp(-float64((d.shape+1)*d.growth(x))))
}

// Mean returns scale/(shape - 1), +Inf for shape ≤ 1.
func (d Lomax) Mean() float64 {
	if d.shape <= 1 {
		return math.Inf(1)
	}
	return d.scale / (d.shape - 1)
}

// Variance returns scale² shape / ((shape - 1)² (shape - 2)), +Inf for
// shape ≤ 2, NaN for shape ≤ 1.
func (d Lomax) Variance() float64 {
	m := d.Mean()
	return powerVariance(d.shape, float64(float64(m*m)*(d.shape/(d.shape-2))))
}

// LimitedMean returns E[min(X, limit)], which is
// scale (1 - (1 + limit/scale)^(1-shape)) / (shape - 1).
func (d Lomax) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(float64(d.scale*annuity(d.shape-1, d.growth(limit))), limit)
}

// Support returns 0 and +Inf.
func (d Lomax) Support() (low, high float64) { return 0, math.Inf(1) }

func (d Lomax) String() string { return call("lomax", num("shape", d.shape), num("scale", d.scale)) }

// MarshalText returns the text form.
func (d Lomax) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
