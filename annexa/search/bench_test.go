package search_test

import (
	"strings"
	"testing"

	"github.com/ismskit/ismskit/annexa/search"
)

func BenchmarkCatalogue(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		search.Catalogue()
	}
}

func BenchmarkSearch(b *testing.B) {
	index := search.Catalogue()
	for _, c := range []struct{ name, query string }{
		{"one", "backup"},
		{"two", "laptop stolen"},
		{"sentence", "what happens to staff who break the rules"},
		{"typing", "laptop st"},
		{"letter", "se"},
		{"none", "xylophone "},
		{"huge", strings.Repeat("every word of a very long text that somebody pasted ", 2000)},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				index.Search(c.query, 5)
			}
		})
	}
}

// BenchmarkQuestions searches for one of the forty everyday questions after the
// other.
func BenchmarkQuestions(b *testing.B) {
	index := search.Catalogue()
	list := questions(b, "questions.tsv")
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		index.Search(list[i%len(list)].text, 5)
		i++
	}
}
