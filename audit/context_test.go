package audit_test

import (
	"testing"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
)

func TestClimateUndetermined(t *testing.T) {
	try(t, "climate-undetermined", []tc{
		{name: "no determination", change: func(s *isms.System) {
			s.Determinations = nil
		}, fires: []string{"climate-undetermined system/determinations"}},
		{name: "a determination of something else", change: func(s *isms.System) {
			s.Determinations[0].Topic = "quantum computing"
		}, fires: []string{"climate-undetermined system/determinations"}},
		{name: "no outcome", change: func(s *isms.System) {
			s.Determinations[0].Outcome = 0
		}, fires: []string{"climate-undetermined determination/D-1/outcome"}},
		{name: "no outcome, asked today", change: func(s *isms.System) {
			s.Determinations[0].Outcome, s.Determinations[0].Decision.On = 0, day(today)
		}, fires: []string{"climate-undetermined determination/D-1/outcome"}},
		{name: "no outcome, to be asked tomorrow", change: func(s *isms.System) {
			s.Determinations[0].Outcome, s.Determinations[0].Decision.On = 0, day("2026-07-01")
		}, fires: []string{"climate-undetermined system/determinations"}},
		{name: "an outcome that nobody decided", change: func(s *isms.System) {
			s.Determinations[0].Decision = isms.Decision{}
		}, fires: []string{"climate-undetermined determination/D-1/decision"}},
		{name: "decided the day after", change: func(s *isms.System) {
			s.Determinations[0].Decision.On = day("2026-07-01")
		}, fires: []string{"climate-undetermined system/determinations"}},
		{name: "decided on no day", change: func(s *isms.System) {
			s.Determinations[0].Decision.On = isms.Date{}
		}, fires: []string{"climate-undetermined determination/D-1/decision"}},
		{
			name: "on the day of the amendment", change: early, at: "2024-02-23",
			fires: []string{"climate-undetermined system/determinations"},
		},

		{name: "the day before the amendment", change: early, at: "2024-02-22"},
		{name: "decided on the day", change: func(s *isms.System) {
			s.Determinations[0].Decision.On = day(today)
		}},
		{name: "relevant", change: func(s *isms.System) {
			s.Determinations[0].Outcome = isms.Relevant
		}},
		{name: "the question asked again, after it was answered", change: func(s *isms.System) {
			s.Determinations = append(s.Determinations, isms.Determination{ID: "D-2", Topic: isms.ClimateChange})
		}},
		{name: "another question still open", change: func(s *isms.System) {
			s.Determinations = append(s.Determinations, isms.Determination{ID: "D-2", Topic: "quantum computing"})
		}},
	})
}

// early leaves of the base what there was long before it, so that a case can
// be about a day in the past.
func early(s *isms.System) {
	then := day("2020-01-01")
	s.Risks, s.Treatments, s.Plans, s.Acceptances, s.Actions = nil, nil, nil, nil, nil
	for i := range s.Roles {
		s.Roles[i].Holders[0].From = then
	}
	for i := range s.Documents {
		s.Documents[i].Versions[0].Approval.On = then
	}
	s.Methods[0].Versions[0].From = then
	s.Controls = []isms.Control{*of(s.Controls, "C-3")}
	s.Controls[0].States[0].Since = then
	s.Evidence = []isms.Evidence{*of(s.Evidence, "E-3")}
	s.Evidence[0].CollectedOn = then
	for i, a := range s.Applicability {
		if a.Control.ID == "A.8.13" || a.Control.ID == "A.8.16" {
			s.Applicability[i] = excluded(a.Control)
		}
		s.Applicability[i].Decisions[0].Decision.On = then
	}
}

func TestIssuesOneSided(t *testing.T) {
	key := []string{"issues-one-sided system/issues"}
	internal := func(s *isms.System) *isms.Issue { return of(s.Issues, "I-1") }
	external := func(s *isms.System) *isms.Issue { return of(s.Issues, "I-2") }
	try(t, "issues-one-sided", []tc{
		{name: "none", change: func(s *isms.System) { s.Issues = nil }, fires: key},
		{name: "internal only", change: func(s *isms.System) { external(s).Nature = isms.Internal }, fires: key},
		{name: "external only", change: func(s *isms.System) { internal(s).Nature = isms.External }, fires: key},
		{name: "of no nature", change: func(s *isms.System) { internal(s).Nature = 0 }, fires: key},
		{name: "the internal one begins tomorrow", change: func(s *isms.System) { internal(s).From = day("2026-07-01") }, fires: key},
		{name: "the external one ended yesterday", change: func(s *isms.System) { external(s).Until = day("2026-06-29") }, fires: key},

		{name: "the internal one begins today", change: func(s *isms.System) { internal(s).From = day(today) }},
		{name: "the external one ends today", change: func(s *isms.System) { external(s).Until = day(today) }},
		{name: "one that ended beside those in force", change: func(s *isms.System) {
			s.Issues = append(s.Issues, isms.Issue{ID: "I-0", Nature: isms.External, Until: day("2025-12-31")})
		}},
	})
}

