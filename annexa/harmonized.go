package annexa

import (
	"iter"
	"slices"
	"strings"
)

// A Harmonization is one row of the structure that management system standards
// share: clauses of ISO/IEC 27001:2022, ISO 9001:2015 and ISO 14001:2015 with one
// subject. An organization with an integrated system meets them once.
//
// Equal numbers are not enough. What has the number of a clause and another
// subject, such as 6.1.2 of ISO 14001, is among Others and not in Same; and 10.1
// of ISO/IEC 27001 is 10.3 of the other two.
type Harmonization struct {
	Same     []ClauseRef `json:"same"`            // in the order of the standards, then of their numbers; of one standard alone where the subject is its own
	Others   []ClauseRef `json:"others,omitzero"` // of the same number, but with another subject
	Relation string      `json:"relation"`        // "common core", "own" …, in the words of the source
	Note     string      `json:"note,omitzero"`   // what one of them has besides, in ours
	Mark     string      `json:"mark"`            // how the row is known: "S" is a secondary transcription
}

// A harmonization is a row of the generated table.
type harmonization struct {
	same, others         []ClauseRef
	relation, note, mark string
}

func (h harmonization) row() Harmonization {
	return Harmonization{slices.Clone(h.same), slices.Clone(h.others), h.relation, h.note, h.mark}
}

// Harmonized iterates over the 26 rows in the order of ISO/IEC 27001; the last
// has no clause of it. Each is a copy, the caller's to keep.
func Harmonized() iter.Seq[Harmonization] {
	return func(yield func(Harmonization) bool) {
		for _, h := range harmonized {
			if !yield(h.row()) {
				return
			}
		}
	}
}

// LookupHarmonized returns the row that has the clause among those with one
// subject; for a lettered item the row of its clause. It is false for other
// standards, for the headings 4 to 10, and for clauses that the table does not
// have: it says nothing of 7.1.2 of ISO 9001.
func LookupHarmonized(ref ClauseRef) (Harmonization, bool) {
	i, ok := harmonizedRow(ref)
	if !ok {
		return Harmonization{}, false
	}
	return harmonized[i].row(), true
}

// Counterparts iterates over the clauses of the other standards with the subject
// of a clause, from whichever of the three it is: 10.3 of ISO 9001 has 10.1 of
// ISO/IEC 27001 and 10.3 of ISO 14001. A clause whose subject is its own has none.
func Counterparts(ref ClauseRef) iter.Seq[ClauseRef] {
	return func(yield func(ClauseRef) bool) { counterparts(ref, yield) }
}

func counterparts(ref ClauseRef, yield func(ClauseRef) bool) {
	i, ok := harmonizedRow(ref)
	if !ok {
		return
	}
	for _, other := range harmonized[i].same {
		if other.Standard != ref.Standard && !yield(other) {
			return
		}
	}
}

// harmonizedRow returns the row of a clause, or of the clause that an item is in.
func harmonizedRow(ref ClauseRef) (int, bool) {
	if _, known := LookupClause(ref); ref.ours() && !known {
		return 0, false
	}
	ref.Number, _, _ = strings.Cut(ref.Number, " ")
	for i, h := range harmonized {
		if slices.Contains(h.same, ref) {
			return i, true
		}
	}
	return 0, false
}
