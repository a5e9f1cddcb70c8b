package audit_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
)

func TestImplementedButUnsupported(t *testing.T) {
	key := []string{"implemented-but-unsupported control/C-1"}
	c1 := func(s *isms.System) *isms.Control { return of(s.Controls, "C-1") }
	e1 := func(s *isms.System) *isms.Evidence { return of(s.Evidence, "E-1") }
	evidence := func(change func(*isms.Evidence)) func(*isms.System) {
		return func(s *isms.System) { change(e1(s)) }
	}
	none := func(s *isms.System) { s.Evidence = s.Evidence[1:] }
	since := func(on string) func(*isms.System) {
		return func(s *isms.System) { c1(s).States = []isms.ControlFact{{Is: isms.Implemented, Since: day(on)}} }
	}
	// only keeps the evidence, but for a test of the control alone
	only := func(on string) func(*isms.System) {
		return func(s *isms.System) {
			e1(s).Controls = nil
			c1(s).Tests = []isms.ControlTest{{On: day(on), Result: isms.Effective, Evidence: []isms.EvidenceID{"E-1"}}}
		}
	}
	provided := func(p isms.Provision) func(*isms.System) {
		return with(none, func(s *isms.System) { c1(s).Provision = p })
	}
	report := []isms.Ref{{Kind: isms.KindEvidence, ID: "E-9"}}
	contract := []isms.Ref{{Kind: isms.KindDocument, ID: "DOC-2"}}
	reported := func(change func(*isms.Evidence)) func(*isms.System) {
		return func(s *isms.System) {
			e := isms.Evidence{ID: "E-9", CollectedOn: day("2026-01-10")}
			change(&e)
			s.Evidence = append(s.Evidence, e)
		}
	}
	try(t, "implemented-but-unsupported", []tc{
		{name: "no evidence", change: none, fires: key},
		{name: "implemented 91 days ago", change: with(none, since("2026-03-31")), fires: key},
		{name: "implemented anew 31 days ago, and before without a break", change: with(none, func(s *isms.System) {
			c1(s).States = append(c1(s).States, isms.ControlFact{Is: isms.Implemented, Since: day("2026-05-30")})
		}), fires: key},
		{name: "beyond a grace of five days", change: with(none, since("2026-06-24")), graces: audit.Graces{Evidence: 5}, fires: key},
		{name: "collected tomorrow", change: evidence(func(e *isms.Evidence) { e.CollectedOn = day("2026-07-01") }), fires: key},
		{name: "relied on until yesterday", change: evidence(func(e *isms.Evidence) { e.ReliedUntil = day("2026-06-29") }), fires: key},
		{name: "older than the cadence", change: evidence(func(e *isms.Evidence) { e.CollectedOn = day("2025-06-29") }), fires: key},
		{name: "two pieces that lapsed, one after the other", change: with(evidence(func(e *isms.Evidence) { e.CollectedOn = day("2025-06-29") }), func(s *isms.System) {
			old := *e1(s)
			old.ID, old.CollectedOn = "E-9", day("2025-05-01")
			refuting := old
			refuting.ID, refuting.CollectedOn, refuting.Outcome = "E-8", day("2026-06-01"), isms.Refutes
			s.Evidence = append(s.Evidence, old, refuting)
		}), fires: key},
		{name: "lapsed within the grace of the control", change: with(evidence(func(e *isms.Evidence) { e.ReliedUntil = day("2026-02-01") }), since("2026-01-01")), fires: key},
		{name: "refuting", change: evidence(func(e *isms.Evidence) { e.Outcome = isms.Refutes }), fires: key},
		{name: "refuting, within the grace", change: with(since("2026-06-01"), evidence(func(e *isms.Evidence) { e.Outcome = isms.Refutes })), fires: key},
		{name: "refuting, relied on until today", change: with(since("2026-06-01"), evidence(func(e *isms.Evidence) { e.Outcome, e.ReliedUntil = isms.Refutes, day(today) })), fires: key},
		{name: "refuting on the day on which it was implemented", change: with(since(today), evidence(func(e *isms.Evidence) { e.Outcome, e.CollectedOn = isms.Refutes, day(today) }), func(s *isms.System) {
			of(s.Risks, "R-1").Assessments[0].Relies = nil
		}), fires: key},
		{name: "two pieces that lapsed on neighboring days", change: with(evidence(func(e *isms.Evidence) { e.ReliedUntil = day("2026-06-27") }), func(s *isms.System) {
			next := *e1(s)
			next.ID, next.ReliedUntil = "E-9", day("2026-06-28")
			s.Evidence = append(s.Evidence, next)
		}), fires: key},
		{name: "of a test today, collected tomorrow", change: with(only(today), evidence(func(e *isms.Evidence) { e.CollectedOn = day("2026-07-01") })), fires: key},
		{name: "inherited, on a report of tomorrow", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: report}), reported(func(e *isms.Evidence) {
			e.CollectedOn = day("2026-07-01")
		})), fires: key},
		{name: "inherited, on a contract of tomorrow", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: contract}), func(s *isms.System) {
			of(s.Documents, "DOC-2").Versions[0].Approval.On = day("2026-07-01")
		}), fires: key},
		{name: "refuting, no longer relied on", change: evidence(func(e *isms.Evidence) { e.Outcome, e.ReliedUntil = isms.Refutes, day("2026-06-29") }), fires: key},
		{name: "inconclusive", change: evidence(func(e *isms.Evidence) { e.Outcome = isms.Inconclusive }), fires: key},
		{name: "superseded by what refutes", change: func(s *isms.System) {
			s.Evidence = append(s.Evidence, isms.Evidence{
				ID: "E-9", CollectedOn: day(today), Controls: []isms.ControlID{"C-1"}, Outcome: isms.Refutes, Supersedes: []isms.EvidenceID{"E-1"},
			})
		}, fires: key},
		{name: "of a test tomorrow", change: only("2026-07-01"), fires: key},
		{name: "of a test, lapsed", change: with(only("2026-01-10"), evidence(func(e *isms.Evidence) { e.ReliedUntil = day("2026-06-29") })), fires: key},
		{name: "shared, with assurance for the other part", change: provided(isms.Provision{Is: isms.Shared, Assurance: contract}), fires: key},
		{name: "inherited without assurance", change: provided(isms.Provision{Is: isms.Inherited}), fires: key},
		{name: "inherited, on a draft", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: contract}), func(s *isms.System) {
			of(s.Documents, "DOC-2").Versions = nil
		}), fires: key},
		{name: "inherited, on a report that lapsed", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: report}), reported(func(e *isms.Evidence) {
			e.ReliedUntil = day("2026-06-29")
		})), fires: key},
		{name: "while preparing", change: with(none, func(s *isms.System) { s.Phases = s.Phases[:1] }), fires: key},
		{name: "operating from today", change: with(none, func(s *isms.System) { s.Phases[1].Since = day(today) }), fires: key},
		{name: "operating from tomorrow", change: with(none, func(s *isms.System) { s.Phases[1].Since = day("2026-07-01") }), fires: key},
		{name: "chosen by a treatment, and realizing nothing", change: func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{ID: "C-9", States: []isms.ControlFact{{Is: isms.Implemented, Since: day("2025-03-01")}}})
			of(s.Treatments, "T-1").Controls = append(of(s.Treatments, "T-1").Controls, isms.ChosenControl{Own: "C-9"})
		}, fires: []string{"implemented-but-unsupported control/C-9"}},
		{name: "realizing what is included and what is not compared with", change: func(s *isms.System) {
			s.Evidence = s.Evidence[:1]
			of(s.Controls, "C-3").Realizes = append(of(s.Controls, "C-3").Realizes, isms.Realization{Control: a("acme:1/X-7")})
		}, fires: []string{"implemented-but-unsupported control/C-3"}},

		{name: "inconclusive, within the grace", change: with(since("2026-06-01"), evidence(func(e *isms.Evidence) { e.Outcome = isms.Inconclusive }))},
		{name: "one piece refutes, another supports", change: func(s *isms.System) {
			again := *e1(s)
			again.ID, again.Outcome = "E-9", isms.Refutes
			s.Evidence = append(s.Evidence, again)
		}},
		{name: "refuting from tomorrow, within the grace", change: with(since("2026-06-01"), evidence(func(e *isms.Evidence) { e.Outcome, e.CollectedOn = isms.Refutes, day("2026-07-01") }))},
		{name: "implemented 90 days ago", change: with(none, since("2026-04-01"))},
		{name: "implemented again 90 days ago", change: with(none, func(s *isms.System) {
			c1(s).States = append(c1(s).States, isms.ControlFact{Is: isms.Partial, Since: day("2026-01-01")}, isms.ControlFact{Is: isms.Implemented, Since: day("2026-04-01")})
		})},
		{name: "within a grace of five days", change: with(none, since("2026-06-25")), graces: audit.Graces{Evidence: 5}},
		{name: "collected today", change: evidence(func(e *isms.Evidence) { e.CollectedOn = day(today) })},
		{name: "relied on until today", change: evidence(func(e *isms.Evidence) { e.ReliedUntil = day(today) })},
		{name: "one cadence old", change: evidence(func(e *isms.Evidence) { e.CollectedOn = day("2025-06-30") })},
		{name: "old, and no cadence", change: with(evidence(func(e *isms.Evidence) { e.CollectedOn = day("2025-03-01") }), func(s *isms.System) { c1(s).Cadence = isms.Duration{} })},
		{name: "of a test today", change: only(today)},
		{name: "of the second of two tests", change: with(only("2026-01-10"), func(s *isms.System) {
			c1(s).Tests = append([]isms.ControlTest{{On: day("2026-01-09"), Result: isms.Effective}}, c1(s).Tests...)
		})},
		{name: "inherited, with a contract of today", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: contract}), func(s *isms.System) {
			of(s.Documents, "DOC-2").Versions[0].Approval.On = day(today)
		})},
		{name: "inherited, with a contract", change: provided(isms.Provision{Is: isms.Inherited, Assurance: contract})},
		{name: "inherited, with a report", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: report}), reported(func(*isms.Evidence) {}))},
		{name: "inherited, with a report and an old draft", change: with(provided(isms.Provision{Is: isms.Inherited, Assurance: append(contract, report...)}), reported(func(*isms.Evidence) {}), func(s *isms.System) {
			of(s.Documents, "DOC-2").Versions = nil
		})},
		{name: "inherited, with evidence of its own", change: func(s *isms.System) { c1(s).Provision.Is = isms.Inherited }},
		{name: "in another scope", change: with(scopes, none, func(s *isms.System) {
			c1(s).Where.Scopes = []isms.ScopeID{"other"}
			s.Actions = append(s.Actions, isms.Action{ID: "ACT-1", For: []isms.Ref{{Kind: isms.KindTreatment, ID: "T-1"}}, Due: day("2026-12-31")})
		}), scope: "S"},
		{name: "retired, and another in its place", change: func(s *isms.System) {
			old := *c1(s)
			old.ID, old.States = "C-0", []isms.ControlFact{{Is: isms.Implemented, Since: day("2025-03-01")}, {Is: isms.Retired, Since: day(today)}}
			s.Controls = append(s.Controls, old)
		}},
	})
}

