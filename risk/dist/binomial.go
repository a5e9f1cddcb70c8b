package dist

import "github.com/ismskit/ismskit/internal/mathx"

// Binomial is the number of events in n independent trials of which each has
// one with probability p: of n machines those that fail within a year.
//
//	P(N = k) = n! / (k! (n-k)!) p^k (1-p)^(n-k)
type Binomial struct {
	n int
	p float64
}

// NewBinomial returns the binomial distribution of n trials, from 0 to 1e9,
// with probability p, from 0 to 1.
func NewBinomial(n int, p float64) (Binomial, error) {
	if _, err := whole("binomial", "n", float64(n)); err != nil {
		return Binomial{}, err
	}
	if err := check("binomial", probability("p", p)); err != nil {
		return Binomial{}, err
	}
	return Binomial{n, p}, nil
}

// P returns P(N = k).
func (d Binomial) P(k int) float64 {
	n, q := float64(d.n), 1-d.p
	switch {
	case k < 0 || k > d.n:
		return 0
	case k == 0:
		return mathx.Exp(times(n, mathx.Log1p(-d.p)))
	case k == d.n:
		return mathx.Pow(d.p, n)
	case d.p == 0 || d.p == 1:
		return 0
	}
	return binomialP(float64(k), float64(d.n-k), d.p, q)
}

// CDF returns 1 - I(p; k+1, n-k).
func (d Binomial) CDF(k int) float64 {
	switch {
	case k < 0:
		return 0
	case k >= d.n:
		return 1
	}
	return mathx.BetaC(float64(k)+1, float64(d.n-k), d.p)
}

// Survival returns I(p; k+1, n-k).
func (d Binomial) Survival(k int) float64 {
	switch {
	case k < 0:
		return 1
	case k >= d.n:
		return 0
	}
	return mathx.BetaI(float64(k)+1, float64(d.n-k), d.p)
}

// Quantile returns the least k with CDF(k) ≥ p.
func (d Binomial) Quantile(p float64) int {
	low, high := 0, d.n
	if d.p == 1 {
		low = d.n
	}
	if d.p == 0 {
		high = 0
	}
	return least(d, p, low, high, normalGuess(d, p))
}

// Mean returns np.
func (d Binomial) Mean() float64 { return float64(float64(d.n) * d.p) }

// Variance returns np (1-p).
func (d Binomial) Variance() float64 { return float64(d.Mean() * (1 - d.p)) }

// PGF returns (1 + p (z-1))^n.
func (d Binomial) PGF(z complex128) complex128 {
	if d.n == 0 {
		return 1
	}
	return power1p(aboutOne(d.p, z), float64(d.n))
}

func (d Binomial) String() string { return call("binomial", num("n", float64(d.n)), num("p", d.p)) }

// MarshalText returns the text form.
func (d Binomial) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
