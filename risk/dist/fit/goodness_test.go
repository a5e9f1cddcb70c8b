package fit_test

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/dist/fit"
)

// TestDistances compares with the usual formulas for values that are all known.
func TestDistances(t *testing.T) {
	values := slices.Sorted(slices.Values(dataSetB))
	f := must(t)(fit.Weibull(fit.Exact(values...)))
	ks, ad, n := textbookDistances(f.Dist.CDF, values)
	require.InDelta(t, ks, f.Goodness.KS, 1e-14)
	require.InDelta(t, ad, f.Goodness.AD, 1e-12*n)
	require.Zero(t, f.Goodness.P)
	require.Contains(t, f.String(), "no p-value")
	require.Greater(t, must(t)(fit.LogNormal(fit.Exact(values...))).Goodness.P, 0.5)
}

// TestDistancesAboveThreshold compares with the distribution above a threshold.
func TestDistancesAboveThreshold(t *testing.T) {
	values := []float64{}
	for _, x := range dataSetB {
		if x > 100 {
			values = append(values, x)
		}
	}
	f := must(t)(fit.LogNormal(fit.Reported(100, fit.Exact(values...))))
	above, err := dist.NewTruncated(f.Dist, 100, math.Inf(1))
	require.NoError(t, err)
	ks, ad, _ := textbookDistances(above.CDF, slices.Sorted(slices.Values(values)))
	require.InDelta(t, ks, f.Goodness.KS, 1e-12)
	require.InDelta(t, ad, f.Goodness.AD, 1e-10)
	require.Zero(t, f.Goodness.P)
	for i, q := range f.Quantiles {
		require.InDelta(t, (float64(i)+0.5)/float64(len(values)), q.P, 1e-12)
		require.InEpsilon(t, above.Quantile(q.P), q.Fitted, 1e-9)
	}
}

// textbookDistances are those of Kolmogorov and Smirnov, and of Anderson and
// Darling, for values in ascending order.
func textbookDistances(cdf func(float64) float64, values []float64) (ks, ad, n float64) {
	n = float64(len(values))
	for i, x := range values {
		u, v := cdf(x), cdf(values[len(values)-1-i])
		ks = max(ks, math.Abs(u-float64(i)/n), math.Abs(u-float64(i+1)/n))
		ad -= (2*float64(i) + 1) / n * (math.Log(u) + math.Log(1-v))
	}
	return ks, ad - n, n
}

// TestLimitsInDistance has a limit between the values: what is left of its share
// goes to those above (Kaplan and Meier).
func TestLimitsInDistance(t *testing.T) {
	f := must(t)(fit.Exponential(append(fit.Exact(1, 2, 6), fit.AtLeast(3), fit.AtLeast(4))))
	mean := f.Params[0].Value
	require.InEpsilon(t, 16./3, mean, 1e-9)
	cdf := func(x float64) float64 { return 1 - math.Exp(-x/mean) }
	steps := []struct{ x, before, after float64 }{{1, 0, 0.2}, {2, 0.2, 0.4}, {6, 0.4, 1}}
	want := 0.0
	for i, s := range steps {
		want = max(want, math.Abs(cdf(s.x)-s.before), math.Abs(cdf(s.x)-s.after))
		require.InDelta(t, (s.before+s.after)/2, f.Quantiles[i].P, 1e-12)
	}
	require.InDelta(t, want, f.Goodness.KS, 1e-9)
	require.Zero(t, f.Goodness.AD)
}

func TestIntervalsHaveNoDistance(t *testing.T) {
	f := must(t)(fit.LogNormal(dataSetC()))
	require.Equal(t, fit.Goodness{}, f.Goodness)
	require.Empty(t, f.Quantiles)
	require.Equal(t, "no distance: some values are known only by an interval", f.Goodness.String())
}

func TestManyQuantilesAreThinned(t *testing.T) {
	values := make([]float64, 2500)
	for i := range values {
		values[i] = 1 + float64(i)
	}
	require.Len(t, must(t)(fit.Exponential(fit.Exact(values...))).Quantiles, 834)
}

func TestPearson(t *testing.T) {
	f := counted(t)(fit.Poisson(fit.Counted(1, 2, 6)))
	require.InEpsilon(t, (4.+1+9)/3, f.Pearson, 1e-14)
	require.InDelta(t, 2, f.Freedom, 0)
}

func TestIntervals(t *testing.T) {
	p := fit.Param{Value: 2, SE: 0.5}
	low, high := p.Interval(0.95)
	require.InDeltaSlice(t, []float64{2 - 0.979981992, 2 + 0.979981992}, []float64{low, high}, 1e-8)
	p.Positive = true
	low, high = p.Interval(0.95)
	require.InEpsilonSlice(t, []float64{2 * math.Exp(-0.489990996), 2 * math.Exp(0.489990996)}, []float64{low, high}, 1e-8)
	low, high = p.Interval(95)
	require.True(t, math.IsNaN(low) && math.IsNaN(high))
}
