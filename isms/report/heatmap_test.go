package report_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/plot"
)

func TestHeatMapsOfTheSample(t *testing.T) {
	maps := report.HeatMaps(viewAt(t, sample(t), at))
	require.Len(t, maps, 1)
	m := maps[0]
	require.Equal(t, "ISO/IEC 27005:2022, qualitative example, iso27005/qualitative@2022. "+
		"The level that holds is another than that of the cell: R-02 is high, R-15 is medium. "+
		"7 open risks on no map: R-14, R-10, R-07, R-11a, R-09, R-11, R-08.", m.Description)
	require.Equal(t, "Likelihood", m.Rows.Title)
	require.Equal(t, []string{"minor", "significant", "serious", "critical", "catastrophic"}, m.Columns.Labels)
	places := make(map[string]string)
	for _, item := range m.Items {
		places[item.ID] = fmt.Sprint(item.At)
		if item.To != nil {
			places[item.ID] += " → " + fmt.Sprint(*item.To)
		}
	}
	require.Equal(t, map[string]string{
		"R-01": "{2 4} → {0 2}", "R-02": "{2 2} → {0 2}", "R-03": "{2 2}", "R-04": "{1 3}", "R-12": "{2 2}",
		"R-13": "{3 2}", "R-16": "{2 1} → {2 1}", "R-17": "{2 3} → {2 1}", "R-10a": "{0 4}", "R-10b": "{0 3}", "R-11b": "{0 0}", "R-15": "{2 0}", "risks": "{0 0}",
	}, places)
}

func TestAbsentFromHeatMaps(t *testing.T) {
	d := documents(t, viewAt(t, sample(t), at))[2]
	for id, want := range map[string]string{
		"R-07":  "method novel/ai@0.3 is not known here",
		"R-08":  "method novel/ai@0.3 is not known here",
		"R-09":  "not assessed",
		"R-10":  "its level is that of its parts",
		"R-11":  "its level is that of its parts",
		"R-11a": "supply@3 has no matrix of likelihood and consequence that a picture can show",
		"R-14":  "rated without likelihood and consequence",
		"R-05":  "no row", // closed
		"R-01":  "no row", // on the map
	} {
		require.Equal(t, want, plain(t, cell(t, d, "absent", "risk/"+id, "reason")), id)
	}
}

// rated returns a System with risks of one assessment each.
func rated(t *testing.T, assessments ...isms.Assessment) isms.System {
	t.Helper()
	sys := isms.System{ID: "rated", SchemaVersion: isms.SchemaVersion}
	for i, a := range assessments {
		a.Stage, a.On = isms.Current, day(t, at)
		sys.Risks = append(sys.Risks, isms.Risk{ID: isms.RiskID("R-" + strconv.Itoa(i+1)), Assessments: []isms.Assessment{a}})
	}
	return sys
}

func inputs(likelihood, consequence string) risk.Inputs {
	return risk.Inputs{"likelihood": likelihood, "consequence": consequence}
}

func TestHeatMapsKeepMethodsApart(t *testing.T) {
	sys := rated(t,
		isms.Assessment{Method: "b", Inputs: inputs("high", "low")},
		isms.Assessment{Method: "a@2", Inputs: inputs("high", "low")},
		isms.Assessment{Method: "a@1", Inputs: inputs("high", "low")},
	)
	one, other := ismstest.Method("same", "1"), ismstest.Method("same", "1")
	other.Table[3][1] = "low"
	version := func(number string, own risk.Method) isms.MethodVersion {
		return isms.MethodVersion{Number: number, From: day(t, at), Own: own}
	}
	sys.Methods = []isms.RiskMethod{
		{ID: "a", Versions: []isms.MethodVersion{version("1", one), version("2", one)}},
		{ID: "b", Versions: []isms.MethodVersion{version("1", other)}},
	}
	maps := report.HeatMaps(viewAt(t, sys, at))
	require.Len(t, maps, 2, "two versions with one matrix share a map, another matrix of the same name does not")
	got := make(map[string]string)
	for _, m := range maps {
		for _, item := range m.Items {
			got[item.ID] = m.Levels[m.Cells[item.At.Row][item.At.Column]].Label
		}
	}
	require.Equal(t, map[string]string{"R-1": "low", "R-2": "high", "R-3": "high"}, got)
	for _, d := range documents(t, viewAt(t, sys, at)) {
		require.NoError(t, d.Validate())
	}
}

func TestHeatMapsOfALargeMatrix(t *testing.T) {
	scale := risk.Scale{}
	table := risk.Table{{"likelihood"}}
	for i := range 13 {
		scale.Levels = append(scale.Levels, risk.Level{ID: "l" + strconv.Itoa(i)})
		table[0] = append(table[0], "l"+strconv.Itoa(i))
	}
	for _, l := range scale.Levels {
		row := []string{l.ID}
		for range scale.Levels {
			row = append(row, "low")
		}
		table = append(table, row)
	}
	m := ismstest.Method("large", "1")
	m.Factors[0].Scale, m.Factors[1].Scale, m.Table = scale, scale, table
	v, err := isms.At(rated(t, isms.Assessment{Method: "large@1", Inputs: inputs("l0", "l12")}), day(t, at), risk.Methods{m})
	require.NoError(t, err)
	require.Empty(t, report.HeatMaps(v))
	require.Equal(t, "large@1 has no matrix of likelihood and consequence that a picture can show",
		plain(t, cell(t, documents(t, v)[2], "absent", "risk/R-1", "reason")))
}

// What was recorded is placed where it was recorded, whatever the inputs say.
func TestHeatMapsPlaceWhatIsRecorded(t *testing.T) {
	recorded := risk.Rating{Likelihood: "low", Consequence: "medium", Level: "medium"}
	foreign := recorded
	foreign.Method = risk.MethodRef{ID: "older", Version: "1"}
	sys := rated(t,
		isms.Assessment{Method: "m@1", Inputs: inputs("high", "high"), Rating: recorded},
		isms.Assessment{Method: "m@1", Rating: recorded},
		isms.Assessment{Method: "m@1", Inputs: inputs("high", "high"), Rating: foreign},
		isms.Assessment{Method: "m@1", Rating: risk.Rating{Level: "high"}},
		isms.Assessment{Rating: recorded},
	)
	v, err := isms.At(sys, day(t, at), risk.Methods{ismstest.Method("m", "1")})
	require.NoError(t, err)
	maps := report.HeatMaps(v)
	require.Len(t, maps, 1)
	require.Equal(t, []plot.Item{
		{ID: "R-1", At: plot.Position{Row: 0, Column: 1}},
		{ID: "R-2", At: plot.Position{Row: 0, Column: 1}},
	}, maps[0].Items)
	require.Equal(t, "The higher of both, m@1. 3 open risks on no map: R-5, R-4, R-3.", maps[0].Description)
}
