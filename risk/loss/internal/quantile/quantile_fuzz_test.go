package quantile_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// FuzzBuild makes the table of whatever is a distribution, and holds that two
// draws are in its support and in the order of their words.
func FuzzBuild(f *testing.F) {
	for i, text := range every() {
		f.Add(text, uint64(1)<<(i%64), uint64(i)*0x9e3779b97f4a7c15)
	}
	f.Fuzz(func(t *testing.T, text string, v, w uint64) {
		d, err := dist.Parse(text)
		if err != nil || len(text) > 300 {
			return
		}
		table, err := quantile.Build(d)
		require.NoError(t, err)
		low, high := d.Support()
		x, y := table.At(min(v, w)), table.At(max(v, w))
		require.True(t, low <= x && x <= high, "%g", x)
		require.True(t, low <= y && y <= high, "%g", y)
		if y < x {
			rounding := 1e-15 * min(d.Upper(1e-3)-d.Quantile(1e-3), math.MaxFloat64)
			require.InDelta(t, x, y, rounding+1e-15*math.Abs(x))
		}
	})
}
