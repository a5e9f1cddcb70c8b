package copula_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
)

var frequencies = []string{
	"poisson(mean=0)", "poisson(mean=1e-12)", "poisson(mean=0.1)", "poisson(mean=3)", "poisson(mean=100)", "poisson(mean=12288)",
	"bernoulli(p=0)", "bernoulli(p=0.3)", "bernoulli(p=1)", "binomial(n=1000, p=0.999)",
	"negbinomialmean(mean=3, dispersion=20)", "fixed(n=7)", "zeroinflated(p=0.5, of=poisson(mean=2))",
	"poisson(mean=1e8)", "negbinomialmean(mean=100000, dispersion=100)",
}

func tableOf(t testing.TB, text string) *counts.Table {
	t.Helper()
	d, err := dist.ParseCount(text)
	require.NoError(t, err)
	table, err := counts.NewTable(d)
	require.NoError(t, err)
	return table
}

func copulas(t testing.TB) map[string]*copula.Copula {
	t.Helper()
	all := map[string]*copula.Copula{}
	for _, degrees := range []float64{0, 2.1, 4, 1000} {
		c, err := copula.Gaussian(pair(0.5))
		if degrees > 0 {
			c, err = copula.Student(pair(0.5), degrees)
		}
		require.NoError(t, err)
		all[fmt.Sprint(degrees)] = c
	}
	return all
}

// TestCountsAreThoseOfWords holds that a score has the number of events that its
// word has, at scores of all sizes and next to those at which the number changes,
// as far as a probability is computed.
func TestCountsAreThoseOfWords(t *testing.T) {
	for name, c := range copulas(t) {
		for _, text := range frequencies {
			t.Run(name+" "+text, func(t *testing.T) {
				table := tableOf(t, text)
				fast := c.Counts(table)
				var scores []float64
				for i := range 400 {
					x := float64(i-200) / 20
					scores = append(scores, x, x*x*x, x+1e-9)
				}
				scores = append(scores, edges(c, table)...)
				numbers, words := make([]int32, len(scores)), make([]uint64, len(scores))
				fast.Fill(numbers, scores)
				c.Words(words, scores)
				for i, word := range words {
					near := uint64(1 + 1e-11*math.Min(float64(word), float64(^word)))
					require.GreaterOrEqual(t, int(numbers[i]), table.Count(word-min(word, near)), "%v", scores[i])
					require.LessOrEqual(t, int(numbers[i]), table.Count(word+min(^word, near)), "%v", scores[i])
				}
			})
		}
	}
}

// edges returns scores close to those at which the number of events changes, by
// halving between scores.
func edges(c *copula.Copula, table *counts.Table) []float64 {
	var found []float64
	number := func(x float64) int {
		var word [1]uint64
		c.Words(word[:], []float64{x})
		return table.Count(word[0])
	}
	for _, from := range []float64{-6, -3, -1, -0.5, 0, 0.5, 1, 2, 4} {
		low, high := from, from+2
		if number(low) == number(high) {
			continue
		}
		for high-low > 1e-11*math.Abs(low) {
			if middle := low + (high-low)/2; number(middle) > number(low) {
				high = middle
			} else {
				low = middle
			}
		}
		found = append(found, low-1e-10, high+1e-10)
	}
	return found
}

// TestCountsMonotone holds that a greater score never stands for fewer events, and
// that what is no score of a copula does no harm.
func TestCountsMonotone(t *testing.T) {
	for name, c := range copulas(t) {
		for _, text := range frequencies {
			table := tableOf(t, text)
			scores := []float64{math.Inf(-1), -math.MaxFloat64, -1e30, -100}
			for i := range 2001 {
				scores = append(scores, float64(i-1000)/100)
			}
			scores = append(scores, 100, 1e30, math.MaxFloat64, math.Inf(1), math.NaN())
			numbers := make([]int32, len(scores))
			fast := c.Counts(table)
			fast.Fill(numbers, scores)
			last := len(scores) - 2
			for i := 1; i <= last; i++ {
				require.GreaterOrEqual(t, numbers[i], numbers[i-1], "%s %s: %v", name, text, scores[i])
			}
			require.Equal(t, table.Count(0), int(numbers[0]))
			require.Equal(t, table.Count(math.MaxUint64), int(numbers[last]))
			require.Equal(t, numbers[0], numbers[last+1], "NaN is taken for the least")
		}
	}
}
