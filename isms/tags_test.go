package isms_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
)

// records are the types of the records, by their names.
func records(t *testing.T) map[string]reflect.Type {
	t.Helper()
	found := map[string]reflect.Type{"System": reflect.TypeFor[isms.System]()}
	for f := range found["System"].Fields() {
		if f.Type.Kind() == reflect.Slice && f.Type.Elem().Implements(reflect.TypeFor[isms.Record]()) {
			found[f.Type.Elem().Name()] = f.Type.Elem()
		}
	}
	n := 0
	for range isms.Kinds() {
		n++
	}
	require.Len(t, found, n, "every kind has a list in System")
	return found
}

// structs are the structs that the records are made of, with the records.
func structs(t *testing.T) map[string]reflect.Type {
	t.Helper()
	found := make(map[string]reflect.Type)
	var visit func(reflect.Type)
	visit = func(typ reflect.Type) {
		if typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		text := reflect.PointerTo(typ).Implements(reflect.TypeFor[interface{ UnmarshalText([]byte) error }]())
		if typ.Kind() != reflect.Struct || text || typ.PkgPath() != reflect.TypeFor[isms.System]().PkgPath() || found[typ.Name()] != nil {
			return
		}
		found[typ.Name()] = typ
		for f := range typ.Fields() {
			visit(f.Type)
		}
	}
	for _, r := range records(t) {
		visit(r)
	}
	return found
}

// alwaysWritten are the members without omitzero that are not required, each
// with the reason.
var alwaysWritten = map[string]string{
	"Amount.Value":          "an amount of nothing is one",
	"PlanApproval.Decision": "it is what the approval consists of",
}

func TestMembers(t *testing.T) {
	lowerCamel := regexp.MustCompile(`^[a-z][A-Za-z]*$`)
	for name, typ := range structs(t) {
		names := make(map[string]bool)
		for f := range typ.Fields() {
			what := name + "." + f.Name
			require.True(t, f.IsExported(), what)
			member, options, _ := strings.Cut(f.Tag.Get("json"), ",")
			require.Regexp(t, lowerCamel, member, what)
			require.False(t, names[member], "%s: two members of this name", what)
			names[member] = true
			required := slices.Contains(strings.Split(f.Tag.Get("doc"), ","), "required")
			if required || alwaysWritten[what] != "" {
				require.Empty(t, options, what)
			} else {
				require.Equal(t, "omitzero", options, what)
			}
			require.NotEqual(t, reflect.Pointer, f.Type.Kind(), "%s: records are values", what)
		}
	}
}

func TestEveryRecordHasItsMembers(t *testing.T) {
	for name, typ := range records(t) {
		x, ok := typ.FieldByName("X")
		require.True(t, ok, "%s has a member for extensions", name)
		require.Equal(t, reflect.TypeFor[isms.Extensions](), x.Type, name)
		require.Equal(t, typ.NumField()-1, x.Index[0], "%s: it is the last", name)
		if name == "Applicability" { // its scope and control are its identifier
			continue
		}
		id, ok := typ.FieldByName("ID")
		require.True(t, ok, name)
		require.Equal(t, `json:"id" doc:"required"`, string(id.Tag), name)
		if name == "System" { // its identifier never changes
			continue
		}
		formerly, ok := typ.FieldByName("Formerly")
		require.True(t, ok, name)
		require.Equal(t, reflect.SliceOf(id.Type), formerly.Type, name)
	}
}

// TestRules: what the walks read from the tags doc can be read.
func TestRules(t *testing.T) {
	for name, typ := range structs(t) {
		for f := range typ.Fields() {
			what := name + "." + f.Name
			text, ok := f.Tag.Lookup("doc")
			if !ok {
				continue
			}
			for word := range strings.SplitSeq(text, ",") {
				key, value, given := strings.Cut(word, "=")
				require.Contains(t, []string{"required", "min", "max"}, key, what)
				require.Equal(t, key != "required", given, what)
				if given {
					_, err := strconv.ParseFloat(value, 64)
					require.NoError(t, err, what)
					require.Contains(t, []reflect.Kind{reflect.Int, reflect.Float64}, f.Type.Kind(), "%s: a number", what)
				}
			}
		}
	}
}

