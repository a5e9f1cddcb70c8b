package loss_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// guarded returns a model with everything that controls act on.
func guarded() loss.Model {
	share := func(per loss.Per) loss.Uncertain {
		return loss.Uncertain{Per: per, Dist: must(dist.NewPERT(0.1, 0.5, 0.8))}
	}
	severity := must(dist.NewLogNormal(11, 1))
	fine := loss.Stage{ID: "fine", Probability: share(loss.Event), Severity: must(dist.NewExponential(1e5)), Correlation: 0.5}
	return loss.Model{
		ID: "guarded", Years: 3, Discount: 0.05,
		Scenarios: []loss.Scenario{
			{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: severity, Then: []loss.Stage{fine}, Vulnerability: share(loss.Year)},
			{ID: "b", Frequency: loss.Binomial{Trials: 5, Probability: loss.Fixed(0.2)}, Severity: severity, LossTrend: 0.1},
			{ID: "c", Frequency: loss.Multiplied{Rate: share(loss.Year)}, Severity: severity, Then: []loss.Stage{{ID: "s", Probability: loss.Fixed(0.5), Severity: severity}}},
		},
		Causes: []loss.Cause{{ID: "cloud", Rate: loss.Fixed(0.3), Hits: []loss.Hit{
			{Scenario: "a", Probability: loss.Fixed(0.5)}, {Scenario: "b", Probability: share(loss.Once)},
		}}},
		Controls: []loss.Control{
			{ID: "mfa", Cost: []float64{4e4, 1e4, 1e4}, Ramp: []float64{0.5, 1}, Effects: []loss.Effect{
				{Scenario: "a", On: loss.OnVulnerability, Reduces: loss.Fixed(0.7)},
				{Scenario: "b", On: loss.OnFrequency, Reduces: share(loss.Once)},
			}},
			{ID: "backup", Cost: []float64{3e4}, Effects: []loss.Effect{
				{Scenario: "a", On: loss.OnSeverity, Reduces: share(loss.Event)},
				{Scenario: "b", On: loss.OnSeverity, Reduces: share(loss.Year)},
				{Scenario: "c", On: loss.OnSeverity, Reduces: loss.Fixed(0.3)},
			}},
			{ID: "counsel", Cost: []float64{1e4, 1e4, 1e4}, Needs: []string{"backup"}, Effects: []loss.Effect{
				{Scenario: "a", Stage: "fine", On: loss.OnProbability, Reduces: loss.Fixed(0.5)},
				{Scenario: "a", Stage: "fine", On: loss.OnSeverity, Reduces: loss.Fixed(0.2)},
				{Scenario: "c", Stage: "s", On: loss.OnProbability, Reduces: share(loss.Year)},
			}},
			{ID: "training", Cost: []float64{5e3, 5e3, 5e3}, Excludes: []string{"mfa"}, Effects: []loss.Effect{
				{Scenario: "a", On: loss.OnFrequency, Reduces: share(loss.Year)},
				{Scenario: "a", Cause: "cloud", On: loss.OnProbability, Reduces: loss.Fixed(0.25)},
				{Scenario: "c", On: loss.OnVulnerability, Reduces: loss.Fixed(0.1)},
			}},
		},
	}
}

// trials returns the losses of trials.
func trials(t *testing.T, p loss.Plan, o loss.SimOptions) []float64 {
	t.Helper()
	s, err := p.Simulate(context.Background(), o)
	require.NoError(t, err)
	var all []float64
	for _, x := range s.Trials() {
		all = append(all, x)
	}
	return all
}

