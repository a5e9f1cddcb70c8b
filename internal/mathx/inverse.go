package mathx

import "math"

// GammaPInv returns the x with GammaP(a, x) = p, for a > 0 and 0 ≤ p ≤ 1. It is
// 0 where the solution is below the least number.
//
//	GammaPInv(a, 0) = 0, GammaPInv(a, 1) = +Inf
//
// It is Newton's method for the logarithm of the smaller tail over log x. Both
// are concave, so it converges from everywhere.
func GammaPInv(a, p float64) float64 { return gammaInverse(a, p, 1-p) }

// GammaQInv returns the x with GammaQ(a, x) = q; it is accurate in the upper tail.
func GammaQInv(a, q float64) float64 { return gammaInverse(a, 1-q, q) }

func gammaInverse(a, p, q float64) float64 {
	switch {
	case !(a > 0 && p >= 0 && q >= 0) || math.IsInf(a, 1):
		return math.NaN()
	case p == 0:
		return 0
	case q == 0:
		return math.Inf(1)
	}
	return newton(gammaGuess(a, p, q), p, q, func(x float64) (lower, upper, slope float64) { return gammaTails(a, x) })
}

// gammaGuess returns about the x, by Wilson and Hilferty (Abramowitz and Stegun
// 26.4.17) or from the first term of the series.
func gammaGuess(a, p, q float64) float64 {
	if a >= 1 {
		c := 1 / float64(9*a)
		w := (1 - c) + float64(normOf(p, q)*math.Sqrt(c))
		if x := float64(a * float64(w*float64(w*w))); w > 0 && x > float64(0.2*a) {
			return x
		}
	}
	if y := -(Log(q) + lgamma(a)); y > 1 && q < p { // Q is about x^(a-1) e^-x / Γ(a)
		return max(0.5, y+float64((a-1)*Log(y)))
	}
	return Exp((Log(p) + lgamma(1+a)) / a)
}

// normOf returns the normal quantile of p = 1 - q.
func normOf(p, q float64) float64 {
	if q < p {
		return NormSurvivalInv(q)
	}
	return NormQuantile(p)
}

// BetaInv returns the x with BetaI(a, b, x) = p, for a, b > 0 and 0 ≤ p ≤ 1.
// For an x near 1, 1 - x is BetaCInv(b, a, p).
//
//	BetaInv(a, b, 0) = 0, BetaInv(a, b, 1) = 1
func BetaInv(a, b, p float64) float64 { return betaInverse(a, b, p, 1-p) }

// BetaCInv returns the x with BetaC(a, b, x) = q; it is accurate for small q.
func BetaCInv(a, b, q float64) float64 { return betaInverse(a, b, 1-q, q) }

func betaInverse(a, b, p, q float64) float64 {
	switch {
	case !(a > 0 && b > 0 && p >= 0 && q >= 0 && min(a, b) <= betaMost) || math.IsInf(max(a, b), 1):
		return math.NaN()
	case p == 0:
		return 0
	case q == 0:
		return 1
	}
	r := betaRatio(a, b, p, q)
	if r > 1 {
		return 1 / (1 + 1/r)
	}
	return r / (1 + r)
}

// betaRatio returns x/(1-x) for the x with BetaI(a, b, x) = p and complement q.
func betaRatio(a, b, p, q float64) float64 {
	return newton(betaGuess(a, b, p, q), p, q, func(r float64) (lower, upper, slope float64) {
		x, y := ratioParts(r)
		return betaTails(a, b, x, y)
	})
}

// ratioParts returns r/(1+r) and 1/(1+r).
func ratioParts(r float64) (x, y pair) {
	if r > 1 {
		y, x = ratioParts(1 / r)
		return x, y
	}
	sum := sum2(1, r)
	return pair{r, 0}.over(sum), pair{1, 0}.over(sum)
}

// betaGuess returns about the ratio, by Carter's normal approximation
// (Abramowitz and Stegun 26.5.22) or from the first term of the series at the
// end that is near.
func betaGuess(a, b, p, q float64) float64 {
	if a > 1 && b > 1 {
		u, v := 1/(a+(a-1)), 1/(b+(b-1))
		z := -normOf(p, q)
		l := (float64(z*z) - 3) / 6
		h := 2 / (u + v)
		w := float64(z*math.Sqrt(h+l))/h - float64((v-u)*(l+5./6-2/float64(3*h)))
		if math.Abs(w) < 300 {
			return float64((a / b) * Exp(float64(-2*w)))
		}
	}
	if a < 1 && (b >= 1 || p < b/(a+b)) || a >= 1 && b >= 1 && p < q {
		return Exp((Log(p) + logBeta1(a, b)) / a)
	}
	return Exp(-(Log(q) + logBeta1(b, a)) / b)
}

// logBeta1 returns log a B(a, b).
func logBeta1(a, b float64) float64 { return lgamma(1+a) + (lgamma(b) - lgamma(a+b)) }

// newton returns the x > 0 where the increasing lower is p and the decreasing
// upper is q = 1 - p, both log-concave in log x; slope is the derivative by
// log x. A step that leaves what is known of the solution is replaced.
func newton(x, p, q float64, tails func(x float64) (lower, upper, slope float64)) float64 {
	low, high := 0.0, math.Inf(1)
	x = min(max(x, 0x1p-1074), math.MaxFloat64)
	for range 400 {
		lower, upper, slope := tails(x)
		below, step := lower < p, float64(Log(p/lower)*(lower/slope))
		if q < p {
			below, step = upper > q, float64(Log(upper/q)*(upper/slope))
		}
		if math.Abs(step) < 1e-9 {
			return float64(x * Exp(step))
		}
		if below {
			low = x
		} else {
			high = x
		}
		next := float64(x * Exp(step))
		if !(next > low && next < high) {
			next = between(low, high)
		}
		if next == x {
			break
		}
		x = next
	}
	return x
}

// between returns a number between two, in the middle of their logarithms.
func between(low, high float64) float64 {
	switch {
	case low == 0:
		return float64(high * 0x1p-20)
	case math.IsInf(high, 1):
		return min(float64(low*0x1p20), math.MaxFloat64)
	}
	return float64(math.Sqrt(low) * math.Sqrt(high))
}
