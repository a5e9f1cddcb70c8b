package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// NegBinomial is the number of events of a Poisson process whose rate itself
// varies from year to year, with a gamma distribution. With size r > 0 and
// probability p:
//
//	P(N = k) = Γ(k+r) / (k! Γ(r)) p^r (1-p)^k
//
// For whole r it is the number of failures before success number r, each trial
// succeeding with probability p. Its mean is m = r (1-p)/p; its variance is
// m + m²/r, always more than that of a [Poisson].
//
// Books mean different things by dispersion. Here it is 1/r, so that
//
//	variance = mean + dispersion × mean²
//
// and the square root of the dispersion is by what share the rate varies.
type NegBinomial struct {
	r, p             float64
	mean, dispersion float64
	fromMean         bool // which pair it was made from, and is written with
	q                float64
}

// NewNegBinomial returns the negative binomial distribution of size r > 0, which
// need not be whole, and probability p, above 0 and at most 1.
func NewNegBinomial(r, p float64) (NegBinomial, error) {
	q := 1 - p
	mean := float64(r * (q / p))
	err := check("negbinomial",
		condition{"r", r, r >= 1e-9 && r <= mostEvents, "a number from 1e-9 to 1e9"},
		condition{"p", p, p > 0 && p <= 1, "a probability above 0"},
		condition{"p", p, mean <= mostEvents, "a mean r (1-p)/p of at most 1e9"})
	if err != nil {
		return NegBinomial{}, err
	}
	return NegBinomial{r: r, p: p, q: q, mean: mean, dispersion: 1 / r}, nil
}

// NewNegBinomialMean returns the negative binomial distribution with a mean
// number of events, from 0 to 1e9, and a dispersion, the 1/r of [NegBinomial],
// from 1e-9 to 1e9. Without dispersion it would be [Poisson].
func NewNegBinomialMean(mean, dispersion float64) (NegBinomial, error) {
	err := check("negbinomialmean", expected(mean),
		condition{"dispersion", dispersion, dispersion >= 1e-9 && dispersion <= 1e9, "a number from 1e-9 to 1e9"})
	if err != nil {
		return NegBinomial{}, err
	}
	odds := float64(mean * dispersion)
	return NegBinomial{
		r: 1 / dispersion, p: 1 / (1 + odds), q: odds / (1 + odds),
		mean: mean, dispersion: dispersion, fromMean: true,
	}, nil
}

// odds returns (1-p)/p.
func (d NegBinomial) odds() float64 {
	if d.fromMean {
		return float64(d.mean * d.dispersion)
	}
	return d.q / d.p
}

// P returns P(N = k).
func (d NegBinomial) P(k int) float64 {
	switch {
	case k < 0:
		return 0
	case k == 0:
		return mathx.Exp(float64(-d.r * mathx.Log1p(d.odds())))
	case d.q == 0:
		return 0
	}
	x := float64(k)
	return float64(d.r / (d.r + x) * binomialP(d.r, x, d.p, d.q))
}

// CDF returns I(p; r, k+1).
func (d NegBinomial) CDF(k int) float64 {
	switch {
	case k < 0:
		return 0
	case d.p < d.q:
		return mathx.BetaI(d.r, float64(k)+1, d.p)
	}
	return mathx.BetaC(float64(k)+1, d.r, d.q)
}

// Survival returns I(1-p; k+1, r).
func (d NegBinomial) Survival(k int) float64 {
	switch {
	case k < 0:
		return 1
	case d.p < d.q:
		return mathx.BetaC(d.r, float64(k)+1, d.p)
	}
	return mathx.BetaI(float64(k)+1, d.r, d.q)
}

// Quantile returns the least k with CDF(k) ≥ p.
func (d NegBinomial) Quantile(p float64) int {
	high := math.MaxInt
	if d.q == 0 {
		high = 0
	}
	return least(d, p, 0, high, normalGuess(d, p))
}

// Mean returns r (1-p)/p.
func (d NegBinomial) Mean() float64 { return d.mean }

// Variance returns mean + mean²/r.
func (d NegBinomial) Variance() float64 { return d.mean + float64(d.mean*d.odds()) }

// PGF returns (1 - (1-p)/p (z-1))^-r.
func (d NegBinomial) PGF(z complex128) complex128 { return power1p(aboutOne(-d.odds(), z), -d.r) }

func (d NegBinomial) String() string {
	if d.fromMean {
		return call("negbinomialmean", num("mean", d.mean), num("dispersion", d.dispersion))
	}
	return call("negbinomial", num("r", d.r), num("p", d.p))
}

// MarshalText returns the text form.
func (d NegBinomial) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
