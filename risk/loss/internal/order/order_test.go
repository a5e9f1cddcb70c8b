package order_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/order"
)

// Shapes that results come in.
var shapes = []struct {
	name string
	draw func(r *rand.Rand) float64
}{
	{"lognormal", lognormal},
	{"rare", func(r *rand.Rand) float64 { return some(r, 0.1, lognormal) }},
	{"limited", func(r *rand.Rand) float64 { return min(lognormal(r), 2) }},
	{"narrow", func(r *rand.Rand) float64 { return 1e6 + 1e3*r.NormFloat64() }},
	{"heavy", func(r *rand.Rand) float64 { return math.Pow(r.Float64(), -5) }},
	{"signed", func(r *rand.Rand) float64 { return r.NormFloat64() }},
	{"negative", func(r *rand.Rand) float64 { return -lognormal(r) }},
	{"constant", func(*rand.Rand) float64 { return 5 }},
	{"zero", func(*rand.Rand) float64 { return 0 }},
	{"zeros of both signs", func(r *rand.Rand) float64 { return math.Copysign(0, r.Float64()-0.5) }},
	{"once in a thousand", func(r *rand.Rand) float64 { return some(r, 0.001, lognormal) }},
	{"any bits", func(r *rand.Rand) float64 {
		for {
			if x := math.Float64frombits(r.Uint64()); !math.IsNaN(x) {
				return x
			}
		}
	}},
	{"least numbers", func(r *rand.Rand) float64 { return math.Float64frombits(r.Uint64N(5)) }},
	{"infinite", func(r *rand.Rand) float64 { return some(r, 0.5, func(*rand.Rand) float64 { return math.Inf(1) }) }},
	{"neighbors", func(r *rand.Rand) float64 { return 1 + 0x1p-52*float64(r.IntN(8)) }},
	{"narrow, with a few far out", func(r *rand.Rand) float64 { return 1 + some(r, 1e-4, lognormal) + 1e-6*r.Float64() }},
	{"whole", func(r *rand.Rand) float64 { return float64(r.IntN(4)) }},
}

func lognormal(r *rand.Rand) float64 { return math.Exp(1.2 * r.NormFloat64()) }

func some(r *rand.Rand, p float64, draw func(r *rand.Rand) float64) float64 {
	if r.Float64() < p {
		return draw(r)
	}
	return 0
}

// ranksOf returns the ranks of quantiles.
func ranksOf(n int, ps ...float64) []int {
	ranks := make([]int, len(ps))
	for i, p := range ps {
		ranks[i] = int(order.Rank(uint64(n), p))
	}
	return ranks
}

// TestSelectIsSorting compares with slices.Sort.
func TestSelectIsSorting(t *testing.T) {
	var s order.Selector
	for _, c := range shapes {
		t.Run(c.name, func(t *testing.T) {
			for _, n := range []int{1, 2, 3, 100, 1 << 13, 1<<13 + 1, 40_000} {
				values := drawn(n, c.draw)
				before, sorted := slices.Clone(values), slices.Sorted(slices.Values(values))
				for _, ps := range [][]float64{{}, {0}, {1}, {0, 1}, {0.5, 0.95, 0.99, 0.999}, {0.3, 0.3, 0.3001}, {0, 0.001, 0.01, 0.25, 0.75, 1}} {
					ranks := ranksOf(n, ps...)
					got, want := make([]float64, len(ps)), make([]float64, len(ps))
					for i, rank := range ranks {
						want[i] = sorted[rank-1]
					}
					require.NoError(t, s.Select(got, values, ranks))
					require.Equal(t, want, got, "n = %d, p = %v", n, ps)
				}
				require.Equal(t, before, values)
			}
		})
	}
}

// TestEveryRank asks for each.
func TestEveryRank(t *testing.T) {
	values := drawn(20_000, lognormal)
	ranks, got := make([]int, len(values)), make([]float64, len(values))
	for i := range ranks {
		ranks[i] = i + 1
	}
	var s order.Selector
	require.NoError(t, s.Select(got, values, ranks))
	require.Equal(t, slices.Sorted(slices.Values(values)), got)
}

