package soa_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// small is a System in which one risk drives one reference.
func small() isms.System {
	return isms.System{
		ID: "small", SchemaVersion: isms.SchemaVersion,
		Risks: []isms.Risk{{ID: "R"}},
		Treatments: []isms.Treatment{{
			ID: "T", Option: isms.Modify, Risks: []isms.RiskID{"R"}, Controls: []isms.ChosenControl{{Control: ref("A.5.17")}},
		}},
	}
}

// lines are drivers as text.
func lines(drivers []isms.Driver) []string {
	var list []string
	for _, d := range drivers {
		list = append(list, d.String())
	}
	return list
}

func TestWhy(t *testing.T) {
	const path = "risk/R → treatment/T → A.5.17"
	closed := []isms.RiskFact{{Is: isms.Open, Since: day("2026-01-01")}, {Is: isms.Closed, Since: day("2026-06-01")}}
	for name, c := range map[string]struct {
		at     string
		change func(*isms.System)
		want   []string
	}{
		"a treatment drives":            {at, func(*isms.System) {}, []string{path}},
		"an option of no word":          {at, func(s *isms.System) { s.Treatments[0].Option = 0 }, nil},
		"retain drives nothing":         {at, func(s *isms.System) { s.Treatments[0].Option = isms.Retain }, nil},
		"avoid drives nothing":          {at, func(s *isms.System) { s.Treatments[0].Option = isms.Avoid }, nil},
		"share drives":                  {at, func(s *isms.System) { s.Treatments[0].Option = isms.Share }, []string{path}},
		"closing the risk removes it":   {"2026-06-01", func(s *isms.System) { s.Risks[0].Status = closed }, nil},
		"on the day before it stands":   {"2026-05-31", func(s *isms.System) { s.Risks[0].Status = closed }, []string{path}},
		"before the risk is identified": {"2025-12-31", func(s *isms.System) { s.Risks[0].Status = closed }, nil},
		"not in force yet":              {at, func(s *isms.System) { s.Treatments[0].From = day(at).AddDays(1) }, nil},
		"in force from the day":         {at, func(s *isms.System) { s.Treatments[0].From = day(at) }, []string{path}},
		"in force until the day":        {at, func(s *isms.System) { s.Treatments[0].Until = day(at) }, []string{path}},
		"no longer in force":            {at, func(s *isms.System) { s.Treatments[0].Until = day(at).AddDays(-1) }, nil},
		"a control named twice": {at, func(s *isms.System) {
			s.Treatments[0].Controls = append(s.Treatments[0].Controls, s.Treatments[0].Controls[0])
		}, []string{path}},
		"through an own control": {at, func(s *isms.System) {
			s.Controls = []isms.Control{{ID: "C", Realizes: realizes("A.5.17")}}
			s.Treatments[0].Controls = []isms.ChosenControl{{Own: "C"}}
		}, []string{"risk/R → treatment/T → control/C → A.5.17"}},
		"a requirement drives": {at, func(s *isms.System) {
			s.Treatments = nil
			s.Requirements = []isms.Requirement{{ID: "Q", Controls: []annexa.ControlRef{ref("A.5.17")}}}
		}, []string{"requirement/Q → A.5.17"}},
		"a requirement not addressed": {at, func(s *isms.System) {
			s.Treatments = nil
			s.Requirements = []isms.Requirement{{ID: "Q", Addressed: isms.NotAddressed, Controls: []annexa.ControlRef{ref("A.5.17")}}}
		}, nil},
		"risks before requirements": {at, func(s *isms.System) {
			s.Requirements = []isms.Requirement{{ID: "Q", Controls: []annexa.ControlRef{ref("A.5.17")}}}
		}, []string{path, "requirement/Q → A.5.17"}},
	} {
		t.Run(name, func(t *testing.T) {
			sys := small()
			c.change(&sys)
			require.Equal(t, c.want, lines(derive(t, sys, c.at).Why(ref("A.5.17"))))
		})
	}
}

