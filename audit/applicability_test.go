package audit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
)

// decision changes what is decided on a reference.
func decision(ref string, change func(*isms.ApplicabilityDecision)) func(*isms.System) {
	return func(s *isms.System) { change(&of(s.Applicability, ref).Decisions[0]) }
}

// exclude excludes a reference that the base includes.
func exclude(ref string) func(*isms.System) {
	return func(s *isms.System) { *of(s.Applicability, ref) = excluded(a(ref)) }
}

func TestExclusionContradicted(t *testing.T) {
	contradicted := func(ref string) string { return "exclusion-contradicted applicability/" + ref + "/decisions" }
	t1 := func(s *isms.System) *isms.Treatment { return of(s.Treatments, "T-1") }
	rq1 := func(s *isms.System) *isms.Requirement { return of(s.Requirements, "RQ-1") }
	// without what else there would be to say of what drives nothing any more
	idle := func(s *isms.System) {
		s.Controls, s.Evidence, s.Actions = nil, nil, nil
		for i := range s.Treatments {
			s.Treatments[i].Controls = nil
		}
		for i := range s.Risks {
			for j := range s.Risks[i].Assessments {
				s.Risks[i].Assessments[j].Relies = nil
			}
		}
		for _, ref := range []string{"A.5.34", "A.8.13", "A.8.16"} {
			exclude(ref)(s)
		}
	}
	try(t, "exclusion-contradicted", []tc{
		{name: "a treatment names it", change: exclude("A.8.16"), fires: []string{contradicted("A.8.16")}},
		{name: "a treatment names an own control that realizes it", change: exclude("A.8.13"), fires: []string{contradicted("A.8.13")}},
		{name: "a requirement names it", change: exclude("A.5.34"), fires: []string{contradicted("A.5.34")}},
		{name: "a requirement names an own control", change: func(s *isms.System) {
			exclude("A.5.34")(s)
			rq1(s).Controls, rq1(s).MetBy = nil, []isms.Ref{{Kind: isms.KindControl, ID: "C-3"}}
		}, fires: []string{contradicted("A.5.34")}},
		{
			name: "excluded today", change: with(exclude("A.5.34"), decision("A.5.34", func(d *isms.ApplicabilityDecision) { d.Decision.On = day(today) })),
			fires: []string{contradicted("A.5.34")},
		},

		{name: "nothing drives anything", change: with(idle, func(s *isms.System) {
			rq1(s).Controls, rq1(s).Addressed = nil, isms.NotAddressed
			t1(s).Option = isms.Retain
			of(s.Risks, "R-1").Assessments[0].Inputs["likelihood"] = "2"
			of(s.Risks, "R-1").Assessments = of(s.Risks, "R-1").Assessments[:1]
		})},
		{name: "the treatment retains", change: with(idle, func(s *isms.System) {
			rq1(s).Controls, rq1(s).Addressed = nil, isms.NotAddressed
			t1(s).Option, t1(s).Controls = isms.Retain, []isms.ChosenControl{{Control: a("A.8.16")}}
			of(s.Risks, "R-1").Assessments[0].Inputs["likelihood"] = "2"
			of(s.Risks, "R-1").Assessments = of(s.Risks, "R-1").Assessments[:1]
		})},
		{name: "the risk is closed, the requirement ended", change: with(idle, func(s *isms.System) {
			rq1(s).Until = day("2026-06-29")
			t1(s).Controls = []isms.ChosenControl{{Control: a("A.8.16")}}
			of(s.Risks, "R-1").Status = closed(today)
		})},
		{name: "the requirement is of another scope", change: with(idle, scopes, func(s *isms.System) {
			rq1(s).Scopes = []isms.ScopeID{"other"}
			of(s.Risks, "R-1").Status = closed(today)
		}), scope: "S"},
	})
}

