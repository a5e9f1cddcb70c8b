//nolint:dupword // a table says a word twice
package risk_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

// bounded is a matrix whose likelihood has bounds in events per year.
func bounded() risk.Method {
	m := risk.Method{ID: "acme/bounded", Version: "1", Levels: levels("green amber red")}
	frequency := risk.Scale{Unit: "events per year", Levels: levels("rare seldom yearly often")}
	for i, bounds := range [][2]float64{{0, .1}, {.1, .5}, {.5, 2}, {2, 0}} {
		frequency.Levels[i].Min = &bounds[0]
		if bounds[1] > 0 {
			frequency.Levels[i].Max = &bounds[1]
		}
	}
	m.Factors = []risk.Factor{
		{ID: "likelihood", Role: risk.Likelihood, Scale: frequency},
		{ID: "harm", Role: risk.Consequence, Scale: risk.Scale{Levels: levels("minor major severe")}},
	}
	m.Table = table("likelihood minor major severe", "rare green green amber", "seldom green amber amber", "yearly amber amber red", "often amber red red")
	return m
}

func TestResidual(t *testing.T) {
	half := .5
	for _, c := range []struct {
		name     string
		s        risk.Situation
		before   string
		after    string
		changes  []risk.Change
		warnings int
	}{
		{"nothing", risk.Situation{}, "red", "red", nil, 0},
		{
			"steps add up",
			risk.Situation{Effects: []risk.Effect{
				{Control: "a", Scenario: "s", On: "harm", Steps: 1, Operating: true},
				{Control: "b", Scenario: "s", On: "likelihood", Steps: 1, Operating: true},
				{Control: "c", Scenario: "s", On: "likelihood", Steps: 1, Operating: true},
			}},
			"red", "green",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "rare", Steps: 2}, {Of: "harm", From: "severe", To: "major", Steps: 1}},
			0,
		},
		{
			"to the floor",
			risk.Situation{
				Effects: []risk.Effect{{Control: "a", Scenario: "s", On: "likelihood", Steps: 9, Operating: true}},
				Floors:  map[string]string{"likelihood": "seldom"},
			},
			"red", "amber",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "seldom", Steps: 9}},
			0,
		},
		{
			"a floor above the level lifts nothing",
			risk.Situation{
				Effects: []risk.Effect{{Control: "a", Scenario: "s", On: "likelihood", Steps: 1, Operating: true}},
				Floors:  map[string]string{"likelihood": "often"},
			},
			"red", "red",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "yearly", Steps: 1}},
			0,
		},
		{
			"shares of the upper bound",
			risk.Situation{Effects: []risk.Effect{ // 2 · (1 − .8) · (1 − .8·.5) = .24
				{Control: "a", Scenario: "s", On: "likelihood", Effectiveness: .8, Operating: true},
				{Control: "b", Scenario: "s", On: "likelihood", Effectiveness: .8, Coverage: &half, Operating: true},
			}},
			"red", "amber",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "seldom", Reduces: .88}},
			0,
		},
		{
			"just to the next level",
			risk.Situation{ // 2 · .25 = .5, and what is below 2 stays below .5
				Effects: []risk.Effect{{Control: "a", Scenario: "s", On: "likelihood", Effectiveness: .75, Operating: true}},
			},
			"red", "amber",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "seldom", Reduces: .75}},
			0,
		},
		{
			"shares of a stated quantity",
			risk.Situation{
				Quantities: map[string]float64{"likelihood": .6},
				Effects:    []risk.Effect{{Control: "a", Scenario: "s", On: "likelihood", Effectiveness: .9, Operating: true}},
			},
			"red", "amber",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "rare", Reduces: .9}},
			0,
		},
		{
			"a warning",
			risk.Situation{Effects: []risk.Effect{
				{Control: "a", Scenario: "s", On: "likelihood", Effectiveness: .99, Operating: true},
				{Control: "b", Scenario: "s", On: "likelihood", Effectiveness: .99, Operating: true},
			}},
			"red", "amber",
			[]risk.Change{{Of: "likelihood", From: "yearly", To: "rare", Reduces: 1 - .01*.01}},
			1,
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.s.Scenario, c.s.Inputs = "s", risk.Inputs{"likelihood": "yearly", "harm": "severe"}
			r, err := bounded().Residual(c.s)
			require.NoError(t, err)
			require.Equal(t, c.before, r.Before.Level)
			require.Equal(t, c.after, r.After.Level)
			require.Equal(t, c.after, r.Level())
			require.Len(t, r.Warnings, c.warnings)
			require.Len(t, r.Changes, len(c.changes))
			for i, change := range r.Changes {
				require.InDelta(t, c.changes[i].Reduces, change.Reduces, 1e-12)
				change.Reduces = c.changes[i].Reduces
				require.Equal(t, c.changes[i], change)
			}
			require.Equal(t, c.after, r.Reasons[len(r.Reasons)-1].Value)
		})
	}
}

