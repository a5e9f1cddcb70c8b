package search

import (
	"iter"
	"strings"
)

// Synonyms iterates over the lists of words that stand for one another in
// English, forms of one word first, for programs that search elsewhere: a page, an index of their own.
// Compounds are written together: "homeoffice". A word may be in several lists.
func Synonyms() iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		for _, table := range [][]string{variants[:], synonyms[:]} {
			for _, line := range table {
				if !yield(strings.Fields(line)) {
					return
				}
			}
		}
	}
}

// StopWords returns the words of English that are not looked for.
func StopWords() []string { return strings.Fields(stopWords) }
