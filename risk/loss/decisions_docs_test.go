package loss_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDecisionsPage holds that what the page on decisions names is there: tests,
// methods, and code that runs.
func TestDecisionsPage(t *testing.T) {
	page := strings.ReplaceAll(string(must(os.ReadFile("../../docs/quant/decisions.md"))), "\r\n", "\n")
	var sources strings.Builder
	for _, pattern := range []string{"*.go", "internal/*/*_test.go"} {
		for _, name := range must(filepath.Glob(pattern)) {
			sources.Write(must(os.ReadFile(name)))
		}
	}
	source := strings.ReplaceAll(sources.String(), "\r\n", "\n")
	for _, name := range regexp.MustCompile("`(Test\\w+)`").FindAllStringSubmatch(page, -1) {
		require.Contains(t, source, "func "+name[1]+"(")
	}
	for _, name := range regexp.MustCompile("`Plan\\.(\\w+)`").FindAllStringSubmatch(page, -1) {
		require.Contains(t, source, "func (p Plan) "+name[1]+"(")
	}
	for _, block := range strings.Split(page, "\n```go\n")[1:] {
		code, _, closed := strings.Cut(block, "\n```\n")
		require.True(t, closed)
		require.Contains(t, source, code)
	}
}
