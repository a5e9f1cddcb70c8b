package ssvc_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/ssvc"
)

// FuzzVulnerability holds that a text that is read is rated, and written again
// so that it is read as the same. Both other types read their part of it.
func FuzzVulnerability(f *testing.F) {
	for _, s := range []string{
		"", "exploitation=public poc, exposure=open, automatable=yes, safety=critical, mission=degraded",
		"automatable=no,exploitation=none,exposure=small,human-impact=very high", "safety=marginal, mission=mef failure",
		`"safety"="marginal", mission=mission failure`, "safety=marginal", "safety=x, mission=y", "\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v, again ssvc.Vulnerability
		if v.UnmarshalText([]byte(s)) == nil {
			_, err := v.Rate()
			require.NoError(t, err)
			require.NoError(t, again.UnmarshalText([]byte(word(t, v))))
		}
		require.Equal(t, v, again)
		var d, d2 ssvc.Decision
		if d.UnmarshalText([]byte(s)) == nil {
			_, err := d.Rate()
			require.NoError(t, err)
			require.NoError(t, d2.UnmarshalText([]byte(word(t, d))))
		}
		require.Equal(t, d, d2)
		var h, h2 ssvc.Harm
		if h.UnmarshalText([]byte(s)) == nil {
			_, err := h.Rate()
			require.NoError(t, err)
			require.NoError(t, h2.UnmarshalText([]byte(word(t, h))))
		}
		require.Equal(t, h, h2)
	})
}
