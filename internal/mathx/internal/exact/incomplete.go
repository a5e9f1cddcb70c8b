package exact

import "math/big"

// Gamma returns the regularized incomplete gamma functions P(a,x) and Q(a,x),
// for a > 0 and x > 0.
func Gamma(a, x *big.Float) (p, q *big.Float) {
	a, w := wider(a), wider(x)
	one := of(w, 1)
	front := Exp(Sub(Sub(Mul(a, Log(w)), w), Lgamma(a))) // x^a e^-x / Γ(a)
	if w.Cmp(Add(a, one)) < 0 {
		p = Mul(front, gammaSeries(a, w))
		q = Sub(one, p)
	} else {
		q = Mul(front, gammaFraction(a, w))
		p = Sub(one, q)
	}
	return Round(p, x.Prec()), Round(q, x.Prec())
}

// gammaSeries returns Σ x^n / (a (a+1) … (a+n)), DLMF 8.7.1.
func gammaSeries(a, x *big.Float) *big.Float {
	term := Quo(of(x, 1), a)
	sum := term
	for a = Add(a, of(x, 1)); !negligible(term, sum); a = Add(a, of(x, 1)) {
		term = Quo(Mul(term, x), a)
		sum = Add(sum, term)
	}
	return sum
}

// gammaFraction returns 1/(x+1-a- 1(1-a)/(x+3-a- 2(2-a)/(x+5-a- …))), the even
// part of DLMF 8.9.2.
func gammaFraction(a, x *big.Float) *big.Float {
	b := Sub(Add(x, of(x, 1)), a)
	return Quo(of(x, 1), fraction(b, func(n int64) (num, den *big.Float) {
		k := of(x, n)
		return Mul(k, Sub(a, k)), Add(b, of(x, 2*n))
	}))
}

// fraction returns b + a1/(b1 + a2/(b2 + …)) by Steed's forward recurrence
// (Thompson and Barnett, J. Comput. Phys. 64, 1986).
func fraction(b *big.Float, next func(n int64) (num, den *big.Float)) *big.Float {
	c, d, f := b, of(b, 0), b
	for n := int64(1); ; n++ {
		num, den := next(n)
		d = Quo(of(b, 1), Add(den, Mul(num, d)))
		c = Add(den, Quo(num, c))
		step := Mul(c, d)
		f = Mul(f, step)
		if negligible(Sub(step, of(b, 1)), of(b, 16)) {
			return f
		}
	}
}

// Beta returns the regularized incomplete beta function I(x; a, b) and its
// complement, for a, b > 0 and 0 < x < 1.
func Beta(a, b, x *big.Float) (p, q *big.Float) {
	a, b, w := wider(a), wider(b), wider(wider(x))
	sum := Add(Add(a, b), of(w, 2))
	if Mul(w, sum).Cmp(Add(a, of(w, 1))) > 0 {
		q, p = betaTails(b, a, Sub(of(w, 1), w), w)
	} else {
		p, q = betaTails(a, b, w, Sub(of(w, 1), w))
	}
	return Round(p, x.Prec()), Round(q, x.Prec())
}

// betaTails does so for x left of the mean, y = 1 - x.
func betaTails(a, b, x, y *big.Float) (p, q *big.Float) {
	front := Add(Mul(a, Log(x)), Mul(b, Log(y)))
	front = Add(front, Sub(Lgamma(Add(a, b)), Add(Lgamma(a), Lgamma(b))))
	p = Mul(Exp(front), betaSeries(a, b, x))
	return p, Sub(of(p, 1), p)
}

// betaSeries returns F(a+b, 1; a+1; x) / a, DLMF 8.17.8.
func betaSeries(a, b, x *big.Float) *big.Float {
	term := Quo(of(a, 1), a)
	sum := term
	above, below := Add(a, b), a
	for n := int64(1); !negligible(term, sum); n++ {
		below = Add(below, of(a, 1))
		term = Quo(Mul(Mul(term, above), x), below)
		above = Add(above, of(a, 1))
		sum = Add(sum, term)
	}
	return sum
}
