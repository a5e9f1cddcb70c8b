package order_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/order"
)

// BenchmarkSelect finds four quantiles of a million losses, and sorts them, in
// each iteration, and reports the least time of both and how many times as fast
// selecting is.
func BenchmarkSelect(b *testing.B) {
	const n = 1_000_000
	for _, c := range shapes[:4] {
		b.Run(c.name, func(b *testing.B) {
			values, sorted := drawn(n, c.draw), make([]float64, n)
			ranks := ranksOf(n, 0.5, 0.95, 0.99, 0.999)
			out := make([]float64, len(ranks))
			var s order.Selector
			require.NoError(b, s.Select(out, values, ranks))
			our, their := time.Hour, time.Hour
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				if err := s.Select(out, values, ranks); err != nil {
					b.Fatal(err)
				}
				our = min(our, time.Since(start))
				copy(sorted, values)
				start = time.Now()
				slices.Sort(sorted)
				their = min(their, time.Since(start))
			}
			b.ReportMetric(float64(our.Nanoseconds())/n, "ns/ours")
			b.ReportMetric(float64(their.Nanoseconds())/n, "ns/Sort")
			b.ReportMetric(float64(their)/float64(our), "Sort/ours")
		})
	}
}

// BenchmarkTailMean is a pass over a million losses.
func BenchmarkTailMean(b *testing.B) {
	values := drawn(1_000_000, shapes[0].draw)
	sum := 0.0
	b.ReportAllocs()
	for b.Loop() {
		sum += order.TailMean(values, 10, 0.99)
	}
	require.False(b, math.IsNaN(sum))
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(values)), "ns/value")
}

// drawn returns n values.
func drawn(n int, draw func(r *rand.Rand) float64) []float64 {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	values := make([]float64, n)
	for i := range values {
		values[i] = draw(r)
	}
	return values
}
