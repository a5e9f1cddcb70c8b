package isms_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// The tables of this file and of facts_risk_test.go hold every function of a
// record that asks for a day against timelines: each boundary day, the day
// before and the day after.

func TestDecisionInForce(t *testing.T) {
	on := date(t, "2026-03-10")
	for name, c := range map[string]struct {
		decision isms.Decision
		steps    []since
	}{
		"taken":           {isms.Decision{By: party("role/ceo"), On: on}, []since{{is: false}, {"2026-03-10", true}}},
		"by nobody":       {isms.Decision{For: party("role/ceo"), On: on}, []since{{is: false}}},
		"on no day":       {isms.Decision{By: party("role/ceo")}, []since{{is: false}}},
		"nothing at all":  {isms.Decision{}, []since{{is: false}}},
		"with all it has": {isms.Decision{By: party("role/ceo"), For: party("body/board"), On: on, Reason: "r", Authority: "a", Record: isms.Ref{Kind: isms.KindDocument, ID: "D"}}, []since{{is: false}, {"2026-03-10", true}}},
	} {
		t.Run(name, func(t *testing.T) {
			timeline(t, func(at isms.Date) any { return c.decision.InForce(at) }, c.steps...)
			require.Equal(t, c.decision == isms.Decision{}, c.decision.IsZero())
		})
	}
}

func TestTenures(t *testing.T) {
	for name, c := range map[string]struct {
		tenures string // as JSON
		steps   []since
	}{
		"none":               {`[]`, []since{{is: ""}}},
		"for ever":           {`[{"who":"person/ann"}]`, []since{{is: "person/ann"}}},
		"from a day on":      {`[{"who":"person/ann","from":"2026-01-10"}]`, []since{{is: ""}, {"2026-01-10", "person/ann"}}},
		"up to a day":        {`[{"who":"person/ann","until":"2026-02-20"}]`, []since{{is: "person/ann"}, {"2026-02-21", ""}}},
		"between two days":   {`[{"who":"person/ann","from":"2026-01-10","until":"2026-02-20"}]`, []since{{is: ""}, {"2026-01-10", "person/ann"}, {"2026-02-21", ""}}},
		"for one day":        {`[{"who":"person/ann","from":"2026-01-10","until":"2026-01-10"}]`, []since{{is: ""}, {"2026-01-10", "person/ann"}, {"2026-01-11", ""}}},
		"handed over":        {`[{"who":"person/ann","until":"2026-02-28"},{"who":"unit/it","from":"2026-03-01"}]`, []since{{is: "person/ann"}, {"2026-03-01", "unit/it"}}},
		"vacant in between":  {`[{"who":"person/ann","until":"2026-02-28"},{"who":"unit/it","from":"2026-03-02"}]`, []since{{is: "person/ann"}, {"2026-03-01", ""}, {"2026-03-02", "unit/it"}}},
		"the later one wins": {`[{"who":"person/bob","from":"2026-06-01","until":"2026-06-30"},{"who":"person/ann","from":"2026-01-01"}]`, []since{{is: ""}, {"2026-01-01", "person/ann"}, {"2026-06-01", "person/bob"}, {"2026-07-01", "person/ann"}}},
		"of equals the last": {`[{"who":"person/ann","from":"2026-01-01"},{"who":"person/bob","from":"2026-01-01"}]`, []since{{is: ""}, {"2026-01-01", "person/bob"}}},
		"stated beats open":  {`[{"who":"person/bob","from":"2026-01-01"},{"who":"person/ann"}]`, []since{{is: "person/ann"}, {"2026-01-01", "person/bob"}}},
		"a deputy is none":   {`[{"who":"person/ann","from":"2026-01-01"},{"who":"person/bob","deputy":true,"from":"2026-02-01"}]`, []since{{is: ""}, {"2026-01-01", "person/ann"}}},
	} {
		t.Run(name, func(t *testing.T) {
			var tenures []isms.Tenure
			require.NoError(t, json.Unmarshal([]byte(c.tenures), &tenures))
			timeline(t, func(at isms.Date) any { return isms.Role{Holders: tenures}.HolderAt(at).String() }, c.steps...)
			timeline(t, func(at isms.Date) any { return isms.Asset{Owners: tenures}.OwnerAt(at).String() }, c.steps...)
			timeline(t, func(at isms.Date) any { return isms.Risk{Owners: tenures}.OwnerAt(at).String() }, c.steps...)
		})
	}
}

