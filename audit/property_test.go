package audit_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// broken returns the base with a defect for most checks at once.
func broken(t testing.TB) isms.System {
	t.Helper()
	sys := base(t)
	with(
		func(s *isms.System) { s.Determinations[0].Outcome = 0 },
		func(s *isms.System) { s.Issues = s.Issues[:1] },
		func(s *isms.System) { s.Scopes[0].Interfaces[0].Handling = "" },
		func(s *isms.System) { of(s.Requirements, "RQ-2").MetBy = nil },
		func(s *isms.System) { of(s.Documents, "POL").Versions = nil },
		func(s *isms.System) { of(s.Roles, "cto").Holders[0].Until = day("2026-03-31") },
		func(s *isms.System) { s.Methods[0].Versions[0].Criteria.Levels[0].Authority = "" },
		r9(func(r *isms.Risk) { r.Owners, r.Consequences, r.Assessments = nil, nil, nil }),
		func(s *isms.System) { of(s.Risks, "R-2").Assessments[0].Rating.Level = "very-high" },
		func(s *isms.System) { of(s.Risks, "R-1").Assessments[1].Presumes = nil },
		func(s *isms.System) { of(s.Risks, "R-2").Assessments[0].Relies = []isms.ControlID{"C-2"} },
		func(s *isms.System) { s.Acceptances[0].Until = day("2026-05-31") },
		func(s *isms.System) { of(s.Controls, "C-2").States[0].Is = isms.Partial },
		func(s *isms.System) { s.Plans[0].Versions[0].Approvals = nil },
		func(s *isms.System) { s.Actions[0].Due = day("2026-04-30") },
		func(s *isms.System) { s.Evidence = s.Evidence[1:] },
		exclude("A.5.34"),
	)(&sys)
	return sys
}

// after adds to every record that has dated facts one of a later day that would
// matter if it were seen: all that is well is undone, all that is not is mended.
func after(s *isms.System, on isms.Date) {
	ceo := isms.Decision{By: role("ceo"), On: on, Reason: "As of tomorrow."}
	s.Phases = append(s.Phases, isms.Phase{Is: isms.Preparing, Since: on})
	s.Determinations = append(s.Determinations, isms.Determination{ID: "later", Topic: isms.ClimateChange, Outcome: isms.Relevant, Decision: ceo})
	s.Issues = append(s.Issues, isms.Issue{ID: "later", Nature: isms.External, From: on})
	s.Requirements = append(s.Requirements, isms.Requirement{ID: "later", From: on, Controls: nil})
	for i := range s.Roles {
		s.Roles[i].Holders = append(s.Roles[i].Holders, isms.Tenure{Who: person("ada"), From: on})
	}
	for i := range s.Documents {
		d := &s.Documents[i]
		d.Versions = append(slices.Clone(d.Versions), isms.DocumentVersion{Number: "later", On: on, Approval: ceo, Withdrawn: on})
	}
	for i := range s.Methods {
		s.Methods[i].Versions = append(slices.Clone(s.Methods[i].Versions), isms.MethodVersion{Number: "later", From: on, Published: "iso27005/qualitative@2022"})
	}
	for i := range s.Risks {
		r := &s.Risks[i]
		r.Owners = append(r.Owners, isms.Tenure{Who: role("ceo"), From: on})
		r.Status = append(r.Status, isms.RiskFact{Is: isms.Closed, Since: on})
		for _, stage := range []isms.Stage{isms.Inherent, isms.Current, isms.Residual} {
			r.Assessments = append(r.Assessments, isms.Assessment{Stage: stage, On: on, Method: "iso27005/qualitative", Rating: risk.Rating{Level: "very-high"}})
		}
		s.Treatments = append(s.Treatments, isms.Treatment{ID: isms.TreatmentID("later " + r.ID), Risks: []isms.RiskID{r.ID}, From: on})
		s.Acceptances = append(s.Acceptances, isms.Acceptance{ID: isms.AcceptanceID("later " + r.ID), Risk: r.ID, Rating: risk.Rating{Level: "very-low"}, Decision: ceo})
	}
	for i := range s.Acceptances {
		s.Acceptances[i].Conditions = append(s.Acceptances[i].Conditions, isms.Condition{Text: "later", Fell: on})
	}
	for i := range s.Plans {
		p := &s.Plans[i]
		for j := range p.Versions {
			p.Versions[j].Approvals = append(p.Versions[j].Approvals, isms.PlanApproval{Decision: isms.Decision{By: role("cto"), On: on}})
		}
		p.Versions = append(p.Versions, isms.PlanVersion{Number: "later", On: on})
	}
	for i := range s.Controls {
		c := &s.Controls[i]
		c.States = append(c.States, isms.ControlFact{Is: isms.Retired, Since: on})
		c.Tests = append(c.Tests, isms.ControlTest{On: on, Result: isms.Ineffective})
		s.Evidence = append(s.Evidence, isms.Evidence{ID: isms.EvidenceID("later " + c.ID), CollectedOn: on, Controls: []isms.ControlID{c.ID}})
	}
	for i := range s.Applicability {
		a := &s.Applicability[i]
		a.Decisions = append(a.Decisions, isms.ApplicabilityDecision{Is: isms.Included + isms.Excluded - a.Decisions[0].Is, Decision: ceo})
	}
}

