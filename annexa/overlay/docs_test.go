package overlay_test

import (
	"os"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestDocs holds that the page tells every code, and no other.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/overlays.md")
	require.NoError(t, err)
	source, err := os.ReadFile("problem.go")
	require.NoError(t, err)
	var inCode, onPage []string
	for _, m := range regexp.MustCompile(`= "(O\d{3})"`).FindAllStringSubmatch(string(source), -1) {
		inCode = append(inCode, m[1])
	}
	for _, m := range regexp.MustCompile(`(?m)^\| (O\d{3}) \|`).FindAllStringSubmatch(string(page), -1) {
		onPage = append(onPage, m[1])
	}
	require.NotEmpty(t, inCode)
	require.Equal(t, inCode, onPage)
}