// TestKindsOfReferences: references that may name several kinds say which.
func TestKindsOfReferences(t *testing.T) {
	for name, typ := range structs(t) {
		for f := range typ.Fields() {
			what := name + "." + f.Name
			kinds, ok := f.Tag.Lookup("kinds")
			isRef := f.Type == reflect.TypeFor[isms.Ref]() || f.Type == reflect.TypeFor[[]isms.Ref]()
			require.Equal(t, isRef, ok, what)
			if !ok {
				continue
			}
			words := strings.Split(kinds, ",")
			require.Greater(t, len(words), 1, "%s: one kind has identifiers of its own type", what)
			for _, word := range words {
				var k isms.Kind
				require.NoError(t, k.UnmarshalText([]byte(word)), what)
				require.Greater(t, k, isms.KindSystem, what)
			}
			require.Len(t, slices.Compact(slices.Sorted(slices.Values(words))), len(words), "%s: each kind once", what)
		}
	}
}

// source is package isms as go doc reads it.
func source(t *testing.T) *doc.Package {
	t.Helper()
	set := token.NewFileSet()
	all, err := os.ReadDir(".")
	require.NoError(t, err)
	var files []*ast.File
	for _, e := range slices.DeleteFunc(all, func(e fs.DirEntry) bool {
		return !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go")
	}) {
		f, err := parser.ParseFile(set, e.Name(), nil, parser.ParseComments)
		require.NoError(t, err)
		files = append(files, f)
	}
	pkg, err := doc.NewFromFiles(set, files, "github.com/ismskit/ismskit/isms")
	require.NoError(t, err)
	return pkg
}

func TestEveryNameIsDocumented(t *testing.T) {
	pkg := source(t)
	require.NotEmpty(t, pkg.Doc)
	functions := slices.Clone(pkg.Funcs)
	values := slices.Concat(pkg.Consts, pkg.Vars)
	for _, typ := range pkg.Types {
		require.NotEmpty(t, typ.Doc, typ.Name)
		values = slices.Concat(values, typ.Consts, typ.Vars)
		functions = slices.Concat(functions, typ.Funcs, typ.Methods)
	}
	for _, v := range values {
		require.NotEmpty(t, v.Doc, v.Names)
	}
	for _, f := range functions {
		if f.Name == "Ref" && f.Recv != "Party" {
			continue // the interface says it, once for all records
		}
		if _, isSource := map[string]bool{"Get": true, "All": true, "Into": true}[f.Name]; isSource && strings.ToLower(f.Recv[:1]) == f.Recv[:1] {
			continue
		}
		require.NotEmpty(t, f.Doc, "%s.%s", f.Recv, f.Name)
		require.True(t, strings.HasPrefix(f.Doc, f.Name+" "), "%s.%s: %s", f.Recv, f.Name, f.Doc)
	}
}

// kindClauses are the clauses that problems name for the records of a kind.
// They are found by a problem in one of each.
func kindClauses(t *testing.T) map[isms.Kind]string {
	t.Helper()
	clauses := make(map[isms.Kind]string)
	sys := generated(2)
	for kind := range isms.Kinds() {
		for r, err := range sys.All(kind) {
			require.NoError(t, err)
			v := reflect.New(reflect.TypeOf(r)).Elem()
			v.Set(reflect.ValueOf(r))
			x := v.FieldByName("X")
			x.Set(reflect.ValueOf(isms.Extensions{"spoiled": []byte("{")}))
			spoiled, ok := reflect.TypeAssert[isms.Record](v)
			require.True(t, ok)
			ps := problems(t, isms.ValidateRecord(sys, spoiled, nil))
			clauses[kind] = ps[0].Clause.String()
			break
		}
	}
	return clauses
}

// TestRecordsNameTheirClause: the doc comment of a record names the clause of
// the standard that asks for it, and so do its problems; where no clause asks
// for it, neither does.
func TestRecordsNameTheirClause(t *testing.T) {
	comments := make(map[string]string)
	for _, typ := range source(t).Types {
		comments[typ.Name] = strings.Join(strings.Fields(typ.Doc), " ")
	}
	byKind := kindClauses(t)
	cited := regexp.MustCompile(`\bclauses? ([0-9][0-9.]*[0-9])`)
	for name, typ := range records(t) {
		r, ok := reflect.TypeAssert[isms.Record](reflect.Zero(typ))
		require.True(t, ok)
		clause := byKind[r.Ref().Kind]
		if clause == "" {
			require.NotRegexp(t, cited, comments[name], "%s serves all clauses", name)
			continue
		}
		require.Regexp(t, `\bclauses? (\S+ (and|to) )?`+regexp.QuoteMeta(clause)+`\b`, comments[name], name)
	}
}
