package mathx

import "math"

// GammaDensity returns x^(a-1) e^-x / Γ(a), the density of a gamma variable of
// shape a. The relative error is below 1e-14 for shapes to 1e6, far in the tails
// too. The probability that a Poisson variable of mean λ is k is
// GammaDensity(k+1, λ).
//
//	GammaDensity(a, 0) = 0, 1 or +Inf, as a is above, at or below 1;
//	GammaDensity(a, +Inf) = 0; NaN unless a > 0 (finite) and x ≥ 0
func GammaDensity(a, x float64) float64 {
	switch {
	case !(a > 0 && x >= 0) || math.IsInf(a, 1):
		return math.NaN()
	case x == 0:
		return densityAtEnd(a, 1)
	case math.IsInf(x, 1):
		return 0
	}
	power, factor := gammaPower(a, x)
	return float64(power.add(pair{x, 0}.log().neg()).exp() * factor)
}

// BetaDensity returns x^(a-1) (1-x)^(b-1) / B(a, b), the density of a beta
// variable, with an error as that of GammaDensity. The probability of k successes
// in n trials of probability p is BetaDensity(k+1, n-k+1, p)/(n+1), that of k
// failures before the r-th success p/(r+k) BetaDensity(r, k+1, p), also for a
// fractional r.
//
//	at the ends 0, the other parameter or +Inf, as the one of the end is above,
//	at or below 1; NaN unless a, b > 0 (finite) and 0 ≤ x ≤ 1
func BetaDensity(a, b, x float64) float64 {
	switch {
	case !(a > 0 && b > 0 && x >= 0 && x <= 1) || math.IsInf(max(a, b), 1):
		return math.NaN()
	case x == 0:
		return densityAtEnd(a, b)
	case x == 1:
		return densityAtEnd(b, a)
	}
	y := sum2(1, -x)
	power, factor := betaPower(a, b, pair{x, 0}, y)
	power = power.add(pair{x, 0}.log().neg()).add(y.log().neg())
	return float64(power.exp() * factor)
}

// densityAtEnd returns the density at an end where it goes as x^(a-1).
func densityAtEnd(a, one float64) float64 {
	switch {
	case a > 1:
		return 0
	case a < 1:
		return math.Inf(1)
	}
	return one
}
