package mathx

import "math"

// StudentCDF returns the probability that a Student variable of nu degrees of
// freedom is at most t. The relative error is about 1e-14, in the lower tail too.
//
//	nu = +Inf is the normal distribution; NaN unless nu > 0
func StudentCDF(nu, t float64) float64 { return StudentSurvival(nu, -t) }

// StudentSurvival returns the probability above t, without loss in the upper
// tail: half of I(ν/(ν+t²); ν/2, ½) for t > 0 (Abramowitz and Stegun 26.7.1).
func StudentSurvival(nu, t float64) float64 {
	switch {
	case !(nu > 0) || math.IsNaN(t):
		return math.NaN()
	case nu > studentNormal:
		return NormSurvival(t)
	case math.IsInf(t, 0):
		return 0.5 - math.Copysign(0.5, t)
	}
	x, y := studentParts(nu, math.Abs(t))
	p, _, _ := betaTails(float64(0.5*nu), 0.5, x, y)
	if t < 0 {
		return 1 - float64(0.5*p)
	}
	return float64(0.5 * p)
}

// studentNormal is the ν from which on nothing differs from the normal
// distribution: the relative difference is t⁴/4ν.
const studentNormal = 1e22

// studentParts returns ν/(ν+t²) and t²/(ν+t²).
func studentParts(nu, t float64) (x, y pair) {
	if r := t / math.Sqrt(nu); r > 1e20 {
		return pair{1 / r / r, 0}, pair{1, 0}
	}
	square := prod2(t, t)
	sum := square.plus(nu)
	return pair{nu, 0}.over(sum), square.over(sum)
}

// StudentQuantile returns the t with StudentCDF(nu, t) = p.
//
//	StudentQuantile(nu, 0) = -Inf, StudentQuantile(nu, 1) = +Inf; NaN unless
//	nu > 0 and 0 ≤ p ≤ 1
func StudentQuantile(nu, p float64) float64 {
	if p > 0.5 {
		return studentUpper(nu, 1-p)
	}
	return -studentUpper(nu, p)
}

// StudentSurvivalInv returns the t with StudentSurvival(nu, t) = q; it is
// accurate in the upper tail.
func StudentSurvivalInv(nu, q float64) float64 { return -StudentQuantile(nu, q) }

// studentUpper returns the t ≥ 0 exceeded with probability q ≤ 1/2.
func studentUpper(nu, q float64) float64 {
	switch {
	case !(nu > 0 && q >= 0):
		return math.NaN()
	case nu > studentNormal:
		return NormSurvivalInv(q)
	case q == 0:
		return math.Inf(1)
	case q == 0.5:
		return 0
	}
	r := betaRatio(float64(0.5*nu), 0.5, float64(2*q), float64(2*(0.5-q))) // x/y = ν/t²
	return math.Sqrt(nu / r)
}
