package mathx

import "math"

// NormCDF returns the probability that a standard normal variable is at most x,
// ½ erfc(-x/√2). The error is a few ulp in the lower tail too.
//
//	NormCDF(+Inf) = 1, NormCDF(-Inf) = 0
func NormCDF(x float64) float64 { return NormSurvival(-x) }

// NormSurvival returns the probability that a standard normal variable is above
// x, ½ erfc(x/√2). The error is below 3 ulp down to the least normal number:
// the exponent is the exact square.
//
//	NormSurvival(+Inf) = 0, NormSurvival(-Inf) = 1
func NormSurvival(x float64) float64 {
	switch h := float64(x * (1 / math.Sqrt2)); {
	case math.Abs(h) < 0.5:
		return 0.5 - float64(0.5*erfSmall(h))
	case h > 0:
		return normAbove(x, h)
	case h < 0:
		return 1 - normAbove(-x, -h)
	}
	return x // NaN
}

// normAbove returns the probability above x, for h = x/√2 ≥ 1/2.
func normAbove(x, h float64) float64 {
	if x > 38.6 {
		return 0
	}
	square := prod2(x, x)
	e := pair{float64(-0.5 * square.hi), float64(-0.5 * square.lo)}
	return float64(e.exp() * float64(0.5*erfcx(h)))
}

// NormQuantile returns the x with NormCDF(x) = p. The error is below 3 ulp.
//
//	NormQuantile(0) = -Inf, NormQuantile(1) = +Inf, outside of [0, 1] NaN
//
// About the median it is p - ½ times a table, in the tails a table over
// √(-2 log p). For p near 1 use NormSurvivalInv.
func NormQuantile(p float64) float64 {
	if p > 0.5 {
		return -normLower(1 - p)
	}
	return normLower(p)
}

// NormSurvivalInv returns the x with NormSurvival(x) = q; it is accurate in the
// upper tail.
func NormSurvivalInv(q float64) float64 { return -NormQuantile(q) }

// normCentral is how far from the median the central table serves.
const normCentral = 0.3125

// normLower returns the quantile for p ≤ 1/2.
func normLower(p float64) float64 {
	if d := p - 0.5; d >= -normCentral {
		return normCenter(d)
	}
	return -normTail(p)
}

// normCenter returns the quantile of ½ + d, for |d| ≤ normCentral.
func normCenter(d float64) float64 {
	a := math.Abs(d)
	i := min(int(float64(a*64)), len(normCenterTable)-1)
	return float64(d * normCenterTable[i].at(a))
}

// normTail returns the x exceeded with probability q, for q below 0.1875.
func normTail(q float64) float64 {
	if !(q > 0) {
		if q == 0 {
			return math.Inf(1)
		}
		return math.NaN()
	}
	square := float64(-2 * Log(q))
	s := math.Sqrt(square)
	rest := float64(math.FMA(-s, s, square) / float64(2*s))
	i := octave(s, 1.75)
	return normTailTable[i].at(s) + float64(rest*normTailTable[i][3])
}
