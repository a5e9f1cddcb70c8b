package docinfo_test

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
)

func TestAnchor(t *testing.T) {
	for id, want := range map[string]string{
		"A.5.1":               "A.5.1",
		"risk/R-001":          "risk/R-001",
		"iso27001:2022/A.5.7": "iso27001:2022/A.5.7",
		"a b":                 "a~20b",
		"~content":            "~7econtent",
		"Zürich":              "Z~c3~bcrich",
		`"><script>`:          "~22~3e~3cscript~3e",
		"":                    "",
	} {
		require.Equal(t, want, docinfo.Anchor(id), id)
	}
}

// An anchor is plain ASCII that needs no escape in HTML, Markdown or an address,
// and the ID can be read back from it: different IDs have different anchors.
func FuzzAnchor(f *testing.F) {
	for _, id := range []string{"", "A.5.1", "a b", "~", "~7e", "ä", "\xff", "a/b:c_d-e", "%41"} {
		f.Add(id)
	}
	f.Fuzz(func(t *testing.T, id string) {
		a := docinfo.Anchor(id)
		require.Empty(t, strings.Trim(a, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-:/~"))
		back, err := url.PathUnescape(strings.ReplaceAll(a, "~", "%"))
		require.NoError(t, err)
		require.Equal(t, id, back)
	})
}
