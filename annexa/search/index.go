package search

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa/overlay"
)

// Options say how texts are read. The zero value is for English.
type Options struct {
	// Language is the BCP 47 tag of the texts. Words are stemmed, stop words left
	// out and synonyms looked for in English only; "" is English.
	Language string
}

func (o Options) english() bool {
	first, _, _ := strings.Cut(strings.ToLower(o.Language), "-")
	return first == "" || first == "en"
}

// An Index is texts that can be searched. It is not changed by a search, and
// safe for concurrent use. The zero value finds nothing.
type Index struct {
	english  bool
	items    []string         // controls and clauses, in the order of the texts
	passages []passage        // their texts, by item
	first    []int32          // the first passage of each item, and at the end how many there are
	terms    map[string]int32 // the number of a term, by its stem
	postings [][]posting      // of a term: the items that have it
	places   [][]place        // of a term: the passages that have it
	worth    []int32          // of a term: how much it tells
	named    []int32          // of a term: how much it tells in a title
	forms    []form           // the words as they stand in the texts, in order
	related  map[string][]alt // variants and synonyms of a word, by its stem
}

// A passage is one text of an item.
type passage struct {
	item          int32
	address, text string
	part          part
	words         int32 // stop words not counted
}

// A posting is what an item has of a term.
type posting struct {
	item     int32
	score    int32 // how often it is there, weighted
	title    int32 // whether it is in the title: unit, less for the short name, 0
	from, to int32 // its places
}

// A place is what a term is worth in a passage, and how it is written there.
type place struct {
	passage, score int32
	form           string
}

// A form is a word as it is written, -1 the term of a stop word.
type form struct {
	word string
	term int32
}

// Catalogue returns the index of our own texts: titles, short names, guidance.
func Catalogue() Index { return New(overlay.Catalogue{}.All(), Options{}) }

// New returns the index of texts by their addresses, "A.8.13/S2". The part after
// the item says what a text weighs; see the package comment of overlay for the
// parts. Texts of one item need not stand together; items are in the order of
// their first texts.
func New(texts iter.Seq2[string, string], opt Options) Index {
	b := builder{
		Index:  Index{english: opt.english(), terms: map[string]int32{}, related: map[string][]alt{}},
		number: map[string]int32{},
		known:  map[string]int32{},
	}
	for address, text := range texts {
		b.text(address, text)
	}
	b.inherit()
	b.read()
	b.rank()
	if b.english {
		b.relate()
	}
	slices.SortFunc(b.forms, func(a, b form) int { return cmp.Compare(a.word, b.word) })
	return b.Index
}

// cut splits an address into the item and the part. The item of another set has
// a slash of its own: iso27001:2013/A.9.2.1/title.
func cut(address string) (item, part string) {
	item, part, _ = strings.Cut(address, "/")
	if strings.Contains(item, ":") {
		id, rest, _ := strings.Cut(part, "/")
		item, part = item+"/"+id, rest
	}
	return item, part
}
