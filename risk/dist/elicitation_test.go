package dist_test

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// TestElicitation compares with published forms and what other programs make of
// the same estimates: testdata/elicitation.json names them.
func TestElicitation(t *testing.T) {
	var file struct {
		LogNormal []struct {
			Lo, Hi, Coverage, Mu, Sigma, Mean, Median, SD, P99 float64
		}
		PERT []struct {
			Min, Mode, Max, Gamma float64
			Classic, Pyfair       struct {
				Mean, SD float64
				Q        map[string]float64
			}
		}
	}
	text, err := os.ReadFile("testdata/elicitation.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &file))
	for _, v := range file.LogNormal {
		d, err := dist.NewLogNormalQuantiles((1-v.Coverage)/2, v.Lo, (1+v.Coverage)/2, v.Hi)
		require.NoError(t, err)
		i := dist.Implied(d)
		same(t, []float64{v.Mean, v.Median, v.SD, v.P99}, []float64{i.Mean, i.Median, i.SD, i.P99})
		if v.Coverage == 0.9 {
			d, err = dist.LogNormal90(v.Lo, v.Hi)
			require.NoError(t, err)
			same(t, []float64{v.Mean, v.Lo, v.Hi}, []float64{d.Mean(), d.Quantile(0.05), d.Upper(0.05)})
		}
	}
	for _, v := range file.PERT {
		classic, err := dist.NewPERTShape(v.Min, v.Mode, v.Max, v.Gamma)
		require.NoError(t, err)
		i := dist.Implied(classic)
		same(t, []float64{v.Classic.Mean, v.Classic.SD}, []float64{i.Mean, i.SD})
		quantiles(t, v.Classic.Q, classic)
		vose, err := dist.NewVosePERTShape(v.Min, v.Mode, v.Max, v.Gamma)
		require.NoError(t, err)
		quantiles(t, v.Pyfair.Q, vose)
	}
}

func same(t *testing.T, want, got []float64) {
	t.Helper()
	require.InEpsilonSlice(t, want, got, 1e-12)
}

func quantiles(t *testing.T, want map[string]float64, d dist.Dist) {
	t.Helper()
	require.NotEmpty(t, want)
	for word, x := range want {
		p, err := strconv.ParseFloat(word, 64)
		require.NoError(t, err)
		require.InEpsilon(t, x, d.Quantile(p), 1e-12, "%s at %s", d, word)
	}
}
