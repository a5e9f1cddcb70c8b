package mathx

import "math"

// Pow returns x^y, as e^(y log x) with the exponent in twice the precision. The
// error is below 0.55 ulp, below 1 ulp where the value is subnormal.
//
// The special values are those of IEEE 754: x^0 = 1 and 1^y = 1 for any other
// argument, NaN too; a negative x needs an integer y; 0 and infinities give 0
// and infinities, with the sign of x for an odd y.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case math.IsNaN(x) || math.IsNaN(y):
		return math.NaN()
	case math.IsInf(y, 0):
		return powInfinite(math.Abs(x), y > 0)
	}
	whole, odd := integer(y)
	if x < 0 && !whole && !math.IsInf(x, 0) {
		return math.NaN()
	}
	value := powPositive(math.Abs(x), y)
	if odd && math.Signbit(x) {
		return -value
	}
	return value
}

// powInfinite returns x^±∞ for x ≥ 0.
func powInfinite(x float64, up bool) float64 {
	switch {
	case x == 1:
		return 1
	case (x > 1) == up:
		return math.Inf(1)
	}
	return 0
}

// integer tells whether y is whole, and whether it is odd.
func integer(y float64) (whole, odd bool) {
	if math.Floor(y) != y {
		return false, false
	}
	half := float64(0.5 * y)
	return true, math.Floor(half) != half
}

// powPositive returns x^y for x ≥ 0 and a finite y that is not 0.
func powPositive(x, y float64) float64 {
	if x == 0 || math.IsInf(x, 1) {
		if (x == 0) == (y < 0) {
			return math.Inf(1)
		}
		return 0
	}
	l := pair{x, 0}.log()
	if e := float64(l.hi * y); !(math.Abs(e) < 800) {
		return expOutside(e)
	}
	return l.times(y).exp()
}
