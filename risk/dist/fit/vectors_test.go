package fit_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist/fit"
)

// families has the fits of values by the word of the text form.
var families = map[string]func([]fit.Observation) (fit.Fit, error){
	"lognormal": fit.LogNormal, "gamma": fit.Gamma, "weibull": fit.Weibull, "exponential": fit.Exponential,
	"gpd": func(data []fit.Observation) (fit.Fit, error) { return fit.GeneralizedPareto(0, data) },
}

// A vector is a fit to 12 digits, by testdata/fit.py.
type vector struct {
	Family        string
	Threshold     float64
	Data          [][4]*float64
	Values        []float64
	Covariance    [][]float64
	LogLikelihood float64
}

// estimate returns ours for the same data.
func (v vector) estimate(t *testing.T) fit.Estimate {
	t.Helper()
	var values []fit.Observation
	var tallies []fit.Tally
	for _, d := range v.Data {
		if v.Family == "negbinomialmean" {
			tallies = append(tallies, fit.Tally{Events: int(*d[0]), Exposure: *d[1], Weight: *d[2]})
			continue
		}
		o := fit.Observation{Low: *d[0], High: math.Inf(1), Threshold: *d[2], Weight: *d[3]}
		if d[1] != nil {
			o.High = *d[1]
		}
		values = append(values, o)
	}
	if tallies != nil {
		f, err := fit.NegBinomial(tallies)
		require.NoError(t, err)
		return f.Estimate
	}
	if v.Family == "gpd" {
		f, err := fit.GeneralizedPareto(v.Threshold, values)
		require.NoError(t, err)
		return f.Estimate
	}
	f, err := families[v.Family](values)
	require.NoError(t, err)
	return f.Estimate
}

// TestVectors compares with fits of mpmath: complete, limited, truncated,
// grouped, narrow and mixed data. Parameters agree to a millionth of a standard
// error, covariances to 1e-7.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var vectors []vector
	require.NoError(t, json.Unmarshal(src, &vectors))
	require.Len(t, vectors, 26)
	worst := [3]float64{}
	for _, v := range vectors {
		e := v.estimate(t)
		for i, p := range e.Params {
			off := math.Abs(p.Value-v.Values[i]) / p.SE
			require.LessOrEqual(t, off, 1e-6, "%s %v: %s", v.Family, v.Values, p.Name)
			worst[0] = max(worst[0], off)
			for j := range e.Params {
				off := math.Abs(e.Covariance[i][j]-v.Covariance[i][j]) / math.Sqrt(v.Covariance[i][i]*v.Covariance[j][j])
				require.LessOrEqual(t, off, 1e-6, "%s %v: covariance", v.Family, v.Values)
				worst[1] = max(worst[1], off)
			}
		}
		off := math.Abs(e.LogLikelihood/v.LogLikelihood - 1)
		require.LessOrEqual(t, off, 1e-11, "%s %v", v.Family, v.Values)
		worst[2] = max(worst[2], off)
	}
	t.Logf("off by at most %.1g standard errors, covariances %.1g, likelihoods %.1g", worst[0], worst[1], worst[2])
}
