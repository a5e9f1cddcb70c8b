package ismskit_test

import (
	"go/ast"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// mostLines is the length that a hand-written file seldom exceeds.
const mostLines = 400

// longer lists the files that do, each with its reason.
var longer = map[string]string{}

// outside lists the modules that go.work leaves out, each with its reason.
var outside = map[string]string{}

// top is what the top level holds besides dotfiles and the tests of the whole.
var top = []string{
	"annexa", "risk", "isms", "soa", "audit", "examples", "docs", "internal",
	"go.mod", "go.sum", "go.work", "go.work.sum", "README.md", "LICENSE", "NOTICE", "CHANGELOG.md",
}

func TestTopLevel(t *testing.T) {
	var strange []string
	for _, name := range files(t) {
		first, _, deep := strings.Cut(name, "/")
		if !slices.Contains(top, first) && first[0] != '.' && (deep || !strings.HasSuffix(first, "_test.go")) {
			strange = append(strange, first)
		}
	}
	require.Empty(t, slices.Compact(strange), "the top level holds %v, dotfiles, tests of the whole, and nothing else", top)
}

func TestPackageComments(t *testing.T) {
	for pkg, files := range packages(t) {
		var with []string
		for _, f := range files {
			if f.Doc != nil && !ast.IsGenerated(f.File) {
				with = append(with, f.path)
			}
		}
		if len(with) != 1 {
			t.Errorf("%s: got %d files with a package comment %v, want 1", pkg, len(with), with)
		}
	}
}

func TestFileLengths(t *testing.T) {
	long := map[string]string{}
	for _, f := range goFiles(t) {
		if !f.isTest() && !ast.IsGenerated(f.File) && f.line(f.FileEnd) > mostLines {
			long[f.path] = longer[f.path]
		}
	}
	require.Equal(t, longer, long, "hand-written files over %d lines: would two nouns live better in two files?", mostLines)
}

// TestModules holds that each module is in go.work and has its place as path.
func TestModules(t *testing.T) {
	var found []string
	for _, name := range files(t) {
		if dir := path.Dir(name); path.Base(name) == "go.mod" && !ignored(name) {
			require.Contains(t, read(t, name), "module "+path.Join(modulePath, dir)+"\n", name)
			found = append(found, dir)
		}
	}
	listed := slices.Collect(maps.Keys(outside))
	for _, m := range regexp.MustCompile(`(?m)^(?:use)?\s+(\.\S*)$`).FindAllStringSubmatch(read(t, "go.work"), -1) {
		listed = append(listed, path.Clean(m[1]))
	}
	require.ElementsMatch(t, found, listed, "go.work uses every module but those listed with a reason")
}

// link matches a Markdown link to a place in this repository.
var link = regexp.MustCompile(`\]\(([^):#\s]+)(?:#[^)]*)?\)`)

// TestLinks holds that what a page refers to is there.
func TestLinks(t *testing.T) {
	all := files(t)
	for _, name := range all {
		if path.Ext(name) != ".md" || ignored(name) {
			continue
		}
		for _, m := range link.FindAllStringSubmatch(read(t, name), -1) {
			to := path.Join(path.Dir(name), m[1])
			there := slices.ContainsFunc(all, func(f string) bool { return f == to || strings.HasPrefix(f, to+"/") })
			require.True(t, there, "%s refers to %s", name, m[1])
		}
	}
}

// TestPagesAreListed holds that a reader of an index meets every page beside it.
func TestPagesAreListed(t *testing.T) {
	for _, name := range files(t) {
		index := path.Join(path.Dir(name), "README.md")
		if path.Ext(name) == ".md" && strings.HasPrefix(name, "docs/") && name != index {
			require.Contains(t, read(t, index), "]("+path.Base(name)+")", "%s has no link to %s", index, name)
		}
	}
}

// elsewhere matches what only one machine or one network knows: folders of its
// users, and hosts that the world cannot reach.
var elsewhere = regexp.MustCompile(`(?m)(?:^|[\s"'(=:,;])/(?:root|home|work|tmp|Users|private)/[\w.]` +
	`|[A-Z]:\\Users\\` +
	`|https?://(?:[\w.@-]+\.)?(?:localhost|127\.0\.0\.1|10(?:\.\d+){3}|192\.168\.\d+\.\d+|[\w-]+\.(?:internal|local|lan|corp))\b`)

func TestNothingOfOneMachine(t *testing.T) {
	for _, name := range files(t) {
		src := read(t, name)
		if !utf8.ValidString(src) { // a picture, or a fixture that is not text
			continue
		}
		for _, at := range elsewhere.FindAllStringIndex(src, -1) {
			t.Errorf("%s:%d: %q", name, 1+strings.Count(src[:at[0]+1], "\n"), src[at[0]:at[1]])
		}
	}
}
