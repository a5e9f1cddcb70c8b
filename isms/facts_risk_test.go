package isms_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

func TestRiskStateAt(t *testing.T) {
	for name, c := range map[string]struct {
		status string // as JSON
		steps  []since
	}{
		"without facts it is open":      {`[]`, []since{{is: isms.Open}}},
		"identified":                    {`[{"is":"open","since":"2025-03-01"}]`, []since{{is: isms.RiskState(0)}, {"2025-03-01", isms.Open}}},
		"identified and closed":         {`[{"is":"closed","since":"2026-01-15"},{"is":"open","since":"2025-03-01"}]`, []since{{is: isms.RiskState(0)}, {"2025-03-01", isms.Open}, {"2026-01-15", isms.Closed}}},
		"reopened":                      {`[{"is":"open","since":"2025-03-01"},{"is":"closed","since":"2026-01-15"},{"is":"open","since":"2026-01-16"}]`, []since{{is: isms.RiskState(0)}, {"2025-03-01", isms.Open}, {"2026-01-15", isms.Closed}, {"2026-01-16", isms.Open}}},
		"what was closed had been open": {`[{"is":"closed","since":"2026-01-15"}]`, []since{{is: isms.Open}, {"2026-01-15", isms.Closed}}},
		"closed first, then reopened":   {`[{"is":"open","since":"2026-03-01"},{"is":"closed","since":"2026-01-15"}]`, []since{{is: isms.Open}, {"2026-01-15", isms.Closed}, {"2026-03-01", isms.Open}}},
		"twice on a day: the last":      {`[{"is":"open","since":"2025-03-01"},{"is":"closed","since":"2025-03-01"}]`, []since{{is: isms.RiskState(0)}, {"2025-03-01", isms.Closed}}},
	} {
		t.Run(name, func(t *testing.T) {
			var r isms.Risk
			require.NoError(t, json.Unmarshal([]byte(c.status), &r.Status))
			timeline(t, func(at isms.Date) any { return r.StateAt(at) }, c.steps...)
		})
	}
}

func TestAssessmentAt(t *testing.T) {
	r := isms.Risk{Assessments: []isms.Assessment{
		{Stage: isms.Current, On: date(t, "2026-03-01"), Note: "second"},
		{Stage: isms.Current, On: date(t, "2025-03-01"), Note: "first"},
		{Stage: isms.Residual, On: date(t, "2025-03-02"), Note: "expected"},
		{Stage: isms.Current, On: date(t, "2026-03-01"), Note: "third, on the same day"},
		{Stage: isms.Current, Note: "on no day"},
	}}
	at := func(stage isms.Stage) func(isms.Date) any {
		return func(day isms.Date) any {
			a, ok := r.AssessmentAt(stage, day)
			require.Equal(t, a.Note != "", ok)
			return a.Note
		}
	}
	timeline(t, at(isms.Current), since{is: ""}, since{"2025-03-01", "first"}, since{"2026-03-01", "third, on the same day"})
	timeline(t, at(isms.Residual), since{is: ""}, since{"2025-03-02", "expected"})
	timeline(t, at(isms.Inherent), since{is: ""})
}

func TestVersionsInUse(t *testing.T) {
	first, second := date(t, "2025-01-01"), date(t, "2026-01-01")
	m := isms.RiskMethod{Versions: []isms.MethodVersion{{Number: "2", From: second}, {Number: "1", From: first}}}
	p := isms.TreatmentPlan{Versions: []isms.PlanVersion{{Number: "2", On: second}, {Number: "1", On: first}}}
	a := isms.Asset{Valuations: []isms.Valuation{{Integrity: "2", On: second}, {Integrity: "1", On: first}}}
	want := []since{{is: ""}, {"2025-01-01", "1"}, {"2026-01-01", "2"}}
	timeline(t, func(at isms.Date) any { v, _ := m.VersionAt(at); return v.Number }, want...)
	timeline(t, func(at isms.Date) any { v, _ := p.VersionAt(at); return v.Number }, want...)
	timeline(t, func(at isms.Date) any { v, _ := a.ValuationAt(at); return v.Integrity }, want...)
}

func TestDoneAt(t *testing.T) {
	a := isms.Action{Due: date(t, "2026-01-01"), Done: date(t, "2026-02-01")}
	timeline(t, func(at isms.Date) any { return a.DoneAt(at) }, since{is: false}, since{"2026-02-01", true})
	timeline(t, func(at isms.Date) any { return isms.Action{Due: a.Due}.DoneAt(at) }, since{is: false})
}

