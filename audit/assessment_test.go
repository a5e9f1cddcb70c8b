package audit_test

import (
	"testing"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// r9 adds a risk of the scope that is like R-2, within the criteria, and lets
// a case change it.
func r9(change func(*isms.Risk)) func(*isms.System) {
	return func(s *isms.System) {
		r := *of(s.Risks, "R-2")
		r.ID = "R-9"
		r.Assessments = []isms.Assessment{r.Assessments[0]}
		r.Owners = []isms.Tenure{r.Owners[0]}
		r.Status = []isms.RiskFact{r.Status[0]}
		r.Consequences = []isms.Consequence{r.Consequences[0]}
		change(&r)
		s.Risks = append(s.Risks, r)
	}
}

// with joins changes.
func with(changes ...func(*isms.System)) func(*isms.System) {
	return func(s *isms.System) {
		for _, change := range changes {
			change(s)
		}
	}
}

func closed(on string) []isms.RiskFact {
	return []isms.RiskFact{{Is: isms.Open, Since: day("2025-03-01")}, {Is: isms.Closed, Since: day(on)}}
}

// part makes R-9 a part of R-2, which is rated by rule.
func part(rule isms.Combination) func(*isms.System) {
	return func(s *isms.System) {
		of(s.Risks, "R-9").PartOf = "R-2"
		of(s.Risks, "R-2").Combine = rule
	}
}

func scopes(s *isms.System) {
	s.Scopes = append(s.Scopes, isms.Scope{ID: "other", Statement: "Another"})
	named(s)
}

func TestCriteriaIncomplete(t *testing.T) {
	key := []string{"criteria-incomplete method/M/versions 1"}
	v := func(s *isms.System) *isms.MethodVersion { return &s.Methods[0].Versions[0] }
	try(t, "criteria-incomplete", []tc{
		{name: "no method", change: func(s *isms.System) {
			s.Methods = nil
			for i := range s.Risks {
				for j := range s.Risks[i].Assessments {
					s.Risks[i].Assessments[j].Method = "iso27005/qualitative@2022"
				}
			}
		}, fires: []string{"criteria-incomplete system/methods"}},
		{name: "no version yet", change: func(s *isms.System) {
			s.Methods[0].Versions[0].From = day("2026-07-01")
			s.Risks, s.Treatments, s.Plans, s.Acceptances = nil, nil, nil, nil
			for i := range s.Applicability {
				s.Applicability[i].Decisions[0].Decision.Reason = "Customers ask for it."
			}
		}, fires: []string{"criteria-incomplete system/methods"}},
		{name: "no criteria", change: func(s *isms.System) { v(s).Criteria = risk.Criteria{} }, fires: key},
		{name: "no criteria, of a method that is not known", change: func(s *isms.System) {
			v(s).Published, v(s).Criteria = "acme/grid@1", risk.Criteria{}
		}, fires: key},
		{name: "no criteria from today", change: func(s *isms.System) {
			s.Methods[0].Versions = append(s.Methods[0].Versions, isms.MethodVersion{Number: "2", From: day(today), Published: "iso27005/qualitative@2022"})
		}, fires: []string{"criteria-incomplete method/M/versions 2"}},
		{name: "the first version, of today, without a criterion", change: func(s *isms.System) {
			s.Methods = append(s.Methods, isms.RiskMethod{ID: "N", Versions: []isms.MethodVersion{{
				Number: "1", From: day(today), Published: "iso27005/qualitative@2022",
				Criteria: risk.Criteria{Levels: []risk.LevelCriterion{{Level: "low", Acceptable: true, Authority: risk.OwnerAuthority}}},
			}}})
		}, fires: []string{"criteria-incomplete method/N/versions 1"}},
		{name: "a level without criterion", change: func(s *isms.System) { v(s).Criteria.Levels = v(s).Criteria.Levels[1:] }, fires: key},
		{name: "two levels without criterion", change: func(s *isms.System) { v(s).Criteria.Levels = v(s).Criteria.Levels[2:] }, fires: []string{
			"criteria-incomplete method/M/versions 1",
		}},
		{name: "a level without authority", change: func(s *isms.System) { v(s).Criteria.Levels[0].Authority = "" }, fires: key},
		{name: "a word for nobody", change: func(s *isms.System) {
			v(s).Authorities = nil
		}, fires: key},
		{name: "another word than the one that is named", change: func(s *isms.System) {
			v(s).Authorities[0].Word = "board"
		}, fires: key},
		{name: "a word without holder", change: func(s *isms.System) {
			v(s).Authorities[0].Holder = isms.Party{}
		}, fires: key},

		{name: "a later version without criteria", change: func(s *isms.System) {
			s.Methods[0].Versions = append(s.Methods[0].Versions, isms.MethodVersion{
				Number: "2", From: day("2026-07-01"), Published: "iso27005/qualitative@2022",
			})
		}},
		{name: "an earlier version without criteria", change: func(s *isms.System) {
			s.Methods[0].Versions = append(s.Methods[0].Versions, isms.MethodVersion{
				Number: "0", From: day("2024-12-31"), Published: "iso27005/qualitative@2022",
			})
		}},
		{name: "a method that is not known", change: func(s *isms.System) {
			s.Methods = append(s.Methods, isms.RiskMethod{ID: "N", Versions: []isms.MethodVersion{{
				Number: "1", From: day(today), Published: "acme/grid@1",
				Criteria: risk.Criteria{Levels: []risk.LevelCriterion{{Level: "low", Acceptable: true, Authority: risk.OwnerAuthority}}},
			}}})
		}},
		{name: "a further method, not in use before tomorrow", change: func(s *isms.System) {
			s.Methods = append(s.Methods, isms.RiskMethod{ID: "N", Versions: []isms.MethodVersion{{
				Number: "1", From: day("2026-07-01"), Published: "iso27005/qualitative@2022",
			}}})
		}},
		{name: "the risk owner for all levels", change: func(s *isms.System) {
			for i := range v(s).Criteria.Levels {
				v(s).Criteria.Levels[i].Authority = risk.OwnerAuthority
			}
			s.Acceptances[0].Decision.By = role("ciso")
			v(s).Authorities = nil
		}},
	})
}

func TestRatingNotReproducible(t *testing.T) {
	key := []string{"rating-not-reproducible risk/R-2/assessments current"}
	current := func(s *isms.System) *isms.Assessment { return &of(s.Risks, "R-2").Assessments[0] }
	rating := func(r risk.Rating) func(*isms.System) {
		return func(s *isms.System) { current(s).Rating = r }
	}
	published := risk.MethodRef{ID: "iso27005/qualitative", Version: "2022"}
	override := func(d isms.Decision) func(*isms.System) {
		return func(s *isms.System) { current(s).Override = isms.Override{Level: "very-low", Decision: d} }
	}
	try(t, "rating-not-reproducible", []tc{
		{name: "another level", change: rating(risk.Rating{Level: "very-low"}), fires: key},
		{name: "another likelihood", change: rating(risk.Rating{Level: "low", Likelihood: "2"}), fires: key},
		{name: "another consequence", change: rating(risk.Rating{Level: "low", Consequence: "3"}), fires: key},
		{name: "another method", change: rating(risk.Rating{Level: "low", Method: risk.MethodRef{ID: "acme/grid", Version: "1"}}), fires: key},
		{name: "another version", change: func(s *isms.System) {
			own := s.Methods[0]
			own.ID = "N"
			own.Versions = []isms.MethodVersion{own.Versions[0]}
			own.Versions[0].Published = ""
			own.Versions[0].Own = oneLevel()
			own.Versions[0].Criteria = risk.Criteria{Levels: []risk.LevelCriterion{{Level: "low", Acceptable: true, Authority: risk.OwnerAuthority}}}
			s.Methods = append(s.Methods, own)
			rating(risk.Rating{Level: "low", Method: risk.MethodRef{ID: "N", Version: "1"}})(s)
		}, fires: key},
		{name: "a level without inputs", change: func(s *isms.System) {
			current(s).Rating, current(s).Inputs = risk.Rating{Level: "low"}, nil
		}, fires: key},
		{name: "a level without method", change: func(s *isms.System) {
			current(s).Rating, current(s).Method = risk.Rating{Level: "low"}, ""
		}, fires: key},
		{name: "set by hand by nobody", change: override(isms.Decision{On: day("2025-03-10"), Reason: "No such site."}), fires: key},
		{name: "set by hand without a reason", change: override(isms.Decision{By: role("cto"), On: day("2025-03-10")}), fires: key},
		{name: "another level, and a decision without a level", change: with(rating(risk.Rating{Level: "very-low"}), func(s *isms.System) {
			current(s).Override.Decision = isms.Decision{By: role("cto"), On: day("2025-03-10"), Reason: "No such site."}
		}), fires: key},
		{name: "set by hand tomorrow", change: override(isms.Decision{By: role("cto"), On: day("2026-07-01"), Reason: "No such site."}), fires: key},
		{name: "the inherent rating", change: func(s *isms.System) {
			r := of(s.Risks, "R-2")
			r.Assessments = append(r.Assessments, isms.Assessment{Stage: isms.Inherent, On: day(today), Rating: risk.Rating{Level: "low"}})
		}, fires: []string{"rating-not-reproducible risk/R-2/assessments inherent"}},
		{name: "the residual rating", change: func(s *isms.System) {
			of(s.Risks, "R-1").Assessments[1].Rating.Level = "very-low"
		}, fires: []string{"rating-not-reproducible risk/R-1/assessments residual"}},
		{
			name: "a part's rating", change: with(r9(func(r *isms.Risk) { r.Assessments[0].Rating.Level = "medium" }), part(isms.OwnLevel)),
			fires: []string{"rating-not-reproducible risk/R-9/assessments current"},
		},

		{name: "as computed", change: rating(risk.Rating{Level: "low", Likelihood: "3", Consequence: "2", Method: published})},
		{name: "as computed, the method by the record's name", change: rating(risk.Rating{Level: "low", Method: risk.MethodRef{ID: "M", Version: "1"}})},
		{name: "set by hand", change: override(isms.Decision{By: role("cto"), On: day(today), Reason: "No such site."})},
		{name: "set by hand, and recorded so", change: with(rating(risk.Rating{Level: "very-low"}), override(isms.Decision{By: role("cto"), On: day("2025-03-10"), Reason: "No such site."}))},
		{name: "a method that is not known", change: with(r9(func(r *isms.Risk) {
			r.Assessments[0] = isms.Assessment{Stage: isms.Current, On: day("2025-03-10"), Method: "acme/grid@1", Rating: risk.Rating{Level: "7"}}
		}))},
		{name: "replaced by another", change: func(s *isms.System) {
			r := of(s.Risks, "R-2")
			old := r.Assessments[0]
			old.On, old.Rating.Level = day("2025-03-09"), "very-high"
			r.Assessments = append(r.Assessments, old)
		}},
		{name: "a closed risk", change: r9(func(r *isms.Risk) {
			r.Status, r.Assessments[0].Rating.Level = closed(today), "high"
		})},
		{name: "a risk of another scope", change: with(scopes, r9(func(r *isms.Risk) {
			r.Scopes, r.Assessments[0].Rating.Level = []isms.ScopeID{"other"}, "high"
		})), scope: "S"},
	})
}

// oneLevel is a method of an organization's own, as small as there is.
func oneLevel() risk.Method {
	return risk.Method{
		Factors: []risk.Factor{
			{ID: "likelihood", Role: risk.Likelihood, Scale: risk.Scale{Levels: []risk.Level{{ID: "1"}, {ID: "2"}}}},
			{ID: "consequence", Role: risk.Consequence, Scale: risk.Scale{Levels: []risk.Level{{ID: "1"}}}},
		},
		Levels: []risk.Level{{ID: "low"}},
		Table:  risk.Table{{"likelihood", "1"}, {"1", "low"}, {"2", "low"}},
	}
}

func TestRiskUnowned(t *testing.T) {
	key := []string{"risk-unowned risk/R-9/owners"}
	owners := func(list ...isms.Tenure) func(*isms.System) {
		return r9(func(r *isms.Risk) { r.Owners = list })
	}
	try(t, "risk-unowned", []tc{
		{name: "nobody", change: owners(), fires: key},
		{name: "until yesterday", change: owners(isms.Tenure{Who: role("cto"), Until: day("2026-06-29")}), fires: key},
		{name: "from tomorrow", change: owners(isms.Tenure{Who: role("cto"), From: day("2026-07-01")}), fires: key},
		{name: "the parts are not owned either", change: with(owners(), part(isms.HighestPart), func(s *isms.System) {
			of(s.Risks, "R-2").Owners = nil
		}), fires: key},
		{name: "closed tomorrow", change: with(owners(), func(s *isms.System) { of(s.Risks, "R-9").Status = closed("2026-07-01") }), fires: key},
		{name: "the whole is closed", change: with(owners(), part(isms.OwnLevel), func(s *isms.System) {
			of(s.Risks, "R-2").Status, of(s.Risks, "R-2").Owners = closed(today), nil
		}), fires: key},
		{name: "the whole is of another scope", change: with(owners(), scopes, part(isms.OwnLevel), func(s *isms.System) {
			of(s.Risks, "R-2").Scopes, of(s.Risks, "R-2").Owners = []isms.ScopeID{"other"}, nil
		}), scope: "S", fires: key},
		{
			name: "a whole that is rated as such", change: with(r9(func(*isms.Risk) {}), part(isms.OwnLevel), func(s *isms.System) { of(s.Risks, "R-2").Owners = nil }),
			fires: []string{"risk-unowned risk/R-2/owners"},
		},
		{name: "a whole without open parts", change: with(owners(), func(s *isms.System) { of(s.Risks, "R-9").Combine = isms.HighestPart }), fires: key},

		{name: "until today", change: owners(isms.Tenure{Who: role("cto"), Until: day(today)})},
		{name: "another from today", change: owners(isms.Tenure{Who: role("cto"), Until: day("2026-06-29")}, isms.Tenure{Who: role("ciso"), From: day(today)})},
		{name: "closed today", change: with(owners(), func(s *isms.System) { of(s.Risks, "R-9").Status = closed(today) })},
		{name: "identified tomorrow", change: with(owners(), func(s *isms.System) { of(s.Risks, "R-9").Status[0].Since = day("2026-07-01") })},
		{name: "of another scope", change: with(owners(), scopes, func(s *isms.System) { of(s.Risks, "R-9").Scopes = []isms.ScopeID{"other"} }), scope: "S"},
		{name: "a part of a whole that has an owner", change: with(owners(), part(isms.HighestPart))},
		{name: "a whole rated by its parts", change: with(r9(func(*isms.Risk) {}), part(isms.HighestPart), func(s *isms.System) { of(s.Risks, "R-2").Owners = nil })},
		{name: "a part of a part of a whole that is rated as such", change: with(owners(), part(isms.HighestPart), func(s *isms.System) {
			of(s.Risks, "R-2").PartOf, of(s.Risks, "R-2").Owners = "R-3", nil
			of(s.Risks, "R-3").PartOf = ""
		})},
	})
}

func TestRiskWithoutProperty(t *testing.T) {
	key := []string{"risk-without-property risk/R-9/consequences"}
	consequences := func(list ...isms.Consequence) func(*isms.System) {
		return r9(func(r *isms.Risk) { r.Consequences = list })
	}
	try(t, "risk-without-property", []tc{
		{name: "none", change: consequences(), fires: key},
		{name: "a category alone", change: consequences(isms.Consequence{Category: "financial"}), fires: key},
		{name: "assessed at the inherent stage today", change: with(consequences(), func(s *isms.System) {
			of(s.Risks, "R-9").Assessments = []isms.Assessment{rated(isms.Inherent, today, "3")}
		}), fires: key},
		{name: "nor has the whole", change: with(consequences(), part(isms.HighestPart), func(s *isms.System) { of(s.Risks, "R-2").Consequences = nil }), fires: key},

		{name: "one of two", change: consequences(isms.Consequence{Category: "financial"}, isms.Consequence{Property: isms.Confidentiality})},
		{name: "the whole has it", change: with(consequences(), part(isms.HighestPart))},
		{name: "a part of a whole rated as such", change: with(consequences(), part(isms.OwnLevel))},
		{name: "closed", change: with(consequences(), func(s *isms.System) { of(s.Risks, "R-9").Status = closed(today) })},
	})
}

func TestRiskUnassessed(t *testing.T) {
	key := []string{"risk-unassessed risk/R-9/assessments"}
	since := func(on string, list ...isms.Assessment) func(*isms.System) {
		return r9(func(r *isms.Risk) {
			r.Assessments = list
			r.Status = []isms.RiskFact{{Is: isms.Open, Since: day(on)}}
		})
	}
	inputs := risk.Inputs{"likelihood": "3", "consequence": "2"}
	at := func(stage isms.Stage, on string) isms.Assessment {
		return isms.Assessment{Stage: stage, On: day(on), Method: "M", Inputs: inputs}
	}
	status := func(facts ...isms.RiskFact) func(*isms.System) {
		return r9(func(r *isms.Risk) { r.Assessments, r.Status = nil, facts })
	}
	open := func(on string) isms.RiskFact { return isms.RiskFact{Is: isms.Open, Since: day(on)} }
	shut := func(on string) isms.RiskFact { return isms.RiskFact{Is: isms.Closed, Since: day(on)} }
	try(t, "risk-unassessed", []tc{
		{name: "identified 31 days ago", change: since("2026-05-30"), fires: key},
		{name: "identified on a day that nobody knows", change: status(), fires: key},
		{name: "assessed tomorrow", change: since("2025-03-01", at(isms.Current, "2026-07-01")), fires: key},
		{name: "at the residual stage alone", change: since("2025-03-01", at(isms.Residual, "2025-03-01")), fires: key},
		{name: "in an assessment that says nothing", change: since("2025-03-01", isms.Assessment{Stage: isms.Current, On: day("2025-03-01"), Method: "M", Note: "to do"}), fires: key},
		{name: "reopened 31 days ago", change: status(open("2025-03-01"), shut("2025-04-01"), open("2026-05-30")), fires: key},
		{name: "confirmed open yesterday", change: status(open("2025-03-01"), open("2026-06-29")), fires: key},
		{name: "beyond a grace of five days", change: since("2026-06-24"), graces: audit.Graces{Assess: 5}, fires: key},
		{name: "without grace", change: since("2026-06-29"), graces: audit.Graces{Assess: -1}, fires: key},

		{name: "identified 30 days ago", change: since("2026-05-31")},
		{name: "reopened 30 days ago", change: status(open("2025-03-01"), shut("2025-04-01"), open("2026-05-31"))},
		{name: "within a grace of five days", change: since("2026-06-25"), graces: audit.Graces{Assess: 5}},
		{name: "without grace, on the day", change: since(today), graces: audit.Graces{Assess: -1}},
		{name: "assessed today", change: since("2025-03-01", at(isms.Current, today))},
		{name: "at the inherent stage", change: since("2025-03-01", at(isms.Inherent, "2025-03-01"))},
		{name: "set by hand", change: since("2025-03-01", isms.Assessment{
			Stage: isms.Current, On: day("2025-03-01"), Method: "M",
			Override: isms.Override{Level: "low", Decision: isms.Decision{By: role("cto"), On: day("2025-03-01"), Reason: "as for R-2"}},
		})},
		{name: "by a method that is not known", change: since("2025-03-01", isms.Assessment{Stage: isms.Current, On: day("2025-03-01"), Method: "acme/grid@1", Rating: risk.Rating{Level: "7"}})},
		{name: "a part of a whole rated as such", change: with(since("2025-03-01"), part(isms.OwnLevel))},
		{name: "a whole rated by its parts", change: with(r9(func(*isms.Risk) {}), part(isms.HighestPart), func(s *isms.System) { of(s.Risks, "R-2").Assessments = nil })},
		{name: "a part of a part of a whole rated as such", change: with(since("2025-03-01"), part(isms.HighestPart), func(s *isms.System) {
			of(s.Risks, "R-2").PartOf = "R-1"
		})},
		{name: "closed", change: with(since("2025-03-01"), func(s *isms.System) { of(s.Risks, "R-9").Status = closed(today) })},
	})
}

func TestCreditUnfounded(t *testing.T) {
	key := []string{"credit-unfounded control/C-1/states"}
	tested := []string{"credit-unfounded control/C-1/tests"}
	c1 := func(s *isms.System) *isms.Control { return of(s.Controls, "C-1") }
	state := func(is isms.ControlState, since string) func(*isms.System) {
		return func(s *isms.System) {
			c1(s).States = append(c1(s).States, isms.ControlFact{Is: is, Since: day(since)})
		}
	}
	planned := func(s *isms.System) {
		s.Actions = append(s.Actions, isms.Action{ID: "ACT-1", For: []isms.Ref{c1(s).Ref()}, Due: day("2026-12-31")})
	}
	test := func(results ...isms.ControlTest) func(*isms.System) {
		return func(s *isms.System) { c1(s).Tests = results }
	}
	ineffective := isms.ControlTest{On: day(today), Of: isms.Operation, Result: isms.Ineffective}
	try(t, "credit-unfounded", []tc{
		{name: "partial since today", change: with(planned, state(isms.Partial, today)), fires: key},
		{name: "planned", change: with(planned, state(isms.Planned, today)), fires: key},
		{name: "implemented again from tomorrow", change: with(planned, state(isms.Planned, today), state(isms.Implemented, "2026-07-01")), fires: key},
		{name: "counted on since today", change: func(s *isms.System) {
			again := rated(isms.Current, today, "2")
			again.Relies = []isms.ControlID{"C-2"}
			of(s.Risks, "R-2").Assessments = append(of(s.Risks, "R-2").Assessments, again)
		}, fires: []string{"credit-unfounded control/C-2/states"}},
		{name: "counted on since today by a residual rating that presumes nothing", change: func(s *isms.System) {
			again := rated(isms.Residual, today, "2")
			again.Relies = []isms.ControlID{"C-2"}
			of(s.Risks, "R-2").Assessments = append(of(s.Risks, "R-2").Assessments, again)
		}, fires: []string{"credit-unfounded control/C-2/states"}},
		{name: "ineffective since today", change: test(ineffective), fires: tested},
		{name: "several risks and a part count on it", change: with(test(ineffective), func(s *isms.System) {
			of(s.Risks, "R-2").Assessments[0].Relies = []isms.ControlID{"C-1", "C-1"}
			of(s.Risks, "R-3").Assessments[0].Relies = []isms.ControlID{"C-3"}
		}, r9(func(r *isms.Risk) { r.Assessments[0].Relies = []isms.ControlID{"C-1"} }), part(isms.OwnLevel)), fires: tested},
		{name: "a residual rating that presumes nothing", change: func(s *isms.System) {
			r := of(s.Risks, "R-2")
			r.Assessments = append(r.Assessments, isms.Assessment{
				Stage: isms.Residual, On: day("2025-03-10"), Method: "M", Inputs: risk.Inputs{"likelihood": "3", "consequence": "2"}, Relies: []isms.ControlID{"C-2"},
			})
		}, fires: []string{"credit-unfounded control/C-2/states"}},

		{name: "partial from tomorrow", change: state(isms.Partial, "2026-07-01")},
		{name: "found ineffective tomorrow", change: test(isms.ControlTest{On: day("2026-07-01"), Result: isms.Ineffective})},
		{name: "deficient", change: test(isms.ControlTest{On: day(today), Result: isms.Deficient})},
		{name: "effective again", change: test(isms.ControlTest{On: day("2026-06-01"), Result: isms.Ineffective}, isms.ControlTest{On: day("2026-06-02"), Result: isms.Effective})},
		{name: "planned, and presumed by a residual rating", change: func(s *isms.System) {
			of(s.Risks, "R-1").Assessments[1].Relies = []isms.ControlID{"C-2"}
		}},
		{name: "ineffective, and nobody counts on it", change: with(test(ineffective), func(s *isms.System) {
			of(s.Risks, "R-1").Assessments[0].Relies = nil
		})},
		{name: "counted on by a residual rating of tomorrow", change: func(s *isms.System) {
			again := rated(isms.Residual, "2026-07-01", "2")
			again.Relies = []isms.ControlID{"C-2"}
			of(s.Risks, "R-2").Assessments = append(of(s.Risks, "R-2").Assessments, again)
		}},
		{name: "relied on by an earlier assessment", change: with(test(ineffective), func(s *isms.System) {
			r := of(s.Risks, "R-1")
			again := r.Assessments[0]
			again.On, again.Relies = day("2026-01-10"), nil
			left := r.Assessments[1]
			left.On = again.On
			r.Assessments = append(r.Assessments, again, left)
		})},
		{name: "relied on by a closed risk", change: with(test(ineffective), func(s *isms.System) {
			of(s.Risks, "R-1").Assessments[0].Relies = nil
		}, r9(func(r *isms.Risk) { r.Status, r.Assessments[0].Relies = closed(today), []isms.ControlID{"C-1"} }))},
	})
}
