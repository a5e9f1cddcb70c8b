package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// mostWords is how many different words of a query are looked for: the first.
const mostWords = 32

// What a term counts that is not the word of the query itself, in sixteenths.
const (
	exact    = 16
	compound = 14 // "back up" for backup
	begun    = 11 // backups for "back"
	synonym  = 9  // notebook for laptop
	piece    = 7  // up for back-up
)

// asked is a word of the query, with the terms that answer it.
type asked struct {
	word string
	alts []alt
}

// alt is a term, and what it counts.
type alt struct{ term, weight int32 }

// add adds a term, or raises what it counts.
func (a *asked) add(term, weight int32) {
	if i := slices.IndexFunc(a.alts, func(b alt) bool { return b.term == term }); i >= 0 {
		a.alts[i].weight = max(a.alts[i].weight, weight)
		return
	}
	a.alts = append(a.alts, alt{term, weight})
}

// parse takes a query apart. Words that nothing answers are left in it.
func (x Index) parse(query string) []asked {
	raw := x.raw(query)
	open := endsOpen(query)
	list := make([]asked, 0, len(raw))
	for i, w := range raw {
		if x.english && isStop(w.text) && w.parts == nil {
			continue
		}
		a := asked{word: w.text}
		x.answer(&a, w.text, exact)
		for _, part := range w.parts {
			x.answer(&a, part, piece)
		}
		if i > 0 {
			x.joined(&a, raw[i-1].text+w.text)
		}
		if i+1 < len(raw) {
			x.joined(&a, w.text+raw[i+1].text)
		}
		if open && i == len(raw)-1 {
			x.begun(&a, w.text)
		}
		list = append(list, a)
	}
	return list
}

// raw returns the words of a query, each once.
func (x Index) raw(query string) []word {
	var list []word
	words(query, func(w word) bool {
		if !slices.ContainsFunc(list, func(v word) bool { return v.text == w.text }) {
			list = append(list, w)
		}
		return len(list) < mostWords
	})
	return list
}

// endsOpen reports whether the last word may go on.
func endsOpen(query string) bool {
	r, _ := utf8.DecodeLastRuneInString(query)
	return isWord(r)
}

// answer adds the term of a word, and those of its synonyms.
func (x Index) answer(a *asked, word string, weight int32) {
	key := x.stem(word)
	if term, ok := x.terms[key]; ok {
		a.add(term, weight)
	}
	for _, term := range x.related[key] {
		a.add(term, weight*synonym/exact)
	}
}

// joined adds what answers two words written together: wi fi, home office.
func (x Index) joined(a *asked, word string) { x.answer(a, word, compound) }

// begun adds the terms of the words that begin so.
func (x Index) begun(a *asked, prefix string) {
	if utf8.RuneCountInString(prefix) < 2 {
		return
	}
	from, _ := slices.BinarySearchFunc(x.forms, prefix, func(f form, p string) int { return cmp.Compare(f.word, p) })
	for _, f := range x.forms[from:] {
		if !strings.HasPrefix(f.word, prefix) {
			return
		}
		if f.term >= 0 {
			a.add(f.term, begun)
		}
	}
}
