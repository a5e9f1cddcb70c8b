package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk"
)

// house is a method of the organization: its own scales at first, with
// criteria, a published one from 2026 on.
func house(t *testing.T) isms.RiskMethod {
	t.Helper()
	return isms.RiskMethod{ID: "house", Versions: []isms.MethodVersion{
		{
			Number: "1", From: date(t, "2025-01-01"), Own: ismstest.Method("", ""),
			Criteria: risk.Criteria{Levels: []risk.LevelCriterion{
				{Level: "low", Acceptable: true, Authority: risk.OwnerAuthority}, {Level: "high", Authority: "the board"},
			}},
			Authorities: []isms.Authority{{Word: "the board", Holder: party("body/board")}, {Word: "nobody's"}},
		},
		{Number: "2", From: date(t, "2026-01-01"), Published: "iso27005/qualitative@2022"},
	}}
}

// rated sees some risks, and what they are rated by, on the last day of 2026.
func rated(t *testing.T, risks ...isms.Risk) *isms.View {
	t.Helper()
	return view(t, isms.System{
		Methods: []isms.RiskMethod{house(t)}, Risks: risks,
		Roles: []isms.Role{{ID: "cto"}}, Bodies: []isms.Body{{ID: "board"}},
	}, "2026-12-31")
}

// assessed is an assessment on a day, by that method, of a likelihood and a
// consequence.
func assessed(t *testing.T, day, method, likelihood, consequence string) isms.Assessment {
	t.Helper()
	return isms.Assessment{Stage: isms.Current, On: date(t, day), Method: method, Inputs: risk.Inputs{"likelihood": likelihood, "consequence": consequence}}
}

func TestRate(t *testing.T) {
	v := rated(t)
	one := risk.MethodRef{ID: "house", Version: "1"}
	published := risk.MethodRef{ID: "iso27005/qualitative", Version: "2022"}
	computed := risk.Rating{Method: one, Likelihood: "low", Consequence: "medium", Level: "medium"}
	recorded := risk.Rating{Method: one, Likelihood: "low", Consequence: "low", Level: "low"}
	base := assessed(t, "2025-06-01", "house", "low", "medium")
	for name, c := range map[string]struct {
		change func(*isms.Assessment)
		level  string
		rank   int
		rating risk.Rating
		label  string
	}{
		"computed":                  {func(*isms.Assessment) {}, "medium", 1, computed, "medium"},
		"recorded":                  {func(a *isms.Assessment) { a.Rating = recorded }, "low", 0, recorded, "low"},
		"recorded, the level alone": {func(a *isms.Assessment) { a.Rating.Level = "high" }, "high", 2, risk.Rating{Method: one, Level: "high"}, "high"},
		"overridden": {
			func(a *isms.Assessment) { a.Override.Level = "high" }, "high", 2,
			risk.Rating{Method: one, Likelihood: "low", Consequence: "medium", Level: "high"},
			"high",
		},
		"recorded and overridden": {
			func(a *isms.Assessment) { a.Rating, a.Override.Level = recorded, "high" }, "high", 2,
			risk.Rating{Method: one, Likelihood: "low", Consequence: "low", Level: "high"},
			"high",
		},
		"overridden without inputs": {
			func(a *isms.Assessment) { a.Inputs, a.Override.Level = nil, "high" }, "high", 2, risk.Rating{Method: one, Level: "high"}, "high",
		},
		"not rated yet":                 {func(a *isms.Assessment) { a.Inputs = nil }, "", -1, risk.Rating{Method: one}, ""},
		"an unknown method":             {func(a *isms.Assessment) { a.Method, a.Rating = "acme/own@7", risk.Rating{Level: "purple"} }, "purple", -1, risk.Rating{Level: "purple"}, "purple"},
		"no method":                     {func(a *isms.Assessment) { a.Method, a.Rating = "", risk.Rating{Level: "purple"} }, "purple", -1, risk.Rating{Level: "purple"}, "purple"},
		"no method, no recorded rating": {func(a *isms.Assessment) { a.Method = "" }, "", -1, risk.Rating{}, ""},
		"the version in use on its day": {
			func(a *isms.Assessment) { *a = assessed(t, "2026-01-01", "house", "5", "catastrophic") }, "very-high", 4,
			risk.Rating{Method: published, Likelihood: "5", Consequence: "5", Level: "very-high"},
			"very high",
		},
		"the last day of the version before": {
			func(a *isms.Assessment) { *a = assessed(t, "2025-12-31", "house", "high", "high") }, "high", 2,
			risk.Rating{Method: one, Likelihood: "high", Consequence: "high", Level: "high"},
			"high",
		},
		"a version by its number": {
			func(a *isms.Assessment) { *a = assessed(t, "2026-06-01", "house@1", "high", "low") }, "high", 2,
			risk.Rating{Method: one, Likelihood: "high", Consequence: "low", Level: "high"},
			"high",
		},
		"a published one directly": {
			func(a *isms.Assessment) { *a = assessed(t, "2020-06-01", "iso27005/qualitative", "1", "1") }, "very-low", 0,
			risk.Rating{Method: published, Likelihood: "1", Consequence: "1", Level: "very-low"},
			"very low",
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := base
			c.change(&a)
			r := v.Rate(a)
			require.Equal(t, c.level, r.Level)
			require.Equal(t, c.rank, r.Rank)
			require.Equal(t, c.rating, r.Rating())
			require.Equal(t, c.label, r.Label())
			require.Equal(t, a.Rating, r.Recorded)
			require.Equal(t, a.Override.Level != "", r.Overridden)
			require.Equal(t, c.level == "", r.IsZero())
		})
	}
}

