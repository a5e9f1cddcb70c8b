package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

const root = "../.."

// TestGenerated holds that the committed tables are what the data say.
func TestGenerated(t *testing.T) {
	files, err := generate(os.DirFS(filepath.Join(root, "data")))
	require.NoError(t, err)
	var names []string
	for _, f := range files {
		want, err := os.ReadFile(filepath.Join(root, f.name))
		require.NoError(t, err)
		require.Equal(t, string(want), string(f.content), "%s: run go generate", f.name)
		names = append(names, f.name)
	}
	slices.Sort(names)
	found, err := fs.Glob(os.DirFS(root), "table_*.go")
	require.NoError(t, err)
	require.Equal(t, found, names, "no table without its data")
}

func TestRunWritesTheFiles(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(dir, "data"), os.DirFS(filepath.Join(root, "data"))))
	require.NoError(t, run(dir))
	found, err := fs.Glob(os.DirFS(dir), "table_*.go")
	require.NoError(t, err)
	require.Len(t, found, 11)
	require.Error(t, run(t.TempDir()))
}

func TestDataRefused(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"a file is missing", "nis2", "", "", "gen: open nis2.tsv: file does not exist"},
		{"other columns", "gdpr", "from\tto\n", "from\tat\n", `gen: gdpr.tsv: got columns ["from" "at"], want ["from" "to"]`},
		{"a cell too few", "gdpr", "5.1.a\t7.2.2\n", "5.1.a\n", "gen: gdpr.tsv:2: got 1 cells, want 2"},
		{"stray space", "gdpr", "5.1.a\t7.2.2\n", "5.1.a\t 7.2.2\n", `gen: gdpr.tsv:2: got " 7.2.2", want no spaces but single ones between words`},
		{"CRLF", "gdpr", "5.1.a\t7.2.2\n", "5.1.a\t7.2.2\r\n", "gen: gdpr.tsv: want UTF-8 with LF at the end of each line"},
		{"a pair twice", "gdpr", "5.1.a\t8.2.2\n", "5.1.a\t7.2.2\n", `gen: gdpr.tsv: got "5.1.a" and "7.2.2" twice, want each pair once`},
		{"NIST's misprint taken for a clause", "csf20", "clause\t6.1.1\t6.11", "clause\t6.11\t6.11", `gen: csf20.tsv: GV.RM-07: annexa: clause: got "6.11", want a clause of ISO/IEC 27001:2022, 4 to 10.2, or an item of its list; did you mean "6.1.1"?`},
		{"no control", "nis2", "annex_a\tA.5.1\t", "annex_a\tA.5.38\t", `gen: nis2.tsv: 1.1: got "A.5.38", want a control`},
		{"not its canonical form", "nis2", "annex_a\tA.5.1\t", "annex_a\t5.1\t", `gen: nis2.tsv: 1.1: got "5.1", want a control`},
		{"another kind", "nis2", "clause\t5.2\t", "annex\t5.2\t", `gen: nis2.tsv: 1.1: got kind "annex", want annex_a or clause`},
		{"no kind", "nis2", "clause\t5.2\t", "\t5.2\t", `gen: nis2.tsv: 1.1: got no kind, want annex_a or clause`},
		{"a table of nothing", "tables", "gdpr\tArticles", "gdp\tArticles", `gen: tables.tsv: got "gdp", want the name of a file`},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := generate(changed(t, c.file, c.old, c.new))
			require.EqualError(t, err, c.want)
		})
	}
}

// changed returns the data with a text of one file replaced; with the file
// removed when there is no text.
func changed(t *testing.T, file, before, after string) fs.FS {
	t.Helper()
	data := fstest.MapFS{}
	for name := range columns {
		src, err := os.ReadFile(filepath.Join(root, "data", name+".tsv"))
		require.NoError(t, err)
		if name == file {
			require.Contains(t, string(src), before)
			src = []byte(strings.Replace(string(src), before, after, 1))
		}
		if name != file || before != "" {
			data[name+".tsv"] = &fstest.MapFile{Data: src}
		}
	}
	return data
}
