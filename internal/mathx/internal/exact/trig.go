package exact

import "math/big"

// Arctan returns arctan x: the series AS 4.4.42 after halving the angle, by
// tan ½α = tan α / (1 + √(1 + tan² α)).
func Arctan(x *big.Float) *big.Float {
	w := wider(x)
	const halvings = 10
	for range halvings {
		w = Quo(w, Add(of(w, 1), Sqrt(Add(of(w, 1), Mul(w, w)))))
	}
	square, power, sum := Mul(w, w), w, w
	for k := int64(3); ; k += 2 {
		power = Neg(Mul(power, square))
		term := Quo(power, of(w, k))
		if negligible(term, sum) {
			return Round(scale(sum, halvings), x.Prec())
		}
		sum = Add(sum, term)
	}
}

// Sin returns sin x, and Cos cos x: Taylor's series (AS 4.3.65 and 66) of what
// multiples of 2π leave.
func Sin(x *big.Float) *big.Float {
	w := turn(x)
	return Round(alternating(w, w, 1), x.Prec())
}

// Cos returns cos x.
func Cos(x *big.Float) *big.Float {
	w := turn(x)
	return Round(alternating(w, of(w, 1), 0), x.Prec())
}

// turn returns x less the nearest multiple of 2π, with bits for a small sine.
func turn(x *big.Float) *big.Float {
	w := Round(x, x.Prec()+2*guard+uint(max(0, x.MantExp(nil))))
	full := scale(Pi(w.Prec()), 1)
	turns, _ := Add(Quo(w, full), New(0.5, w.Prec())).Int(nil)
	return Sub(w, Mul(full, new(big.Float).SetPrec(w.Prec()).SetInt(turns)))
}

// alternating returns first - first x²/((n+1)(n+2)) + …, to the end.
func alternating(x, first *big.Float, n int64) *big.Float {
	square, sum, term := Mul(x, x), first, first
	for ; ; n += 2 {
		term = Neg(Quo(Mul(term, square), of(x, (n+1)*(n+2))))
		if negligible(term, of(x, 1)) {
			return sum
		}
		sum = Add(sum, term)
	}
}
