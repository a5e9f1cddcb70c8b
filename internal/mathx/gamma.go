package mathx

import "math"

// mostSteps bounds every iteration. None comes near: where terms would be many,
// something else is used.
const mostSteps = 100_000

// GammaP returns the regularized lower incomplete gamma function P(a, x), the
// probability that a gamma variable of shape a is at most x. The relative error
// is about 1e-14, in the lower tail too.
//
//	GammaP(a, 0) = 0, GammaP(a, +Inf) = 1; NaN unless a > 0 (finite) and x ≥ 0
func GammaP(a, x float64) float64 {
	p, _, _ := gammaTails(a, x)
	return p
}

// GammaQ returns the regularized upper incomplete gamma function
// Q(a, x) = 1 - P(a, x), without loss in the upper tail.
func GammaQ(a, x float64) float64 {
	_, q, _ := gammaTails(a, x)
	return q
}

// gammaTails returns P(a, x), Q(a, x) and x^a e^-x / Γ(a), after Gautschi, A
// computational procedure for incomplete gamma functions, ACM TOMS 5, 1979, and
// for large a near x after Temme (see temme). The smaller tail is computed, and
// for a < 1 both.
func gammaTails(a, x float64) (p, q, front float64) {
	switch {
	case !(a > 0 && x >= 0) || math.IsInf(a, 1):
		return math.NaN(), math.NaN(), math.NaN()
	case x == 0:
		return 0, 1, 0
	case math.IsInf(x, 1):
		return 1, 0, 0
	}
	front = gammaFront(a, x)
	switch {
	case a < 1 && x <= 1.1:
		p, q = float64(float64(front/a)*gammaSeries(a, x)), gammaUpperSmall(a, x)
	case front == 0: // also where the steps of the fraction overflow
		p, q = oneSide(x < a)
	case a >= temmeLeast && math.Abs(x-a) <= float64(temmeWidth*a):
		p, q = temme(a, x, front)
	case x < a:
		p = float64(float64(front/a) * gammaSeries(a, x))
		q = 1 - p
	default:
		q = front / gammaFraction(a, x)
		p = 1 - q
	}
	return min(p, 1), min(q, 1), front
}

// oneSide returns the tails where one of them is below the least number.
func oneSide(left bool) (p, q float64) {
	if left {
		return 0, 1
	}
	return 1, 0
}

// gammaFront returns x^a e^-x / Γ(a).
func gammaFront(a, x float64) float64 {
	e, factor := gammaPower(a, x)
	return float64(e.exp() * factor)
}

// gammaPower returns x^a e^-x / Γ(a) as e^power times a factor, for large a by
// Stirling's formula.
func gammaPower(a, x float64) (power pair, factor float64) {
	if a < 1 {
		return pair{x, 0}.log().times(a).plus(-x).plus(-lgamma1p(a)), a
	}
	power = quo2(x, a).log().times(a).add(sum2(a, -x)).plus(-stirling(a))
	return power, math.Sqrt(float64(a * (0.5 / math.Pi)))
}

// gammaSeries returns Σ x^n / ((a+1) … (a+n)), DLMF 8.7.1.
func gammaSeries(a, x float64) float64 {
	sum, term := 1.0, 1.0
	for n := 1; n < mostSteps && term > float64(sum*0x1p-56); n++ {
		term = float64(term * (x / (a + float64(n))))
		sum += term
	}
	return sum
}

// gammaFraction returns x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- …)), the even part
// of DLMF 8.9.2.
func gammaFraction(a, x float64) float64 {
	b := (x - a) + 1
	return fraction(b, func(n float64) (num, den float64) {
		return float64(n * (a - n)), b + float64(2*n)
	})
}

// fraction returns b + num(1)/(den(1) + num(2)/(den(2) + …)): the number of
// steps by the recurrence forward (Lentz, Applied Optics 15, 1976), the value
// then backward, where errors do not add up.
func fraction(b float64, next func(n float64) (num, den float64)) float64 {
	c, d := b, 0.0
	n := 1.0
	for ; n < mostSteps; n++ {
		num, den := next(n)
		d = 1 / (den + float64(num*d))
		c = den + num/c
		if !(math.Abs(float64(c*d)-1) >= 0x1p-54) { // or NaN, far out of the domain
			break
		}
	}
	f := 0.0
	for ; n >= 1; n-- {
		num, den := next(n)
		f = num / (den + f)
	}
	return b + f
}

// gammaUpperSmall returns Q(a, x) for a < 1 and small x: with e^t = x^a/Γ(a+1)
// it is -(e^t - 1) - e^t s, s = Σ a (-x)^n / ((a+n) n!) from n = 1 (DLMF 8.7.3).
func gammaUpperSmall(a, x float64) float64 {
	t := pair{x, 0}.log().times(a).plus(-lgamma1p(a))
	sum, term := 0.0, 1.0
	for n := 1.0; n < 40; n++ {
		term = float64(term * (-x / n))
		sum += float64(term * (a / (a + n)))
	}
	return -Expm1(t.hi) - float64(t.exp()*sum)
}
