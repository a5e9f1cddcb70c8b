package dist

import "github.com/ismskit/ismskit/internal/mathx"

// Fixed is a number of events that is known: the twelve runs of a monthly job.
type Fixed struct{ n int }

// NewFixed returns the distribution of what is always n, from 0 to 1e9.
func NewFixed(n int) (Fixed, error) {
	if _, err := whole("fixed", "n", float64(n)); err != nil {
		return Fixed{}, err
	}
	return Fixed{n}, nil
}

// P returns 1 for n.
func (d Fixed) P(k int) float64 {
	if k == d.n {
		return 1
	}
	return 0
}

// CDF returns 1 from n on.
func (d Fixed) CDF(k int) float64 { return 1 - d.Survival(k) }

// Survival returns 1 below n.
func (d Fixed) Survival(k int) float64 {
	if k < d.n {
		return 1
	}
	return 0
}

// Quantile returns n.
func (d Fixed) Quantile(p float64) int {
	if !(p >= 0 && p <= 1) {
		return -1
	}
	return d.n
}

// Mean returns n.
func (d Fixed) Mean() float64 { return float64(d.n) }

// Variance returns 0.
func (d Fixed) Variance() float64 { return 0 }

// PGF returns z^n.
func (d Fixed) PGF(z complex128) complex128 {
	power := complex(1, 0)
	for n := d.n; n > 0; n >>= 1 {
		if n&1 == 1 {
			power = mathx.MulC(power, z)
		}
		z = mathx.MulC(z, z)
	}
	return power
}

func (d Fixed) String() string { return call("fixed", num("n", float64(d.n))) }

// MarshalText returns the text form.
func (d Fixed) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
