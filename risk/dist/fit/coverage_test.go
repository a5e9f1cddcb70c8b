package fit_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/dist/fit"
)

// TestCoverage draws data again and again, as values come to be known, and
// counts how often the 95 % interval has the true parameter.
func TestCoverage(t *testing.T) {
	for name, c := range map[string]struct {
		dist  string
		truth []float64
		seeds int
	}{
		"lognormal":   {"lognormal(mu=11, sigma=1.4)", []float64{11, 1.4}, 400},
		"gamma":       {"gamma(shape=2, scale=5000)", []float64{2, 5000}, 400},
		"weibull":     {"weibull(shape=0.7, scale=90)", []float64{0.7, 90}, 400},
		"exponential": {"exponential(mean=40)", []float64{40}, 400},
		"gpd":         {"gpd(threshold=0, scale=100, shape=0.4)", []float64{100, 0.4}, 400},
	} {
		t.Run(name, func(t *testing.T) {
			d, err := dist.Parse(c.dist)
			require.NoError(t, err)
			cover(t, c.truth, c.seeds, func(r *rand.Rand) (fit.Estimate, error) {
				f, err := families[name](drawn(d, r, 120))
				return f.Estimate, err
			})
		})
	}
}

func TestCoverageCounts(t *testing.T) {
	draw := func(t *testing.T, text string) func(r *rand.Rand) []fit.Tally {
		t.Helper()
		c, err := dist.ParseCount(text)
		require.NoError(t, err)
		return func(r *rand.Rand) []fit.Tally {
			data := make([]fit.Tally, 200)
			for i := range data {
				data[i].Events = c.Quantile(r.Float64())
			}
			return data
		}
	}
	t.Run("poisson", func(t *testing.T) {
		data := draw(t, "poisson(mean=0.8)")
		cover(t, []float64{0.8}, 400, func(r *rand.Rand) (fit.Estimate, error) {
			f, err := fit.Poisson(data(r))
			return f.Estimate, err
		})
	})
	t.Run("negbinomial", func(t *testing.T) {
		data := draw(t, "negbinomialmean(mean=3, dispersion=0.6)")
		cover(t, []float64{3, 0.6}, 400, func(r *rand.Rand) (fit.Estimate, error) {
			f, err := fit.NegBinomial(data(r))
			return f.Estimate, err
		})
	})
}

// cover holds that the intervals of 95 % have the truth 93 to 97 % of the time,
// and that the estimates are near it on average.
func cover(t *testing.T, truth []float64, seeds int, estimate func(r *rand.Rand) (fit.Estimate, error)) {
	t.Helper()
	hits, mean, se := make([]float64, len(truth)), make([]float64, len(truth)), make([]float64, len(truth))
	for seed := range seeds {
		e, err := estimate(rand.New(rand.NewPCG(uint64(seed), 7)))
		require.NoError(t, err)
		for i, p := range e.Params {
			if low, high := p.Interval(0.95); low <= truth[i] && truth[i] <= high {
				hits[i] += 1 / float64(seeds)
			}
			mean[i] += p.Value / float64(seeds)
			se[i] += p.SE / float64(seeds)
		}
	}
	t.Logf("covered %.3f", hits)
	for i := range truth {
		require.InDelta(t, 0.95, hits[i], 0.02, "parameter %d", i)
		require.Less(t, math.Abs(mean[i]-truth[i]), 0.3*se[i], "parameter %d: %g", i, mean[i])
	}
}

// TestNormality holds that the one p-value that is stated is uniform.
func TestNormality(t *testing.T) {
	d, err := dist.NewLogNormal(3, 2)
	require.NoError(t, err)
	for _, n := range []int{10, 60} {
		below := [4]float64{}
		for seed := range 1000 {
			r := rand.New(rand.NewPCG(uint64(seed), 11))
			values := make([]float64, n)
			for i := range values {
				values[i] = d.Quantile(r.Float64())
			}
			p := must(t)(fit.LogNormal(fit.Exact(values...))).Goodness.P
			for i, level := range []float64{0.01, 0.05, 0.25, 0.75} {
				if p <= level {
					below[i] += 1. / 1000
				}
			}
		}
		t.Logf("n = %d: %.3f", n, below)
		require.InDelta(t, 0.01, below[0], 0.006)
		require.InDelta(t, 0.05, below[1], 0.012)
		require.InDelta(t, 0.25, below[2], 0.03)
		require.InDelta(t, 0.75, below[3], 0.07) // the formulas are for the tail
	}
}
