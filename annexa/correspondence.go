package annexa

import (
	"iter"

	"github.com/ismskit/ismskit/internal/enum"
)

// A Correspondence says that a control of one edition lives on in one of the
// next: of Annex A of 2013 in one of 2022 (ISO/IEC 27002:2022, Annex B), of ISO/IEC
// 27018 and ISO/IEC 27701 in one under another number. It says where to look, not
// that the two ask the same.
type Correspondence struct {
	Old       ControlRef `json:"old"`
	New       ControlRef `json:"new"`
	Kind      Kind       `json:"kind"`
	Uncertain bool       `json:"uncertain,omitzero"` // sources disagree: the pairs of A.11.9 and A.11.10 of ISO/IEC 27018 from 2019 to 2025
}

// Kind is the kind of a correspondence. 0 means not stated.
type Kind uint8

// The kinds: 58, 55 and 2 of the 115 pairs from Annex A of 2013 to that of 2022.
const (
	OneToOne Kind = 1 + iota // the only successor and the only predecessor
	Merged                   // the new control has several predecessors
	Split                    // the old control has several successors: in Annex A only A.18.2.3, whose successors 5.36 and 8.8 also have other predecessors
)

var kinds = enum.Words{"", "one-to-one", "merged", "split"}

// String returns the word of the kind, "" for none.
func (k Kind) String() string {
	text, _ := k.MarshalText()
	return string(text)
}

// MarshalText returns the word of the kind: one-to-one, merged, split.
func (k Kind) MarshalText() ([]byte, error) {
	return kinds.Marshal("annexa: kind of correspondence", uint8(k))
}

// UnmarshalText reads the word of a kind.
func (k *Kind) UnmarshalText(text []byte) error {
	v, err := kinds.Unmarshal("annexa: kind of correspondence", text)
	if err == nil {
		*k = Kind(v)
	}
	return err
}

// A pair is a row of the generated table.
type pair struct {
	old, new uint8 // rows of controls2013 and controls2022
	kind     Kind
}

func (p pair) correspondence() Correspondence {
	return Correspondence{
		Old:  controls2013[p.old].Ref,
		New:  controls2022[p.new].Ref,
		Kind: p.kind,
	}
}

// Correspondences iterates over all 115 pairs from Annex A of 2013 to that of
// 2022, in the order of 2013. [Between] has those of other standards.
func Correspondences() iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) {
		for _, p := range pairs {
			if !yield(p.correspondence()) {
				return
			}
		}
	}
}

// Between iterates over the pairs from an earlier edition of a standard to a
// later one, in the order of the earlier: 115 for Annex A of 2013 and 2022, 25 for
// ISO/IEC 27018 of 2014 and 2019, 25 for it of 2019 and 2025, 85 for ISO/IEC 27701
// of 2019 and 2025, whose older identifiers are clauses. For any other two sets
// there are none.
//
// Of ISO/IEC 27701, the 49 pairs to tables A.1 and A.2 are from control to
// control. The 36 to table A.3 name as the older one what holds the subject, which
// may be a whole section such as 6.5: a place to look, not a control.
func Between(older, newer Set) iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) { between(older, newer, yield) }
}

func between(older, newer Set, yield func(Correspondence) bool) {
	if older == ISO27001v2013 && newer == ISO27001v2022 {
		Correspondences()(yield)
		return
	}
	for _, c := range editions {
		if c.Old.Set == older && c.New.Set == newer && !yield(c) {
			return
		}
	}
}

// Successors iterates over the pairs of a control with those of the next edition:
// for one of 2013 one, but two for A.18.2.3. [Between] says which editions there
// are. Any other reference has none.
func Successors(old ControlRef) iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) { successors(old, yield) }
}

func successors(old ControlRef, yield func(Correspondence) bool) {
	if old.Set != ISO27001v2013 {
		for _, c := range editions {
			if c.Old == old && !yield(c) {
				return
			}
		}
		return
	}
	i, ok := of(old.Set).row(old.ID)
	if !ok {
		return
	}
	for n := pairsOfOld[i]; n < pairsOfOld[i+1]; n++ {
		if !yield(pairs[n].correspondence()) {
			return
		}
	}
}

// Predecessors iterates over the pairs of a control with those of the edition
// before, in its order: for one of 2022 none for the 11 that are new, one for 58,
// several for the 24 that were merged. [Between] says which editions there are.
// Any other reference has none.
func Predecessors(control ControlRef) iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) { predecessors(control, yield) }
}

func predecessors(control ControlRef, yield func(Correspondence) bool) {
	if control.Set != ISO27001v2022 {
		for _, c := range editions {
			if c.New == control && !yield(c) {
				return
			}
		}
		return
	}
	i, ok := of(control.Set).row(control.ID)
	if !ok {
		return
	}
	for n := pairsOfNew[i]; n < pairsOfNew[i+1]; n++ {
		if !yield(pairs[pairsByNew[n]].correspondence()) {
			return
		}
	}
}
