package exact

import "math/big"

// Erf returns 2/√π Σ (-1)^k x^(2k+1)/(k!(2k+1)), AS 7.1.5, in the form without
// cancellation, AS 7.1.6.
func Erf(x *big.Float) *big.Float {
	w := wider(x)
	square := Mul(w, w)
	sum, term := w, w
	for k := int64(1); !negligible(term, sum); k++ {
		term = Quo(Mul(scale(term, 1), square), of(w, 2*k+1))
		sum = Add(sum, term)
	}
	sum = Mul(sum, Exp(Neg(square)))
	return Round(Quo(scale(sum, 1), Sqrt(Pi(w.Prec()))), x.Prec())
}

// Erfc returns 1 - erf x, with the bits that cancel carried.
func Erfc(x *big.Float) *big.Float {
	f, _ := x.Float64()
	w := Round(x, x.Prec()+guard+uint(max(0, f)*max(0, f)*1.5))
	return Round(Sub(of(w, 1), Erf(w)), x.Prec())
}

// Erfcx returns exp(x²) erfc x.
func Erfcx(x *big.Float) *big.Float {
	w := wider(x)
	return Round(Mul(Exp(Mul(w, w)), Erfc(w)), x.Prec())
}

// NormSurvival returns the standard normal probability above x.
func NormSurvival(x *big.Float) *big.Float {
	w := wider(x)
	return Round(scale(Erfc(Quo(w, Sqrt(of(w, 2)))), -1), x.Prec())
}

// NormUpper returns the x > 0 that the standard normal exceeds with
// probability q, from a guess: Newton's method on the logarithm.
func NormUpper(q *big.Float, guess float64) *big.Float {
	w := wider(q)
	x := New(guess, w.Prec())
	rootTwoPi := Sqrt(scale(Pi(w.Prec()), 1))
	for range 60 {
		tail := NormSurvival(x)
		density := Quo(Exp(Neg(scale(Mul(x, x), -1))), rootTwoPi)
		step := Quo(Mul(Log(Quo(tail, w)), tail), density)
		x = Add(x, step)
		if step.Sign() == 0 || x.MantExp(nil)-step.MantExp(nil) > int(q.Prec())/2+8 {
			break
		}
	}
	return Round(x, q.Prec())
}