func TestWhyOfNothing(t *testing.T) {
	sys := small()
	sys.Controls = []isms.Control{{ID: "C", States: since("2026-01-01", isms.Implemented)}}
	st := derive(t, sys, at)
	require.Nil(t, st.Why(ref("A.5.1")))
	require.Nil(t, st.Why(annexa.ControlRef{}), "an own entry has no reference")
	_, ok := st.Entry(annexa.ControlRef{})
	require.False(t, ok)
	_, ok = st.Own("")
	require.False(t, ok)
}

func TestScopes(t *testing.T) {
	sys := small()
	sys.Scopes = []isms.Scope{{ID: "north", Title: "North"}, {ID: "south", Statement: "All of the south."}}
	sys.Risks[0].Scopes = []isms.ScopeID{"north"}
	sys.Controls = []isms.Control{
		{ID: "C-n", Realizes: realizes("A.5.17"), Where: isms.Where{Scopes: []isms.ScopeID{"north"}}, States: since("2026-01-01", isms.Implemented)},
		{ID: "C-s", Realizes: realizes("A.5.17"), Where: isms.Where{Scopes: []isms.ScopeID{"south"}}, States: since("2026-01-01", isms.Planned)},
		{ID: "O-s", Where: isms.Where{Scopes: []isms.ScopeID{"south"}}, States: since("2026-01-01", isms.Planned)},
	}
	decide := func(scope isms.ScopeID, is isms.Inclusion) isms.Applicability {
		return isms.Applicability{Scope: scope, Control: ref("A.5.17"), Decisions: []isms.ApplicabilityDecision{{Is: is, Decision: isms.Decision{On: day("2026-01-01")}}}}
	}
	sys.Applicability = []isms.Applicability{decide("north", isms.Included), decide("south", isms.Excluded)}
	v := viewAt(t, sys, at)

	_, err := soa.Derive(v, soa.Options{})
	require.EqualError(t, err, `soa: derive: isms: scope: got none, want one of the 2 that the System has, as in "north"`)
	_, err = soa.Derive(v, soa.Options{Scope: "west"})
	require.ErrorIs(t, err, isms.ErrNotFound)
	_, err = soa.Derive(nil, soa.Options{})
	require.EqualError(t, err, "soa: derive: got no view, want one of isms.At")

	north, err := soa.Derive(v, soa.Options{Scope: "north"})
	require.NoError(t, err)
	south, err := soa.Derive(v, soa.Options{Scope: "south"})
	require.NoError(t, err)
	require.Equal(t, "North", north.ScopeTitle)
	require.Equal(t, "All of the south.", south.ScopeStatement)
	n, s := entry(t, north, "A.5.17"), entry(t, south, "A.5.17")
	require.Equal(t, []any{isms.Included, soa.Implemented, 1}, []any{n.Inclusion, n.Status, len(n.Drivers)})
	require.Equal(t, []any{isms.Excluded, soa.Planned, 0}, []any{s.Inclusion, s.Status, len(s.Drivers)})
	_, inNorth := north.Own("O-s")
	_, inSouth := south.Own("O-s")
	require.Equal(t, []bool{false, true}, []bool{inNorth, inSouth})
	require.NotEqual(t, north.Digest(), south.Digest())
}

func TestTheOnlyScopeNeedNotBeNamed(t *testing.T) {
	named, err := soa.Derive(viewAt(t, sample(), at), soa.Options{Scope: "hosting"})
	require.NoError(t, err)
	require.Equal(t, named, derive(t, sample(), at))
	require.Equal(t, "Alder Hosting Ltd", named.Organization, "it belongs to the scope, and has a legal name")

	sys := sample()
	sys.Scopes[0].Members = nil
	require.Equal(t, "Alder Group plc", derive(t, sys, at).Organization, "the first without a parent")
}

