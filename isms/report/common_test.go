package report_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk"
)

// twoMethods has risks by a house method and by one of the web team, whose
// levels are mapped to those of the house; the approval is that of the argument.
func twoMethods(t *testing.T, coordinates bool, approval isms.Decision) isms.System {
	t.Helper()
	sys := rated(t,
		isms.Assessment{Method: "house", Inputs: inputs("low", "low")},
		isms.Assessment{Method: "web", Inputs: risk.Inputs{"likelihood": "5", "consequence": "1"}},
		isms.Assessment{Method: "house", Inputs: inputs("high", "medium")},
		isms.Assessment{Method: "web", Inputs: risk.Inputs{"likelihood": "1", "consequence": "1"}},
		isms.Assessment{Method: "house", Inputs: inputs("medium", "low")},
	)
	sys.Persons = []isms.Person{{ID: "jo", Name: "Jo"}}
	same := func(pairs ...string) (list []isms.CommonLevel) {
		for i := 0; i < len(pairs); i += 2 {
			list = append(list, isms.CommonLevel{Level: pairs[i], Common: pairs[i+1]})
		}
		return list
	}
	h := isms.Harmonization{
		To: "house@1", Approval: approval,
		Levels: same("very-low", "low", "low", "low", "medium", "medium", "high", "high", "very-high", "high"),
	}
	if coordinates {
		h.Likelihood = same("1", "low", "2", "low", "3", "medium", "4", "high", "5", "high")
		h.Consequence = same("1", "low", "2", "low", "3", "medium", "4", "high", "5", "high")
	}
	sys.Methods = []isms.RiskMethod{
		{ID: "house", Versions: []isms.MethodVersion{{Number: "1", From: day(t, "2020-01-01"), Own: ismstest.Method("", "")}}},
		{ID: "web", Versions: []isms.MethodVersion{{Number: "1", From: day(t, "2020-01-01"), Published: "iso27005/qualitative@2022", Harmonization: h}}},
	}
	return sys
}

func byJo(t *testing.T, on string) isms.Decision {
	t.Helper()
	return isms.Decision{By: isms.Party{Kind: isms.KindPerson, ID: "jo"}, On: day(t, on)}
}

func TestHarmonization(t *testing.T) {
	apart := [][]string{
		{"risk/R-3", "high", "", "Open, rated by The higher of both (house@1)"},
		{"risk/R-5", "medium", "", "Open, rated by The higher of both (house@1)"},
		{"risk/R-1", "low", "", "Open, rated by The higher of both (house@1)"},
		{"risk/R-2", "medium", "", "Open, rated by ISO/IEC 27005:2022, qualitative example (iso27005/qualitative@2022)"},
		{"risk/R-4", "very low", "", "Open, rated by ISO/IEC 27005:2022, qualitative example (iso27005/qualitative@2022)"},
	}
	together := [][]string{
		{"risk/R-3", "high", "high", "Open"},
		{"risk/R-5", "medium", "medium", "Open"},
		{"risk/R-2", "medium", "medium", "Open"},
		{"risk/R-1", "low", "low", "Open"},
		{"risk/R-4", "very low", "low", "Open"},
	}
	for name, c := range map[string]struct {
		coordinates bool
		approval    isms.Decision
		order       [][]string
		maps        []int // risks on each
	}{
		"not approved":              {true, isms.Decision{}, apart, []int{3, 2}},
		"approved by nobody":        {true, isms.Decision{On: day(t, "2026-01-01")}, apart, []int{3, 2}},
		"approved the day after":    {true, byJo(t, "2026-07-01"), apart, []int{3, 2}},
		"approved on the day":       {true, byJo(t, at), together, []int{5}},
		"approved, but levels only": {false, byJo(t, "2026-01-01"), together, []int{3, 2}},
	} {
		t.Run(name, func(t *testing.T) {
			v := viewAt(t, twoMethods(t, c.coordinates, c.approval), at)
			var order [][]string
			d := report.Register(v)
			table := tables(d.Blocks)["risks"]
			common := func(string) string { return "" }
			if slices.ContainsFunc(table.Columns, func(c docinfo.Column) bool { return c.ID == "common" }) {
				common = func(row string) string { return plain(t, cell(t, d, "risks", row, "common")) }
			}
			for _, row := range table.Rows {
				order = append(order, []string{row.ID, cell(t, d, "risks", row.ID, "current").Text, common(row.ID), row.Group})
			}
			require.Equal(t, c.order, order)
			var maps []int
			for _, m := range report.HeatMaps(v) {
				maps = append(maps, len(m.Items))
			}
			require.Equal(t, c.maps, maps)
			for _, d := range documents(t, v) {
				require.NoError(t, d.Validate())
			}
		})
	}
}

func TestHarmonizedHeatMapSaysSo(t *testing.T) {
	maps := report.HeatMaps(viewAt(t, twoMethods(t, true, byJo(t, at)), at))
	require.Len(t, maps, 1)
	require.Equal(t, "The higher of both, house@1. "+
		"Risks rated by iso27005/qualitative@2022 stand here in terms of it, as was approved. "+
		"The level that holds is another than that of the cell: R-2 is medium.", maps[0].Description)
}
