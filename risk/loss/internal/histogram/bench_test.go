package histogram_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
)

// BenchmarkAdd adds a million losses, and merely adds them up, in each iteration,
// and reports the least time of both.
func BenchmarkAdd(b *testing.B) {
	const n = 1_000_000
	for _, c := range shapes[:3] {
		b.Run(c.name, func(b *testing.B) {
			losses := drawn(n, c.draw)
			h := of(losses)
			adding, summing, sum := time.Hour, time.Hour, 0.0
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				h.Add(losses)
				middle := time.Now()
				for _, x := range losses {
					sum += x
				}
				adding, summing = min(adding, middle.Sub(start)), min(summing, time.Since(middle))
			}
			require.Positive(b, sum)
			b.ReportMetric(float64(adding.Nanoseconds())/n, "ns/loss")
			b.ReportMetric(float64(adding)/float64(summing), "sums")
		})
	}
}

// BenchmarkFigures asks for a quantile and a tail mean.
func BenchmarkFigures(b *testing.B) {
	h := of(drawn(1_000_000, lognormal))
	b.ReportAllocs()
	for b.Loop() {
		h.Quantile(0.99)
		h.TailMean(0.99)
	}
}

// BenchmarkBinary writes and reads.
func BenchmarkBinary(b *testing.B) {
	h := of(drawn(1_000_000, lognormal))
	b.ReportAllocs()
	for b.Loop() {
		form, err := h.MarshalBinary()
		require.NoError(b, err)
		var read histogram.Histogram
		require.NoError(b, read.UnmarshalBinary(form))
		b.SetBytes(int64(len(form)))
	}
}
