package overlay_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/overlay"
)

// TestLanguages holds which tags are taken, and how they are written: the
// examples of RFC 5646, appendix A, and what it calls not well-formed.
func TestLanguages(t *testing.T) {
	for given, want := range map[string]string{
		"de": "de", "DE-at": "de-AT", "zh-hant": "zh-Hant", "zh-cmn-hans-CN": "zh-cmn-Hans-CN", "SR-LATN-rs": "sr-Latn-RS",
		"sl-rozaj-biske": "sl-rozaj-biske", "de-CH-1901": "de-CH-1901", "sl-IT-nedis": "sl-IT-nedis", "hy-Latn-IT-arevela": "hy-Latn-IT-arevela",
		"es-419": "es-419", "de-CH-x-phonebk": "de-CH-x-phonebk", "az-Arab-x-AZE-derbend": "az-Arab-x-aze-derbend", "x-whatever": "x-whatever",
		"en-US-u-islamcal": "en-US-u-islamcal", "zh-CN-a-myext-x-private": "zh-CN-a-myext-x-private", "en-a-myext-b-another": "en-a-myext-b-another",
		"ast": "ast", "zh-min-nan": "zh-min-nan", "art-lojban": "art-lojban",
	} {
		o, err := overlay.ReadJSON([]byte(`{"language": "` + given + `", "texts": []}`))
		require.NoError(t, err, given)
		require.Equal(t, want, o.Language)
	}
	for _, bad := range []string{
		"", "-", "d", "german", "text", "de-", "-de", "de--AT", "de_AT", "de AT", "a-DE", "de-419-DE", "ar-a-aaa-b-bbb-a-ccc", "de-DE-1901-1901",
		"de-a", "x", "de-x", "en-a-b-foo", "dé", "de-abcdefghi", "i-klingon", "12", "de-" + strings.Repeat("abcde-", 30) + "x",
	} {
		_, err := overlay.ReadJSON([]byte(`{"language": "` + bad + `", "texts": []}`))
		require.ErrorContains(t, err, "want a BCP 47 tag", bad)
		_, err = overlay.Lay([]string{bad})
		require.ErrorContains(t, err, "want a BCP 47 tag", bad)
	}
}

// TestLookup holds the example of RFC 4647, 3.4: zh-Hant-CN-x-private1-private2
// is looked for shortened part by part, and never with a singleton at its end.
func TestLookup(t *testing.T) {
	wanted := []string{"zh-Hant-CN-x-private1-private2"}
	for tag, found := range map[string]bool{
		"zh-Hant-CN-x-private1-private2": true, "zh-Hant-CN-x-private1": true, "zh-Hant-CN": true, "zh-Hant": true, "zh": true,
		"zh-CN": false, "zh-Hant-TW": false, "x-private1": false, "en": false,
	} {
		c, err := overlay.Lay(wanted, overlay.Overlay{Language: tag, Texts: []overlay.Text{{Address: "A.5.7/name", Text: tag}}})
		require.NoError(t, err)
		l, ok := c.Text("A.5.7/name")
		require.True(t, ok)
		require.Equal(t, found, !l.Ours, tag)
		if found {
			require.Equal(t, overlay.Laid{Text: tag, Language: tag}, l)
		}
	}
}