// TestCredits: who gets credit, and why not.
func TestCredits(t *testing.T) {
	effect := risk.Effect{Control: "c", Scenario: "s", On: "likelihood", Steps: 1, Operating: true, Why: "implemented, tested 2026-05-01"}
	given := risk.Credit{Control: "c", On: "likelihood", Given: true, Steps: 1, Why: effect.Why}
	refused := func(why string) risk.Credit { return risk.Credit{Control: "c", On: "likelihood", Why: why} }
	for _, c := range []struct {
		name   string
		change func(e *risk.Effect, s *risk.Situation)
		want   risk.Credit
	}{
		{"operating", func(*risk.Effect, *risk.Situation) {}, given},
		{"not operating", func(e *risk.Effect, _ *risk.Situation) { e.Operating, e.Why = false, "" }, refused("does not operate")},
		{"not operating, with the reason", func(e *risk.Effect, _ *risk.Situation) { e.Operating, e.Why = false, "planned" }, refused("planned")},
		{"other scenario", func(e *risk.Effect, _ *risk.Situation) { e.Scenario = "t" }, refused(`declared for scenario "t"`)},
		{"for nothing", func(e *risk.Effect, _ *risk.Situation) { e.Scenario = "" }, refused("declared for no scenario and no threat")},
		{"threat of another", func(e *risk.Effect, s *risk.Situation) { e.Threat, s.Threat = "A", "B" }, refused(`declared for threat "A"`)},
		{"threat, whole scenario", func(e *risk.Effect, _ *risk.Situation) { e.Threat = "A" }, refused(`declared for threat "A", and the scenario is not judged by threat`)},
		{"threat", func(e *risk.Effect, s *risk.Situation) { e.Scenario, e.Threat, s.Threat = "", "A", "A" }, given},
		{"scenario, one threat", func(_ *risk.Effect, s *risk.Situation) { s.Threat = "A" }, given},
		{"unverified", func(e *risk.Effect, _ *risk.Situation) { e.UnverifiedSince = "2026-08-01" }, risk.Credit{
			Control: "c", On: "likelihood", Given: true, Steps: 1, Why: effect.Why, UnverifiedSince: "2026-08-01",
		}},
		{"verified only", func(e *risk.Effect, s *risk.Situation) { e.UnverifiedSince, s.VerifiedOnly = "2026-08-01", true }, risk.Credit{
			Control: "c", On: "likelihood", Why: "evidence expired on 2026-08-01", UnverifiedSince: "2026-08-01",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := risk.Situation{Scenario: "s", Inputs: risk.Inputs{"likelihood": "yearly", "harm": "severe"}}
			e := effect
			c.change(&e, &s)
			s.Effects = []risk.Effect{e}
			r, err := bounded().Residual(s)
			require.NoError(t, err)
			require.Equal(t, []risk.Credit{c.want}, r.Credits)
			require.Equal(t, c.want.Given, r.After.Likelihood == "seldom")
		})
	}
}

func TestResidualOverride(t *testing.T) {
	s := risk.Situation{
		Scenario: "s", Inputs: risk.Inputs{"likelihood": "yearly", "harm": "severe"},
		Override: risk.Override{Level: "amber", By: "role/ciso", Reason: "the plant closes in March"},
	}
	r, err := bounded().Residual(s)
	require.NoError(t, err)
	require.Equal(t, "red", r.After.Level)
	require.Equal(t, s.Override, r.Override)
	require.Equal(t, "amber", r.Level())
}

