package crosswalk

import "github.com/ismskit/ismskit/internal/enum"

// A Relation is what a source states, or what follows, about what two
// requirements ask: seen as the sets A and B of what has to be done, none of
// them empty. 0 means not stated, and is reckoned as Unknown.
//
// Each is a statement, not a class: of two equal sets it is also true that one
// is a subset of the other. A source that means a proper subset (NIST IR 8477
// does) states more than Subset does, and what is concluded here still holds.
type Relation uint8

// The relations. Each implies Related and Unknown; Equal implies all.
const (
	Equal      Relation = 1 + iota // A = B
	Subset                         // A ⊆ B: whoever meets B meets A
	Superset                       // A ⊇ B
	Intersects                     // A ∩ B ≠ ∅: something is asked by both
	Related                        // a source names one for the other and says no more; about the sets nothing is known
	Unknown                        // there is a way from one to the other, along which nothing follows
)

const relation = "crosswalk: relation"

var (
	words = enum.Words{"", "equal", "subset", "superset", "intersects", "related", "unknown"}

	// How much each says: implication goes from the greater to the smaller.
	strengths = [...]uint8{Equal: 4, Subset: 3, Superset: 3, Intersects: 2, Related: 1, Unknown: 0}

	// The strongest statement about A and C that is true of all sets A, B, C of
	// which the row holds between A and B, and the column between B and C. Related
	// says nothing about sets: it outlives no step but to an equal.
	compositions = [...][7]Relation{
		Unknown:    {Unknown: Unknown, Equal: Unknown, Subset: Unknown, Superset: Unknown, Intersects: Unknown, Related: Unknown},
		Equal:      {Unknown: Unknown, Equal: Equal, Subset: Subset, Superset: Superset, Intersects: Intersects, Related: Related},
		Subset:     {Unknown: Unknown, Equal: Subset, Subset: Subset, Superset: Unknown, Intersects: Unknown, Related: Unknown},
		Superset:   {Unknown: Unknown, Equal: Superset, Subset: Intersects, Superset: Superset, Intersects: Intersects, Related: Unknown},
		Intersects: {Unknown: Unknown, Equal: Intersects, Subset: Intersects, Superset: Unknown, Intersects: Unknown, Related: Unknown},
		Related:    {Unknown: Unknown, Equal: Related, Subset: Unknown, Superset: Unknown, Intersects: Unknown, Related: Unknown},
	}
)

// known returns r, and Unknown for what is no relation.
func (r Relation) known() Relation {
	if r < Equal || r > Unknown {
		return Unknown
	}
	return r
}

// Inverse returns the relation between B and A.
func (r Relation) Inverse() Relation {
	switch r {
	case Subset:
		return Superset
	case Superset:
		return Subset
	default:
		return r
	}
}

// Compose returns what follows about A and C from r between A and B and next
// between B and C: the strongest relation that holds in every case.
//
//	subset ∘ subset = subset            intersects ∘ subset = intersects
//	superset ∘ subset = intersects      subset ∘ intersects = unknown
//	intersects ∘ intersects = unknown   related ∘ related = unknown
//
// It is never stronger than the weaker of the two.
func (r Relation) Compose(next Relation) Relation {
	return compositions[r.known()][next.known()]
}

// Implies reports whether other is true wherever r is.
func (r Relation) Implies(other Relation) bool {
	a, b := r.known(), other.known()
	return a == b || strengths[a] > strengths[b]
}

// String returns the word of the relation, "" for none.
func (r Relation) String() string {
	text, _ := r.MarshalText()
	return string(text)
}

// MarshalText returns the word of the relation: equal, subset, superset,
// intersects, related, unknown.
func (r Relation) MarshalText() ([]byte, error) { return words.Marshal(relation, uint8(r)) }

// UnmarshalText reads the word of a relation.
func (r *Relation) UnmarshalText(text []byte) error {
	v, err := words.Unmarshal(relation, text)
	if err == nil {
		*r = Relation(v)
	}
	return err
}
