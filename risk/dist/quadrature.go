package dist

import (
	"cmp"
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A fraction is a number s of [0, 1] with its complement, so that either end
// can be approached without loss.
type fraction struct{ s, c float64 }

// doubleExponential visits the nodes of the double exponential formula for
// ∫ f(s) ds over [0, 1] with their weights, from the middle out on both sides
// until visit tells that it is enough:
//
//	s = 1/(1 + e^(-π sinh t)), t = 0, ±h, ±2h, …
//
// (Takahasi and Mori, Publ. RIMS 9, 1974.) It bears singular ends; the error
// falls with e^(-c/h).
func doubleExponential(h float64, visit func(at fraction, weight float64) (enough bool)) {
	for _, sign := range [2]float64{-1, 1} {
		for j := 0; float64(float64(j)*h) <= 6; j++ {
			if j == 0 && sign > 0 {
				continue
			}
			e := mathx.Exp(float64(float64(j) * h))
			sinh, cosh := float64((e-1/e)/2), float64((e+1/e)/2)
			small := mathx.Exp(float64(-math.Pi * sinh))
			at := fraction{small / (1 + small), 1 / (1 + small)}
			if sign > 0 {
				at.s, at.c = at.c, at.s
			}
			if visit(at, float64(float64(float64(h*math.Pi)*cosh)*float64(at.s*at.c))) {
				break
			}
		}
	}
}

// quadrature returns ∫ f over [0, 1] for a smooth f with any behavior at the
// ends that can be integrated. The step is halved until that changes nothing.
func quadrature(f func(at fraction) float64) float64 {
	before := math.NaN()
	for h := 0.25; ; h /= 2 {
		sum, size := 0.0, 0.0
		little := 0
		doubleExponential(h, func(at fraction, weight float64) bool {
			term := float64(weight * f(at))
			sum += term
			size += math.Abs(term)
			little++
			if math.Abs(term) > float64(0x1p-62*size) {
				little = 0
			}
			return little > 3 && weight < 0x1p-20
		})
		if math.Abs(sum-before) <= float64(0x1p-48*size) || h < 0x1p-6 || math.IsNaN(sum) {
			return sum
		}
		before = sum
	}
}

// smoothIntegral returns ∫ f from low to high, by Gauss's rule where that
// settles at once, else as quadrature.
func smoothIntegral(low, high float64, f func(x float64) float64) float64 {
	before := panels(low, high, 1, f)
	for n := 2; n <= 16; n *= 2 {
		sum := panels(low, high, n, f)
		if math.Abs(sum-before) <= float64(0x1p-48*math.Abs(sum)) {
			return sum
		}
		before = sum
	}
	width := high - low
	return float64(width * quadrature(func(at fraction) float64 { return f(low + float64(width*at.s)) }))
}

// A piece is a part of a distribution between two probabilities where the
// quantile is smooth, or constant: an atom.
type piece struct {
	from, to split
	width    float64
	atom     bool
	at       float64 // of an atom
	source   Dist
}

// quantile returns the value at a fraction of the probability of the piece.
func (s piece) quantile(at fraction) float64 {
	if s.atom {
		return s.at
	}
	p, q := s.from.p+float64(s.width*at.s), s.to.q+float64(s.width*at.c)
	if p < q {
		return s.source.Quantile(p)
	}
	return s.source.Upper(q)
}

// mean returns ∫ g of the quantile over the probability of the piece.
func (s piece) mean(g func(x float64) float64) float64 {
	if s.atom {
		return float64(s.width * g(s.at))
	}
	return float64(s.width * quadrature(func(at fraction) float64 { return g(s.quantile(at)) }))
}

// A split is where one piece ends and the next begins: the probability below
// it, and above.
type split struct{ p, q float64 }

func compareSplits(a, b split) int {
	if a.p < 0.5 || b.p < 0.5 {
		return cmp.Compare(a.p, b.p)
	}
	return cmp.Compare(b.q, a.q)
}

// pieces cuts d where its quantile is not smooth, and at the values given.
func pieces(d Dist, cuts ...float64) []piece {
	splits := []split{{0, 1}, {1, 0}}
	for _, x := range slices.Concat(kinks(d), cuts) {
		splits = append(splits, split{d.CDF(x), d.Survival(x)})
	}
	at := atoms(d)
	flat := make(map[split]float64, len(at))
	for _, a := range at {
		from, to := before(d, a), split{d.CDF(a.At), d.Survival(a.At)}
		splits = append(splits, from, to)
		flat[from] = a.At
	}
	slices.SortFunc(splits, compareSplits)
	var all []piece
	for i, from := range splits[:len(splits)-1] {
		to := splits[i+1]
		s := piece{from: from, to: to, width: to.p - from.p, source: d}
		if from.q < 0.5 {
			s.width = from.q - to.q
		}
		if s.width <= 0 {
			continue
		}
		s.at, s.atom = flat[from]
		all = append(all, s)
	}
	return all
}

// before returns P(X < x) and P(X ≥ x) at an atom.
func before(d Dist, a Atom) split {
	return split{max(d.CDF(a.At)-a.P, 0), min(d.Survival(a.At)+a.P, 1)}
}

// kinks returns those of d, if it has any.
func kinks(d Dist) []float64 {
	if k, ok := d.(Kinked); ok {
		return k.Kinks()
	}
	return nil
}

// atoms returns those of d, if it has any.
func atoms(d Dist) []Atom {
	if a, ok := d.(Atomic); ok {
		return a.Atoms()
	}
	return nil
}