// In no trial is there more loss with a control than without it, whatever there
// is beside it.
func TestControlsNeverRaise(t *testing.T) {
	limited := guarded()
	limited.Scenarios[0].EventRetention, limited.Scenarios[0].EventLimit = 2e4, 1e6
	limited.Scenarios[1].AnnualRetention, limited.Scenarios[1].AnnualLimit = 1e4, 5e5
	limited.Layers = []loss.Layer{{ID: "policy", Retention: 5e4, Limit: 3e5, Annual: 4e5, Scenarios: []string{"a", "c"}}}
	for name, m := range map[string]loss.Model{"plain": guarded(), "limited": limited} {
		t.Run(name, func(t *testing.T) {
			sets := everySet(t, m, loss.SimOptions{Trials: 1 << 12, Seed: 3})
			for set, without := range sets {
				for i, c := range m.Controls {
					what := fmt.Sprintf("%s beside %04b", c.ID, set)
					require.Equal(t, set>>i&1 == 0, fewer(t, sets[set|1<<i], without, what) > 0, what)
				}
			}
		})
	}
}

// everySet returns the losses of trials with each set of controls.
func everySet(t *testing.T, m loss.Model, o loss.SimOptions) [][]float64 {
	t.Helper()
	plan, sets := must(loss.Compile(m)), make([][]float64, 1<<len(m.Controls))
	for set := range sets {
		var ids []string
		for i, c := range m.Controls {
			if set>>i&1 == 1 {
				ids = append(ids, c.ID)
			}
		}
		sets[set] = trials(t, must(plan.With(ids...)), o)
	}
	return sets
}

// fewer returns in how many trials there is less loss with a control, and demands
// that there is more in none.
func fewer(t *testing.T, with, without []float64, what string) int {
	t.Helper()
	n := 0
	for j, x := range with {
		if x > without[j]*(1+1e-12)+1e-6 {
			require.Fail(t, "more", "%s, trial %d: %v, %v without", what, j, x, without[j])
		}
		if x < without[j] {
			n++
		}
	}
	return n
}

// A control moves no draws of others: not those of a sequence that fills all
// dimensions evenly, either.
func TestControlsMoveNoDraws(t *testing.T) {
	plan := must(loss.Compile(guarded()))
	for _, sampling := range []loss.Sampling{loss.LatinHypercube, loss.Sobol} {
		o := loss.SimOptions{Trials: 1, Seed: 3, Sampling: sampling}
		without := trials(t, plan, o)
		for _, id := range []string{"mfa"} {
			for j, x := range trials(t, must(plan.With(id)), o) {
				require.LessOrEqual(t, x, without[j]*(1+1e-12)+1e-6, "%s, trial %d", id, j)
			}
		}
	}
}

// An effect that is drawn once makes trials depend on each other: sixteen blocks
// have sixteen values, whatever the number of trials.
func TestControlsDrawnOnce(t *testing.T) {
	m := each(1, must(dist.NewConstant(100)))
	m.Controls = []loss.Control{{ID: "c", Effects: []loss.Effect{{
		Scenario: "0", On: loss.OnSeverity, Reduces: loss.Uncertain{Per: loss.Once, Dist: must(dist.NewUniform(0, 1))},
	}}}}
	s, err := must(must(loss.Compile(m)).With("c")).Simulate(context.Background(), loss.SimOptions{Trials: 1, Seed: 1})
	require.NoError(t, err)
	mean := s.Mean()
	require.InDelta(t, 2.13*100/math.Sqrt(12*16), mean.High-mean.Value, 5)
	require.InDelta(t, 50, mean.Value, 2*(mean.High-mean.Value))
}

// What controls leave is known for models without limits: each effect leaves its
// share.
func TestControlsLeaveTheirShare(t *testing.T) {
	m := guarded()
	plan := must(loss.Compile(m))
	for set := range 1 << len(m.Controls) {
		var ids []string
		for i, c := range m.Controls {
			if set>>i&1 == 1 {
				ids = append(ids, c.ID)
			}
		}
		with := must(plan.With(ids...))
		require.Equal(t, ids, with.Controls())
		s, err := with.Simulate(context.Background(), loss.SimOptions{Trials: 1 << 16, Seed: 5})
		require.NoError(t, err)
		got, want := s.Mean(), leaves(m, ids)
		require.InDelta(t, want, got.Value, 2.2*(got.High-got.Value), "%v", ids)
	}
}

