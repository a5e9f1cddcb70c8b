package isms_test

import (
	"fmt"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/methods"
)

// view sees some records as of a day.
func view(t *testing.T, sys isms.System, day string) *isms.View {
	t.Helper()
	sys.ID, sys.SchemaVersion = "acme", isms.SchemaVersion
	v, err := isms.At(sys, date(t, day), methods.All())
	require.NoError(t, err)
	return v
}

// ref is a control of Annex A of 2022.
func ref(id string) annexa.ControlRef {
	return annexa.ControlRef{Set: annexa.ISO27001v2022, ID: id}
}

func TestAViewNeedsADay(t *testing.T) {
	_, err := isms.At(small(t), isms.Date{}, nil)
	require.EqualError(t, err, "isms: view: got no date, want the day as of which the records are seen")
}

func TestAViewKnowsItsDayAndItsRecords(t *testing.T) {
	v := view(t, isms.System{Risks: []isms.Risk{{ID: "R-2"}, {ID: "R-10"}, {ID: "R-1"}}}, "2026-11-21")
	require.Equal(t, date(t, "2026-11-21"), v.At())
	require.Equal(t, []isms.Risk{{ID: "R-1"}, {ID: "R-10"}, {ID: "R-2"}}, v.System().Risks, "in the order of identifiers, bytewise")
	require.Empty(t, v.Notices())
}

func TestFind(t *testing.T) {
	v := view(t, isms.System{
		Risks: []isms.Risk{{ID: "R-1", Title: "Ransomware"}}, Treatments: []isms.Treatment{{ID: "T-1"}}, Controls: []isms.Control{{ID: "mfa"}},
	}, "2026-11-21")
	r, ok := isms.Find[isms.Risk](v, isms.Ref{Kind: isms.KindRisk, ID: "R-1"})
	require.True(t, ok)
	require.Equal(t, "Ransomware", r.Title)
	_, ok = isms.Find[isms.Risk](v, isms.Ref{Kind: isms.KindRisk, ID: "R-2"})
	require.False(t, ok, "there is none")
	_, ok = isms.Find[isms.Control](v, isms.Ref{Kind: isms.KindRisk, ID: "R-1"})
	require.False(t, ok, "it is of another type")
	_, ok = isms.Find[isms.Risk](v, isms.Ref{})
	require.False(t, ok)
	head, ok := isms.Find[isms.System](v, isms.SystemRef)
	require.True(t, ok)
	require.Empty(t, head.Risks, "the System itself, without its records")

	_, ok = v.Risk("R-1")
	require.True(t, ok)
	_, ok = v.Treatment("T-1")
	require.True(t, ok)
	_, ok = v.Control("mfa")
	require.True(t, ok)
	_, ok = v.Control("")
	require.False(t, ok)
}

func TestViewScope(t *testing.T) {
	none := view(t, isms.System{}, "2026-11-21")
	one := view(t, isms.System{Scopes: []isms.Scope{{ID: "a", Title: "A"}}}, "2026-11-21")
	two := view(t, isms.System{Scopes: []isms.Scope{{ID: "b"}, {ID: "a", Title: "A"}}}, "2026-11-21")
	for name, c := range map[string]struct {
		view *isms.View
		ask  isms.ScopeID
		want isms.Scope
		err  string
	}{
		"there is none":         {view: none},
		"there is only one":     {view: one, want: isms.Scope{ID: "a", Title: "A"}},
		"the only one, by name": {view: one, ask: "a", want: isms.Scope{ID: "a", Title: "A"}},
		"one of two":            {view: two, ask: "a", want: isms.Scope{ID: "a", Title: "A"}},
		"which one?":            {view: two, err: `isms: scope: got none, want one of the 2 that the System has, as in "a"`},
		"there is no such":      {view: two, ask: "c", err: `isms: scope: isms: record not found: "c"`},
		"there is none at all":  {view: none, ask: "c", err: `isms: scope: isms: record not found: "c"`},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := c.view.Scope(c.ask)
			require.Equal(t, c.want, got)
			if c.err == "" {
				require.NoError(t, err)
				return
			}
			require.EqualError(t, err, c.err)
			if c.ask != "" {
				require.ErrorIs(t, err, isms.ErrNotFound)
			}
		})
	}
}

