package mathx

import "math"

const (
	expMost  = 0x1.62e42fefa39efp+9  // e^x overflows above
	expLeast = -0x1.74910d52d3052p+9 // e^x is less than half the least number below

	// integers is what added to a number leaves its nearest integer in the last
	// bits.
	integers = 0x1.8p52
)

// Exp returns e^x. The error is below 0.52 ulp, below 1 ulp where the value is
// subnormal.
//
//	Exp(+Inf) = +Inf, Exp(-Inf) = 0
//
// With x = (128 m + j) log 2/128 + r it is 2^m 2^(j/128) e^r: Tang,
// Table-driven implementation of the exponential function in IEEE
// floating-point arithmetic, ACM TOMS 15, 1989.
func Exp(x float64) float64 {
	if !(x >= expLeast && x <= expMost) {
		return expOutside(x)
	}
	return expSum(x, 0)
}

// expOutside returns e^x where it is no positive number.
func expOutside(x float64) float64 {
	switch {
	case x > expMost:
		return math.Inf(1)
	case x < expLeast:
		return 0
	}
	return x // NaN
}

// exp returns e^x.
func (x pair) exp() float64 {
	if !(x.hi >= expLeast && x.hi <= expMost) {
		return expOutside(x.hi)
	}
	return expSum(x.hi, x.lo)
}

// expSum returns e^(x+low), for x between expLeast and expMost and a small low.
func expSum(x, low float64) float64 {
	m, j, p := expParts(x, low)
	return scaled(expTable[j][0]+(expTable[j][1]+float64(expTable[j][0]*p)), m)
}

// expParts returns m, j and e^r - 1.
func expParts(x, low float64) (m, j int, p float64) {
	k := float64(x*(128/math.Ln2)) + integers
	n := int32(math.Float64bits(k)) //nolint:gosec // the integer is in the last bits
	k -= integers
	r := ((x - float64(k*ln2Over128High)) - float64(k*ln2Over128Low)) + low
	r2 := float64(r * r)
	p = r + float64(r2*((1./2+float64(r*(1./6)))+float64(r2*(1./24+float64(r*(1./120))))))
	return int(n >> 7), int(n & 127), p
}

// scaled returns s 2^m for s about 1.
func scaled(s float64, m int) float64 {
	if m > -1022 && m < 1024 {
		return math.Float64frombits(math.Float64bits(s) + uint64(m)<<52) //nolint:gosec // wraps, as it should
	}
	half := m / 2
	return float64(float64(s*power2(half)) * power2(m-half))
}

// power2 returns 2^m for a normal result.
func power2(m int) float64 { return math.Float64frombits(uint64(m+1023) << 52) } //nolint:gosec // m > -1023

// Expm1 returns e^x - 1, without loss for small x. The error is below 0.6 ulp.
//
//	Expm1(±0) = ±0, Expm1(+Inf) = +Inf, Expm1(-Inf) = -1
//
// For |x| < 1/8 it is the Taylor series, elsewhere as Exp: Tang, Table-driven
// implementation of the expm1 function, ACM TOMS 18, 1992.
func Expm1(x float64) float64 {
	switch {
	case x == 0:
		return x
	case math.Abs(x) < 1./8:
		return expm1Small(x)
	case x > expMost || math.IsNaN(x):
		return expOutside(x)
	case x < -40:
		return -1
	}
	m, j, p := expParts(x, 0)
	high, rest := expTable[j][0], expTable[j][1]+float64(expTable[j][0]*p)
	if m >= 60 { // the 1 is lost
		return scaled(high+rest, m)
	}
	two := power2(m)
	high, rest = float64(high*two), float64(rest*two)
	s := sum2(high, -1)
	return s.hi + (s.lo + rest)
}

// expm1Small returns Σ x^k/k! from k = 1.
func expm1Small(x float64) float64 {
	x2 := float64(x * x)
	x4 := float64(x2 * x2)
	a := (1./2 + float64(x*(1./6))) + float64(x2*(1./24+float64(x*(1./120))))
	b := (1./720 + float64(x*(1./5040))) + float64(x2*(1./40320+float64(x*(1./362880))))
	c := 1./3628800 + float64(x*(1./39916800))
	return x + float64(x2*(a+float64(x4*(b+float64(x4*c)))))
}
