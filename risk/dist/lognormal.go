package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// LogNormal is the distribution of a quantity whose logarithm is normal with
// mean mu and standard deviation sigma:
//
//	F(x) = Φ((log x - mu) / sigma)
//
// for what is the product of many things: most losses, durations. The median is
// e^mu; sigma is about the relative spread. The mean, e^(mu + sigma²/2), lies
// far above the median where sigma is large: a few rare losses carry it.
type LogNormal struct{ mu, sigma, median float64 }

// NewLogNormal returns the log-normal distribution by the mean and the standard
// deviation of the logarithm, sigma > 0.
func NewLogNormal(mu, sigma float64) (LogNormal, error) {
	d := LogNormal{mu, sigma, mathx.Exp(mu)}
	err := check("lognormal", anyNumber("mu", d.mu), positive("sigma", d.sigma),
		condition{"mu", d.mu, d.median >= 0x1p-1022 && finite(d.median), "a median e^mu that float64 can hold"},
		condition{"sigma", d.sigma, finite(d.Mean()), "a mean e^(mu+sigma²/2) that float64 can hold"})
	if err != nil {
		return LogNormal{}, err
	}
	return d, nil
}

// NewLogNormalMean returns the log-normal distribution of that mean and
// standard deviation, both above 0, by
//
//	sigma² = log(1 + (sd/mean)²), mu = log mean - sigma²/2
func NewLogNormalMean(mean, sd float64) (LogNormal, error) {
	if err := check("lognormal", positive("mean", mean), positive("sd", sd)); err != nil {
		return LogNormal{}, err
	}
	ratio := sd / mean
	square := mathx.Log1p(float64(ratio * ratio))
	if math.IsInf(square, 1) || square < 0x1p-1022 {
		return LogNormal{}, refuse("lognormal", "sd", sd, "a number in proportion to the mean "+number(mean))
	}
	return NewLogNormal(mathx.Log(mean)-float64(square/2), math.Sqrt(square))
}

// NewLogNormalQuantiles returns the log-normal distribution that is at most x1
// with probability p1, and at most x2 with probability p2; 0 < x1 < x2,
// 0 < p1 < p2 < 1. With z = Φ⁻¹(p) it is
//
//	sigma = (log x2 - log x1) / (z2 - z1), mu = log x1 - sigma z1
func NewLogNormalQuantiles(p1, x1, p2, x2 float64) (LogNormal, error) {
	err := check("lognormal",
		condition{"p1", p1, p1 > 0 && p1 < p2, "a probability above 0 and below p2 " + number(p2)},
		condition{"p2", p2, p2 < 1, "a probability below 1"},
		condition{"x1", x1, x1 > 0 && x1 < x2, "a number above 0 and below x2 " + number(x2)},
		anyNumber("x2", x2))
	if err != nil {
		return LogNormal{}, err
	}
	z1, z2 := mathx.NormQuantile(p1), mathx.NormQuantile(p2)
	sigma := logRatio(x2, x1) / (z2 - z1)
	return NewLogNormal(mathx.Log(x1)-float64(sigma*z1), sigma)
}

// LogNormal90 returns the log-normal distribution of an estimate with 90 %
// confidence: one time in twenty below low, one time in twenty above high,
// 0 < low < high. It is how Hubbard and Seiersen have losses estimated (How to
// Measure Anything in Cybersecurity Risk, chapter 3; they take 3.29 for
// 3.28970725… standard deviations). [Implied] shows what was said thereby.
func LogNormal90(low, high float64) (LogNormal, error) {
	err := check("lognormal90",
		condition{"low", low, low > 0 && low < high, "a number above 0 and below high " + number(high)},
		anyNumber("high", high))
	if err != nil {
		return LogNormal{}, err
	}
	const z95 = 1.64485362695147271486
	return NewLogNormal(float64((mathx.Log(low)+mathx.Log(high))/2), logRatio(high, low)/(2*z95))
}

// standard returns (log x - mu)/sigma, by way of the median: near it the
// difference of logarithms has lost its digits.
func (d LogNormal) standard(x float64) float64 {
	if x <= 0 {
		return math.Inf(-1)
	}
	return logRatio(x, d.median) / d.sigma
}

// at returns the value z standard deviations above the median.
func (d LogNormal) at(z float64) float64 {
	e := mathx.Exp(float64(d.sigma * z))
	return float64(d.median * e)
}

// CDF returns P(X ≤ x).
func (d LogNormal) CDF(x float64) float64 { return mathx.NormCDF(d.standard(x)) }

// Survival returns P(X > x).
func (d LogNormal) Survival(x float64) float64 { return mathx.NormSurvival(d.standard(x)) }

// Quantile returns the least x with CDF(x) ≥ p.
func (d LogNormal) Quantile(p float64) float64 { return d.at(mathx.NormQuantile(p)) }

// Upper returns the least x with Survival(x) ≤ q.
func (d LogNormal) Upper(q float64) float64 { return d.at(mathx.NormSurvivalInv(q)) }

// Density returns φ((log x - mu)/sigma) / (sigma x).
func (d LogNormal) Density(x float64) float64 {
	if x <= 0 {
		return 0
	}
	return normDensity(d.standard(x)) / d.sigma / x
}

// Mean returns e^(mu + sigma²/2).
func (d LogNormal) Mean() float64 {
	return float64(d.median * mathx.Exp(float64(float64(d.sigma*d.sigma)/2)))
}

// Variance returns (e^(sigma²) - 1) e^(2 mu + sigma²).
func (d LogNormal) Variance() float64 {
	m := d.Mean()
	return float64(float64(m*m) * mathx.Expm1(float64(d.sigma*d.sigma)))
}

// LimitedMean returns E[min(X, limit)], which is
// Mean Φ(z - sigma) + limit (1 - Φ(z)) for z = (log limit - mu)/sigma.
func (d LogNormal) LimitedMean(limit float64) float64 {
	if m, ok := limited(d, limit); ok {
		return m
	}
	z := d.standard(limit)
	return min(float64(d.Mean()*mathx.NormCDF(z-d.sigma))+float64(limit*mathx.NormSurvival(z)), limit)
}

// Support returns 0 and +Inf.
func (d LogNormal) Support() (low, high float64) { return 0, math.Inf(1) }

func (d LogNormal) String() string {
	return call("lognormal", num("mu", d.mu), num("sigma", d.sigma))
}

// MarshalText returns the text form.
func (d LogNormal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
