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
	asked := x.parse(query)
	found := x.candidates(asked, most+usual) // no text lifts an item from further down
	desk := x.look(found, asked)
	slices.SortFunc(found, candidate.compare)
	hits := make([]Hit, min(most, len(found)))
	for i := range hits {
		hits[i] = x.hit(found[i], asked, desk)
	}
	return hits
}

// A candidate is an item that answers, with its best text.
type candidate struct {
	item  int32
	text  int32 // the best passage that can be shown, -1 for none
	score int64
}

func (c candidate) compare(d candidate) int {
	if c.score != d.score {
		return cmp.Compare(d.score, c.score)
	}
	return cmp.Compare(c.item, d.item)
}

// answer is what an item has of the query so far.
type answer struct {
	total int64 // of the words before
	count int64 // of the word at hand
	title int64 // the same
	words int64 // how many are answered
}

// candidates returns the items that have any of the words, the best ones first,
// and not more than so many.
func (x Index) candidates(query []asked, most int) []candidate {
	answers := make([]answer, len(x.items))
	for _, w := range query {
		var worth int64
		for _, a := range w.alts {
			worth = max(worth, a.score(unit))
			named := alt{weight: a.weight, worth: x.named[a.term]}
			for _, p := range x.postings[a.term] {
				of := &answers[p.item]
				of.count += a.score(p.score)
				if p.title > 0 {
					of.title = max(of.title, named.score(p.title))
				}
			}
		}
		for i := range answers {
			if of := &answers[i]; of.count > 0 {
				total := of.total + worth*of.count/(of.count+worth*dampening) + of.title/6
				*of = answer{total: total, words: of.words + 1}
			}
		}
	}
	var best []candidate
	for i, of := range answers {
		if of.words > 0 {
			score := of.total*3/4 + of.total*of.words/int64(len(query))/4 // who answers more of the words is preferred
			best = keep(best, candidate{item: int32(i), score: score, text: -1}, most)
		}
	}
	return best
}

// keep inserts a candidate into those that are best so far.
func keep(best []candidate, c candidate, most int) []candidate {
	if len(best) == most {
		if c.compare(best[most-1]) > 0 {
			return best
		}
		best = best[:most-1]
	}
	at, _ := slices.BinarySearchFunc(best, c, candidate.compare)
	return slices.Insert(best, at, c)
}

// A desk has room for the passages of the candidates.
type desk struct {
	of    []spot  // by item
	words int     // of the query
	why   []place // for each candidate and word the best place
	now   []int64 // what the word at hand is worth in each passage
	total []int64 // what all words are worth
	seen  []int32 // where now is not 0
}

// A spot is where a candidate is on the desk: from why on, and where passage 0
// would be.
type spot struct{ why, base int32 }

func (x Index) desk(found []candidate, words int) *desk {
	d := desk{of: make([]spot, len(x.items)), words: words, why: make([]place, words*len(found))}
	for i := range d.of {
		d.of[i].why = -1
	}
	room := int32(0)
	for i, c := range found {
		d.of[c.item] = spot{int32(i * words), room - x.first[c.item]} //nolint:gosec // as many as items and 32 words
		room += x.first[c.item+1] - x.first[c.item]
	}
	d.now, d.total = make([]int64, room), make([]int64, room)
	return &d
}

// look finds the best text of each candidate, adds what it has of the query, and
// notes which words are where.
func (x Index) look(found []candidate, query []asked) *desk {
	d := x.desk(found, len(query))
	for n, w := range query {
		for _, a := range w.alts {
			for _, p := range x.postings[a.term] {
				if at := d.of[p.item]; at.why >= 0 {
					d.put(&d.why[int(at.why)+n], at.base, a, x.places[a.term][p.from:p.to])
				}
			}
		}
		d.sum()
	}
	for i := range found {
		x.choose(&found[i], d)
	}
	return d
}

// put lays the places of a term down, and keeps the best one.
func (d *desk) put(best *place, base int32, a alt, places []place) {
	for _, p := range places {
		score := a.score(p.score)
		if score > int64(best.score) {
			best.passage, best.score, best.form = p.passage, int32(score), p.form //nolint:gosec // rarity is below 32
		}
		here := &d.now[base+p.passage]
		if *here == 0 {
			d.seen = append(d.seen, base+p.passage)
		}
		*here = max(*here, score)
	}
}

// sum adds up what the word at hand is worth.
func (d *desk) sum() {
	for _, i := range d.seen {
		d.total[i] += d.now[i]
		d.now[i] = 0
	}
	d.seen = d.seen[:0]
}

// choose chooses the best text of a candidate.
func (x Index) choose(c *candidate, d *desk) {
	var best, shown int64
	for i := x.first[c.item]; i < x.first[c.item+1]; i++ {
		score := d.total[d.of[c.item].base+i]
		best = max(best, score)
		if score > shown && x.passages[i].part.shown() {
			c.text, shown = i, score
		}
	}
	c.score += best / 4
}

// hit says what there is to say of a candidate.
func (x Index) hit(c candidate, query []asked, d *desk) Hit {
	h := Hit{Item: x.items[c.item], Score: int(c.score), Why: make([]Match, 0, len(query))}
	if c.text >= 0 {
		h.Address, h.Text = x.passages[c.text].address, x.passages[c.text].text
	}
	for n, p := range d.why[d.of[c.item].why:][:d.words] {
		if p.score > 0 {
			h.Why = append(h.Why, Match{Word: query[n].word, Found: p.form, Address: x.passages[p.passage].address})
		}
	}
	return h
}
