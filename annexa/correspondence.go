package annexa

import (
	"iter"

	"github.com/ismskit/ismskit/internal/enum"
)

// A Correspondence says that a control of 2013 lives on in one of 2022 (ISO/IEC
// 27002:2022, Annex B). It says where to look, not that the two ask the same.
type Correspondence struct {
	Old  ControlRef `json:"old"` // of 2013
	New  ControlRef `json:"new"` // of 2022
	Kind Kind       `json:"kind"`
}

// Kind is the kind of a correspondence. 0 means not stated.
type Kind uint8

// The kinds: 58, 55 and 2 of the 115 pairs.
const (
	OneToOne Kind = 1 + iota // the only successor and the only predecessor
	Merged                   // the new control has several predecessors
	Split                    // the old control has several successors: A.18.2.3, whose successors 5.36 and 8.8 also have other predecessors
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

// Correspondences iterates over all 115 pairs in the order of 2013.
func Correspondences() iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) {
		for _, p := range pairs {
			if !yield(p.correspondence()) {
				return
			}
		}
	}
}

// Successors iterates over the pairs of a control of 2013: one, but two for
// A.18.2.3. Any other reference has none.
func Successors(old ControlRef) iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) { successors(old, yield) }
}

func successors(old ControlRef, yield func(Correspondence) bool) {
	i, ok := row(old.Set, old.ID)
	if !ok || old.Set != ISO27001v2013 {
		return
	}
	for n := pairsOfOld[i]; n < pairsOfOld[i+1]; n++ {
		if !yield(pairs[n].correspondence()) {
			return
		}
	}
}

// Predecessors iterates over the pairs of a control of 2022, in the order of
// 2013: none for the 11 that are new, one for 58, several for the 24 that were
// merged. Any other reference has none.
func Predecessors(control ControlRef) iter.Seq[Correspondence] {
	return func(yield func(Correspondence) bool) { predecessors(control, yield) }
}

func predecessors(control ControlRef, yield func(Correspondence) bool) {
	i, ok := row(control.Set, control.ID)
	if !ok || control.Set != ISO27001v2022 {
		return
	}
	for n := pairsOfNew[i]; n < pairsOfNew[i+1]; n++ {
		if !yield(pairs[pairsByNew[n]].correspondence()) {
			return
		}
	}
}
