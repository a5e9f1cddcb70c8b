package search_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

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

// TestQuestions holds that each of the forty everyday questions leads to all that
// a practitioner expects, within the first five hits.
func TestQuestions(t *testing.T) {
	index := search.Catalogue()
	list := questions(t, "questions.tsv")
	require.Len(t, list, 40)
	for _, q := range list {
		if missing, got := q.missing(index); len(missing) > 0 {
			t.Errorf("%q: got %v, want %v among them", q.text, got, missing)
		}
	}
}

// TestHeldOut holds a share of the questions that nothing was chosen by.
func TestHeldOut(t *testing.T) {
	index := search.Catalogue()
	list := questions(t, "heldout.tsv")
	met := 0
	for _, q := range list {
		missing, got := q.missing(index)
		if len(missing) == 0 {
			met++
			continue
		}
		t.Logf("%q: got %v, want %v among them", q.text, got, missing)
	}
	t.Logf("%d of %d", met, len(list))
	require.GreaterOrEqual(t, met*10, len(list)*8)
}
