package search_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/search"
)

// FuzzSearch holds that any query is answered in order, each item once and for a
// reason, and the same way again.
func FuzzSearch(f *testing.F) {
	index := search.Catalogue()
	for _, q := range questions(f, "questions.tsv") {
		f.Add(q.text, 5)
	}
	for _, query := range []string{"", " ", "-", "a-b-c", "a--b", "8.", "8..1", "A.8.13.", "wi\u2011fi", "\xff", "e\u0301", "\u0301", "漏洞", "ﬁ", "İ", "ſ", "a.", "A.A.8", "it's"} {
		f.Add(query, 0)
	}
	f.Fuzz(func(t *testing.T, query string, most int) {
		hits := index.Search(query, most%50)
		seen := map[string]bool{}
		for i, h := range hits {
			require.False(t, seen[h.Item])
			seen[h.Item] = true
			require.Positive(t, h.Score)
			require.NotEmpty(t, h.Why)
			require.Equal(t, h.Address == "", h.Text == "")
			require.True(t, i == 0 || h.Score <= hits[i-1].Score)
		}
		require.Equal(t, hits, index.Search(query, most%50))
	})
}

// FuzzNew holds that any texts at any addresses make an index, and that a text is
// found by itself: a text and a query are read alike.
func FuzzNew(f *testing.F) {
	for _, s := range [][3]string{
		{"A.1/title", "word", ""},
		{"", "", ""},
		{"/", "wi-fi", "de"},
		{"a:b", "8.13", "en"},
		{"a:b/c/d", "A.8.13 x", "EN-us"},
		{"9.1.1/S1", "e\u0301tude", "fr"},
		{"A./S1", "漏洞", "zh"},
		{"x/documents/1", "\xff\xfe", "x"},
		{"x/", "a.8-b.9", "de"},
		{"A.1/title", "the", "de"},
	} {
		f.Add(s[0], s[1], s[2])
	}
	f.Fuzz(func(t *testing.T, address, text, language string) {
		index := few(t, language, address, text, "A.1/title", "other", "9.1/title", "above", address, text)
		hits := index.Search(text, 0)
		require.False(t, slices.ContainsFunc(hits, func(h search.Hit) bool { return len(h.Why) == 0 }))
		if first, _, _ := strings.Cut(strings.ToLower(language), "-"); first != "" && first != "en" {
			says := strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
			require.Equal(t, says, len(hits) > 0)
		}
	})
}
