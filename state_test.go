package ismskit_test

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// caches lists the package variables that keep state after all, each with its
// reason. None changes what any function returns.
var caches = map[string]string{
	"internal/doc/plan.go: plans": "how a type is decoded: the same for as long as the program runs",
	"isms/walk.go: plans":         "where a type has references: the same for as long as the program runs",
}

// TestNoGlobalState finds functions named init, package variables that a
// function writes to or takes the address of, and those made to be shared:
// package variables are tables.
func TestNoGlobalState(t *testing.T) {
	var offenses []string
	for pkg, files := range packages(t) {
		if covers("examples/...", pkg) || covers("internal/oracle/...", pkg) || path.Base(pkg) == "gen" {
			continue
		}
		variables := packageVariables(pkg, files)
		for _, f := range files {
			for _, decl := range f.Decls {
				offenses = append(offenses, state(f, decl, variables)...)
			}
		}
	}
	for name := range caches {
		require.Contains(t, offenses, name, "a cache that is there no more")
		offenses = slices.DeleteFunc(offenses, func(o string) bool { return o == name })
	}
	require.Empty(t, offenses)
}

// packageVariables returns the identifiers that stand for package variables.
// Imports are not followed: what they define is no variable of this package.
func packageVariables(pkg string, files []goFile) map[*ast.Ident]bool {
	info := types.Info{Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{Error: func(error) {}, Importer: nil}
	parsed := make([]*ast.File, len(files))
	for i, f := range files {
		parsed[i] = f.File
	}
	checked, _ := config.Check(pkg, files[0].set, parsed, &info) // errors are for the compiler to tell
	found := map[*ast.Ident]bool{}
	for ident, object := range info.Uses {
		if v, ok := object.(*types.Var); ok && v.Parent() == checked.Scope() {
			found[ident] = true
		}
	}
	return found
}

// state lists where a declaration is one of init, or has code that keeps state
// in the package.
func state(f goFile, decl ast.Decl, variables map[*ast.Ident]bool) []string {
	var offenses []string
	if fn, ok := decl.(*ast.FuncDecl); ok && fn.Recv == nil && fn.Name.Name == "init" {
		offenses = append(offenses, f.at(fn)+": init")
	}
	if vars, ok := decl.(*ast.GenDecl); ok && vars.Tok == token.VAR {
		offenses = append(offenses, shared(f, vars)...)
	}
	ast.Inspect(decl, func(n ast.Node) bool {
		for _, target := range written(n) {
			if ident := root(target); ident != nil && variables[ident] {
				offenses = append(offenses, f.at(target)+": writes to "+ident.Name)
			}
		}
		return true
	})
	return offenses
}

// shared lists the variables that are made with package sync or sync/atomic.
func shared(f goFile, vars *ast.GenDecl) []string {
	var found []string
	for _, spec := range vars.Specs {
		spec, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		ast.Inspect(spec, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := sel.X.(*ast.Ident); ok && (x.Name == "sync" || x.Name == "atomic") {
					found = append(found, f.path+": "+spec.Names[0].Name)
				}
			}
			return true
		})
	}
	return found
}

// written returns the expressions that n assigns to, or lets others assign to.
func written(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return n.Lhs
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		return []ast.Expr{n.Key, n.Value}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			return []ast.Expr{n.X}
		}
	case *ast.CallExpr:
		if fn, ok := n.Fun.(*ast.Ident); ok && slices.Contains([]string{"clear", "copy", "delete"}, fn.Name) {
			return n.Args[:1]
		}
	}
	return nil
}

// root returns the variable that an expression such as x.f[i] is a part of.
func root(e ast.Expr) *ast.Ident {
	switch e := e.(type) {
	case *ast.Ident:
		return e
	case *ast.SelectorExpr:
		return root(e.X)
	case *ast.IndexExpr:
		return root(e.X)
	case *ast.ParenExpr:
		return root(e.X)
	case *ast.StarExpr:
		return root(e.X)
	}
	return nil
}
