package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Pareto is the Pareto distribution of type I, of a least value and a shape:
//
//	F(x) = 1 - (min/x)^shape     for x ≥ min
//
// for losses above a threshold whose tail is a power: whatever has been seen,
// something several times as large is to be expected. The mean is infinite for
// shape ≤ 1, the variance for shape ≤ 2. From 0 on, see [Lomax].
type Pareto struct{ min, shape float64 }

// NewPareto returns the Pareto distribution, for min, shape > 0.
func NewPareto(low, shapeOf float64) (Pareto, error) {
	if err := check("pareto", positive("min", low), shape("shape", shapeOf)); err != nil {
		return Pareto{}, err
	}
	return Pareto{low, shapeOf}, nil
}

// hazard returns -log P(X > x).
func (d Pareto) hazard(x float64) float64 {
	return float64(d.shape * logRatio(max(x, d.min), d.min))
}

// CDF returns P(X ≤ x).
func (d Pareto) CDF(x float64) float64 { return -mathx.Expm1(-d.hazard(x)) }

// Survival returns P(X > x).
func (d Pareto) Survival(x float64) float64 { return mathx.Exp(-d.hazard(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Pareto) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, math.Inf(1)); ok {
		return x
	}
	return float64(d.min * mathx.Exp(-mathx.Log1p(-p)/d.shape))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Pareto) Upper(q float64) float64 {
	if x, ok := end(q, math.Inf(1), d.min); ok {
		return x
	}
	return float64(d.min * mathx.Exp(-mathx.Log(q)/d.shape))
}

// Density returns shape P(X > x) / x from min on.
func (d Pareto) Density(x float64) float64 {
	if x < d.min {
		return 0
	}
	return float64(d.shape / x * d.Survival(x))
}

// Mean returns min shape/(shape - 1), +Inf for shape ≤ 1.
func (d Pareto) Mean() float64 {
	if d.shape <= 1 {
		return math.Inf(1)
	}
	return float64(d.min * (d.shape / (d.shape - 1)))
}

// Variance returns min² shape / ((shape - 1)² (shape - 2)), +Inf for
// shape ≤ 2, NaN for shape ≤ 1.
func (d Pareto) Variance() float64 {
	over := d.min / (d.shape - 1)
	return powerVariance(d.shape, float64(float64(over*over)*(d.shape/(d.shape-2))))
}

// powerVariance returns the variance where a tail of that power has one.
func powerVariance(power, variance float64) float64 {
	switch {
	case power <= 1:
		return math.NaN()
	case power <= 2:
		return math.Inf(1)
	}
	return variance
}

// LimitedMean returns E[min(X, limit)], which is
// min (1 + (1 - (limit/min)^(1-shape))/(shape - 1)).
func (d Pareto) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(d.min+float64(d.min*annuity(d.shape-1, logRatio(limit, d.min))), limit)
}

// Support returns min and +Inf.
func (d Pareto) Support() (low, high float64) { return d.min, math.Inf(1) }

func (d Pareto) String() string { return call("pareto", num("min", d.min), num("shape", d.shape)) }

// MarshalText returns the text form.
func (d Pareto) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
