package search_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/search"
)

// A question is a row of testdata: what somebody types, and which items a
// practitioner expects among the first five.
type question struct {
	text     string
	expected []string
}

func questions(t testing.TB, file string) []question {
	t.Helper()
	src, err := os.ReadFile("testdata/" + file)
	require.NoError(t, err)
	var list []question
	for line := range strings.Lines(string(src)) {
		text, expected, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		require.True(t, ok, line)
		if text != "question" {
			list = append(list, question{text, strings.Fields(expected)})
		}
	}
	return list
}

// missing returns the expected items that are not among the first five hits.
func (q question) missing(index search.Index) (missing, got []string) {
	for _, h := range index.Search(q.text, 5) {
		got = append(got, h.Item)
	}
	for _, e := range q.expected {
		if !slices.Contains(got, e) {
			missing = append(missing, e)
		}
	}
	return missing, got
}

// met returns how many questions lead to all that is expected, and says which do
// not.
func met(t *testing.T, list []question) int {
	t.Helper()
	index := search.Catalogue()
	n := 0
	for _, q := range list {
		missing, got := q.missing(index)
		if len(missing) == 0 {
			n++
			continue
		}
		t.Logf("%q: got %v, want %v among them", q.text, got, missing)
	}
	return n
}

// TestQuestions holds that each of the forty everyday questions leads to all that
// a practitioner expects, within the first five hits.
func TestQuestions(t *testing.T) {
	list := questions(t, "questions.tsv")
	require.Len(t, list, 40)
	require.Equal(t, 40, met(t, list))
}

// TestHeldOut holds five sixths of the questions that nothing was chosen by, and
// that the page says how many are met.
func TestHeldOut(t *testing.T) {
	list := questions(t, "heldout.tsv")
	n := met(t, list)
	require.GreaterOrEqual(t, n*6, len(list)*5)
	page, err := os.ReadFile("../../docs/search.md")
	require.NoError(t, err)
	require.Contains(t, string(page), fmt.Sprintf("**%d of %d**", n, len(list)))
}

// TestExpectationsExist holds that what is expected is a control or a clause.
func TestExpectationsExist(t *testing.T) {
	for _, file := range []string{"questions.tsv", "heldout.tsv"} {
		for _, q := range questions(t, file) {
			require.NotEmpty(t, q.expected)
			require.LessOrEqual(t, len(q.expected), 3)
			for _, item := range q.expected {
				_, ok := overlay.Catalogue{}.Text(item + "/name")
				require.True(t, ok, item)
			}
		}
	}
}
