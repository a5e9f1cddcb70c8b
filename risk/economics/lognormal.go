package economics

import "github.com/ismskit/ismskit/internal/mathx"

// z95 is the 95th percentile of the standard normal distribution. A central
// interval of 90 % is 2·z95 = 3.28970725… standard deviations wide; Hubbard and
// Seiersen round that to 3.29.
const z95 = 1.6448536269514722

// Interval is an estimate of an amount with 90 % confidence: the estimator
// expects to be below Lower once in twenty times, and above Upper once.
//
// It is not the least and the most that can happen. Who gives those instead
// understates the tail.
type Interval struct {
	Lower float64 `json:"lower,omitzero"` // amount, above 0
	Upper float64 `json:"upper,omitzero"` // amount, above Lower
}

func (i Interval) inspect(in *inspection) {
	in.require(i.Lower > 0, "lower", i.Lower, "an amount above 0")
	in.require(i.Upper > i.Lower, "upper", i.Upper, "an amount above the lower bound")
}

// LogNormal returns the log-normal distribution with that interval:
//
//	μ = (ln Lower + ln Upper) / 2
//	σ = (ln Upper − ln Lower) / 3.28970725…
//
// Source: D. W. Hubbard, R. Seiersen, "How to Measure Anything in
// Cybersecurity Risk", 2nd edition, chapter 3, with 3.29; here exact, which
// moves σ by one part in eleven thousand.
func (i Interval) LogNormal() (LogNormal, error) {
	var in inspection
	i.inspect(&in)
	if err := in.err(); err != nil {
		return LogNormal{}, err
	}
	return logNormal(
		(mathx.Log(i.Lower)+mathx.Log(i.Upper))/2,
		mathx.Log1p((i.Upper-i.Lower)/i.Lower)/(2*z95), // bounds a hair apart still differ
	)
}

// logNormal returns the distribution, if there is one.
func logNormal(mu, sigma float64) (LogNormal, error) {
	if err := finite(mu, sigma); err != nil || sigma <= 0 {
		return LogNormal{}, ErrOverflow
	}
	return LogNormal{Mu: mu, Sigma: sigma}, nil
}

// LogNormal is the distribution of an amount whose logarithm is normal. The
// amount is in the currency of what the distribution was made from.
type LogNormal struct {
	Mu    float64 `json:"mu"`    // mean of the logarithm; 0 is a value like others
	Sigma float64 `json:"sigma"` // standard deviation of the logarithm, above 0
}

func (l LogNormal) inspect() inspection {
	var in inspection
	in.require(true, "mu", l.Mu, "a finite number")
	in.require(l.Sigma > 0, "sigma", l.Sigma, "a number above 0")
	return in
}

// Mean returns exp(μ + σ²/2), the expected amount. It lies above the median,
// far above where σ is large: a few rare losses carry it.
func (l LogNormal) Mean() (float64, error) {
	in := l.inspect()
	return in.figure(func() float64 { return mathx.Exp(l.Mu + float64(l.Sigma*l.Sigma/2)) })
}

// Quantile returns the amount that is not exceeded with probability p, above 0
// and below 1: exp(μ + σ Φ⁻¹(p)).
func (l LogNormal) Quantile(p float64) (float64, error) {
	in := l.inspect()
	in.require(p > 0 && p < 1, "p", p, "a probability above 0 and below 1")
	return in.figure(func() float64 { return mathx.Exp(l.Mu + float64(l.Sigma*mathx.NormQuantile(p))) })
}

// Exceedance returns the probability of an amount above x, at least 0:
// 1 − Φ((ln x − μ) / σ). Over all x it is the loss exceedance curve.
func (l LogNormal) Exceedance(x float64) (float64, error) {
	in := l.inspect()
	in.amount("x", x)
	return in.figure(func() float64 {
		return mathx.NormSurvival((mathx.Log(x) - l.Mu) / l.Sigma)
	})
}

// Tolerance is how much loss is tolerated, as two points of a curve: at most
// this chance a year of losing more than that. Hubbard and Seiersen draw such a
// curve beside the exceedance curve of the risks.
type Tolerance struct {
	Often  Point `json:"often,omitzero"`  // the smaller loss, with the larger chance
	Seldom Point `json:"seldom,omitzero"` // the larger loss, with the smaller chance
}

// Point is one point of a loss exceedance curve.
type Point struct {
	Loss       float64 `json:"loss,omitzero"`       // amount, above 0
	Exceedance float64 `json:"exceedance,omitzero"` // probability of losing more, above 0 and below 1
}

// LogNormal returns the log-normal distribution whose exceedance curve goes
// through both points: with z = Φ⁻¹(1 − exceedance),
//
//	σ = (ln seldom − ln often) / (z seldom − z often)
//	μ = ln often − σ z often
//
// As CISO Assistant computes it (backend/crq/utils.py). What lies beyond the
// two points is the shape of the curve and was said by nobody.
func (t Tolerance) LogNormal() (LogNormal, error) {
	var in inspection
	t.Often.inspect(&in, "often/")
	t.Seldom.inspect(&in, "seldom/")
	in.at = "seldom/"
	in.require(t.Seldom.Loss > t.Often.Loss, "loss", t.Seldom.Loss, "an amount above that of often")
	in.require(t.Seldom.Exceedance < t.Often.Exceedance, "exceedance", t.Seldom.Exceedance, "a probability below that of often")
	if err := in.err(); err != nil {
		return LogNormal{}, err
	}
	often, seldom := mathx.NormSurvivalInv(t.Often.Exceedance), mathx.NormSurvivalInv(t.Seldom.Exceedance)
	sigma := (mathx.Log(t.Seldom.Loss) - mathx.Log(t.Often.Loss)) / (seldom - often)
	return logNormal(mathx.Log(t.Often.Loss)-float64(sigma*often), sigma)
}

func (p Point) inspect(in *inspection, at string) {
	in.at = at
	in.require(p.Loss > 0, "loss", p.Loss, "an amount above 0")
	in.require(p.Exceedance > 0 && p.Exceedance < 1, "exceedance", p.Exceedance, "a probability above 0 and below 1")
}
