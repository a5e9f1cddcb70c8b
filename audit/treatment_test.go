package audit_test

import (
	"testing"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// rated is an assessment by the method M with a consequence of 3: likelihood 1
// and 2 give low, 3 medium, 4 high.
func rated(stage isms.Stage, on, likelihood string) isms.Assessment {
	return isms.Assessment{Stage: stage, On: day(on), Method: "M", Inputs: risk.Inputs{"likelihood": likelihood, "consequence": "3"}}
}

// assessed adds R-9 with these assessments.
func assessed(list ...isms.Assessment) func(*isms.System) {
	return r9(func(r *isms.Risk) { r.Assessments = list })
}

// treats adds a treatment of R-9, T-9, and to the plan.
func treats(x isms.Treatment) func(*isms.System) {
	return func(s *isms.System) {
		x.ID = "T-9"
		if x.Risks == nil {
			x.Risks = []isms.RiskID{"R-9"}
		}
		if x.Option == isms.Modify && x.Controls == nil {
			x.Controls = []isms.ChosenControl{{Own: "C-1"}}
		}
		if x.Option == isms.Avoid && x.Reason == "" {
			x.Reason = "The service is given up."
		}
		s.Treatments = append(s.Treatments, x)
		v := &s.Plans[0].Versions[0]
		v.Treatments = append(v.Treatments, "T-9")
	}
}

// accepts adds an acceptance of R-9, AC-9, by its owner.
func accepts(on string) func(*isms.System) {
	return func(s *isms.System) {
		s.Acceptances = append(s.Acceptances, isms.Acceptance{ID: "AC-9", Risk: "R-9", Decision: isms.Decision{By: role("cto"), On: day(on)}})
	}
}

func TestRiskUntreated(t *testing.T) {
	key := []string{"risk-untreated risk/R-9"}
	const long = "2025-03-01"
	medium := assessed(rated(isms.Current, long, "3"))
	retain := isms.Treatment{Option: isms.Retain}
	try(t, "risk-untreated", []tc{
		{name: "medium for long", change: medium, fires: key},
		{name: "for 31 days", change: assessed(rated(isms.Current, "2026-05-30", "3")), fires: key},
		{name: "for 31 days in two assessments", change: assessed(
			rated(isms.Current, "2026-06-20", "4"), rated(isms.Current, "2026-05-30", "3"), rated(isms.Current, "2026-05-29", "2"),
		), fires: key},
		{name: "at the inherent stage", change: assessed(rated(isms.Inherent, long, "3")), fires: key},
		{name: "at the inherent stage, and in spite of the controls in place", change: assessed(rated(isms.Inherent, long, "4"), inPlace(rated(isms.Residual, long, "3"))), fires: key},
		{name: "at the inherent stage, and the residual one says nothing", change: assessed(rated(isms.Inherent, long, "3"), isms.Assessment{Stage: isms.Residual, On: day(long), Method: "M"}), fires: key},
		{name: "within the criteria once a treatment is done that is not in force", change: with(assessed(rated(isms.Inherent, long, "3"), func() isms.Assessment {
			a := rated(isms.Residual, long, "2")
			a.Presumes = []isms.TreatmentID{"T-9"}
			return a
		}()), treats(isms.Treatment{Option: isms.Avoid, From: day("2026-07-01")})), fires: key},
		{
			name: "at the current stage, within the criteria by a residual one", change: assessed(rated(isms.Current, long, "3"), rated(isms.Inherent, long, "4"), inPlace(rated(isms.Residual, long, "2"))),
			fires: []string{key[0], "residual-unexplained risk/R-9/assessments"},
		},
		{name: "at the inherent stage, low at the current one from tomorrow", change: assessed(rated(isms.Inherent, long, "3"), rated(isms.Current, "2026-07-01", "2")), fires: key},
		{name: "at the current stage, not at the inherent one", change: assessed(rated(isms.Inherent, long, "1"), rated(isms.Current, long, "3")), fires: key},
		{name: "the residual level presumes what there is not", change: assessed(rated(isms.Current, long, "3"), rated(isms.Residual, long, "3")), fires: key},
		{name: "beyond a grace of five days", change: assessed(rated(isms.Current, "2026-06-24", "3")), graces: audit.Graces{Treat: 5}, fires: key},
		{name: "the treatment begins tomorrow", change: with(medium, treats(isms.Treatment{Option: isms.Retain, From: day("2026-07-01")})), fires: key},
		{name: "the treatment ended yesterday", change: with(medium, treats(isms.Treatment{Option: isms.Retain, Until: day("2026-06-29")})), fires: key},
		{name: "accepted tomorrow", change: with(medium, accepts("2026-07-01")), fires: key},
		{name: "accepted by nobody", change: with(medium, accepts(long), func(s *isms.System) { of(s.Acceptances, "AC-9").Decision.By = isms.Party{} }), fires: key},
		{name: "a treatment of another risk", change: with(medium, treats(isms.Treatment{Option: isms.Retain, Risks: []isms.RiskID{"R-2"}})), fires: key},

		{name: "for 30 days", change: assessed(rated(isms.Current, "2026-05-31", "3"))},
		{name: "for 30 days, and once before", change: assessed(
			rated(isms.Current, "2026-05-31", "3"), rated(isms.Current, "2026-01-10", "2"), rated(isms.Current, long, "3"),
		)},
		{name: "within a grace of five days", change: assessed(rated(isms.Current, "2026-06-25", "3")), graces: audit.Graces{Treat: 5}},
		{name: "low", change: assessed(rated(isms.Current, long, "2"))},
		{name: "low by the controls in place, from an inherent level above", change: assessed(rated(isms.Inherent, long, "4"), inPlace(rated(isms.Residual, long, "2")))},
		{name: "low by now, from an inherent level above", change: assessed(rated(isms.Inherent, long, "4"), rated(isms.Current, long, "2"))},
		{name: "low since today, from an inherent level above", change: assessed(rated(isms.Inherent, long, "4"), rated(isms.Current, today, "2"))},
		{name: "low since today", change: assessed(rated(isms.Current, long, "4"), rated(isms.Current, today, "2"))},
		{name: "medium from tomorrow", change: assessed(rated(isms.Current, long, "2"), rated(isms.Current, "2026-07-01", "3"))},
		{name: "accepted today", change: with(medium, accepts(today))},
		{name: "the whole is accepted, of which it is a part", change: with(medium, accepts(long), part(isms.HighestPart), func(s *isms.System) {
			of(s.Acceptances, "AC-9").Risk = "R-2"
		}), fires: key},
		{name: "a treatment from today", change: with(medium, treats(isms.Treatment{Option: isms.Avoid, From: day(today)}))},
		{name: "a treatment until today", change: with(medium, treats(isms.Treatment{Option: isms.Avoid, Until: day(today)}))},
		{name: "the whole is treated", change: with(medium, part(isms.HighestPart), treats(isms.Treatment{Option: isms.Avoid, Risks: []isms.RiskID{"R-2"}}))},
		{name: "a part of a part is treated", change: with(r9(func(*isms.Risk) {}), treats(isms.Treatment{Option: isms.Avoid}), func(s *isms.System) {
			of(s.Risks, "R-9").PartOf = "R-2"
			of(s.Risks, "R-2").PartOf = "R-1"
			s.Treatments = s.Treatments[1:]
			of(s.Risks, "R-1").Assessments = of(s.Risks, "R-1").Assessments[:1]
			decide(s, "A.8.13")
			decide(s, "A.8.16")
			s.Plans[0].Versions[0].Treatments = []isms.TreatmentID{"T-9"}
		})},
		{name: "the criteria do not say", change: with(r9(func(r *isms.Risk) {
			r.Assessments = []isms.Assessment{{Stage: isms.Current, On: day(long), Method: "acme/grid@1", Rating: risk.Rating{Level: "high"}}}
		}))},
		{name: "closed", change: with(medium, func(s *isms.System) { of(s.Risks, "R-9").Status = closed(today) })},
		{name: "retained while the acceptance is being asked for", change: with(assessed(rated(isms.Current, "2026-05-15", "3")), treats(retain))},
	})
}

// inPlace lets an assessment rely on a control in place.
func inPlace(a isms.Assessment) isms.Assessment {
	a.Relies = []isms.ControlID{"C-1"}
	return a
}

// decide gives the decision on a reference a reason.
func decide(s *isms.System, ref string) {
	of(s.Applicability, ref).Decisions[0].Decision.Reason = "Customers ask for it."
}

func TestOptionEmpty(t *testing.T) {
	field := func(name string) []string { return []string{"option-empty treatment/T-9/" + name} }
	r2 := []isms.RiskID{"R-2"}
	supplier := isms.Ref{Kind: isms.KindSupplier, ID: "cloud"}
	raw := func(x isms.Treatment) func(*isms.System) {
		return func(s *isms.System) {
			x.ID = "T-9"
			s.Treatments = append(s.Treatments, x)
			v := &s.Plans[0].Versions[0]
			v.Treatments = append(v.Treatments, "T-9")
		}
	}
	own := []isms.ChosenControl{{Own: "C-1"}}
	try(t, "option-empty", []tc{
		{name: "no option", change: raw(isms.Treatment{Risks: r2}), fires: field("option")},
		{name: "modified by nothing", change: raw(isms.Treatment{Risks: r2, Option: isms.Modify}), fires: field("controls")},
		{name: "modified by a partner", change: raw(isms.Treatment{Risks: r2, Option: isms.Modify, ShareWith: supplier, Reason: "They do it."}), fires: field("controls")},
		{name: "shared with nobody", change: raw(isms.Treatment{Risks: r2, Option: isms.Share, Reason: "Insurance"}), fires: field("shareWith")},
		{name: "avoided somehow", change: raw(isms.Treatment{Risks: r2, Option: isms.Avoid, Reason: " ", ShareWith: supplier}), fires: field("reason")},
		{name: "from today", change: raw(isms.Treatment{Risks: r2, From: day(today)}), fires: field("option")},
		{name: "until today", change: raw(isms.Treatment{Risks: r2, Until: day(today)}), fires: field("option")},
		{name: "of a closed risk and an open one", change: with(r9(func(r *isms.Risk) { r.Status = closed(today) }), raw(isms.Treatment{Risks: []isms.RiskID{"R-9", "R-2"}})), fires: field("option")},

		{name: "retained", change: raw(isms.Treatment{Risks: r2, Option: isms.Retain})},
		{name: "modified by an own control", change: raw(isms.Treatment{Risks: r2, Option: isms.Modify, Controls: own})},
		{name: "shared with a supplier", change: raw(isms.Treatment{Risks: r2, Option: isms.Share, ShareWith: supplier})},
		{name: "shared by a contract", change: raw(isms.Treatment{Risks: r2, Option: isms.Share, Controls: own})},
		{name: "avoided by giving it up", change: raw(isms.Treatment{Risks: r2, Option: isms.Avoid, Reason: "The site is taken down."})},
		{name: "from tomorrow", change: raw(isms.Treatment{Risks: r2, From: day("2026-07-01")})},
		{name: "until yesterday", change: raw(isms.Treatment{Risks: r2, Until: day("2026-06-29")})},
		{name: "of a closed risk", change: with(r9(func(r *isms.Risk) { r.Status = closed(today) }), raw(isms.Treatment{Risks: []isms.RiskID{"R-9"}}))},
		{name: "of no risk", change: raw(isms.Treatment{})},
		{name: "of a risk of another scope", change: with(scopes, r9(func(r *isms.Risk) { r.Scopes = []isms.ScopeID{"other"} }), raw(isms.Treatment{Risks: []isms.RiskID{"R-9"}})), scope: "S"},
	})
}

func TestResidualUnexplained(t *testing.T) {
	key := []string{"residual-unexplained risk/R-9/assessments"}
	const long = "2025-03-10"
	left := func(likelihood string, presumes ...isms.TreatmentID) isms.Assessment {
		a := rated(isms.Residual, long, likelihood)
		a.Presumes = presumes
		return a
	}
	falls := func(presumes ...isms.TreatmentID) func(*isms.System) {
		return assessed(rated(isms.Current, long, "2"), veryLow(left("1", presumes...)))
	}
	modify := isms.Treatment{Option: isms.Modify}
	try(t, "residual-unexplained", []tc{
		{name: "nothing presumed", change: falls(), fires: key},
		{name: "said today", change: assessed(rated(isms.Current, long, "2"), func() isms.Assessment {
			a := veryLow(left("1"))
			a.On = day(today)
			return a
		}()), fires: key},
		{name: "said before it rose today", change: assessed(rated(isms.Current, today, "3"), left("2")), fires: key},
		{name: "the treatment presumed retains", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Retain})), fires: key},
		{name: "it has no option", change: with(falls("T-9"), treats(isms.Treatment{})), fires: []string{key[0], "option-empty treatment/T-9/option"}},
		{name: "it is of another risk", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Avoid, Risks: []isms.RiskID{"R-2"}})), fires: key},
		{name: "it ended yesterday", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Modify, Until: day("2026-06-29")})), fires: key},
		{name: "from the inherent level", change: assessed(rated(isms.Inherent, long, "3"), left("2")), fires: key},
		{name: "to what controls of today give already", change: assessed(rated(isms.Current, long, "2"), func() isms.Assessment {
			a := veryLow(left("1"))
			a.Relies = []isms.ControlID{"C-1"}
			return a
		}()), fires: key},

		{name: "it modifies", change: with(falls("T-9"), treats(modify))},
		{name: "it shares", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Share, Controls: []isms.ChosenControl{{Own: "C-1"}}}))},
		{name: "it avoids", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Avoid}))},
		{name: "one of two", change: with(falls("T-3", "T-9"), treats(modify))},
		{name: "it ends today", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Modify, Until: day(today)}))},
		{name: "it begins tomorrow", change: with(falls("T-9"), treats(isms.Treatment{Option: isms.Modify, From: day("2026-07-01")}))},
		{name: "the same level", change: assessed(rated(isms.Current, long, "2"), left("2"))},
		{name: "a higher level, of the day before", change: assessed(rated(isms.Current, "2025-03-11", "2"), left("3"))},
		{name: "of the whole", change: with(falls("T-9"), part(isms.HighestPart), treats(isms.Treatment{Option: isms.Modify, Risks: []isms.RiskID{"R-2"}}))},
		{name: "another method", change: with(assessed(rated(isms.Current, long, "2"), isms.Assessment{
			Stage: isms.Residual, On: day(long), Method: "acme/grid@1", Rating: risk.Rating{Level: "1"},
		}))},
		{name: "the residual assessment comes tomorrow", change: assessed(rated(isms.Current, long, "2"), func() isms.Assessment {
			a := veryLow(left("1"))
			a.On = day("2026-07-01")
			return a
		}())},
		{name: "from the inherent level by controls in place", change: assessed(rated(isms.Inherent, long, "3"), func() isms.Assessment {
			a := left("2")
			a.Relies = []isms.ControlID{"C-1"}
			return a
		}())},
		{name: "nothing but a residual level", change: with(assessed(left("1")), func(s *isms.System) {
			of(s.Risks, "R-9").Status[0].Since = day("2026-06-01")
		})},
	})
}

