package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// mostEvents bounds numbers of events: those below are exact as float64 and an
// int on every platform.
const mostEvents = 1_000_000_000

// least returns the least k from low to high with CDF(k) ≥ p, looking about
// guess first.
func least(c Count, p float64, low, high int, guess float64) int {
	switch {
	case !(p >= 0 && p <= 1):
		return -1
	case p == 0:
		return low
	case p == 1:
		return high
	}
	reached := func(k int) bool {
		if p > 0.5 {
			return c.Survival(k) <= 1-p
		}
		return c.CDF(k) >= p
	}
	below, above := around(reached, low-1, high, guess)
	for above-below > 1 {
		if k := below + (above-below)/2; reached(k) {
			above = k
		} else {
			below = k
		}
	}
	return above
}

// around returns a k that is not reached, low at least, and one that is, high
// at most, in steps from guess that double.
func around(reached func(k int) bool, low, high int, guess float64) (below, above int) {
	k := high
	if guess < float64(high) {
		k = max(int(max(guess, 0)), low+1)
	}
	step := 1
	if reached(k) {
		for above = k; above-low > step; step *= 2 {
			if k = above - step; !reached(k) {
				return k, above
			}
			above = k
		}
		return low, above
	}
	for below = k; high-below > step; step *= 2 {
		if k = below + step; reached(k) {
			return below, k
		}
		below = k
	}
	return below, high
}

// normalGuess returns about the quantile of p.
func normalGuess(c Count, p float64) float64 {
	return c.Mean() + float64(mathx.NormQuantile(p)*math.Sqrt(c.Variance()))
}

// whole returns x as a number of events.
func whole(dist, param string, x float64) (int, error) {
	return int(x), check(dist, condition{param, x, x >= 0 && x <= mostEvents && math.Floor(x) == x, "a whole number from 0 to 1e9"})
}

// probability is the condition of probabilities.
func probability(param string, p float64) condition {
	return condition{param, p, p >= 0 && p <= 1, "a probability from 0 to 1"}
}

// poissonP returns e^-m m^k / k! for m ≥ 0, by Loader, Fast and accurate
// computation of binomial probabilities, 2000: the powers are taken of the
// distance from the mode, the rest by Stirling's formula.
func poissonP(k int, m float64) float64 {
	switch {
	case k < 0:
		return 0
	case k == 0:
		return mathx.Exp(-m)
	case m == 0:
		return 0
	}
	x := float64(k)
	return mathx.Exp(-remainder(x)-deviance(x, m)) / math.Sqrt(float64(2*math.Pi*x))
}

// binomialP returns p^x q^y Γ(x+y+1)/(Γ(x+1) Γ(y+1)) for x, y > 0 and
// p = 1 - q in (0, 1), as poissonP.
func binomialP(x, y, p, q float64) float64 {
	n := x + y
	e := remainder(n) - remainder(x) - remainder(y)
	e = e - deviance(x, float64(n*p)) - deviance(y, float64(n*q))
	return mathx.Exp(e) / math.Sqrt(float64(2*math.Pi*float64(x*(y/n))))
}

// deviance returns x log(x/m) + m - x, without loss where x is near m.
func deviance(x, m float64) float64 {
	d := x - m
	if math.Abs(d) >= float64(0.1*(x+m)) {
		return float64(x*mathx.Log(x/m)) - d
	}
	v := d / (x + m)
	sum, term, square := float64(d*v), float64(2*float64(x*v)), float64(v*v)
	for j := 3.0; j < 100; j += 2 {
		term = float64(term * square)
		next := sum + term/j
		if next == sum {
			break
		}
		sum = next
	}
	return sum
}

// remainder returns log Γ(x) - ((x-½) log x - x + ½ log 2π) for x > 0.
func remainder(x float64) float64 {
	if x >= 16 {
		return stirling(x)
	}
	const half = 0.918938533204672741780329736405617640 // ½ log 2π
	l, _ := mathx.Lgamma(x)
	return l - float64((x-0.5)*mathx.Log(x)) + x - half
}

// power1p returns (1 + w)^a, without loss for small w.
func power1p(w complex128, a float64) complex128 {
	x, y := real(w), imag(w)
	log := float64(mathx.Log1p(float64(2*x)+(float64(x*x)+float64(y*y))) / 2)
	return mathx.ExpC(complex(float64(a*log), float64(a*mathx.Atan2(y, 1+x))))
}

// aboutOne returns c (z - 1).
func aboutOne(c float64, z complex128) complex128 {
	return complex(float64(c*(real(z)-1)), float64(c*imag(z)))
}
