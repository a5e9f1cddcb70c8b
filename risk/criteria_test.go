package risk_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

func criteria() risk.Criteria {
	return risk.Criteria{Levels: []risk.LevelCriterion{
		{Level: "green", Acceptable: true, Authority: risk.OwnerAuthority},
		{Level: "amber", Authority: risk.OwnerAuthority},
		{Level: "red", Authority: "management"},
	}}
}

type brokenCriterion struct {
	name     string
	criteria risk.Criteria
	want     []string
}

func brokenCriteria() []brokenCriterion {
	change := func(f func(c *risk.Criteria)) risk.Criteria {
		c := criteria()
		f(&c)
		return c
	}
	return []brokenCriterion{
		{"none", risk.Criteria{}, []string{
			"/levels: level of risk has no criterion, want green (RC001)",
			"/levels: level of risk has no criterion, want amber (RC001)",
			"/levels: level of risk has no criterion, want red (RC001)",
		}},
		{"one missing", change(func(c *risk.Criteria) { c.Levels = c.Levels[:2] }), []string{
			"/levels: level of risk has no criterion, want red (RC001)",
		}},
		{"unknown level", change(func(c *risk.Criteria) { c.Levels[2].Level = "rad" }), []string{
			`/levels/2/level: criterion is for no level of method acme/office@3: got "rad", want one of green, amber, red (RC002); did you mean "red"?`,
			"/levels: level of risk has no criterion, want red (RC001)",
		}},
		{"label for a level", change(func(c *risk.Criteria) { c.Levels[2].Level = "High" }), []string{
			`/levels/2/level: criterion is for no level of method acme/office@3: got "High", want one of green, amber, red (RC002); ` +
				`write the id "red" of the level labeled "High"`,
			"/levels: level of risk has no criterion, want red (RC001)",
		}},
		{"level twice", change(func(c *risk.Criteria) { c.Levels[1].Level = "red" }), []string{
			`/levels/2/level: level has a criterion already: got "red" (RC003); the other is /levels/1`,
			"/levels: level of risk has no criterion, want amber (RC001)",
		}},
		{"level twice, both ways", change(func(c *risk.Criteria) {
			c.Levels = append(c.Levels, risk.LevelCriterion{Level: "amber", Acceptable: true, Authority: "management"})
		}), []string{
			"/levels/3/level: level has a criterion already: got \"amber\" (RC003); the other is /levels/1",
		}},
		{"no authority", change(func(c *risk.Criteria) { c.Levels[0].Authority = "" }), []string{
			"/levels/0/authority: authority is missing (RC004)",
		}},
		{"blank authority", change(func(c *risk.Criteria) { c.Levels[0].Authority = " " }), []string{
			`/levels/0/authority: authority begins or ends with a space: got " " (RC004)`,
		}},
		{"acceptable above", change(func(c *risk.Criteria) { c.Levels[2].Acceptable = true }), []string{
			`/levels/2/acceptable: level is acceptable although a lower one is not: got "red", want no acceptable level above amber (RC005)`,
		}},
	}
}

func TestCriteriaComplete(t *testing.T) {
	require.Empty(t, criteria().Complete(office()))
	for _, c := range brokenCriteria() {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, p := range c.criteria.Complete(office()) {
				got = append(got, p.String())
			}
			require.Equal(t, c.want, got)
		})
	}
}

// TestCriteriaAcceptAll holds that where nothing or everything is acceptable
// the criteria are complete all the same: that is the organization's decision.
func TestCriteriaAcceptAll(t *testing.T) {
	for _, acceptable := range []bool{false, true} {
		c := criteria()
		for i := range c.Levels {
			c.Levels[i].Acceptable = acceptable
		}
		c.Levels[0], c.Levels[2] = c.Levels[2], c.Levels[0] // the order is free
		require.Empty(t, c.Complete(office()))
	}
}

func TestCriteriaFor(t *testing.T) {
	got, ok := criteria().For("red")
	require.True(t, ok)
	require.Equal(t, risk.LevelCriterion{Level: "red", Authority: "management"}, got)
	for _, level := range []string{"", "High", "purple"} {
		got, ok = criteria().For(level)
		require.False(t, ok)
		require.Zero(t, got)
	}
	_, ok = risk.Criteria{Levels: []risk.LevelCriterion{{}}}.For("")
	require.False(t, ok, "no word names no level")
}
