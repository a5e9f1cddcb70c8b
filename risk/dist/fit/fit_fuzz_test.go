package fit_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist/fit"
)

// FuzzValues holds that any data give a distribution with finite figures, or an
// error, in a bounded time.
func FuzzValues(f *testing.F) {
	f.Add(byte(0), 0.0, encode(12e3, 12e3, 18e3, 18e3, 40e3, 95e3, 500e3, math.Inf(1)))
	f.Add(byte(1), 5.0, encode(7, 7, 7, 7, 7, 8))
	f.Add(byte(2), 1e-300, encode(1e-300, 1e300, 5, 5, 1e10, 1e10, 3, 4))
	f.Add(byte(3), 0.0, encode(1, 1, 1.0000001, 1.0000001, 1.0000002, 1.0000002))
	f.Add(byte(4), 2.0, encode(3, 3, 5, 5, 9, 9, 200, 200, 2, 2))
	names := []string{"lognormal", "gamma", "weibull", "exponential", "gpd"}
	f.Fuzz(func(t *testing.T, family byte, threshold float64, data []byte) {
		if len(data) > 16*200 {
			return
		}
		var values []fit.Observation
		for ; len(data) >= 16; data = data[16:] {
			values = append(values, fit.Observation{Low: float(data), High: float(data[8:]), Threshold: threshold})
		}
		name := names[int(family)%len(names)]
		got, err := families[name](values)
		if err != nil {
			require.Equal(t, fit.Fit{}, got)
			return
		}
		sane(t, got.Estimate)
		require.NotEmpty(t, got.String())
		require.True(t, got.Goodness.KS >= 0 && got.Goodness.KS <= 1, "%+v", got.Goodness)
		require.True(t, got.Goodness.AD >= 0 && got.Goodness.P >= 0 && got.Goodness.P <= 1, "%+v", got.Goodness)
	})
}

func FuzzTallies(f *testing.F) {
	f.Add([]byte{1, 1, 0, 1, 4, 2, 9, 1})
	f.Add([]byte{0, 1, 0, 1, 1, 200})
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 400 {
			return
		}
		var tallies []fit.Tally
		for ; len(data) >= 2; data = data[2:] {
			tallies = append(tallies, fit.Tally{Events: int(data[0]) << (data[1] % 23), Exposure: math.Ldexp(1, int(data[1])%60-30)})
		}
		for _, of := range []func([]fit.Tally) (fit.CountFit, error){fit.Poisson, fit.NegBinomial} {
			got, err := of(tallies)
			if err != nil {
				require.Equal(t, fit.CountFit{}, got)
				continue
			}
			sane(t, got.Estimate)
			require.True(t, got.Pearson >= 0 && !math.IsInf(got.Pearson, 1), "%g", got.Pearson)
			require.NotEmpty(t, got.String())
		}
	})
}

// sane holds what is true of every estimate.
func sane(t *testing.T, e fit.Estimate) {
	t.Helper()
	figures := []float64{e.LogLikelihood, e.AIC, e.BIC}
	for i, p := range e.Params {
		figures = append(figures, p.Value, p.SE)
		require.Positive(t, p.SE, p.Name)
		figures = append(figures, e.Covariance[i]...)
	}
	for _, x := range figures {
		require.False(t, math.IsNaN(x) || math.IsInf(x, 0), "%+v", e)
	}
}

func float(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }

func encode(xs ...float64) []byte {
	var b []byte
	for _, x := range xs {
		b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
	}
	return b
}
