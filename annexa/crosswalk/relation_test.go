package crosswalk_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/crosswalk"
)

var relations = []crosswalk.Relation{
	crosswalk.Equal, crosswalk.Subset, crosswalk.Superset, crosswalk.Intersects, crosswalk.Related, crosswalk.Unknown,
}

// A set is a non-empty subset of a universe of four, a bit for each element.
type set uint8

const universe = 4

func sets(yield func(set) bool) {
	for s := set(1); s < 1<<universe; s++ {
		if !yield(s) {
			return
		}
	}
}

// holds is what each relation says of two sets, straight from its definition.
func holds(r crosswalk.Relation, a, b set) bool {
	switch r {
	case crosswalk.Equal:
		return a == b
	case crosswalk.Subset:
		return a&b == a
	case crosswalk.Superset:
		return a&b == b
	case crosswalk.Intersects:
		return a&b != 0
	default:
		return true // Related and Unknown say nothing about sets
	}
}

// follows returns whether r holds between A and C in every model of first and
// second: for all sets A, B, C with first between A and B, second between B and C.
func follows(r, first, second crosswalk.Relation) bool {
	for a := range sets {
		for b := range sets {
			for c := range sets {
				if holds(first, a, b) && holds(second, b, c) && !holds(r, a, c) {
					return false
				}
			}
		}
	}
	return true
}

// TestComposition judges the table by all models over a universe of four: what
// it says is true in each, and nothing stronger is.
func TestComposition(t *testing.T) {
	about := []crosswalk.Relation{crosswalk.Equal, crosswalk.Subset, crosswalk.Superset, crosswalk.Intersects}
	for _, first := range relations {
		for _, second := range relations {
			got := first.Compose(second)
			require.True(t, follows(got, first, second), "%s ∘ %s = %s", first, second, got)
			for _, r := range about {
				if follows(r, first, second) {
					require.True(t, got.Implies(r), "%s ∘ %s = %s misses %s", first, second, got, r)
				}
			}
		}
	}
}

func TestRelatedOutlivesNoStepButEqual(t *testing.T) {
	for _, r := range relations {
		want := crosswalk.Unknown
		if r == crosswalk.Equal {
			want = crosswalk.Related
		}
		require.Equal(t, want, crosswalk.Related.Compose(r))
		require.Equal(t, want, r.Compose(crosswalk.Related))
	}
}

// TestLaws holds the laws over all relations, and all pairs and triples of them.
func TestLaws(t *testing.T) {
	for _, a := range relations {
		require.Equal(t, a, a.Inverse().Inverse())
		require.Equal(t, a, a.Compose(crosswalk.Equal))
		require.Equal(t, a, crosswalk.Equal.Compose(a))
		for x := range sets {
			for y := range sets {
				require.Equal(t, holds(a, x, y), holds(a.Inverse(), y, x))
			}
		}
		for _, b := range relations {
			got := a.Compose(b)
			require.Equal(t, b.Inverse().Compose(a.Inverse()), got.Inverse(), "the way back")
			require.LessOrEqual(t, strength(got), min(strength(a), strength(b)), "%s ∘ %s = %s", a, b, got)
			for _, c := range relations {
				require.Equal(t, got.Compose(c), a.Compose(b.Compose(c)), "associative")
				if b.Implies(c) {
					require.True(t, a.Compose(b).Implies(a.Compose(c)), "who knows more concludes no less")
				}
			}
		}
	}
}

// strength counts the relations that r implies.
func strength(r crosswalk.Relation) int {
	n := 0
	for _, other := range relations {
		if r.Implies(other) {
			n++
		}
	}
	return n
}

// TestImplies judges implication by all pairs of sets. About sets Related and
// Unknown say the same; that a source speaks is the more.
func TestImplies(t *testing.T) {
	for _, a := range relations {
		for _, b := range relations {
			true4 := true
			for x := range sets {
				for y := range sets {
					true4 = true4 && (!holds(a, x, y) || holds(b, x, y))
				}
			}
			if a == crosswalk.Unknown && b == crosswalk.Related {
				true4 = false
			}
			require.Equal(t, true4, a.Implies(b), "%s, %s", a, b)
		}
	}
}

func TestNotStatedIsUnknown(t *testing.T) {
	for _, r := range []crosswalk.Relation{0, 7, 255} {
		require.Equal(t, crosswalk.Unknown, r.Compose(crosswalk.Equal))
		require.Equal(t, crosswalk.Unknown, crosswalk.Subset.Compose(r))
		require.Equal(t, r, r.Inverse())
		require.False(t, r.Implies(crosswalk.Related))
	}
}

func TestRelationText(t *testing.T) {
	var read []string
	for _, r := range relations {
		text, err := r.MarshalText()
		require.NoError(t, err)
		var back crosswalk.Relation
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, r, back)
		read = append(read, r.String())
	}
	require.Equal(t, []string{"equal", "subset", "superset", "intersects", "related", "unknown"}, read)
	var r crosswalk.Relation
	require.EqualError(t, r.UnmarshalText([]byte("subsets")), `crosswalk: relation: got "subsets", want one of equal, subset, superset, intersects, related, unknown; did you mean "subset"?`)
	_, err := crosswalk.Relation(7).MarshalText()
	require.EqualError(t, err, "crosswalk: relation: got the number 7, want 0 to 6")
}
