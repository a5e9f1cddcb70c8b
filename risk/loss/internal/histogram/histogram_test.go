package histogram_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
	"github.com/ismskit/ismskit/risk/loss/internal/order"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Shapes that losses come in.
var shapes = []struct {
	name string
	draw func(r *rand.Rand) float64
}{
	{"lognormal", lognormal},
	{"rare", func(r *rand.Rand) float64 { return max(lognormal(r)-6, 0) }},
	{"limited", func(r *rand.Rand) float64 { return min(lognormal(r), 1.2345) }},
	{"narrow", func(r *rand.Rand) float64 { return 1e6 + 1e3*r.NormFloat64() }},
	{"heavy", func(r *rand.Rand) float64 { return math.Pow(r.Float64(), -5) }},
	{"whole", func(r *rand.Rand) float64 { return float64(r.IntN(4)) }},
	{"any number", func(r *rand.Rand) float64 {
		return math.Float64frombits(r.Uint64N(math.Float64bits(math.MaxFloat64) + 1))
	}},
	{"least numbers", func(r *rand.Rand) float64 { return math.Float64frombits(r.Uint64N(5)) }},
	{"zero", func(*rand.Rand) float64 { return 0 }},
	{"constant", func(*rand.Rand) float64 { return 1e15 / 3 }},
}

func lognormal(r *rand.Rand) float64 { return math.Exp(1.2 * r.NormFloat64()) }

func drawn(n int, draw func(r *rand.Rand) float64) []float64 {
	r := rand.New(rand.NewPCG(2, uint64(n)))
	losses := make([]float64, n)
	for i := range losses {
		losses[i] = draw(r)
	}
	return losses
}

func of(losses []float64) *histogram.Histogram {
	var h histogram.Histogram
	h.Add(losses)
	return &h
}

func bytesOf(t *testing.T, h *histogram.Histogram) string {
	t.Helper()
	b, err := h.MarshalBinary()
	require.NoError(t, err)
	return string(b)
}

// TestOrderDoesNotMatter divides losses at random among histograms, and merges
// these in random order and grouping: bytes and figures are always the same.
func TestOrderDoesNotMatter(t *testing.T) {
	for _, c := range shapes {
		t.Run(c.name, func(t *testing.T) {
			losses := drawn(1500, c.draw)
			losses[7], losses[8] = -1, math.NaN()
			whole := of(losses)
			want, figures := bytesOf(t, whole), figuresOf(whole)
			r := rand.New(rand.NewPCG(3, 4))
			for range 8 {
				r.Shuffle(len(losses), func(i, j int) { losses[i], losses[j] = losses[j], losses[i] })
				parts := make([]*histogram.Histogram, 1+r.IntN(9))
				for i := range parts {
					parts[i] = new(histogram.Histogram)
				}
				for rest := losses; len(rest) > 0; {
					n := min(1+r.IntN(250), len(rest))
					parts[r.IntN(len(parts))].Add(rest[:n])
					rest = rest[n:]
				}
				for len(parts) > 1 {
					i := r.IntN(len(parts))
					one := parts[i]
					parts = slices.Delete(parts, i, i+1)
					before := bytesOf(t, one)
					require.NoError(t, parts[r.IntN(len(parts))].Merge(one))
					require.Equal(t, before, bytesOf(t, one))
				}
				require.Equal(t, want, bytesOf(t, parts[0]))
				require.Equal(t, figures, figuresOf(parts[0]))
			}
		})
	}
}

// figuresOf writes figures to the last bit.
func figuresOf(h *histogram.Histogram) string {
	var b strings.Builder
	fmt.Fprintf(&b, "n %d zeros %d refused %d mean %x sd %x\n", h.N(), h.Zeros(), h.Refused(), h.Mean(), h.SD())
	for _, p := range []float64{0, 0.01, 0.5, 0.95, 0.99, 0.999, 1} {
		value, low, high := h.Quantile(p)
		share, atLeast, atMost := h.Above(value)
		fmt.Fprintf(&b, "%g: %x %x %x, %x, %x %x %x\n", p, value, low, high, h.TailMean(p), share, atLeast, atMost)
	}
	return b.String()
}