// TestResidualOnStep lowers a derived likelihood.
func TestResidualOnStep(t *testing.T) {
	r, err := bureau().Residual(risk.Situation{
		Scenario: "s", Inputs: risk.Inputs{"skill": "9", "motive": "9", "data": "many"},
		Effects: []risk.Effect{{Scenario: "s", On: "likelihood", Steps: 1, Operating: true}},
	})
	require.NoError(t, err)
	require.Equal(t, "red", r.Before.Level)
	require.Equal(t, "amber", r.After.Level)
	require.Equal(t, "low", r.After.Likelihood)
}

func TestResidualRefused(t *testing.T) {
	share := func(x float64) *float64 { return &x }
	for _, c := range []struct {
		name, want string
		e          risk.Effect
		change     func(s *risk.Situation)
	}{
		{"steps below 0", `risk: effect 0 of control "c": steps: got -1, want 0 to 100`, risk.Effect{Steps: -1}, nil},
		{"share above 1", `risk: effect 0 of control "c": effectiveness: got 1.1, want a share between 0 and 1`, risk.Effect{Effectiveness: 1.1}, nil},
		{"coverage no number", `risk: effect 0 of control "c": coverage: got NaN, want a share between 0 and 1`, risk.Effect{Effectiveness: .5, Coverage: share(math.NaN())}, nil},
		{"reliability below 0", `risk: effect 0 of control "c": reliability: got -0.5, want a share between 0 and 1`, risk.Effect{Reliability: share(-.5)}, nil},
		{"both", `risk: effect 0 of control "c": steps: got 1, want steps or effectiveness, not both`, risk.Effect{Steps: 1, Effectiveness: .5}, nil},
		{"unknown factor", `risk: effect 0 of control "c": on: got "impact", want one of likelihood, harm`, risk.Effect{On: "impact", Steps: 1}, nil},
		{"no factor", `risk: effect 0 of control "c": on: got "", want one of likelihood, harm`, risk.Effect{On: "\x00", Steps: 1}, func(s *risk.Situation) { s.Effects[0].On = "" }},
		{"no upper bound", `risk: quantity of likelihood: got none, want a number: level "often" has no upper bound to reduce`, risk.Effect{Effectiveness: .5}, func(s *risk.Situation) { s.Inputs["likelihood"] = "often" }},
		{"no bounds at all", `risk: effect 0 of control "c": effectiveness: got 0.5, want steps: the levels of "harm" have no bounds`, risk.Effect{On: "harm", Effectiveness: .5}, nil},
		{"quantity of another level", `risk: quantity of likelihood: got 3, want one at level "yearly", which the inputs give`, risk.Effect{Effectiveness: .5}, func(s *risk.Situation) { s.Quantities = map[string]float64{"likelihood": 3} }},
		{"floor of nothing", `risk: floors: got "impact", want one of likelihood, harm`, risk.Effect{Steps: 1}, func(s *risk.Situation) { s.Floors = map[string]string{"impact": "x"} }},
		{"floor not on the scale", `risk: floors: harm: got "x", want one of minor, major, severe`, risk.Effect{Steps: 1}, func(s *risk.Situation) { s.Floors = map[string]string{"harm": "x"} }},
		{"override not on the scale", `risk: override: level: got "low", want one of green, amber, red`, risk.Effect{Steps: 1}, func(s *risk.Situation) { s.Override.Level = "low" }},
		{"override without level", `risk: override: level: got "", want one of green, amber, red`, risk.Effect{Steps: 1}, func(s *risk.Situation) { s.Override.By = "x" }},
		{"input missing", `risk: method acme/bounded@1: factor "harm": is missing, want one of minor, major, severe`, risk.Effect{Steps: 1}, func(s *risk.Situation) { delete(s.Inputs, "harm") }},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.e.Control, c.e.Scenario, c.e.Operating = "c", "s", true
			if c.e.On == "" {
				c.e.On = "likelihood"
			}
			s := risk.Situation{Scenario: "s", Inputs: risk.Inputs{"likelihood": "yearly", "harm": "severe"}, Effects: []risk.Effect{c.e}}
			if c.change != nil {
				c.change(&s)
			}
			_, err := bounded().Residual(s)
			require.EqualError(t, err, c.want)
		})
	}

	onStep := risk.Situation{Scenario: "s", Inputs: risk.Inputs{"skill": "9", "motive": "9", "data": "many", "money": "much", "name": "much"}}
	for on, want := range map[string]string{
		"business":   `on: got "business", which has no level here, want a factor that is given, or a step with levels`,
		"likelihood": `on: got "likelihood", want a factor, for a reduction by a share`,
	} {
		onStep.Effects = []risk.Effect{{Control: "c", Scenario: "s", On: on, Effectiveness: .5, Operating: true}}
		_, err := bureau().Residual(onStep)
		require.ErrorContains(t, err, want)
		effect, ok := errors.AsType[*risk.EffectError](err)
		require.True(t, ok)
		require.Equal(t, "on", effect.Member)
	}

	guarded := risk.Situation{Scenario: "s", Inputs: risk.Inputs{"value": "high", "threat": "rare", "guard": "good"}}
	guarded.Effects = []risk.Effect{{Control: "c", Scenario: "s", On: "guard", Steps: 1, Operating: true}}
	_, err := plant().Residual(guarded)
	require.ErrorContains(t, err, `on: got "guard", with which the level of risk does not always rise, want one with which it does`)

	read := three(risk.Sum)
	read.Steps = []risk.Step{{ID: "ab", Of: []string{"a", "b"}, Formula: risk.Sum, Scale: risk.Scale{Levels: levels("any")}}}
	_, err = read.Residual(risk.Situation{
		Scenario: "s", Inputs: risk.Inputs{"a": "x", "b": "x", "c": "x"},
		Effects: []risk.Effect{{Scenario: "s", On: "ab", Steps: 1, Operating: true}},
	})
	require.ErrorContains(t, err, `"ab", whose number a formula reads`)
}

