package counts_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// frequencies are distributions in their text form.
var frequencies = []string{
	"poisson(mean=0)",
	"poisson(mean=1e-12)",
	"poisson(mean=0.1)",
	"poisson(mean=3)",
	"poisson(mean=100)",
	"poisson(mean=409.6)",
	"poisson(mean=12288)",
	"bernoulli(p=0)",
	"bernoulli(p=0.3)",
	"bernoulli(p=1)",
	"binomial(n=10, p=0.2)",
	"binomial(n=1000, p=0.999)",
	"negbinomialmean(mean=3, dispersion=0.5)",
	"negbinomialmean(mean=3, dispersion=20)",
	"negbinomial(r=0.01, p=0.5)",
	"fixed(n=7)",
	"zeroinflated(p=0.5, of=poisson(mean=2))",
	"poisson(mean=1e8)",                            // wider than a table
	"negbinomialmean(mean=100000, dispersion=100)", // the same, to one side
}

func parsed(t testing.TB, text string) dist.Count {
	t.Helper()
	c, err := dist.ParseCount(text)
	require.NoError(t, err, text)
	return c
}

func tableOf(t testing.TB, text string) *counts.Table {
	t.Helper()
	table, err := counts.NewTable(parsed(t, text))
	require.NoError(t, err, text)
	return table
}

func stream(variable string, block uint64) streams.Stream {
	return streams.Name{Seed: 1, Variable: variable}.Key().Block(block)
}

// TestInverts holds that the number of a word is the least k with CDF(k) ≥ u, in
// both tails, as far as probabilities are computed.
func TestInverts(t *testing.T) {
	for _, text := range frequencies {
		t.Run(text, func(t *testing.T) {
			table, c := tableOf(t, text), parsed(t, text)
			s := stream("inverts", 0)
			for i := range 2000 {
				word := s.Uint64() >> (i % 61)
				for _, word := range []uint64{word, ^word} {
					k := table.Count(word)
					require.GreaterOrEqual(t, k, 0)
					u, above := (float64(word)+0.5)*0x1p-64, (float64(^word)+0.5)*0x1p-64
					const off, least = 1e-11, 0x1p-63 // relative, and rounded to words
					if u < 0.5 {
						require.GreaterOrEqual(t, c.CDF(k), u*(1-off)-least)
						require.LessOrEqual(t, c.CDF(k-1), u*(1+off)+least)
					} else {
						require.LessOrEqual(t, c.Survival(k), above*(1+off)+least)
						require.GreaterOrEqual(t, c.Survival(k-1), above*(1-off)-least)
					}
				}
			}
		})
	}
}

// TestMonotone holds that a greater word never stands for fewer events, also
// where it leaves the table.
func TestMonotone(t *testing.T) {
	for _, text := range frequencies {
		table := tableOf(t, text)
		last := table.Count(0)
		for i := range uint64(3000) {
			k := table.Count(i * (math.MaxUint64 / 3000))
			require.GreaterOrEqual(t, k, last, text)
			last = k
		}
		require.GreaterOrEqual(t, table.Count(math.MaxUint64), last, text)
	}
}

func TestEnds(t *testing.T) {
	for text, want := range map[string][2]int{
		"poisson(mean=0)":       {0, 0},
		"bernoulli(p=0)":        {0, 0},
		"bernoulli(p=0.3)":      {0, 1},
		"bernoulli(p=1)":        {1, 1},
		"fixed(n=7)":            {7, 7},
		"binomial(n=10, p=0.2)": {0, 10},
		"poisson(mean=1e-12)":   {0, 1},
	} {
		table := tableOf(t, text)
		require.Equal(t, want, [2]int{table.Count(0), table.Count(math.MaxUint64)}, text)
	}
}

// TestDistribution compares the numbers of 260,000 years with the exact
// probabilities: chi-square of the numbers expected at least 20 times, the others
// together.
func TestDistribution(t *testing.T) {
	const n = 1 << 18
	words, numbers := make([]uint64, n), make([]int32, n)
	s := stream("distribution", 0)
	s.Fill(words)
	for _, text := range frequencies {
		if strings.Contains(text, "1e8") || strings.Contains(text, "100000") {
			continue // too many different numbers; see TestInverts
		}
		t.Run(text, func(t *testing.T) {
			tableOf(t, text).Fill(numbers, words)
			seen := map[int]int{}
			for _, k := range numbers {
				seen[int(k)]++
			}
			chiSquare(t, seen, n, parsed(t, text).P)
		})
	}
}

