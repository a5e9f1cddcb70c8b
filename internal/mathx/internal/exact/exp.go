package exact

import (
	"math"
	"math/big"
)

// Exp returns e^x: the Taylor series (AS 4.2.1) of x/2^n, squared n times.
func Exp(x *big.Float) *big.Float {
	if x.Sign() == 0 {
		return of(x, 1)
	}
	const halvings = 32
	n := max(0, x.MantExp(nil)+halvings)
	t := scale(Round(x, x.Prec()+guard+uint(n)), -n)
	sum, term := of(t, 1), of(t, 1)
	for k := int64(1); !negligible(term, sum); k++ {
		term = Quo(Mul(term, t), of(t, k))
		sum = Add(sum, term)
	}
	for range n {
		sum = Mul(sum, sum)
	}
	return Round(sum, x.Prec())
}

// Expm1 returns e^x - 1 by its Taylor series for small x.
func Expm1(x *big.Float) *big.Float {
	if x.Sign() == 0 || x.MantExp(nil) > -8 {
		w := wider(x)
		return Round(Sub(Exp(w), of(w, 1)), x.Prec())
	}
	w := wider(x)
	sum, term := w, w
	for k := int64(2); !negligible(term, sum); k++ {
		term = Quo(Mul(term, w), of(w, k))
		sum = Add(sum, term)
	}
	return Round(sum, x.Prec())
}

// Log returns the natural logarithm of x > 0: with x = m 2^k, m in [0.5, 1),
// it is log m + k log 2.
func Log(x *big.Float) *big.Float {
	m := new(big.Float)
	k := x.MantExp(m)
	m = Round(m, x.Prec()+guard)
	sum := Add(logNear(m), Mul(of(m, int64(k)), Ln2(m.Prec())))
	if sum.Sign() != 0 && sum.MantExp(nil) < -guard/2 { // x is next to 1
		w := wider(x)
		return Round(Log1p(Sub(w, of(w, 1))), x.Prec())
	}
	return Round(sum, x.Prec())
}

// Log1p returns log(1 + x) = 2 artanh(x/(2+x)), AS 4.1.29 for small x.
func Log1p(x *big.Float) *big.Float {
	w := wider(x)
	if x.Sign() == 0 || x.MantExp(nil) > -8 {
		return Round(Log(Add(w, of(w, 1))), x.Prec())
	}
	return Round(scale(artanh(Quo(w, Add(w, of(w, 2)))), 1), x.Prec())
}

// logNear returns log m for m about 1: Halley's step on exp(y) = m trebles
// the digits of a first guess.
func logNear(m *big.Float) *big.Float {
	f, _ := m.Float64()
	y := New(math.Log(f), m.Prec())
	for bits := uint(48); bits < m.Prec(); bits *= 3 {
		e := Exp(y)
		y = Add(y, scale(Quo(Sub(m, e), Add(m, e)), 1))
	}
	return y
}

// artanh returns the sum of t^(2k+1)/(2k+1), AS 4.6.33.
func artanh(t *big.Float) *big.Float {
	square, power, sum := Mul(t, t), t, t
	for k := int64(3); ; k += 2 {
		power = Mul(power, square)
		term := Quo(power, of(t, k))
		if negligible(term, sum) {
			return sum
		}
		sum = Add(sum, term)
	}
}

// Ln2 returns log 2 = 2 artanh(1/3).
func Ln2(bits uint) *big.Float { return Round(scale(ofInverse(3, 1, bits+guard), 1), bits) }

// Pi returns π = 16 arctan(1/5) - 4 arctan(1/239) (Machin 1706).
func Pi(bits uint) *big.Float {
	a := scale(ofInverse(5, -1, bits+guard), 4)
	return Round(Sub(a, scale(ofInverse(239, -1, bits+guard), 2)), bits)
}

// ofInverse returns artanh(1/n) for sign 1, arctan(1/n) for sign -1: the sum of
// ±1/(k n^k) over odd k (AS 4.6.33, 4.4.42), in integers of 2^-bits.
func ofInverse(n, sign int64, bits uint) *big.Float {
	power := new(big.Int).Lsh(big.NewInt(1), bits)
	power.Quo(power, big.NewInt(n))
	sum, term, square := new(big.Int), new(big.Int), big.NewInt(sign*n*n)
	for k := int64(1); power.Sign() != 0; k += 2 {
		sum.Add(sum, term.Quo(power, big.NewInt(k)))
		power.Quo(power, square)
	}
	return scale(new(big.Float).SetPrec(bits).SetInt(sum), -int(bits))
}

// Pow returns x^y for x > 0.
func Pow(x, y *big.Float) *big.Float {
	w := wider(wider(x))
	return Round(Exp(Mul(Log(w), y)), x.Prec())
}
