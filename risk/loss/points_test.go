package loss_test

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// points is a distribution of some values, written for the tests alone: the
// plainest there is.
type points []dist.Atom

func newPoints(t testing.TB, table map[string]string) points {
	t.Helper()
	var d points
	for at, p := range table {
		x, err := strconv.ParseFloat(at, 64)
		require.NoError(t, err)
		r, ok := new(big.Rat).SetString(p)
		require.True(t, ok)
		q, _ := r.Float64()
		d = append(d, dist.Atom{At: x, P: q})
	}
	slices.SortFunc(d, func(a, b dist.Atom) int { return cmp.Compare(a.At, b.At) })
	return d
}

func (d points) sum(f func(a dist.Atom) float64) float64 {
	sum := 0.0
	for _, a := range d {
		sum += f(a)
	}
	return sum
}

func (d points) CDF(x float64) float64 {
	return d.sum(func(a dist.Atom) float64 {
		if a.At <= x {
			return a.P
		}
		return 0
	})
}

func (d points) Survival(x float64) float64 {
	return d.sum(func(a dist.Atom) float64 {
		if a.At > x {
			return a.P
		}
		return 0
	})
}

func (d points) Quantile(p float64) float64 {
	for _, a := range d {
		if d.CDF(a.At) >= p {
			return a.At
		}
	}
	return d[len(d)-1].At
}

func (d points) Upper(q float64) float64 { return d.Quantile(1 - q) }
func (d points) Density(float64) float64 { return 0 }
func (d points) Mean() float64           { return d.sum(func(a dist.Atom) float64 { return a.P * a.At }) }

func (d points) Variance() float64 {
	m := d.Mean()
	return d.sum(func(a dist.Atom) float64 { return a.P * (a.At - m) * (a.At - m) })
}

func (d points) LimitedMean(x float64) float64 {
	return d.sum(func(a dist.Atom) float64 { return a.P * min(a.At, x) })
}
func (d points) Support() (low, high float64) { return d[0].At, d[len(d)-1].At }
func (d points) Atoms() []dist.Atom           { return slices.Clone(d) }
func (d points) String() string               { return "points" }
