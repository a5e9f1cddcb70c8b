package audit_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// ac3 changes the acceptance of R-3, a high risk that the ceo accepted.
func ac3(change func(*isms.Acceptance)) func(*isms.System) {
	return func(s *isms.System) { change(of(s.Acceptances, "AC-3")) }
}

// r3 adds an assessment of R-3: with a consequence of 4, a likelihood of 2 is
// medium, 3 and 4 are high, 5 very high.
func r3(stage isms.Stage, on, likelihood string) func(*isms.System) {
	return func(s *isms.System) {
		r := of(s.Risks, "R-3")
		a := rated(stage, on, likelihood)
		a.Inputs["consequence"] = "4"
		r.Assessments = append(r.Assessments, a)
	}
}

// lowered puts R-3 within the criteria, whatever becomes of its acceptance.
func lowered(on string) func(*isms.System) { return r3(isms.Current, on, "1") }

// parted makes R-3 a part of R-2, which is rated by its parts, and lets the
// acceptance be of the whole: that accepts no part.
func parted(s *isms.System) {
	of(s.Risks, "R-3").PartOf = "R-2"
	of(s.Risks, "R-2").Combine = isms.HighestPart
	of(s.Acceptances, "AC-3").Risk = "R-2"
}

func TestAcceptanceMissing(t *testing.T) {
	key := []string{"acceptance-missing risk/R-9"}
	const long = "2025-03-10"
	retain := treats(isms.Treatment{Option: isms.Retain})
	medium := rated(isms.Current, long, "3")
	presumes := func(a isms.Assessment) isms.Assessment {
		a.Presumes = []isms.TreatmentID{"T-9"}
		return a
	}
	modify := treats(isms.Treatment{Option: isms.Modify})
	try(t, "acceptance-missing", []tc{
		{name: "the whole is accepted, of which it is a part", change: parted, fires: []string{"acceptance-missing risk/R-3"}},
		{name: "retained", change: with(assessed(medium), retain), fires: key},
		{name: "retained for 61 days", change: with(assessed(rated(isms.Current, "2026-04-30", "3")), retain), fires: key},
		{name: "modified, and still above", change: with(assessed(rated(isms.Current, long, "5"), presumes(rated(isms.Residual, long, "3"))), modify), fires: key},
		{name: "modified, and nobody says what remains", change: with(assessed(medium), modify), fires: key},
		{name: "modified, and what remains was said before it rose", change: with(assessed(medium, presumes(rated(isms.Residual, long, "2")), rated(isms.Current, "2025-03-11", "4")), modify), fires: key},
		{name: "what is said to remain says nothing", change: with(assessed(medium, isms.Assessment{Stage: isms.Residual, On: day(long), Method: "M"}), modify), fires: key},
		{name: "what is to remain is said tomorrow", change: with(assessed(medium, presumes(rated(isms.Residual, "2026-07-01", "2"))), modify), fires: key},
		{name: "to be accepted tomorrow", change: with(assessed(medium), retain, accepts("2026-07-01")), fires: key},
		{name: "one treatment without an option, another", change: with(assessed(medium), retain, func(s *isms.System) {
			s.Treatments = append([]isms.Treatment{{ID: "T-0", Risks: []isms.RiskID{"R-9"}}}, s.Treatments...)
		}), fires: []string{key[0], "option-empty treatment/T-0/option"}},
		{name: "another treatment without an option comes after", change: with(assessed(medium), retain, func(s *isms.System) {
			s.Treatments = append(s.Treatments, isms.Treatment{ID: "T-99", Risks: []isms.RiskID{"R-9"}})
		}), fires: []string{key[0], "option-empty treatment/T-99/option"}},
		{name: "beyond a grace of five days", change: with(assessed(rated(isms.Current, "2026-06-24", "3")), retain), graces: audit.Graces{Accept: 5}, fires: key},

		{name: "retained for 60 days", change: with(assessed(rated(isms.Current, "2026-05-01", "3")), retain)},
		{name: "within a grace of five days", change: with(assessed(rated(isms.Current, "2026-06-25", "3")), retain), graces: audit.Graces{Accept: 5}},
		{name: "what remains is within the criteria", change: with(assessed(medium, presumes(rated(isms.Residual, long, "2"))), modify)},
		{name: "what remains is said to be within the criteria today", change: with(assessed(medium, presumes(rated(isms.Residual, today, "2"))), modify)},
		{name: "within the criteria today", change: with(assessed(rated(isms.Current, long, "2")), retain)},
		{name: "accepted today", change: with(assessed(medium), retain, accepts(today))},
		{name: "avoided", change: with(assessed(medium), treats(isms.Treatment{Option: isms.Avoid}))},
		{name: "retained until it is avoided", change: with(assessed(medium), treats(isms.Treatment{Option: isms.Avoid}), func(s *isms.System) {
			s.Treatments = append([]isms.Treatment{{ID: "T-0", Option: isms.Retain, Risks: []isms.RiskID{"R-9"}}}, s.Treatments...)
		})},
		{name: "what remains cannot be judged", change: with(assessed(medium, isms.Assessment{
			Stage: isms.Residual, On: day(long), Method: "acme/grid@1", Rating: risk.Rating{Level: "7"}, Presumes: []isms.TreatmentID{"T-9"},
		}), modify)},
	})
}

