package isms_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
	riskyaml "github.com/ismskit/ismskit/risk/yaml"
)

// inWords are the examples of the page that no line of text can show, each as
// the document it means, or "" with the place where its test is.
var inWords = map[string]string{
	"D001": "# nothing but this\n",
	"D004": "id: acme\nschemaVersion: 1\ntitle: B\xe4r\n",
	"D007": "id: acme\nschemaVersion: 1\nx: {a: " + strings.Repeat("[", 101) + strings.Repeat("]", 101) + "}\n",
	"D008": "", // nobody waits for 2 GiB
	"D015": "id: acme\nschemaVersion: 1\ntitle: one\u2028two\n",
	"D026": "", // see below
	"D030": "", // internal/doc
	"D099": "id: acme\nschemaVersion: 1\n" + strings.Repeat("risks: 1\n", 1002),
	"V006": "", "V009": "", "V010": "", "V018": "", "V019": "", // TestValidate
	"RM003": "", "RM006": "", "RM009": "", "RM015": "", "RM026": "", "RM032": "", // package risk
	"RG001": "", "RA003": "", "RA004": "", "RA005": "", "RA006": "", "RA007": "",
	"RH001": "", "RH002": "", "RH003": "", "RH004": "", "RH005": "", "RH006": "",
	"RT001": "", "RT002": "", "RT003": "", "RT004": "", "RT005": "", "RT006": "",
}

// problemRows returns the rows of the tables of the page, by code.
func problemRows(t *testing.T) map[string][]string {
	t.Helper()
	text := pageText(t, "problems.md")
	rows := make(map[string][]string)
	for text != "" {
		at := strings.Index(text, "\n| code |")
		if at < 0 {
			break
		}
		text = text[at:]
		for _, row := range pageRows(t, text, "| code |") {
			require.Len(t, row, 4, row)
			require.NotContains(t, rows, row[0])
			require.NotEmpty(t, row[1], row[0])
			require.NotEmpty(t, row[3], row[0])
			rows[row[0]] = row
		}
		text = text[1:]
	}
	return rows
}

// TestProblemsPageListsEveryCode: each code that exists and no other.
func TestProblemsPageListsEveryCode(t *testing.T) {
	var want, got []string
	for _, code := range codes(t) {
		want = append(want, code)
	}
	want = append(want, faultCodes(t)...)
	for _, c := range risk.Codes() {
		want = append(want, c.ID)
	}
	for code := range problemRows(t) {
		got = append(got, code)
	}
	require.ElementsMatch(t, want, got)

	faults, err := os.ReadFile("testdata/faults.yaml.problems")
	require.NoError(t, err)
	require.Contains(t, string(faults), pageBlocks(pageText(t, "problems.md"), "text")[0])
}

// faultCodes reads the codes of faults of a text from the source.
func faultCodes(t *testing.T) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), "../internal/doc/fault.go", nil, 0)
	require.NoError(t, err)
	var found []string
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || !strings.HasPrefix(spec.Names[0].Name, "Code") {
			return true
		}
		literal, ok := spec.Values[0].(*ast.BasicLit)
		require.True(t, ok)
		code, err := strconv.Unquote(literal.Value)
		require.NoError(t, err)
		found = append(found, code)
		return true
	})
	require.NotEmpty(t, found)
	return found
}

// TestProblemsPageExamples: each example has the problem of its row.
func TestProblemsPageExamples(t *testing.T) {
	for code, row := range problemRows(t) {
		t.Run(code, func(t *testing.T) {
			src, words := inWords[code]
			switch {
			case words && src == "":
			case words:
				_, err := yaml.Decode("isms.yaml", []byte(src))
				require.Contains(t, found(err), code)
			case code[0] == 'R':
				require.Contains(t, foundInMethod(t, example(t, row)), code)
			default:
				require.Contains(t, found(decodeExample(t, example(t, row))), code)
			}
		})
	}
	_, err := yaml.DecodeWith("isms.yaml", []byte("id: acme\nschemaVersion: 1\nx: {unknown/a: 1}\na: 2\n"), isms.ReadOptions{KeepUnknown: true})
	require.Equal(t, []string{"D026"}, found(err))
}

