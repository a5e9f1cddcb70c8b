package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// logRatio returns log(x/y) for x ≥ 0, y > 0, also where they are close: their
// difference is then exact, and their quotient is not.
func logRatio(x, y float64) float64 {
	if r := x / y; r < 0.5 || r > 2 {
		if r == 0 || math.IsInf(r, 1) { // or too far apart for a quotient
			return mathx.Log(x) - mathx.Log(y)
		}
		return mathx.Log(r)
	}
	return mathx.Log1p((x - y) / y)
}

// times returns c x, and 0 where c is 0 although x is infinite: the logarithm
// of x^c.
func times(c, x float64) float64 {
	if c == 0 {
		return 0
	}
	return float64(c * x)
}

// annuity returns (1 - e^(-c t)) / c, and t for c = 0: the integral of e^(-c s)
// over s from 0 to t.
func annuity(c, t float64) float64 {
	if c == 0 {
		return t
	}
	return -mathx.Expm1(float64(-c*t)) / c
}

// gamma returns Γ(x) for x > 0.
func gamma(x float64) float64 {
	l, _ := mathx.Lgamma(x)
	return mathx.Exp(l)
}

// logBeta returns log B(a, b) for a, b > 0.
func logBeta(a, b float64) float64 {
	a, b = min(a, b), max(a, b)
	l, _ := mathx.Lgamma(a)
	return l - logGammaRatio(b, a)
}

// logGammaRatio returns log Γ(x+s)/Γ(x) for x, s > 0. For large x the
// logarithms have lost what is asked for, and their Stirling formulas
// (Abramowitz and Stegun 6.1.40) are subtracted term by term.
func logGammaRatio(x, s float64) float64 {
	y := x + s
	if x < 16 {
		upper, _ := mathx.Lgamma(y)
		lower, _ := mathx.Lgamma(x)
		return upper - lower
	}
	lead := float64((x-0.5)*mathx.Log1p(s/x)) - s
	return lead + float64(s*mathx.Log(y)) + (stirling(y) - stirling(x))
}

// stirling returns log Γ(x) - ((x-½) log x - x + ½ log 2π) for x ≥ 16.
func stirling(x float64) float64 {
	s, sum := 1/float64(x*x), 0.0
	for _, c := range [...]float64{1. / 156, -691. / 360360, 1. / 1188, -1. / 1680, 1. / 1260, -1. / 360, 1. / 12} {
		sum = float64(sum*s) + c
	}
	return sum / x
}
