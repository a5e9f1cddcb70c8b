package mathx

import (
	"math"
	"slices"
)

const (
	temmeLeast = 20  // of a
	temmeWidth = 0.4 // of |x-a|/a
)

// temme returns P(a, x) and Q(a, x), given x^a e^-x / Γ(a), by the uniform expansion of Temme, The
// asymptotic expansion of the incomplete gamma functions, SIAM J. Math. Anal.
// 10, 1979 (DLMF 8.12): with μ = (x-a)/a and ½η² = μ - log(1+μ), η of the sign
// of μ,
//
//	Q = ½ erfc(η √(a/2)) + exp(-½aη²)/√(2πa) Σ C(k, η) a^-k.
//
// Both parts have the factor exp(-½aη²), so the tail loses nothing.
func temme(a, x, front float64) (p, q float64) {
	eta := temmeEta((x - a) / a)
	root := math.Sqrt(float64(a * (0.5 / math.Pi)))
	e := float64((front / root) * Exp(stirling(a))) // exp(-½aη²)
	rest := float64(e * float64(temmeSum(a, eta)*(root/a)))
	y := float64(math.Abs(eta) * math.Sqrt(float64(0.5*a)))
	var tail float64 // ½ erfc y
	if y < 0.5 {
		tail = 0.5 - float64(0.5*erfSmall(y))
	} else if y < 30 {
		tail = float64(e * float64(0.5*erfcx(y)))
	}
	if eta < 0 {
		p = tail - rest
		return p, 1 - p
	}
	q = tail + rest
	return 1 - q, q
}

// temmeEta returns η for |μ| up to temmeWidth.
func temmeEta(mu float64) float64 {
	if math.Abs(mu) > 0x1p-5 {
		l := sum2(1, mu).log()
		phi := pair{mu, 0}.add(l.neg())
		return math.Copysign(math.Sqrt(float64(2*phi.hi)), mu)
	}
	sum := 0.0
	for k := 14; k >= 2; k-- { // φ/μ² = ½ - μ/3 + μ²/4 - …
		sum = 1/float64(k) - float64(mu*sum)
	}
	return float64(mu * math.Sqrt(float64(2*sum)))
}

// temmeSum returns Σ C(k, η) a^-k.
func temmeSum(a, eta float64) float64 {
	sum, scale := 0.0, 1.0
	for k := range temmeTable {
		value := 0.0
		for _, c := range slices.Backward(temmeTable[k][:]) {
			value = c + float64(value*eta)
		}
		sum += float64(value * scale)
		if scale /= a; scale < 0x1p-60 {
			break
		}
	}
	return sum
}
