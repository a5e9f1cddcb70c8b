package golden_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
)

// recorder notes what a failing test would say.
type recorder struct {
	testing.TB
	said string
}

func (r *recorder) Helper() {}

func (r *recorder) Fatalf(format string, args ...any) { r.said += fmt.Sprintf(format, args...) }

func TestEqual(t *testing.T) {
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll(filepath.Join("testdata", "sub"), 0o700))
	require.NoError(t, os.WriteFile(filepath.Join("testdata", "sub", "a.txt"), []byte("one\r\ntwo\r\n"), 0o600))
	for _, c := range []struct{ name, file, got, said string }{
		{"the same", "sub/a.txt", "one\r\ntwo\r\n", ""},
		{"other line ends in the file", "sub/a.txt", "one\ntwo\n", ""},
		{"another line", "sub/a.txt", "one\n2\n", `golden: testdata/sub/a.txt:2: got "2", want "two"; if the new text is right, run the test with -update`},
		{"a line less", "sub/a.txt", "one\ntwo", `golden: testdata/sub/a.txt:3: got "(end of file)", want ""; if the new text is right, run the test with -update`},
		{"a line more", "sub/a.txt", "one\ntwo\n\n", `golden: testdata/sub/a.txt:4: got "", want "(end of file)"; if the new text is right, run the test with -update`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := recorder{TB: t}
			golden.Equal(&r, c.file, c.got)
			require.Equal(t, c.said, r.said)
		})
	}
	r := recorder{TB: t}
	golden.Equal(&r, "missing", []byte("x"))
	require.Contains(t, r.said, "golden: got open testdata/missing")
}