func TestResidualAboveCurrent(t *testing.T) {
	key := []string{"residual-above-current risk/R-9/assessments"}
	const then, later = "2025-03-10", "2025-03-11"
	left := func(on, likelihood string) isms.Assessment { return rated(isms.Residual, on, likelihood) }
	low := rated(isms.Current, then, "2")
	other := left(later, "3")
	other.Method, other.Inputs, other.Rating = "acme/grid@1", nil, risk.Rating{Level: "1"}
	set := veryLow(low)
	set.Override = isms.Override{Level: "low", Decision: isms.Decision{By: role("cto"), On: day(then), Reason: "Two near misses."}}
	try(t, "residual-above-current", []tc{
		{name: "of the same day", change: assessed(low, left(then, "3")), fires: key},
		{name: "of a later day", change: assessed(low, left(later, "3")), fires: key},
		{name: "both of today", change: assessed(rated(isms.Current, today, "2"), left(today, "3")), fires: key},
		{name: "the current level rises tomorrow", change: assessed(low, left(later, "3"), rated(isms.Current, "2026-07-01", "3")), fires: key},
		{name: "above the inherent level", change: with(assessed(rated(isms.Inherent, then, "2"), left(later, "3")), treats(isms.Treatment{Option: isms.Modify}), accepts(later)), fires: key},
		{name: "above the criteria, retained", change: with(assessed(low, left(later, "3")), treats(isms.Treatment{Option: isms.Retain})), fires: key},

		{name: "the same level", change: assessed(low, left(later, "2"))},
		{name: "a higher likelihood at the same level", change: assessed(rated(isms.Current, then, "1"), left(later, "2"))},
		{name: "a person set the current level", change: assessed(set, left(later, "2"))},
		{name: "of the day before", change: assessed(rated(isms.Current, later, "2"), left(then, "3"))},
		{name: "from tomorrow", change: assessed(low, left("2026-07-01", "3"))},
		{name: "another method", change: assessed(low, other)},
	})
}

// veryLow lowers an assessment to very low, below low.
func veryLow(a isms.Assessment) isms.Assessment {
	a.Inputs = risk.Inputs{"likelihood": "1", "consequence": "1"}
	return a
}
