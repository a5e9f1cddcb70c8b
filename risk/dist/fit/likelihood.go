package fit

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A law is a distribution as the logarithms that a likelihood is made of. They
// are finite also where the probability is less than the least number.
type law struct {
	logDensity  func(x, logx float64) float64
	logSurvival func(x float64) float64
	logCDF      func(x float64) float64
}

// logLikelihood returns the sum over the items, -Inf where one is impossible:
//
//	known value x            log f(x)
//	between low and high     log (F(high) - F(low))
//	above a limit            log (1 - F(low))
//	seen from a threshold t  the same less log (1 - F(t))
func (s sample) logLikelihood(l law) float64 {
	var all sum
	from, seen := 0.0, 0.0 // a threshold, mostly that of all, and log (1 - F) there
	for _, i := range s.items {
		if i.from != from {
			from, seen = i.from, l.logSurvival(i.from)
		}
		term := l.term(i) - seen
		if !(term < math.Inf(1)) || math.IsInf(term, -1) { // NaN where both were impossible
			return math.Inf(-1)
		}
		all.add(float64(i.weight * term))
	}
	return all.value()
}

// term returns the logarithm of the probability, or density, of one item.
func (l law) term(i item) float64 {
	switch {
	case i.exact():
		return l.logDensity(i.low, i.log)
	case math.IsInf(i.high, 1):
		return l.logSurvival(i.low)
	case i.low == 0:
		return l.logCDF(i.high)
	}
	return l.logBetween(i.low, i.high)
}

// logBetween returns log (F(high) - F(low)). Where the interval is so narrow
// that the difference has lost digits, it is the integral of the density.
func (l law) logBetween(low, high float64) float64 {
	if high-low <= float64(0.01*low) {
		if p, ok := l.logNarrow(low, high); ok {
			return p
		}
	}
	if f := l.logCDF(low); f <= -math.Ln2 {
		high := l.logCDF(high)
		return high + logLess(f-high)
	}
	s := l.logSurvival(low)
	return s + logLess(l.logSurvival(high)-s)
}

// logLess returns log (1 - e^d) for d ≤ 0.
func logLess(d float64) float64 { return mathx.Log(-mathx.Expm1(d)) }

// The nodes and weights of Gauss and Legendre's rule of five points (Abramowitz
// and Stegun, table 25.4).
var (
	legendreNodes   = [...]float64{0, -0.538469310105683091, 0.538469310105683091, -0.906179845938663993, 0.906179845938663993}
	legendreWeights = [...]float64{0.568888888888888889, 0.478628670499366468, 0.478628670499366468, 0.236926885056189088, 0.236926885056189088}
)

// logNarrow returns the logarithm of the integral of the density, if that is
// about constant from low to high.
func (l law) logNarrow(low, high float64) (value float64, ok bool) {
	half := float64(0.5 * (high - low))
	middle := low + half
	at := l.logDensity(middle, mathx.Log(middle))
	total := 0.0
	for k, node := range legendreNodes {
		x := middle + float64(half*node)
		off := l.logDensity(x, mathx.Log(x)) - at
		if !(math.Abs(off) < 0.5) {
			return 0, false
		}
		total += float64(legendreWeights[k] * mathx.Exp(off))
	}
	return at + mathx.Log(float64(half*total)), true
}
