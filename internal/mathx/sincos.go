package mathx

import "math"

// SinCosPi returns sin πx and cos πx, from the exact rest of x. The errors are
// below 0.8 ulp; at multiples of ½ the values are exact.
//
//	SinCosPi(±Inf) = NaN, NaN
//
// The series are Abramowitz and Stegun 4.3.65 and 4.3.66 about the nearest
// multiple of π/2.
func SinCosPi(x float64) (sin, cos float64) {
	switch {
	case math.IsInf(x, 0) || math.IsNaN(x):
		return math.NaN(), math.NaN()
	case x == 0:
		return x, 1
	}
	x -= float64(2 * math.Floor(float64(0.5*x))) // exact, in [0, 2)
	quarter := math.Floor(float64(2*x) + 0.5)    // 0 to 4
	angle := pi.times(x - float64(0.5*quarter))  // within ±π/4
	return turned(int(quarter), angle)
}

// SinCos returns sin x and cos x, for |x| up to 2^50; beyond it is NaN. The
// errors are below 0.8 ulp.
func SinCos(x float64) (sin, cos float64) {
	switch {
	case !(math.Abs(x) <= 0x1p50):
		return math.NaN(), math.NaN()
	case x == 0:
		return x, 1
	}
	quarter := math.Floor(float64(x*(2/math.Pi)) + 0.5)
	// x - k π/2 with π/2 in three numbers: the first difference is exact.
	first, second := prod2(quarter, halfPi[0]), prod2(quarter, halfPi[1])
	angle := sum2(x, -first.hi).plus(-first.lo)
	angle = angle.add(second.neg()).plus(-float64(quarter * halfPi[2]))
	return turned(int(int64(quarter)&3), angle)
}

// turned returns sine and cosine of the angle, within ±π/4, and some quarters
// of a turn.
func turned(quarters int, angle pair) (sin, cos float64) {
	s, c := sinSmall(angle), cosSmall(angle)
	switch quarters & 3 {
	case 0:
		return s, c
	case 1:
		return c, -s
	case 2:
		return -s, -c
	}
	return -c, s
}

// pi is π, and halfPi is π/2, in parts.
var (
	pi     = pair{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53}
	halfPi = [3]float64{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110}
)

// sinSmall returns the sine for |x| ≤ π/4.
func sinSmall(x pair) float64 {
	y := float64(x.hi * x.hi)
	y2 := float64(y * y)
	a := -1./6 + float64(y*(1./120))
	b := -1./5040 + float64(y*(1./362880))
	c := -1./39916800 + float64(y*(1./6227020800))
	d := -1./1307674368000 + float64(y*(1./355687428096000))
	a += float64(y2 * (b + float64(y2*(c+float64(y2*d)))))
	return x.hi + (x.lo + float64(float64(x.hi*y)*a))
}

// cosSmall returns the cosine for |x| ≤ π/4.
func cosSmall(x pair) float64 {
	y := float64(x.hi * x.hi)
	y2 := float64(y * y)
	a := 1./24 - float64(y*(1./720))
	b := 1./40320 - float64(y*(1./3628800))
	c := 1./479001600 - float64(y*(1./87178291200))
	d := 1./20922789888000 - float64(y*(1./6402373705728000))
	a += float64(y2 * (b + float64(y2*(c+float64(y2*d)))))
	half := prod2(x.hi, float64(0.5*x.hi))
	one := fast2(1, -half.hi)
	return one.hi + ((one.lo - half.lo) + (float64(y2*a) - float64(x.hi*x.lo)))
}

// Atan2 returns the angle of the point (x, y), in (-π, π]. The error is below
// 1 ulp.
//
// The special values are those of IEEE 754: the signs of zeros count, and
// infinities stand for directions.
//
// With t = |y|/|x| or its inverse and c the nearest 64th, arctan t is
// arctan c + arctan((t-c)/(1+tc)), the first from a table.
func Atan2(y, x float64) float64 {
	if math.IsNaN(x) || math.IsNaN(y) {
		return math.NaN()
	}
	a, b := math.Abs(x), math.Abs(y)
	if math.IsInf(a, 1) && math.IsInf(b, 1) {
		a, b = 1, 1
	}
	var angle pair
	if b <= a {
		angle = arctan(b, a)
	} else {
		angle = pair{halfPi[0], halfPi[1]}.add(arctan(a, b).neg())
	}
	if math.Signbit(x) {
		angle = pi.add(angle.neg())
	}
	return math.Copysign(angle.hi+angle.lo, y)
}

// arctan returns arctan(y/x) for 0 ≤ y ≤ x.
func arctan(y, x float64) pair {
	if y == 0 || math.IsInf(x, 1) {
		return pair{}
	}
	if x > 0x1p1000 {
		x, y = float64(x*0x1p-100), float64(y*0x1p-100)
	} else if x < 0x1p-900 {
		x, y = float64(x*0x1p120), float64(y*0x1p120)
	}
	j := int(math.Floor(float64(y/x*64) + 0.5))
	c := float64(float64(j) / 64)
	r := prod2(c, x).neg().plus(y).over(prod2(c, y).plus(x))
	square := float64(r.hi * r.hi)
	tail := -1./3 + float64(square*(1./5+float64(square*(-1./7+float64(square*(1./9+float64(square*(-1./11))))))))
	r = fast2(r.hi, r.lo+float64(float64(r.hi*square)*tail))
	return pair{arctanTable[j][0], arctanTable[j][1]}.add(r)
}
