package dist_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// TestComposedExact compares with values to 20 digits that testdata/composed.py
// makes from the definitions.
func TestComposedExact(t *testing.T) {
	text, err := os.ReadFile("testdata/composed.tsv")
	require.NoError(t, err)
	worst := map[string]float64{}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		d, err := dist.Parse(fields[0])
		require.NoError(t, err)
		want, err := strconv.ParseFloat(fields[3], 64)
		require.NoError(t, err)
		got := value(t, d, fields[1], fields[2])
		if want == 0 { // of a sum whose terms cancel
			require.InDelta(t, want, got, 1e-25, line)
			continue
		}
		off := relative(got, want)
		most := 1e-12
		if strings.HasPrefix(line, "metalog(p=[0.02, 0.1, 0.25, 0.4,") { // the tails of nine terms are extrapolated far
			most = 1e-11
		}
		require.LessOrEqual(t, off, most, "%s: got %v", line, got)
		family, _, _ := strings.Cut(fields[0], "(")
		worst[family] = max(worst[family], off)
	}
	t.Log("largest relative errors", worst)
}

// TestMetalogPublished compares with testdata/metalog.json, which names the
// formula.
func TestMetalogPublished(t *testing.T) {
	var file struct {
		Metalog []struct {
			Alpha, Low, Median, High float64
			Min, Max                 *float64 // absent is an open end, 0 is an end
			Quantiles                map[string]float64
		}
	}
	text, err := os.ReadFile("testdata/metalog.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &file))
	require.Len(t, file.Metalog, 3)
	for _, v := range file.Metalog {
		low, high := math.Inf(-1), math.Inf(1)
		if v.Min != nil {
			low = *v.Min
		}
		if v.Max != nil {
			high = *v.Max
		}
		d, err := dist.NewMetalogSPT(v.Alpha, v.Low, v.Median, v.High, low, high)
		require.NoError(t, err)
		quantiles(t, v.Quantiles, d)
	}
}

// TestMetalogFeasible holds the bound that Keelin gives for three terms:
// |a3|/a2 < 1.66711.
func TestMetalogFeasible(t *testing.T) {
	skewed := func(ratio float64) error { // with a2 = 1, a3 = ratio
		m := func(y float64) float64 { return (1 + ratio*(y-0.5)) * math.Log(y/(1-y)) }
		_, err := dist.NewMetalogSPT(0.1, m(0.1), m(0.5), m(0.9), math.Inf(-1), math.Inf(1))
		return err
	}
	for _, ratio := range []float64{-1.6671, -1, 0, 1.6, 1.6671} {
		require.NoError(t, skewed(ratio), "%g", ratio)
	}
	for _, ratio := range []float64{-1.7, -1.6672, 1.6672, 1.9} {
		require.ErrorContains(t, skewed(ratio), "dist: metalogspt: median: got a density that is not above 0 between", "%g", ratio)
	}
}

// TestFitMetalog holds that more quantiles than terms, taken from a metalog of
// those terms, give it back, and that others are met on average.
func TestFitMetalog(t *testing.T) {
	of, err := dist.NewMetalog([]float64{0.1, 0.3, 0.6, 0.9}, []float64{2, 4, 7, 13}, 0, math.Inf(1))
	require.NoError(t, err)
	var p, x []float64
	for i := 1; i < 20; i++ {
		p = append(p, float64(i)/20)
		x = append(x, of.Quantile(float64(i)/20))
	}
	back, err := dist.FitMetalog(p, x, 4, 0, math.Inf(1))
	require.NoError(t, err)
	for _, y := range tails {
		require.InEpsilon(t, of.Quantile(y), back.Quantile(y), 1e-12)
		require.InEpsilon(t, of.Upper(y), back.Upper(y), 1e-12)
	}
	x[9] *= 1.01
	near, err := dist.FitMetalog(p, x, 4, 0, math.Inf(1))
	require.NoError(t, err)
	require.InEpsilon(t, of.Mean(), near.Mean(), 1e-3)
	require.NotEqual(t, of.Mean(), near.Mean())
}
