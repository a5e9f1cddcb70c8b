package crosswalk_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
)

// TestCoverageIsSound judges coverage by all models: one requirement A, two
// others B and C, each any non-empty set over a universe of three; all relations
// that hold between them; each choice of what is met. What is called covered is
// met in each.
func TestCoverageIsSound(t *testing.T) {
	a, others := ref("a:1/1"), []crosswalk.Ref{ref("b:1/1"), ref("b:1/2")}
	for n := range 6 * 6 * 4 {
		met := n / 36
		stated := [2]crosswalk.Relation{relations[n%6], relations[n/6%6]}
		m := crosswalk.Map{{From: a, To: others[0], Relation: stated[0]}, {From: a, To: others[1], Relation: stated[1]}}
		var by []crosswalk.Ref
		for i, other := range others {
			if met>>i&1 == 1 {
				by = append(by, other)
			}
		}
		got := m.Coverage([]crosswalk.Ref{a}, by)
		always := metInEach(stated, met)
		require.Equal(t, always, len(got.Covered) == 1, "%v, met %b", stated, met)
		require.Equal(t, !always && met != 0, len(got.Touched) == 1)
		require.Equal(t, met == 0, len(got.Untouched) == 1)
		require.Empty(t, got.Unmapped)
	}
}

// metInEach returns whether A is met in every model: for all sets that stand to
// it as stated, A is within those of them that are met.
func metInEach(stated [2]crosswalk.Relation, met int) bool {
	const models = 1 << 3
	for model := range models * models * models {
		x, b, c := set(model%models), set(model/models%models), set(model/models/models)
		if x == 0 || b == 0 || c == 0 || !holds(stated[0], x, b) || !holds(stated[1], x, c) {
			continue
		}
		done := b*set(met&1) | c*set(met>>1)
		if x&done != x {
			return false
		}
	}
	return true
}

func TestCoverageLists(t *testing.T) {
	m := crosswalk.Map{
		{From: ref("a:1/1"), To: ref("b:1/1"), Relation: crosswalk.Subset},
		{From: ref("a:1/1"), To: ref("b:1/2"), Relation: crosswalk.Related},
		{From: ref("a:1/2"), To: ref("b:1/1"), Relation: crosswalk.Superset},
		{From: ref("a:1/10"), To: ref("b:1/3"), Relation: crosswalk.Equal},
		{From: ref("a:1/3"), To: ref("b:1/1"), Relation: crosswalk.Equal},
	}
	of := []crosswalk.Ref{ref("a:1/10"), ref("a:1/3"), ref("a:1/1"), ref("a:1/2"), ref("a:1/4"), ref("a:1/1")}
	given := slices.Clone(of)
	got := m.Coverage(of, []crosswalk.Ref{ref("b:1/1")})
	require.Equal(t, crosswalk.Coverage{
		Covered:   []crosswalk.Ref{ref("a:1/1"), ref("a:1/3")},
		Touched:   []crosswalk.Ref{ref("a:1/2")},
		Untouched: []crosswalk.Ref{ref("a:1/10")},
		Unmapped:  []crosswalk.Ref{ref("a:1/4")},
	}, got)
	least, most := got.Bounds()
	require.Equal(t, [2]int{2, 4}, [2]int{least, most})
	require.Equal(t, given, of, "what was given is unchanged")
	require.Zero(t, crosswalk.Map(nil).Coverage(nil, nil))
}

// TestNothingPublishedCovers: the publishers give references and no relations, so
// not even a statement with all 93 controls covers anything for certain.
func TestNothingPublishedCovers(t *testing.T) {
	for name, m := range map[string]crosswalk.Map{
		"csf": crosswalk.CSF(), "800-53": crosswalk.SP80053(), "nis2": crosswalk.NIS2(),
		"hipaa": crosswalk.HIPAA().Compose(crosswalk.SP80053()),
	} {
		coversNothing(t, name, m)
	}
}

// coversNothing checks that a map touches all it speaks of and covers none of it.
func coversNothing(t *testing.T, name string, m crosswalk.Map) {
	t.Helper()
	var all []annexa.ControlRef
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		all = append(all, c.Ref)
	}
	got := m.ByStatement(all)
	require.Empty(t, got.Covered, name)
	require.Equal(t, m.From(), got.Touched, name)
	require.Empty(t, got.Untouched, name)

	none := m.ByStatement(nil)
	require.Less(t, len(none.Touched), len(got.Touched), name)

	back := m.OfAnnexA(m.From())
	require.Empty(t, back.Covered, name)
	require.Empty(t, back.Untouched, name)
	require.Equal(t, 93, len(back.Touched)+len(back.Unmapped), name)
}

func TestByStatement(t *testing.T) {
	supplier := []annexa.ControlRef{{Set: annexa.ISO27001v2022, ID: "A.5.19"}}
	got := crosswalk.CSF().ByStatement(supplier)
	require.Contains(t, got.Touched, ref("nist-csf:2.0/GV.SC-01"))
	require.Contains(t, got.Untouched, ref("nist-csf:2.0/DE.CM-02"))
	require.Equal(t, 106, len(got.Touched)+len(got.Untouched))
	require.Empty(t, got.Unmapped)

	old := []annexa.ControlRef{{Set: annexa.ISO27001v2013, ID: "A.15.1.1"}}
	require.Equal(t, crosswalk.CSF().ByStatement(nil), crosswalk.CSF().ByStatement(old))
}

func TestOfAnnexA(t *testing.T) {
	got := crosswalk.SP80053().OfAnnexA(crosswalk.SP80053().From())
	require.Equal(t, []crosswalk.Ref{ref("A.7.6"), ref("A.8.34")}, got.Unmapped)
	none := crosswalk.SP80053().OfAnnexA(nil)
	require.Len(t, none.Untouched, 91)
	least, most := none.Bounds()
	require.Equal(t, "0 to 2", fmt.Sprintf("%d to %d", least, most))
}
