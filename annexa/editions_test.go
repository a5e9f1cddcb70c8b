//go:build !annexa_nocorrespondences

package annexa_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func TestBetween(t *testing.T) {
	for _, c := range []struct {
		older, newer annexa.Set
		kinds        map[annexa.Kind]int
		uncertain    int
	}{
		{annexa.ISO27001v2013, annexa.ISO27001v2022, map[annexa.Kind]int{annexa.OneToOne: 58, annexa.Merged: 55, annexa.Split: 2}, 0},
		{annexa.ISO27018v2014, annexa.ISO27018v2019, map[annexa.Kind]int{annexa.OneToOne: 25}, 0},
		{annexa.ISO27018v2019, annexa.ISO27018v2025, map[annexa.Kind]int{annexa.OneToOne: 25}, 2},
		{annexa.ISO27701v2019, annexa.ISO27701v2025, map[annexa.Kind]int{annexa.OneToOne: 53, annexa.Merged: 10, annexa.Split: 22}, 0},
		{annexa.ISO27001v2022, annexa.ISO27001v2013, map[annexa.Kind]int{}, 0},
		{annexa.ISO27018v2014, annexa.ISO27018v2025, map[annexa.Kind]int{}, 0},
		{annexa.ISO27001v2013, annexa.ISO27017v2015, map[annexa.Kind]int{}, 0},
	} {
		kinds, uncertain := map[annexa.Kind]int{}, 0
		for p := range annexa.Between(c.older, c.newer) {
			kinds[p.Kind]++
			if p.Uncertain {
				uncertain++
			}
			require.Equal(t, c.older, p.Old.Set)
			require.Equal(t, c.newer, p.New.Set)
			_, ok := annexa.Lookup(p.New)
			require.True(t, ok, p.New)
			require.Contains(t, slices.Collect(annexa.Successors(p.Old)), p)
			require.Contains(t, slices.Collect(annexa.Predecessors(p.New)), p)
			require.Equal(t, kindOf(p), p.Kind, "%s → %s", p.Old, p.New)
		}
		require.Equal(t, c.kinds, kinds, "%s → %s", c.older, c.newer)
		require.Equal(t, c.uncertain, uncertain)
		for range annexa.Between(c.older, c.newer) {
			break
		}
	}
}

// kindOf computes the kind of a pair from the others.
func kindOf(p annexa.Correspondence) annexa.Kind {
	switch {
	case len(slices.Collect(annexa.Successors(p.Old))) > 1:
		return annexa.Split
	case len(slices.Collect(annexa.Predecessors(p.New))) > 1:
		return annexa.Merged
	}
	return annexa.OneToOne
}

// TestEditionsOfPublicClouds holds the rule that the numbers of 2019 are those of
// 2014 plus one, and that each control has one in each edition.
func TestEditionsOfPublicClouds(t *testing.T) {
	before := map[string]bool{}
	for c := range annexa.Controls(annexa.ISO27018v2019) {
		of2014 := slices.Collect(annexa.Predecessors(c.Ref))
		of2025 := slices.Collect(annexa.Successors(c.Ref))
		require.Len(t, of2014, 1)
		require.Len(t, of2025, 1)
		var principle, n int
		_, err := fmt.Sscanf(c.Ref.ID, "A.%d.%d", &principle, &n)
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("A.%d.%d", principle-1, n), of2014[0].Old.ID)
		before[of2014[0].Old.ID] = true
		now, _ := annexa.Lookup(of2025[0].New)
		require.Equal(t, c.ShortName, now.ShortName)
		require.Equal(t, c.Title, now.Title)
		require.Equal(t, of2025[0].Uncertain, now.Uncertain)
		require.Equal(t, of2025[0].Uncertain, c.Ref.ID != now.Ref.ID, c.Ref)
	}
	require.Len(t, before, 25)
}

// TestEditionsOfPrivacy holds that tables A.1 and A.2 are the clauses 7 and 8 of
// 2019 one by one, and that every control of table A.3 goes back to clause 6.
func TestEditionsOfPrivacy(t *testing.T) {
	clauses := map[string]int{}
	for c := range annexa.Controls(annexa.ISO27701v2025) {
		older := slices.Collect(annexa.Predecessors(c.Ref))
		require.NotEmpty(t, older, c.Ref)
		for _, p := range older {
			clause, _, _ := strings.Cut(p.Old.ID, ".")
			clauses[clause]++
			require.Equal(t, map[string]string{"A.1": "7", "A.2": "8", "A.3": "6"}[c.Ref.ID[:3]], clause)
			require.True(t, clause == "6" || len(older) == 1 && p.Kind == annexa.OneToOne)
		}
	}
	require.Equal(t, map[string]int{"7": 31, "8": 18, "6": 36}, clauses)

	var old []string
	for p := range annexa.Predecessors(in(annexa.ISO27701v2025, "A.3.11")) {
		old = append(old, p.Old.ID)
	}
	require.Equal(t, []string{"6.13.1.1", "6.13.1.2", "6.13.1.3", "6.14"}, old)
	var labels []string
	for p := range annexa.Successors(in(annexa.ISO27701v2019, "6.5")) {
		labels = append(labels, p.New.ID)
	}
	require.Equal(t, []string{"A.3.5", "A.3.6"}, labels)
}
