package mathx

import "math"

// Erf returns the error function, 2/√π ∫ exp(-t²) dt from 0 to x. The error is
// below 1.25 ulp.
//
//	Erf(+Inf) = 1, Erf(-Inf) = -1
//
// For |x| < 1/2 it is Taylor's series (Abramowitz and Stegun 7.1.5), elsewhere
// 1 - Erfc(x).
func Erf(x float64) float64 {
	switch a := math.Abs(x); {
	case a < 0.5:
		return erfSmall(x)
	case math.IsNaN(x):
		return x
	case a > 6:
		return math.Copysign(1, x)
	default:
		return math.Copysign(1-erfcLarge(a), x)
	}
}

// Erfc returns 1 - Erf(x), without loss in the upper tail. The error is below
// 2 ulp.
//
//	Erfc(+Inf) = 0, Erfc(-Inf) = 2
//
// For x ≥ 1/2 it is exp(-x²) from the exact square, times a table of what is
// left, which varies slowly.
func Erfc(x float64) float64 {
	switch {
	case x >= 0.5:
		return erfcLarge(x)
	case x > -0.5:
		return 1 - erfSmall(x)
	case math.IsNaN(x):
		return x
	}
	return 2 - erfcLarge(-x)
}

// erfcLarge returns erfc x for x ≥ 1/2.
func erfcLarge(x float64) float64 {
	if x > 27.5 {
		return 0
	}
	square := prod2(x, x)
	return float64(square.neg().exp() * erfcx(x))
}

// erfcx returns exp(x²) erfc x for x in [0.5, 32).
func erfcx(x float64) float64 { return erfcxTable[octave(x, 0.5)].at(x) }

// erfSmall returns erf x for |x| ≤ 1/2: x + x ((2/√π - 1) + …), so that the
// constant is not rounded.
func erfSmall(x float64) float64 {
	const c = 2 / math.SqrtPi // 2/√π
	y := float64(x * x)
	y2 := float64(y * y)
	y4 := float64(y2 * y2)
	p := (c - 1) - float64(y*(c/3))
	q := c/(2*5) - float64(y*(c/(6*7)))
	r := c/(24*9) - float64(y*(c/(120*11)))
	s := c/(720*13) - float64(y*(c/(5040*15)))
	t := c/(40320*17) - float64(y*(c/(362880*19)))
	u := c/(3628800*21) - float64(y*(c/(39916800*23)))
	p += float64(y2 * q)
	r += float64(y2*s) + float64(y4*(t+float64(y2*(u+float64(y2*(c/(479001600*25)))))))
	return x + float64(x*(p+float64(y4*r)))
}

// ErfInv returns the x with Erf(x) = y. The error is below 3 ulp.
//
//	ErfInv(±0) = ±0, ErfInv(1) = +Inf, ErfInv(-1) = -Inf, ErfInv(|y| > 1) = NaN
//
// Near ±1 it is ErfcInv of the complement that is accurate.
func ErfInv(y float64) float64 {
	if y == 0 {
		return y
	}
	half := math.Abs(float64(y * 0.5))
	if half <= normCentral {
		return float64(normCenter(math.Copysign(half, y)) * (1 / math.Sqrt2))
	}
	return math.Copysign(float64(normTail(0.5-half)*(1/math.Sqrt2)), y)
}

// ErfcInv returns the x with Erfc(x) = y. The error is below 3 ulp, but near
// y = 1, where it is 0, as large as that of 1 - y.
//
//	ErfcInv(0) = +Inf, ErfcInv(2) = -Inf, ErfcInv(y) = NaN outside of [0, 2]
func ErfcInv(y float64) float64 {
	if y < 1 {
		return float64(NormSurvivalInv(float64(y*0.5)) * (1 / math.Sqrt2))
	}
	return float64(-NormSurvivalInv(float64((2-y)*0.5)) * (1 / math.Sqrt2))
}
