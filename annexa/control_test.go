package annexa_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func TestSizes(t *testing.T) {
	themes := map[annexa.Theme]int{}
	fresh := 0
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		themes[c.Theme]++
		if c.New {
			fresh++
		}
	}
	require.Equal(t, map[annexa.Theme]int{annexa.Organizational: 37, annexa.People: 8, annexa.Physical: 14, annexa.Technological: 34}, themes)
	require.Equal(t, 11, fresh)

	clauses, categories := map[string]bool{}, map[string]bool{}
	old := 0
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		old++
		clause, category, ok := annexa.Headings(c.Ref)
		require.True(t, ok)
		clauses[clause.ID], categories[category.ID] = true, true
	}
	require.Equal(t, []int{114, 14, 35}, []int{old, len(clauses), len(categories)})

	require.Empty(t, slices.Collect(annexa.Controls("acme:1")))
	require.Empty(t, slices.Collect(annexa.Controls("")))
}

// TestIdentifiersRunOn says which identifiers there are without the tables:
// each theme, and each category of 2013, counts from 1 without a gap.
func TestIdentifiersRunOn(t *testing.T) {
	for _, set := range []annexa.Set{annexa.ISO27001v2022, annexa.ISO27001v2013} {
		last := map[string]int{}
		for c := range annexa.Controls(set) {
			dot := strings.LastIndexByte(c.Ref.ID, '.')
			group := c.Ref.ID[:dot]
			last[group]++
			require.Equal(t, strconv.Itoa(last[group]), c.Ref.ID[dot+1:], c.Ref)
			require.Equal(t, set, c.Ref.Set)
			if set == annexa.ISO27001v2013 {
				clause, category, _ := annexa.Headings(c.Ref)
				require.Equal(t, group, category.ID)
				require.Equal(t, group[:strings.LastIndexByte(group, '.')], clause.ID)
				require.Zero(t, c.Theme)
				require.Zero(t, c.Attributes)
			} else {
				require.Equal(t, "A."+strconv.Itoa(int(c.Theme)+4), group)
				_, _, ok := annexa.Headings(c.Ref)
				require.False(t, ok)
			}
		}
	}
}

func TestLookupFindsEachAndNothingElse(t *testing.T) {
	for d := range annexa.Sets() {
		for want := range annexa.Controls(d.Set) {
			got, ok := annexa.Lookup(want.Ref)
			require.True(t, ok, want.Ref)
			require.Equal(t, want, got)
		}
	}
	for _, ref := range []annexa.ControlRef{
		{},
		a(""), a("5"), a("5."), a("5.0"), a("5.38"), a("5.07"), a("05.7"), a("5.7.1"), a("5.7."), a(".5.7"), a("5..7"), a("9.1"), a("4.1"), a("5.100"), a("5.7 "), a("5.7.1.1"),
		a("4294967301.7"), a("261.7"), a("5.263"), old("5.1"), old("5.1.0"), old("5.1.3"), old("5.1.1.1"), old("18.2.4"), old("19.1.1"),
		{Set: annexa.ISO27001v2022, ID: "5.7"},
		{Set: annexa.ISO27001v2022, ID: "a.5.7"},
		{Set: annexa.ISO27001v2022, ID: "A.A.5.7"},
		{Set: "iso27001:2005", ID: "A.5.1.1"},
		{Set: annexa.ISO27017v2015, ID: "6.3.1"},
		{Set: annexa.ISO27017v2015, ID: "A.6.3.1"},
		{Set: annexa.ISO27017v2015, ID: "CLD.6.3"},
		{Set: annexa.ISO27017v2015, ID: "CLD."},
		{Set: annexa.ISO27018v2019, ID: "A.1.1"},
		{Set: annexa.ISO27018v2014, ID: "A.1.1"},
		{Set: annexa.ISO27018v2025, ID: "A.11.14"},
		{Set: annexa.ISO27701v2025, ID: "A.1.2.1"},
		{Set: annexa.ISO27701v2019, ID: "7.2.1"},
		{ID: "A.5.7"},
	} {
		got, ok := annexa.Lookup(ref)
		require.False(t, ok, "%#v", ref)
		require.Zero(t, got)
	}
}

func TestIterationStops(t *testing.T) {
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		require.Equal(t, old("5.1.1"), c.Ref)
		break
	}
	for c := range annexa.Select(annexa.Physical) {
		require.Equal(t, a("7.1"), c.Ref)
		break
	}
	for c := range annexa.Clauses() {
		require.Equal(t, clause("4"), c.Ref)
		break
	}
	for range annexa.Tables() {
		break
	}
	for p := range annexa.AllAttributes().Properties.All() {
		require.Equal(t, annexa.Confidentiality, p)
		break
	}
}

// shortNames lists short names by where they come from.
func shortNames() map[string][]string {
	names := map[string][]string{}
	for d := range annexa.Sets() {
		for c := range annexa.Controls(d.Set) {
			names[string(d.Set)] = append(names[string(d.Set)], c.ShortName)
		}
	}
	for c := range annexa.Clauses() {
		names["clauses"] = append(names["clauses"], c.ShortName)
	}
	return names
}

func TestShortNames(t *testing.T) {
	sizes := map[string]int{}
	for of, names := range shortNames() {
		seen := map[string]bool{}
		for _, name := range names {
			require.NotEmpty(t, name)
			require.LessOrEqual(t, len(strings.Fields(name)), 5, name)
			require.LessOrEqual(t, len(name), 32, name)
			require.Equal(t, strings.ToUpper(name[:1]), name[:1], name)
			require.False(t, seen[name], "%s has %q twice", of, name)
			seen[name] = true
		}
		sizes[of] = len(seen)
	}
	require.Equal(t, map[string]int{
		"iso27001:2022": 93, "iso27001:2013": 114, "iso27017:2015": 7, "iso27018:2019": 25, "iso27018:2025": 25, "iso27701:2025": 78, "clauses": 41,
	}, sizes)
}
