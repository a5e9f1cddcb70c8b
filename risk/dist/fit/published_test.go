package fit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist/fit"
)

// Workers' compensation medical benefits: Data Set B of Klugman, Panjer and
// Willmot, Loss Models (the chapters on estimation).
var dataSetB = []float64{
	27, 82, 115, 126, 155, 161, 243, 294, 340, 384,
	457, 680, 855, 877, 974, 1193, 1340, 1884, 2558, 15743,
}

// General liability payments of 227 losses: Data Set C of the same book.
func dataSetC() []fit.Observation {
	edges := []float64{0, 7500, 17500, 32500, 67500, 125000, 300000, math.Inf(1)}
	var data []fit.Observation
	for i, n := range []float64{99, 42, 29, 28, 17, 9, 3} {
		data = append(data, fit.Observation{Low: edges[i], High: edges[i+1], Weight: n})
	}
	return data
}

// Millions of revolutions of 23 ball bearings: Lieblein and Zelen, Journal of
// Research of the National Bureau of Standards 57, 1956.
var bearings = []float64{
	17.88, 28.92, 33.00, 41.52, 42.12, 45.60, 48.48, 51.84, 51.96, 54.12, 55.56, 67.80,
	68.64, 68.64, 68.88, 84.12, 93.12, 98.64, 105.12, 105.84, 127.92, 128.04, 173.40,
}

// grouped returns how often there were 0, 1, 2, … events.
func grouped(often ...float64) []fit.Tally {
	var data []fit.Tally
	for k, n := range often {
		if n > 0 {
			data = append(data, fit.Tally{Events: k, Weight: n})
		}
	}
	return data
}

// TestPublished compares with fits of books and papers, to the digits printed.
func TestPublished(t *testing.T) {
	exponential := func(data []fit.Observation) fit.Estimate { return must(t)(fit.Exponential(data)).Estimate }
	limited := fit.Exact(27, 82, 115, 126, 155, 161, 243)
	for range 13 {
		limited = append(limited, fit.AtLeast(250))
	}
	for name, c := range map[string]struct {
		got    fit.Estimate
		values []float64
		within float64
	}{
		// Klugman, Panjer and Willmot on maximum likelihood: individual data
		// (exponential, gamma), data limited at 250, grouped data.
		"exponential, Data Set B":        {exponential(fit.Exact(dataSetB...)), []float64{1424.4}, 0.05},
		"gamma, Data Set B":              {must(t)(fit.Gamma(fit.Exact(dataSetB...))).Estimate, []float64{0.55616, 2561.1}, 0.05},
		"exponential, Data Set B at 250": {exponential(limited), []float64{594.14}, 0.005},
		"exponential, Data Set C":        {exponential(dataSetC()), []float64{29721}, 0.5},
		// Thoman, Bain and Antle, Technometrics 11, 1969; Lawless, Statistical
		// Models and Methods for Lifetime Data.
		"weibull, bearings": {must(t)(fit.Weibull(fit.Exact(bearings...))).Estimate, []float64{2.102, 81.88}, 0.005},
		// Bliss and Fisher, Biometrics 9, 1953: red mites on 150 apple leaves, k = 1.02459.
		"negative binomial, mites": {counted(t)(fit.NegBinomial(grouped(70, 38, 17, 10, 9, 3, 2, 1))).Estimate, []float64{172. / 150, 1 / 1.02459}, 5e-6},
		// Bortkiewicz, Das Gesetz der kleinen Zahlen, 1898: deaths by the kick of a
		// horse, 200 corps and years.
		"poisson, horses": {counted(t)(fit.Poisson(grouped(109, 65, 22, 3, 1))).Estimate, []float64{0.61}, 1e-12},
	} {
		t.Run(name, func(t *testing.T) {
			for i, p := range c.got.Params {
				require.InDelta(t, c.values[i], p.Value, c.within, p.Name)
			}
		})
	}
	require.InDelta(t, -406.03, exponential(dataSetC()).LogLikelihood, 0.005)
	require.InDelta(t, -162.29, must(t)(fit.Gamma(fit.Exact(dataSetB...))).LogLikelihood, 0.005)
}

func must(t *testing.T) func(f fit.Fit, err error) fit.Fit {
	t.Helper()
	return func(f fit.Fit, err error) fit.Fit {
		t.Helper()
		require.NoError(t, err)
		return f
	}
}

func counted(t *testing.T) func(f fit.CountFit, err error) fit.CountFit {
	t.Helper()
	return func(f fit.CountFit, err error) fit.CountFit {
		t.Helper()
		require.NoError(t, err)
		return f
	}
}
