package mathx_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ismskit/ismskit/internal/mathx"
)

// BenchmarkAgainstMath calls our function and that of package math in each
// iteration, over the same arguments, and reports both and the ratio.
func BenchmarkAgainstMath(b *testing.B) {
	for _, c := range []struct {
		name         string
		ours, theirs func(float64) float64
		low, high    float64
	}{
		{"Exp", mathx.Exp, math.Exp, -20, 20},
		{"Expm1", mathx.Expm1, math.Expm1, -3, 3},
		{"Log", mathx.Log, math.Log, 0.01, 100},
		{"Log1p", mathx.Log1p, math.Log1p, -0.9, 10},
		{"Pow", func(x float64) float64 { return mathx.Pow(x, 2.5) }, func(x float64) float64 { return math.Pow(x, 2.5) }, 0, 10},
		{"Erf", mathx.Erf, math.Erf, -4, 4},
		{"Erfc", mathx.Erfc, math.Erfc, -4, 10},
		{"ErfInv", mathx.ErfInv, math.Erfinv, -1, 1},
		{"Lgamma", lgamma, func(x float64) float64 { y, _ := math.Lgamma(x); return y }, 0, 30},
	} {
		b.Run("f="+c.name, func(b *testing.B) { against(b, c.ours, c.theirs, c.low, c.high) })
	}
}

func against(b *testing.B, ours, theirs func(float64) float64, low, high float64) {
	b.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	x := make([]float64, 4096)
	for i := range x {
		x[i] = low + (high-low)*r.Float64()
	}
	our, their := time.Hour, time.Hour // the least of all iterations
	sink := 0.0
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		for _, x := range x {
			sink += ours(x)
		}
		middle := time.Now()
		for _, x := range x {
			sink += theirs(x)
		}
		our, their = min(our, middle.Sub(start)), min(their, time.Since(middle))
	}
	b.ReportMetric(float64(our)/float64(len(x)), "ns/ours")
	b.ReportMetric(float64(their)/float64(len(x)), "ns/math")
	b.ReportMetric(float64(our)/float64(their), "ours/math")
	if math.IsInf(sink, 0) {
		b.Log(sink)
	}
}

// BenchmarkTails times one value of what package math has not.
func BenchmarkTails(b *testing.B) {
	for _, c := range []struct {
		name string
		f    func(u float64) float64 // u is uniform
	}{
		{"NormSurvival", func(u float64) float64 { return mathx.NormSurvival(8*u - 2) }},
		{"NormQuantile", mathx.NormQuantile},
		{"GammaP/a=2.5", func(u float64) float64 { return mathx.GammaP(2.5, 8*u) }},
		{"GammaP/a=1000", func(u float64) float64 { return mathx.GammaP(1000, 800+400*u) }},
		{"GammaPInv/a=2.5", func(u float64) float64 { return mathx.GammaPInv(2.5, u) }},
		{"GammaPInv/a=1000", func(u float64) float64 { return mathx.GammaPInv(1000, u) }},
		{"BetaI/a=2,b=4", func(u float64) float64 { return mathx.BetaI(2, 4, u) }},
		{"BetaI/a=1e6,b=1e6", func(u float64) float64 { return mathx.BetaI(1e6, 1e6, 0.5+0.001*(u-0.5)) }},
		{"BetaInv/a=2,b=4", func(u float64) float64 { return mathx.BetaInv(2, 4, u) }},
		{"StudentQuantile/nu=5", func(u float64) float64 { return mathx.StudentQuantile(5, u) }},
	} {
		b.Run("f="+c.name, func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			b.ReportAllocs()
			sink := 0.0
			for b.Loop() {
				sink += c.f(r.Float64())
			}
			if math.IsInf(sink, 0) {
				b.Log(sink)
			}
		})
	}
}
