package dist

// Bernoulli is the number of events where there is one with probability p, and
// otherwise none: whether something happens within a year.
//
// A risk that may strike more than once in a year is a [Poisson].
type Bernoulli struct{ p float64 }

// NewBernoulli returns the distribution of one event with probability p, from
// 0 to 1.
func NewBernoulli(p float64) (Bernoulli, error) {
	if err := check("bernoulli", probability("p", p)); err != nil {
		return Bernoulli{}, err
	}
	return Bernoulli{p}, nil
}

// P returns p for 1, 1 - p for 0.
func (d Bernoulli) P(k int) float64 {
	switch k {
	case 0:
		return 1 - d.p
	case 1:
		return d.p
	}
	return 0
}

// CDF returns P(N ≤ k).
func (d Bernoulli) CDF(k int) float64 {
	switch {
	case k < 0:
		return 0
	case k == 0:
		return 1 - d.p
	}
	return 1
}

// Survival returns P(N > k).
func (d Bernoulli) Survival(k int) float64 {
	switch {
	case k < 0:
		return 1
	case k == 0:
		return d.p
	}
	return 0
}

// Quantile returns the least k with CDF(k) ≥ p.
func (d Bernoulli) Quantile(p float64) int {
	low, high := 0, 1
	if d.p == 1 {
		low = 1
	}
	if d.p == 0 {
		high = 0
	}
	return least(d, p, low, high, 0)
}

// Mean returns p.
func (d Bernoulli) Mean() float64 { return d.p }

// Variance returns p (1-p).
func (d Bernoulli) Variance() float64 { return float64(d.p * (1 - d.p)) }

// PGF returns 1 + p (z-1).
func (d Bernoulli) PGF(z complex128) complex128 { return 1 + aboutOne(d.p, z) }

func (d Bernoulli) String() string { return call("bernoulli", num("p", d.p)) }

// MarshalText returns the text form.
func (d Bernoulli) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