func TestRealizers(t *testing.T) {
	v := view(t, isms.System{
		Scopes: []isms.Scope{{ID: "a"}, {ID: "b"}},
		Controls: []isms.Control{
			{ID: "mfa", Realizes: []isms.Realization{{Control: ref("A.5.17"), Extent: isms.Part}, {Control: ref("A.8.5"), Extent: isms.Part}, {Control: ref("A.8.5")}}},
			{ID: "A.5.17"},
			{ID: "badge", Realizes: []isms.Realization{{Control: ref("A.5.17")}}, Where: isms.Where{Scopes: []isms.ScopeID{"b"}}},
			{ID: "gate"},
		},
	}, "2026-11-21")
	ids := func(ref annexa.ControlRef, scope isms.ScopeID) (ids []isms.ControlID) {
		for _, c := range v.Realizers(ref, scope) {
			ids = append(ids, c.ID)
		}
		return ids
	}
	require.Equal(t, []isms.ControlID{"A.5.17", "badge", "mfa"}, ids(ref("A.5.17"), ""))
	require.Equal(t, []isms.ControlID{"A.5.17", "mfa"}, ids(ref("A.5.17"), "a"))
	require.Equal(t, []isms.ControlID{"A.5.17", "badge", "mfa"}, ids(ref("A.5.17"), "b"))
	require.Equal(t, []isms.ControlID{"mfa"}, ids(ref("A.8.5"), "a"))
	require.Empty(t, ids(ref("A.5.1"), ""))
}

func TestEvidenceOf(t *testing.T) {
	sys := isms.System{
		Controls: []isms.Control{{ID: "mfa", Cadence: isms.Months(3)}, {ID: "gate"}},
		Evidence: []isms.Evidence{
			{ID: "E-4", Controls: []isms.ControlID{"gate"}, CollectedOn: date(t, "2026-07-01"), Supersedes: []isms.EvidenceID{"E-3", "E-4"}},
			{ID: "E-3", Controls: []isms.ControlID{"mfa", "gate"}, CollectedOn: date(t, "2026-05-01")},
			{ID: "E-2", Controls: []isms.ControlID{"mfa"}, CollectedOn: date(t, "2026-03-01"), Supersedes: []isms.EvidenceID{"E-1"}, Outcome: isms.Refutes},
			{ID: "E-1", Controls: []isms.ControlID{"mfa"}, CollectedOn: date(t, "2026-01-01")},
		},
	}
	ids := func(control isms.ControlID) func(isms.Date) any {
		return func(at isms.Date) any {
			ids := ""
			for _, e := range view(t, sys, at.String()).EvidenceOf(control) {
				ids += " " + string(e.ID)
			}
			return ids
		}
	}
	timeline(t, ids("mfa"), since{is: ""}, since{"2026-01-01", " E-1"}, since{"2026-03-01", " E-2"}, since{"2026-05-01", " E-2 E-3"},
		since{"2026-07-01", " E-2"}) // superseded by evidence of another control
	timeline(t, ids("gate"), since{is: ""}, since{"2026-05-01", " E-3"}, since{"2026-07-01", " E-4"}) // nothing supersedes itself
	timeline(t, ids("none"), since{is: ""})
	timeline(t, func(at isms.Date) any {
		v := view(t, sys, at.String())
		c, ok := v.Control("mfa")
		require.True(t, ok)
		return v.Supported(c)
	}, since{is: false}, since{"2026-01-01", true},
		since{"2026-03-01", false}, // refuted by what supersedes it
		since{"2026-05-01", true}, since{"2026-07-01", false})
}

func TestActionsFor(t *testing.T) {
	mfa := isms.Ref{Kind: isms.KindControl, ID: "mfa"}
	v := view(t, isms.System{
		Controls: []isms.Control{{ID: "mfa"}},
		Actions:  []isms.Action{{ID: "A-2", For: []isms.Ref{mfa}}, {ID: "A-1", For: []isms.Ref{mfa}}, {ID: "A-3"}},
	}, "2026-11-21")
	require.Equal(t, []isms.Action{{ID: "A-1", For: []isms.Ref{mfa}}, {ID: "A-2", For: []isms.Ref{mfa}}}, v.ActionsFor(mfa))
	require.Empty(t, v.ActionsFor(isms.SystemRef))
}

