package compare_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/yaml"
)

// TestDocs: the Go of the page is part of an example that runs, its translation
// one that can be read, and its figures those of the tests.
func TestDocs(t *testing.T) {
	read := func(name string) string {
		src, err := os.ReadFile(name)
		require.NoError(t, err)
		return strings.ReplaceAll(string(src), "\r\n", "\n")
	}
	page, example, tests := read("../../docs/comparing-methods.md"), read("example_test.go"), read("agreement_test.go")
	between := func(fence string) string {
		_, block, found := strings.Cut(page, "\n```"+fence+"\n")
		require.True(t, found, fence)
		block, _, _ = strings.Cut(block, "```\n")
		return block
	}
	require.Contains(t, example, between("go"))
	for _, figure := range []string{"-0.47140452079103173", "0.82078268166812329"} {
		require.Contains(t, page, figure)
		require.Contains(t, tests, figure)
	}

	own, err := yaml.Decode("own.yaml", []byte(read("../../examples/rate/own.yaml")))
	require.NoError(t, err)
	_, err = yaml.DecodeTranslation("page.yaml", []byte(between("yaml")), risk.Methods{iso27005.Qualitative(), own})
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(read("../../examples/rate/to-own.yaml"), between("yaml")))
}
