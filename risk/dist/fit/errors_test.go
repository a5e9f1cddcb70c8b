package fit_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist/fit"
)

func failure[T any](_ T, err error) error { return err }

func TestErrors(t *testing.T) {
	inf, nan := math.Inf(1), math.NaN()
	one := func(o fit.Observation) error {
		return failure(fit.LogNormal(append(fit.Exact(1, 2, 3), o)))
	}
	for name, c := range map[string]struct {
		err  error
		want string
	}{
		"none":            {failure(fit.LogNormal(nil)), "fit: lognormal: data: got 0 observations, want 1 to 100000"},
		"too many":        {failure(fit.Gamma(make([]fit.Observation, 100_001))), "fit: gamma: data: got 100001 observations, want 1 to 100000"},
		"NaN":             {failure(fit.Weibull(fit.Exact(1, nan))), "fit: weibull: data/1/low: got NaN, want a number from 0 to 1e+100"},
		"negative":        {one(fit.Observation{Low: -2, High: 1}), "fit: lognormal: data/3/low: got -2, want a number from 0 to 1e+100"},
		"zero":            {one(fit.Exact(0)[0]), "fit: lognormal: data/3/high: got 0, want a number above 0, from 1e-100 to 1e+100, or +Inf"},
		"reversed":        {one(fit.Between(3, 2)), "fit: lognormal: data/3/high: got 2, want a number of at least low 3"},
		"high NaN":        {one(fit.Between(3, nan)), "fit: lognormal: data/3/high: got NaN, want a number of at least low 3"},
		"nothing":         {one(fit.AtLeast(0)), "fit: lognormal: data/3/high: got +Inf, want a finite number, where nothing else is known than that the value is above 0"},
		"threshold":       {one(fit.Observation{Low: 3, High: 4, Threshold: 3.5}), "fit: lognormal: data/3/threshold: got 3.5, want a number from 0 to low 3"},
		"weight":          {one(fit.Observation{Low: 3, High: 4, Weight: inf}), "fit: lognormal: data/3/weight: got +Inf, want a number from 0 to 1e9"},
		"too few":         {failure(fit.LogNormal(fit.Exact(1, 2))), "fit: lognormal: data: got 2 observations, want more than the parameters mu and sigma"},
		"one":             {failure(fit.Exponential(fit.Exact(1))), "fit: exponential: data: got 1 observations, want more than the parameters mean"},
		"all equal":       {failure(fit.Gamma(fit.Exact(7, 7, 7))), "fit: gamma: data: got values that may all be the same, want values that differ: the likelihood has no bound"},
		"one interval":    {failure(fit.Weibull([]fit.Observation{fit.Between(1, 5), fit.Between(4, 8), fit.AtLeast(3)})), "fit: weibull: data: got values that may all be the same, want values that differ: the likelihood has no bound"},
		"limits alone":    {failure(fit.Exponential([]fit.Observation{fit.AtLeast(1), fit.AtLeast(2)})), "fit: exponential: data: got nothing but limits that were reached, want a value, or an interval with an end"},
		"at threshold":    {failure(fit.Exponential(fit.Reported(5, fit.Exact(5, 5)))), "fit: exponential: data: got nothing that is known to be above the threshold, want a value, or an interval, above it"},
		"gpd threshold":   {failure(fit.GeneralizedPareto(nan, fit.Exact(1, 2, 3))), "fit: gpd: threshold: got NaN, want a finite number of at least 0"},
		"gpd none above":  {failure(fit.GeneralizedPareto(10, fit.Exact(1, 2, 3))), "fit: gpd: data: got 0 observations above the threshold, want 3 at least"},
		"gpd interval":    {failure(fit.GeneralizedPareto(2, []fit.Observation{fit.Between(1, 3)})), "fit: gpd: data: got a value between 1 and 3, want intervals on one side of the threshold 2"},
		"two groups":      {failure(fit.LogNormal([]fit.Observation{{Low: 0, High: 1, Weight: 5}, {Low: 2, High: inf, Weight: 5}})), "fit: lognormal: data: got a likelihood that goes on rising, want data that tell mu and sigma: more of them, a lower threshold, or another family"},
		"no tally":        {failure(fit.Poisson(nil)), "fit: poisson: data: got 0 tallies, want 1 to 100000"},
		"negative events": {failure(fit.Poisson(fit.Counted(3, -1))), "fit: poisson: data/1/events: got -1, want a number from 0 to 1e9"},
		"exposure":        {failure(fit.Poisson([]fit.Tally{{Events: 1, Exposure: -1}})), "fit: poisson: data/0/exposure: got -1, want a number from 1e-9 to 1e9, or nothing for 1"},
		"tally weight":    {failure(fit.Poisson([]fit.Tally{{Events: 1, Weight: nan}})), "fit: poisson: data/0/weight: got NaN, want a number from 0 to 1e9"},
		"no event":        {failure(fit.Poisson(fit.Counted(0, 0))), "fit: poisson: data: got no event, want 1 at least: a rate above 0 needs a prior then"},
		"too large":       {failure(fit.Poisson([]fit.Tally{{Events: 1e9, Exposure: 1e-3}})), "fit: poisson: data: got a mean that cannot be: dist: poisson: mean: got 1e+12, want a number from 0 to 1e9, want fewer events"},
		"under-dispersed": {failure(fit.NegBinomial(fit.Counted(3, 4, 3, 5, 4))), "fit: negbinomialmean: data: got counts that vary no more than those of a Poisson process, want more variance than mean: use Poisson"},
		"as Poisson":      {failure(fit.NegBinomial(fit.Counted(0, 0, 0))), "fit: negbinomialmean: data: got counts that vary no more than those of a Poisson process, want more variance than mean: use Poisson"},
		"two tallies":     {failure(fit.NegBinomial(fit.Counted(0, 9))), "fit: negbinomialmean: data: got 2 tallies, want more than the parameters mean and dispersion"},
	} {
		t.Run(name, func(t *testing.T) {
			require.EqualError(t, c.err, c.want)
			_, ok := errors.AsType[*fit.Error](c.err)
			require.True(t, ok)
		})
	}
}

