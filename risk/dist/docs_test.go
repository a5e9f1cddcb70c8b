package dist_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
)

// TestDocs holds that the page shows every family, in a text that is read.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/quant/distributions.md")
	require.NoError(t, err)
	shown := map[string]bool{}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z0-9]+)(\\(.*?\\))`").FindAllStringSubmatch(string(page), -1) {
		shown[m[1]] = true
		if strings.Contains(m[2], "…") { // a list of any length
			continue
		}
		_, err := dist.Parse(m[1] + m[2])
		if err != nil {
			_, err = dist.ParseCount(m[1] + m[2])
		}
		require.NoError(t, err)
	}
	for _, d := range every(t) {
		name, _, _ := strings.Cut(d.String(), "(")
		require.True(t, shown[name], "%s is missing", name)
	}
}
