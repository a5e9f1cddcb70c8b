package file_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/file"
	"github.com/ismskit/ismskit/risk/loss/losstest"
)

// FuzzDecode holds that nothing panics, that a model without error compiles, and
// that its canonical form reads back as the same and is written the same.
func FuzzDecode(f *testing.F) {
	for seed := range uint64(5) {
		f.Add([]byte(encoded(f, losstest.Generate(rand.New(rand.NewPCG(seed, 7))))))
	}
	for _, src := range []string{
		"", "{}", "[]", `{"id":"m"`, `{"id":"m","scenarios":[{}]}`, `{"id":"m","scenarios":[{"id":"s","frequency":{}}]}`,
		`{"id":"m","years":3,"scenarios":[{"id":"s","frequency":{"poisson":{"rate":{"per":"year","dist":"pert(min=0, mode=1, max=9)"}}},"severity":1e3}]}`,
		`{"id":"m","scenarios":[{"id":"s","own":{"name":"f"},"then":[{"severity":""}]}],"links":[{"correlation":[[1e400]]}]}`,
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		m, err := file.Decode("x.json", src)
		if err != nil {
			require.Zero(t, m)
			require.NotEmpty(t, err.Error())
			return
		}
		_, err = loss.Compile(m)
		require.NoError(t, err)
		text := encoded(t, m)
		again, err := file.Decode("x.json", []byte(text))
		require.NoError(t, err, text)
		require.Equal(t, m, again)
		require.Equal(t, text, encoded(t, again))
	})
}
