package streams_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// BenchmarkFill fills a block with our words and with those of the PCG of
// math/rand/v2 in each iteration, and reports the least time of both and how
// many times as fast ours is.
func BenchmarkFill(b *testing.B) {
	s, theirs := names[4].Key().Block(0), rand.NewPCG(1, 2)
	words := make([]uint64, streams.Block)
	our, their := time.Hour, time.Hour
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		s.Fill(words)
		middle := time.Now()
		for i := range words {
			words[i] = theirs.Uint64()
		}
		our, their = min(our, middle.Sub(start)), min(their, time.Since(middle))
	}
	b.ReportMetric(float64(our.Nanoseconds())/streams.Block, "ns/ours")
	b.ReportMetric(float64(their.Nanoseconds())/streams.Block, "ns/PCG")
	b.ReportMetric(float64(their)/float64(our), "PCG/ours")
}

// BenchmarkBlock is the beginning of a stream.
func BenchmarkBlock(b *testing.B) {
	key := names[4].Key()
	block := uint64(0)
	b.ReportAllocs()
	for b.Loop() {
		s := key.Block(block)
		block += s.Uint64() & 1
	}
}
