package audit_test

import (
	"testing"

	"github.com/ismskit/ismskit/isms"
)

func TestPolicyUnapproved(t *testing.T) {
	draft := []string{"policy-unapproved document/POL/versions"}
	policy := func(s *isms.System) *isms.DocumentVersion { return &of(s.Documents, "POL").Versions[0] }
	try(t, "policy-unapproved", []tc{
		{name: "no document", change: func(s *isms.System) {
			s.Documents = s.Documents[1:]
		}, fires: []string{"policy-unapproved system/documents"}},
		{name: "approved documents, but of other topics", change: func(s *isms.System) {
			s.Documents[0].Topic = isms.TopicScope
		}, fires: []string{"policy-unapproved system/documents"}},
		{name: "a draft", change: func(s *isms.System) { policy(s).Approval = isms.Decision{} }, fires: draft},
		{name: "approved by nobody", change: func(s *isms.System) { policy(s).Approval.By = isms.Party{} }, fires: draft},
		{name: "approved tomorrow", change: func(s *isms.System) { policy(s).Approval.On = day("2026-07-01") }, fires: draft},
		{name: "withdrawn today", change: func(s *isms.System) { policy(s).Withdrawn = day(today) }, fires: draft},
		{name: "of another scope", change: func(s *isms.System) {
			s.Documents[0].Scope = "other"
			s.Scopes = append(s.Scopes, isms.Scope{ID: "other"})
			named(s)
		}, scope: "S", fires: []string{"policy-unapproved system/documents S"}},
		{name: "a draft in one of two scopes", change: with(scopes, func(s *isms.System) { policy(s).Approval = isms.Decision{} }), scope: "S", fires: draft},

		{name: "approved today", change: func(s *isms.System) { policy(s).Approval.On = day(today) }},
		{name: "withdrawn tomorrow", change: func(s *isms.System) { policy(s).Withdrawn = day("2026-07-01") }},
		{name: "of the scope", change: func(s *isms.System) { s.Documents[0].Scope = "S" }},
		{name: "review overdue", change: func(s *isms.System) { s.Documents[0].ReviewEvery = isms.Months(12) }},
		{name: "a new version in draft", change: func(s *isms.System) {
			s.Documents[0].Versions = append(s.Documents[0].Versions, isms.DocumentVersion{Number: "2", On: day("2026-06-01")})
		}},
		{name: "a second policy in draft", change: func(s *isms.System) {
			s.Documents = append(s.Documents, isms.Document{ID: "Z", Topic: isms.TopicPolicy})
		}},
	})
}