func TestLaterFactsChangeNothing(t *testing.T) {
	tomorrow := day(today).AddDays(1)
	for name, system := range map[string]func(testing.TB) isms.System{"clean": base, "broken": broken} {
		t.Run(name, func(t *testing.T) {
			before := said(run(t, subject(t, system(t), day(today), "")))
			sys := system(t)
			after(&sys, tomorrow)
			require.Equal(t, before, said(run(t, subject(t, sys, day(today), ""))))
			require.NotEqual(t, before, said(run(t, subject(t, sys, tomorrow, ""))), "a day later all of it matters")
		})
	}
}

// From one day to the next, without a fact that changes, every gap stays and
// keeps its key; some are added as days pass.
func TestKeysStay(t *testing.T) {
	sys := broken(t)
	before := keys(run(t, subject(t, sys, day(today), "")))
	for n := 1; n <= 400; n += 7 {
		now := keys(run(t, subject(t, sys, day(today).AddDays(n), "")))
		require.Subset(t, now, before)
		require.Len(t, slices.Compact(slices.Sorted(slices.Values(now))), len(now), "a key stands for one gap")
		before = now
	}
}

func TestOrderOfRecordsDoesNotMatter(t *testing.T) {
	want := said(run(t, subject(t, broken(t), day(today), "")))
	require.NotEmpty(t, want)
	sys := broken(t)
	slices.Reverse(sys.Roles)
	slices.Reverse(sys.Risks)
	slices.Reverse(sys.Treatments)
	slices.Reverse(sys.Controls)
	slices.Reverse(sys.Applicability)
	slices.Reverse(sys.Documents)
	slices.Reverse(sys.Requirements)
	s := subject(t, sys, day(today), "")
	var all sync.WaitGroup
	for range 4 { // a view may be read by several at once
		all.Go(func() {
			gaps, err := audit.Run(t.Context(), s, audit.Checks())
			if err != nil || said(gaps) != want {
				t.Errorf("got %v and %v, want %v", err, gaps, want)
			}
		})
	}
	all.Wait()
}

// said writes everything that gaps say.
func said(gaps []audit.Gap) string {
	var b strings.Builder
	describe(&b, "", gaps)
	return b.String()
}

// What a check finds does not depend on which others run, nor in which order.
func TestChecksAreIndependent(t *testing.T) {
	s := subject(t, broken(t), day(today), "")
	all := run(t, s)
	checks := audit.Checks()
	var one []audit.Gap
	for _, c := range slices.Backward(checks) {
		gaps, err := audit.Run(t.Context(), s, []audit.Check{c})
		require.NoError(t, err)
		one = append(gaps, one...)
	}
	require.Equal(t, said(all), said(one))
}