func TestMethodOf(t *testing.T) {
	v := rated(t)
	for _, c := range []struct{ name, on, id, number, published string }{
		{"house", "2025-01-01", "house", "1", ""},
		{"house", "2025-12-31", "house", "1", ""},
		{"house", "2026-01-01", "house", "2", "iso27005/qualitative@2022"},
		{"house@2", "2025-01-01", "house", "2", "iso27005/qualitative@2022"},
		{"iso27005/qualitative@2022", "2025-01-01", "", "", ""},
	} {
		use, ok := v.MethodOf(c.name, date(t, c.on))
		require.True(t, ok, c.name)
		require.Equal(t, isms.MethodID(c.id), use.ID)
		require.Equal(t, c.number, use.Version.Number)
		require.Equal(t, c.published, use.Version.Published)
		require.NotEmpty(t, use.Method.Levels)
	}
	for name, on := range map[string]string{"": "2026-01-01", "house": "2024-12-31", "house@3": "2026-01-01", "nobody/knows": "2026-01-01", "iso27005/qualitative@1999": "2026-01-01"} {
		_, ok := v.MethodOf(name, date(t, on))
		require.False(t, ok, name)
	}
}

func TestCriterionAndAuthority(t *testing.T) {
	owned := isms.Risk{ID: "R-1", Owners: []isms.Tenure{{Who: party("role/cto"), From: date(t, "2026-12-31")}}}
	v := rated(t, owned)
	for name, c := range map[string]struct {
		level     risk.LevelCriterion
		authority string
	}{
		"low":    {risk.LevelCriterion{Level: "low", Acceptable: true, Authority: risk.OwnerAuthority}, "role/cto"},
		"high":   {risk.LevelCriterion{Level: "high", Authority: "the board"}, "body/board"},
		"medium": {}, // the criteria do not say
	} {
		r := v.Rate(assessed(t, "2025-06-01", "house", "low", name))
		got, ok := r.Criterion()
		require.Equal(t, c.level, got, name)
		require.Equal(t, c.level.Level != "", ok)
		require.Equal(t, c.authority, v.AuthorityFor(got.Authority, r.Use.Version, owned).String())
	}
	_, ok := v.Rate(isms.Assessment{Rating: risk.Rating{Level: "high"}}).Criterion()
	require.False(t, ok, "no method, no criteria")

	use, ok := v.MethodOf("house@1", date(t, "2025-01-01"))
	require.True(t, ok)
	require.Zero(t, v.AuthorityFor("nobody's", use.Version, owned))
	require.Zero(t, v.AuthorityFor("a word that stands nowhere", use.Version, owned))
	require.Zero(t, v.AuthorityFor(risk.OwnerAuthority, use.Version, isms.Risk{ID: "R-2"}), "nobody owns it")
	mapped := isms.MethodVersion{Authorities: []isms.Authority{{Word: risk.OwnerAuthority, Holder: party("body/board")}}}
	require.Equal(t, "body/board", v.AuthorityFor(risk.OwnerAuthority, mapped, owned).String(), "what is recorded comes first")
}

func TestRatingsCompare(t *testing.T) {
	v := rated(t)
	low, high := v.Rate(assessed(t, "2025-06-01", "house", "low", "low")), v.Rate(assessed(t, "2025-07-01", "house", "low", "high"))
	order, ok := low.Compare(high)
	require.True(t, ok)
	require.Negative(t, order)
	order, ok = high.Compare(low)
	require.True(t, ok)
	require.Positive(t, order)
	again := low
	order, ok = low.Compare(again)
	require.True(t, ok)
	require.Zero(t, order)
	for name, other := range map[string]isms.Assessment{
		"another version":   assessed(t, "2026-06-01", "house", "1", "1"),
		"not rated":         {Stage: isms.Current, On: date(t, "2025-06-01"), Method: "house"},
		"an unknown method": {Method: "nobody/knows", Rating: risk.Rating{Level: "low"}},
	} {
		_, ok := low.Compare(v.Rate(other))
		require.False(t, ok, name)
		_, ok = v.Rate(other).Compare(low)
		require.False(t, ok, name)
	}
}