// leaves returns the expected loss of the guarded model with some controls,
// written out.
func leaves(m loss.Model, ids []string) float64 {
	has := map[string]bool{}
	for _, id := range ids {
		has[id] = true
	}
	share := must(dist.NewPERT(0.1, 0.5, 0.8)).Mean()
	on := func(id string, x float64) float64 {
		if has[id] {
			return 1 - x
		}
		return 1
	}
	sum := 0.0
	for year := range m.Years {
		ramp := []float64{0.5, 1, 1}[year]
		x := m.Scenarios[0].Severity.Mean()
		mfa, late := on("mfa", 0.7*ramp), on("mfa", share*ramp)
		fine := share * 1e5 * on("counsel", 0.5) * on("counsel", 0.2)
		a := (2*on("training", share)*share*mfa + 0.3*0.5*on("training", 0.25)) * (x*on("backup", share) + fine)
		b := (5*0.2*late + 0.3*share) * x * math.Pow(1.1, float64(year)) * on("backup", share)
		c := share * on("training", 0.1) * (x*on("backup", 0.3) + 0.5*x*on("counsel", share))
		sum += (a + b + c) * math.Pow(1.05, -float64(year))
	}
	return sum
}

func TestWithRefused(t *testing.T) {
	plan := must(loss.Compile(guarded()))
	_, err := plan.With("mfb")
	require.EqualError(t, err, `loss: with: got "mfb", want the id of a control of the model: "mfa"?`)
	twice := must(must(plan.With("mfa")).With("backup", "mfa"))
	require.Equal(t, []string{"mfa", "backup"}, twice.Controls())
	require.Empty(t, plan.Controls())
	_, err = twice.Exact(context.Background(), loss.ExactOptions{})
	require.ErrorAs(t, err, new(*loss.ForbiddenError))
	a, b := must(plan.Simulate(context.Background(), loss.SimOptions{Trials: 1})), must(twice.Simulate(context.Background(), loss.SimOptions{Trials: 1}))
	require.NotEqual(t, a.Provenance().Model, b.Provenance().Model)
}

// best looks at all sets under a budget, by the written-out formula.
func best(m loss.Model, budget float64) (ids []string, left float64) {
	left = math.Inf(1)
	for set := range 1 << len(m.Controls) {
		var some []string
		cost, has := 0.0, map[string]bool{}
		for i, c := range m.Controls {
			if set>>i&1 == 0 {
				continue
			}
			some, has[c.ID] = append(some, c.ID), true
			for year, x := range c.Cost {
				cost += x * math.Pow(1+m.Discount, -float64(year))
			}
		}
		if cost > budget || has["counsel"] && !has["backup"] || has["mfa"] && has["training"] {
			continue
		}
		if x := leaves(m, some); x < left {
			ids, left = some, x
		}
	}
	return ids, left
}

func TestOptimize(t *testing.T) {
	m := guarded()
	plan := must(loss.Compile(m))
	for _, budget := range []float64{1e3, 2e4, 4e4, 6e4, 8e4, 1e5, 1e6} {
		t.Run(fmt.Sprint(budget), func(t *testing.T) {
			want, left := best(m, budget)
			c, err := plan.Optimize(context.Background(), loss.Budget{Cost: budget}, loss.SimOptions{})
			require.NoError(t, err)
			require.Equal(t, want, c.Controls)
			require.InEpsilon(t, left, c.With.Value, 1e-9)
			require.InEpsilon(t, leaves(m, nil), c.Without.Value, 1e-9)
			require.True(t, c.Proved)
			require.False(t, c.Sampled)
			require.GreaterOrEqual(t, c.Regret.Value, 0.0)
		})
	}
}

