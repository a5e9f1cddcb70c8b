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

// Erfc returns 1 - erf x, with the bits that cancel carried; for large x see
// Erfcx.
func Erfc(x *big.Float) *big.Float {
	f, _ := x.Float64()
	if f > farOut {
		w := wider(x)
		return Round(Mul(Exp(Neg(Mul(w, w))), erfcxFraction(w)), x.Prec())
	}
	w := Round(x, x.Prec()+guard+uint(max(0, f)*max(0, f)*1.5))
	return Round(Sub(of(w, 1), Erf(w)), x.Prec())
}

// Erfcx returns exp(x²) erfc x.
func Erfcx(x *big.Float) *big.Float {
	w := wider(x)
	if f, _ := x.Float64(); f > farOut {
		return Round(erfcxFraction(w), x.Prec())
	}
	return Round(Mul(Exp(Mul(w, w)), Erfc(w)), x.Prec())
}

// farOut is where the continued fraction takes over.
const farOut = 5

// erfcxFraction returns 2x/√π / (2x²+1 - 1·2/(2x²+5 - 3·4/(2x²+9 - …))), DLMF
// 7.9.2.
func erfcxFraction(x *big.Float) *big.Float {
	b := Add(scale(Mul(x, x), 1), of(x, 1))
	f := fraction(b, func(n int64) (num, den *big.Float) {
		return of(x, -(2*n-1)*2*n), Add(b, of(x, 4*n))
	})
	return Quo(Quo(scale(x, 1), Sqrt(Pi(x.Prec()))), f)
}

// NormSurvival returns the standard normal probability above x.
func NormSurvival(x *big.Float) *big.Float {
	w := wider(x)
	return Round(scale(Erfc(Quo(w, Sqrt(of(w, 2)))), -1), x.Prec())
}

// NormUpper returns the x > 0 that the standard normal exceeds with
// probability q, from a guess that is right to three digits: Newton's method on
// the logarithm, with twice the bits at each step.
func NormUpper(q *big.Float, guess float64) *big.Float {
	x := New(guess, 64)
	for right := uint(8); right < q.Prec()+guard; right *= 2 {
		w := Round(q, min(2*right, q.Prec())+guard)
		x = Round(x, w.Prec())
		tail := NormSurvival(x)
		density := Quo(Exp(Neg(scale(Mul(x, x), -1))), Sqrt(scale(Pi(w.Prec()), 1)))
		x = Add(x, Quo(Mul(Log(Quo(tail, w)), tail), density))
	}
	return Round(x, q.Prec())
}
