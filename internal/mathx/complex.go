package mathx

import "math"

// MulC returns x y, with each product rounded; x*y of complex numbers is fused
// on some platforms, and no conversion prevents it.
func MulC(x, y complex128) complex128 {
	return complex(
		float64(real(x)*real(y))-float64(imag(x)*imag(y)),
		float64(real(x)*imag(y))+float64(imag(x)*real(y)))
}

// ExpC returns e^z. The parts have errors of 2 ulp.
func ExpC(z complex128) complex128 {
	sin, cos := SinCos(imag(z))
	e := Exp(real(z))
	return complex(float64(e*cos), float64(e*sin))
}

// LogC returns the principal logarithm of z: log |z| and the angle in (-π, π].
// The parts have errors of a few ulp, also where |z| is about 1.
func LogC(z complex128) complex128 {
	return complex(logAbs(real(z), imag(z)), Atan2(imag(z), real(z)))
}

// logAbs returns log √(x²+y²), from the squares in twice the precision.
func logAbs(x, y float64) float64 {
	x, y = math.Abs(x), math.Abs(y)
	if x < y {
		x, y = y, x
	}
	if !(x > 0 && x <= math.MaxFloat64) {
		return Log(x + y)
	}
	k := 0.0
	switch {
	case x > 0x1p500:
		x, y, k = float64(x*0x1p-600), float64(y*0x1p-600), 600
	case x < 0x1p-400:
		x, y, k = float64(x*0x1p600), float64(y*0x1p600), -600
	}
	l := prod2(x, x).add(prod2(y, y)).log()
	l = pair{ln2High, ln2Low}.times(k).add(pair{float64(0.5 * l.hi), float64(0.5 * l.lo)})
	return l.hi
}

// PowC returns z^a, as e^(a log z), for a real a.
func PowC(z complex128, a float64) complex128 {
	l := LogC(z)
	return ExpC(complex(float64(a*real(l)), float64(a*imag(l))))
}
