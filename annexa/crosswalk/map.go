package crosswalk

import (
	"iter"
	"slices"
)

// A Pair says how one requirement stands to another: From is, for example, a
// Subset of To.
//
// Published pairs have a Source. Composed ones have none, since nobody published
// them: they name the hops along which they were found.
type Pair struct {
	From        Ref      `json:"from,omitzero"`
	To          Ref      `json:"to,omitzero"`
	Relation    Relation `json:"relation,omitzero"`
	Source      string   `json:"source,omitzero"`      // who states it: the name of a Table, or words of one's own
	Confidence  string   `json:"confidence,omitzero"`  // in the words of the source; "" where it states none, as all shipped here
	AsPublished string   `json:"asPublished,omitzero"` // what the source prints, where it was corrected
	Note        string   `json:"note,omitzero"`        // a restriction or a correction
	Via         []Pair   `json:"via,omitzero"`         // the published hops of a composed pair, in order
}

// Inverse returns the pair read from its other end. The hops are read from the
// other end too.
func (p Pair) Inverse() Pair {
	p.From, p.To, p.Relation = p.To, p.From, p.Relation.Inverse()
	if p.Via != nil {
		p.Via = Map(p.Via).Invert()
		slices.Reverse(p.Via)
	}
	return p
}

// Compose returns the pair that leads from the beginning of p to the end of
// next, with all hops. It is false when next does not begin where p ends.
func (p Pair) Compose(next Pair) (Pair, bool) {
	if p.To != next.From {
		return Pair{}, false
	}
	return Pair{
		From:     p.From,
		To:       next.To,
		Relation: p.Relation.Compose(next.Relation),
		Via:      slices.Concat(p.hops(), next.hops()),
	}, true
}

// hops returns the hops of a composed pair, and of any other the pair itself.
func (p Pair) hops() []Pair {
	if len(p.Via) == 0 {
		return []Pair{p}
	}
	return p.Via
}

// A Map is a list of pairs: a published crosswalk, an organization's own, or what
// follows from several. Their order has no meaning. Several pairs may lead from
// one requirement to the same other; each stands for itself.
//
// No method changes the map it is called on.
type Map []Pair

// Invert returns the map read from the other side.
func (m Map) Invert() Map {
	inverse := make(Map, len(m))
	for i, p := range m {
		inverse[i] = p.Inverse()
	}
	return inverse
}

// Compose returns a pair for every way that leads over one pair of m and one of
// next. Two ways between the same ends are two pairs, each with its hops.
//
// Of a composed map a pair is seldom more than a place to look at: see
// [Relation.Compose].
func (m Map) Compose(next Map) Map {
	starting := make(map[Ref][]int, len(next))
	for i, p := range next {
		starting[p.From] = append(starting[p.From], i)
	}
	var composed Map
	for _, p := range m {
		for _, i := range starting[p.To] {
			if pair, ok := p.Compose(next[i]); ok {
				composed = append(composed, pair)
			}
		}
	}
	return composed
}

// Of iterates over the pairs that begin at a requirement.
func (m Map) Of(from Ref) iter.Seq[Pair] {
	return func(yield func(Pair) bool) {
		for _, p := range m {
			if p.From == from && !yield(p) {
				return
			}
		}
	}
}

// From returns the requirements that pairs begin at, in order and each once.
func (m Map) From() []Ref {
	refs := make([]Ref, len(m))
	for i, p := range m {
		refs[i] = p.From
	}
	return sorted(refs)
}

// To returns the requirements that pairs end at, in order and each once.
func (m Map) To() []Ref {
	refs := make([]Ref, len(m))
	for i, p := range m {
		refs[i] = p.To
	}
	return sorted(refs)
}

// sorted orders refs in place and returns them without repetitions.
func sorted(refs []Ref) []Ref {
	slices.SortFunc(refs, Ref.Compare)
	return slices.Compact(refs)
}
