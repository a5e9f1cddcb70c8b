package copula_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// reordered is the definition: the loss of rank k goes to the score of rank k.
func reordered(losses, scores []float64) []float64 {
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return scores[order[i]] < scores[order[j]] })
	sorted := slices.Clone(losses)
	slices.Sort(sorted)
	want := make([]float64, len(losses))
	for rank, i := range order {
		want[i] = sorted[rank]
	}
	return want
}

// results draw values of some kind.
var results = map[string]func(r *rand.Rand) float64{
	"lognormal":         func(r *rand.Rand) float64 { return math.Exp(3 * r.NormFloat64()) },
	"normal":            func(r *rand.Rand) float64 { return r.NormFloat64() },
	"mostly zero":       func(r *rand.Rand) float64 { return max(0, r.NormFloat64()-1) },
	"few values":        func(r *rand.Rand) float64 { return float64(r.IntN(3) - 1) },
	"one value":         func(*rand.Rand) float64 { return 5 },
	"close together":    func(r *rand.Rand) float64 { return 1 + r.Float64()*0x1p-30 },
	"pairs close":       func(r *rand.Rand) float64 { return float64(r.IntN(2000)) + r.Float64()*1e-9 },
	"of all sizes":      func(r *rand.Rand) float64 { return math.Ldexp(r.NormFloat64(), r.IntN(2000)-1000) },
	"infinite at times": func(r *rand.Rand) float64 { return 1 / float64(r.IntN(5)-r.IntN(2)*2) },
}

func TestReorder(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var ranks copula.Ranks
	for name, loss := range results {
		for other, score := range results {
			for _, n := range []int{0, 1, 2, 100, streams.Block} {
				losses, scores := make([]float64, n), make([]float64, n)
				for i := range losses {
					losses[i], scores[i] = loss(r), score(r)
				}
				want := reordered(losses, scores)
				from, before := make([]uint16, n), slices.Clone(losses)
				require.NoError(t, ranks.Order(from, losses, scores))
				require.NoError(t, ranks.Reorder(losses, scores))
				require.Equal(t, want, losses, "%s by %s", name, other)
				seen := make([]bool, n)
				for i, j := range from {
					require.Equal(t, before[j], losses[i]) //nolint:testifylint // exactly
					require.False(t, seen[j])
					seen[j] = true
				}
			}
		}
	}
}

// TestReorderNaN holds that what is no number does no harm.
func TestReorderNaN(t *testing.T) {
	var ranks copula.Ranks
	losses := []float64{3, math.NaN(), 1}
	require.NoError(t, ranks.Reorder(losses, []float64{math.NaN(), 1, 2}))
	require.Equal(t, []float64{1, 3}, losses[1:])
	require.True(t, math.IsNaN(losses[0]))
}

func TestReorderErrors(t *testing.T) {
	var ranks copula.Ranks
	require.EqualError(t, ranks.Reorder(make([]float64, 3), make([]float64, 2)), "copula: scores: got 2, want 3, as losses")
	require.EqualError(t, ranks.Order(make([]uint16, 2), make([]float64, 3), make([]float64, 3)), "copula: order: got 2, want 3, as losses")
	require.EqualError(t, ranks.Reorder(make([]float64, 65537), make([]float64, 65537)), "copula: losses: got 65537, want at most 65536")
}

// TestReorderDependence holds that reordered losses have the rank correlation of
// the scores, 6/π asin(ρ/2).
func TestReorderDependence(t *testing.T) {
	const blocks = 256
	c, err := copula.Gaussian(pair(0.7))
	b := blockOf(t, 2, c, err)
	var correlation meter
	var ranks copula.Ranks
	for number := range uint64(blocks) {
		b.draw(t, number, false)
		var losses [2][]float64
		for i, scores := range b.scores {
			b.fill(fmt.Sprint("loss", i), number)
			for _, word := range b.words {
				losses[i] = append(losses[i], streams.Unit(word))
			}
			require.NoError(t, ranks.Reorder(losses[i], scores))
		}
		sum := 0.0
		for t, u := range losses[0] {
			sum += 12 * (u - 0.5) * (losses[1][t] - 0.5)
		}
		correlation.add(sum / streams.Block)
	}
	correlation.require(t, 6/math.Pi*math.Asin(0.35))
}
