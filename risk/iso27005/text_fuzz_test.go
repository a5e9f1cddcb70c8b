package iso27005_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/iso27005"
)

// FuzzText holds of both inputs that a text that is read is rated, and written
// again so that it is read as the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "likelihood=4, consequence=3", "consequence=minor,likelihood=almost certain", "likelihood=0, consequence=6",
		"likelihood=once a year, consequence=10^4", `"likelihood"="5", consequence=1`, "likelihood=7, consequence=1", "likelihood=4", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var x, x2 iso27005.Scenario
		if x.UnmarshalText([]byte(s)) == nil {
			_, err := x.Rate()
			require.NoError(t, err)
			text, err := x.MarshalText()
			require.NoError(t, err)
			require.NoError(t, x2.UnmarshalText(text))
		}
		require.Equal(t, x, x2)
		var e, e2 iso27005.Exponents
		if e.UnmarshalText([]byte(s)) == nil {
			_, err := e.Rate()
			require.NoError(t, err)
			text, err := e.MarshalText()
			require.NoError(t, err)
			require.NoError(t, e2.UnmarshalText(text))
		}
		require.Equal(t, e, e2)
	})
}

// FuzzRate holds that nothing panics, and that both methods agree with the typed
// form off the scales too.
func FuzzRate(f *testing.F) {
	f.Add(4, 3)
	f.Add(0, 0)
	f.Add(math.MinInt, math.MaxInt)
	f.Fuzz(func(t *testing.T, l, c int) {
		s := iso27005.Scenario{Likelihood: l, Consequence: c}
		level, err := s.Rate()
		r, methodErr := iso27005.Qualitative().Rate(s.Inputs())
		require.Equal(t, methodErr, err)
		require.Equal(t, r.Level, level)
		x := iso27005.Exponents{Likelihood: l, Consequence: c}
		_, err = x.Rate()
		_, methodErr = iso27005.Logarithmic().Rate(x.Inputs())
		require.Equal(t, methodErr, err)
	})
}