// TestIntervals: both bounds are included, one that is not stated does not
// bound.
func TestIntervals(t *testing.T) {
	from, until := date(t, "2026-01-10"), date(t, "2026-02-20")
	org := isms.Ref{Kind: isms.KindOrganization, ID: "acme"}
	for name, c := range map[string]struct {
		from, until isms.Date
		steps       []since
	}{
		"always":   {steps: []since{{is: true}}},
		"from":     {from: from, steps: []since{{is: false}, {"2026-01-10", true}}},
		"until":    {until: until, steps: []since{{is: true}, {"2026-02-21", false}}},
		"between":  {from: from, until: until, steps: []since{{is: false}, {"2026-01-10", true}, {"2026-02-21", false}}},
		"one day":  {from: from, until: from, steps: []since{{is: false}, {"2026-01-10", true}, {"2026-01-11", false}}},
		"backward": {from: until, until: from, steps: []since{{is: false}}}, // a problem, V007
	} {
		t.Run(name, func(t *testing.T) {
			for what, in := range map[string]func(isms.Date) any{
				"issue":       func(at isms.Date) any { return isms.Issue{From: c.from, Until: c.until}.InForce(at) },
				"requirement": func(at isms.Date) any { return isms.Requirement{From: c.from, Until: c.until}.InForce(at) },
				"treatment":   func(at isms.Date) any { return isms.Treatment{From: c.from, Until: c.until}.InForce(at) },
				"member": func(at isms.Date) any {
					return len(isms.Scope{Members: []isms.Membership{{Of: org, From: c.from, Until: c.until}}}.MembersAt(at)) == 1
				},
			} {
				t.Run(what, func(t *testing.T) { timeline(t, in, c.steps...) })
			}
		})
	}
}

func TestScopeMembersAt(t *testing.T) {
	ref := func(s string) isms.Ref { return party(s).Ref() }
	scope := isms.Scope{Members: []isms.Membership{
		{Of: ref("unit/it")},
		{Of: ref("unit/hr"), From: date(t, "2026-01-10")},
		{Of: ref("unit/lab"), Until: date(t, "2026-01-10")},
	}}
	timeline(t, func(at isms.Date) any { return scope.MembersAt(at) },
		since{is: []isms.Ref{ref("unit/it"), ref("unit/lab")}},
		since{"2026-01-10", []isms.Ref{ref("unit/it"), ref("unit/hr"), ref("unit/lab")}},
		since{"2026-01-11", []isms.Ref{ref("unit/it"), ref("unit/hr")}})
	require.Empty(t, isms.Scope{}.MembersAt(date(t, "2026-01-10")))
}

