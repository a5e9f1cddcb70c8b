package dist_test

import (
	"math"
	"math/cmplx"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// FuzzParseCount holds that whatever is read is a distribution of a number of
// events: what it writes is read to the same text, and its functions agree.
func FuzzParseCount(f *testing.F) {
	for _, text := range countTexts {
		f.Add(text, 0.25)
	}
	for _, text := range []string{"", "poisson(", "poisson(mean=[3])", "mixedpoisson(rate=poisson(mean=3))", "fixed(n=1e400)"} {
		f.Add(text, 1e-12)
	}
	f.Fuzz(func(t *testing.T, text string, p float64) {
		c, err := dist.ParseCount(text)
		if err != nil {
			require.Nil(t, c)
			require.ErrorContains(t, err, "dist: at byte ")
			return
		}
		again, err := dist.ParseCount(c.String())
		require.NoError(t, err, c.String())
		require.Equal(t, c.String(), again.String())
		k := c.Quantile(p)
		if !(p >= 0 && p <= 1) {
			require.Equal(t, -1, k)
			return
		}
		require.GreaterOrEqual(t, k, 0, "%s at %g", c, p)
		require.InDelta(t, 1, c.CDF(k)+c.Survival(k), 1e-9, "%s at %d", c, k)
		require.InDelta(t, 0.5, c.P(k), 0.5+1e-9, "%s: P(%d)", c, k)
		require.GreaterOrEqual(t, c.Mean(), 0.0, "%s: mean", c)
		if v := c.Variance(); !math.IsNaN(v) {
			require.GreaterOrEqual(t, v, 0.0, "%s: variance", c)
		}
		sin, cos := math.Sincos(p * 6)
		require.LessOrEqual(t, cmplx.Abs(c.PGF(complex(cos, sin))), 1+1e-6, "%s: PGF", c)
	})
}
