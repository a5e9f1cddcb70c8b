package quantile_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// representative are families of every kind: closed form and iterated, smooth
// and kinked.
var representative = []string{
	"uniform(min=0, max=1)",
	"triangular(min=0, mode=5, max=10)",
	"lognormal(mu=0, sigma=1.2)",
	"lognormal(mu=-3, sigma=4)",
	"normal(mean=0, sd=1)",
	"pareto(min=100000, shape=1.1)",
	"weibull(shape=1.5, scale=10)",
	"gamma(shape=2, scale=3)",
	"beta(a=2, b=300)",
	"pert(min=0.5, mode=2, max=12)",
}

func BenchmarkBuild(b *testing.B) {
	for _, text := range representative {
		b.Run("d="+text, func(b *testing.B) {
			d := parse(b, text)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := quantile.Build(d); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkFill times a draw, given the words.
func BenchmarkFill(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	words := make([]uint64, 4096)
	for i := range words {
		words[i] = r.Uint64()
	}
	dst := make([]float64, len(words))
	for _, text := range representative {
		b.Run("d="+text, func(b *testing.B) {
			table, err := quantile.Build(parse(b, text))
			require.NoError(b, err)
			b.ReportAllocs()
			for b.Loop() {
				table.Fill(dst, words)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/draw")
		})
	}
}
