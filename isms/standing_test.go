package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// TestStanding: which assessment says where a risk stands, and what remains.
func TestStanding(t *testing.T) {
	at := func(stage isms.Stage, on, level string) isms.Assessment {
		return isms.Assessment{Stage: stage, On: date(t, on), Rating: risk.Rating{Level: level}}
	}
	presuming := at(isms.Residual, "2026-03-01", "low")
	presuming.Presumes = []isms.TreatmentID{"T-1"}
	for _, c := range []struct {
		name               string
		list               []isms.Assessment
		present, remaining string
	}{
		{"nothing", nil, "", ""},
		{"inherent", []isms.Assessment{at(isms.Inherent, "2026-01-01", "high")}, "high", "high"},
		{"current", []isms.Assessment{at(isms.Inherent, "2026-01-01", "high"), at(isms.Current, "2026-01-01", "medium")}, "medium", "medium"},
		{"by the controls in place", []isms.Assessment{at(isms.Inherent, "2026-01-01", "high"), at(isms.Residual, "2026-03-01", "low")}, "low", "low"},
		{"by treatments to come", []isms.Assessment{at(isms.Inherent, "2026-01-01", "high"), presuming}, "high", "low"},
		{"residual alone", []isms.Assessment{presuming}, "", "low"},
		{"judged later", []isms.Assessment{presuming, at(isms.Current, "2026-04-01", "medium")}, "medium", "medium"},
		{"judged on the same day", []isms.Assessment{presuming, at(isms.Current, "2026-03-01", "medium")}, "medium", "low"},
		{"says nothing", []isms.Assessment{at(isms.Current, "2026-01-01", "")}, "", ""},
		{"in the future", []isms.Assessment{at(isms.Current, "2027-01-01", "high")}, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := isms.Risk{Assessments: c.list}
			now, ok := r.PresentAt(date(t, "2026-12-31"))
			require.Equal(t, c.present, now.Rating.Level)
			require.Equal(t, c.present != "", ok)
			require.Equal(t, c.remaining, r.RemainingAt(date(t, "2026-12-31")).Rating.Level)
		})
	}
}

// TestSettled: what an acceptance accepts, as stated or as it stood that day.
func TestSettled(t *testing.T) {
	r := isms.Risk{ID: "R-1", Assessments: []isms.Assessment{assessed(t, "2025-06-01", "house", "low", "medium")}}
	v := rated(t, r)
	decided := isms.Acceptance{Risk: "R-1", Decision: isms.Decision{On: date(t, "2025-07-01")}}
	one := risk.MethodRef{ID: "house", Version: "1"}
	for _, c := range []struct {
		name   string
		stated risk.Rating
		level  string
		known  bool
	}{
		{"as it stood", risk.Rating{}, "medium", true},
		{"stated", risk.Rating{Level: "high"}, "high", true},
		{"stated with the method", risk.Rating{Method: one, Level: "low"}, "low", true},
		{"by another method", risk.Rating{Method: risk.MethodRef{ID: "iso27005/qualitative", Version: "2022"}, Level: "high"}, "high", true},
		{"by one that nobody has", risk.Rating{Method: risk.MethodRef{ID: "gone", Version: "1"}, Level: "high"}, "high", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := decided
			a.Rating = c.stated
			got, use := v.Settled(a, r)
			require.Equal(t, c.level, got.Level)
			require.Equal(t, c.known, use != nil)
		})
	}
}
