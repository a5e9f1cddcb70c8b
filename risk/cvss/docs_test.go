package cvss_test

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/cvss"
)

// TestDocs holds that each piece of Go on the page is a part of an example that
// runs, and that the errors shown there are those that come. The page is not
// part of the module: who has the module alone has nothing to compare.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/methods/cvss.md")
	if _, alone := os.Stat("../../go.work"); errors.Is(alone, fs.ErrNotExist) {
		return
	}
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
	_, err = cvss.Parse("CVSS:3.1/AV:Network/AC:L/PR:N/UI:N/S:U/C:H/I:H")
	require.Error(t, err)
	require.Contains(t, string(page), "```\n"+err.Error()+"\n```")
}