// What comes first is asked for first: an option, an owner.
func TestAcceptanceWaits(t *testing.T) {
	owned := func(list ...isms.Tenure) func(*isms.System) {
		return with(treats(isms.Treatment{Option: isms.Retain}), func(s *isms.System) { of(s.Risks, "R-9").Owners = list })
	}
	for name, c := range map[string]struct {
		change func(*isms.System)
		want   string
	}{
		"no option":           {treats(isms.Treatment{}), "option-empty treatment/T-9/option"},
		"no owner":            {owned(), "risk-unowned risk/R-9/owners"},
		"an owner tomorrow":   {owned(isms.Tenure{Who: role("cto"), From: day("2026-07-01")}), "risk-unowned risk/R-9/owners"},
		"an owner yesterday":  {owned(isms.Tenure{Who: role("cto"), Until: day("2026-06-29")}), "risk-unowned risk/R-9/owners"},
		"an owner from today": {owned(isms.Tenure{Who: role("cto"), From: day(today)}), "acceptance-missing risk/R-9"},
	} {
		t.Run(name, func(t *testing.T) {
			sys := base(t)
			assessed(rated(isms.Current, "2025-03-10", "3"))(&sys)
			c.change(&sys)
			require.Equal(t, []string{c.want}, keys(run(t, subject(t, sys, day(today), ""))))
		})
	}
}