// TestEveryControlOnce holds that the catalogue's controls stand in its order,
// each exactly once, whatever the records name.
func TestEveryControlOnce(t *testing.T) {
	sys := sample()
	sys.ControlSets = []annexa.Set{annexa.ISO27001v2022, annexa.ISO27001v2022}
	st := derive(t, sys, at)
	require.Equal(t, []annexa.Set{annexa.ISO27001v2022}, st.Sets)
	i := 0
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		require.Equal(t, c.Ref, st.Entries[i].Control)
		i++
	}
	require.Equal(t, 93, i)
	var own []isms.ControlID
	for _, e := range st.Entries[i:] {
		require.True(t, e.Control.IsZero())
		own = append(own, e.Own)
	}
	require.Equal(t, []isms.ControlID{"C-08", "C-09"}, own)
}

func TestSets(t *testing.T) {
	sys := small()
	sys.ControlSets = []annexa.Set{annexa.ISO27001v2013, "acme:1"}
	sys.Treatments[0].Controls = []isms.ChosenControl{
		{Control: ref("acme:1/X-10")}, {Control: ref("iso27017:2015/CLD.6.3.1")}, {Own: "C"},
	}
	sys.Controls = []isms.Control{
		{ID: "C", Realizes: realizes("acme:1/X-2", "iso27017:2015/CLD.9.5.1"), States: since("2026-01-01", isms.Implemented)},
		{ID: "D", Realizes: realizes("acme:1/X-3"), States: since("2027-01-01", isms.Implemented)}, // not yet
		{ID: "F", Realizes: realizes("acme:1/X-5"), States: since("2026-01-01", isms.Implemented)},
		{ID: "E", Realizes: realizes("iso27017:2015/CLD.12.1.5"), States: since("2026-01-01", isms.Planned)},
	}
	on := isms.Decision{On: day("2026-01-01")}
	sys.Applicability = []isms.Applicability{
		{Control: ref("acme:1/X-1"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Excluded, Decision: on}}},
		{Control: ref("acme:1/X-4"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Included, Decision: isms.Decision{On: day("2027-01-01")}}}}, // not yet
		{Control: ref("other:1/Y-1"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Included, Decision: on}}},
		{Control: ref("other:1/Y-2"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Excluded, Decision: on}}}, // not compared: nothing to exclude
	}
	st := derive(t, sys, at)
	require.Equal(t, annexa.Edition2013+"; acme:1", st.Catalogue)
	var got []string
	for _, e := range st.Entries[114:] {
		got = append(got, e.Ref()+" "+word(t, e.Inclusion)+", under "+e.Theme())
	}
	require.Equal(t, []string{
		"acme:1/X-1 excluded, under acme:1",
		"acme:1/X-2 , under acme:1",
		"acme:1/X-5 , under acme:1",
		"acme:1/X-10 , under acme:1",
		"iso27017:2015/CLD.6.3.1 included, under ISO/IEC 27017:2015, CLD.6.3 Relationship between cloud service customer and cloud service provider", // chosen as such, so it is necessary
		"other:1/Y-1 included, under other:1",    // included by decision
		"control/E included, under Own controls", // realizes nothing that is listed
	}, got)
	require.Equal(t, "iso27001:2013/A.5.1.1", st.Entries[0].Ref())
	require.Equal(t, "A.5", st.Entries[0].Theme()[:3])
}