// TestFiguresAreThoseOfTheLosses compares with all losses, sorted.
func TestFiguresAreThoseOfTheLosses(t *testing.T) {
	for _, c := range shapes {
		for _, n := range []int{1, 2, 3, 10, 1000, 50_000} {
			t.Run(fmt.Sprintf("%s, %d", c.name, n), func(t *testing.T) {
				losses := drawn(n, c.draw)
				h, sorted := of(losses), slices.Sorted(slices.Values(losses))
				require.Equal(t, uint64(n), h.N())
				require.Zero(t, h.Refused())
				for _, p := range []float64{0, 0.01, 0.25, 0.5, 0.9, 0.99, 0.999, 1} {
					want := sorted[order.Rank(uint64(n), p)-1]
					value, low, high := h.Quantile(p)
					require.True(t, low <= want && want <= high, "p = %v: %v in %v to %v", p, want, low, high)
					require.True(t, low <= value && value <= high, "p = %v: %v in %v to %v", p, value, low, high)
					require.LessOrEqual(t, high-low, high/256+math.SmallestNonzeroFloat64*0x1p44, "p = %v", p)
					if tail := order.TailMean(losses, want, p); !math.IsInf(tail, 0) {
						require.InDelta(t, tail, h.TailMean(p), tail/250, "p = %v", p)
					}
					share := float64(n-above(sorted, want)) / float64(n)
					_, atLeast, atMost := h.Above(want)
					require.True(t, atLeast <= share && share <= atMost, "p = %v: %v in %v to %v", p, share, atLeast, atMost)
				}
			})
		}
	}
}

// above returns the index of the first value above x.
func above(sorted []float64, x float64) int {
	i, _ := slices.BinarySearch(sorted, math.Nextafter(x, math.Inf(1)))
	return i
}

// TestMoments compares with sums over the losses.
func TestMoments(t *testing.T) {
	for _, c := range shapes[:6] {
		t.Run(c.name, func(t *testing.T) {
			losses := drawn(100_000, c.draw)
			n, sum, squares := float64(len(losses)), 0.0, 0.0
			for _, x := range losses {
				sum += x
			}
			for _, x := range losses {
				squares += (x - sum/n) * (x - sum/n)
			}
			h := of(losses)
			off := 1e-6
			if c.name == "narrow" {
				off = 0.05
			}
			require.InEpsilon(t, sum/n, h.Mean(), 1e-12)
			require.InEpsilon(t, math.Sqrt(squares/(n-1)), h.SD(), off)
			require.InEpsilon(t, h.Mean(), h.TailMean(0), 1e-13)
		})
	}
}

// TestKnownExactly holds that losses that share a cell with few, and atoms, are
// found to the last bit.
func TestKnownExactly(t *testing.T) {
	atom := func(n int, x float64) []float64 { return slices.Repeat([]float64{x}, n) }
	for _, c := range []struct {
		name   string
		losses []float64
	}{
		{"one", []float64{1e6 / 3}},
		{"two in a cell", []float64{1, 1 + 0x1p-10}},
		{"three in a cell", []float64{1, 1 + 0x1p-40, 1 + 0x1p-10}},
		{"limit", append(atom(1000, 1e6/3), 5, 7)},
		{"zeros and a limit", append(atom(100, 0), atom(100, math.Pi)...)},
		{"largest and least", []float64{0, math.SmallestNonzeroFloat64, math.MaxFloat64}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, sorted := of(c.losses), slices.Sorted(slices.Values(c.losses))
			for i, want := range sorted {
				p := float64(i+1) / float64(len(sorted))
				value, low, high := h.Quantile(p)
				require.Equal(t, fmt.Sprintf("%x", want), fmt.Sprintf("%x", value))
				require.True(t, low <= value && value <= high)
				share, _, _ := h.Above(want)
				require.InDelta(t, 1-float64(above(sorted, want))/float64(len(sorted)), share, 1e-15)
			}
		})
	}
}