func TestAcceptanceWithoutAuthority(t *testing.T) {
	key := []string{"acceptance-without-authority acceptance/AC-3/decision"}
	by := func(who isms.Party) func(*isms.System) {
		return ac3(func(a *isms.Acceptance) { a.Decision.By = who })
	}
	rating := func(r risk.Rating) func(*isms.System) {
		return ac3(func(a *isms.Acceptance) { a.Rating = r })
	}
	medium := risk.Rating{Level: "medium"}
	ended := func(id, until string) func(*isms.System) {
		return func(s *isms.System) {
			of(s.Roles, id).Holders = append(of(s.Roles, id).Holders, isms.Tenure{Who: person("bob"), Until: day(until), Deputy: true})
		}
	}
	published := func(s *isms.System) {
		s.Acceptances[0].Rating.Method = risk.MethodRef{ID: "iso27005/qualitative", Version: "2022"}
	}
	// accepted as medium, which the owner may, while it is medium
	at := func(who isms.Party) func(*isms.System) {
		return func(s *isms.System) {
			of(s.Risks, "R-3").Assessments[0].Inputs["likelihood"] = "2"
			rating(medium)(s)
			by(who)(s)
		}
	}
	try(t, "acceptance-without-authority", []tc{
		{name: "by the owner, at high", change: by(role("ciso")), fires: key},
		{name: "by the owner, at the level of the day", change: with(by(role("ciso")), rating(risk.Rating{})), fires: key},
		{name: "by the owner, by the name of the method", change: with(by(role("ciso")), published), fires: key},
		{name: "by the owner, by the record of the method", change: with(by(role("ciso")), ac3(func(a *isms.Acceptance) {
			a.Rating.Method = risk.MethodRef{ID: "M", Version: "1"}
		})), fires: key},
		{name: "by who was deputy until the day before", change: with(by(person("bob")), ended("ceo", "2025-03-31")), fires: key},
		{name: "at medium, by somebody else", change: at(role("cto")), fires: key},
		{name: "at medium, by the owner until the day before", change: with(at(role("cto")), func(s *isms.System) {
			of(s.Risks, "R-3").Owners = []isms.Tenure{{Who: role("cto"), Until: day("2025-03-31")}, {Who: role("ciso"), From: day("2025-04-01")}}
		}), fires: key},
		{name: "by another method of the System", change: func(s *isms.System) {
			s.Methods = append(s.Methods, isms.RiskMethod{ID: "N", Versions: []isms.MethodVersion{{
				Number: "1", From: day("2025-01-01"), Own: oneLevel(),
				Criteria:    risk.Criteria{Levels: []risk.LevelCriterion{{Level: "low", Acceptable: true, Authority: "board"}}},
				Authorities: []isms.Authority{{Word: "board", Holder: role("cto")}},
			}}})
			rating(risk.Rating{Level: "low", Method: risk.MethodRef{ID: "N", Version: "1"}})(s)
		}, fires: append(key, "acceptance-outgrown acceptance/AC-3/rating")},

		{name: "at medium, by the owner", change: at(role("ciso"))},
		{name: "at medium, by the authority for high", change: at(role("ceo"))},
		{name: "at medium, by the owner of that day", change: with(at(role("ciso")), func(s *isms.System) {
			of(s.Risks, "R-3").Owners = []isms.Tenure{{Who: role("ciso"), Until: day("2025-04-01")}, {Who: role("cto"), From: day("2025-04-02")}}
			s.Acceptances = append(s.Acceptances, isms.Acceptance{ID: "AC-4", Risk: "R-3", Rating: medium, Decision: isms.Decision{By: role("cto"), On: day("2025-04-02")}})
		})},
		{name: "by the deputy", change: with(by(person("bob")), ended("ceo", "2025-04-01"))},
		{name: "by somebody for the authority", change: with(by(role("ciso")), ac3(func(a *isms.Acceptance) { a.Decision.For = role("ceo") }))},
		{name: "replaced by one with authority", change: with(by(role("ciso")), func(s *isms.System) {
			again := s.Acceptances[0]
			again.ID, again.Decision = "AC-0", isms.Decision{By: role("ceo"), On: day("2025-04-02")}
			s.Acceptances = append(s.Acceptances, again)
		})},
		{name: "without, but within the criteria by now", change: with(by(role("ciso")), lowered(today))},
		{name: "of a closed risk", change: with(by(role("ciso")), func(s *isms.System) { of(s.Risks, "R-3").Status = closed(today) })},
		{name: "by a method that is not known", change: with(by(role("cto")), rating(risk.Rating{Level: "7", Method: risk.MethodRef{ID: "acme/grid", Version: "1"}}))},
		{name: "a risk that was not rated on the day", change: with(by(role("cto")), func(s *isms.System) {
			of(s.Risks, "R-3").Assessments[0].On = day("2025-04-02")
		})},
	})
}

