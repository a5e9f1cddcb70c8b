package quantile_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
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

// BenchmarkAgainst draws in the usual way and by a table in each iteration, words
// included, and reports the least time of both and the ratio. The usual way is
// what libraries do, as far as that is one line, or else the quantile.
func BenchmarkAgainst(b *testing.B) {
	source := rand.NewPCG(1, 2)
	r := rand.New(source)
	for _, c := range []struct {
		text  string
		usual func(d dist.Dist) float64
	}{
		{"lognormal(mu=0, sigma=1.2)", func(dist.Dist) float64 { return math.Exp(1.2 * r.NormFloat64()) }},
		{"normal(mean=0, sd=1)", func(dist.Dist) float64 { return r.NormFloat64() }},
		{"weibull(shape=1.5, scale=10)", func(dist.Dist) float64 { return 10 * math.Pow(r.ExpFloat64(), 1/1.5) }},
		{"pert(min=0.5, mode=2, max=12)", func(d dist.Dist) float64 { return d.Quantile(r.Float64()) }},
	} {
		b.Run("d="+c.text, func(b *testing.B) {
			d := parse(b, c.text)
			table, err := quantile.Build(d)
			require.NoError(b, err)
			words, xs := make([]uint64, 1024), make([]float64, 1024)
			our, their := time.Hour, time.Hour
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				for i := range xs {
					xs[i] = c.usual(d)
				}
				middle := time.Now()
				for i := range words {
					words[i] = source.Uint64()
				}
				table.Fill(xs, words)
				our, their = min(our, time.Since(middle)), min(their, middle.Sub(start))
			}
			b.ReportMetric(float64(our)/float64(len(xs)), "ns/table")
			b.ReportMetric(float64(their)/float64(len(xs)), "ns/usual")
			b.ReportMetric(float64(their)/float64(our), "usual/table")
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
