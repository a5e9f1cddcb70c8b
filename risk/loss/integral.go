package loss

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/internal/mathx"
)

// integral returns ∫ f from 0 to high, of an f that is smooth between the cuts.
func integral(f func(x float64) float64, high float64, cuts []float64) float64 {
	cuts = slices.DeleteFunc(slices.Clone(cuts), func(x float64) bool { return !(x > 0 && x < high) })
	cuts = append(cuts, 0, high)
	slices.Sort(cuts)
	sum := 0.0
	for i, from := range cuts[1:] {
		sum += smooth(f, cuts[i], from)
	}
	return sum
}

// smooth returns ∫ f between two points by the double exponential formula
// (Takahasi and Mori, Publ. RIMS 9, 1974), with half the step until that changes
// little.
func smooth(f func(x float64) float64, low, high float64) float64 {
	before := math.NaN()
	for h := 0.25; ; h /= 2 {
		sum := 0.0
		for t := -4.0; t <= 4; t += h {
			e := mathx.Exp(t)
			sinh, cosh := float64(0.5*(e-1/e)), float64(0.5*(e+1/e))
			s := 1 / (1 + mathx.Exp(float64(-math.Pi*sinh)))
			weight := float64(float64(float64(h*math.Pi)*cosh) * float64(s*(1-s)))
			if x := low + float64((high-low)*s); weight > 0 {
				sum += float64(weight * f(x))
			}
		}
		if math.Abs(sum-before) <= float64(1e-13*math.Abs(sum)) || h < 0x1p-8 {
			return float64((high - low) * sum)
		}
		before = sum
	}
}
