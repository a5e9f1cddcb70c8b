package yamldoc

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

// samples are the documents of testdata/samples.
func samples(tb testing.TB) map[string][]byte {
	tb.Helper()
	names, err := filepath.Glob("testdata/samples/*.yaml")
	require.NoError(tb, err)
	require.NotEmpty(tb, names)
	all := make(map[string][]byte, len(names))
	for _, name := range names {
		src, err := os.ReadFile(name)
		require.NoError(tb, err)
		all[name] = src
	}
	return all
}

// agree fails unless the simple reader gives up or reads what the library
// reads.
func agree(tb testing.TB, src []byte) (simple bool) {
	tb.Helper()
	if len(readable(src)) > 0 {
		return false
	}
	got, ok := parseSimple(src)
	if !ok {
		return false
	}
	want, faults := parseAny(src)
	require.Empty(tb, faults, "%q", src)
	require.Equal(tb, want, got, "%q", src)
	return true
}

func TestSimpleAgreesWithTheLibrary(t *testing.T) {
	for name, src := range samples(t) {
		t.Run(name, func(t *testing.T) {
			agree(t, src)
			agree(t, bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")))
			agree(t, append([]byte(bom), src...))
			for i := range src { // cut off anywhere
				agree(t, src[:i])
			}
		})
	}
}

func TestSimpleReadsWhatIsWritten(t *testing.T) {
	root, err := doc.Encode(doctest.Of(50))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, Write(&b, root))
	require.True(t, agree(t, b.Bytes()))
}

func FuzzSimple(f *testing.F) {
	for _, src := range samples(f) {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src []byte) { agree(t, src) })
}
