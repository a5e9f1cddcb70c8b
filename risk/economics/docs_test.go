package economics_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDocs holds that each piece of Go on the page is a part of an example that
// runs, and that figures which examples print stand on the page as they do.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/methods/economics.md")
	require.NoError(t, err)
	src, err := os.ReadFile("example_test.go")
	require.NoError(t, err)
	blocks := strings.Split(string(page), "\n```go\n")[1:]
	require.NotEmpty(t, blocks)
	for _, block := range blocks {
		code, _, closed := strings.Cut(block, "\n```\n")
		require.True(t, closed)
		require.Contains(t, string(src), code)
	}
	for _, figure := range []string{"187,483", "14.2 million", "63,951", "126,274", "36.79 %"} {
		require.Contains(t, string(page), figure)
		require.Contains(t, string(src), strings.ReplaceAll(figure, ",", ""))
	}
}