func TestOwnControls(t *testing.T) {
	sys := small()
	sys.Treatments[0].Controls = []isms.ChosenControl{{Own: "driven"}}
	sys.Controls = []isms.Control{
		{ID: "driven", Title: "Driven", States: since("2026-01-01", isms.Partial)},
		{ID: "idle", States: since("2026-01-01", isms.NotImplemented)},
		{ID: "retired", States: append(since("2025-01-01", isms.Implemented), since("2026-01-01", isms.Retired)...)},
		{ID: "never stated"},
		{ID: "to come", States: since("2027-01-01", isms.Implemented)},
		{ID: "realizes", Realizes: realizes("A.5.1"), States: since("2026-01-01", isms.Implemented)},
		{ID: "A.5.2", States: since("2026-01-01", isms.Implemented)},
	}
	sys.Actions = []isms.Action{{ID: "A", For: []isms.Ref{{Kind: isms.KindControl, ID: "driven"}}, Due: day("2027-03-01")}}
	st := derive(t, sys, at)
	require.Len(t, st.Entries, 95)
	driven, ok := st.Own("driven")
	require.True(t, ok)
	require.Equal(t, soa.Entry{
		Own: "driven", Title: "Driven", Inclusion: isms.Included, Status: soa.Partial,
		Drivers: []isms.Driver{{Path: []isms.Ref{{Kind: isms.KindRisk, ID: "R"}, {Kind: isms.KindTreatment, ID: "T"}, {Kind: isms.KindControl, ID: "driven"}}}},
		RealizedBy: []soa.Realization{{
			Control: "driven", Title: "Driven", Extent: isms.Full, State: isms.Partial, Since: day("2026-01-01"), Provision: isms.Own,
		}},
		Pending: []soa.Pending{{Action: "A", Due: day("2027-03-01")}},
	}, driven)
	idle, ok := st.Own("idle")
	require.True(t, ok)
	require.Equal(t, soa.NotImplemented, idle.Status)
	require.Equal(t, []isms.ControlID{"realizes"}, controlsOf(entry(t, st, "A.5.1")))
	require.Equal(t, []isms.ControlID{"A.5.2"}, controlsOf(entry(t, st, "A.5.2")), "an identifier that is a reference realizes it")
}

func controlsOf(e soa.Entry) []isms.ControlID {
	var ids []isms.ControlID
	for _, r := range e.RealizedBy {
		ids = append(ids, r.Control)
	}
	return ids
}

func TestRealization(t *testing.T) {
	st := derive(t, sample(), at)
	require.Equal(t, []soa.Realization{
		{
			Control: "C-01", Title: "Second factor at every sign-in", How: "Hardware keys for staff, an authenticator for customers.",
			Owner: party("role/ciso"), Extent: isms.Part, State: isms.Implemented, Since: day("2025-03-01"), Operating: true,
			Provision: isms.Shared, Provider: isms.Ref{Kind: isms.KindSupplier, ID: "idp"}, Theirs: "the sign-in service", Ours: "who gets a key",
			Evidence: []isms.EvidenceID{"E-01"},
		},
		{Control: "C-02", Title: "Password manager", Extent: isms.Full, State: isms.Partial, Since: day("2026-01-15"), Provision: isms.Own},
	}, entry(t, st, "A.5.17").RealizedBy)
	require.Equal(t, []isms.EvidenceID{"E-02"}, entry(t, st, "A.8.13").RealizedBy[0].Evidence, "that of May is too old for a monthly control")
	require.Equal(t, []isms.ControlID{"C-06"}, controlsOf(entry(t, st, "A.7.2")), "a retired control realizes nothing")
	require.Equal(t, isms.Inherited, entry(t, st, "A.7.5").RealizedBy[0].Provision)
}

