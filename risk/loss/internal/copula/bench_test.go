package copula_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// ten is a correlation matrix of ten variables of which each depends on all.
func ten() [][]float64 {
	rows := make([][]float64, 10)
	for i := range rows {
		rows[i] = make([]float64, 10)
		for j := range rows {
			rows[i][j] = math.Pow(0.6, math.Abs(float64(i-j)))
		}
	}
	return rows
}

// BenchmarkCounts draws the numbers of events of ten Poisson scenarios, a block of
// years in each iteration, and reports the least time of each step for a scenario
// and a year.
func BenchmarkCounts(b *testing.B) {
	for _, degrees := range []float64{0, 4} {
		b.Run(fmt.Sprintf("degrees=%v", degrees), func(b *testing.B) {
			c, err := copula.Gaussian(ten())
			if degrees > 0 {
				c, err = copula.Student(ten(), degrees)
			}
			x := blockOf(b, 10, c, err)
			tables, keys := make([]*copula.Counts, 10), make([]streams.Key, 10)
			for i := range tables {
				keys[i] = streams.Name{Seed: 1, Scenario: fmt.Sprint(i)}.Key()
				tables[i] = c.Counts(tableOf(b, fmt.Sprintf("poisson(mean=%d)", i+1)))
			}
			numbers := make([]int32, streams.Block)
			mixing := x.words[:0]
			if degrees > 0 {
				mixing = x.words
			}
			steps := []step{{"ns/normals", func() {
				for i, scores := range x.scores {
					s := keys[i].Block(1)
					s.Fill(x.words)
					c.Normals(scores, x.words)
				}
			}}, {"ns/matrix", func() {
				require.NoError(b, c.Correlate(x.scores, mixing))
			}}, {"ns/counts", func() {
				for i, scores := range x.scores {
					tables[i].Fill(numbers, scores)
				}
			}}}
			report(b, steps, 10*streams.Block)
		})
	}
}

// A step is one that is timed by itself.
type step struct {
	name string
	run  func()
}

// report runs the steps in each iteration, and reports the least time of each for
// one of n, and their sum.
func report(b *testing.B, steps []step, n int) {
	b.Helper()
	least := make([]time.Duration, len(steps))
	b.ReportAllocs()
	for b.Loop() {
		for i, s := range steps {
			start := time.Now()
			s.run()
			if took := time.Since(start); least[i] == 0 || took < least[i] {
				least[i] = took
			}
		}
	}
	sum := 0.0
	for i, s := range steps {
		each := float64(least[i].Nanoseconds()) / float64(n)
		b.ReportMetric(each, s.name)
		sum += each
	}
	b.ReportMetric(sum, "ns/all")
}

// BenchmarkReorder puts a block of losses in the order of scores, and sorts both in
// each iteration, and reports the least times.
func BenchmarkReorder(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	losses, scores := make([]float64, streams.Block), make([]float64, streams.Block)
	var sorted, drawn [2][]float64
	for i := range losses {
		drawn[0] = append(drawn[0], math.Exp(r.NormFloat64()))
		drawn[1] = append(drawn[1], r.NormFloat64())
		scores[i] = drawn[1][i]
	}
	var ranks copula.Ranks
	our, their := time.Hour, time.Hour
	b.ReportAllocs()
	for b.Loop() {
		copy(losses, drawn[0])
		start := time.Now()
		if err := ranks.Reorder(losses, scores); err != nil {
			b.Fatal(err)
		}
		our = min(our, time.Since(start))
		for i, values := range drawn {
			sorted[i] = append(sorted[i][:0], values...)
		}
		start = time.Now()
		slices.Sort(sorted[0])
		slices.Sort(sorted[1])
		their = min(their, time.Since(start))
	}
	b.ReportMetric(float64(our.Nanoseconds())/streams.Block, "ns/trial")
	b.ReportMetric(float64(their)/float64(our), "Sort/ours")
}

// BenchmarkGaussian makes a copula of good matrices, and finds what is nearest to
// bad ones.
func BenchmarkGaussian(b *testing.B) {
	b.Run("good", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err := copula.Gaussian(ten())
			require.NoError(b, err)
		}
	})
	for _, n := range []int{10, 24, 100} {
		b.Run(fmt.Sprintf("bad, n=%d", n), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			rows := make([][]float64, n)
			for i := range rows {
				rows[i] = make([]float64, n)
				for j := range i {
					rows[i][j] = 2*r.Float64() - 1
					rows[j][i] = rows[i][j]
				}
				rows[i][i] = 1
			}
			for b.Loop() {
				_, err := copula.Gaussian(rows)
				require.Error(b, err)
				_, err = copula.Nearest(rows)
				require.NoError(b, err)
			}
		})
	}
}
