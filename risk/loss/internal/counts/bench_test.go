package counts_test

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// BenchmarkFill draws the numbers of a block of years, with the words for them,
// and as many words of the PCG of math/rand/v2 in each iteration, and reports the
// least time of both and how many words a number costs.
func BenchmarkFill(b *testing.B) {
	for _, text := range []string{
		"poisson(mean=0.1)", "poisson(mean=3)", "poisson(mean=100)", "poisson(mean=12288)",
		"binomial(n=1000, p=0.3)", "negbinomialmean(mean=3, dispersion=0.5)",
	} {
		b.Run(text, func(b *testing.B) {
			table, s, theirs := tableOf(b, text), stream("bench", 0), rand.NewPCG(1, 2)
			words, numbers := make([]uint64, streams.Block), make([]int32, streams.Block)
			drawing, our, their := time.Hour, time.Hour, time.Hour
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				s.Fill(words)
				drawn := time.Now()
				table.Fill(numbers, words)
				middle := time.Now()
				for i := range words {
					words[i] = theirs.Uint64()
				}
				drawing, our, their = min(drawing, drawn.Sub(start)), min(our, middle.Sub(drawn)), min(their, time.Since(middle))
			}
			b.ReportMetric(float64(our.Nanoseconds())/streams.Block, "ns/number")
			b.ReportMetric(float64(drawing.Nanoseconds())/streams.Block, "ns/word")
			b.ReportMetric(float64(our)/float64(their), "PCGs")
		})
	}
}

// BenchmarkDirect draws the numbers of a block of years by our table, and with
// the textbook's product of uniform numbers (Knuth), in each iteration, and
// reports how many times as fast ours is.
func BenchmarkDirect(b *testing.B) {
	table, s, theirs := tableOf(b, "poisson(mean=3)"), stream("bench", 0), rand.New(rand.NewPCG(1, 2))
	words, numbers := make([]uint64, streams.Block), make([]int32, streams.Block)
	our, their, limit := time.Hour, time.Hour, math.Exp(-3)
	for b.Loop() {
		start := time.Now()
		s.Fill(words)
		table.Fill(numbers, words)
		middle := time.Now()
		for i := range numbers {
			numbers[i] = -1
			for p := 1.0; p > limit; p *= theirs.Float64() {
				numbers[i]++
			}
		}
		our, their = min(our, middle.Sub(start)), min(their, time.Since(middle))
	}
	b.ReportMetric(float64(their)/float64(our), "Knuth/ours")
}

// BenchmarkScatter draws the events of a block.
func BenchmarkScatter(b *testing.B) {
	for _, c := range []struct {
		name string
		rate float64
	}{{"rate=0.1", 0.1}, {"rate=3", 3}} {
		b.Run(c.name, func(b *testing.B) {
			scatter, err := counts.NewScatter(c.rate)
			require.NoError(b, err)
			key, block := streams.Name{Seed: 1}.Key(), uint64(0)
			space, events, least := make([]uint16, 20_000), 0, time.Hour
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				s := key.Block(block)
				years := space[:scatter.Total(s.Uint64())]
				counts.Years(&s, years)
				block++
				events += len(years)
				least = min(least, time.Since(start))
			}
			b.ReportMetric(float64(least.Nanoseconds())/streams.Block, "ns/year")
			b.ReportMetric(float64(least.Nanoseconds())/(c.rate*streams.Block), "ns/event")
		})
	}
}

// BenchmarkNewTable makes tables.
func BenchmarkNewTable(b *testing.B) {
	for _, text := range []string{"poisson(mean=3)", "poisson(mean=409.6)", "poisson(mean=12288)", "negbinomialmean(mean=3, dispersion=0.5)"} {
		b.Run(text, func(b *testing.B) {
			c := parsed(b, text)
			b.ReportAllocs()
			for b.Loop() {
				_, err := counts.NewTable(c)
				require.NoError(b, err)
			}
		})
	}
}
