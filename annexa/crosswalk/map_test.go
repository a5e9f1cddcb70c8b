package crosswalk_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/crosswalk"
)

// maps yields every map of at most one pair between each of two and two
// requirements, named a:1/… and b:1/…: seven cells of relation or none, to the
// fourth power.
func maps(from, to string, yield func(crosswalk.Map)) {
	cells := [][2]string{{"1", "1"}, {"1", "2"}, {"2", "1"}, {"2", "2"}}
	for n := range 7 * 7 * 7 * 7 {
		var m crosswalk.Map
		for _, cell := range cells {
			if r := crosswalk.Relation(n % 7); r != 0 {
				m = append(m, crosswalk.Pair{From: ref(from + ":1/" + cell[0]), To: ref(to + ":1/" + cell[1]), Relation: r, Source: "test"})
			}
			n /= 7
		}
		yield(m)
	}
}

func ref(s string) crosswalk.Ref {
	r, err := crosswalk.Parse(s)
	if err != nil {
		return crosswalk.Ref{}
	}
	return r
}

// bare returns the pairs without their hops.
func bare(m crosswalk.Map) crosswalk.Map {
	var without crosswalk.Map
	for _, p := range m {
		without = append(without, crosswalk.Pair{From: p.From, To: p.To, Relation: p.Relation})
	}
	return without
}

func TestMapLaws(t *testing.T) {
	same := crosswalk.Map{
		{From: ref("b:1/1"), To: ref("b:1/1"), Relation: crosswalk.Equal},
		{From: ref("b:1/2"), To: ref("b:1/2"), Relation: crosswalk.Equal},
	}
	maps("a", "b", func(m crosswalk.Map) {
		if inverse := m.Invert().Invert(); len(m) > 0 {
			require.Equal(t, m, inverse)
		}
		for i, p := range m.Invert() {
			require.Equal(t, crosswalk.Pair{From: m[i].To, To: m[i].From, Relation: m[i].Relation.Inverse(), Source: "test"}, p)
		}
		composed := m.Compose(same)
		require.Equal(t, bare(m), bare(composed))
		require.ElementsMatch(t, bare(m.Invert()), bare(same.Compose(m.Invert())))
	})
}

func TestComposedPairsNameTheirHops(t *testing.T) {
	ab := crosswalk.Pair{From: ref("a:1/1"), To: ref("b:1/1"), Relation: crosswalk.Subset, Source: "one"}
	bc := crosswalk.Pair{From: ref("b:1/1"), To: ref("c:1/1"), Relation: crosswalk.Equal, Source: "two", Note: "n"}
	cd := crosswalk.Pair{From: ref("c:1/1"), To: ref("d:1/1"), Relation: crosswalk.Intersects, Source: "three"}
	abc := crosswalk.Map{ab}.Compose(crosswalk.Map{bc})
	require.Equal(t, crosswalk.Map{{From: ab.From, To: bc.To, Relation: crosswalk.Subset, Via: []crosswalk.Pair{ab, bc}}}, abc)
	left, right := abc.Compose(crosswalk.Map{cd}), crosswalk.Map{ab}.Compose(crosswalk.Map{bc}.Compose(crosswalk.Map{cd}))
	require.Equal(t, left, right)
	require.Equal(t, crosswalk.Map{{From: ab.From, To: cd.To, Relation: crosswalk.Unknown, Via: []crosswalk.Pair{ab, bc, cd}}}, left)
	require.Equal(t, left, left.Invert().Invert())
	require.Equal(t, []crosswalk.Pair{cd.Inverse(), bc.Inverse(), ab.Inverse()}, left.Invert()[0].Via)
	require.Equal(t, []crosswalk.Pair{ab, bc, cd}, left[0].Via, "the map itself is unchanged")

	_, ok := ab.Compose(cd)
	require.False(t, ok)
	require.Empty(t, crosswalk.Map{ab}.Compose(crosswalk.Map{cd}))
}

func TestTwoWaysAreTwoPairs(t *testing.T) {
	over := func(middle string) (crosswalk.Pair, crosswalk.Pair) {
		return crosswalk.Pair{From: ref("a:1/1"), To: ref(middle), Relation: crosswalk.Related},
			crosswalk.Pair{From: ref(middle), To: ref("c:1/1"), Relation: crosswalk.Related}
	}
	p, q := over("b:1/1")
	r, s := over("b:1/2")
	got := crosswalk.Map{p, r}.Compose(crosswalk.Map{s, q})
	require.Equal(t, crosswalk.Map{
		{From: p.From, To: q.To, Relation: crosswalk.Unknown, Via: []crosswalk.Pair{p, q}},
		{From: r.From, To: s.To, Relation: crosswalk.Unknown, Via: []crosswalk.Pair{r, s}},
	}, got)
}

func TestMapAsJSON(t *testing.T) {
	const text = `[{"from":"acme:1/X-1","to":"A.5.7","relation":"subset","source":"our own reading","confidence":"reviewed twice"},{"from":"nist-csf:2.0/GV.OC-03","to":"4.2 a","relation":"related"}]`
	var m crosswalk.Map
	require.NoError(t, json.Unmarshal([]byte(text), &m))
	written, err := json.Marshal(m)
	require.NoError(t, err)
	require.JSONEq(t, text, string(written))
	require.Error(t, json.Unmarshal([]byte(`[{"from":"A.5.99"}]`), &m))
	require.Error(t, json.Unmarshal([]byte(`[{"relation":"covers"}]`), &m))
}
