package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Poisson is the number of events that come independently of each other at a
// constant rate, within the period of the rate:
//
//	P(N = k) = e^-m m^k / k!
//
// Its variance is its mean. Where counts vary more than that from year to year,
// see [NegBinomial] and [MixedPoisson].
type Poisson struct{ mean float64 }

// NewPoisson returns the Poisson distribution with a mean number of events,
// from 0 to 1e9.
func NewPoisson(mean float64) (Poisson, error) {
	if err := check("poisson", expected(mean)); err != nil {
		return Poisson{}, err
	}
	return Poisson{mean}, nil
}

// expected is the condition of mean numbers of events.
func expected(mean float64) condition {
	return condition{"mean", mean, mean >= 0 && mean <= mostEvents, "a number from 0 to 1e9"}
}

// P returns P(N = k).
func (d Poisson) P(k int) float64 { return poissonP(k, d.mean) }

// CDF returns Q(k+1, mean), the upper incomplete gamma function.
func (d Poisson) CDF(k int) float64 {
	if k < 0 {
		return 0
	}
	return mathx.GammaQ(float64(k)+1, d.mean)
}

// Survival returns P(k+1, mean), the lower incomplete gamma function.
func (d Poisson) Survival(k int) float64 {
	if k < 0 {
		return 1
	}
	return mathx.GammaP(float64(k)+1, d.mean)
}

// Quantile returns the least k with CDF(k) ≥ p.
func (d Poisson) Quantile(p float64) int {
	high := math.MaxInt
	if d.mean == 0 {
		high = 0
	}
	return least(d, p, 0, high, normalGuess(d, p))
}

// Mean returns the mean.
func (d Poisson) Mean() float64 { return d.mean }

// Variance returns the mean.
func (d Poisson) Variance() float64 { return d.mean }

// PGF returns e^(mean (z-1)).
func (d Poisson) PGF(z complex128) complex128 { return mathx.ExpC(aboutOne(d.mean, z)) }

func (d Poisson) String() string { return call("poisson", num("mean", d.mean)) }

// MarshalText returns the text form.
func (d Poisson) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
