// Package search finds controls, clauses and pieces of guidance by the words that
// people use: "laptop stolen" leads to A.7.9, A.8.1, A.8.24 and others.
//
//	index := search.Catalogue()
//	for _, hit := range index.Search("laptop stolen", 5) {
//		fmt.Println(hit.Item, hit.Address, hit.Text)
//	}
//
// An [Index] is a value, built in memory from texts and their addresses, and not
// changed by anything after that. [Catalogue] builds that of our titles, short
// names and guidance; [New] builds one of any texts, such as those of a catalogue
// with a translation laid over it:
//
//	index := search.New(catalogue.All(), search.Options{Language: "de"})
//
// Building costs tens of milliseconds and some megabytes, once; a search costs
// tens of microseconds. What was measured is in docs/performance.md.
//
// # How it ranks
//
// Words are folded (case, accents), in English stemmed after Porter, and freed of
// stop words. An item is ranked by BM25 over its texts, in which a title weighs
// more than a step, and a step more than a note; to that comes what its best
// single text has of the query. Synonyms count for less than the word itself.
// The last word is the beginning of a word as well, as long as no space follows
// it: for search as one types.
//
// The order depends on texts and query alone, on every machine: scores are whole
// numbers, and equal ones stand in the order of the catalogue.
package search