// An acceptance at a level for which the criteria name nobody waits for them.
func TestAcceptanceWithoutCriteria(t *testing.T) {
	sys := base(t)
	ac3(func(a *isms.Acceptance) { a.Decision.By = role("cto") })(&sys)
	sys.Methods[0].Versions[0].Authorities = nil
	require.Equal(t, []string{"criteria-incomplete method/M/versions 1"}, keys(run(t, subject(t, sys, day(today), ""))))

	// nobody is the authority for what is higher
	of(sys.Risks, "R-3").Assessments[0].Inputs["likelihood"] = "2"
	ac3(func(a *isms.Acceptance) { a.Rating.Level = "medium" })(&sys)
	require.Equal(t, []string{
		"criteria-incomplete method/M/versions 1", "acceptance-without-authority acceptance/AC-3/decision",
	}, keys(run(t, subject(t, sys, day(today), ""))))
}

func TestAcceptanceExpired(t *testing.T) {
	key := []string{"acceptance-expired acceptance/AC-3/until"}
	until := func(on string) func(*isms.System) {
		return ac3(func(a *isms.Acceptance) { a.Until = day(on) })
	}
	again := func(on string) func(*isms.System) {
		return func(s *isms.System) {
			s.Acceptances = append(s.Acceptances, isms.Acceptance{ID: "AC-4", Risk: "R-3", Rating: risk.Rating{Level: "high"}, Decision: isms.Decision{By: role("ceo"), On: day(on)}})
		}
	}
	try(t, "acceptance-expired", []tc{
		{name: "yesterday", change: until("2026-06-29"), fires: key},
		{name: "long ago", change: until("2025-06-29"), fires: key},
		{name: "beyond a grace of five days", change: until("2026-06-24"), graces: audit.Graces{Renew: 5}, fires: key},
		{name: "to be renewed tomorrow", change: with(until("2026-06-29"), again("2026-07-01")), fires: key},
		{name: "and without authority, and outgrown", change: with(until("2026-06-29"), r3(isms.Current, today, "5"), ac3(func(a *isms.Acceptance) { a.Decision.By = role("cto") })), fires: key},
		{name: "within the criteria from tomorrow", change: with(until("2026-06-29"), lowered("2026-07-01")), fires: key},
		{name: "of a level that cannot be judged", change: with(until("2026-06-29"), func(s *isms.System) {
			of(s.Risks, "R-3").Assessments[0] = isms.Assessment{Stage: isms.Current, On: day("2025-03-10"), Method: "acme/grid@1", Rating: risk.Rating{Level: "7"}}
		}), fires: key},

		{name: "today", change: until(today)},
		{name: "within a grace of five days", change: until("2026-06-25"), graces: audit.Graces{Renew: 5}},
		{name: "without a last day", change: ac3(func(a *isms.Acceptance) { a.Until = isms.Date{} })},
		{name: "accepted twice on a day", change: with(until("2026-06-29"), again("2025-04-01"))},
		{name: "renewed today", change: with(until("2026-06-29"), again(today))},
		{name: "within the criteria since today", change: with(until("2026-06-29"), lowered(today))},
		{name: "closed", change: with(until("2026-06-29"), func(s *isms.System) { of(s.Risks, "R-3").Status = closed(today) })},
	})
}