// What nothing needs is not asked for evidence: that is asked of the reason.
func TestUnnecessaryControl(t *testing.T) {
	sys := base(t)
	sys.Controls = append(sys.Controls, isms.Control{ID: "C-9", States: []isms.ControlFact{{Is: isms.Implemented, Since: day("2025-03-01")}}})
	require.Equal(t, []string{"reason-missing control/C-9"}, keys(run(t, subject(t, sys, day(today), ""))))
}

func TestUnfinishedWithoutPlan(t *testing.T) {
	key := []string{"unfinished-without-plan control/C-2/states"}
	action := func(change func(*isms.Action)) func(*isms.System) {
		return func(s *isms.System) { change(&s.Actions[0]) }
	}
	none := func(s *isms.System) { s.Actions = nil }
	serves := func(kind isms.Kind, id string) func(*isms.System) {
		return action(func(a *isms.Action) { a.For = []isms.Ref{{Kind: kind, ID: id}} })
	}
	state := func(is isms.ControlState) func(*isms.System) {
		return func(s *isms.System) { of(s.Controls, "C-2").States[0].Is = is }
	}
	// unrealized includes A.5.30, which a treatment names and nothing realizes.
	unrealized := func(s *isms.System) {
		of(s.Applicability, "A.5.30").Decisions[0] = isms.ApplicabilityDecision{Is: isms.Included, Decision: isms.Decision{By: role("ciso"), On: day("2025-04-01")}}
		of(s.Treatments, "T-1").Controls = append(of(s.Treatments, "T-1").Controls, isms.ChosenControl{Control: a("A.5.30")})
	}
	reference := []string{"unfinished-without-plan applicability/A.5.30/decisions"}
	more := func(x isms.Action) func(*isms.System) {
		return func(s *isms.System) {
			x.ID = isms.ActionID(fmt.Sprintf("ACT-%d", 7+len(s.Actions)))
			s.Actions = append(s.Actions, x)
		}
	}
	continuity := func(is isms.ControlState, where ...isms.ScopeID) func(*isms.System) {
		return func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{
				ID: "C-9", Realizes: []isms.Realization{{Control: a("A.5.30")}}, Where: isms.Where{Scopes: where},
				States: []isms.ControlFact{{Is: is, Since: day(today)}},
			})
		}
	}
	ref := func(kind isms.Kind, id string) []isms.Ref { return []isms.Ref{{Kind: kind, ID: id}} }
	try(t, "unfinished-without-plan", []tc{
		{name: "no action", change: none, fires: key},
		{name: "no action, partial", change: with(none, state(isms.Partial)), fires: key},
		{name: "no action, not begun", change: with(none, state(isms.NotImplemented)), fires: key},
		{name: "no action, implemented from tomorrow", change: with(none, func(s *isms.System) {
			of(s.Controls, "C-2").States = []isms.ControlFact{{Is: isms.Implemented, Since: day("2026-07-01")}}
		}), fires: key},
		{name: "no state", change: with(none, func(s *isms.System) { of(s.Controls, "C-2").States = nil }), fires: key},
		{name: "no day", change: action(func(a *isms.Action) { a.Due = isms.Date{} }), fires: key},
		{name: "due yesterday", change: action(func(a *isms.Action) { a.Due = day("2026-06-29") }), fires: key},
		{name: "two are late", change: with(action(func(a *isms.Action) { a.Due = day("2026-06-01") }), more(isms.Action{For: ref(isms.KindTreatment, "T-1"), Due: day("2026-06-20")}), more(isms.Action{})), fires: key},
		{name: "two of the same control are late", change: with(action(func(a *isms.Action) { a.Due = day("2026-06-20") }), more(isms.Action{For: ref(isms.KindControl, "C-2"), Due: day("2026-06-01")})), fires: key},
		{name: "done", change: action(func(a *isms.Action) { a.Done = day(today) }), fires: key},
		{name: "beyond a grace of five days", change: action(func(a *isms.Action) { a.Due = day("2026-06-24") }), graces: audit.Graces{Action: 5}, fires: key},
		{name: "the action is for the risk alone", change: serves(isms.KindRisk, "R-1"), fires: key},
		{name: "the action is for another control", change: serves(isms.KindControl, "C-1"), fires: key},
		{name: "nothing realizes a reference", change: unrealized, fires: reference},
		{name: "only what is retired", change: with(unrealized, continuity(isms.Retired)), fires: reference},
		{name: "only in another scope", change: with(scopes, unrealizedIn("S"), continuity(isms.Implemented, "other")), scope: "S", fires: []string{"unfinished-without-plan applicability/S A.5.30/decisions"}},
		{name: "chosen by a treatment, and realizing nothing", change: func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{ID: "C-9", States: []isms.ControlFact{{Is: isms.Planned, Since: day("2025-03-01")}}})
			of(s.Treatments, "T-1").Controls = append(of(s.Treatments, "T-1").Controls, isms.ChosenControl{Own: "C-9"})
		}, fires: []string{"unfinished-without-plan control/C-9/states"}},

		{name: "due today", change: action(func(a *isms.Action) { a.Due = day(today) })},
		{name: "within a grace of five days", change: action(func(a *isms.Action) { a.Due = day("2026-06-25") }), graces: audit.Graces{Action: 5}},
		{name: "done tomorrow", change: action(func(a *isms.Action) { a.Done = day("2026-07-01") })},
		{name: "one is late, another ahead", change: with(action(func(a *isms.Action) { a.Due = day("2026-06-01") }), more(isms.Action{For: ref(isms.KindTreatment, "T-1"), Due: day(today)}))},
		{name: "the action is for the treatment that names the reference", change: serves(isms.KindTreatment, "T-1")},
		{name: "the action is for the treatment that chose the control", change: with(serves(isms.KindTreatment, "T-1"), func(s *isms.System) {
			of(s.Treatments, "T-1").Controls[1] = isms.ChosenControl{Own: "C-2"}
		})},
		{name: "the action is for a requirement", change: with(serves(isms.KindRequirement, "RQ-1"), func(s *isms.System) {
			of(s.Requirements, "RQ-1").Controls = append(of(s.Requirements, "RQ-1").Controls, a("A.8.16"))
		})},
		{name: "a reference waits for a treatment's action", change: with(unrealized, more(isms.Action{For: ref(isms.KindTreatment, "T-1"), Due: day(today)}))},
		{name: "a reference is realized by what is planned", change: with(unrealized, continuity(isms.Planned), more(isms.Action{For: ref(isms.KindControl, "C-9"), Due: day(today)}))},
		{name: "planned, and nothing needs it", change: func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{ID: "C-9", Realizes: []isms.Realization{{Control: a("A.5.30")}}, States: []isms.ControlFact{{Is: isms.Planned, Since: day("2025-03-01")}}})
		}},
		{name: "planned in another scope", change: with(none, scopes, func(s *isms.System) {
			c := *of(s.Controls, "C-2")
			c.ID, c.Where.Scopes = "C-0", []isms.ScopeID{"other"}
			s.Controls = append(s.Controls, c)
			of(s.Controls, "C-2").States[0].Is = isms.Implemented
			s.Evidence = append(s.Evidence, isms.Evidence{ID: "E-2", CollectedOn: day("2026-01-10"), Controls: []isms.ControlID{"C-2"}})
		}), scope: "S"},
	})
}

// unrealizedIn includes A.5.30 for a reason in words, in a scope that is named.
func unrealizedIn(scope string) func(*isms.System) {
	return func(s *isms.System) {
		of(s.Applicability, scope+" A.5.30").Decisions[0] = isms.ApplicabilityDecision{
			Is: isms.Included, Decision: isms.Decision{By: role("ciso"), On: day("2025-04-01"), Reason: "Customers ask for it."},
		}
	}
}
