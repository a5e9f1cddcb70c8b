package rearrange_test

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/rearrange"
)

// tail returns n quantiles of a Lomax distribution of shape 2, 1/√(1-u) - 1,
// above p, in the middle of n intervals.
func tail(n int, p float64) []float64 {
	all := make([]float64, n)
	for i := range all {
		u := p + (1-p)*(float64(i)+0.5)/float64(n)
		all[i] = 1/math.Sqrt(1-u) - 1
	}
	return all
}

// worst returns the largest quantile of p that the sum of d such parts can have:
// d-1 of them are at a and one at b, where that is what all of [a, b] has on
// average (Wang, Peng and Yang, Bounds for the sum of dependent risks and worst
// Value-at-Risk with monotone marginal densities, Finance and Stochastics 17, 2013).
func worst(d, p float64) float64 {
	q := func(u float64) float64 { return 1/math.Sqrt(1-u) - 1 }
	low, high := 1e-12, (1-p)/d
	for range 200 {
		c := (low + high) / 2
		a, b := p+(d-1)*c, 1-c
		mean := (2*(math.Sqrt(1-a)-math.Sqrt(1-b)) - (b - a)) / (b - a)
		if mean < ((d-1)*q(a)+q(b))/d {
			low = c
		} else {
			high = c
		}
	}
	return (d-1)*q(p+(d-1)*low) + q(1-low)
}

func TestEvenFindsTheWorst(t *testing.T) {
	for _, d := range []int{2, 3, 8, 20} {
		for _, p := range []float64{0.9, 0.99} {
			columns := make([][]float64, d)
			for i := range columns {
				columns[i] = tail(1<<12, p)
			}
			least, _, err := rearrange.Even(context.Background(), columns, 1e-6)
			require.NoError(t, err)
			require.InEpsilon(t, worst(float64(d), p), least, 4e-3, "%d parts, %v", d, p)
		}
	}
}

// With two columns, the sums are most even when one goes up as the other goes
// down: nothing else has a larger least sum.
func TestEvenTwo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 1 + random.IntN(6)
		a, b := make([]float64, n), make([]float64, n)
		for i := range n {
			a[i], b[i] = math.Floor(random.Float64()*10), math.Floor(random.Float64()*10)
		}
		least, largest := exhaust(a, b)
		gotLeast, gotLargest, err := rearrange.Even(context.Background(), [][]float64{a, b}, 0)
		require.NoError(t, err)
		require.InDelta(t, least, gotLeast, 0)
		require.InDelta(t, largest, gotLargest, 0)
	}
}

// exhaust tries all ways to put b beside a, and returns the largest least sum and
// the least largest one.
func exhaust(a, b []float64) (least, largest float64) {
	least, largest = math.Inf(-1), math.Inf(1)
	b = slices.Clone(b)
	var try func(k int)
	try = func(k int) {
		if k == len(b) {
			sums := make([]float64, len(a))
			for i := range a {
				sums[i] = a[i] + b[i]
			}
			least, largest = max(least, slices.Min(sums)), min(largest, slices.Max(sums))
			return
		}
		for i := k; i < len(b); i++ {
			b[k], b[i] = b[i], b[k]
			try(k + 1)
			b[k], b[i] = b[i], b[k]
		}
	}
	try(0)
	return least, largest
}

func TestEvenKeepsTheColumns(t *testing.T) {
	columns := [][]float64{{3, 1, 2}, {5, 5, 1}, {0, 9, 4}}
	want := make([][]float64, len(columns))
	for i, c := range columns {
		want[i] = slices.Sorted(slices.Values(c))
	}
	_, _, err := rearrange.Even(context.Background(), columns, 0)
	require.NoError(t, err)
	for i, c := range columns {
		require.Equal(t, want[i], slices.Sorted(slices.Values(c)))
	}
}

func TestEvenNothing(t *testing.T) {
	least, largest, err := rearrange.Even(context.Background(), nil, 0)
	require.NoError(t, err)
	require.Zero(t, least)
	require.Zero(t, largest)
	least, largest, err = rearrange.Even(context.Background(), [][]float64{{}, {}}, 0)
	require.NoError(t, err)
	require.Zero(t, least)
	require.Zero(t, largest)
}

func TestEvenEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, _, err := rearrange.Even(ctx, [][]float64{{1}, {2}}, 0)
	require.ErrorIs(t, err, context.Canceled)
}

func TestBits(t *testing.T) {
	columns := make([][]float64, 5)
	for j := range columns {
		for i := range 1000 {
			columns[j] = append(columns[j], math.Sqrt(float64((i*7919+j*31)%997)))
		}
	}
	least, largest, err := rearrange.Even(context.Background(), columns, 1e-9)
	require.NoError(t, err)
	golden.Equal(t, "bits.txt", fmt.Sprintf("%x %x\n", least, largest))
}
