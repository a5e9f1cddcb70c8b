//go:build !annexa_nocorrespondences

package annexa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

func clauseOf(t *testing.T, text string) annexa.ClauseRef {
	t.Helper()
	ref, err := annexa.ParseClause(text)
	require.NoError(t, err, text)
	return ref
}

// TestHarmonized is the table once more: the clauses of ISO/IEC 27001, ISO 9001
// and ISO 14001 with one subject, and those of the same number with another.
func TestHarmonized(t *testing.T) {
	want := [][4]string{
		{"4.1", "4.1", "4.1"},
		{"4.2", "4.2", "4.2"},
		{"4.3", "4.3", "4.3"},
		{"4.4", "4.4", "4.4"},
		{"5.1", "5.1", "5.1"},
		{"5.2", "5.2", "5.2"},
		{"5.3", "5.3", "5.3"},
		{"6.1.1", "6.1", "6.1.1 6.1.4"},
		{"6.1.2", "", "", "iso14001:2015/6.1.2"},
		{"6.1.3", "", "", "iso14001:2015/6.1.3"},
		{"6.2", "6.2", "6.2.1 6.2.2"},
		{"6.3", "6.3", ""},
		{"7.1", "7.1", "7.1"},
		{"7.2", "7.2", "7.2"},
		{"7.3", "7.3", "7.3"},
		{"7.4", "7.4", "7.4"},
		{"7.5 7.5.1 7.5.2 7.5.3", "7.5", "7.5"},
		{"8.1", "8.1", "8.1"},
		{"8.2", "", "", "iso9001:2015/8.2 iso14001:2015/8.2"},
		{"8.3", "", "", "iso9001:2015/8.3"},
		{"9.1", "9.1", "9.1.1"},
		{"9.2 9.2.1 9.2.2", "9.2", "9.2"},
		{"9.3 9.3.1 9.3.2 9.3.3", "9.3", "9.3"},
		{"10.1", "10.3", "10.3"},
		{"10.2", "10.2", "10.2"},
		{"", "10.1", "10.1"},
	}
	var got [][4]string
	for h := range annexa.Harmonized() {
		by := map[string][]string{}
		for _, ref := range h.Same {
			by[ref.Standard] = append(by[ref.Standard], ref.Number)
		}
		var others []string
		for _, ref := range h.Others {
			others = append(others, ref.String())
		}
		got = append(got, [4]string{
			strings.Join(by["iso27001"], " "), strings.Join(by["iso9001"], " "), strings.Join(by["iso14001"], " "), strings.Join(others, " "),
		})
		require.Equal(t, "S", h.Mark)
		require.Equal(t, h.Relation == "own", len(by) == 1, "own is what one standard alone has")
		require.Equal(t, len(others) > 0, strings.Contains(h.Note, "another subject"))
	}
	require.Equal(t, want, got)
}

func TestRelations(t *testing.T) {
	for text, want := range map[string]string{
		"4.1":                "common core (climate-change sentence in all three since Amd 1:2024)",
		"4.2 c":              "common core (note on climate change); 27001 c) is its own",
		"6.1.3 d":            "own",
		"6.3":                "in 9001:2015 of its own; core text only since the 2021 structure",
		"7.5.3":              "common core",
		"10.1":               "same subject, other number",
		"iso9001:2015/10.1":  `"general", dropped in the 2021 structure`,
		"iso14001:2015/10.3": "same subject, other number",
	} {
		h, ok := annexa.LookupHarmonized(clauseOf(t, text))
		require.True(t, ok, text)
		require.Equal(t, want, h.Relation, text)
	}
}

// TestCounterpartsBothWays asks each clause for the others, and each of those for
// it, and falls into no trap of equal numbers.
func TestCounterpartsBothWays(t *testing.T) {
	for h := range annexa.Harmonized() {
		for _, ref := range h.Same {
			for other := range annexa.Counterparts(ref) {
				require.NotEqual(t, ref.Standard, other.Standard)
				require.Contains(t, slices.Collect(annexa.Counterparts(other)), ref)
			}
			for _, differs := range h.Others {
				require.NotContains(t, slices.Collect(annexa.Counterparts(ref)), differs)
				require.Empty(t, slices.Collect(annexa.Counterparts(differs)))
			}
		}
	}
	for from, want := range map[string][]string{
		"10.1":                {"iso9001:2015/10.3", "iso14001:2015/10.3"},
		"10.2 f":              {"iso9001:2015/10.2", "iso14001:2015/10.2"},
		"iso9001:2015/10.1":   {"iso14001:2015/10.1"},
		"iso9001:2015/9.1":    {"9.1", "iso14001:2015/9.1.1"},
		"iso14001:2015/6.1.4": {"6.1.1", "iso9001:2015/6.1"},
		"iso9001:2015/7.5":    {"7.5", "7.5.1", "7.5.2", "7.5.3", "iso14001:2015/7.5"},
		"6.1.2":               nil,
		"8.3":                 nil,
		"4":                   nil,
		"6.1":                 nil,
		"iso9001:2015/8.2":    nil,
		"iso14001:2015/6.1.2": nil,
		"iso9001:2008/4.1":    nil,
	} {
		var got []string
		for ref := range annexa.Counterparts(clauseOf(t, from)) {
			got = append(got, ref.String())
		}
		require.Equal(t, want, got, from)
	}
	for range annexa.Counterparts(clauseOf(t, "4.1")) {
		break
	}
	for range annexa.Harmonized() {
		break
	}
	require.Empty(t, slices.Collect(annexa.Counterparts(annexa.ClauseRef{})))
	require.Empty(t, slices.Collect(annexa.Counterparts(annexa.ClauseRef{Standard: "iso27001", Edition: "2022", Number: "4.1 a"})), "it has no items")
}

func TestHarmonizationIsACopy(t *testing.T) {
	h, _ := annexa.LookupHarmonized(clauseOf(t, "4.1"))
	h.Same[0].Number = "9.9"
	again, ok := annexa.LookupHarmonized(clauseOf(t, "4.1"))
	require.True(t, ok)
	require.Equal(t, "4.1", again.Same[0].Number)
	_, ok = annexa.LookupHarmonized(clauseOf(t, "iso9001:2015/7.1.2"))
	require.False(t, ok)
}
