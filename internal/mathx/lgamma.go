package mathx

import "math"

// halfLog2Pi is ½ log 2π in two parts.
var halfLog2Pi = pair{0x1.d67f1c864beb5p-01, -0x1.65b5a1b7ff5dfp-55}

// Lgamma returns log |Γ(x)| and the sign of Γ(x). For x > 0 the error is below
// 2 ulp; for x < 0 it is that of a sum of two numbers, so near the zeros there
// it is absolute.
//
//	Lgamma(±Inf) = +Inf, Lgamma(0, -1, -2, …) = +Inf, all with sign 1, but
//	Lgamma(-0) has sign -1
//
// On [0.5, 4) it is a table of log Γ(x)/((x-1)(x-2)), from 4 on Stirling's
// formula (Abramowitz and Stegun 6.1.40), below it follows from
// Γ(1+x) = x Γ(x) and Γ(x) Γ(-x) = -π/(x sin πx) (6.1.15, 6.1.17).
func Lgamma(x float64) (value float64, sign int) {
	switch {
	case math.IsNaN(x):
		return x, 1
	case x == 0 || math.IsInf(x, 0):
		if math.Signbit(x) && x == 0 {
			return math.Inf(1), -1
		}
		return math.Inf(1), 1
	case x < 0:
		return lgammaNegative(x)
	}
	return lgamma(x), 1
}

// lgamma returns log Γ(x) for x > 0.
func lgamma(x float64) float64 {
	switch {
	case x < 0x1p-60:
		return -Log(x)
	case x < 0.5:
		return lgamma1p(x) - Log(x)
	case x < 4:
		return float64(float64((x-1)*(x-2)) * lgammaTable[octave(x, 0.5)].at(x))
	case x > 1e300: // the rest is lost
		return float64(x * (Log(x) - 1))
	}
	l := pair{x, 0}.log()
	sum := l.times(x - 0.5).plus(-x).add(halfLog2Pi)
	return sum.hi + (sum.lo + stirling(x))
}

// lgamma1p returns log Γ(1+a) for a in [-0.5, 3), without loss near 0 and 1.
func lgamma1p(a float64) float64 {
	x := 1 + a
	return float64(float64(a*(a-1)) * lgammaTable[octave(x, 0.5)].at(x))
}

// lgammaNegative returns it for x < 0.
func lgammaNegative(x float64) (value float64, sign int) {
	below := math.Floor(x)
	if below == x {
		return math.Inf(1), 1
	}
	sign = 1
	if half := float64(0.5 * below); math.Floor(half) != half {
		sign = -1
	}
	s := sinPi(min(x-below, (below+1)-x))
	if x > -0x1p-60 {
		return -Log(-x), -1
	}
	return Log(math.Pi/float64(-x*s)) - lgamma(-x), sign
}

// sinPi returns sin πx for x in [0, 0.5], AS 4.3.65.
func sinPi(x float64) float64 {
	y := float64(math.Pi * x)
	square := float64(y * y)
	sum := 0.0
	for k := 22; k >= 2; k -= 2 {
		sum = 1 - float64(float64(square*sum)/float64(k*(k+1)))
	}
	return float64(y * sum)
}

// stirling returns log Γ(x) - ((x-½) log x - x + ½ log 2π) for x ≥ 1: a table,
// and from 16 on Σ B(2k) / (2k (2k-1) x^(2k-1)), AS 6.1.40.
func stirling(x float64) float64 {
	if x < 16 {
		return stirlingTable[octave(x, 1)].at(x)
	}
	z := 1 / x
	y := float64(z * z)
	sum := 1./156 - float64(y*(3617./122400))
	sum = -691./360360 + float64(y*sum)
	sum = 1./1188 + float64(y*sum)
	sum = -1./1680 + float64(y*sum)
	sum = 1./1260 + float64(y*sum)
	sum = -1./360 + float64(y*sum)
	sum = 1./12 + float64(y*sum)
	return float64(z * sum)
}

// lgammaRatio returns log Γ(b+a)/Γ(b) for b > 0 and 0 < a ≤ 1, with an error
// that vanishes with a: for large b by Stirling's formula,
//
//	(b-½) log1p(a/b) + a log(a+b) - a + s(a+b) - s(b),
//
// for small b from larger ones.
func lgammaRatio(b, a float64) float64 {
	less := 0.0
	for b < 8 {
		less += Log1p(a / b)
		b++
	}
	sum := float64((b-0.5)*Log1p(a/b)) - a
	sum += stirling(a+b) - stirling(b)
	return (sum - less) + float64(a*Log(a+b))
}
