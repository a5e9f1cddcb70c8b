package loss

import (
	"cmp"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
	"github.com/ismskit/ismskit/risk/loss/internal/order"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// An observed is losses that were drawn: kept all, or in a histogram.
type observed interface {
	N() uint64
	Zeros() uint64
	Mean() float64
	SD() float64
	TailMean(p float64) float64
	Above(x float64) (share, low, high float64)

	// Expect returns the mean of a function of a loss.
	Expect(f func(x float64) float64) float64

	// quantiles returns those of probabilities.
	quantiles(ps []float64) []spread
}

// A spread is a quantile, and what it is for certain not below and not above.
type spread struct{ value, low, high float64 }

// kept is losses in the order of their trials.
type kept []float64

func (k kept) N() uint64 { return uint64(len(k)) }

func (k kept) Zeros() uint64 {
	n := uint64(0)
	for _, x := range k {
		if x == 0 {
			n++
		}
	}
	return n
}

func (k kept) Mean() float64 { return k.Expect(func(x float64) float64 { return x }) }

func (k kept) SD() float64 {
	mean, n := k.Mean(), float64(len(k))
	square := k.Expect(func(x float64) float64 { return float64((x - mean) * (x - mean)) })
	return math.Sqrt(float64(square*n) / (n - 1))
}

// Expect adds up blocks, and then their sums, so that little is rounded off.
func (k kept) Expect(f func(x float64) float64) float64 {
	total, n := 0.0, float64(len(k))
	for len(k) > 0 {
		part := k[:min(len(k), streams.Block)]
		k = k[len(part):]
		sum := 0.0
		for _, x := range part {
			sum += f(x)
		}
		total += sum
	}
	return total / n
}

// quantiles finds all in two passes over the losses.
func (k kept) quantiles(ps []float64) []spread {
	type wanted struct{ at, rank int }
	all := make([]wanted, len(ps))
	for i, p := range ps {
		all[i] = wanted{i, int(order.Rank(k.N(), p))} //nolint:gosec // at most the number of trials
	}
	slices.SortStableFunc(all, func(a, b wanted) int { return cmp.Compare(a.rank, b.rank) })
	ranks, values := make([]int, len(ps)), make([]float64, len(ps))
	for i, w := range all {
		ranks[i] = w.rank
	}
	found := make([]spread, len(ps))
	var s order.Selector
	err := s.Select(values, k, ranks)
	for i, w := range all {
		if err != nil {
			values[i] = math.NaN()
		}
		found[w.at] = spread{values[i], values[i], values[i]}
	}
	return found
}

func (k kept) TailMean(p float64) float64 {
	return order.TailMean(k, k.quantiles([]float64{p})[0].value, p)
}

func (k kept) Above(x float64) (share, low, high float64) {
	n := 0
	for _, y := range k {
		if y > x {
			n++
		}
	}
	share = float64(n) / float64(len(k))
	return share, share, share
}

// streamed is losses in a histogram.
type streamed struct{ *histogram.Histogram }

func (s streamed) quantiles(ps []float64) []spread {
	all := make([]spread, len(ps))
	for i, p := range ps {
		all[i].value, all[i].low, all[i].high = s.Quantile(p)
	}
	return all
}
