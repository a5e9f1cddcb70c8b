package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk"
)

// TestRerate: a newer version rates the same inputs anew, and what was rated
// under the old one stays.
func TestRerate(t *testing.T) {
	second := ismstest.Method("", "")
	second.Table[1][1] = "high" // low likelihood, low consequence
	m := house(t)
	m.Versions[1] = isms.MethodVersion{Number: "2", From: date(t, "2026-01-01"), Own: second}
	first := assessed(t, "2025-06-01", "house", "low", "low")
	r := isms.Risk{ID: "R-1", Assessments: []isms.Assessment{first}}
	v := view(t, isms.System{Methods: []isms.RiskMethod{m}, Risks: []isms.Risk{r}, Roles: []isms.Role{{ID: "ciso"}}, Bodies: []isms.Body{{ID: "board"}}}, "2026-12-31")

	again, err := v.Rerate(r, isms.Current, "", party("role/ciso"))
	require.NoError(t, err)
	require.Equal(t, []isms.Assessment{first}, r.Assessments, "the risk that was given is not changed")
	require.Equal(t, []isms.Assessment{first, {
		Stage: isms.Current, On: date(t, "2026-12-31"), By: party("role/ciso"), Method: "house", Inputs: first.Inputs,
		Rating: risk.Rating{Method: risk.MethodRef{ID: "house", Version: "2"}, Likelihood: "low", Consequence: "low", Level: "high"},
		Note:   "inputs of 2025-06-01, rated again",
	}}, again.Assessments)
	before := v.Rate(first)
	require.Equal(t, "1", before.Computed.Method.Version)
	require.NotEqual(t, before.Level, v.Rate(again.Assessments[1]).Level)

	byFirst, err := v.Rerate(r, isms.Current, "house@1", isms.Party{})
	require.NoError(t, err)
	require.Equal(t, before.Computed, byFirst.Assessments[1].Rating)
}

func TestRerateRefused(t *testing.T) {
	first := assessed(t, "2025-06-01", "house", "low", "low")
	published := assessed(t, "2025-06-01", "iso27005/qualitative@2022", "1", "1")
	r := isms.Risk{ID: "R-1", Assessments: []isms.Assessment{first}}
	v := rated(t, r)
	_, err := v.Rerate(r, isms.Inherent, "", isms.Party{})
	require.ErrorIs(t, err, isms.ErrNotAssessed)
	_, err = v.Rerate(r, isms.Current, "", isms.Party{})
	require.ErrorIs(t, err, risk.ErrUnknownLevel, "the version of 2026 has other words")
	_, err = v.Rerate(r, isms.Current, "huose@2", isms.Party{})
	require.ErrorIs(t, err, risk.ErrUnknownMethod)
	_, err = v.Rerate(isms.Risk{ID: "R-2", Assessments: []isms.Assessment{published}}, isms.Current, "", isms.Party{})
	require.EqualError(t, err, `isms: risk "R-2": got no method, want the version to rate by: iso27005/qualitative@2022 is not a method of the System with versions over time`)
}
