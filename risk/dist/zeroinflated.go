package dist

// ZeroInflated is a number of events that is 0 with probability p whatever
// happens, and otherwise that of another distribution: of many systems those
// that nobody attacks at all.
//
//	P(N = 0) = p + (1-p) P(M = 0), P(N = k) = (1-p) P(M = k)
type ZeroInflated struct {
	p    float64
	base Count
}

// NewZeroInflated returns the distribution of base with an additional
// probability p of none, from 0 to 1.
func NewZeroInflated(p float64, base Count) (ZeroInflated, error) {
	if err := check("zeroinflated", probability("p", p)); err != nil {
		return ZeroInflated{}, err
	}
	if base == nil {
		return ZeroInflated{}, &ParamError{"zeroinflated", "of", "nothing", "a distribution of a number of events"}
	}
	return ZeroInflated{p, base}, nil
}

// P returns P(N = k).
func (d ZeroInflated) P(k int) float64 {
	p := float64((1 - d.p) * d.base.P(k))
	if k == 0 {
		p += d.p
	}
	return p
}

// CDF returns P(N ≤ k).
func (d ZeroInflated) CDF(k int) float64 {
	if k < 0 {
		return 0
	}
	return d.p + float64((1-d.p)*d.base.CDF(k))
}

// Survival returns P(N > k).
func (d ZeroInflated) Survival(k int) float64 {
	if k < 0 {
		return 1
	}
	return float64((1 - d.p) * d.base.Survival(k))
}

// Quantile returns the least k with CDF(k) ≥ p.
func (d ZeroInflated) Quantile(p float64) int {
	low, high := d.base.Quantile(0), d.base.Quantile(1)
	if d.p > 0 {
		low = 0
	}
	if d.p == 1 {
		high = 0
	}
	guess := 0.0
	if p > d.p {
		guess = float64(d.base.Quantile(unit((p - d.p) / (1 - d.p))))
	}
	return least(d, p, low, high, guess)
}

// Mean returns (1-p) E[M].
func (d ZeroInflated) Mean() float64 { return times(1-d.p, d.base.Mean()) }

// Variance returns (1-p) (Var[M] + p E[M]²).
func (d ZeroInflated) Variance() float64 {
	mean := d.base.Mean()
	return times(1-d.p, d.base.Variance()+times(d.p, float64(mean*mean)))
}

// PGF returns p + (1-p) E[z^M].
func (d ZeroInflated) PGF(z complex128) complex128 {
	g := d.base.PGF(z)
	return complex(d.p+float64((1-d.p)*real(g)), float64((1-d.p)*imag(g)))
}

func (d ZeroInflated) String() string {
	return call("zeroinflated", num("p", d.p), sub("of", d.base))
}

// MarshalText returns the text form.
func (d ZeroInflated) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
