package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Exponential is the exponential distribution of a mean:
//
//	F(x) = 1 - exp(-x / mean)
//
// the time to the next event of a Poisson process, however long nothing has
// happened. The rate, by which others give it, is 1/mean.
type Exponential struct{ mean float64 }

// NewExponential returns the exponential distribution, for mean > 0.
func NewExponential(mean float64) (Exponential, error) {
	if err := check("exponential", positive("mean", mean)); err != nil {
		return Exponential{}, err
	}
	return Exponential{mean}, nil
}

// CDF returns P(X ≤ x).
func (d Exponential) CDF(x float64) float64 { return -mathx.Expm1(-max(x, 0) / d.mean) }

// Survival returns P(X > x).
func (d Exponential) Survival(x float64) float64 { return mathx.Exp(-max(x, 0) / d.mean) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Exponential) Quantile(p float64) float64 {
	if x, ok := end(p, 0, math.Inf(1)); ok {
		return x
	}
	return float64(-d.mean * mathx.Log1p(-p))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Exponential) Upper(q float64) float64 {
	if x, ok := end(q, math.Inf(1), 0); ok {
		return x
	}
	return float64(-d.mean * mathx.Log(q))
}

// Density returns exp(-x/mean) / mean.
func (d Exponential) Density(x float64) float64 {
	if x < 0 {
		return 0
	}
	return d.Survival(x) / d.mean
}

// Mean returns the mean.
func (d Exponential) Mean() float64 { return d.mean }

// Variance returns mean².
func (d Exponential) Variance() float64 { return float64(d.mean * d.mean) }

// LimitedMean returns E[min(X, limit)], which is mean F(limit).
func (d Exponential) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	return min(float64(d.mean*d.CDF(limit)), limit)
}

// Support returns 0 and +Inf.
func (d Exponential) Support() (low, high float64) { return 0, math.Inf(1) }

func (d Exponential) String() string { return call("exponential", num("mean", d.mean)) }

// MarshalText returns the text form.
func (d Exponential) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
