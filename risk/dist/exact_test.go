package dist_test

import (
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// TestExact compares with values to 20 digits, which testdata/exact.py makes
// from nothing but the distribution functions: they agree to 1e-12 of the value,
// in both tails down to 1e-12.
func TestExact(t *testing.T) {
	text, err := os.ReadFile("testdata/exact.tsv")
	require.NoError(t, err)
	worst := 0.0
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimSpace(line), "\t")
		require.Len(t, fields, 4)
		d, err := dist.Parse(fields[0])
		require.NoError(t, err)
		want, err := strconv.ParseFloat(fields[3], 64)
		require.NoError(t, err)
		got := value(t, d, fields[1], fields[2])
		if got == want || math.IsNaN(got) && math.IsNaN(want) {
			continue
		}
		off := math.Abs(got-want) / math.Abs(want)
		worst = max(worst, off)
		require.LessOrEqual(t, off, 1e-12, "%s: got %v", line, got)
	}
	t.Logf("largest relative error %.2g", worst)
}

// value returns that of a function by its name.
func value(t *testing.T, d dist.Dist, function, argument string) float64 {
	t.Helper()
	if argument == "" {
		return map[string]func() float64{"Mean": d.Mean, "Variance": d.Variance}[function]()
	}
	x, err := strconv.ParseFloat(argument, 64)
	require.NoError(t, err)
	return map[string]func(float64) float64{
		"CDF": d.CDF, "Survival": d.Survival, "LimitedMean": d.LimitedMean, "Quantile": d.Quantile, "Upper": d.Upper,
	}[function](x)
}
