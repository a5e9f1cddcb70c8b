package search

import (
	"cmp"
	"slices"
)

// A Hit is an item that answers a query.
type Hit struct {
	Item  string `json:"item"`  // "A.7.9", "9.2.2"
	Score int    `json:"score"` // compares hits of one query, and nothing else
	// Address and Text are the text of the item that answers best, its titles not
	// counted; "" where only they answer.
	Address string `json:"address,omitzero"`
	Text    string `json:"text,omitzero"`
	// Why says for each word of the query that is answered by which word where.
	Why []Match `json:"why"`
}

// A Match is a word of the query with the word that answers it best.
type Match struct {
	Word    string `json:"word"`    // of the query, in lower case without accents
	Found   string `json:"found"`   // in the text: the word, another form, a synonym
	Address string `json:"address"` // of the text; the item itself for its identifier
}

// usual is how many hits there are where nothing else is said.
const usual = 10

// Search returns the items that answer the query best, the best one first: at
// most so many, 10 for 0. Of a query with many words the first 32 count. An empty
// query has no hits.
func (x Index) Search(query string, most int) []Hit {
	if most <= 0 {
		most = usual
	}
	words := x.parse(query)
	found := x.candidates(words)
	if keep := most + usual; len(found) > keep { // the best text does not lift an item from further down
		found = found[:keep]
	}
	for i := range found {
		x.look(&found[i], words)
	}
	slices.SortFunc(found, candidate.compare)
	hits := make([]Hit, 0, min(most, len(found)))
	for _, c := range found[:min(most, len(found))] {
		hits = append(hits, x.hit(c, words))
	}
	return hits
}

// A candidate is an item that answers, with its best text.
type candidate struct {
	item, score int32
	best        int32 // a passage, -1 for none
}

func (c candidate) compare(d candidate) int {
	return cmp.Or(cmp.Compare(d.score, c.score), cmp.Compare(c.item, d.item))
}

// candidates returns the items that have any of the words, the best ones first.
func (x Index) candidates(words []asked) []candidate {
	total, answered := make([]int64, len(x.items)), make([]int64, len(x.items))
	counts, titles := make([]int64, len(x.items)), make([]int64, len(x.items))
	for _, w := range words {
		var worth int64
		for _, a := range w.alts {
			worth = max(worth, a.score(unit))
			for _, p := range x.postings[a.term] {
				counts[p.item] += a.score(p.score)
				titles[p.item] = max(titles[p.item], int64(p.title)*int64(a.weight)*int64(x.named[a.term])/(exact*unit))
			}
		}
		for i, count := range counts {
			if count > 0 {
				total[i] += worth*count/(count+worth*dampening) + titles[i]/6
				answered[i]++
				counts[i], titles[i] = 0, 0
			}
		}
	}
	var list []candidate
	for i, score := range total {
		if score > 0 {
			n := int64(len(words))
			list = append(list, candidate{item: int32(i), score: int32(score*3/4 + score*answered[i]/n/4), best: -1})
		}
	}
	slices.SortFunc(list, candidate.compare)
	return list
}

// look finds the best text of a candidate, and adds what it has of the query.
func (x Index) look(c *candidate, words []asked) {
	var sums []place // by passage
	for _, w := range words {
		sums = x.addUp(sums, c.item, w)
	}
	var best, shown int32
	for _, s := range sums {
		best = max(best, s.score)
		if s.score > shown && x.passages[s.passage].part.shown() {
			c.best, shown = s.passage, s.score
		}
	}
	c.score += best / 4
}

// addUp adds to the sums what the places of a word in an item are worth.
func (x Index) addUp(sums []place, item int32, w asked) []place {
	var own []place
	for _, a := range w.alts {
		for _, p := range x.in(item, a.term) {
			p.score = int32(a.score(p.score))
			if i := index(own, p.passage); i >= 0 {
				own[i].score = max(own[i].score, p.score)
			} else {
				own = append(own, p)
			}
		}
	}
	for _, p := range own {
		if i := index(sums, p.passage); i >= 0 {
			sums[i].score += p.score
		} else {
			sums = append(sums, p)
		}
	}
	return sums
}

func index(list []place, passage int32) int {
	return slices.IndexFunc(list, func(p place) bool { return p.passage == passage })
}

// in returns the places of a term in an item.
func (x Index) in(item, term int32) []place {
	list := x.places[term]
	from, _ := slices.BinarySearchFunc(list, item, func(p place, item int32) int { return cmp.Compare(p.item, item) })
	to := from
	for to < len(list) && list[to].item == item {
		to++
	}
	return list[from:to]
}

// hit says what there is to say of a candidate.
func (x Index) hit(c candidate, words []asked) Hit {
	h := Hit{Item: x.items[c.item], Score: int(c.score), Why: []Match{}}
	if c.best >= 0 {
		h.Address, h.Text = x.passages[c.best].address, x.passages[c.best].text
	}
	for _, w := range words {
		var best place
		for _, a := range w.alts {
			for _, p := range x.in(c.item, a.term) {
				if p.score = int32(a.score(p.score)); p.score > best.score {
					best = p
				}
			}
		}
		if best.score > 0 {
			h.Why = append(h.Why, Match{Word: w.word, Found: best.form, Address: x.passages[best.passage].address})
		}
	}
	return h
}