func TestViewApplicability(t *testing.T) {
	decided := func(scope isms.ScopeID, is isms.Inclusion) isms.Applicability {
		return isms.Applicability{Scope: scope, Control: ref("A.5.17"), Decisions: []isms.ApplicabilityDecision{
			{Is: is, Decision: isms.Decision{On: date(t, "2026-03-10")}},
		}}
	}
	one, two := []isms.Scope{{ID: "a"}}, []isms.Scope{{ID: "a"}, {ID: "b"}}
	undecided := []since{{is: isms.Inclusion(0)}}
	included := []since{{is: isms.Inclusion(0)}, {"2026-03-10", isms.Included}}
	for name, c := range map[string]struct {
		scopes  []isms.Scope
		records []isms.Applicability
		ask     isms.ScopeID
		want    []since
	}{
		"no record":                              {one, nil, "a", undecided},
		"no scope anywhere":                      {nil, []isms.Applicability{decided("", isms.Included)}, "", included},
		"one scope, named nowhere":               {one, []isms.Applicability{decided("", isms.Included)}, "", included},
		"one scope, named by the question":       {one, []isms.Applicability{decided("", isms.Included)}, "a", included},
		"one scope, named by the decision":       {one, []isms.Applicability{decided("a", isms.Included)}, "", included},
		"one scope, named by both":               {one, []isms.Applicability{decided("a", isms.Included)}, "a", included},
		"one scope, two decisions":               {one, []isms.Applicability{decided("", isms.Excluded), decided("a", isms.Included)}, "a", included},
		"two scopes, each its own":               {two, []isms.Applicability{decided("b", isms.Excluded), decided("a", isms.Included)}, "a", included},
		"two scopes, decided for the other":      {two, []isms.Applicability{decided("b", isms.Included)}, "a", undecided},
		"two scopes, a decision that names none": {two, []isms.Applicability{decided("", isms.Included)}, "a", undecided},
	} {
		t.Run(name, func(t *testing.T) {
			timeline(t, func(at isms.Date) any {
				d, ok := view(t, isms.System{Scopes: c.scopes, Applicability: c.records}, at.String()).Applicability(c.ask, ref("A.5.17"))
				require.Equal(t, d.Is != 0, ok)
				return d.Is
			}, c.want...)
		})
	}
}

func TestActsAs(t *testing.T) {
	v := view(t, isms.System{
		Persons: []isms.Person{{ID: "ann"}, {ID: "bob"}, {ID: "eve"}}, Bodies: []isms.Body{{ID: "board", Members: []isms.Tenure{{Who: party("person/eve")}}}},
		Roles: []isms.Role{{ID: "ciso", Holders: []isms.Tenure{
			{Who: party("person/ann"), From: date(t, "2026-01-10"), Until: date(t, "2026-02-20")},
			{Who: party("person/bob"), Deputy: true},
		}}},
	}, "2026-01-10")
	for name, c := range map[string]struct {
		who, as string
		want    bool
	}{
		"oneself":                           {"person/eve", "person/eve", true},
		"a role as itself":                  {"role/ciso", "role/ciso", true},
		"the holder":                        {"person/ann", "role/ciso", true},
		"the deputy":                        {"person/bob", "role/ciso", true},
		"neither":                           {"person/eve", "role/ciso", false},
		"a role does not act as its holder": {"role/ciso", "person/ann", false},
		"a member does not act as the body": {"person/eve", "body/board", false},
		"a role that is not there":          {"person/ann", "role/cto", false},
		"nobody as nobody":                  {"", "", false},
		"nobody as somebody":                {"", "role/ciso", false},
		"somebody as nobody":                {"person/ann", "", false},
	} {
		require.Equal(t, c.want, v.ActsAs(party(c.who), party(c.as)), name)
	}
	timeline(t, func(at isms.Date) any {
		return view(t, v.System(), at.String()).ActsAs(party("person/ann"), party("role/ciso"))
	}, since{is: false}, since{"2026-01-10", true}, since{"2026-02-21", false})
}

// TestOneViewForMany: many goroutines ask one view everything, and get what
// one of them alone gets.
func TestOneViewForMany(t *testing.T) {
	sys := generated(4)
	sys.Risks[0].Combine = isms.HighestPart
	sys.Risks[0].Assessments = append(sys.Risks[0].Assessments, isms.Assessment{
		Stage: isms.Current, On: date(t, "2026-01-01"), Method: "iso27005/qualitative", Inputs: risk.Inputs{"likelihood": "4", "consequence": "2"},
	})
	alone, err := isms.At(sys, date(t, "2026-06-30"), methods.All())
	require.NoError(t, err)
	want := fingerprint(t, alone)
	shared, err := isms.At(sys, date(t, "2026-06-30"), methods.All())
	require.NoError(t, err)
	var group sync.WaitGroup
	got := make([]string, 16)
	for i := range got {
		group.Go(func() { got[i] = fmt.Sprint(fingerprint(t, shared)) })
	}
	group.Wait()
	for _, g := range got {
		require.Equal(t, fmt.Sprint(want), g)
	}
}