func TestReferenceUndecided(t *testing.T) {
	key := []string{"reference-undecided applicability/A.5.1/decisions"}
	on := func(ref, when string) func(*isms.System) {
		return decision(ref, func(d *isms.ApplicabilityDecision) { d.Decision.On = day(when) })
	}
	drop := func(ref string) func(*isms.System) {
		return func(s *isms.System) {
			list := s.Applicability
			s.Applicability = nil
			for _, a := range list {
				if a.Control.String() != ref {
					s.Applicability = append(s.Applicability, a)
				}
			}
		}
	}
	try(t, "reference-undecided", []tc{
		{name: "no record", change: drop("A.5.1"), fires: key},
		{name: "decided tomorrow", change: on("A.5.1", "2026-07-01"), fires: key},
		{name: "although a treatment needs it", change: drop("A.8.16"), fires: []string{"reference-undecided applicability/A.8.16/decisions"}},
		{name: "two", change: with(drop("A.5.1"), drop("A.8.1")), fires: []string{key[0], "reference-undecided applicability/A.8.1/decisions"}},
		{name: "none is decided", change: func(s *isms.System) { s.Applicability = nil }, fires: []string{"reference-undecided system/applicability"}},
		{name: "none is decided in one of two scopes", change: with(scopes, func(s *isms.System) { s.Applicability = nil }), scope: "S", fires: []string{"reference-undecided system/applicability S"}},
		{
			name: "decided for another scope", change: with(scopes, func(s *isms.System) { of(s.Applicability, "S A.5.1").Scope = "other" }), scope: "S",
			fires: []string{"reference-undecided applicability/S A.5.1/decisions"},
		},
		{name: "no decision in a record that names the only scope", change: func(s *isms.System) {
			*of(s.Applicability, "A.5.1") = isms.Applicability{Scope: "S", Control: a("A.5.1")}
		}, fires: []string{"reference-undecided applicability/S A.5.1/decisions"}},

		{name: "decided today", change: on("A.5.1", today)},
		{name: "decided for the only scope by its name", change: func(s *isms.System) { of(s.Applicability, "A.5.1").Scope = "S" }},
		{name: "a control of a set that is not compared with", change: func(s *isms.System) {
			ref := annexa.ControlRef{Set: "acme:1", ID: "X-7"}
			of(s.Treatments, "T-1").Controls = append(of(s.Treatments, "T-1").Controls, isms.ChosenControl{Control: ref})
			of(s.Controls, "C-1").Realizes = append(of(s.Controls, "C-1").Realizes, isms.Realization{Control: ref})
		}},
		{name: "nothing to compare with", change: func(s *isms.System) {
			s.ControlSets = []annexa.Set{"acme:1"}
			s.Applicability = nil
		}},
	})
}

func TestReasonMissing(t *testing.T) {
	missing := func(ref string) []string { return []string{"reason-missing applicability/" + ref + "/decisions"} }
	why := func(reason string) func(*isms.ApplicabilityDecision) {
		return func(d *isms.ApplicabilityDecision) { d.Decision.Reason = reason }
	}
	ground := func(g isms.Ground, reason string) func(*isms.System) {
		return decision("A.5.1", func(d *isms.ApplicabilityDecision) { d.Ground, d.Decision.Reason = g, reason })
	}
	// include includes A.7.1, which nothing needs, and has it realized.
	include := func(change func(*isms.ApplicabilityDecision)) func(*isms.System) {
		return func(s *isms.System) {
			of(s.Controls, "C-3").Realizes = append(of(s.Controls, "C-3").Realizes, isms.Realization{Control: a("A.7.1")})
			d := &of(s.Applicability, "A.7.1").Decisions[0]
			*d = isms.ApplicabilityDecision{Is: isms.Included, Decision: isms.Decision{By: role("ciso"), On: day("2025-04-01")}}
			change(d)
		}
	}
	own := func(s *isms.System) {
		s.Controls = append(s.Controls, isms.Control{ID: "C-9", Title: "Clean desks", States: []isms.ControlFact{{Is: isms.Implemented, Since: day(today)}}})
	}
	try(t, "reason-missing", []tc{
		{name: "included", change: include(why("")), fires: missing("A.7.1")},
		{name: "included for n/a", change: include(why("n/a")), fires: missing("A.7.1")},
		{name: "included for its title", change: include(why("Physical security perimeters")), fires: missing("A.7.1")},
		{name: "excluded", change: ground(0, ""), fires: missing("A.5.1")},
		{name: "excluded for another reason", change: ground(isms.OtherGround, " "), fires: missing("A.5.1")},
		{name: "excluded for n/a", change: ground(isms.NotPerformed, "n/a"), fires: missing("A.5.1")},
		{name: "an own control that nothing needs", change: own, fires: []string{"reason-missing control/C-9"}},

		{name: "excluded by kind", change: ground(isms.NotPerformed, "")},
		{name: "excluded for another reason, in words", change: ground(isms.OtherGround, "We have no policy but the group's.")},
		{name: "included by kind", change: include(func(d *isms.ApplicabilityDecision) { d.Basis = []string{isms.Contractual} })},
		{name: "included in words", change: include(why("The landlord asks for a lock."))},
		{name: "an own control that a treatment needs", change: with(own, func(s *isms.System) {
			of(s.Treatments, "T-1").Controls = append(of(s.Treatments, "T-1").Controls, isms.ChosenControl{Own: "C-9"})
		})},
	})
}

