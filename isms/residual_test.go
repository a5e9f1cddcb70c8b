package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// defended is a system with one risk, assessed as very likely and serious, a
// treatment that chooses one control, and what realizes it.
func defended(t *testing.T) isms.System {
	t.Helper()
	a := assessed(t, "2026-02-01", "iso27005/qualitative@2022", "4", "3")
	return isms.System{
		Risks: []isms.Risk{{ID: "R-1", Assessments: []isms.Assessment{a}}, {ID: "R-2"}},
		Treatments: []isms.Treatment{{
			ID: "T-1", Option: isms.Modify, Risks: []isms.RiskID{"R-1", "R-2"},
			Controls: []isms.ChosenControl{{Own: "mfa", Effects: []isms.IntendedEffect{{On: isms.OnLikelihood, Steps: 2}}}},
		}},
		Controls: []isms.Control{{
			ID: "mfa", Realizes: []isms.Realization{{Control: control(t, "A.8.5")}}, Cadence: duration(t, "P3M"),
			States: []isms.ControlFact{{Is: isms.Planned, Since: date(t, "2026-01-01")}, {Is: isms.Implemented, Since: date(t, "2026-03-01")}},
		}},
		Evidence: []isms.Evidence{{ID: "E-1", Controls: []isms.ControlID{"mfa"}, CollectedOn: date(t, "2026-11-01")}},
	}
}

func control(t *testing.T, s string) annexa.ControlRef {
	t.Helper()
	ref, err := annexa.Parse(s)
	require.NoError(t, err)
	return ref
}

func duration(t *testing.T, s string) isms.Duration {
	t.Helper()
	var d isms.Duration
	require.NoError(t, d.UnmarshalText([]byte(s)))
	return d
}