func TestSelectErrors(t *testing.T) {
	small, large := drawn(10, lognormal), drawn(10_000, lognormal)
	withNaN := func(values []float64, nan float64) []float64 {
		values = slices.Clone(values)
		values[7] = nan
		return values
	}
	for _, c := range []struct {
		name   string
		values []float64
		room   int
		ranks  []int
		want   string
	}{
		{"room", small, 1, []int{1, 2}, "order: results: got room for 1, want 2, one for each rank"},
		{"rank 0", small, 1, []int{0}, "order: ranks[0]: got 0, want 1 to 10"},
		{"rank beyond", small, 1, []int{11}, "order: ranks[0]: got 11, want 1 to 10"},
		{"ranks descend", small, 3, []int{1, 4, 3}, "order: ranks[2]: got 3, want 4 to 10"},
		{"no values", nil, 1, []int{1}, "order: ranks[0]: got 1, want 1 to 0"},
		{"NaN among few", withNaN(small, math.NaN()), 1, []int{1}, "order: values[7]: got NaN, want a number"},
		{"NaN among many", withNaN(large, math.NaN()), 1, []int{1}, "order: values[7]: got NaN, want a number"},
		{"NaN among zeros", withNaN(drawn(10_000, shapes[1].draw), math.NaN()), 1, []int{1}, "order: values[7]: got NaN, want a number"},
		{"NaN with a sign", withNaN(large, math.Copysign(math.NaN(), -1)), 1, []int{1}, "order: values[7]: got NaN, want a number"},
		{"NaN, least bits", withNaN(large, math.Float64frombits(math.Float64bits(math.Inf(1))+1)), 1, []int{1}, "order: values[7]: got NaN, want a number"},
		{"NaN, least bits with a sign", withNaN(large, math.Float64frombits(math.Float64bits(math.Inf(-1))+1)), 1, []int{1}, "order: values[7]: got NaN, want a number"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s order.Selector
			require.EqualError(t, s.Select(make([]float64, c.room), c.values, c.ranks), c.want)
			require.NoError(t, s.Select(make([]float64, 1), large, []int{5}))
		})
	}
}

func TestNoAllocations(t *testing.T) {
	values, ranks := drawn(10_000, lognormal), ranksOf(10_000, 0.5, 0.99)
	out := make([]float64, len(ranks))
	var s order.Selector
	require.Zero(t, testing.AllocsPerRun(10, func() {
		_ = s.Select(out, values, ranks)
		out[0] = order.TailMean(values, out[1], 0.99)
	}))
}

func TestRank(t *testing.T) {
	for _, c := range []struct {
		n    uint64
		p    float64
		want uint64
	}{
		{0, 0.5, 0},
		{10, -0.1, 0},
		{10, 1.1, 0},
		{10, math.NaN(), 0},
		{10, 0, 1},
		{10, 1, 10},
		{10, 0.1, 1},
		{10, 0.3, 3}, // 0.3 × 10 is rounded
		{10, math.Nextafter(0.3, 1), 4},
		{100, 0.07, 7}, // 0.07 × 100 is above 7
		{1_000_000, 0.999, 999_000},
		{1_000_000, 0.9999999, 1_000_000},
		{3, 0.34, 2},
		{1 << 40, 0.5, 1 << 39},
	} {
		require.Equal(t, c.want, order.Rank(c.n, c.p), "n = %d, p = %v", c.n, c.p)
	}
	for n := uint64(1); n < 300; n++ {
		for k := uint64(1); k <= n; k++ {
			require.Equal(t, k, order.Rank(n, float64(k)/float64(n)))
		}
	}
}

// TestBits holds that the tail mean has the same bits as ever, on whichever
// platform.
func TestBits(t *testing.T) {
	var b strings.Builder
	for _, n := range []int{1, 4, 10_001} {
		values := make([]float64, n)
		for i := range values {
			values[i] = math.Sqrt(1 / (float64(i*7919%n) + 0.5))
		}
		for _, p := range []float64{0, 0.3, 0.999} {
			fmt.Fprintf(&b, "%d %v: %x\n", n, p, order.TailMean(values, 0.1, p))
		}
	}
	golden.Equal(t, "bits.txt", b.String())
}

// TestTailMean compares with the definition, the mean of the quantiles above p.
func TestTailMean(t *testing.T) {
	const steps = 1000
	for _, n := range []int{1, 7, 10, 999, 1000} {
		values := drawn(n, lognormal)
		sorted := slices.Sorted(slices.Values(values))
		for _, p := range []float64{0, 0.25, 0.9, 0.999} {
			from, sum := int(math.Round(p*steps)), 0.0
			for i := from * n; i < steps*n; i++ {
				sum += sorted[i/steps]
			}
			q := sorted[order.Rank(uint64(n), p)-1]
			require.InEpsilon(t, sum/float64((steps-from)*n), order.TailMean(values, q, p), 1e-11, "n = %d, p = %v", n, p)
		}
		require.InDelta(t, sorted[n-1], order.TailMean(values, sorted[n-1], 1), 0)
	}
}
