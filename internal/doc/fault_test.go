package doc_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/golden"
)

// codes lists the constants of fault.go whose names begin with Code.
func codes(t *testing.T) (names, values []string) {
	t.Helper()
	file, err := parser.ParseFile(token.NewFileSet(), "fault.go", nil, 0)
	require.NoError(t, err)
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if ok && strings.HasPrefix(spec.Names[0].Name, "Code") {
			literal, ok := spec.Values[0].(*ast.BasicLit)
			require.True(t, ok)
			value, err := strconv.Unquote(literal.Value)
			require.NoError(t, err)
			names, values = append(names, spec.Names[0].Name), append(values, value)
		}
		return true
	})
	return names, values
}

// TestCodesArePermanent compares the codes with the list that was reviewed,
// and with the package comment, which explains each.
func TestCodesArePermanent(t *testing.T) {
	page, err := os.ReadFile("doc.go")
	require.NoError(t, err)
	names, values := codes(t)
	var b strings.Builder
	for i := range names {
		fmt.Fprintf(&b, "%s %s\n", values[i], names[i])
		require.Contains(t, string(page), "//\t"+values[i]+"  ", names[i])
	}
	golden.Equal(t, "codes.txt", b.String())
}

func TestMerge(t *testing.T) {
	a := []doc.Fault{{Code: "2", Line: 3, Column: 1}, {Code: "1", Line: 3, Column: 1}}
	b := []doc.Fault{{Code: "3", Line: 1, Column: 9}, {Code: "4", Line: 3, Column: 0}}
	require.Equal(t, []doc.Fault{b[0], b[1], a[1], a[0]}, doc.Merge(a, b))
	require.Empty(t, doc.Merge(nil, nil))
}