func TestRateRisk(t *testing.T) {
	whole := isms.Risk{ID: "R-0", Combine: isms.HighestPart, Assessments: []isms.Assessment{assessed(t, "2025-01-01", "house@1", "high", "high")}}
	part := func(id isms.RiskID, a ...isms.Assessment) isms.Risk {
		return isms.Risk{ID: id, PartOf: "R-0", Assessments: a}
	}
	low, medium := assessed(t, "2025-06-01", "house@1", "low", "low"), assessed(t, "2025-06-01", "house@1", "medium", "low")
	other := assessed(t, "2026-06-01", "house@2", "5", "5")
	closed := part("R-9", assessed(t, "2025-06-01", "house@1", "high", "high"))
	closed.Status = []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2026-12-31")}}
	residual := low
	residual.Stage = isms.Residual
	own := whole
	own.Combine = 0
	inner := part("R-2")
	inner.Combine = isms.HighestPart
	leaf := isms.Risk{ID: "R-3", PartOf: "R-2", Assessments: []isms.Assessment{medium}}
	for name, c := range map[string]struct {
		risks []isms.Risk
		level string
		from  isms.RiskID
	}{
		"its own assessment":              {[]isms.Risk{own, part("R-1", low)}, "high", "R-0"},
		"not assessed":                    {[]isms.Risk{part("R-0")}, "", ""},
		"assessed at another stage":       {[]isms.Risk{{ID: "R-0", Assessments: []isms.Assessment{residual}}}, "", ""},
		"no parts":                        {[]isms.Risk{whole}, "", ""},
		"the highest of two parts":        {[]isms.Risk{whole, part("R-1", low), part("R-2", medium)}, "medium", "R-2"},
		"of equal parts the first":        {[]isms.Risk{whole, part("R-2", medium), part("R-1", medium)}, "medium", "R-1"},
		"a part that is not assessed":     {[]isms.Risk{whole, part("R-1"), part("R-2", low)}, "low", "R-2"},
		"a closed part does not count":    {[]isms.Risk{whole, closed, part("R-2", low)}, "low", "R-2"},
		"only closed parts":               {[]isms.Risk{whole, closed}, "", ""},
		"one part by another method":      {[]isms.Risk{whole, part("R-1", other)}, "very-high", "R-1"},
		"parts that cannot be compared":   {[]isms.Risk{whole, part("R-1", low), part("R-2", other)}, "", ""},
		"nor with a third":                {[]isms.Risk{whole, part("R-1", low), part("R-2", medium), part("R-3", other)}, "", ""},
		"a part of a part":                {[]isms.Risk{whole, part("R-1", low), inner, leaf}, "medium", "R-3"},
		"it refers to it, but is no part": {[]isms.Risk{whole, {ID: "R-1", Assessments: []isms.Assessment{medium}}}, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			c.risks[0].PartOf = ""
			v := rated(t, c.risks...)
			r, ok := v.Risk("R-0")
			require.True(t, ok)
			got := v.RateRisk(r, isms.Current)
			require.Equal(t, c.level, got.Level)
			require.Equal(t, c.from, got.From)
			require.Equal(t, c.level == "", got.Rank < 0)
		})
	}
}

// TestRateRiskOverTime: what counts is the assessment of the day, of the parts
// open on that day.
func TestRateRiskOverTime(t *testing.T) {
	sys := isms.System{
		Methods: []isms.RiskMethod{house(t)}, Bodies: []isms.Body{{ID: "board"}},
		Risks: []isms.Risk{
			{ID: "R-0", Combine: isms.HighestPart},
			{ID: "R-1", PartOf: "R-0", Assessments: []isms.Assessment{assessed(t, "2025-03-01", "house@1", "low", "low"), assessed(t, "2025-09-01", "house@1", "medium", "low")}},
			{ID: "R-2", PartOf: "R-0", Assessments: []isms.Assessment{assessed(t, "2025-06-01", "house@1", "low", "high")}, Status: []isms.RiskFact{{Is: isms.Closed, Since: date(t, "2025-12-01")}}},
		},
	}
	timeline(t, func(at isms.Date) any {
		v := view(t, sys, at.String())
		r, _ := v.Risk("R-0")
		return v.RateRisk(r, isms.Current).Level
	}, since{is: ""}, since{"2025-03-01", "low"}, since{"2025-06-01", "high"}, since{"2025-12-01", "medium"})
}
