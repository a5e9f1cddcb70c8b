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
	committed, err := fs.Glob(os.DirFS(root), "table_*.go")
	require.NoError(t, err)
	require.Equal(t, committed, found)
	require.Error(t, run(t.TempDir()))
}

func TestDataRefused(t *testing.T) {
	for _, c := range []struct{ name, file, old, new, want string }{
		{"a file is missing", "clauses", "", "", "gen: open clauses.tsv: file does not exist"},
		{"other columns", "groups2013", "id\ttitle\n", "id\tname\n", `gen: groups2013.tsv: got columns ["id" "name"], want ["id" "title"]`},
		{"a cell too few", "groups2013", "A.5\tInformation security policies\n", "A.5\n", "gen: groups2013.tsv:2: got 1 cells, want 2"},
		{"stray space", "groups2013", "A.5\tInformation", "A.5\t Information", `gen: groups2013.tsv:2: got " Information security policies", want no spaces but single ones between words`},
		{"CRLF", "groups2013", "A.5\tInformation security policies\n", "A.5\tInformation security policies\r\n", "gen: groups2013.tsv: want UTF-8 with LF at the end of each line"},
		{"a row is missing", "titles2022", "A.5.7\tThreat intelligence\tThreat intelligence\tno", "A.5.99\tThreat intelligence\tThreat intelligence\tno", "gen: titles2022.tsv: got other rows than controls2022.tsv, want the same in the same order"},
		{"the wording differs unannounced", "titles2022", "A.5.7\tThreat intelligence\tThreat intelligence\tno", "A.5.7\tThreat intelligence\tThreats\tno", `gen: titles2022.tsv: A.5.7: got differs "no", want what the titles say`},
		{"unknown group", "controls2013", "A.5.1.1\tA.5\tA.5.1", "A.5.1.1\tA.5\tA.5.9", `gen: controls2013.tsv: A.5.1.1: got "A.5" and "A.5.9", want groups of groups2013.tsv`},
		{"a pair of unknown controls", "correspondences", "A.5.1.1\tA.5.1", "A.5.1.1\tA.5.99", `gen: correspondences.tsv: got "A.5.1.1" and "A.5.99", want controls of both sets`},
		{"pairs out of order", "correspondences", "A.18.2.3\tA.5.36\tsplit+merged", "A.5.1.1\tA.5.36\tsplit+merged", "gen: correspondences.tsv: want pairs in the order of 2013, then of 2022"},
		{"no span of items", "clauses", "\ta-f\tRisk", "\ta,f\tRisk", `gen: clauses.tsv: 6.1.3: got items "a,f", want a span such as "a-e"`},
		{"an unknown objective", "controls27017", "CLD.9.5.1\tCLD.9.5", "CLD.9.5.1\tCLD.9.9", `gen: controls27017.tsv: CLD.9.5.1: got the group "CLD.9.9", want one of ["CLD.6.3" "CLD.8.1" "CLD.9.5" "CLD.12.1" "CLD.12.4" "CLD.13.1"]`},
		{"titles of other controls", "titles27018", "A.12.2\tIntended", "A.12.3\tIntended", "gen: titles27018.tsv: got other rows than the groups and then the controls of controls27018.tsv in their order"},
		{"a number of 2025 twice", "controls27018", "\tA.11.13\tno", "\tA.11.12\tno", `gen: controls27018.tsv: got "A.11.12", want numbers from 1 to 99 joined by dots, in natural order, each once`},
		{"a pair with no control", "editions", "iso27701:2025/A.3.3\t", "iso27701:2025/A.3.2\t", `gen: editions.tsv: got "iso27701:2019/6.2.1.1" and "iso27701:2025/A.3.2", want a control of a set that there is as the newer`},
		{"no such clause", "harmonized", "6.3\t6.3", "6.4\t6.3", `gen: harmonized.tsv: got "6.4", want a clause of clauses.tsv`},
		{"a set without a table", "sets", "iso27018:2019\t", "iso27018:2014\t", `gen: sets.tsv: got "iso27018:2014", want a set that there is a table of`},
		{"a set twice", "sets", "iso27018:2025\tISO/IEC 27018:2025\t", "iso27018:2019\tISO/IEC 27018:2025\t", `gen: sets.tsv: got "iso27018:2019", want a set that there is a table of`},
		{"a table of nothing", "tables", "clauses\tThe", "clause\tThe", `gen: tables.tsv: got "clause", want the name of a file`},
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

func TestIdentifiersRefused(t *testing.T) {
	for _, ids := range [][]string{{"A.5.07"}, {"A.5."}, {""}, {"A.5.100"}, {"A.5.0"}, {"A.5.x"}, {"A.5.1", "A.5.1"}, {"A.5.10", "A.5.9"}, {"A.5.1", "A.5"}} {
		require.Error(t, new(source).index("X", "x", ids), "%q", ids)
	}
}

func TestIdentifier(t *testing.T) {
	require.Equal(t, "ThreatAndVulnerabilityManagement", identifier("Threat_and_vulnerability_management"))
	require.Equal(t, "GovernanceAndEcosystem | Resilience", set("Governance_and_Ecosystem;Resilience"))
	require.Equal(t, "OneToOne", identifier("one-to-one"))
}
