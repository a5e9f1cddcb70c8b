package overlay_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/overlay"
)

// FuzzReadTSV and FuzzReadJSON hold that what is read is valid and is given back
// by both formats, and that what is not read has problems with their place.
func FuzzReadTSV(f *testing.F) {
	for _, text := range []string{
		"address\tde\nA.5.7/name\tx\n", "\ufeffaddress\trevision\tours\tde-AT\r\nA.5.7/S1\t1\t\"a\"\"b\"\t\"x\ny\"\r\n", "address\tde", "de\taddress\n\"", "address\tde\n\"a\"b\n",
		"address\tx-y\t\t\nacme:1/X-7/title\t\t\tz", "text\taddress\tde\n", "address\tde\n\t\n\t\t\tx\n", "address\tde\nA/b\t\x00\nA/b\t\u0085", "\xff", "address\tde\r\rA/b\ta\rb",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		o, err := overlay.ReadTSV(src)
		judge(t, o, err)
	})
}

func FuzzReadJSON(f *testing.F) {
	for _, text := range []string{
		`{"language": "de", "texts": [{"address": "A.5.7/name", "text": "x"}]}`, `{"language": "x", "texts": []}`, `{"texts": [{"revision": -1}, {}], "language": ""}`,
		`{"language": "de", "texts": [{"address": "A.5.7/S1", "revision": 1, "ours": "\u0000", "text": "a\r\nb"}]}`, `[]`, `{`, ``, `null`, `{"language": null, "texts": null}`,
		`{"language": "de", "texts": [{"address": "a/b"}, {"address": "a/b"}, {"address": 1}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		o, err := overlay.ReadJSON(src)
		judge(t, o, err)
	})
}

func judge(t *testing.T, o overlay.Overlay, err error) {
	t.Helper()
	if err != nil {
		require.Zero(t, o)
		var ps overlay.Problems
		require.ErrorAs(t, err, &ps)
		require.NotEmpty(t, ps)
		for _, p := range ps {
			require.NotEmpty(t, p.Code)
			require.Positive(t, p.Line, p.String())
			require.Positive(t, p.Column, p.String())
		}
		return
	}
	require.Empty(t, o.Validate())
	var inJSON, inTSV bytes.Buffer
	require.NoError(t, overlay.WriteJSON(&inJSON, o))
	require.NoError(t, overlay.WriteTSV(&inTSV, o))
	again, err := overlay.ReadJSON(inJSON.Bytes())
	require.NoError(t, err)
	require.Equal(t, o, again)
	again, err = overlay.ReadTSV(inTSV.Bytes())
	require.NoError(t, err)
	require.Equal(t, o, again)
	o.Check()
	_, err = overlay.Lay(nil, o)
	require.NoError(t, err)
}
