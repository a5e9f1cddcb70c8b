package dist_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/dist"
)

// usualCounts has one instance of each family.
var usualCounts = []string{
	"fixed(n=12)", "bernoulli(p=0.3)", "binomial(n=1000, p=0.001)", "poisson(mean=3)", "negbinomial(r=2, p=0.25)",
	"zeroinflated(p=0.2, of=poisson(mean=3))", "mixedpoisson(rate=pert(min=0.5, mode=2, max=12))",
}

func benchmarkCounts(b *testing.B, run func(c dist.Count)) {
	b.Helper()
	for _, text := range usualCounts {
		c := parseCount(b, text)
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				run(c)
			}
		})
	}
}

func BenchmarkCountP(b *testing.B)   { benchmarkCounts(b, func(c dist.Count) { c.P(4) }) }
func BenchmarkCountCDF(b *testing.B) { benchmarkCounts(b, func(c dist.Count) { c.CDF(4) }) }
func BenchmarkCountQuantile(b *testing.B) {
	benchmarkCounts(b, func(c dist.Count) { c.Quantile(0.95) })
}

func BenchmarkCountPGF(b *testing.B) { benchmarkCounts(b, func(c dist.Count) { c.PGF(0.6 + 0.8i) }) }

func BenchmarkNewMixedPoisson(b *testing.B) {
	rate, err := dist.NewPERT(0.5, 2, 12)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dist.NewMixedPoisson(rate); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNewMetalog(b *testing.B) {
	p, x := []float64{0.05, 0.25, 0.5, 0.75, 0.95}, []float64{1, 3, 4, 6, 12}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dist.NewMetalog(p, x, 0, 100); err != nil {
			b.Fatal(err)
		}
	}
}