func TestExcludedButOperated(t *testing.T) {
	key := []string{"excluded-but-operated applicability/A.7.1/decisions"}
	doors := func(is isms.ControlState, since string, where ...isms.ScopeID) func(*isms.System) {
		return func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{
				ID: "C-9", Title: "Doors", Realizes: []isms.Realization{{Control: a("A.7.1")}}, Where: isms.Where{Scopes: where},
				States: []isms.ControlFact{{Is: is, Since: day(since)}},
			})
		}
	}
	try(t, "excluded-but-operated", []tc{
		{name: "implemented today", change: doors(isms.Implemented, today), fires: key},
		{name: "partly", change: doors(isms.Partial, "2025-03-01"), fires: key},
		{name: "found ineffective", change: with(doors(isms.Implemented, "2025-03-01"), func(s *isms.System) {
			of(s.Controls, "C-9").Tests = []isms.ControlTest{{On: day(today), Result: isms.Ineffective}}
		}), fires: key},
		{name: "a part of it", change: with(doors(isms.Implemented, "2025-03-01"), func(s *isms.System) {
			of(s.Controls, "C-9").Realizes[0].Extent = isms.Part
		}), fires: key},
		{name: "in the scope", change: with(scopes, doors(isms.Implemented, "2025-03-01", "other", "S")), scope: "S", fires: []string{"excluded-but-operated applicability/S A.7.1/decisions"}},

		{name: "planned", change: doors(isms.Planned, "2025-03-01")},
		{name: "not implemented", change: doors(isms.NotImplemented, "2025-03-01")},
		{name: "from tomorrow", change: doors(isms.Implemented, "2026-07-01")},
		{name: "retired today", change: with(doors(isms.Implemented, "2025-03-01"), func(s *isms.System) {
			c := of(s.Controls, "C-9")
			c.States = append(c.States, isms.ControlFact{Is: isms.Retired, Since: day(today)})
		})},
		{name: "in another scope", change: with(scopes, doors(isms.Implemented, "2025-03-01", "other")), scope: "S"},
	})
}

// Without a reference control there is nothing to decide.
func TestNothingToCompareWith(t *testing.T) {
	sys := isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion, ControlSets: []annexa.Set{"acme:1"}}
	require.NotContains(t, keys(run(t, subject(t, sys, day(today), ""))), "reference-undecided system/applicability")
}

// A statement that was frozen is held against the records of today.
func TestFrozenStatement(t *testing.T) {
	sys := base(t)
	frozen := subject(t, sys, day("2026-01-31"), "").Statement
	sys.Treatments[0].Controls = append(sys.Treatments[0].Controls, isms.ChosenControl{Control: a("A.8.12")})
	now := subject(t, sys, day(today), "")
	now.Statement = frozen
	require.Equal(t, []string{"exclusion-contradicted applicability/A.8.12/decisions"}, keys(run(t, now)))

	of(sys.Applicability, "A.8.12").Decisions = append(of(sys.Applicability, "A.8.12").Decisions, isms.ApplicabilityDecision{
		Is: isms.Included, Decision: isms.Decision{By: role("ciso"), On: day("2026-06-01")},
	})
	now = subject(t, sys, day(today), "")
	require.Equal(t, []string{"unfinished-without-plan applicability/A.8.12/decisions"}, keys(run(t, now)))
	now.Statement = frozen
	require.Equal(t, []string{"exclusion-contradicted applicability/A.8.12/decisions"}, keys(run(t, now)))
}

func TestRunRefuses(t *testing.T) {
	s := subject(t, base(t), day(today), "")
	refuse := func(s audit.Subject, checks []audit.Check, want string) {
		t.Helper()
		gaps, err := audit.Run(t.Context(), s, checks)
		require.ErrorContains(t, err, want)
		require.Nil(t, gaps)
	}
	refuse(audit.Subject{}, nil, "got no view, want one")
	refuse(audit.Subject{View: s.View}, nil, `got the statement of System "", want that of "acme"`)
	refuse(s, []audit.Check{{Code: "x"}}, `check "x": got no function, want one`)

	external := s
	external.Statement = s.Statement.External()
	refuse(external, nil, "got the external edition of a statement, want the internal one")

	elsewhere := s
	elsewhere.Statement.Scope = "moon"
	refuse(elsewhere, nil, `the scope of the statement: isms: scope: isms: record not found: "moon"`)
}
