//go:build !annexa_nocorrespondences

package annexa_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func TestCorrespondenceTotals(t *testing.T) {
	kinds, pairs := map[annexa.Kind]int{}, 0
	for c := range annexa.Correspondences() {
		kinds[c.Kind]++
		pairs++
	}
	require.Equal(t, 115, pairs)
	require.Equal(t, map[annexa.Kind]int{annexa.OneToOne: 58, annexa.Merged: 55, annexa.Split: 2}, kinds)

	none, one, many := 0, 0, 0
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		n := len(slices.Collect(annexa.Predecessors(c.Ref)))
		switch n {
		case 0:
			none++
		case 1:
			one++
		default:
			many++
		}
		require.Equal(t, c.New, n == 0, "%s is new if and only if it has no predecessor", c.Ref)
	}
	require.Equal(t, []int{11, 58, 24}, []int{none, one, many})
	require.Equal(t, 82, one+many)

	var several []annexa.ControlRef
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		switch len(slices.Collect(annexa.Successors(c.Ref))) {
		case 1:
		case 2:
			several = append(several, c.Ref)
		default:
			require.Fail(t, "a control of 2013 has one successor or two", c.Ref)
		}
	}
	require.Equal(t, []annexa.ControlRef{old("18.2.3")}, several)
}

// TestKindsFollowFromThePairs computes each kind from the numbers of successors
// and predecessors.
func TestKindsFollowFromThePairs(t *testing.T) {
	for c := range annexa.Correspondences() {
		want := annexa.OneToOne
		if len(slices.Collect(annexa.Predecessors(c.New))) > 1 {
			want = annexa.Merged
		}
		if len(slices.Collect(annexa.Successors(c.Old))) > 1 {
			want = annexa.Split
		}
		require.Equal(t, want, c.Kind, "%s → %s", c.Old, c.New)
	}
}

func TestBothDirectionsHaveThePairs(t *testing.T) {
	all := slices.Collect(annexa.Correspondences())
	var forth, back []annexa.Correspondence
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		forth = slices.AppendSeq(forth, annexa.Successors(c.Ref))
	}
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		before := len(back)
		back = slices.AppendSeq(back, annexa.Predecessors(c.Ref))
		for _, p := range back[before:] {
			require.Equal(t, c.Ref, p.New)
		}
		require.True(t, slices.IsSortedFunc(back[before:], func(a, b annexa.Correspondence) int { return a.Old.Compare(b.Old) }))
	}
	require.Equal(t, all, forth)
	require.ElementsMatch(t, all, back)
}

func TestCorrespondencesOfOthers(t *testing.T) {
	require.Empty(t, slices.Collect(annexa.Successors(a("5.1"))), "2022 has none yet")
	require.Empty(t, slices.Collect(annexa.Predecessors(old("5.1.1"))), "those of 2005 are not shipped")
	require.Empty(t, slices.Collect(annexa.Predecessors(annexa.ControlRef{})))
	require.Empty(t, slices.Collect(annexa.Successors(annexa.ControlRef{Set: "acme:1", ID: "X-7"})))
	for c := range annexa.Correspondences() {
		require.Equal(t, old("5.1.1"), c.Old)
		break
	}
	for c := range annexa.Successors(old("18.2.3")) {
		require.Equal(t, a("5.36"), c.New)
		break
	}
	for c := range annexa.Predecessors(a("8.1")) {
		require.Equal(t, old("6.2.1"), c.Old)
		break
	}
}
