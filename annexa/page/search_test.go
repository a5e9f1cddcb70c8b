//go:build !annexa_notitles && !annexa_noattributes && !annexa_nocorrespondences

package page_test

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/browser"
)

// checkSearch asks the page the questions by which package search is judged: the
// page has another, smaller search of the same vocabulary.
func checkSearch(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	for _, c := range []struct {
		file string
		most int // questions of which an expected item may be missing in the first five
	}{{"questions.tsv", 5}, {"heldout.tsv", 3}} {
		src, err := os.ReadFile("../search/testdata/" + c.file)
		require.NoError(t, err)
		missed := 0
		for line := range strings.Lines(string(src)) {
			text, expected, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if text == "question" {
				continue
			}
			quoted, err := json.Marshal(text)
			require.NoError(t, err)
			got := strings.Fields(b.Eval(`(() => {
				const q = document.querySelector(".tools input"); q.value = ` + string(quoted) + `; q.dispatchEvent(new Event("input", { bubbles: true }));
				return [...document.querySelectorAll(".found > li > a")].slice(0, 5).map((a) => a.hash.slice(1)).join(" ");
			})()`))
			if slices.ContainsFunc(strings.Fields(expected), func(e string) bool { return !slices.Contains(got, e) }) {
				missed++
				t.Logf("%q: got %v, want %s among them", text, got, expected)
			}
		}
		require.LessOrEqual(t, missed, c.most, c.file)
	}
}