func TestControlAt(t *testing.T) {
	const implemented = `{"is":"planned","since":"2025-01-01"},{"is":"partial","since":"2025-02-01"},{"is":"implemented","since":"2025-03-01"}`
	for name, c := range map[string]struct {
		states, tests string // as JSON
		state         []since
		operating     []since
	}{
		"without facts": {"", "", []since{{is: isms.ControlState(0)}}, []since{{is: false}}},
		"implemented":   {implemented, "", []since{{is: isms.ControlState(0)}, {"2025-01-01", isms.Planned}, {"2025-02-01", isms.Partial}, {"2025-03-01", isms.Implemented}}, []since{{is: false}, {"2025-03-01", true}}},
		"retired":       {implemented + `,{"is":"retired","since":"2026-01-01"}`, "", nil, []since{{is: false}, {"2025-03-01", true}, {"2026-01-01", false}}},
		"none":          {implemented + `,{"is":"none","since":"2026-01-01"}`, "", nil, []since{{is: false}, {"2025-03-01", true}, {"2026-01-01", false}}},
		"tested well":   {implemented, `{"on":"2025-06-01","result":"effective"}`, nil, []since{{is: false}, {"2025-03-01", true}}},
		"deficient":     {implemented, `{"on":"2025-06-01","result":"deficient"}`, nil, []since{{is: false}, {"2025-03-01", true}}},
		"ineffective":   {implemented, `{"on":"2025-06-01","result":"ineffective"}`, nil, []since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}}},
		"repaired":      {implemented, `{"on":"2025-07-01","result":"effective"},{"on":"2025-06-01","result":"ineffective"}`, nil, []since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}, {"2025-07-01", true}}},
		"of equals the last": {
			implemented, `{"on":"2025-06-01","result":"effective","of":"design"},{"on":"2025-06-01","result":"ineffective","of":"operation"}`, nil,
			[]since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}},
		},
		"a design that failed is not mended by operating": {
			implemented, `{"on":"2025-06-01","result":"ineffective","of":"design"},{"on":"2025-07-01","result":"effective","of":"operation"},{"on":"2025-08-01","result":"effective","of":"design"}`, nil,
			[]since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}, {"2025-08-01", true}},
		},
		"nor an operation by a good design": {
			implemented, `{"on":"2025-06-01","result":"ineffective","of":"operation"},{"on":"2025-07-01","result":"effective","of":"design"},{"on":"2025-08-01","result":"deficient","of":"operation"}`, nil,
			[]since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}, {"2025-08-01", true}},
		},
		"a test of both mends both": {
			implemented, `{"on":"2025-06-01","result":"ineffective","of":"operation"},{"on":"2025-06-02","result":"ineffective","of":"design"},{"on":"2025-07-01","result":"effective"}`, nil,
			[]since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}, {"2025-07-01", true}},
		},
		"a test of both fails both": {
			implemented, `{"on":"2025-06-01","result":"ineffective"},{"on":"2025-07-01","result":"effective","of":"operation"},{"on":"2025-08-01","result":"effective","of":"design"}`, nil,
			[]since{{is: false}, {"2025-03-01", true}, {"2025-06-01", false}, {"2025-08-01", true}},
		},
		"tested before it was there": {implemented, `{"on":"2025-02-10","result":"ineffective"}`, nil, []since{{is: false}}},
		"tested, never implemented":  {`{"is":"planned","since":"2025-01-01"}`, `{"on":"2025-06-01","result":"effective"}`, nil, []since{{is: false}}},
	} {
		t.Run(name, func(t *testing.T) {
			var control isms.Control
			require.NoError(t, json.Unmarshal([]byte(`{"states":[`+c.states+`],"tests":[`+c.tests+`]}`), &control))
			if c.state != nil {
				timeline(t, func(at isms.Date) any { return control.StateAt(at) }, c.state...)
			}
			timeline(t, func(at isms.Date) any { return control.OperatingAt(at) }, c.operating...)
		})
	}
	control := isms.Control{Tests: []isms.ControlTest{{On: date(t, "2026-01-01"), Note: "b"}, {On: date(t, "2025-01-01"), Note: "a"}}}
	timeline(t, func(at isms.Date) any {
		test, ok := control.TestAt(at)
		require.Equal(t, test.Note != "", ok)
		return test.Note
	}, since{is: ""}, since{"2025-01-01", "a"}, since{"2026-01-01", "b"})
}

func TestReferences(t *testing.T) {
	ref := func(id string) annexa.ControlRef { return annexa.ControlRef{Set: annexa.ISO27001v2022, ID: id} }
	stated := []isms.Realization{{Control: ref("A.8.5")}, {Control: ref("A.5.17"), Extent: isms.Part}}
	for name, c := range map[string]struct {
		control isms.Control
		want    []isms.Realization
	}{
		"as stated":                            {isms.Control{ID: "mfa", Realizes: stated}, stated},
		"as stated, although the id says more": {isms.Control{ID: "A.5.1", Realizes: stated}, stated},
		"the id is a reference":                {isms.Control{ID: "A.5.17"}, []isms.Realization{{Control: ref("A.5.17"), Extent: isms.Full}}},
		"the id is a short reference":          {isms.Control{ID: "5.17"}, []isms.Realization{{Control: ref("A.5.17"), Extent: isms.Full}}},
		"of another set":                       {isms.Control{ID: "acme:1/X-7"}, []isms.Realization{{Control: annexa.ControlRef{Set: "acme:1", ID: "X-7"}, Extent: isms.Full}}},
		"a reference that is not there":        {isms.Control{ID: "A.5.38"}, nil},
		"a word":                               {isms.Control{ID: "mfa"}, nil},
	} {
		require.Equal(t, c.want, c.control.References(), name)
	}
}