func TestAuthorityVacant(t *testing.T) {
	ciso := []string{"authority-vacant role/ciso/holders"}
	holder := func(s *isms.System, id string) *isms.Tenure { return &of(s.Roles, id).Holders[0] }
	auditor := func(r isms.Role) func(*isms.System) {
		return func(s *isms.System) {
			r.ID = "auditor"
			s.Roles = append(s.Roles, r)
		}
	}
	vacantAuditor := []string{"authority-vacant role/auditor/holders"}
	ended := []isms.Tenure{{Who: person("bob"), Until: day("2026-01-31")}, {Who: person("ada"), Until: day("2025-12-31")}}
	// owns adds an owner of R-2.
	owns := func(by isms.Tenure) func(*isms.System) {
		return func(s *isms.System) { of(s.Risks, "R-2").Owners = append(of(s.Risks, "R-2").Owners, by) }
	}
	// leaves adds a version of the method that leaves high risks to the auditor.
	leaves := func(number, from string) func(*isms.System) {
		return func(s *isms.System) {
			v := s.Methods[0].Versions[0]
			v.Number, v.From, v.Authorities = number, day(from), []isms.Authority{{Word: "management", Holder: role("auditor")}}
			s.Methods[0].Versions = append(s.Methods[0].Versions, v)
		}
	}
	try(t, "authority-vacant", []tc{
		{name: "no roles", change: func(s *isms.System) {
			s.Roles = nil
			cleo := person("cleo")
			s.Determinations[0].Decision.By = cleo
			s.Methods[0].Versions[0].Authorities[0].Holder = cleo
			for i := range s.Risks {
				s.Risks[i].Owners[0].Who = cleo
			}
			for i := range s.Documents {
				s.Documents[i].Versions[0].Approval.By = cleo
			}
			for i := range s.Applicability {
				s.Applicability[i].Decisions[0].Decision.By = cleo
			}
			s.Actions[0].Owner = cleo
			s.Plans[0].Versions[0].Approvals[0].Decision.By = cleo
			s.Acceptances[0].Decision.By = cleo
		}, fires: []string{"authority-vacant system/roles"}},
		{name: "the holder left yesterday", change: func(s *isms.System) { holder(s, "ciso").Until = day("2026-06-29") }, fires: ciso},
		{name: "the successor begins tomorrow", change: func(s *isms.System) {
			holder(s, "ciso").Until = day("2026-06-29")
			of(s.Roles, "ciso").Holders = append(of(s.Roles, "ciso").Holders, isms.Tenure{Who: person("bob"), From: day("2026-07-01")})
		}, fires: ciso},
		{name: "an authority of the criteria, and no text", change: func(s *isms.System) {
			of(s.Roles, "ceo").Authorities = nil
			holder(s, "ceo").Until = day("2026-06-29")
		}, fires: []string{"authority-vacant role/ceo/holders"}},
		{name: "an owner of open risks, and no text", change: func(s *isms.System) {
			of(s.Roles, "cto").Responsibilities = nil
			holder(s, "cto").Until = day("2026-06-29")
		}, fires: []string{"authority-vacant role/cto/holders"}},
		{name: "never held, with responsibilities", change: auditor(isms.Role{Responsibilities: []string{"audits"}}), fires: vacantAuditor},
		{name: "never held, with authorities", change: auditor(isms.Role{Authorities: []string{"sees all records"}}), fires: vacantAuditor},
		{name: "held by several, the last since January", change: auditor(isms.Role{Authorities: []string{"sees all records"}, Holders: ended}), fires: vacantAuditor},

		{name: "the successor has a term from tomorrow", change: func(s *isms.System) {
			holder(s, "ciso").Until = day("2026-06-29")
			of(s.Roles, "ciso").Holders = append(of(s.Roles, "ciso").Holders, isms.Tenure{Who: person("bob"), From: day("2026-07-01"), Until: day("2026-12-31")})
		}, fires: ciso},
		{name: "held by two, one after the other", change: auditor(isms.Role{Authorities: []string{"sees all records"}, Holders: []isms.Tenure{
			{Who: person("bob"), Until: day("2026-01-31")}, {Who: person("ada"), Until: day("2026-02-01")},
		}}), fires: vacantAuditor},
		{name: "given up, and an owner from today", change: with(auditor(isms.Role{}), owns(isms.Tenure{Who: role("auditor"), From: day(today)})), fires: vacantAuditor},
		{name: "given up, and an owner until today", change: with(auditor(isms.Role{}), owns(isms.Tenure{Who: role("auditor"), From: day("2026-01-01"), Until: day(today)})), fires: vacantAuditor},
		{name: "given up, and an authority from today", change: with(auditor(isms.Role{}), leaves("2", today)), fires: vacantAuditor},

		{name: "given up, an owner until yesterday", change: with(auditor(isms.Role{}), owns(isms.Tenure{Who: role("auditor"), From: day("2026-01-01"), Until: day("2026-06-29")}))},
		{name: "given up, an authority from tomorrow", change: with(auditor(isms.Role{}), leaves("2", "2026-07-01"))},
		{name: "the holder leaves today", change: func(s *isms.System) { holder(s, "ciso").Until = day(today) }},
		{name: "the successor begins today", change: func(s *isms.System) {
			holder(s, "ciso").Until = day("2026-06-29")
			of(s.Roles, "ciso").Holders = append(of(s.Roles, "ciso").Holders, isms.Tenure{Who: person("bob"), From: day(today)})
		}},
		{name: "a deputy acts", change: func(s *isms.System) { holder(s, "ciso").Deputy = true }},
		{name: "a role given up", change: auditor(isms.Role{Holders: ended})},
		{name: "a role given up that owned a closed risk", change: func(s *isms.System) {
			auditor(isms.Role{Holders: ended})(s)
			s.Risks = append(s.Risks, isms.Risk{
				ID: "R-9", Owners: []isms.Tenure{{Who: role("auditor")}}, Status: []isms.RiskFact{{Is: isms.Closed, Since: day("2026-01-31")}},
			})
		}},
		{name: "a role given up that held an authority of an earlier version", change: func(s *isms.System) {
			auditor(isms.Role{Holders: ended})(s)
			old := s.Methods[0].Versions[0]
			old.Number, old.From = "0", day("2024-01-01")
			old.Authorities = []isms.Authority{{Word: "management", Holder: role("auditor")}}
			s.Methods[0].Versions = append(s.Methods[0].Versions, old)
		}},
	})
}
