package audit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
)

func TestPlanUnapproved(t *testing.T) {
	cto := []string{"plan-unapproved plan/PLAN/versions role/cto"}
	plan := func(s *isms.System) *isms.TreatmentPlan { return of(s.Plans, "PLAN") }
	approval := func(s *isms.System) *isms.PlanApproval { return &plan(s).Versions[0].Approvals[0] }
	by := func(who isms.Party) func(*isms.System) {
		return func(s *isms.System) { approval(s).Decision.By = who }
	}
	// next adds a version 2 of the plan; without approvals it waits for them.
	next := func(on string, approvals ...isms.PlanApproval) func(*isms.System) {
		return func(s *isms.System) {
			plan(s).Versions = append(plan(s).Versions, isms.PlanVersion{
				Number: "2", On: day(on), Treatments: plan(s).Versions[0].Treatments, Approvals: approvals,
			})
		}
	}
	unapproved := func(s *isms.System) { plan(s).Versions[0].Approvals = nil }
	// unlisted adds a treatment of R-2 that the plan does not have.
	unlisted := func(x isms.Treatment) func(*isms.System) {
		return with(func(s *isms.System) {
			x.ID, x.Risks = "T-9", []isms.RiskID{"R-2"}
			s.Treatments = append(s.Treatments, x)
		})
	}
	owner := func(list ...isms.Tenure) func(*isms.System) {
		return func(s *isms.System) { of(s.Risks, "R-1").Owners = list }
	}
	avoid := isms.Treatment{Option: isms.Avoid, Reason: "The site is taken down."}
	begins := func(on string) isms.Treatment {
		x := avoid
		x.From = day(on)
		return x
	}
	try(t, "plan-unapproved", []tc{
		{name: "no plan", change: func(s *isms.System) { s.Plans = nil }, fires: []string{"plan-unapproved system/plans"}},
		{name: "a plan from tomorrow", change: func(s *isms.System) { plan(s).Versions[0].On = day("2026-07-01") }, fires: []string{"plan-unapproved system/plans"}},
		{name: "a plan of another scope", change: with(scopes, func(s *isms.System) { plan(s).Scope = "other" }), scope: "S", fires: []string{"plan-unapproved system/plans S"}},
		{name: "no plan, several treatments", change: with(unlisted(avoid), func(s *isms.System) {
			of(s.Treatments, "T-9").Risks = []isms.RiskID{"R-1", "R-2"}
			s.Plans = nil
		}), fires: []string{"plan-unapproved system/plans"}},
		{name: "no approval", change: unapproved, fires: cto},
		{name: "by another owner", change: by(role("ciso")), fires: cto},
		{name: "by management", change: by(role("ceo")), fires: cto},
		{name: "tomorrow", change: func(s *isms.System) { approval(s).Decision.On = day("2026-07-01") }, fires: cto},
		{name: "on no day", change: func(s *isms.System) { approval(s).Decision.On = isms.Date{} }, fires: cto},
		{name: "for other risks", change: func(s *isms.System) { approval(s).Risks = []isms.RiskID{"R-2"} }, fires: cto},
		{name: "by who held the role until the day before", change: with(by(person("ada")), func(s *isms.System) {
			of(s.Roles, "cto").Holders = append(of(s.Roles, "cto").Holders, isms.Tenure{Who: person("ada"), Until: day("2025-03-31")})
		}), fires: cto},
		{name: "by the risk's owner until the day before", change: with(by(role("ciso")), owner(
			isms.Tenure{Who: role("ciso"), Until: day("2025-03-31")}, isms.Tenure{Who: role("cto"), From: day("2025-04-01")},
		)), fires: cto},
		{name: "not approved, and another owner since today", change: with(unapproved, owner(
			isms.Tenure{Who: role("cto"), Until: day("2026-06-29")}, isms.Tenure{Who: role("ciso"), From: day(today)},
		)), fires: []string{"plan-unapproved plan/PLAN/versions role/ciso"}},
		{name: "two risks of one owner, by two treatments", change: with(unapproved, r9(func(*isms.Risk) {}), treats(isms.Treatment{
			Option: isms.Avoid, Risks: []isms.RiskID{"R-1", "R-9"},
		})), fires: cto},
		{
			name: "two owners", change: with(unapproved, r9(func(r *isms.Risk) { r.Owners[0].Who = role("ciso") }), treats(isms.Treatment{Option: isms.Avoid})),
			fires: append([]string{"plan-unapproved plan/PLAN/versions role/ciso"}, cto...),
		},
		{name: "version 2 not approved after 31 days", change: next("2026-05-30"), fires: cto},
		{name: "version 2 may still be approved, version 1 never was", change: with(next("2026-05-31"), unapproved), fires: cto},
		{name: "version 2 beyond a grace of five days", change: next("2026-06-24"), graces: audit.Graces{Approve: 5}, fires: cto},
		{
			name: "version 1 approved, version 2 does not list it", change: with(next("2026-05-30"), func(s *isms.System) { plan(s).Versions[1].Treatments = []isms.TreatmentID{"T-3"} }),
			fires: []string{"plan-unapproved treatment/T-1"},
		},
		{name: "a treatment that is not listed", change: unlisted(avoid), fires: []string{"plan-unapproved treatment/T-9"}},
		{name: "for 31 days", change: unlisted(begins("2026-05-30")), fires: []string{"plan-unapproved treatment/T-9"}},
		{name: "it shares", change: unlisted(isms.Treatment{Option: isms.Share, ShareWith: isms.Ref{Kind: isms.KindSupplier, ID: "cloud"}}), fires: []string{"plan-unapproved treatment/T-9"}},
		{name: "it modifies", change: unlisted(isms.Treatment{Option: isms.Modify, Controls: []isms.ChosenControl{{Own: "C-1"}}}), fires: []string{"plan-unapproved treatment/T-9"}},
		{name: "two risks by one unlisted treatment", change: with(unlisted(avoid), r9(func(*isms.Risk) {}), func(s *isms.System) {
			of(s.Treatments, "T-9").Risks = []isms.RiskID{"R-2", "R-9"}
		}), fires: []string{"plan-unapproved treatment/T-9"}},

		{name: "approved today", change: func(s *isms.System) { approval(s).Decision.On = day(today) }},
		{name: "approved for the risk", change: func(s *isms.System) { approval(s).Risks = []isms.RiskID{"R-2", "R-1"} }},
		{name: "by who held the role on the day, and has left", change: with(by(person("ada")), func(s *isms.System) {
			of(s.Roles, "cto").Holders = append(of(s.Roles, "cto").Holders, isms.Tenure{Who: person("ada"), From: day("2025-04-01"), Until: day("2025-04-01")})
		})},
		{name: "by the deputy", change: with(by(person("ada")), func(s *isms.System) {
			of(s.Roles, "cto").Holders = append(of(s.Roles, "cto").Holders, isms.Tenure{Who: person("ada"), Deputy: true})
		})},
		{name: "by the role that the owner holds", change: owner(isms.Tenure{Who: person("bob")})},
		{name: "by somebody for the owner", change: func(s *isms.System) {
			approval(s).Decision.By, approval(s).Decision.For = role("ciso"), role("cto")
		}},
		{name: "by the owner of that day", change: with(by(role("ciso")), owner(
			isms.Tenure{Who: role("ciso"), Until: day("2025-04-01")}, isms.Tenure{Who: role("cto"), From: day("2025-04-02")},
		))},
		{name: "by today's owner, before being the owner", change: owner(isms.Tenure{Who: role("cto"), From: day("2026-01-01")}, isms.Tenure{Who: role("ciso"), Until: day("2025-12-31")})},
		{name: "version 2 may still be approved", change: next("2026-05-31")},
		{name: "version 2 drops it, and may still be approved; version 1 is of the day before", change: with(next("2026-06-15"), func(s *isms.System) {
			plan(s).Versions[1].Treatments = nil
			plan(s).Versions[0].On = day("2026-06-14")
		})},
		{name: "the first version is of today", change: with(unapproved, func(s *isms.System) { plan(s).Versions[0].On = day(today) })},
		{name: "by the owner from today, before being the owner", change: owner(isms.Tenure{Who: role("ciso"), Until: day("2026-06-29")}, isms.Tenure{Who: role("cto"), From: day(today)})},
		{name: "by the owner until today, before being the owner", change: owner(
			isms.Tenure{Who: role("ciso"), Until: day("2025-12-31")}, isms.Tenure{Who: role("cto"), From: day("2026-01-01"), Until: day(today)}, isms.Tenure{Who: role("ciso"), From: day("2026-07-01")},
		)},
		{name: "version 2 within a grace of five days", change: next("2026-06-25"), graces: audit.Graces{Approve: 5}},
		{name: "version 2 comes tomorrow", change: next("2026-07-01")},
		{name: "the first version may still be approved", change: with(unapproved, func(s *isms.System) { plan(s).Versions[0].On = day("2026-05-31") })},
		{name: "version 2, approved, lists what version 1 did not", change: with(unlisted(avoid), next("2026-06-01", isms.PlanApproval{Decision: isms.Decision{By: role("cto"), On: day("2026-06-02")}}), func(s *isms.System) {
			plan(s).Versions[1].Treatments = []isms.TreatmentID{"T-1", "T-9"}
		})},
		{name: "a second plan has it", change: with(unlisted(avoid), func(s *isms.System) {
			s.Plans = append(s.Plans, isms.TreatmentPlan{ID: "PLAN-2", Scope: "S", Versions: []isms.PlanVersion{{
				Number: "1", On: day("2025-03-20"), Treatments: []isms.TreatmentID{"T-9"},
				Approvals: []isms.PlanApproval{{Decision: isms.Decision{By: role("cto"), On: day("2025-04-01")}}},
			}}})
		})},
		{name: "not listed for 30 days", change: unlisted(begins("2026-05-31"))},
		{name: "not listed, from tomorrow", change: unlisted(begins("2026-07-01"))},
		{name: "not listed, of a risk that is retained", change: unlisted(isms.Treatment{Option: isms.Retain})},
		{name: "not listed, of a closed risk", change: with(unlisted(avoid), r9(func(r *isms.Risk) { r.Status = closed(today) }), func(s *isms.System) {
			of(s.Treatments, "T-9").Risks = []isms.RiskID{"R-9"}
		})},
		{name: "no plan, and nothing to plan", change: func(s *isms.System) {
			s.Plans = nil
			of(s.Treatments, "T-1").Option = isms.Retain
			of(s.Risks, "R-1").Assessments = of(s.Risks, "R-1").Assessments[:1]
			of(s.Risks, "R-1").Assessments[0].Inputs["likelihood"] = "2"
			decide(s, "A.8.13")
			decide(s, "A.8.16")
		}},
	})
}

// A treatment of risks that nobody owns waits for owners, not for the plan.
func TestPlanOfUnownedRisk(t *testing.T) {
	sys := base(t)
	of(sys.Risks, "R-1").Owners = nil
	sys.Plans = nil
	require.Equal(t, []string{"risk-unowned risk/R-1/owners"}, keys(run(t, subject(t, sys, day(today), ""))))
}
