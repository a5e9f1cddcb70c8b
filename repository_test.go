// Package ismskit_test tests the house as a whole: which package may import
// which, what the core must not touch, what stands where. It reads the source
// and needs no build, so it covers every module, platform and build tag.
package ismskit_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const modulePath = "github.com/ismskit/ismskit"

// A goFile is one Go file of the repository, of whichever module.
type goFile struct {
	*ast.File

	set  *token.FileSet
	path string // from the root, with slashes
}

func (f goFile) pkg() string            { return path.Dir(f.path) }
func (f goFile) isTest() bool           { return strings.HasSuffix(f.path, "_test.go") }
func (f goFile) at(n ast.Node) string   { return f.path + ":" + strconv.Itoa(f.line(n.Pos())) }
func (f goFile) line(pos token.Pos) int { return f.set.Position(pos).Line }

// A use is one name that a file uses of a package it imports. The name is
// empty when the import shows none (blank and dot imports).
type use struct {
	pkg, name string
	at        string
}

// uses lists what f uses of its imports, each name once.
func (f goFile) uses() []use {
	named := f.selected()
	var all []use
	for _, spec := range f.Imports {
		pkg := importPath(spec)
		local := localName(pkg)
		if spec.Name != nil {
			local = spec.Name.Name
		}
		if len(named[local]) == 0 {
			all = append(all, use{pkg: pkg, at: f.at(spec)})
		}
		for name, node := range named[local] {
			all = append(all, use{pkg: pkg, name: name, at: f.at(node)})
		}
	}
	return all
}

// selected returns, for each x of an expression x.Name in f, the names and
// where each is met first.
func (f goFile) selected() map[string]map[string]ast.Node {
	all := map[string]map[string]ast.Node{}
	ast.Inspect(f.File, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		x, ok := sel.X.(*ast.Ident)
		if !ok || all[x.Name][sel.Sel.Name] != nil {
			return true
		}
		if all[x.Name] == nil {
			all[x.Name] = map[string]ast.Node{}
		}
		all[x.Name][sel.Sel.Name] = sel
		return true
	})
	return all
}

func importPath(spec *ast.ImportSpec) string {
	return strings.Trim(spec.Path.Value, "`\"")
}

// localName is the name that an import path gives by custom: its last element
// that is not a major version.
func localName(importPath string) string {
	last := path.Base(importPath)
	if version.MatchString(last) {
		last = path.Base(path.Dir(importPath))
	}
	return last
}

var version = regexp.MustCompile(`^v\d+$`)

// files lists every file of the repository that belongs to it, from the root
// and with slashes.
func files(t *testing.T) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == ".git" || name == "out"):
			return fs.SkipDir
		case !d.IsDir():
			all = append(all, filepath.ToSlash(name))
		}
		return nil
	})
	require.NoError(t, err)
	return all
}

// goFiles parses every Go file that the go command would look at.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	set := token.NewFileSet()
	var all []goFile
	for _, name := range files(t) {
		if path.Ext(name) != ".go" || ignored(name) {
			continue
		}
		parsed, err := parser.ParseFile(set, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		require.NoError(t, err)
		all = append(all, goFile{File: parsed, set: set, path: name})
	}
	require.NotEmpty(t, all)
	return all
}

// ignored tells whether the go command passes over the file.
func ignored(name string) bool {
	return slices.ContainsFunc(strings.Split(name, "/"), func(part string) bool {
		return part == "testdata" || strings.HasPrefix(part, "_") || strings.HasPrefix(part, ".")
	})
}

// packages groups the files that are not tests by the folder of their package.
func packages(t *testing.T) map[string][]goFile {
	t.Helper()
	byFolder := map[string][]goFile{}
	for _, f := range goFiles(t) {
		if !f.isTest() {
			byFolder[f.pkg()] = append(byFolder[f.pkg()], f)
		}
	}
	return byFolder
}

// read returns the text of a file of the repository.
func read(t *testing.T, name string) string {
	t.Helper()
	src, err := os.ReadFile(filepath.FromSlash(name))
	require.NoError(t, err)
	return string(src)
}