func TestDocument(t *testing.T) {
	none := since{is: isms.Draft}
	for name, c := range map[string]struct {
		versions string // as JSON
		review   isms.Duration
		states   []since
		numbers  []since // of the version in force; not given: the state says it all
	}{
		"without a version":  {`[]`, isms.Duration{}, []since{none}, nil},
		"a draft":            {`[{"number":"0.1","on":"2025-01-01"}]`, isms.Months(1), []since{none}, nil},
		"approved by nobody": {`[{"number":"1","approval":{"on":"2025-03-01"}}]`, isms.Duration{}, []since{none}, nil},
		"approved on no day": {`[{"number":"1","approval":{"by":"role/ceo"}}]`, isms.Duration{}, []since{none}, nil},
		"approved":           {`[{"number":"1","on":"2025-01-01","approval":{"by":"role/ceo","on":"2025-03-01"}}]`, isms.Duration{}, []since{none, {"2025-03-01", isms.InUse}}, nil},
		"approved and never reviewed": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2024-02-29"}}]`, isms.Months(12),
			[]since{none, {"2024-02-29", isms.InUse}, {"2025-03-01", isms.ReviewDue}},
			[]since{{is: ""}, {"2024-02-29", "1"}},
		},
		"reviewed late": {
			`[{"number":"2","approval":{"by":"role/ceo","on":"2025-04-10"}},{"number":"1","approval":{"by":"role/ceo","on":"2024-03-31"}}]`, isms.Months(11),
			[]since{none, {"2024-03-31", isms.InUse}, {"2025-03-01", isms.ReviewDue}, {"2025-04-10", isms.InUse}, {"2026-03-11", isms.ReviewDue}},
			[]since{{is: ""}, {"2024-03-31", "1"}, {"2025-04-10", "2"}},
		},
		"reviewed in time": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2024-01-01"}},{"number":"2","approval":{"by":"role/ceo","on":"2025-01-01"}}]`, isms.Months(12),
			[]since{none, {"2024-01-01", isms.InUse}, {"2026-01-02", isms.ReviewDue}},
			[]since{{is: ""}, {"2024-01-01", "1"}, {"2025-01-01", "2"}},
		},
		"a newer draft does not count": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2025-03-01"}},{"number":"2","on":"2025-06-01"}]`,
			isms.Duration{},
			[]since{none, {"2025-03-01", isms.InUse}},
			[]since{{is: ""}, {"2025-03-01", "1"}},
		},
		"withdrawn": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2025-03-01"},"withdrawn":"2026-01-15"}]`, isms.Months(1),
			[]since{none, {"2025-03-01", isms.InUse}, {"2025-04-02", isms.ReviewDue}, {"2026-01-15", isms.Withdrawn}},
			[]since{{is: ""}, {"2025-03-01", "1"}, {"2026-01-15", ""}},
		},
		"withdrawn and issued again": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2025-03-01"},"withdrawn":"2026-01-15"},{"number":"2","approval":{"by":"role/ceo","on":"2026-02-01"}}]`,
			isms.Duration{},
			[]since{none, {"2025-03-01", isms.InUse}, {"2026-01-15", isms.Withdrawn}, {"2026-02-01", isms.InUse}},
			[]since{{is: ""}, {"2025-03-01", "1"}, {"2026-01-15", ""}, {"2026-02-01", "2"}},
		},
		"the one before does not come back": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2025-03-01"}},{"number":"2","approval":{"by":"role/ceo","on":"2025-09-01"},"withdrawn":"2026-01-15"}]`,
			isms.Duration{},
			[]since{none, {"2025-03-01", isms.InUse}, {"2026-01-15", isms.Withdrawn}},
			[]since{{is: ""}, {"2025-03-01", "1"}, {"2025-09-01", "2"}, {"2026-01-15", ""}},
		},
		"replaced and then withdrawn": {
			`[{"number":"1","approval":{"by":"role/ceo","on":"2025-03-01"},"withdrawn":"2025-09-15"},{"number":"2","approval":{"by":"role/ceo","on":"2025-09-01"}}]`,
			isms.Duration{},
			[]since{none, {"2025-03-01", isms.InUse}},
			[]since{{is: ""}, {"2025-03-01", "1"}, {"2025-09-01", "2"}},
		},
		"dropped before anybody approved it": {`[{"number":"0.1","withdrawn":"2025-03-01"}]`, isms.Duration{}, []since{none, {"2025-03-01", isms.Withdrawn}}, []since{{is: ""}}},
	} {
		t.Run(name, func(t *testing.T) {
			d := isms.Document{ReviewEvery: c.review}
			require.NoError(t, json.Unmarshal([]byte(c.versions), &d.Versions))
			timeline(t, func(at isms.Date) any { return d.StateAt(at) }, c.states...)
			if c.numbers != nil {
				timeline(t, func(at isms.Date) any {
					v, ok := d.VersionAt(at)
					require.Equal(t, v.Number != "", ok)
					return v.Number
				}, c.numbers...)
			}
		})
	}
}

func TestPhaseAt(t *testing.T) {
	sys := isms.System{Phases: []isms.Phase{
		{Is: isms.Certified, Since: date(t, "2026-06-30")},
		{Is: isms.Preparing, Since: date(t, "2025-01-01")},
		{Is: isms.Operating, Since: date(t, "2025-09-01")},
		{Is: isms.Operating}, // on no day
	}}
	timeline(t, func(at isms.Date) any { return sys.PhaseAt(at) },
		since{is: isms.PhaseState(0)}, since{"2025-01-01", isms.Preparing}, since{"2025-09-01", isms.Operating}, since{"2026-06-30", isms.Certified})
}

func TestCompared(t *testing.T) {
	require.Equal(t, []annexa.Set{annexa.ISO27001v2022}, isms.System{}.Compared())
	require.Equal(t, []annexa.Set{"acme:1"}, isms.System{ControlSets: []annexa.Set{"acme:1"}}.Compared())
}

func TestErased(t *testing.T) {
	jo := isms.Person{
		ID: "jo", Formerly: []isms.PersonID{"joanna"}, Name: "Jo", Contact: "jo@example.org",
		X: isms.Extensions{"hr/number": json.RawMessage("7")},
	}
	on := date(t, "2026-11-21")
	require.Equal(t, isms.Person{ID: "jo", Formerly: []isms.PersonID{"joanna"}, ErasedOn: on}, jo.Erased(on))
	require.Equal(t, "Jo", jo.Name, "a record is a value")

	// What names the person keeps holding.
	sys := small(t)
	sys.Persons[0] = sys.Persons[0].Erased(on)
	require.NoError(t, isms.Validate(sys, nil))
}
