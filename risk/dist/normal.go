package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Normal is the normal distribution of a mean and a standard deviation:
//
//	F(x) = Φ((x - mean) / sd)
//
// for what is the sum of many small things. It has negative values: for losses
// see [LogNormal], for a normal quantity with bounds [TruncatedNormal].
type Normal struct{ mean, sd float64 }

// NewNormal returns the normal distribution, for sd > 0.
func NewNormal(mean, sd float64) (Normal, error) {
	if err := check("normal", anyNumber("mean", mean), positive("sd", sd)); err != nil {
		return Normal{}, err
	}
	return Normal{mean, sd}, nil
}

func (d Normal) standard(x float64) float64 { return (x - d.mean) / d.sd }

// CDF returns P(X ≤ x).
func (d Normal) CDF(x float64) float64 { return mathx.NormCDF(d.standard(x)) }

// Survival returns P(X > x).
func (d Normal) Survival(x float64) float64 { return mathx.NormSurvival(d.standard(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Normal) Quantile(p float64) float64 {
	return d.mean + float64(d.sd*mathx.NormQuantile(p))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Normal) Upper(q float64) float64 {
	return d.mean + float64(d.sd*mathx.NormSurvivalInv(q))
}

// Density returns φ((x - mean)/sd) / sd.
func (d Normal) Density(x float64) float64 { return normDensity(d.standard(x)) / d.sd }

// Mean returns the mean.
func (d Normal) Mean() float64 { return d.mean }

// Variance returns sd².
func (d Normal) Variance() float64 { return float64(d.sd * d.sd) }

// LimitedMean returns E[min(X, limit)].
func (d Normal) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	z := d.standard(limit)
	if z < 0 {
		return limit - float64(d.sd*normExcess(-z))
	}
	return min(d.mean-float64(d.sd*normExcess(z)), limit)
}

// Support returns the infinities.
func (d Normal) Support() (low, high float64) { return math.Inf(-1), math.Inf(1) }

func (d Normal) String() string { return call("normal", num("mean", d.mean), num("sd", d.sd)) }

// MarshalText returns the text form.
func (d Normal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