// TestQuantileError holds that p99.9 of two million losses is off by less than
// 0.02 % of itself, as root mean square of four samples, and the tail mean by
// 0.0001 %, compared with the order statistics. The sample itself is off by about
// 0.6 %.
func TestQuantileError(t *testing.T) {
	const n, samples, p = 1 << 21, 4, 0.999
	losses, words, out := make([]float64, n), make([]uint64, n), make([]float64, 1)
	var s order.Selector
	quantile, tail := 0.0, 0.0
	for sample := range uint64(samples) {
		stream := streams.Name{Seed: 1}.Key().Block(sample)
		stream.Fill(words)
		for i, word := range words { // generalized Pareto, shape 1/4: heavier than any lognormal near there
			losses[i] = 1/math.Sqrt(math.Sqrt(streams.Unit(word))) - 1
		}
		h := of(losses)
		require.NoError(t, s.Select(out, losses, []int{int(order.Rank(n, p))}))
		value, _, _ := h.Quantile(p)
		quantile += (value/out[0] - 1) * (value/out[0] - 1) / samples
		mean := order.TailMean(losses, out[0], p)
		tail += (h.TailMean(p)/mean - 1) * (h.TailMean(p)/mean - 1) / samples
	}
	t.Logf("root mean square: quantile %.2g, tail mean %.2g", math.Sqrt(quantile), math.Sqrt(tail))
	require.Less(t, math.Sqrt(quantile), 2e-4)
	require.Less(t, math.Sqrt(tail), 1e-6)
}

// TestHuge holds that figures of the largest numbers are finite.
func TestHuge(t *testing.T) {
	h := of(slices.Repeat([]float64{math.MaxFloat64, math.MaxFloat64 / 1.001, 5, 0}, 1000))
	require.InEpsilon(t, math.MaxFloat64/4*(1+1/1.001), h.Mean(), 1e-12)
	require.InEpsilon(t, math.MaxFloat64/2*(1+1/1.001), h.TailMean(0.5), 1e-3)
	require.InEpsilon(t, math.MaxFloat64, h.TailMean(0.9), 1e-3)
	require.True(t, math.IsInf(h.SD(), 1))
}

func TestRefused(t *testing.T) {
	h := of([]float64{-1, math.Inf(1), math.Inf(-1), math.NaN(), -math.MaxFloat64, -math.SmallestNonzeroFloat64, 1, 2, 0, math.Copysign(0, -1)})
	require.Equal(t, []uint64{4, 2, 6}, []uint64{h.N(), h.Zeros(), h.Refused()})
	require.InDelta(t, 0.75, h.Mean(), 0)
}

func TestNothing(t *testing.T) {
	var h histogram.Histogram
	h.Add(nil)
	require.NoError(t, h.Merge(&histogram.Histogram{}))
	value, low, high := h.Quantile(0.5)
	share, _, _ := h.Above(1)
	for _, x := range []float64{value, low, high, share, h.Mean(), h.SD(), h.TailMean(0.5)} {
		require.True(t, math.IsNaN(x))
	}
	h.Add([]float64{1, 2})
	for _, p := range []float64{-0.1, 1.1, math.NaN()} {
		value, _, _ = h.Quantile(p)
		require.True(t, math.IsNaN(value) && math.IsNaN(h.TailMean(p)))
	}
	share, _, _ = h.Above(math.NaN())
	require.True(t, math.IsNaN(share))
	share, _, _ = h.Above(-1)
	require.InDelta(t, 1, share, 0)
}

// TestTooMany doubles a histogram until no more fits.
func TestTooMany(t *testing.T) {
	h, refused := of([]float64{5, 7, 0, 5}), of([]float64{-1})
	for range 50 {
		require.NoError(t, refused.Merge(refused))
	}
	require.Equal(t, uint64(1<<40), refused.Refused())
	for range 38 {
		require.NoError(t, h.Merge(h))
	}
	before := bytesOf(t, h)
	require.EqualError(t, h.Merge(of([]float64{1})), "histogram: losses: got 1099511627776 and 1, want at most 2^40")
	require.Equal(t, before, bytesOf(t, h))
	require.InDelta(t, 17.0/4, h.Mean(), 1e-15)
	h.Add([]float64{1, 2})
	require.Equal(t, []uint64{1 << 40, 2}, []uint64{h.N(), h.Refused()})
}

// TestBits holds that figures have the same bits as ever, on whichever platform.
func TestBits(t *testing.T) {
	stream := streams.Name{Seed: 1}.Key().Block(0)
	var losses []float64
	for range 5000 {
		losses = append(losses, max(1/math.Sqrt(streams.Unit(stream.Uint64()))-1.2, 0))
	}
	golden.Equal(t, "bits.txt", figuresOf(of(losses)))
}

func TestNoAllocations(t *testing.T) {
	losses := drawn(1000, lognormal)
	h := of(losses)
	other := of(losses)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		h.Add(losses)
		_ = h.Merge(other)
		_ = h.TailMean(0.99)
	}))
}
