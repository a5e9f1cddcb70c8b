package yamldoc_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
	"github.com/ismskit/ismskit/internal/doc/yamldoc"
	"github.com/ismskit/ismskit/internal/golden"
)

// read parses and decodes, and returns all the faults in order.
func read(parse func([]byte) (*doc.Node, []doc.Fault), src string) []doc.Fault {
	root, faults := parse([]byte(src))
	if root == nil {
		return faults
	}
	var r doctest.Register
	return doc.Merge(faults, doc.Decode(root, &r, doc.Options{}))
}

// at is what the source says at the place of a fault.
func at(src string, f doc.Fault) string {
	src = strings.ReplaceAll(strings.TrimPrefix(src, "\ufeff"), "\r\n", "\n")
	line := []rune(strings.Split(src, "\n")[f.Line-1])
	token, _, _ := strings.Cut(string(line[f.Column-1:]), ",")
	return strings.TrimSpace(token)
}

// TestTwentyFaults reads one document with twenty faults of all sorts, from
// both formats, as it is and in other layouts: the faults are the same, and
// each is where its cause stands.
func TestTwentyFaults(t *testing.T) {
	indentation := regexp.MustCompile(`(?m)^ *(- )?`)
	wider := func(src string) string {
		return indentation.ReplaceAllStringFunc(src, func(s string) string {
			return strings.Repeat(" ", 2*len(s)) + s
		})
	}
	for name, parse := range map[string]func([]byte) (*doc.Node, []doc.Fault){
		"faults.json": doc.ParseJSON, "faults.yaml": yamldoc.Parse,
	} {
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile("testdata/" + name)
			require.NoError(t, err)
			src := strings.ReplaceAll(string(b), "\r\n", "\n")
			var page strings.Builder
			faults := read(parse, src)
			for _, f := range faults {
				fmt.Fprintf(&page, "%-22s <- %s", at(src, f), doctest.Page([]doc.Fault{f}))
			}
			golden.Equal(t, name+".txt", page.String())
			require.Len(t, faults, 20)
			for layout, other := range map[string]string{
				"CRLF": strings.ReplaceAll(src, "\n", "\r\n"), "byte order mark": "\ufeff" + src, "indented": wider(src),
				"lines between": strings.ReplaceAll(src, "\n", "\n\n"),
			} {
				again := read(parse, other)
				require.Len(t, again, 20, layout)
				for i := range again {
					require.Equal(t, at(src, faults[i]), at(other, again[i]), layout)
					require.Equal(t, faults[i].Code+faults[i].Path, again[i].Code+again[i].Path, layout)
				}
			}
		})
	}
}

// TestPlain holds what an unquoted scalar is to a text, a number, true or
// false, and an extension.
func TestPlain(t *testing.T) {
	type record struct {
		Text  string         `json:"text"`
		Int   int            `json:"int"`
		Float float64        `json:"float"`
		Bool  bool           `json:"bool"`
		X     map[string]any `json:"-"`
	}
	member := func(name, literal string) string {
		var v record
		root, faults := yamldoc.Parse([]byte(name + ": " + literal + "\n"))
		if faults = append(faults, doc.Decode(root, &v, doc.Options{})...); len(faults) > 0 {
			return faults[0].Code
		}
		return fmt.Sprint(map[string]any{"text": v.Text, "int": v.Int, "float": v.Float, "bool": v.Bool}[name])
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%-22s %-22s %-8s %-8s %-8s %s\n", "literal", "text", "int", "float", "bool", "extension")
	for _, literal := range []string{
		"5.10", "010", "1.10", "-0", "7", "1e3", "1E+3", "0x1F", "0o17", "1_000", "+1", ".5", "5.", ".inf", "-.INF", ".nan", "1e400",
		"no", "yes", "on", "true", "True", "FALSE", "tRUE", "~", "null", "NULL", "nULL", "", "2026-11-21", "12:30:45", "A.5.7", "=", "é",
		`"7"`, `'true'`, `""`, `"null"`,
	} {
		root, faults := yamldoc.Parse([]byte("x: " + literal + "\n"))
		require.Empty(t, faults)
		fmt.Fprintf(&b, "%-22s %-22s %-8s %-8s %-8s %s\n", literal, member("text", literal), member("int", literal),
			member("float", literal), member("bool", literal), doc.AppendCompact(nil, &root.Items[0]))
	}
	golden.Equal(t, "plain.txt", b.String())
}

func FuzzParseYAML(f *testing.F) {
	for _, name := range []string{"register", "odd", "multi", "list", "crlf", "blanks", "json"} {
		src, err := os.ReadFile("testdata/samples/" + name + ".yaml")
		require.NoError(f, err)
		f.Add(src)
	}
	src, err := os.ReadFile("testdata/faults.yaml")
	require.NoError(f, err)
	f.Add(src)
	f.Fuzz(func(t *testing.T, src []byte) {
		root, faults := yamldoc.Parse(src)
		require.True(t, root != nil || len(faults) > 0)
		if root != nil {
			var e doctest.Everything
			faults = append(faults, doc.Decode(root, &e, doc.Options{KeepUnknown: true})...)
		}
		for _, f := range faults {
			require.NotEmpty(t, f.Message)
			require.Positive(t, f.Line, f)
			require.Positive(t, f.Column, f)
			require.LessOrEqual(t, f.Line, len(src)+1, f)
			require.LessOrEqual(t, f.Column, len(src)+1, f)
			if root != nil && f.Path != "" {
				root.At(f.Path)
			}
		}
	})
}
