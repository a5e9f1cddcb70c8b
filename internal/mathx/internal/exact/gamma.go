package exact

import "math/big"

// Lgamma returns log Γ(x) for x > 0: Stirling's series (AS 6.1.40) at x + n,
// less the logarithm of x (x+1) … (x+n-1).
func Lgamma(x *big.Float) *big.Float {
	w := wider(wider(x)) // what cancels between the two parts
	least := New(float64(w.Prec())/2, w.Prec())
	product := of(w, 1)
	for w.Cmp(least) < 0 {
		product = Mul(product, w)
		w = Add(w, of(w, 1))
	}
	half := New(0.5, w.Prec())
	sum := Sub(Mul(Sub(w, half), Log(w)), w)
	sum = Add(sum, Mul(half, Log(scale(Pi(w.Prec()), 1))))
	sum = Add(sum, stirling(w))
	return Round(Sub(sum, Log(product)), x.Prec())
}

// Stirling returns log Γ(x) - ((x-½) log x - x + ½ log 2π) for x > 0.
func Stirling(x *big.Float) *big.Float {
	w := wider(x)
	half := New(0.5, w.Prec())
	sum := Sub(Lgamma(w), Mul(Sub(w, half), Log(w)))
	sum = Sub(Add(sum, w), Mul(half, Log(scale(Pi(w.Prec()), 1))))
	return Round(sum, x.Prec())
}

// stirling returns Σ B(2k) / (2k (2k-1) w^(2k-1)) for large w.
func stirling(w *big.Float) *big.Float {
	sum, power, square := of(w, 0), Quo(of(w, 1), w), Mul(w, w)
	numbers := bernoulli(int(w.Prec())/10 + 8)
	for k := 1; k < len(numbers); k++ {
		term := new(big.Float).SetPrec(w.Prec()).SetRat(numbers[k])
		term = Quo(Mul(term, power), of(w, int64(2*k)*int64(2*k-1)))
		if negligible(term, sum) {
			break
		}
		sum = Add(sum, term)
		power = Quo(power, square)
	}
	return sum
}

// bernoulli returns B(0), B(2), … B(2n-2) from the tangent numbers, which are
// integers: T(k) = (k-1)! at first, and each pass adds the neighbors (Brent and
// Harvey, Fast computation of Bernoulli, tangent and secant numbers, 2011).
func bernoulli(n int) []*big.Rat {
	t := make([]*big.Int, n)
	t[0], t[1] = big.NewInt(0), big.NewInt(1)
	for k := 2; k < n; k++ {
		t[k] = new(big.Int).Mul(t[k-1], big.NewInt(int64(k-1)))
	}
	for k := 2; k < n; k++ {
		for j := k; j < n; j++ {
			left := new(big.Int).Mul(t[j-1], big.NewInt(int64(j-k)))
			t[j].Add(left, t[j].Mul(t[j], big.NewInt(int64(j-k+2))))
		}
	}
	all := []*big.Rat{big.NewRat(1, 1)}
	for k := 1; k < n; k++ { // B(2k) = ±2k T(k) / (4^k (4^k - 1))
		four := new(big.Int).Lsh(big.NewInt(1), uint(2*k))
		below := new(big.Int).Mul(four, new(big.Int).Sub(four, big.NewInt(1)))
		above := new(big.Int).Mul(t[k], big.NewInt(int64(2*k*(2*(k%2)-1))))
		all = append(all, new(big.Rat).SetFrac(above, below))
	}
	return all
}
