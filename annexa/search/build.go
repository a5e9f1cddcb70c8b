package search

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// builder builds an index.
type builder struct {
	Index
	number map[string]int32 // of an item
	known  map[string]int32 // the term of a word as it is written, -1 for a stop word
}

// text adds one text.
func (b *builder) text(address, text string) {
	name, rest := cut(address)
	b.passage(b.itemOf(name), address, text, partOf(rest))
}

// itemOf returns the number of an item. A new one can be found by its identifier.
func (b *builder) itemOf(name string) int32 {
	if n, ok := b.number[name]; ok {
		return n
	}
	n := int32(len(b.items)) //nolint:gosec // there are not so many texts
	b.number[name] = n
	b.items = append(b.items, name)
	b.passage(n, name, name, partID)
	return n
}

func (b *builder) passage(item int32, address, text string, p part) {
	b.passages = append(b.passages, passage{item: item, address: address, text: text, part: p})
}

// inherit gives the parts of a clause its title: 9.3.1 is of 9.3.
func (b *builder) inherit() {
	for _, p := range slices.Clip(b.passages) {
		if p.part != partTitle && p.part != partName {
			continue
		}
		for n, name := range b.items {
			if rest, ok := strings.CutPrefix(name, b.items[p.item]+"."); ok && !strings.Contains(rest, ".") {
				b.passage(int32(n), p.address, p.text, partHeading)
			}
		}
	}
}

// read takes the texts apart, item by item.
func (b *builder) read() {
	slices.SortStableFunc(b.passages, func(p, q passage) int { return cmp.Compare(p.item, q.item) })
	b.first = make([]int32, len(b.items)+1)
	for i, p := range b.passages {
		at := int32(i)
		b.first[p.item+1] = at + 1
		words(p.text, func(w word) bool {
			b.word(at, w.text)
			for _, part := range w.parts {
				b.word(at, part)
			}
			return true
		})
	}
}

// word adds one word of a passage. Until rank, the score of a place counts how
// often the term is there.
func (b *builder) word(at int32, written string) {
	term, ok := b.known[written]
	if !ok {
		written = strings.Clone(written)
		term = b.term(written)
		b.known[written] = term
		b.forms = append(b.forms, form{written, term})
	}
	if term < 0 {
		return
	}
	b.passages[at].words++
	places := b.places[term]
	if n := len(places); n > 0 && places[n-1].passage == at {
		places[n-1].score++
		return
	}
	b.places[term] = append(places, place{passage: at, score: 1, form: written})
}

func (b *builder) term(written string) int32 {
	if b.english && isStop(written) {
		return -1
	}
	key := b.stem(written)
	term, ok := b.terms[key]
	if !ok {
		term = int32(len(b.terms)) //nolint:gosec // as above
		b.terms[key] = term
		b.places = append(b.places, nil)
	}
	return term
}

// stem returns the key of a word.
func (x Index) stem(word string) string {
	if x.english {
		return stem(word)
	}
	return word
}

// rank computes what each term is worth, for items and for passages.
//
// For items it is BM25 with weighted fields (Robertson, Zaragoza and Taylor,
// Simple BM25 extension to multiple weighted fields, 2004): the counts of a term
// are added up, each times the weight of its part, before they are dampened.
func (b *builder) rank() {
	lengths := make([]float64, len(b.items))
	total := 0.0
	for _, p := range b.passages {
		length := float64(weights[p.part] * float64(p.words))
		lengths[p.item] += length
		total += length
	}
	average := total / float64(max(1, len(b.items)))
	n := len(b.places)
	b.postings, b.worth, b.named = make([][]posting, n), make([]int32, n), make([]int32, n)
	for term, places := range b.places {
		list := b.weigh(places, lengths, average)
		titled := 0
		for _, p := range list {
			titled += int(min(1, p.title))
		}
		b.postings[term] = list
		b.worth[term] = int32(unit * rarity(len(list), len(b.items)))
		b.named[term] = int32(unit * rarity(titled, len(b.items)))
	}
}

const (
	dampening = 10  // k1 of BM25: the weighted count that is worth half of what there is to get
	fairness  = 0.3 // b of BM25: how far a long item has to have more
	unit      = 1 << 10

	mostCounted = 1 << 12 // of one word: far more than tells anything, and few enough to reckon with
)

// weigh computes the postings of a term, and the scores of its places. What the
// term itself is worth is not in them.
func (b *builder) weigh(places []place, lengths []float64, average float64) []posting {
	var list []posting
	for i, p := range places {
		at := b.passages[p.passage]
		if n := len(list); n == 0 || list[n-1].item != at.item {
			list = append(list, posting{item: at.item, from: int32(i)})
		}
		own := &list[len(list)-1]
		own.to = int32(i + 1)
		long := 1.0 // a title says the same above a long text and a short one
		if at.part > partHeading {
			long = 1 - fairness + float64(fairness*lengths[at.item]/average)
		} else {
			own.title = max(own.title, int32(unit*min(1, weights[at.part]/weights[partTitle])))
		}
		own.score = min(own.score+int32(unit*weights[at.part]*float64(min(p.score, mostCounted))/long), mostCounted*unit)
		places[i].score = int32(unit * min(2, weights[at.part]) / (1 + float64(float64(at.words)/48)))
	}
	return list
}

// rarity is the inverse document frequency of BM25: the fewer items have a term,
// the more it tells.
func rarity(have, of int) float64 {
	return log2(1 + (float64(of-have)+0.5)/(float64(have)+0.5))
}

// log2 is the binary logarithm of a number from 1 on, to ten places after the
// point, by squaring: it has the same bits on every machine, as math.Log2 has not.
func log2(x float64) float64 {
	fraction, exponent := math.Frexp(x)
	m, result, place := 2*fraction, float64(exponent-1), 0.5
	for range 10 {
		if m = float64(m * m); m >= 2 {
			m /= 2
			result += place
		}
		place /= 2
	}
	return result
}

// relate looks up which terms stand for a word: its variants, and the synonyms of
// the word and of its variants.
func (b *builder) relate() {
	same := map[string][]string{}
	for _, line := range variants {
		stems := stemmed(line)
		for _, s := range stems {
			same[s] = stems
			b.answers(s, stems, variant)
		}
	}
	for _, line := range synonyms {
		stems := stemmed(line)
		for _, s := range stems {
			b.answers(s, stems, synonym)
			for _, v := range same[s] {
				b.answers(v, stems, synonym)
			}
		}
	}
}

// answers adds the terms that stand for a word, where there are none of them yet.
func (b *builder) answers(word string, stems []string, weight int32) {
	for _, s := range stems {
		term, ok := b.terms[s]
		has := func(a alt) bool { return a.term == term }
		if ok && s != word && !slices.ContainsFunc(b.related[word], has) {
			b.related[word] = append(b.related[word], alt{term, weight, b.worth[term]})
		}
	}
}

func stemmed(line string) []string {
	stems := strings.Fields(line)
	for i := range stems {
		stems[i] = stem(stems[i])
	}
	return stems
}