func TestRequirementUndecided(t *testing.T) {
	key := []string{"requirement-undecided requirement/RQ-9/addressed"}
	add := func(q isms.Requirement) func(*isms.System) {
		return func(s *isms.System) {
			q.ID = "RQ-9"
			s.Requirements = append(s.Requirements, q)
			s.Scopes = append(s.Scopes, isms.Scope{ID: "other", Statement: "Another"})
			named(s)
		}
	}
	try(t, "requirement-undecided", []tc{
		{name: "undecided", change: add(isms.Requirement{}), scope: "S", fires: key},
		{name: "of the scope", change: add(isms.Requirement{Scopes: []isms.ScopeID{"other", "S"}}), scope: "S", fires: key},
		{name: "since today", change: add(isms.Requirement{From: day(today)}), scope: "S", fires: key},
		{name: "until today", change: add(isms.Requirement{Until: day(today)}), scope: "S", fires: key},

		{name: "not addressed", change: add(isms.Requirement{Addressed: isms.NotAddressed}), scope: "S"},
		{name: "it names a control", change: add(isms.Requirement{Controls: []annexa.ControlRef{a("A.8.13")}}), scope: "S"},
		{name: "it names what meets it", change: add(isms.Requirement{MetBy: []isms.Ref{{Kind: isms.KindDocument, ID: "DOC-2"}}}), scope: "S"},
		{name: "from tomorrow", change: add(isms.Requirement{From: day("2026-07-01")}), scope: "S"},
		{name: "until yesterday", change: add(isms.Requirement{Until: day("2026-06-29")}), scope: "S"},
		{name: "of another scope", change: add(isms.Requirement{Scopes: []isms.ScopeID{"other"}}), scope: "S"},
	})
}

// named puts the decisions on references into the scope S, as a System with
// several scopes has to.
func named(s *isms.System) {
	for i := range s.Applicability {
		s.Applicability[i].Scope = "S"
	}
}

func a(id string) annexa.ControlRef {
	ref, err := annexa.Parse(id)
	if err != nil {
		panic(err)
	}
	return ref
}

func TestRequirementUnserved(t *testing.T) {
	key := []string{"requirement-unserved requirement/RQ-2/metBy"}
	rq := func(s *isms.System) *isms.Requirement { return of(s.Requirements, "RQ-2") }
	document := isms.Ref{Kind: isms.KindDocument, ID: "DOC-2"}
	withdrawn := func(s *isms.System, on string) {
		of(s.Documents, "DOC-2").Versions[0].Withdrawn = day(on)
	}
	retired := func(s *isms.System, on string) {
		s.Controls = append(s.Controls, isms.Control{ID: "C-9", States: []isms.ControlFact{{Is: isms.Retired, Since: day(on)}}})
		rq(s).MetBy = []isms.Ref{{Kind: isms.KindControl, ID: "C-9"}}
	}
	action := func(due, done string) func(*isms.System) {
		return func(s *isms.System) {
			rq(s).MetBy = nil
			x := isms.Action{ID: "ACT-9", For: []isms.Ref{rq(s).Ref()}}
			if due != "" {
				x.Due = day(due)
			}
			if done != "" {
				x.Done = day(done)
			}
			s.Actions = append(s.Actions, x)
		}
	}
	try(t, "requirement-unserved", []tc{
		{name: "nothing named", change: func(s *isms.System) { rq(s).MetBy = nil }, fires: key},
		{name: "met by a document withdrawn today", change: func(s *isms.System) { withdrawn(s, today) }, fires: key},
		{name: "met by a control retired today", change: func(s *isms.System) { retired(s, today) }, fires: key},
		{name: "by both", change: func(s *isms.System) {
			retired(s, today)
			withdrawn(s, today)
			rq(s).MetBy = append(rq(s).MetBy, document)
		}, fires: key},
		{name: "an action without a day", change: action("", ""), fires: key},
		{name: "an action due yesterday", change: action("2026-06-29", ""), fires: key},
		{name: "an action done today, and nothing named", change: action("2026-12-31", today), fires: key},
		{name: "an action late beyond the grace", change: action("2026-06-19", ""), graces: audit.Graces{Action: 10}, fires: key},

		{name: "an action due today", change: action(today, "")},
		{name: "an action that will be done tomorrow", change: action("2026-12-31", "2026-07-01")},
		{name: "an action late within the grace", change: action("2026-06-20", ""), graces: audit.Graces{Action: 10}},
		{name: "met by a document withdrawn tomorrow", change: func(s *isms.System) { withdrawn(s, "2026-07-01") }},
		{name: "met by a draft", change: func(s *isms.System) { of(s.Documents, "DOC-2").Versions = nil }},
		{name: "one of two still stands", change: func(s *isms.System) {
			retired(s, today)
			rq(s).MetBy = append(rq(s).MetBy, document)
		}},
		{name: "met by a process", change: func(s *isms.System) {
			s.Processes = append(s.Processes, isms.Process{ID: "P-1"})
			rq(s).MetBy = []isms.Ref{{Kind: isms.KindProcess, ID: "P-1"}}
		}},
		{name: "a reference control is named", change: func(s *isms.System) {
			rq(s).MetBy, rq(s).Controls = nil, []annexa.ControlRef{a("A.8.13")}
		}},
		{name: "not addressed", change: func(s *isms.System) {
			rq(s).MetBy, rq(s).Addressed = nil, isms.NotAddressed
		}},
		{name: "no longer in force", change: func(s *isms.System) {
			rq(s).MetBy, rq(s).Until = nil, day("2026-06-29")
		}},
	})
}

