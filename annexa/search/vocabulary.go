package search

import (
	"iter"
	"strings"
)

// Synonyms iterates over the lists of words that stand for one another in
// English, for programs that search elsewhere: a page, an index of their own.
// Compounds are written together: "homeoffice". A word may be in several lists.
func Synonyms() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for _, line := range synonyms {
			if !yield(strings.Fields(line)) {
				return
			}
		}
	}
}

// StopWords returns the words of English that are not looked for.
func StopWords() []string { return strings.Fields(stopWords) }