func TestTooManyIntervals(t *testing.T) {
	var data []fit.Observation
	for i := range 10_001 {
		data = append(data, fit.AtLeast(float64(i+1)))
	}
	_, err := fit.Gamma(data)
	require.EqualError(t, err, "fit: gamma: data: got 10001 different intervals and limits, want at most 10000: round their ends, so that some are the same")
}

// TestFarLimit has a limit so far out that its probability is less than the
// least number: the fit has to follow it all the same.
func TestFarLimit(t *testing.T) {
	data := append(fit.Exact(dataSetB[:19]...), fit.AtLeast(1e7), fit.Between(1e6, 2e6), fit.Between(0, 1e-9))
	for _, name := range []string{"lognormal", "gamma", "weibull", "exponential"} {
		f := must(t)(families[name](data))
		require.LessOrEqual(t, f.Search.Left, 1e-7, name)
	}
}

// TestManyAlike has weights that stand for more observations than anybody has.
func TestManyAlike(t *testing.T) {
	data := fit.Exact(dataSetB...)
	for i := range data {
		data[i].Weight = 1e9
	}
	for name, of := range families {
		f, once := must(t)(of(data)), must(t)(of(fit.Exact(dataSetB...)))
		for i, p := range once.Params {
			require.InEpsilon(t, p.Value, f.Params[i].Value, 1e-6, name)
			require.InEpsilon(t, p.SE/math.Sqrt(1e9), f.Params[i].SE, 1e-2, name)
		}
	}
}

// TestNoMaximum has data that a family cannot follow: their likelihood rises
// towards distributions that it does not have.
func TestNoMaximum(t *testing.T) {
	tail := make([]float64, 200) // a power for a tail, of which the body is cut off
	for i := range tail {
		tail[i] = math.Pow((float64(i)+0.5)/200, -1/0.8)
	}
	end := make([]float64, 200) // up to the largest value ever more of them
	for i := range end {
		end[i] = math.Sqrt((float64(i) + 0.5) / 200)
	}
	for name, err := range map[string]error{
		"gamma":   failure(fit.Gamma(fit.Reported(1, fit.Exact(tail...)))),
		"weibull": failure(fit.Weibull(fit.Reported(1, fit.Exact(tail...)))),
		"gpd":     failure(fit.GeneralizedPareto(0, fit.Exact(end...))),
	} {
		refused, ok := errors.AsType[*fit.Error](err)
		require.True(t, ok, "%s: %v", name, err)
		require.Equal(t, "data", refused.Field)
		require.Contains(t, refused.Found, "a likelihood that", name)
	}
}
