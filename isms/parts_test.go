package isms_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// byPart is a risk whose consequences were judged one by one, under a method that
// makes two parts at medium high.
func byPart(t *testing.T) isms.System {
	t.Helper()
	a := isms.Assessment{
		Stage: isms.Current, On: date(t, "2026-02-01"), Method: "house", Inputs: risk.Inputs{"likelihood": "low"},
		Parts: []isms.AssessedPart{
			{Property: isms.Confidentiality, Category: "legal", Inputs: risk.Inputs{"consequence": "medium"}},
			{Property: isms.Integrity, Inputs: risk.Inputs{"consequence": "low", "likelihood": "medium"}},
			{Property: isms.Availability, Inputs: risk.Inputs{"consequence": "low"}},
		},
	}
	return isms.System{
		Methods: []isms.RiskMethod{{ID: "house", Versions: []isms.MethodVersion{{
			Number: "1", From: date(t, "2025-01-01"), Own: ismstest.Method("", ""),
			Aggregation: risk.Aggregation{Escalations: []risk.Escalation{{Count: 2, At: "medium", Gives: "high"}}},
		}}}},
		Risks: []isms.Risk{{ID: "R-1", Assessments: []isms.Assessment{a}}},
	}
}

func TestRateByParts(t *testing.T) {
	v := view(t, byPart(t), "2026-12-31")
	r, _ := v.Risk("R-1")
	rated := v.RateRisk(r, isms.Current)
	one := risk.MethodRef{ID: "house", Version: "1"}
	require.Equal(t, risk.Rating{Method: one, Likelihood: "low", Consequence: "medium", Level: "high"}, rated.Computed)
	require.Equal(t, "high", rated.Level)
	require.Equal(t, 2, rated.Rank)
	require.Equal(t, []string{"medium", "medium", "low"}, []string{rated.Breakdown.Parts[0].Level, rated.Breakdown.Parts[1].Level, rated.Breakdown.Parts[2].Level})
	require.Equal(t, []int{0, 1}, rated.Breakdown.Overall.Of)

	s := byPart(t)
	s.Methods[0].Versions[0].Aggregation = risk.Aggregation{}
	v = view(t, s, "2026-12-31")
	r, _ = v.Risk("R-1")
	require.Equal(t, "medium", v.RateRisk(r, isms.Current).Level, "the highest part")

	again, err := v.Rerate(r, isms.Current, "", isms.Party{})
	require.NoError(t, err)
	require.Equal(t, r.Assessments[0].Parts, again.Assessments[1].Parts)
	require.Equal(t, "medium", again.Assessments[1].Rating.Level)
}

// TestPartsAreChecked: what is wrong with a part is said at the part.
func TestPartsAreChecked(t *testing.T) {
	s := byPart(t)
	s.ID, s.SchemaVersion = "acme", isms.SchemaVersion
	s.Risks[0].Assessments[0].Parts[1].Inputs["consequence"] = "hihg"
	delete(s.Risks[0].Assessments[0].Parts[2].Inputs, "consequence")
	s.Methods[0].Versions[0].Aggregation.Escalations[0].Gives = "purple"
	_, err := isms.At(s, date(t, "2026-12-31"), methods.All())
	ps, ok := errors.AsType[isms.Problems](err)
	require.True(t, ok)
	var got []string
	for _, p := range ps {
		got = append(got, p.Code+" "+p.Path)
	}
	require.ElementsMatch(t, []string{
		"V015 /versions/0/aggregation/escalations/0/gives",
		"V013 /assessments/0/parts/1/inputs/consequence",
		"V013 /assessments/0/parts/2/inputs/consequence",
	}, got)
}

// TestAggregated: the level of a whole by the aggregation of its method.
func TestAggregated(t *testing.T) {
	s := byPart(t)
	s.Risks = []isms.Risk{
		{ID: "R-0", Combine: isms.Aggregated},
		{ID: "R-1", PartOf: "R-0", Assessments: []isms.Assessment{assessed(t, "2026-01-01", "house", "low", "medium")}},
		{ID: "R-2", PartOf: "R-0", Assessments: []isms.Assessment{assessed(t, "2026-01-01", "house", "medium", "low")}},
	}
	v := view(t, s, "2026-12-31")
	whole, _ := v.Risk("R-0")
	rated := v.RateRisk(whole, isms.Current)
	require.Equal(t, "high", rated.Level)
	require.Equal(t, 2, rated.Rank)
	require.Equal(t, isms.RiskID("R-1"), rated.From)

	s.Risks[2].Status = []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2026-06-01")}}
	v = view(t, s, "2026-12-31")
	require.Equal(t, "medium", v.RateRisk(whole, isms.Current).Level, "one of two is closed")

	s.Risks[0].Combine = isms.HighestPart
	s.Risks[2].Status = nil
	v = view(t, s, "2026-12-31")
	whole, _ = v.Risk("R-0")
	require.Equal(t, "medium", v.RateRisk(whole, isms.Current).Level, "by the highest alone")
}

// TestResidualByParts: what remains is that of the part at which most does.
func TestResidualByParts(t *testing.T) {
	s := byPart(t)
	s.Treatments = []isms.Treatment{{
		ID: "T-1", Risks: []isms.RiskID{"R-1"},
		Controls: []isms.ChosenControl{{Own: "backup", Effects: []isms.IntendedEffect{{On: isms.OnConsequence, Steps: 1}}}},
	}}
	s.Controls = []isms.Control{{ID: "backup", States: []isms.ControlFact{{Is: isms.Implemented, Since: date(t, "2026-01-01")}}}}
	v := view(t, s, "2026-12-31")
	r, _ := v.Risk("R-1")
	got, err := v.Residual(r, isms.ResidualOptions{})
	require.NoError(t, err)
	require.Equal(t, "medium", got.After.Level)
	require.Equal(t, "medium", got.After.Likelihood, "the second part, whose likelihood is its own")
}
