package soa_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

func TestCompare(t *testing.T) {
	redecide := func(s *isms.System, control string, d isms.ApplicabilityDecision) {
		for i := range s.Applicability {
			if a := &s.Applicability[i]; a.Control == ref(control) {
				a.Decisions = append(a.Decisions, d)
			}
		}
	}
	for name, c := range map[string]struct {
		change func(*isms.System)
		want   []string
	}{
		"nothing": {func(*isms.System) {}, nil},
		"what is not content": {func(s *isms.System) {
			s.Evidence, s.Persons[0].Name, s.Risks[0].Title = nil, "Mara Stone", "Extortion"
		}, nil},
		"a risk is closed": {func(s *isms.System) {
			s.Risks[2].Status = []isms.RiskFact{{Is: isms.Closed, Since: day("2026-11-01")}}
		}, []string{
			"A.7.5 drivers: 1 path → 0 paths because removed risk/R-03 → treatment/T-03 → control/C-05 → A.7.5",
			"A.7.11 drivers: 1 path → 0 paths because removed risk/R-03 → treatment/T-03 → control/C-05 → A.7.11",
			"A.7.12 drivers: 1 path → 0 paths because removed risk/R-03 → treatment/T-03 → control/C-05 → A.7.12",
		}},
		"a control is decided otherwise, for a new requirement": {func(s *isms.System) {
			s.Requirements = append(s.Requirements, isms.Requirement{ID: "Q-03", Controls: []annexa.ControlRef{ref("A.8.28")}})
			redecide(s, "A.8.28", isms.ApplicabilityDecision{Is: isms.Included, Basis: []string{isms.Contractual}, Decision: isms.Decision{On: day("2026-10-01"), Reason: "Scripts are written for a customer."}})
		}, []string{
			"A.8.28 necessary: excluded → included because decided on 2026-10-01: contractual: Scripts are written for a customer.; added requirement/Q-03 → A.8.28",
		}},
		"a reason is recorded anew": {func(s *isms.System) {
			redecide(s, "A.8.25", isms.ApplicabilityDecision{Is: isms.Excluded, Ground: isms.OtherGround, Decision: isms.Decision{On: day("2026-10-01"), Reason: "Sold."}})
		}, []string{
			"A.8.25 justification: activity not performed: The platform is bought; no software is developed in this scope. → other: Sold. because decided on 2026-10-01: other: Sold.",
		}},
		"only the kind of an exclusion": {func(s *isms.System) {
			redecide(s, "A.8.28", isms.ApplicabilityDecision{Is: isms.Excluded, Ground: isms.OtherGround, Decision: isms.Decision{On: day("2026-10-01"), Reason: "No code is written in this scope."}})
		}, []string{
			"A.8.28 justification: activity not performed: No code is written in this scope. → other: No code is written in this scope. because decided on 2026-10-01: other: No code is written in this scope.",
		}},
		"only the kinds of an inclusion": {func(s *isms.System) {
			redecide(s, "A.5.1", isms.ApplicabilityDecision{Is: isms.Included, Basis: []string{"legal"}, Decision: isms.Decision{On: day("2026-10-01"), Reason: "Customers ask for it in their questionnaires: security policies."}})
		}, []string{
			"A.5.1 justification: best practice: Customers ask for it in their questionnaires: security policies. → legal: Customers ask for it in their questionnaires: security policies. because decided on 2026-10-01: legal: Customers ask for it in their questionnaires: security policies.",
		}},
		"an open control is decided": {func(s *isms.System) {
			s.Applicability = append(s.Applicability, isms.Applicability{Control: ref("A.5.7"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Included, Decision: isms.Decision{On: day("2026-10-01")}}}})
		}, []string{"A.5.7 necessary: undecided → included because decided on 2026-10-01"}},
		"a control is finished": {func(s *isms.System) {
			s.Controls[1].States = append(s.Controls[1].States, since("2026-11-01", isms.Implemented)...)
		}, []string{
			"A.5.17 status: partial → implemented because control/C-02: partial → implemented",
			"A.5.17 planned actions: ACT-1 due 2027-01-31 → none",
		}},
		"a control comes and another goes": {func(s *isms.System) {
			s.Controls[3].States = append(s.Controls[3].States, since("2026-11-01", isms.Retired)...)
			s.Controls = append(s.Controls, isms.Control{ID: "C-10", Realizes: realizes("A.8.7"), States: since("2026-11-01", isms.Implemented)})
		}, []string{
			"A.8.7 implementation: C-04 implemented → C-10 implemented because added control/C-10: implemented; removed control/C-04",
		}},
		"a control is described otherwise": {func(s *isms.System) { s.Controls[2].How = "At a third site" }, []string{
			"A.8.13 implementation: C-03 implemented → C-03 implemented because control/C-03: described otherwise",
		}},
		"a state within the status": {func(s *isms.System) {
			s.Controls[0].States = append(s.Controls[0].States, since("2026-11-01", isms.Partial)...)
		}, []string{
			"A.5.17 implementation: C-01 implemented, C-02 partial → C-01 partial, C-02 partial because control/C-01: implemented → partial",
			"A.8.5 status: implemented → partial because control/C-01: implemented → partial",
		}},
		"a plan is moved": {func(s *isms.System) { s.Actions[0].Due = isms.Date{} }, []string{
			"A.5.17 planned actions: ACT-1 due 2027-01-31 → ACT-1 without a day",
		}},
		"an own control is new": {func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{ID: "C-11", States: since("2026-11-01", isms.Planned)})
			s.Treatments[0].Controls = append(s.Treatments[0].Controls, isms.ChosenControl{Own: "C-11"})
		}, []string{
			"control/C-11 entry: none → included, planned because added risk/R-01 → treatment/T-01 → control/C-11",
		}},
		"an own control is retired": {func(s *isms.System) {
			s.Controls[8].States = append(s.Controls[8].States, since("2026-11-01", isms.Retired)...)
		}, []string{
			"control/C-09 entry: included, planned → none because removed risk/R-01 → treatment/T-01 → control/C-09",
		}},
		"the scope is worded otherwise": {func(s *isms.System) { s.Scopes[0].Statement = "Hosting." }, []string{
			"statement scope statement: Operation of the managed hosting platform, and support of its customers, from the offices in Leeds. → Hosting.",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			sys := sample()
			c.change(&sys)
			prev, next := derive(t, sample(), at), derive(t, sys, at)
			changes := soa.Compare(prev, next)
			var got []string
			for _, change := range changes {
				got = append(got, change.String())
			}
			require.Equal(t, c.want, got)
			require.Equal(t, len(changes) == 0, prev.Digest() == next.Digest())
		})
	}
}

func TestCompareHeads(t *testing.T) {
	prev, next := derive(t, small(), at), derive(t, small(), at)
	next.System, next.Scope, next.Sets = "other", "x", []annexa.Set{"acme:1"}
	require.Equal(t, []soa.Change{
		{Field: soa.FieldSystem, From: "small", To: "other"},
		{Field: soa.FieldScope, To: "x"},
		{Field: soa.FieldSets, From: "iso27001:2022", To: "acme:1"},
	}, soa.Compare(prev, next))
}

// TestCompareDoesNotMindTheOrder holds that entries are found by name.
func TestCompareDoesNotMindTheOrder(t *testing.T) {
	prev, next := derive(t, sample(), at), derive(t, sample(), at)
	slices.Reverse(next.Entries)
	require.Empty(t, soa.Compare(prev, next))
	require.Equal(t, prev.Digest(), next.Digest())
}
