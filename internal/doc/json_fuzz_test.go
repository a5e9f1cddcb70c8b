package doc_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

// stricter are the codes of what encoding/json lets pass.
var stricter = map[string]bool{
	doc.CodeEncoding: true, doc.CodeSurrogate: true, doc.CodeDuplicate: true, doc.CodeDepth: true, doc.CodeMore: true,
}

// FuzzParseJSON holds the parser to encoding/json: both accept the same, but
// for what the parser is documented to refuse, and both read the same.
func FuzzParseJSON(f *testing.F) {
	faulty, err := os.ReadFile("yamldoc/testdata/faults.json")
	require.NoError(f, err)
	for _, src := range []string{
		``, ` `, `null`, `"a"`, `-0.5e+10`, `[]`, `{}`, `[1,2,]`, `{"a":1,"a":2}`, `"\ud83d\ude00\n"`, `"\ud83d"`, "\ufeff[true]", "\"\xff\"", "[\r\n1\r]", "[01]",
		`{"text":"t","int":5,"x":{"acme/a":[1.50,null]},"nested":{"stage":"current"}}`, string(faulty),
	} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		root, faults := doc.ParseJSON(src)
		bare := bytes.TrimPrefix(src, []byte("\ufeff"))
		for _, fault := range faults {
			if json.Valid(bare) {
				require.True(t, stricter[fault.Code], fault)
			}
			inside(t, src, fault)
		}
		if len(faults) == 0 {
			sameValue(t, bare, root)
		}
		if root == nil {
			require.NotEmpty(t, faults)
			return
		}
		var e doctest.Everything
		for _, fault := range doc.Decode(root, &e, doc.Options{KeepUnknown: true}) {
			inside(t, src, fault)
			n, ok := root.At(fault.Path)
			require.True(t, ok || fault.Code == doc.CodeMissing, fault)
			require.NotNil(t, n)
		}
	})
}

// inside fails unless the place of a fault is in the source, or right behind
// a line.
func inside(t *testing.T, src []byte, f doc.Fault) {
	t.Helper()
	text := bytes.TrimPrefix(src, []byte("\ufeff"))
	text = bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	lines := bytes.Split(text, []byte("\n"))
	require.NotEmpty(t, f.Message)
	require.Positive(t, f.Line, f)
	require.LessOrEqual(t, f.Line, len(lines), f)
	require.Positive(t, f.Column, f)
	require.LessOrEqual(t, f.Column, len([]rune(string(lines[f.Line-1])))+1, f)
}

func sameValue(t *testing.T, src []byte, root *doc.Node) {
	t.Helper()
	compact := doc.AppendCompact(nil, root)
	require.True(t, json.Valid(src))
	require.Equal(t, number(t, src), number(t, compact))

	again, faults := doc.ParseJSON(compact)
	require.Empty(t, faults)
	require.Equal(t, string(compact), string(doc.AppendCompact(nil, again)))
}

// number reads a document with encoding/json, numbers as their literals.
func number(t *testing.T, src []byte) (v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	require.NoError(t, d.Decode(&v))
	return v
}
