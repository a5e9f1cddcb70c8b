package annexa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func in(set annexa.Set, id string) annexa.ControlRef { return annexa.ControlRef{Set: set, ID: id} }

// idsOf lists the identifiers of a set for which a condition holds.
func idsOf(set annexa.Set, holds func(annexa.Control) bool) string {
	var list []string
	for c := range annexa.Controls(set) {
		if holds == nil || holds(c) {
			list = append(list, c.Ref.ID)
		}
	}
	return strings.Join(list, " ")
}

func TestSetsAreWhatTheyDescribe(t *testing.T) {
	sizes := map[annexa.Set]int{}
	for d := range annexa.Sets() {
		sizes[d.Set] = d.Controls
		require.Len(t, slices.Collect(annexa.Controls(d.Set)), d.Controls)
		require.NotEmpty(t, d.Edition)
		require.NotEmpty(t, d.Title)
		require.NotEmpty(t, d.Sources)
		require.Contains(t, []string{"high", "medium"}, d.Confidence)
		same, ok := annexa.Describe(d.Set)
		require.True(t, ok)
		require.Equal(t, d, same)
		for c := range annexa.Controls(d.Set) {
			require.Equal(t, d.Set, c.Ref.Set)
			ref, err := annexa.Parse(c.Ref.String())
			require.NoError(t, err)
			require.Equal(t, c.Ref, ref)
		}
		require.True(t, slices.IsSortedFunc(slices.Collect(annexa.Controls(d.Set)), func(a, b annexa.Control) int { return a.Ref.Compare(b.Ref) }))
	}
	require.Equal(t, map[annexa.Set]int{
		annexa.ISO27001v2022: 93, annexa.ISO27001v2013: 114, annexa.ISO27017v2015: 7,
		annexa.ISO27018v2019: 25, annexa.ISO27018v2025: 25, annexa.ISO27701v2025: 78,
	}, sizes)
	for _, other := range []annexa.Set{"", "acme:1", annexa.ISO27018v2014, annexa.ISO27701v2019} {
		_, ok := annexa.Describe(other)
		require.False(t, ok)
		require.Empty(t, slices.Collect(annexa.Controls(other)))
	}
	for range annexa.Sets() {
		break
	}
}

// TestConfidence holds what is said of how sure the tables are.
func TestConfidence(t *testing.T) {
	for set, want := range map[annexa.Set][]string{
		annexa.ISO27017v2015: {"high", "not verified", "number them anew"},
		annexa.ISO27018v2019: {"high", "superseded"},
		annexa.ISO27018v2025: {"medium", "A.11.9 and A.11.10 may be the other way round", "not verified"},
		annexa.ISO27701v2025: {"medium", "no longer an extension of ISO/IEC 27001", "not verified"},
	} {
		d, _ := annexa.Describe(set)
		require.Equal(t, want[0], d.Confidence)
		for _, words := range want[1:] {
			require.Contains(t, d.Note, words)
		}
	}
}

func TestCloudControls(t *testing.T) {
	require.Equal(t, "CLD.6.3.1 CLD.8.1.5 CLD.9.5.1 CLD.9.5.2 CLD.12.1.5 CLD.12.4.5 CLD.13.1.4", idsOf(annexa.ISO27017v2015, nil))
	for c := range annexa.Controls(annexa.ISO27017v2015) {
		want := annexa.CloudServiceCustomer | annexa.CloudServiceProvider
		if c.Ref.ID == "CLD.9.5.1" || c.Ref.ID == "CLD.13.1.4" {
			want = annexa.CloudServiceProvider
		}
		require.Equal(t, want, c.Roles, c.Ref)
		objective, category, ok := annexa.Headings(c.Ref)
		require.True(t, ok)
		require.Zero(t, category)
		require.Equal(t, c.Ref.ID[:strings.LastIndexByte(c.Ref.ID, '.')], objective.ID)
	}
	for _, invented := range []string{"CLD.16.1.3", "CLD.13.8", "CLD.12.4.2"} {
		_, err := annexa.Parse("iso27017:2015/" + invented)
		require.Error(t, err, invented)
	}
}

func TestControlsOfPublicClouds(t *testing.T) {
	const all = "A.2.1 A.3.1 A.3.2 A.5.1 A.6.1 A.6.2 A.8.1 A.10.1 A.10.2 A.10.3 " +
		"A.11.1 A.11.2 A.11.3 A.11.4 A.11.5 A.11.6 A.11.7 A.11.8 A.11.9 A.11.10 A.11.11 A.11.12 A.11.13 A.12.1 A.12.2"
	uncertain := func(c annexa.Control) bool { return c.Uncertain }
	for set, unsure := range map[annexa.Set]string{annexa.ISO27018v2019: "", annexa.ISO27018v2025: "A.11.9 A.11.10"} {
		require.Equal(t, all, idsOf(set, nil))
		require.Equal(t, unsure, idsOf(set, uncertain))
		groups := map[string]int{}
		for c := range annexa.Controls(set) {
			require.Equal(t, annexa.PIIProcessor, c.Roles)
			principle, _, ok := annexa.Headings(c.Ref)
			require.True(t, ok)
			require.Equal(t, c.Ref.ID[:strings.LastIndexByte(c.Ref.ID, '.')], principle.ID)
			groups[principle.ID]++
		}
		require.Equal(t, map[string]int{"A.2": 1, "A.3": 2, "A.5": 1, "A.6": 2, "A.8": 1, "A.10": 3, "A.11": 13, "A.12": 2}, groups)
	}
	for _, number := range []string{"A.1.1", "A.7.1", "A.9.1", "A.4.1"} { // of 2014
		_, err := annexa.Parse("iso27018:2019/" + number)
		require.Error(t, err, number)
	}
}

func TestPrivacyControls(t *testing.T) {
	tables, addressed := map[string]int{}, map[annexa.Role]int{}
	for c := range annexa.Controls(annexa.ISO27701v2025) {
		table, _, ok := annexa.Headings(c.Ref)
		require.True(t, ok)
		require.True(t, strings.HasPrefix(c.Ref.ID, table.ID+"."))
		tables[table.ID]++
		addressed[c.Roles]++
	}
	require.Equal(t, map[string]int{"A.1": 31, "A.2": 18, "A.3": 29}, tables)
	require.Equal(t, map[annexa.Role]int{
		annexa.PIIController: 31, annexa.PIIProcessor: 18, annexa.PIIController | annexa.PIIProcessor: 29,
	}, addressed)
}

// TestRolesOfAnnexA holds that it addresses everybody, and is certain.
func TestRolesOfAnnexA(t *testing.T) {
	for _, set := range []annexa.Set{annexa.ISO27001v2022, annexa.ISO27001v2013} {
		for c := range annexa.Controls(set) {
			require.Zero(t, c.Roles)
			require.False(t, c.Uncertain)
		}
	}
	both := annexa.CloudServiceCustomer | annexa.CloudServiceProvider
	require.Equal(t, "Cloud_service_customer;Cloud_service_provider", both.String())
	_, err := annexa.Role(16).MarshalText()
	require.EqualError(t, err, "annexa: role: got the bits 0x10, want none above 0xf")
}