func TestScopeUndefined(t *testing.T) {
	try(t, "scope-undefined", []tc{
		{name: "no scope", change: func(s *isms.System) { s.Scopes = nil }, fires: []string{"scope-undefined system/scopes"}},
		{name: "no statement", change: func(s *isms.System) { s.Scopes[0].Statement = "" }, fires: []string{"scope-undefined scope/S/statement"}},
		{name: "a statement of blanks", change: func(s *isms.System) { s.Scopes[0].Statement = " \n" }, fires: []string{"scope-undefined scope/S/statement"}},

		{name: "another scope has none", change: func(s *isms.System) {
			s.Scopes = append(s.Scopes, isms.Scope{ID: "other"})
			named(s)
		}, scope: "S"},
		{name: "a part of a larger scope", change: func(s *isms.System) {
			s.Scopes = append(s.Scopes, isms.Scope{ID: "group"})
			s.Scopes[0].Parent = "group"
			named(s)
		}, scope: "S"},
	})
}

func TestInterfaceUnhandled(t *testing.T) {
	key := []string{"interface-unhandled scope/S/interfaces Hosting"}
	document := isms.Ref{Kind: isms.KindDocument, ID: "DOC-2"}
	try(t, "interface-unhandled", []tc{
		{name: "nothing said", change: func(s *isms.System) { s.Scopes[0].Interfaces[0].Handling = "" }, fires: key},
		{name: "with nobody named", change: func(s *isms.System) {
			s.Scopes[0].Interfaces[0] = isms.Interface{Title: "Hosting", Handling: " "}
		}, fires: key},
		{name: "by a withdrawn contract", change: func(s *isms.System) {
			s.Scopes[0].Interfaces[0] = isms.Interface{Title: "Hosting", By: []isms.Ref{document}}
			of(s.Documents, "DOC-2").Versions[0].Withdrawn = day(today)
			of(s.Requirements, "RQ-2").Addressed = isms.NotAddressed
		}, fires: key},
		{name: "two of three", change: func(s *isms.System) {
			s.Scopes[0].Interfaces = append(s.Scopes[0].Interfaces, isms.Interface{Title: "Payroll"}, isms.Interface{Title: "Auditors"})
		}, fires: []string{"interface-unhandled scope/S/interfaces Payroll", "interface-unhandled scope/S/interfaces Auditors"}},

		{name: "no words, but a contract", change: func(s *isms.System) {
			s.Scopes[0].Interfaces[0] = isms.Interface{Title: "Hosting", By: []isms.Ref{document}}
		}},
		{name: "no interface", change: func(s *isms.System) { s.Scopes[0].Interfaces = nil }},
		{name: "an interface of another scope", change: func(s *isms.System) {
			s.Scopes = append(s.Scopes, isms.Scope{ID: "other", Interfaces: []isms.Interface{{Title: "Payroll"}}})
			named(s)
		}, scope: "S"},
	})
}
