package isms_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// driven is a System in which a risk drives A.5.1 by way of a reference that
// its treatment chose, and A.5.17 and A.8.5 by way of an own control.
func driven() isms.System {
	return isms.System{
		Scopes:       []isms.Scope{{ID: "a"}, {ID: "b"}},
		Risks:        []isms.Risk{{ID: "R-1"}},
		Treatments:   []isms.Treatment{{ID: "T-1", Option: isms.Modify, Risks: []isms.RiskID{"R-1"}, Controls: []isms.ChosenControl{{Control: ref("A.5.1")}, {Own: "mfa"}}}},
		Controls:     []isms.Control{{ID: "mfa", Realizes: []isms.Realization{{Control: ref("A.8.5")}, {Control: ref("A.5.17"), Extent: isms.Part}}}, {ID: "gate"}},
		Requirements: []isms.Requirement{{ID: "Q-1"}},
	}
}

// byRisk are the drivers of that System.
var byRisk = []string{
	"mfa: risk/R-1 → treatment/T-1 → control/mfa",
	"risk/R-1 → treatment/T-1 → A.5.1",
	"risk/R-1 → treatment/T-1 → control/mfa → A.5.17",
	"risk/R-1 → treatment/T-1 → control/mfa → A.8.5",
}

// drivers lists the drivers of a scope as text, sorted.
func drivers(v *isms.View, scope isms.ScopeID) (lines []string) {
	d := v.Drivers(scope)
	for ref, list := range d.References {
		for _, driver := range list {
			if driver.Control != ref {
				lines = append(lines, "wrong: "+ref.String())
			}
			lines = append(lines, driver.String())
		}
	}
	for id, list := range d.Own {
		for _, driver := range list {
			lines = append(lines, string(id)+": "+driver.String())
		}
	}
	slices.Sort(lines)
	return lines
}

