package mathx

import "math"

// Log returns the natural logarithm of x. The error is below 0.52 ulp.
//
//	Log(+Inf) = +Inf, Log(±0) = -Inf, Log(x < 0) = NaN
//
// With x = 2^k z and a short r about 1/z it is k log 2 - log r + log1p(r z - 1),
// and r z - 1 is exact: Tang, Table-driven implementation of the logarithm
// function in IEEE floating-point arithmetic, ACM TOMS 16, 1990, with
// reciprocals for his quotients.
func Log(x float64) float64 {
	if !(x >= 0x1p-1022 && x <= math.MaxFloat64) {
		if x > 0 && x < 1 { // subnormal
			return logOf(float64(x*0x1p54), -54)
		}
		return logOutside(x)
	}
	return logOf(x, 0)
}

// logOutside returns log x where x is not a positive number.
func logOutside(x float64) float64 {
	switch {
	case x == 0:
		return math.Inf(-1)
	case x < 0:
		return math.NaN()
	}
	return x // NaN or +Inf
}

// logOf returns log(x 2^k), for a normal x.
func logOf(x float64, k int) float64 {
	z, j, e := logParts(x)
	n := float64(e + k)
	first, second := logReduced(z, logTable[j][0])
	high := float64(n*ln2High) + logTable[j][1] // exact
	r := first + second
	s := high + r
	low := ((high - s) + r) + ((first - r) + second)
	low += float64(n*ln2Low) + logTable[j][2]
	return s + (low + float64(float64(r*r)*log1pTail(r)))
}

// logParts returns x = z 2^e, with z in [0.6875, 1.375), and the part of the
// table for z.
func logParts(x float64) (z float64, j, e int) {
	const low = 0x3fe6000000000000 // the bits of 0.6875
	ix := math.Float64bits(x)
	tmp := ix - low
	z = math.Float64frombits(ix - tmp&(0xfff<<52))
	return z, int(tmp>>45) & 127, int(int64(tmp) >> 52) //nolint:gosec // the exponent has a sign
}

// logReduced returns z t - 1 as two exact numbers, the second of them small: t
// has 11 bits, and z is cut in the middle.
func logReduced(z, t float64) (first, second float64) {
	upper := math.Float64frombits(math.Float64bits(z) &^ (1<<27 - 1))
	return float64(upper*t) - 1, float64((z - upper) * t)
}

// log1pTail returns (log(1+r) - r) / r² for |r| < 2^-7, AS 4.1.24.
func log1pTail(r float64) float64 {
	r2 := float64(r * r)
	r4 := float64(r2 * r2)
	a := (-1./2 + float64(r*(1./3))) + float64(r2*(-1./4+float64(r*(1./5))))
	b := (-1./6 + float64(r*(1./7))) + float64(r2*(-1./8+float64(r*(1./9))))
	return a + float64(r4*b)
}

// Log1p returns log(1 + x), without loss for small x. The error is below 0.6 ulp.
//
//	Log1p(±0) = ±0, Log1p(+Inf) = +Inf, Log1p(-1) = -Inf, Log1p(x < -1) = NaN
func Log1p(x float64) float64 {
	if math.Abs(x) < 0x1p-7 {
		return x + float64(float64(x*x)*log1pTail(x))
	}
	if !(x > -1 && x <= math.MaxFloat64) {
		return logOutside(1 + x)
	}
	u := sum2(1, x)
	z, j, e := logParts(u.hi)
	n := float64(e)
	first, second := logReduced(z, logTable[j][0])
	second += float64(float64(u.lo*logTable[j][0]) * power2(max(-e, -1000)))
	high := float64(n*ln2High) + logTable[j][1]
	r := first + second
	s := high + r
	low := ((high - s) + r) + ((first - r) + second)
	low += float64(n*ln2Low) + logTable[j][2]
	return s + (low + float64(float64(r*r)*log1pTail(r)))
}

// log returns the logarithm of x > 0 with a relative error of about 2^-75: the
// first powers of r in the series are pairs.
func (x pair) log() pair {
	k := 0
	if x.hi < 0x1p-960 {
		x, k = pair{float64(x.hi * 0x1p120), float64(x.lo * 0x1p120)}, -120
	}
	z, j, e := logParts(x.hi)
	n := float64(e + k)
	first, second := logReduced(z, logTable[j][0])
	r := sum2(first, second)
	r = fast2(r.hi, r.lo+float64(float64(x.lo*logTable[j][0])*power2(-e/2)*power2(-e-(-e/2))))
	square := r.mul(r)
	cube := square.mul(r)
	sum := pair{float64(n * ln2High), float64(n * ln2Low)}.add(pair{logTable[j][1], logTable[j][2]}).add(r)
	sum = sum.add(pair{float64(-0.5 * square.hi), float64(-0.5 * square.lo)})
	sum = sum.add(cube.mul(pair{1. / 3, 0x1.5555555555555p-56}))
	return sum.plus(float64(float64(square.hi*square.hi) * log1pFar(r.hi)))
}

// log1pFar returns (log(1+r) - r + r²/2 - r³/3) / r⁴ for |r| < 2^-7.
func log1pFar(r float64) float64 {
	r2 := float64(r * r)
	r4 := float64(r2 * r2)
	a := (-1./4 + float64(r*(1./5))) + float64(r2*(-1./6+float64(r*(1./7))))
	b := (-1./8 + float64(r*(1./9))) + float64(r2*(-1./10+float64(r*(1./11))))
	return a + float64(r4*b)
}