func TestPending(t *testing.T) {
	control, treatment, requirement, other := isms.Ref{Kind: isms.KindControl, ID: "C"}, isms.Ref{Kind: isms.KindTreatment, ID: "T"}, isms.Ref{Kind: isms.KindRequirement, ID: "Q"}, isms.Ref{Kind: isms.KindRisk, ID: "R"}
	base := func() isms.System {
		sys := small()
		sys.Controls = []isms.Control{{ID: "C", Realizes: realizes("A.5.17"), States: since("2026-01-01", isms.Planned)}}
		sys.Requirements = []isms.Requirement{{ID: "Q", Controls: []annexa.ControlRef{ref("A.5.17")}}}
		sys.Actions = []isms.Action{
			{ID: "no day", For: []isms.Ref{treatment}},
			{ID: "late", For: []isms.Ref{control, treatment}, Due: day("2027-06-01"), Owner: party("role/ciso"), Title: "Late"},
			{ID: "early", For: []isms.Ref{requirement}, Due: day("2026-01-01")},
			{ID: "done", For: []isms.Ref{control}, Done: day(at)},
			{ID: "done later", For: []isms.Ref{control}, Due: day("2027-07-01"), Done: day(at).AddDays(1)},
			{ID: "for the risk", For: []isms.Ref{other}},
		}
		sys.Roles = []isms.Role{{ID: "ciso"}}
		return sys
	}
	want := []soa.Pending{
		{Action: "early", Due: day("2026-01-01")},
		{Action: "late", Title: "Late", Owner: party("role/ciso"), Due: day("2027-06-01")},
		{Action: "done later", Due: day("2027-07-01")},
		{Action: "no day"},
	}
	require.Equal(t, want, entry(t, derive(t, base(), at), "A.5.17").Pending)

	done := base()
	done.Controls[0].States = since("2026-01-01", isms.Implemented)
	require.Empty(t, entry(t, derive(t, done, at), "A.5.17").Pending, "nothing is left to plan")
	retired := base()
	retired.Controls[0].States = since("2026-01-01", isms.Retired)
	require.Equal(t, []soa.Pending{want[0], want[1], want[3]}, entry(t, derive(t, retired, at), "A.5.17").Pending, "what a retired control needed is not")
	no := base()
	no.Applicability = []isms.Applicability{{Control: ref("A.5.17"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Excluded, Decision: isms.Decision{On: day("2026-01-01")}}}}}
	require.Empty(t, entry(t, derive(t, no, at), "A.5.17").Pending, "what is excluded is not planned")
}

func TestDecision(t *testing.T) {
	sys := small()
	sys.Persons = []isms.Person{{ID: "ann", Name: "Ann"}}
	decision := isms.Decision{By: party("person/ann"), On: day("2026-02-01"), Reason: "We sign in.", Authority: "ISMS mandate"}
	sys.Applicability = []isms.Applicability{{Control: ref("A.5.17"), Decisions: []isms.ApplicabilityDecision{
		{Is: isms.Excluded, Ground: isms.NotPerformed, Decision: isms.Decision{On: day("2027-01-01"), Reason: "no longer"}},
		{Is: isms.Included, Basis: []string{isms.Legal, "our own word"}, Decision: decision},
	}}}
	e := entry(t, derive(t, sys, at), "A.5.17")
	decision.Reason = ""
	require.Equal(t, soa.Entry{
		Control: ref("A.5.17"), Title: "Authentication information", Inclusion: isms.Included,
		Basis: []string{"legal", "our own word"}, Reason: "We sign in.", Decision: decision,
		Drivers: []isms.Driver{{Path: []isms.Ref{{Kind: isms.KindRisk, ID: "R"}, {Kind: isms.KindTreatment, ID: "T"}}, Control: ref("A.5.17")}},
		Status:  soa.NotImplemented,
	}, e)
	require.Zero(t, entry(t, derive(t, sys, "2026-01-31"), "A.5.17").Inclusion, "before the first decision it is undecided")
	later := entry(t, derive(t, sys, "2027-01-01"), "A.5.17")
	require.Equal(t, []any{isms.Excluded, isms.NotPerformed, "no longer"}, []any{later.Inclusion, later.Ground, later.Reason})
}

func TestDeriveSharesNothing(t *testing.T) {
	sys := sample()
	v := viewAt(t, sys, at)
	first, err := soa.Derive(v, soa.Options{})
	require.NoError(t, err)
	for i := range first.Entries {
		first.Entries[i].Basis = append(first.Entries[i].Basis[:0], "spoilt")
	}
	first.Sets[0] = "spoilt:1"
	second, err := soa.Derive(v, soa.Options{})
	require.NoError(t, err)
	require.Equal(t, derive(t, sample(), at), second)
}