// chiSquare compares how often numbers were seen in n draws with their
// probabilities, within 4.5 standard deviations.
func chiSquare(t *testing.T, seen map[int]int, n int, p func(k int) float64) {
	t.Helper()
	sum, cells, rest, left := 0.0, 0, n, 1.0
	for k, end := 0, 1<<17; k < end && left > 1e-9; k++ {
		want := float64(n) * p(k)
		if want < 20 {
			continue
		}
		sum += (float64(seen[k]) - want) * (float64(seen[k]) - want) / want
		cells++
		rest -= seen[k]
		left -= p(k)
	}
	if want := float64(n) * left; want >= 1 {
		sum += (float64(rest) - want) * (float64(rest) - want) / want
		cells++
	} else {
		require.LessOrEqual(t, rest, 8)
	}
	free := float64(max(cells-1, 1))
	require.Less(t, sum, free+4.5*math.Sqrt(2*free)+10, "%d cells", cells)
	if cells > 50 {
		require.Greater(t, sum, free-4.5*math.Sqrt(2*free), "%d cells", cells)
	}
}

func TestFillIsCount(t *testing.T) {
	for _, text := range frequencies {
		table := tableOf(t, text)
		words, numbers := make([]uint64, 300), make([]int32, 299)
		s := stream("fill", 0)
		s.Fill(words)
		words[0], words[1] = 0, math.MaxUint64
		table.Fill(numbers, words)
		for i, k := range numbers {
			require.Equal(t, table.Count(words[i]), int(k), text)
		}
	}
}

// A broken distribution has probabilities of its own.
type broken struct {
	dist.Count
	p func(k int) float64
}

func (b broken) P(k int) float64 { return b.p(k) }

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		name  string
		count dist.Count
		want  string
	}{
		{"nothing", nil, "counts: distribution: got nothing, want one"},
		{"too many", parsed(t, "negbinomialmean(mean=1e9, dispersion=1)"), "counts: negbinomialmean(mean=1e+09, dispersion=1): got more than 2^30 events with a probability of 0.34"},
		{"sum", broken{parsed(t, "poisson(mean=3)"), func(int) float64 { return 0.2 }}, "counts: poisson(mean=3): got probabilities of sum"},
		{"NaN", broken{parsed(t, "poisson(mean=3)"), func(int) float64 { return math.NaN() }}, "counts: poisson(mean=3): got probabilities of sum NaN, want 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := counts.NewTable(c.count)
			require.ErrorContains(t, err, c.want)
		})
	}
}

// TestBits holds that draws are the same as ever, on whichever platform.
func TestBits(t *testing.T) {
	var b strings.Builder
	for _, text := range frequencies {
		table := tableOf(t, text)
		words, numbers := make([]uint64, 1<<14), make([]int32, 1<<14)
		s := stream(text, 0)
		s.Fill(words)
		table.Fill(numbers, words)
		sum := int64(0)
		for _, k := range numbers {
			sum += int64(k)
		}
		fmt.Fprintf(&b, "%s: %d, sum %d\n", text, numbers[:8], sum)
	}
	years := make([]uint16, 10)
	s := stream("years", 0)
	counts.Years(&s, years)
	fmt.Fprintln(&b, "years:", years)
	golden.Equal(t, "bits.txt", b.String())
}

func TestNoAllocations(t *testing.T) {
	table := tableOf(t, "poisson(mean=3)")
	words, numbers, years := make([]uint64, 1000), make([]int32, 1000), make([]uint16, 1000)
	var chances [streams.Block]uint64
	s := stream("", 0)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		s.Fill(words)
		table.Fill(numbers, words)
		counts.Years(&s, years)
		counts.Thin(years, words, &chances)
	}))
}

// poisson returns a probability.
func poisson(mean float64, k int) float64 {
	l, _ := mathx.Lgamma(float64(k) + 1)
	return math.Exp(float64(k)*math.Log(mean) - mean - l)
}
