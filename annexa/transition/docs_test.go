package transition_test

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/transition"
	"github.com/ismskit/ismskit/internal/golden"
)

// TestWords pins every word of every enumeration, in the order of its numbers.
func TestWords(t *testing.T) {
	var b strings.Builder
	fmt.Fprintln(&b, "inclusion")
	for i := transition.Included; i <= transition.Excluded; i++ {
		text, err := i.MarshalText()
		require.NoError(t, err)
		fmt.Fprintf(&b, "\t%s\n", text)
	}
	fmt.Fprintln(&b, "outcome")
	for o := transition.Carried; o <= transition.Undecided; o++ {
		fmt.Fprintf(&b, "\t%s\n", o)
	}
	golden.Equal(t, "words.txt", b.String())
	_, err := (transition.Excluded + 1).MarshalText()
	require.Error(t, err)
	_, err = (transition.Undecided + 1).MarshalText()
	require.Error(t, err)
}

// TestDocs holds that the page tells every outcome and every code.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/transition.md")
	require.NoError(t, err)
	source, err := os.ReadFile("problem.go")
	require.NoError(t, err)
	var codes, rows []string
	for _, m := range regexp.MustCompile(`= "(T\d{3})"`).FindAllStringSubmatch(string(source), -1) {
		codes = append(codes, m[1])
	}
	for _, m := range regexp.MustCompile(`(?m)^\| (T\d{3}) \|`).FindAllStringSubmatch(string(page), -1) {
		rows = append(rows, m[1])
	}
	require.Equal(t, codes, rows)
	for o := transition.Carried; o <= transition.Undecided; o++ {
		require.Contains(t, string(page), "| `"+o.String()+"` |")
	}
}