// example returns the one thing in the third column that stands as code.
func example(t *testing.T, row []string) string {
	t.Helper()
	spans := codeWords(row[2])
	require.Len(t, spans, 1, row)
	require.Equal(t, "`"+spans[0]+"`", row[2])
	return spans[0]
}

// decodeExample reads an example as JSON or YAML, and looks at it: a notice
// comes with the view.
func decodeExample(t *testing.T, text string) error {
	t.Helper()
	opt := isms.ReadOptions{Methods: methods.All()}
	var sys isms.System
	var err error
	switch {
	case strings.HasPrefix(text, `"schemaVersion"`):
		sys, err = isms.DecodeWith("isms.json", []byte(`{"id": "acme", `+text+`}`), opt)
	case strings.HasPrefix(text, `"`):
		sys, err = isms.DecodeWith("isms.json", []byte(`{"id": "acme", "schemaVersion": 1, `+text+`}`), opt)
	default:
		text = strings.ReplaceAll(text, " ⏎ ", "\n")
		sys, err = yaml.DecodeWith("isms.yaml", []byte("id: acme\nschemaVersion: 1\n"+text+"\n"), opt)
	}
	if err != nil {
		return err
	}
	v := viewWithNotices(t, sys)
	return v.Notices()
}

func viewWithNotices(t *testing.T, sys isms.System) *isms.View {
	t.Helper()
	v, err := isms.At(sys, date(t, "2026-11-21"), methods.All())
	require.NoError(t, err)
	return v
}

func found(err error) []string {
	var list []string
	ps, _ := errors.AsType[isms.Problems](err)
	for _, p := range ps {
		list = append(list, p.Code)
	}
	return slices.Compact(list)
}

// foundInMethod returns what is wrong with, or advised for, the method and the
// criteria of the page after the change of an example: a place and its value.
func foundInMethod(t *testing.T, text string) []string {
	t.Helper()
	page := pageText(t, "problems.md")
	pointer, value, ok := strings.Cut(text, ": ")
	require.True(t, ok)
	m, err := riskyaml.Decode("small.yaml", []byte(pageBlocks(page, "yaml method")[0]))
	require.NoError(t, err)
	require.Empty(t, m.Advice())
	var c risk.Criteria
	require.NoError(t, json.Unmarshal([]byte(pageBlocks(page, "json criteria")[0]), &c))
	require.Empty(t, c.Complete(m))

	var ps []risk.Problem
	if changed, ok := patched(t, c, pointer, value); ok {
		ps = append(ps, changed.Complete(m)...)
	}
	if changed, ok := patched(t, m, pointer, value); ok {
		ps = append(ps, changed.Problems()...)
		ps = append(ps, changed.Advice()...)
	}
	var list []string
	for _, p := range ps {
		list = append(list, p.Code)
	}
	return list
}

// patched returns a value with the member at a pointer replaced; ok is false
// where it has no such place, or none for such a value.
func patched[T any](t *testing.T, v T, pointer, value string) (changed T, ok bool) {
	t.Helper()
	src, err := json.Marshal(v)
	require.NoError(t, err)
	var tree, to any
	require.NoError(t, json.Unmarshal(src, &tree))
	if json.Unmarshal([]byte(value), &to) != nil {
		to = value
	}
	if tree, ok = replaced(tree, strings.Split(pointer, "/")[1:], to); !ok {
		return changed, false
	}
	src, err = json.Marshal(tree)
	require.NoError(t, err)
	return changed, json.Unmarshal(src, &changed) == nil
}

func replaced(tree any, path []string, to any) (any, bool) {
	if len(path) == 0 {
		return to, true
	}
	switch v := tree.(type) {
	case map[string]any:
		inner, ok := replaced(v[path[0]], path[1:], to)
		v[path[0]] = inner
		return v, ok
	case []any:
		i, err := strconv.Atoi(path[0])
		if err != nil || i >= len(v) {
			return nil, false
		}
		inner, ok := replaced(v[i], path[1:], to)
		v[i] = inner
		return v, ok
	}
	return nil, false
}
