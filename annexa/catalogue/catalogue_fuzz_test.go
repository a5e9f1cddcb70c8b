package catalogue_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/catalogue"
)

// FuzzDecode holds that nothing panics, that a set without error has no problems,
// and that its canonical form reads back as the same and is written the same.
func FuzzDecode(f *testing.F) {
	for _, src := range []string{
		small, "", "{}", "[]", `{"set":"acme:1"`, `{"set":"a:1","title":"t","controls":[{"id":"X","title":"y"}]}`,
		`{"set":"a:1","title":"t","controls":[{"id":"X","title":"y","group":"g"},{"id":"X","title":" "}],"groups":[{"id":"h","title":"\u0001"}]}`,
		`{"set":"iso27701:2019","title":"t","controls":[{"id":"7.2.1","title":"y","text":"a\nb"}],"x":null}`,
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		c, err := catalogue.Decode("x.json", src)
		if err != nil {
			require.Zero(t, c)
			require.NotEmpty(t, err.Error())
			return
		}
		require.Empty(t, c.Problems())
		var first, second bytes.Buffer
		require.NoError(t, catalogue.Encode(&first, c))
		again, err := catalogue.Decode("x.json", first.Bytes())
		require.NoError(t, err)
		require.Equal(t, c, again)
		require.NoError(t, catalogue.Encode(&second, again))
		require.Equal(t, first.String(), second.String())
	})
}
