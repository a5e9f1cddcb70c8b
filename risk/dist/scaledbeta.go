package dist

import "github.com/ismskit/ismskit/internal/mathx"

// A scaledBeta is min + (max-min) T for a beta variable T of the parameters a
// and b: what [Beta], [PERT] and [VosePERT] have in common. Each half of the
// support is computed from its own end, so that both tails keep their digits.
type scaledBeta struct {
	a, b     float64
	min, max float64
	lower    float64 // P(T ≤ ½)
	upper    float64 // P(T > ½)
	log      float64 // of B(a, b)
}

func newScaledBeta(a, b, low, high float64) scaledBeta {
	return scaledBeta{a, b, low, high, mathx.BetaI(a, b, 0.5), mathx.BetaC(a, b, 0.5), logBeta(a, b)}
}

func (d scaledBeta) width() float64 { return d.max - d.min }

// parts returns where x is between min and max, and the rest.
func (d scaledBeta) parts(x float64) (t, u float64) {
	return unit((x - d.min) / d.width()), unit((d.max - x) / d.width())
}

// betaBelow returns P(T ≤ t) for t = 1-u, from the one that has more digits.
func betaBelow(a, b, t, u float64) float64 {
	if t <= 0.5 {
		return mathx.BetaI(a, b, t)
	}
	return mathx.BetaC(b, a, u)
}

// CDF returns P(X ≤ x).
func (d scaledBeta) CDF(x float64) float64 {
	t, u := d.parts(x)
	return betaBelow(d.a, d.b, t, u)
}

// Survival returns P(X > x).
func (d scaledBeta) Survival(x float64) float64 {
	t, u := d.parts(x)
	return betaBelow(d.b, d.a, u, t)
}

// Quantile returns the least x with CDF(x) ≥ p.
func (d scaledBeta) Quantile(p float64) float64 {
	if x, ok := end(p, d.min, d.max); ok {
		return x
	}
	if p <= d.lower {
		return d.min + float64(d.width()*mathx.BetaInv(d.a, d.b, p))
	}
	return d.max - float64(d.width()*mathx.BetaCInv(d.b, d.a, p))
}

// Upper returns the least x with Survival(x) ≤ q.
func (d scaledBeta) Upper(q float64) float64 {
	if x, ok := end(q, d.max, d.min); ok {
		return x
	}
	if q <= d.upper {
		return d.max - float64(d.width()*mathx.BetaInv(d.b, d.a, q))
	}
	return d.min + float64(d.width()*mathx.BetaCInv(d.a, d.b, q))
}

// Density returns t^(a-1) (1-t)^(b-1) / (B(a, b)(max-min)) for
// t = (x-min)/(max-min).
func (d scaledBeta) Density(x float64) float64 {
	if x < d.min || x > d.max {
		return 0
	}
	t, u := d.parts(x)
	log := times(d.a-1, mathx.Log(t)) + times(d.b-1, mathx.Log(u)) - d.log
	return mathx.Exp(log) / d.width()
}

// Mean returns min + (max-min) a/(a+b).
func (d scaledBeta) Mean() float64 { return d.min + float64(d.width()*(d.a/(d.a+d.b))) }

// Variance returns (max-min)² ab / ((a+b)² (a+b+1)).
func (d scaledBeta) Variance() float64 {
	sum := d.a + d.b
	return float64(float64(d.width()*d.width()) * float64((d.a/sum)*(d.b/sum)) / (sum + 1))
}

// LimitedMean returns E[min(X, limit)].
func (d scaledBeta) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	t, u := d.parts(limit)
	below := float64(d.a / (d.a + d.b) * betaBelow(d.a+1, d.b, t, u)) // E[T; T ≤ t]
	return min(d.min+float64(d.width()*(below+float64(t*betaBelow(d.b, d.a, u, t)))), limit)
}

// Support returns min and max.
func (d scaledBeta) Support() (low, high float64) { return d.min, d.max }
