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
// page has another, smaller search of the same vocabulary. Of some questions an
// item is missing among its first five.
func checkSearch(t *testing.T, b *browser.Browser, _ string) {
	t.Helper()
	for file, most := range map[string]int{"questions.tsv": 3, "heldout.tsv": 2} {
		src, err := os.ReadFile("../search/testdata/" + file)
		require.NoError(t, err)
		var texts, expected []string
		for line := range strings.Lines(string(src)) {
			if text, items, _ := strings.Cut(strings.TrimSpace(line), "\t"); text != "question" {
				texts, expected = append(texts, text), append(expected, items)
			}
		}
		quoted, err := json.Marshal(texts)
		require.NoError(t, err)
		answers := strings.Split(b.Eval(`(() => {
			const q = document.querySelector(".tools input");
			const all = `+string(quoted)+`.map((text) => {
				q.value = text;
				q.dispatchEvent(new Event("input", { bubbles: true }));
				return [...document.querySelectorAll(".found > li > a")].slice(0, 5).map((a) => a.hash.slice(1)).join(" ");
			}).join();
			document.querySelector(".clear").click();
			return all;
		})()`), ",")
		missed := 0
		for i, items := range expected {
			got := strings.Fields(answers[i])
			if slices.ContainsFunc(strings.Fields(items), func(item string) bool { return !slices.Contains(got, item) }) {
				missed++
				t.Logf("%q: got %v, want %s among them", texts[i], got, items)
			}
		}
		require.LessOrEqual(t, missed, most, file)
	}
}
