package points_test

import (
	"testing"
	"time"

	"github.com/ismskit/ismskit/risk/loss/internal/points"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// BenchmarkFill fills a block in each way, and with independent words, in each
// iteration, and reports the least time a word of each.
func BenchmarkFill(b *testing.B) {
	var words [streams.Block]uint64
	k, s := key("bench"), sobol(b, 7, 0)
	latin, sequence, plain := time.Hour, time.Hour, time.Hour
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		points.Latin(&words, k, words[0])
		latin = min(latin, time.Since(start))
		start = time.Now()
		s.Fill(words[:], words[0])
		sequence = min(sequence, time.Since(start))
		start = time.Now()
		stream := k.Block(words[0])
		stream.Fill(words[:])
		plain = min(plain, time.Since(start))
	}
	b.ReportMetric(float64(latin.Nanoseconds())/streams.Block, "ns/Latin")
	b.ReportMetric(float64(sequence.Nanoseconds())/streams.Block, "ns/Sobol")
	b.ReportMetric(float64(plain.Nanoseconds())/streams.Block, "ns/plain")
}

// BenchmarkNewSobol scrambles a dimension.
func BenchmarkNewSobol(b *testing.B) {
	k := key("bench")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := points.NewSobol(200, k, 0); err != nil {
			b.Fatal(err)
		}
	}
}
