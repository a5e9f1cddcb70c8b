package monarc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/monarc"
)

// FuzzText holds of both kinds of risk that a text that is read is rated, and
// written again so that it is read as the same.
func FuzzText(f *testing.F) {
	for _, s := range []string{
		"", "availability=3, confidentiality=2, threat=1, vulnerability=3", "integrity=0,threat=0,vulnerability=0",
		"threat=1, vulnerability=3", "integrity=-1, threat=1, vulnerability=1", "financial=2, probability=4", "probability=4",
		"probability=1, legal=04", "reputation=1, operational=2, legal=3, financial=4, personal=0, probability=2", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var x, again monarc.Information
		if x.UnmarshalText([]byte(s)) == nil {
			_, err := x.Rate()
			require.NoError(t, err)
			require.NoError(t, again.UnmarshalText([]byte(word(t, x))))
		}
		require.Equal(t, x, again)
		var o, o2 monarc.Operational
		if o.UnmarshalText([]byte(s)) == nil {
			_, err := o.Rate()
			require.Equal(t, s == "", err != nil)
			require.NoError(t, o2.UnmarshalText([]byte(word(t, o))))
		}
		require.Equal(t, o, o2)
	})
}

// FuzzRate holds that nothing panics, that what is rated is on the scale, and
// that the method agrees.
func FuzzRate(f *testing.F) {
	f.Add(2, 1, 3, byte(7), 3, 5, 4, 8, 27)
	f.Add(-1, -1, -1, byte(0), -1, -1, -1, 0, 0)
	f.Add(2, -1, 3, byte(5), 1, 3, 2, 10, 30)
	f.Fuzz(func(t *testing.T, c, i, a int, affects byte, threat, vulnerability, by, low, medium int) {
		x := monarc.Information{
			Impact:  monarc.ByCriterion{Confidentiality: c, Integrity: i, Availability: a},
			Affects: monarc.Affects{Confidentiality: affects&1 != 0, Integrity: affects&2 != 0, Availability: affects&4 != 0},
			Threat:  threat, Vulnerability: vulnerability,
		}
		got, err := x.Rate()
		if err != nil {
			require.Zero(t, got)
			return
		}
		r, err := monarc.InformationRisk(monarc.Thresholds{}).Rate(x.Inputs())
		require.NoError(t, err)
		require.Equal(t, r.Level, word(t, got.Level))
		if target, err := x.Reduced(by); err == nil {
			left, err := target.Rate()
			require.NoError(t, err)
			require.LessOrEqual(t, left.Max, got.Max, "a reduction never raises a risk")
		}
		if got, err := x.RateBy(monarc.Thresholds{Low: low, Medium: medium}); err != nil {
			require.Zero(t, got)
		}
	})
}