// What the formula chooses is what is best of the trials, too.
func TestOptimizeSampled(t *testing.T) {
	m := guarded()
	m.Layers = []loss.Layer{{ID: "none", Retention: 1e29}} // no formula
	plan := must(loss.Compile(m))
	want, left := best(m, 6e4)
	c, err := plan.Optimize(context.Background(), loss.Budget{Cost: 6e4}, loss.SimOptions{Trials: 1 << 14, Seed: 7})
	require.NoError(t, err)
	require.True(t, c.Sampled)
	require.True(t, c.Proved)
	require.Equal(t, want, c.Controls)
	require.InEpsilon(t, left, c.With.Value, 0.05)
	require.NotEmpty(t, c.RunnerUp)
	require.Positive(t, c.Regret.Value)
	require.Less(t, c.Regret.Low, c.Regret.High)

	tail, err := plan.Optimize(context.Background(), loss.Budget{Cost: 6e4, Reduce: loss.TailValueAtRisk, At: 0.95}, loss.SimOptions{Trials: 1 << 14, Seed: 7})
	require.NoError(t, err)
	require.Less(t, tail.With.Value, tail.Without.Value)
}

func TestOptimizeRefused(t *testing.T) {
	ctx := context.Background()
	plan := must(loss.Compile(guarded()))
	for name, c := range map[string]struct {
		budget loss.Budget
		want   string
	}{
		"cost":      {loss.Budget{Cost: -1}, "loss: optimize: Cost: got -1, want an amount from 0 to 1e30"},
		"no number": {loss.Budget{Cost: math.NaN()}, "loss: optimize: Cost: got no finite number, want an amount from 0 to 1e30"},
		"years":     {loss.Budget{ByYear: make([]float64, 4)}, "loss: optimize: ByYear: got 4, want at most the 3 years of the horizon"},
		"a year":    {loss.Budget{ByYear: []float64{1, -1}}, "loss: optimize: ByYear: got -1 for year 2, want an amount from 0 to 1e30"},
		"measure":   {loss.Budget{Reduce: 9}, "loss: optimize: Reduce: got 9, want expectedLoss, valueAtRisk or tailValueAtRisk"},
		"no tail":   {loss.Budget{Reduce: loss.ValueAtRisk}, "loss: optimize: At: got 0, want a probability above 0 and below 1"},
		"unknown":   {loss.Budget{Mandatory: []string{"backups"}}, `loss: optimize: Mandatory: got "backups", want the id of a control of the model: "backup"?`},
		"too much":  {loss.Budget{Cost: 1, Mandatory: []string{"backup"}}, "loss: optimize: no set of controls is possible: what has to be chosen costs more than there is"},
		"excluded":  {loss.Budget{Mandatory: []string{"mfa", "training"}}, "loss: optimize: no set of controls is possible: what has to be chosen excludes each other"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := plan.Optimize(ctx, c.budget, loss.SimOptions{})
			require.EqualError(t, err, c.want)
		})
	}
	heavy := unlinked(guarded())
	heavy.Scenarios[1].Severity = must(dist.NewPareto(1, 0.9))
	_, err := must(loss.Compile(heavy)).Optimize(ctx, loss.Budget{}, loss.SimOptions{Trials: 1})
	require.EqualError(t, err, "loss: optimize: the mean is infinite: single losses are so heavy that no average settles")
	_, err = must(loss.Compile(each(2, must(dist.NewExponential(1))))).Optimize(ctx, loss.Budget{}, loss.SimOptions{})
	require.EqualError(t, err, "loss: optimize: got a model without controls, want one with some")
}

func TestFrontier(t *testing.T) {
	m := guarded()
	plan := must(loss.Compile(m))
	all, err := plan.Frontier(context.Background(), loss.Budget{}, 50, loss.SimOptions{})
	require.NoError(t, err)
	require.Greater(t, len(all), 3)
	require.Empty(t, all[0].Controls)
	for i, c := range all {
		if i > 0 {
			require.Greater(t, c.Cost, all[i-1].Cost)
			require.Less(t, c.With.Value, all[i-1].With.Value)
		}
		_, left := best(m, c.Cost*(1+1e-12))
		require.InEpsilon(t, left, c.With.Value, 1e-9)
	}
}
