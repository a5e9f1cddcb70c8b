package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// Burr is the Burr distribution of type XII, of two shapes and a scale:
//
//	F(x) = 1 - (1 + (x/scale)^c)^-k     for x ≥ 0
//
// The tail is a power, c k; c alone shapes the small losses, so it fits where
// [Lomax], its case c = 1, cannot. For k = 1 it is the log-logistic
// distribution. The mean is infinite for c k ≤ 1, the variance for c k ≤ 2.
type Burr struct{ c, k, scale float64 }

// NewBurr returns the Burr distribution, for c, k, scale > 0.
func NewBurr(c, k, scale float64) (Burr, error) {
	d := Burr{c, k, scale}
	err := check("burr", shape("c", c), shape("k", k), positive("scale", scale),
		condition{"scale", scale, d.power() <= 1 || finite(d.Mean()), "a mean that float64 can hold"})
	if err != nil {
		return Burr{}, err
	}
	return d, nil
}

// power returns that of the tail.
func (d Burr) power() float64 { return float64(d.c * d.k) }

// growth returns log(1 + (x/scale)^c).
func (d Burr) growth(x float64) float64 {
	t := mathx.Pow(max(x, 0)/d.scale, d.c)
	if math.IsInf(t, 1) {
		return float64(d.c * logRatio(x, d.scale))
	}
	return mathx.Log1p(t)
}

// at returns the x of that growth.
func (d Burr) at(growth float64) float64 {
	t := mathx.Expm1(growth)
	if math.IsInf(t, 1) {
		return float64(d.scale * mathx.Exp(growth/d.c))
	}
	return float64(d.scale * mathx.Pow(t, 1/d.c))
}

// CDF returns P(X ≤ x).
func (d Burr) CDF(x float64) float64 { return -mathx.Expm1(-float64(d.k * d.growth(x))) }

// Survival returns P(X > x).
func (d Burr) Survival(x float64) float64 { return mathx.Exp(-float64(d.k * d.growth(x))) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d Burr) Quantile(p float64) float64 {
	if x, ok := end(p, 0, math.Inf(1)); ok {
		return x
	}
	return d.at(-mathx.Log1p(-p) / d.k)
}

// Upper returns the least x with Survival(x) ≤ q.
func (d Burr) Upper(q float64) float64 {
	if x, ok := end(q, math.Inf(1), 0); ok {
		return x
	}
	return d.at(-mathx.Log(q) / d.k)
}

// Density returns (c k/scale) z^(c-1) (1 + z^c)^-(k+1) for z = x/scale.
func (d Burr) Density(x float64) float64 {
	if x < 0 || math.IsInf(x, 1) {
		return 0
	}
	log := times(d.c-1, mathx.Log(x/d.scale)) - float64((d.k+1)*d.growth(x))
	return float64(mathx.Exp(log) * (d.power() / d.scale))
}

// moment returns E[(X/scale)^n] = Γ(1 + n/c) Γ(k - n/c) / Γ(k), n/c < k.
func (d Burr) moment(n float64) float64 { return mathx.Exp(d.logMoment(n)) }

func (d Burr) logMoment(n float64) float64 {
	l, _ := mathx.Lgamma(1 + n/d.c)
	return l - logGammaRatio(d.k-n/d.c, n/d.c)
}

// Mean returns scale Γ(1 + 1/c) Γ(k - 1/c) / Γ(k), +Inf for c k ≤ 1.
func (d Burr) Mean() float64 {
	if d.power() <= 1 || d.k <= 1/d.c {
		return math.Inf(1)
	}
	return float64(d.scale * d.moment(1))
}

// Variance returns scale² Γ(1 + 2/c) Γ(k - 2/c) / Γ(k) - Mean², +Inf for
// c k ≤ 2, NaN for c k ≤ 1.
func (d Burr) Variance() float64 {
	if d.power() <= 2 || d.k <= 2/d.c {
		return powerVariance(min(d.power(), 2), 0)
	}
	m := d.Mean()
	return float64(float64(m*m) * mathx.Expm1(d.logMoment(2)-float64(2*d.logMoment(1))))
}

// LimitedMean returns E[min(X, limit)]: with t = (limit/scale)^c it is
// Mean I(t/(1+t); 1 + 1/c, k - 1/c) + limit (1 - F(limit)), and without a mean
// the integral of the survival function.
func (d Burr) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	g := d.growth(limit)
	if d.power() <= 1.001 || g > 700 { // no mean to speak of, or 1/(1+t) is no number
		return min(d.integral(limit), limit)
	}
	below := betaBelow(1+1/d.c, d.k-1/d.c, -mathx.Expm1(-g), mathx.Exp(-g))
	return min(float64(d.Mean()*below)+float64(limit*d.Survival(limit)), limit)
}

// integral returns that of the survival function from 0 to limit. Where x is
// small it is a geometric series, from there on a function of log x:
//
//	∫ S dx from 0 to x = x (1+t)^-k Σ (k)…(k+n-1) / ((1+1/c)…(n+1/c)) u^n, u = t/(1+t)
//
// (DLMF 15.6.1 and 15.8.1).
func (d Burr) integral(limit float64) float64 {
	start := min(limit, d.scale)
	u := -mathx.Expm1(-d.growth(start))
	sum, term := 1.0, 1.0
	for n := 0.0; n < 10_000 && term > float64(sum*0x1p-56); n++ {
		term = float64(term * float64(u*((d.k+n)/(n+1+1/d.c))))
		sum += term
	}
	head := float64(float64(start*d.Survival(start)) * sum)
	if start == limit {
		return head
	}
	return head + float64(d.scale*gaussIntegral(0, logRatio(limit, d.scale), func(v float64) float64 {
		return mathx.Exp(v - float64(d.k*d.growth(float64(d.scale*mathx.Exp(v)))))
	}))
}

// Support returns 0 and +Inf.
func (d Burr) Support() (low, high float64) { return 0, math.Inf(1) }

func (d Burr) String() string {
	return call("burr", num("c", d.c), num("k", d.k), num("scale", d.scale))
}

// MarshalText returns the text form.
func (d Burr) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
