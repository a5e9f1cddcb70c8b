package page_test

import (
	"encoding/hex"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/page"
)

// FuzzFragment holds that an identifier can be read back from its address, so
// that two never meet, and that an address needs no escaping in HTML or a URL.
func FuzzFragment(f *testing.F) {
	for _, id := range []string{"A.5.15", "acme:1/X-7(2)", "a b", "~", "~41", "ä", "\x00\xff", "<\"'&>", "#?%", ""} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		got := page.Fragment(id)
		require.Regexp(t, `^[A-Za-z0-9._:/~-]*$`, got)
		back := regexp.MustCompile("~(..)").ReplaceAllStringFunc(got, func(code string) string {
			b, err := hex.DecodeString(strings.TrimPrefix(code, "~"))
			require.NoError(t, err)
			return string(b)
		})
		require.Equal(t, id, back)
	})
}