// TestResidual: the level falls where the control operates, and the credit says
// why or why not.
func TestResidual(t *testing.T) {
	given := risk.Credit{Control: "mfa", On: "likelihood", Given: true, Steps: 2, Why: "implemented since 2026-03-01"}
	not := func(why string) risk.Credit { return risk.Credit{Control: "mfa", On: "likelihood", Why: why} }
	reference := func(s *isms.System) {
		s.Treatments[0].Controls[0].Own, s.Treatments[0].Controls[0].Control = "", control(t, "A.8.5")
	}
	for _, c := range []struct {
		name   string
		change func(s *isms.System)
		opt    isms.ResidualOptions
		after  string
		credit risk.Credit
	}{
		{"operates", func(*isms.System) {}, isms.ResidualOptions{}, "low", given},
		{"planned", func(s *isms.System) { s.Controls[0].States = s.Controls[0].States[:1] }, isms.ResidualOptions{}, "high", not("planned since 2026-01-01")},
		{"no state", func(s *isms.System) { s.Controls[0].States = nil }, isms.ResidualOptions{}, "high", not("no state is recorded")},
		{"implemented later", func(s *isms.System) { s.Controls[0].States[1].Since = date(t, "2027-01-01") }, isms.ResidualOptions{}, "high", not("planned since 2026-01-01")},
		{"found ineffective", func(s *isms.System) {
			s.Controls[0].Tests = []isms.ControlTest{{On: date(t, "2026-06-01"), Of: isms.Operation, Result: isms.Ineffective}}
		}, isms.ResidualOptions{}, "high", not("a test found it ineffective")},
		{"found ineffective later", func(s *isms.System) {
			s.Controls[0].Tests = []isms.ControlTest{{On: date(t, "2027-06-01"), Of: isms.Operation, Result: isms.Ineffective}}
		}, isms.ResidualOptions{}, "low", given},
		{"relied on", func(s *isms.System) { s.Risks[0].Assessments[0].Relies = []isms.ControlID{"mfa"} }, isms.ResidualOptions{}, "high", not("the assessment relies on it already")},
		{"evidence expired", func(s *isms.System) { s.Evidence[0].CollectedOn = date(t, "2026-04-01") }, isms.ResidualOptions{}, "low", risk.Credit{
			Control: "mfa", On: "likelihood", Given: true, Steps: 2, Why: given.Why, UnverifiedSince: "2026-07-01",
		}},
		{"evidence expired, verified only", func(s *isms.System) { s.Evidence[0].CollectedOn = date(t, "2026-04-01") }, isms.ResidualOptions{VerifiedOnly: true}, "high", risk.Credit{
			Control: "mfa", On: "likelihood", Why: "evidence expired on 2026-07-01", UnverifiedSince: "2026-07-01",
		}},
		{"never any evidence", func(s *isms.System) { s.Evidence = nil }, isms.ResidualOptions{}, "low", risk.Credit{
			Control: "mfa", On: "likelihood", Given: true, Steps: 2, Why: given.Why, UnverifiedSince: "2026-03-01",
		}},
		{"for another risk", func(s *isms.System) { s.Treatments[0].Controls[0].Effects[0].Risk = "R-2" }, isms.ResidualOptions{}, "high", risk.Credit{}},
		{"treatment not in force", func(s *isms.System) { s.Treatments[0].Until = date(t, "2026-06-30") }, isms.ResidualOptions{}, "high", risk.Credit{}},
		{"one threat", func(s *isms.System) {
			s.Threats, s.Risks[0].Threats = []isms.Threat{{ID: "A"}}, []isms.ThreatID{"A"}
			s.Treatments[0].Controls[0].Effects[0].Threat = "A"
		}, isms.ResidualOptions{}, "low", given},
		{"several threats", func(s *isms.System) {
			s.Threats, s.Risks[0].Threats = []isms.Threat{{ID: "A"}, {ID: "B"}}, []isms.ThreatID{"A", "B"}
			s.Treatments[0].Controls[0].Effects[0].Threat = "A"
		}, isms.ResidualOptions{}, "high", not(`declared for threat "A", and the scenario is not judged by threat`)},
		{"the threat asked for", func(s *isms.System) {
			s.Threats, s.Risks[0].Threats = []isms.Threat{{ID: "A"}, {ID: "B"}}, []isms.ThreatID{"A", "B"}
			s.Treatments[0].Controls[0].Effects[0].Threat = "A"
		}, isms.ResidualOptions{Threat: "A"}, "low", given},
		{"a floor", func(*isms.System) {}, isms.ResidualOptions{Floors: map[string]string{"likelihood": "3"}}, "medium", given},
		{"reference", reference, isms.ResidualOptions{}, "low", risk.Credit{Control: "A.8.5", On: "likelihood", Given: true, Steps: 2, Why: given.Why}},
		{"reference realized in part", func(s *isms.System) {
			reference(s)
			s.Controls[0].Realizes[0].Extent = isms.Part
		}, isms.ResidualOptions{}, "high", risk.Credit{Control: "A.8.5", On: "likelihood", Why: "nothing realizes it fully"}},
		{"reference, one realizer of two", func(s *isms.System) {
			reference(s)
			s.Controls = append(s.Controls, isms.Control{
				ID: "sso", Realizes: s.Controls[0].Realizes,
				States: []isms.ControlFact{{Is: isms.Planned, Since: date(t, "2026-01-01")}},
			})
		}, isms.ResidualOptions{}, "high", risk.Credit{Control: "A.8.5", On: "likelihood", Why: "sso: planned since 2026-01-01"}},
		{"reference, the other retired", func(s *isms.System) {
			reference(s)
			s.Controls = append(s.Controls, isms.Control{
				ID: "sso", Realizes: s.Controls[0].Realizes,
				States: []isms.ControlFact{{Is: isms.Retired, Since: date(t, "2026-01-01")}},
			})
		}, isms.ResidualOptions{}, "low", risk.Credit{Control: "A.8.5", On: "likelihood", Given: true, Steps: 2, Why: given.Why}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := defended(t)
			c.change(&s)
			v := view(t, s, "2026-12-31")
			r, ok := v.Risk("R-1")
			require.True(t, ok)
			got, err := v.Residual(r, c.opt)
			require.NoError(t, err)
			require.Equal(t, "high", got.Before.Level)
			require.Equal(t, c.after, got.After.Level)
			if c.credit == (risk.Credit{}) {
				require.Empty(t, got.Credits)
				return
			}
			require.Equal(t, []risk.Credit{c.credit}, got.Credits)
		})
	}
}

// TestResidualStandsBesideOverride: a person's level is kept with its reason.
func TestResidualStandsBesideOverride(t *testing.T) {
	s := defended(t)
	after := assessed(t, "2026-12-01", "iso27005/qualitative@2022", "2", "3")
	after.Stage = isms.Residual
	after.Override = isms.Override{Level: "medium", Decision: isms.Decision{By: party("role/ciso"), Reason: "two plants are not covered"}}
	s.Risks[0].Assessments = append(s.Risks[0].Assessments, after)
	s.Roles = []isms.Role{{ID: "ciso"}}
	v := view(t, s, "2026-12-31")
	r, _ := v.Risk("R-1")
	got, err := v.Residual(r, isms.ResidualOptions{})
	require.NoError(t, err)
	require.Equal(t, "low", got.After.Level)
	require.Equal(t, risk.Override{Level: "medium", By: "role/ciso", Reason: "two plants are not covered"}, got.Override)
}

func TestResidualNotAssessed(t *testing.T) {
	v := view(t, defended(t), "2026-12-31")
	r, _ := v.Risk("R-2")
	_, err := v.Residual(r, isms.ResidualOptions{})
	require.ErrorIs(t, err, isms.ErrNotAssessed)
	require.EqualError(t, err, `isms: risk "R-2": risk is not assessed: no inputs at stage current by 2026-12-31`)
	r, _ = v.Risk("R-1")
	_, err = v.Residual(r, isms.ResidualOptions{From: isms.Inherent})
	require.ErrorIs(t, err, isms.ErrNotAssessed)
}