func TestAcceptanceOutgrown(t *testing.T) {
	key := []string{"acceptance-outgrown acceptance/AC-3/rating"}
	fell := func(on string) func(*isms.System) {
		return ac3(func(a *isms.Acceptance) { a.Conditions[0].Fell = day(on) })
	}
	fallen := []string{"acceptance-outgrown acceptance/AC-3/conditions The supplier keeps its certificate"}
	rating := func(r risk.Rating) func(*isms.System) {
		return ac3(func(a *isms.Acceptance) { a.Rating = r })
	}
	grid := func(method string) func(*isms.System) {
		return func(s *isms.System) {
			of(s.Risks, "R-3").Assessments = append(of(s.Risks, "R-3").Assessments, isms.Assessment{
				Stage: isms.Current, On: day("2026-01-10"), Method: method, Inputs: risk.Inputs{"likelihood": "1", "consequence": "1"},
			})
		}
	}
	other := func(acceptable bool) func(*isms.System) {
		return func(s *isms.System) {
			s.Methods = append(s.Methods, isms.RiskMethod{ID: "N", Versions: []isms.MethodVersion{{
				Number: "1", From: day("2025-01-01"), Own: oneLevel(),
				Criteria: risk.Criteria{Levels: []risk.LevelCriterion{{Level: "low", Acceptable: acceptable, Authority: risk.OwnerAuthority}}},
			}}})
		}
	}
	try(t, "acceptance-outgrown", []tc{
		{name: "very high since today", change: r3(isms.Current, today, "5"), fires: key},
		{name: "very high on the day of the decision", change: r3(isms.Current, "2025-04-01", "5"), fires: key},
		{name: "accepted as medium", change: rating(risk.Rating{Level: "medium"}), fires: key},
		{name: "accepted as it was on the day", change: with(rating(risk.Rating{}), r3(isms.Current, "2025-04-02", "5")), fires: key},
		{name: "what is to remain is above", change: r3(isms.Residual, today, "5"), fires: append(key, "residual-above-current risk/R-3/assessments")},
		{name: "what was to remain is older", change: with(rating(risk.Rating{Level: "medium"}), r3(isms.Residual, "2025-03-09", "2")), fires: append(key, "residual-unexplained risk/R-3/assessments")},
		{name: "another method", change: with(other(false), grid("N")), fires: key},
		{name: "a condition fell today", change: fell(today), fires: fallen},
		{name: "the second of two conditions", change: with(fell(today), ac3(func(a *isms.Acceptance) {
			a.Conditions = append([]isms.Condition{{Text: "It stays the only one"}}, a.Conditions...)
		})), fires: fallen},
		{name: "a condition fell, and very high", change: with(fell(today), r3(isms.Current, today, "5")), fires: fallen},

		{name: "lower, and still above the criteria", change: r3(isms.Current, today, "2")},
		{name: "as high as before", change: r3(isms.Current, today, "4")},
		{name: "very high from tomorrow", change: r3(isms.Current, "2026-07-01", "5")},
		{name: "accepted as very high", change: rating(risk.Rating{Level: "very-high"})},
		{name: "what is to remain was accepted", change: with(rating(risk.Rating{Level: "medium"}), func(s *isms.System) {
			r := of(s.Risks, "R-3")
			left := rated(isms.Residual, "2025-03-10", "3")
			left.Presumes = []isms.TreatmentID{"T-3"}
			r.Assessments = append(r.Assessments, left)
			of(s.Treatments, "T-3").Option = isms.Share
			of(s.Treatments, "T-3").ShareWith = isms.Ref{Kind: isms.KindSupplier, ID: "cloud"}
			of(s.Plans, "PLAN").Versions[0].Treatments = []isms.TreatmentID{"T-1", "T-3"}
			s.Plans[0].Versions[0].Approvals = append(s.Plans[0].Versions[0].Approvals, isms.PlanApproval{Decision: isms.Decision{By: role("ciso"), On: day("2025-04-01")}})
		})},
		{name: "a condition falls tomorrow", change: fell("2026-07-01")},
		{name: "a condition fell, but within the criteria by now", change: with(fell(today), lowered(today))},
		{name: "another method, within its criteria", change: with(other(true), grid("N"))},
		{name: "a method that is not known", change: func(s *isms.System) {
			of(s.Risks, "R-3").Assessments[0] = isms.Assessment{Stage: isms.Current, On: day("2025-03-10"), Method: "acme/grid@1", Rating: risk.Rating{Level: "7"}}
		}},
		{name: "a method that is not known, after one that is", change: with(rating(risk.Rating{Level: "high", Method: risk.MethodRef{ID: "M", Version: "1"}}), func(s *isms.System) {
			r := of(s.Risks, "R-3")
			r.Assessments = append(r.Assessments, isms.Assessment{Stage: isms.Current, On: day("2026-01-10"), Method: "acme/grid@1", Rating: risk.Rating{Level: "7"}})
		})},
		{name: "accepted by a method that is not known", change: rating(risk.Rating{Level: "7", Method: risk.MethodRef{ID: "acme/grid", Version: "1"}})},
		{name: "accepted before it was rated", change: with(rating(risk.Rating{}), func(s *isms.System) { of(s.Risks, "R-3").Assessments[0].On = day("2025-04-02") })},
		{name: "not rated", change: func(s *isms.System) {
			of(s.Risks, "R-3").Assessments = nil
			of(s.Risks, "R-3").Status[0].Since = day("2026-06-01")
		}},
	})
}