func TestDrivers(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*isms.System)
		want   []string
	}{
		"as it is":             {func(*isms.System) {}, byRisk},
		"the risk is shared":   {func(s *isms.System) { s.Treatments[0].Option = isms.Share }, byRisk},
		"the risk is retained": {func(s *isms.System) { s.Treatments[0].Option = isms.Retain }, nil},
		"the risk is avoided":  {func(s *isms.System) { s.Treatments[0].Option = isms.Avoid }, nil},
		"no option is stated":  {func(s *isms.System) { s.Treatments[0].Option = 0 }, nil},
		"the risk is closed": {func(s *isms.System) {
			s.Risks[0].Status = []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2026-03-10")}}
		}, nil},
		"not yet identified": {func(s *isms.System) {
			s.Risks[0].Status = []isms.RiskFact{{Is: isms.Open, Since: date(t, "2026-03-11")}}
		}, nil},
		"to be closed tomorrow": {func(s *isms.System) {
			s.Risks[0].Status = []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2026-03-11")}}
		}, byRisk},
		"not in force any more": {func(s *isms.System) { s.Treatments[0].Until = date(t, "2026-03-09") }, nil},
		"in force until today":  {func(s *isms.System) { s.Treatments[0].Until = date(t, "2026-03-10") }, byRisk},
		"not yet in force":      {func(s *isms.System) { s.Treatments[0].From = date(t, "2026-03-11") }, nil},
		"in force from today":   {func(s *isms.System) { s.Treatments[0].From = date(t, "2026-03-10") }, byRisk},
		"the risk is elsewhere": {func(s *isms.System) { s.Risks[0].Scopes = []isms.ScopeID{"b"} }, nil},
		"the risk is here too":  {func(s *isms.System) { s.Risks[0].Scopes = []isms.ScopeID{"b", "a"} }, byRisk},
		"no risk is treated":    {func(s *isms.System) { s.Treatments[0].Risks = nil }, nil},
		"no control is chosen":  {func(s *isms.System) { s.Treatments[0].Controls = nil }, nil},
		"an own one that realizes nothing": {func(s *isms.System) {
			s.Treatments[0].Controls = []isms.ChosenControl{{Own: "gate"}}
		}, []string{"gate: risk/R-1 → treatment/T-1 → control/gate"}},
		"an own one whose id is a reference": {func(s *isms.System) {
			s.Controls = append(s.Controls, isms.Control{ID: "A.7.4"})
			s.Treatments[0].Controls = []isms.ChosenControl{{Own: "A.7.4"}}
		}, []string{"A.7.4: risk/R-1 → treatment/T-1 → control/A.7.4", "risk/R-1 → treatment/T-1 → control/A.7.4 → A.7.4"}},
		"a reference and an own one": {func(s *isms.System) {
			s.Treatments[0].Controls = []isms.ChosenControl{{Control: ref("A.5.1"), Own: "gate"}}
		}, []string{"gate: risk/R-1 → treatment/T-1 → control/gate", "risk/R-1 → treatment/T-1 → A.5.1"}},
		"a whole whose part is treated": {func(s *isms.System) {
			s.Risks = append(s.Risks, isms.Risk{ID: "R-0", Combine: isms.HighestPart})
			s.Risks[0].PartOf = "R-0"
		}, byRisk},
		"a part of a closed whole stands by itself": {func(s *isms.System) {
			s.Risks = append(s.Risks, isms.Risk{ID: "R-0", Status: []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2026-01-01")}}})
			s.Risks[0].PartOf = "R-0"
		}, byRisk},
		"two risks, one of them open": {func(s *isms.System) {
			s.Risks = append(s.Risks, isms.Risk{ID: "R-2", Status: []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2026-01-01")}}})
			s.Treatments[0].Risks = append(s.Treatments[0].Risks, "R-2")
		}, byRisk},
	} {
		t.Run(name, func(t *testing.T) {
			sys := driven()
			c.change(&sys)
			v := view(t, sys, "2026-03-10")
			require.Equal(t, c.want, drivers(v, "a"))
		})
	}
}

func TestDriversOfRequirements(t *testing.T) {
	ask, named := []annexa.ControlRef{ref("A.5.34")}, []string{"requirement/Q-1 → A.5.34"}
	for name, c := range map[string]struct {
		requirement isms.Requirement
		want        []string
	}{
		"it asks for nothing":      {isms.Requirement{}, nil},
		"it names a reference":     {isms.Requirement{Controls: ask}, named},
		"it is addressed":          {isms.Requirement{Controls: ask, Addressed: isms.Addressed}, named},
		"it is not addressed":      {isms.Requirement{Controls: ask, Addressed: isms.NotAddressed}, nil},
		"it binds here":            {isms.Requirement{Controls: ask, Scopes: []isms.ScopeID{"a"}}, named},
		"it binds elsewhere":       {isms.Requirement{Controls: ask, Scopes: []isms.ScopeID{"b"}}, nil},
		"it binds from today":      {isms.Requirement{Controls: ask, From: date(t, "2026-03-10")}, named},
		"it binds from tomorrow":   {isms.Requirement{Controls: ask, From: date(t, "2026-03-11")}, nil},
		"it binds until today":     {isms.Requirement{Controls: ask, Until: date(t, "2026-03-10")}, named},
		"it bound until yesterday": {isms.Requirement{Controls: ask, Until: date(t, "2026-03-09")}, nil},
		"it is met by a process":   {isms.Requirement{MetBy: []isms.Ref{{Kind: isms.KindProcess, ID: "mfa"}}}, nil},
		"it is met by an own control": {isms.Requirement{MetBy: []isms.Ref{{Kind: isms.KindControl, ID: "mfa"}}}, []string{
			"mfa: requirement/Q-1 → control/mfa",
			"requirement/Q-1 → control/mfa → A.5.17",
			"requirement/Q-1 → control/mfa → A.8.5",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			sys := driven()
			c.requirement.ID = "Q-1"
			sys.Treatments, sys.Requirements = nil, []isms.Requirement{c.requirement}
			sys.Processes = []isms.Process{{ID: "mfa"}}
			require.Equal(t, c.want, drivers(view(t, sys, "2026-03-10"), "a"))
		})
	}
}

// TestDriversOverTime: opening, closing and both bounds, day by day.
func TestDriversOverTime(t *testing.T) {
	sys := driven()
	sys.Risks[0].Status = []isms.RiskFact{{Is: isms.Open, Since: date(t, "2025-02-01")}, {Is: isms.Closed, Since: date(t, "2026-05-01")}, {Is: isms.Open, Since: date(t, "2026-06-01")}}
	sys.Treatments[0].From, sys.Treatments[0].Until = date(t, "2025-03-01"), date(t, "2026-08-31")
	timeline(t, func(at isms.Date) any { return len(drivers(view(t, sys, at.String()), "a")) },
		since{is: 0}, since{"2025-03-01", 4}, since{"2026-05-01", 0}, since{"2026-06-01", 4}, since{"2026-09-01", 0})
}

func TestDriverKind(t *testing.T) {
	sys := driven()
	sys.Requirements[0].Controls = []annexa.ControlRef{ref("A.5.1")}
	list := view(t, sys, "2026-03-10").Drivers("").References[ref("A.5.1")]
	require.Len(t, list, 2)
	require.Equal(t, isms.KindRisk, list[0].Kind())
	require.Equal(t, isms.KindRequirement, list[1].Kind())
	require.Zero(t, isms.Driver{}.Kind())
	require.Empty(t, isms.Driver{}.String())
}