// TestResidualNeverRaises: an operating control never raises a level, whatever
// else there is; one that does not operate, and one on another threat, changes
// nothing.
func TestResidualNeverRaises(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	lowered := 0
	for range 5000 {
		m := []risk.Method{bounded(), bureau(), iso27005.Qualitative(), wide(3)}[r.IntN(4)]
		s := risk.Situation{Scenario: "s", Threat: "B", Inputs: risk.Inputs{}, Quantities: map[string]float64{}}
		for _, f := range m.Factors {
			s.Inputs[f.ID] = f.Scale.Levels[r.IntN(len(f.Scale.Levels))].ID
		}
		if s.Inputs["likelihood"] == "often" {
			s.Quantities["likelihood"] = 2 + 50*r.Float64()
		}
		for i := range r.IntN(5) {
			s.Effects = append(s.Effects, randomEffect(r, m, i))
		}
		without, err := m.Residual(s)
		require.NoError(t, err)
		order, ok := m.Compare(without.After, without.Before)
		require.True(t, ok)
		require.LessOrEqual(t, order, 0)

		one := randomEffect(r, m, 9)
		s.Effects = append(s.Effects, one)
		with, err := m.Residual(s)
		require.NoError(t, err)
		order, _ = m.Compare(with.After, without.After)
		require.LessOrEqual(t, order, 0)
		if order < 0 {
			lowered++
		}
		for _, change := range []func(e *risk.Effect){
			func(e *risk.Effect) { e.Operating = false },
			func(e *risk.Effect) { e.Threat = "A" },
			func(e *risk.Effect) { e.Scenario = "other" },
		} {
			other := one
			change(&other)
			s.Effects[len(s.Effects)-1] = other
			same, err := m.Residual(s)
			require.NoError(t, err)
			require.Equal(t, without.After, same.After)
		}
	}
	require.Greater(t, lowered, 500)
}

func randomEffect(r *rand.Rand, m risk.Method, i int) risk.Effect {
	f := m.Factors[r.IntN(len(m.Factors))]
	e := risk.Effect{Control: fmt.Sprint("c", i), Scenario: "s", On: f.ID, Operating: true}
	if f.ID == "likelihood" && m.ID == "acme/bounded" && r.IntN(2) == 0 {
		e.Effectiveness = r.Float64()
		return e
	}
	if r.IntN(3) == 0 {
		e.Threat = "B"
	}
	e.Steps = r.IntN(3)
	return e
}
