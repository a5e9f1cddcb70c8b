package crosswalk

import (
	"slices"

	"github.com/ismskit/ismskit/annexa"
)

// Coverage says what a map knows of a list of requirements when others are
// already met. Every requirement is in exactly one of the four lists, in order.
type Coverage struct {
	Covered   []Ref `json:"covered,omitzero"`   // equal to, or a subset of, one that is met
	Touched   []Ref `json:"touched,omitzero"`   // a pair leads to one that is met, but from none follows that this one is
	Untouched []Ref `json:"untouched,omitzero"` // every pair leads to one that is not met
	Unmapped  []Ref `json:"unmapped,omitzero"`  // the map has no pair for it: it says nothing
}

// Coverage judges the requirements of one side, of, by those of the other that
// are met, by. To ask about everything that the map knows, give m.From().
//
// Superset, intersects, related and unknown never cover: a requirement whose
// pairs are such is touched, and a person has to look. Several partial answers
// are not added up, since what they leave open is unknown.
func (m Map) Coverage(of, by []Ref) Coverage {
	met := make(map[Ref]bool, len(by))
	for _, ref := range by {
		met[ref] = true
	}
	mapped, touched, covered := map[Ref]bool{}, map[Ref]bool{}, map[Ref]bool{}
	for _, p := range m {
		mapped[p.From] = true
		if met[p.To] {
			touched[p.From] = true
			covered[p.From] = covered[p.From] || p.Relation.Implies(Subset)
		}
	}
	var c Coverage
	for _, ref := range sorted(slices.Clone(of)) {
		switch {
		case covered[ref]:
			c.Covered = append(c.Covered, ref)
		case touched[ref]:
			c.Touched = append(c.Touched, ref)
		case mapped[ref]:
			c.Untouched = append(c.Untouched, ref)
		default:
			c.Unmapped = append(c.Unmapped, ref)
		}
	}
	return c
}

// Bounds returns how many requirements are met: at least so many, and at most so
// many as the map gives a reason to think of. At least are the covered ones. At
// most are those with the touched ones, which may be met, and with the unmapped
// ones, of which nothing is known. The upper bound trusts that a source which
// maps a requirement has named everything that bears on it.
func (c Coverage) Bounds() (least, most int) {
	least = len(c.Covered)
	return least, least + len(c.Touched) + len(c.Unmapped)
}

// ByStatement says what an organization with ISO/IEC 27001:2022 touches of the
// framework that m leads from: it is given the controls that its Statement of
// Applicability includes. The clauses 4 to 10 count as met beside them, because
// no organization that claims the standard may leave one out (clause 1).
//
// Controls of other sets touch only what m has pairs for: bring a statement of
// 2013 to 2022 first.
func (m Map) ByStatement(included []annexa.ControlRef) Coverage {
	by := make([]Ref, 0, len(included)+len(m))
	for _, c := range included {
		by = append(by, Control(c))
	}
	for _, p := range m {
		if _, ok := p.To.Clause(); ok {
			by = append(by, p.To)
		}
	}
	return m.Coverage(m.From(), by)
}

// OfAnnexA says what an organization touches of the 93 controls of ISO/IEC
// 27001:2022 when it meets the given requirements of the framework that m leads
// from: the way back from [Map.ByStatement].
func (m Map) OfAnnexA(met []Ref) Coverage {
	var of []Ref
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		of = append(of, Control(c.Ref))
	}
	return m.Invert().Coverage(of, met)
}
