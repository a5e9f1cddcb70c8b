package search

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// mostWords is how many different words of a query are looked for: the first.
const mostWords = 32

// What a term counts that is not the word of the query itself, in sixteenths.
const (
	exact    = 16
	variant  = 14 // stole for stolen
	compound = 14 // "back up" for backup
	begun    = 11 // backups for "back"
	synonym  = 8  // notebook for laptop
	piece    = 7  // up for back-up
)

// asked is a word of the query, with the terms that answer it.
type asked struct {
	word string
	alts []alt
}

// alt is a term, what it counts, and what it tells.
type alt struct{ term, weight, worth int32 }

// score returns what a count or a place is worth.
func (a alt) score(count int32) int64 {
	return int64(count) * int64(a.weight) * int64(a.worth) / (exact * unit)
}

// add adds a term, or raises what it counts.
func (a *asked) add(b alt) {
	if i := slices.IndexFunc(a.alts, func(c alt) bool { return c.term == b.term }); i >= 0 {
		if a.alts[i].weight < b.weight {
			a.alts[i] = b
		}
		return
	}
	a.alts = append(a.alts, b)
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

// answer adds the term of a word, and those of its variants and synonyms. A
// synonym tells no more than the word itself: a worker is not rarer than an
// employee because the texts seldom say worker.
func (x Index) answer(a *asked, word string, weight int32) {
	key, most := x.stem(word), int32(math.MaxInt32)
	if term, ok := x.terms[key]; ok {
		most = x.worth[term]
		a.add(alt{term, weight, most})
	}
	for _, r := range x.related[key] {
		worth := r.worth
		if r.weight == synonym {
			worth = min(worth, most)
		}
		a.add(alt{r.term, weight * r.weight / exact, worth})
	}
}

// joined adds what answers two words written together: wi fi, home office.
func (x Index) joined(a *asked, word string) { x.answer(a, word, compound) }

// begun adds the terms of the words that begin so. They all tell as much as the
// one that tells least: what is typed is not a rare word because a rare one begins
// so too.
func (x Index) begun(a *asked, prefix string) {
	if utf8.RuneCountInString(prefix) < 2 {
		return
	}
	from, _ := slices.BinarySearchFunc(x.forms, prefix, func(f form, p string) int { return cmp.Compare(f.word, p) })
	var terms []int32
	worth := int32(math.MaxInt32)
	for _, f := range x.forms[from:] {
		if !strings.HasPrefix(f.word, prefix) {
			break
		}
		if f.term >= 0 {
			terms = append(terms, f.term)
			worth = min(worth, x.worth[f.term])
		}
	}
	slices.Sort(terms)
	known := a.alts
	for _, term := range slices.Compact(terms) {
		if !slices.ContainsFunc(known, func(b alt) bool { return b.term == term }) {
			a.alts = append(a.alts, alt{term, begun, worth})
		}
	}
}
