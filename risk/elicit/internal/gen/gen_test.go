package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

const root = "../.."

// TestGenerated holds that the committed table is what the data say.
func TestGenerated(t *testing.T) {
	got, err := generate(os.DirFS(filepath.Join(root, "data")))
	require.NoError(t, err)
	want, err := os.ReadFile(filepath.Join(root, "table_training.go"))
	require.NoError(t, err)
	require.Equal(t, string(want), string(got), "run go generate")
}

func TestRunWritesTheFile(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "data"), os.DirFS(filepath.Join(root, "data"))))
	require.NoError(t, run(dir))
	require.FileExists(t, filepath.Join(dir, "table_training.go"))
	require.Error(t, run(t.TempDir()))
}

func TestDataRefused(t *testing.T) {
	for name, c := range map[string]struct{ file, old, new, want string }{
		"missing":  {"questions.tsv", "", "", "gen: open questions.tsv: file does not exist"},
		"columns":  {"statements.tsv", "id\tstatement", "id\ttext", `gen: statements.tsv: got columns ["id" "text" "true" "source"], want ["id" "statement" "true" "source"], and LF at the end of each line`},
		"number":   {"questions.tsv", "\t1969\t", "\tlate\t", `gen: questions.tsv: rfc1: got answer "late", want a number`},
		"truth":    {"statements.tsv", "octets.\tyes\tRFC 768", "octets.\tmaybe\tRFC 768", `gen: statements.tsv: udp: got true "maybe", want yes or no`},
		"no cell":  {"statements.tsv", "\tRFC 768", "\t", `gen: statements.tsv:3: got ["udp" "The header of UDP has 8 octets." "yes" ""], want 4 cells, none empty, with no spaces but single ones`},
		"id twice": {"questions.tsv", "rfc791\t", "rfc1\t", `gen: questions.tsv:3: got "rfc1" again, want each id once`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := generate(changed(t, c.file, c.old, c.new))
			require.EqualError(t, err, c.want)
		})
	}
}

// changed returns the data with a text of one file replaced; without the file
// when there is no text.
func changed(t *testing.T, file, before, after string) fs.FS {
	t.Helper()
	data := fstest.MapFS{}
	for _, name := range []string{"questions.tsv", "statements.tsv"} {
		src, err := os.ReadFile(filepath.Join(root, "data", name))
		require.NoError(t, err)
		if name == file {
			require.Contains(t, string(src), before)
			src = []byte(strings.Replace(string(src), before, after, 1))
		}
		if name != file || before != "" {
			data[name] = &fstest.MapFile{Data: src}
		}
	}
	return data
}
