package dist_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// FuzzParse holds that whatever is read is a distribution: what it writes is
// read to the same text, its functions stay in range, and both inverses agree
// with them on which side they are.
func FuzzParse(f *testing.F) {
	for _, d := range every(f) {
		f.Add(d.String(), 0.25)
	}
	for _, text := range []string{
		"", "pert(", "pert(min=1, mode=[2], max=3)", "lognormal90(low=1, high=2)", "uniform(min=-1e308, max=1e308)", "uniform(min=1,max=2",
	} {
		f.Add(text, 1e-12)
	}
	f.Fuzz(func(t *testing.T, text string, p float64) {
		d, err := dist.Parse(text)
		if err != nil {
			require.Nil(t, d)
			require.ErrorContains(t, err, "dist: at byte ")
			return
		}
		again, err := dist.Parse(d.String())
		require.NoError(t, err, d.String())
		require.Equal(t, d.String(), again.String())
		if !(p >= 0 && p <= 1) {
			return
		}
		sound(t, d, p)
		_ = dist.Implied(d, p).String()
	})
}
