package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
)

// said is what a run of the program came to.
type said struct {
	code           int
	stdout, stderr string
}

func command(args ...string) said {
	var stdout, stderr bytes.Buffer
	code := run(args, &stdout, &stderr)
	return said{code, stdout.String(), stderr.String()}
}

// contents returns the files of a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	list, err := os.ReadDir(dir)
	require.NoError(t, err)
	all := map[string]string{}
	for _, f := range list {
		src, err := os.ReadFile(filepath.Join(dir, f.Name()))
		require.NoError(t, err)
		all[f.Name()] = string(src)
	}
	return all
}

func TestSample(t *testing.T) {
	out := filepath.Join(t.TempDir(), "new", "out")
	got := command("-out", out)
	require.Equal(t, said{0, got.stdout, ""}, got)
	golden.Equal(t, "sample.txt", strings.ReplaceAll(got.stdout, out, "out"))

	files := contents(t, out)
	for name, words := range map[string][]string{
		"soa.html":                 {"Statement of Applicability", "DRAFT", "A.5.1", "A.8.34", "Uferlicht Software GmbH"},
		"soa.md":                   {"Statement of Applicability", "DRAFT"},
		"soa.csv":                  {"\uFEFF", "A.5.1", "A.8.34"},
		"soa.json":                 {`"A.8.34"`},
		"soa-external.html":        {"A.8.34"},
		"soa-review.html":          {"A.8.11"},
		"risk-treatment-plan.html": {"Risk treatment plan", "R-001"},
		"risk-register.html":       {"Risk register", "R-001"},
		"heat-map.html":            {"R-001"},
		"heat-map.svg":             {"<svg", "<title"},
		"gaps.html":                {"Gaps", "R-028", "Uferlicht"},
	} {
		for _, word := range words {
			require.Contains(t, files[name], word, name)
		}
		delete(files, name)
	}
	require.Empty(t, files)
}

func TestSameTwice(t *testing.T) {
	one, two := filepath.Join(t.TempDir(), "out"), filepath.Join(t.TempDir(), "out")
	require.Zero(t, command("-out", one).code)
	require.Zero(t, command("-out", two).code)
	require.Zero(t, command("-out", two).code, "again, over what is there")
	require.Equal(t, contents(t, one), contents(t, two))
}

// TestOtherDays reads the sample as of days in its past and future.
func TestOtherDays(t *testing.T) {
	for _, at := range []string{"2019-01-01", "2024-11-17", "2025-06-02", "2026-01-31", "2031-12-31"} {
		got := command("-out", t.TempDir(), "-at", at)
		require.Equal(t, said{0, got.stdout, ""}, got, at)
		require.Contains(t, got.stdout, "as of "+at)
	}
}

func TestFileOfOnesOwn(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.yaml")
	require.NoError(t, os.WriteFile(own, []byte("id: acme\nschemaVersion: 1\n"), 0o600))
	out := filepath.Join(t.TempDir(), "out")
	got := command("-in", own, "-out", out, "-at", "2026-11-21")
	require.Equal(t, said{0, got.stdout, ""}, got)
	require.NotContains(t, contents(t, out), "heat-map.svg", "nothing to draw")
	require.Contains(t, contents(t, out)["soa.html"], "93")
}

func TestBadFiles(t *testing.T) {
	for _, name := range []string{"syntax", "empty", "three"} {
		t.Run(name, func(t *testing.T) {
			in := "testdata/bad/" + name + ".yaml"
			fresh := filepath.Join(t.TempDir(), "out")
			got := command("-in", in, "-out", fresh)
			require.Equal(t, said{1, "", got.stderr}, got)
			golden.Equal(t, "bad/"+name+".txt", got.stderr)
			require.NoDirExists(t, fresh)

			old := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(old, "soa.html"), []byte("of last year"), 0o600))
			require.Equal(t, 1, command("-in", in, "-out", old).code)
			require.Equal(t, map[string]string{"soa.html": "of last year"}, contents(t, old))
		})
	}
}

func TestRefusals(t *testing.T) {
	aFile := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(aFile, []byte("a file"), 0o600))
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"help":                  {[]string{"-h"}, 0, "-in file"},
		"unknown flag":          {[]string{"-o", "x"}, 2, "flag provided but not defined: -o"},
		"no day":                {[]string{"-at", "2026-02-30"}, 2, "a day that the calendar has"},
		"an argument":           {[]string{"isms.yaml"}, 2, "-in isms.yaml"},
		"no such file":          {[]string{"-in", "nothing.yaml", "-out", filepath.Join(t.TempDir(), "out")}, 1, "nothing.yaml"},
		"no such scope":         {[]string{"-scope", "moon", "-out", filepath.Join(t.TempDir(), "out")}, 1, `"moon"`},
		"the folder is a file":  {[]string{"-out", aFile}, 1, aFile},
		"a file of many faults": {[]string{"-in", "main.go", "-out", filepath.Join(t.TempDir(), "out")}, 1, "main.go:"},
	} {
		t.Run(name, func(t *testing.T) {
			got := command(c.args...)
			require.Equal(t, said{c.code, "", got.stderr}, got)
			require.Contains(t, got.stderr, c.says)
		})
	}
}

// TestAllOrNothing lets the last file fail: none is replaced.
func TestAllOrNothing(t *testing.T) {
	out := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(out, "soa.html"), []byte("of last year"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(out, "notes.txt"), []byte("mine"), 0o600))
	require.NoError(t, os.Mkdir(filepath.Join(out, "gaps.html"), 0o700))
	got := command("-out", out)
	require.Equal(t, said{1, "", got.stderr}, got)
	require.Contains(t, got.stderr, "gaps.html: is a folder")

	require.NoError(t, os.Remove(filepath.Join(out, "gaps.html")))
	require.Equal(t, map[string]string{"soa.html": "of last year", "notes.txt": "mine"}, contents(t, out))

	require.Zero(t, command("-out", out).code)
	require.Equal(t, "mine", contents(t, out)["notes.txt"])
	require.Contains(t, contents(t, out)["soa.html"], "Uferlicht")
}

func TestNothingIsLeftOfAFolderMadeForNothing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	bad := []file{{output{name: filepath.Join("no", "such", "folder.html")}, nil}}
	require.Error(t, write(out, bad))
	require.NoDirExists(t, out)
}

func TestSampleIsWhatItPromises(t *testing.T) {
	opt, err := parse(nil, os.Stderr)
	require.NoError(t, err)
	view, err := load(opt)
	require.NoError(t, err)
	require.Empty(t, view.Notices())
	sys := view.System()
	require.Len(t, sys.Risks, 30)
	require.Len(t, sys.Controls, 40)
	require.Len(t, sys.Assets, 25)
	require.Len(t, sys.Applicability, 92, "one of the 93 is forgotten")
	persons := 0
	for _, s := range sys.Sites {
		persons += s.Persons
	}
	require.Equal(t, 60, persons)
	require.Subset(t, treatmentOptions(sys), []isms.Option{isms.Modify, isms.Retain, isms.Avoid, isms.Share})
}

func treatmentOptions(sys isms.System) []isms.Option {
	var all []isms.Option
	for _, t := range sys.Treatments {
		all = append(all, t.Option)
	}
	return all
}