func TestAcceptanceOwnerChanged(t *testing.T) {
	key := []string{"acceptance-owner-changed acceptance/AC-3/decision"}
	// accepted by the owner, to whom the criteria leave high risks
	accepted := func(who isms.Party) func(*isms.System) {
		return func(s *isms.System) {
			s.Methods[0].Versions[0].Criteria.Levels[3].Authority = risk.OwnerAuthority
			s.Acceptances[0].Decision.By = who
		}
	}
	owners := func(list ...isms.Tenure) func(*isms.System) {
		return with(accepted(role("ciso")), func(s *isms.System) { of(s.Risks, "R-3").Owners = list })
	}
	ciso := isms.Tenure{Who: role("ciso"), Until: day("2026-06-29")}
	try(t, "acceptance-owner-changed", []tc{
		{name: "yesterday", change: owners(ciso, isms.Tenure{Who: role("cto"), From: day(today)}), fires: key},
		{name: "the day after the decision", change: owners(isms.Tenure{Who: role("ciso"), Until: day("2025-04-01")}, isms.Tenure{Who: role("cto"), From: day("2025-04-02")}), fires: key},

		{name: "not at all", change: owners(ciso, isms.Tenure{Who: role("ciso"), From: day(today)})},
		{name: "tomorrow", change: owners(isms.Tenure{Who: role("ciso"), Until: day(today)}, isms.Tenure{Who: role("cto"), From: day("2026-07-01")})},
		{name: "the holder of the role", change: with(accepted(person("ada")), func(s *isms.System) {
			of(s.Roles, "ciso").Holders = []isms.Tenure{{Who: person("ada"), Until: day("2026-06-29")}, {Who: person("bob"), From: day(today)}}
		})},
		{name: "accepted by a higher authority", change: with(owners(ciso, isms.Tenure{Who: role("cto"), From: day(today)}), func(s *isms.System) {
			s.Methods[0].Versions[0].Criteria.Levels[3].Authority = "management"
			s.Acceptances[0].Decision.By = role("ceo")
		})},
		{name: "accepted anew", change: with(owners(ciso, isms.Tenure{Who: role("cto"), From: day(today)}), func(s *isms.System) {
			again := s.Acceptances[0]
			again.ID, again.Decision = "AC-4", isms.Decision{By: role("cto"), On: day(today)}
			s.Acceptances = append(s.Acceptances, again)
		})},
		{name: "nobody owned it then", change: with(owners(isms.Tenure{Who: role("ciso"), From: day("2025-04-02")}), accepted(role("ceo")))},
		{name: "within the criteria by now", change: with(owners(ciso, isms.Tenure{Who: role("cto"), From: day(today)}), lowered(today))},
	})
}

// Nobody owns the risk any more: then nobody is the new owner.
func TestAcceptanceOfUnownedRisk(t *testing.T) {
	sys := base(t)
	of(sys.Risks, "R-3").Owners[0].Until = day("2026-06-29")
	ac3(func(a *isms.Acceptance) { a.Decision.By, a.Decision.For = role("ciso"), role("ceo") })(&sys)
	require.Equal(t, []string{"risk-unowned risk/R-3/owners"}, keys(run(t, subject(t, sys, day(today), ""))))
}
