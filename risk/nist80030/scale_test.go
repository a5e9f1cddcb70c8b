package nist80030_test

import (
	"encoding/json"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/nist80030"
)

// facts reads testdata/scales.json: what public transcriptions and code of the
// CERT Coordination Center have, in our own words.
func facts(t *testing.T) map[string]json.RawMessage {
	t.Helper()
	src, err := os.ReadFile("testdata/scales.json")
	require.NoError(t, err)
	var members map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(src, &members))
	return members
}

// member reads a member of testdata/scales.json.
func member[T any](t *testing.T, name string) (v T) {
	t.Helper()
	require.NoError(t, json.Unmarshal(facts(t)[name], &v))
	return v
}

// meanings returns what testdata has for each table, by level.
func meanings(t *testing.T) map[string]map[string]string {
	t.Helper()
	tables := map[string]map[string]string{"G-4": {}, "G-5": {}, "I-2": {}}
	for table, name := range map[string]string{
		"D-3": "D3_capability", "D-6": "D6_range_of_effects_non_adversarial", "F-5": "F5_pervasiveness",
		"G-2": "G2_adversarial", "G-3": "G3_non_adversarial_frequency",
	} {
		tables[table] = member[map[string]string](t, name)
	}
	for level, share := range tables["F-5"] {
		tables["F-5"][level] = "applies to " + share
	}
	for _, row := range rows(t, "scales_D4_D5_F2_H3.tsv")[1:] {
		table, _, _ := strings.Cut(row[0], " ")
		if tables[table] == nil {
			tables[table] = map[string]string{}
		}
		tables[table][row[1]] = row[2]
	}
	return tables
}

func TestScales(t *testing.T) {
	tables := meanings(t)
	bins, values := member[map[string][2]float64](t, "bins_0_100"), member[map[string]float64](t, "value_0_10")
	var ids []string
	for _, s := range nist80030.Scales() {
		ids = append(ids, s.ID)
		require.NotEmpty(t, s.Title)
		if s.ID == "E-4" {
			continue
		}
		t.Run(s.ID, func(t *testing.T) {
			require.Contains(t, tables, s.ID)
			require.Len(t, s.Levels, len(order))
			for i, level := range order {
				label := strings.ReplaceAll(word(t, short[level]), "-", " ")
				if !strings.Contains(label, " ") {
					label = "" // the id is the label
				}
				require.Equal(t, risk.Level{
					ID: word(t, short[level]), Label: label, Meaning: tables[s.ID][level],
					Min: new(bins[level][0]), Max: new(bins[level][1]), Value: new(values[level]),
				}, s.Levels[i])
			}
		})
	}
	require.Equal(t, []string{"D-3", "D-4", "D-5", "D-6", "E-4", "F-2", "F-5", "G-2", "G-3", "G-4", "G-5", "H-3", "I-2"}, ids)
}

func TestRelevance(t *testing.T) {
	want := member[[]string](t, "E4_relevance")
	list := nist80030.Scales()
	relevance := list[slices.IndexFunc(list, func(s risk.Scale) bool { return s.ID == "E-4" })].Levels
	slices.Reverse(relevance)
	var got []string
	for _, l := range relevance[:len(relevance)-1] {
		got = append(got, strings.ToUpper(l.ID[:1])+l.ID[1:]+": "+l.Meaning)
	}
	require.Equal(t, want[:len(want)-1], got)
	require.Equal(t, "not-applicable", relevance[len(relevance)-1].ID)
}

func TestOf100(t *testing.T) {
	for _, c := range []struct {
		x    float64
		want nist80030.Level
	}{
		{0, nist80030.VeryLow},
		{4, nist80030.VeryLow},
		{4.5, nist80030.VeryLow}, // in no published range
		{math.Nextafter(5, 0), nist80030.VeryLow},
		{5, nist80030.Low},
		{20, nist80030.Low},
		{20.5, nist80030.Low}, // in no published range
		{21, nist80030.Moderate},
		{79, nist80030.Moderate},
		{79.999, nist80030.Moderate}, // in no published range
		{80, nist80030.High},
		{95, nist80030.High},
		{95.9, nist80030.High}, // in no published range
		{96, nist80030.VeryHigh},
		{100, nist80030.VeryHigh},
	} {
		got, err := nist80030.Of100(c.x)
		require.NoError(t, err)
		require.Equal(t, c.want, got, c.x)
		level, ok := nist80030.Scales()[0].At(c.x)
		require.True(t, ok)
		require.Equal(t, word(t, c.want), level.ID, "the scale puts a number where Of100 does")
	}
	for _, x := range []float64{-0.001, 100.001, math.NaN(), math.Inf(1), math.Inf(-1)} {
		_, err := nist80030.Of100(x)
		require.ErrorContains(t, err, "want 0 to 100", x)
	}
}

func TestOf10(t *testing.T) {
	want := map[int]nist80030.Level{
		0: nist80030.VeryLow, 2: nist80030.Low, 5: nist80030.Moderate, 8: nist80030.High, 10: nist80030.VeryHigh,
	}
	for x := -1; x <= 11; x++ {
		got, err := nist80030.Of10(x)
		require.Equal(t, want[x], got)
		require.Equal(t, want[x] == 0, err != nil, "the other numbers stand for no level")
	}
	_, err := nist80030.Of10(9)
	require.EqualError(t, err, "nist80030: number: got 9, want one of 0, 2, 5, 8, 10")
}

func TestOfFrequency(t *testing.T) {
	for _, c := range []struct {
		perYear float64
		want    nist80030.Level
	}{
		{0, nist80030.VeryLow},
		{0.05, nist80030.VeryLow},
		{0.1, nist80030.Low}, // in no published range: our choice
		{0.5, nist80030.Low},
		{1, nist80030.Moderate},
		{9.9, nist80030.Moderate},
		{10, nist80030.High}, // in two published ranges: our choice
		{100, nist80030.High},
		{100.1, nist80030.VeryHigh},
		{math.Inf(1), nist80030.VeryHigh},
	} {
		got, err := nist80030.OfFrequency(c.perYear)
		require.NoError(t, err)
		require.Equal(t, c.want, got, c.perYear)
	}
	for _, x := range []float64{-1, math.NaN(), math.Inf(-1)} {
		_, err := nist80030.OfFrequency(x)
		require.ErrorContains(t, err, "want 0 or more", x)
	}
}
