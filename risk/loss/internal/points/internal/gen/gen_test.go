package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const root = "../.."

func data(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root, "data", "joekuo.tsv"))
	require.NoError(t, err)
	return string(b)
}

// TestGenerated holds that the committed table is what the data say.
func TestGenerated(t *testing.T) {
	want, err := os.ReadFile(filepath.Join(root, "initial_table.go"))
	require.NoError(t, err)
	got, err := generate(data(t))
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "run go generate")
}

func TestRunWritesTheFile(t *testing.T) {
	dir := t.TempDir()
	require.Error(t, run(dir))
	require.NoError(t, os.CopyFS(filepath.Join(dir, "data"), os.DirFS(filepath.Join(root, "data"))))
	require.NoError(t, run(dir))
	require.FileExists(t, filepath.Join(dir, "initial_table.go"))
}

// TestPrimitive counts the primitive polynomials of each degree: there are
// φ(2^s - 1)/s.
func TestPrimitive(t *testing.T) {
	counts := make([]int, 12)
	for p := next(1); degree(p) < len(counts); p = next(p) {
		counts[degree(p)]++
	}
	require.Equal(t, []int{0, 1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176}, counts)
}

func TestDataRefused(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"columns", "d\ts", "s\td", `gen: joekuo.tsv: got columns "s\td\ta\tm", want "d\ts\ta\tm"`},
		{"a cell too few", "\t4\t1 3 5 13\n", "\t4\n", "gen: joekuo.tsv:7: got 3 cells, want 4"},
		{"not the next polynomial", "7\t4\t4\t", "7\t4\t2\t", `gen: joekuo.tsv:7: got dimension and polynomial "7\t4\t2", want "7\t4\t4"`},
		{"another dimension", "7\t4\t4\t", "8\t4\t4\t", `gen: joekuo.tsv:7: got dimension and polynomial "8\t4\t4", want "7\t4\t4"`},
		{"a number too few", "1 3 5 13\n", "1 3 5\n", "gen: joekuo.tsv:7: got 3 initial numbers, want 4"},
		{"even", "1 3 5 13\n", "1 3 4 13\n", `gen: joekuo.tsv:7: got initial number "4", want an odd one below 8`},
		{"too large", "1 3 5 13\n", "1 3 9 13\n", `gen: joekuo.tsv:7: got initial number "9", want an odd one below 8`},
		{"no number", "1 3 5 13\n", "1 3 five 13\n", `gen: joekuo.tsv:7: got initial number "five", want an odd one below 8`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := generate(strings.Replace(data(t), c.old, c.new, 1))
			require.EqualError(t, err, c.want)
		})
	}
}
