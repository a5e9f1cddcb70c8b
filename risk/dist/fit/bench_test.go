package fit_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/dist/fit"
)

// BenchmarkFit fits values that are all known, and such as come to be known in
// every way.
func BenchmarkFit(b *testing.B) {
	d, err := dist.Parse("lognormal(mu=5, sigma=1.2)")
	if err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"lognormal", "gamma", "weibull", "exponential", "gpd"} {
		for _, n := range []int{50, 2000} {
			r := rand.New(rand.NewPCG(1, 2))
			values := make([]float64, n)
			for i := range values {
				values[i] = d.Quantile(r.Float64())
			}
			b.Run(fmt.Sprintf("%s/known/%d", name, n), func(b *testing.B) { repeat(b, name, fit.Exact(values...)) })
			b.Run(fmt.Sprintf("%s/mixed/%d", name, n), func(b *testing.B) { repeat(b, name, drawn(d, r, n)) })
		}
	}
}

func repeat(b *testing.B, family string, data []fit.Observation) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := families[family](data); err != nil {
			b.Fatal(err)
		}
	}
}