func TestDecisionAt(t *testing.T) {
	decided := func(day string, is isms.Inclusion) isms.ApplicabilityDecision {
		d := isms.ApplicabilityDecision{Is: is}
		if day != "" {
			d.Decision.On = date(t, day)
		}
		return d
	}
	a := isms.Applicability{Decisions: []isms.ApplicabilityDecision{
		decided("2026-01-01", isms.Excluded), decided("2025-01-01", isms.Included), decided("", isms.Included),
	}}
	timeline(t, func(at isms.Date) any {
		d, ok := a.DecisionAt(at)
		require.Equal(t, d.Is != 0, ok, "before the first decision it is undecided")
		return d.Is
	}, since{is: isms.Inclusion(0)}, since{"2025-01-01", isms.Included}, since{"2026-01-01", isms.Excluded})
}

func TestEvidence(t *testing.T) {
	for name, c := range map[string]struct {
		evidence string // as JSON
		cadence  isms.Duration
		until    string
		supports []since
	}{
		"without any bound":         {`{"collectedOn":"2025-03-10"}`, isms.Duration{}, "", []since{{is: false}, {"2025-03-10", true}}},
		"one cadence":               {`{"collectedOn":"2025-03-10"}`, isms.Months(3), "2025-06-10", []since{{is: false}, {"2025-03-10", true}, {"2025-06-11", false}}},
		"one cadence to a leap day": {`{"collectedOn":"2024-01-31"}`, isms.Months(1), "2024-02-29", []since{{is: false}, {"2024-01-31", true}, {"2024-03-01", false}}},
		"after the days it speaks for": {
			`{"collectedOn":"2025-03-10","from":"2025-01-01","until":"2025-02-28"}`, isms.Months(3), "2025-05-28",
			[]since{{is: false}, {"2025-03-10", true}, {"2025-05-29", false}},
		},
		"it speaks for days to come": {
			`{"collectedOn":"2025-03-10","until":"2025-12-31"}`, isms.Days(1), "2026-01-01",
			[]since{{is: false}, {"2025-03-10", true}, {"2026-01-02", false}},
		},
		"a period without cadence":      {`{"collectedOn":"2025-03-10","until":"2025-02-28"}`, isms.Duration{}, "", []since{{is: false}, {"2025-03-10", true}}},
		"relied on up to a day":         {`{"collectedOn":"2025-03-10","until":"2025-02-28","reliedUntil":"2025-04-01"}`, isms.Months(12), "2025-04-01", []since{{is: false}, {"2025-03-10", true}, {"2025-04-02", false}}},
		"longer than the cadence":       {`{"collectedOn":"2025-03-10","reliedUntil":"2026-04-01"}`, isms.Days(1), "2026-04-01", []since{{is: false}, {"2025-03-10", true}, {"2026-04-02", false}}},
		"never to be relied on":         {`{"collectedOn":"2025-03-10","reliedUntil":"2025-03-09"}`, isms.Duration{}, "2025-03-09", []since{{is: false}}},
		"for the day of collection":     {`{"collectedOn":"2025-03-10","reliedUntil":"2025-03-10"}`, isms.Duration{}, "2025-03-10", []since{{is: false}, {"2025-03-10", true}, {"2025-03-11", false}}},
		"it says so":                    {`{"collectedOn":"2025-03-10","outcome":"supports"}`, isms.Duration{}, "", []since{{is: false}, {"2025-03-10", true}}},
		"it refutes":                    {`{"collectedOn":"2025-03-10","outcome":"refutes"}`, isms.Duration{}, "", []since{{is: false}}},
		"it is inconclusive":            {`{"collectedOn":"2025-03-10","outcome":"inconclusive"}`, isms.Duration{}, "", []since{{is: false}}},
		"a cadence beyond the calendar": {`{"collectedOn":"2025-03-10"}`, isms.Months(12 * 9000), "", []since{{is: false}, {"2025-03-10", true}}},
	} {
		t.Run(name, func(t *testing.T) {
			var e isms.Evidence
			require.NoError(t, json.Unmarshal([]byte(c.evidence), &e))
			require.Equal(t, c.until, e.ReliedUntilFor(c.cadence).String())
			timeline(t, func(at isms.Date) any { return e.Supports(c.cadence, at) }, c.supports...)
		})
	}
}

func TestIn(t *testing.T) {
	for name, c := range map[string]struct {
		scopes []isms.ScopeID
		scope  isms.ScopeID
		want   bool
	}{
		"bound to none":           {nil, "a", true},
		"asked for no scope":      {[]isms.ScopeID{"a"}, "", true},
		"one of them":             {[]isms.ScopeID{"a", "b"}, "b", true},
		"another":                 {[]isms.ScopeID{"a", "b"}, "c", false},
		"neither bound nor asked": {nil, "", true},
	} {
		require.Equal(t, c.want, isms.Risk{Scopes: c.scopes}.In(c.scope), name)
		require.Equal(t, c.want, isms.Control{Where: isms.Where{Scopes: c.scopes}}.In(c.scope), name)
	}
}
