package loss_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// simulated compiles a model and simulates it.
func simulated(t testing.TB, m loss.Model, o loss.SimOptions) loss.Sample {
	t.Helper()
	plan, err := loss.Compile(m)
	require.NoError(t, err)
	s, err := plan.Simulate(t.Context(), o)
	require.NoError(t, err)
	return s
}

// off returns how many standard errors a sampled figure is away.
func off(want float64, got loss.Estimate) float64 {
	const confidence = 1.959963984540054
	side := got.High - got.Value
	if want < got.Value {
		side = got.Value - got.Low
	}
	if math.Abs(want-got.Value) <= 1e-9*math.Abs(want) {
		return 0
	}
	return math.Abs(want-got.Value) / side * confidence
}

// near fails the test if a sampled figure is more than 4 standard errors away.
func near(t testing.TB, what string, want float64, got loss.Estimate) {
	t.Helper()
	within(t, what, want, got, 4)
}

func within(t testing.TB, what string, want float64, got loss.Estimate, most float64) {
	t.Helper()
	require.Equal(t, loss.Sampled, got.Basis, "%s: %s", what, got.Reason)
	require.LessOrEqual(t, got.Low, got.Value, what)
	require.LessOrEqual(t, got.Value, got.High, what)
	require.LessOrEqual(t, off(want, got), most, "%s: want %v, got %v from %v to %v", what, want, got.Value, got.Low, got.High)
}

// sample compares a sample with a vector.
func (v vector) sample(t *testing.T, s loss.Sample) {
	t.Helper()
	plain := s.Provenance().Options.Sampling == loss.Plain
	near := func(t testing.TB, what string, want float64, got loss.Estimate) {
		t.Helper()
		within(t, what, want, got, map[bool]float64{true: 4, false: 6}[plain]) // Student's t has longer tails
	}
	near(t, "mean", v.Mean, s.Mean())
	if v.Variance != 0 && v.Variance < 1e3*v.Mean*v.Mean && plain { // beyond, so few trials have never seen what makes it
		near(t, "sd", math.Sqrt(v.Variance), s.SD())
	}
	if v.Zero != 0 {
		near(t, "P(0)", v.Zero, s.P0())
	}
	for p, want := range v.VaR {
		if float64(s.Provenance().Trials)*(1-prob(t, p)) > 50 {
			near(t, "VaR "+p, want, s.VaR(prob(t, p)))
		}
	}
	for p, want := range v.TVaR {
		if float64(s.Provenance().Trials)*(1-prob(t, p)) > 200 {
			near(t, "TVaR "+p, want, s.TVaR(prob(t, p)))
		}
	}
	for x, want := range v.Exceedance {
		if want*float64(s.Provenance().Trials) > 50 {
			near(t, "P(S > "+x+")", want, s.Exceedance(prob(t, x)))
		}
	}
}

// known lists models whose figures are known, with these.
func known(t testing.TB) map[string]struct {
	vector
	scenarios []loss.Scenario
} {
	t.Helper()
	all := map[string]struct {
		vector
		scenarios []loss.Scenario
	}{}
	add := func(v vector, scenarios ...loss.Scenario) {
		all[v.ID] = struct {
			vector
			scenarios []loss.Scenario
		}{v, scenarios}
	}
	v := readVectors(t)
	for _, v := range v.Models {
		var scenarios []loss.Scenario
		for i, p := range v.Parts {
			scenarios = append(scenarios, p.scenario(t, fmt.Sprint("s", i)))
		}
		add(v, scenarios...)
	}
	for _, v := range v.Closed {
		if v.P != 0 {
			add(v, loss.Scenario{ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(v.P)}, Severity: must(dist.NewLogNormal(v.Mu, v.Sigma))})
		}
	}
	p := v.Published[0]
	var rows []loss.Scenario
	for _, row := range p.Rows {
		rows = append(rows, loss.Scenario{
			ID: row.Event, Frequency: loss.Bernoulli{Probability: loss.Fixed(row.P)}, Severity: must(dist.NewLogNormal(row.Mu, row.Sigma)),
		})
	}
	add(vector{ID: "Hubbard", Mean: p.Expected, Variance: p.SD * p.SD, Zero: p.Zero, VaR: p.VaR, Exceedance: p.Exceedance}, rows...)
	add(v.Fair[0], eventTree(v.Fair[0].V))
	return all
}

// TestSimulationOfVectors holds simulations of all kinds to 4 standard errors.
func TestSimulationOfVectors(t *testing.T) {
	const trials = 1 << 16
	for name, v := range known(t) {
		for kind, o := range map[string]loss.SimOptions{
			"kept":     {Trials: trials, Seed: 11},
			"streamed": {Trials: trials, Seed: 12, Streaming: true},
			"latin":    {Trials: trials, Seed: 13, Sampling: loss.LatinHypercube},
			"sobol":    {Trials: trials, Seed: 14, Sampling: loss.Sobol, Streaming: true},
		} {
			t.Run(name+"/"+kind, func(t *testing.T) {
				v.sample(t, simulated(t, loss.Model{ID: "m", Scenarios: v.scenarios}, o))
			})
		}
	}
}

// TestSideBySide holds both engines against each other, side by side.
func TestSideBySide(t *testing.T) {
	gamma, exponential := must(dist.NewGamma(2, 0.5)), must(dist.NewExponential(1))
	stage := loss.Stage{ID: "f", Probability: loss.Uncertain{Per: loss.Event, Dist: must(dist.NewUniform(0.1, 0.5))}, Severity: exponential}
	for name, m := range map[string]loss.Model{
		"full":   full(),
		"stages": {Scenarios: []loss.Scenario{{ID: "a", Frequency: poisson(2), Severity: gamma, Then: []loss.Stage{stage}}}},
		"limits": {Scenarios: []loss.Scenario{{ID: "a", Frequency: poisson(2), Severity: gamma, EventRetention: 0.5, EventLimit: 1.5}}},
		"horizon": {Years: 3, Discount: 0.1, Scenarios: []loss.Scenario{
			{ID: "a", Frequency: poisson(2), Severity: gamma, RateTrend: 0.2, LossTrend: 0.1},
			{ID: "b", Frequency: loss.Binomial{Trials: 4, Probability: loss.Fixed(0.3)}, Severity: exponential},
		}},
		"exactly":  {Scenarios: []loss.Scenario{{ID: "a", Frequency: loss.Exactly{Events: 3}, Severity: gamma}}},
		"negative": {Scenarios: []loss.Scenario{{ID: "a", Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 2}, Severity: gamma}}},
		"points":   {Scenarios: []loss.Scenario{{ID: "a", Frequency: poisson(1.5), Severity: must(dist.NewConstant(2))}}},
	} {
		m.ID = "m"
		plan := must(loss.Compile(m))
		for year := range max(m.Years, 1) + 1 {
			t.Run(fmt.Sprint(name, "/", year), func(t *testing.T) {
				r, err := plan.Exact(t.Context(), loss.ExactOptions{Tolerance: 1e-4, At: []float64{0.5, 0.9, 0.95, 0.99}, Year: year})
				require.NoError(t, err)
				s, err := plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 16, Seed: 3})
				require.NoError(t, err)
				for _, a := range s.Against(r) {
					require.LessOrEqual(t, a.Distance, 4.0, "%+v", a)
				}
			})
		}
	}
}

// TestWrongSimulations holds that the mistakes of other tools fail where the
// right model passes.
func TestWrongSimulations(t *testing.T) {
	v, severity := readVectors(t).Models[3], must(dist.LogNormal90(20e3, 1e6))
	fair := readVectors(t).Fair[0]
	twice := must(dist.LogNormal90(40e3, 2e6)) // of two scenarios whose draws are the same
	yearly := loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.5, 2, 12))}
	pert, one := must(dist.NewPERT(20e3, 80e3, 600e3)), vector{VaR: map[string]float64{}}
	for _, p := range []string{"0.9", "0.95", "0.99"} {
		one.VaR[p] = pert.Quantile(prob(t, p))
	}
	product := eventTree(fair.V)
	product.Frequency, product.Vulnerability = loss.Multiplied{Rate: yearly}, loss.Fixed(fair.V)
	for name, c := range map[string]struct {
		vector
		scenarios []loss.Scenario
	}{
		"one frequency times one severity": {fair, []loss.Scenario{product}},
		"Vose's PERT":                      {one, []loss.Scenario{{ID: "a", Frequency: loss.Exactly{Events: 1}, Severity: must(dist.NewVosePERT(20e3, 80e3, 600e3))}}},
		"a frequency that is a number":     {v, []loss.Scenario{{ID: "a", Frequency: loss.Exactly{Events: 3}, Severity: severity}}},
		"equal seeds": {v, []loss.Scenario{{
			ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(1.5)}, Severity: twice,
		}}},
	} {
		t.Run(name, func(t *testing.T) {
			s := simulated(t, loss.Model{ID: "m", Scenarios: c.scenarios}, loss.SimOptions{Trials: 1 << 18, Seed: 5})
			worst := 0.0
			for p, want := range c.VaR {
				if prob(t, p) >= 0.9 && prob(t, p) <= 0.99 {
					worst = max(worst, off(want, s.VaR(prob(t, p))))
				}
			}
			require.Greater(t, worst, 4.0)
		})
	}
}

func TestSimulationOptions(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	precise := loss.Precision{Relative: 0.01}
	for name, c := range map[string]struct {
		o    loss.SimOptions
		want string
	}{
		"trials below 0":    {loss.SimOptions{Trials: -1}, "loss: simulation: Trials: got -1, want"},
		"too many to keep":  {loss.SimOptions{Trials: 1 << 29}, "loss: simulation: Trials: got 536870912, want at most 268435456, or Streaming for more"},
		"sampling":          {loss.SimOptions{Sampling: 9}, "loss: simulation: Sampling: got 9"},
		"inner":             {loss.SimOptions{Inner: -1}, "loss: simulation: Inner: got -1"},
		"workers":           {loss.SimOptions{Workers: -1}, "loss: simulation: Workers: got -1"},
		"blocks of a whole": {loss.SimOptions{Blocks: [2]int{0, 1}}, "loss: simulation: Blocks: got [0 1]"},
		"blocks backwards":  {loss.SimOptions{Blocks: [2]int{2, 1}}, "loss: simulation: Blocks: got [2 1]"},
		"trials, precision": {loss.SimOptions{Trials: 5, Precision: precise}, "loss: simulation: Trials: got 5"},
		"most without":      {loss.SimOptions{MostTrials: 5}, "loss: simulation: MostTrials: got 5"},
		"precision at":      {loss.SimOptions{Precision: loss.Precision{Of: loss.ValueAtRisk, Relative: 0.1}}, "loss: simulation: Precision.At: got 0"},
		"mean at":           {loss.SimOptions{Precision: loss.Precision{At: 0.9, Relative: 0.1}}, "loss: simulation: Precision.At: got 0.9"},
		"precision of":      {loss.SimOptions{Precision: loss.Precision{Of: 7, Relative: 0.1}}, "loss: simulation: Precision.Of: got 7"},
		"relative":          {loss.SimOptions{Precision: loss.Precision{Relative: math.NaN()}}, "loss: simulation: Precision.Relative: got no finite number"},
		"at without":        {loss.SimOptions{Precision: loss.Precision{At: 0.9}}, "loss: simulation: Precision.Relative: got 0"},
		"most below 0":      {loss.SimOptions{MostTrials: -1, Precision: precise}, "loss: simulation: MostTrials: got -1"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := plan.Simulate(t.Context(), c.o)
			require.ErrorContains(t, err, c.want)
		})
	}
	_, err := plan.SimulatePart(t.Context(), loss.SimOptions{Precision: precise})
	require.ErrorContains(t, err, "loss: simulation: Precision: got 0.01")
	_, err = loss.Plan{}.Simulate(t.Context(), loss.SimOptions{})
	require.ErrorContains(t, err, "empty plan")
}

func TestSimulationIsForbidden(t *testing.T) {
	_, err := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{
		{ID: "a", Frequency: poisson(9e5), Severity: must(dist.NewExponential(1))},
	}})).Simulate(t.Context(), loss.SimOptions{})
	forbidden, ok := errors.AsType[*loss.ForbiddenError](err)
	require.True(t, ok, err)
	require.Equal(t, "simulation", forbidden.Name)
	require.ErrorContains(t, err, "/scenarios/0/frequency: 3.69e+09 events")
	m := loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}
	m.Causes = []loss.Cause{{ID: "c", Rate: loss.Fixed(5000), Hits: []loss.Hit{{Scenario: m.Scenarios[0].ID, Probability: loss.Fixed(0.1)}}}}
	_, err = must(loss.Compile(m)).Simulate(t.Context(), loss.SimOptions{})
	require.ErrorContains(t, err, "/causes/0/rate: 2.05e+07 happenings")
}

// TestSimulationEnds holds that it does within 50 ms of its context.
func TestSimulationEnds(t *testing.T) {
	slow := func(d *loss.Draws) float64 {
		time.Sleep(100 * time.Microsecond)
		return d.Uniform()
	}
	for name, s := range map[string]loss.Scenario{
		"few events":  {ID: "a", Frequency: poisson(0.01), Severity: must(dist.NewExponential(1))},
		"many events": {ID: "a", Frequency: poisson(1e5), Severity: must(dist.NewExponential(1))},
		"own":         {ID: "a", Own: &loss.Own{Name: "slow", Loss: slow}},
	} {
		t.Run(name, func(t *testing.T) {
			plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{s}}))
			ctx, cancel := context.WithCancel(t.Context())
			var at time.Time
			time.AfterFunc(30*time.Millisecond, func() {
				at = time.Now()
				cancel()
			})
			_, err := plan.Simulate(ctx, loss.SimOptions{Trials: 1 << 30, Streaming: true, Workers: 2})
			require.ErrorIs(t, err, context.Canceled)
			require.Less(t, time.Since(at), 150*time.Millisecond) // 50 and what a busy machine takes
		})
	}
}

func TestPrecision(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	o := loss.SimOptions{Seed: 1, Precision: loss.Precision{Of: loss.TailValueAtRisk, At: 0.99, Relative: 0.02}}
	s, err := plan.Simulate(t.Context(), o)
	require.NoError(t, err)
	e, n := s.TVaR(0.99), s.Provenance().Trials
	require.LessOrEqual(t, e.High-e.Value, 0.02*e.Value)
	require.Greater(t, n, 1<<16)
	require.Equal(t, 0, n&(n-1), "a power of two")

	whole, err := plan.Simulate(t.Context(), loss.SimOptions{Seed: 1, Trials: n})
	require.NoError(t, err)
	require.Equal(t, digest(whole), digest(s))

	o.Precision.Relative, o.MostTrials = 1e-4, 1<<17
	s, err = plan.Simulate(t.Context(), o)
	short, ok := errors.AsType[*loss.PrecisionError](err)
	require.True(t, ok, err)
	require.Equal(t, 1<<17, short.Trials)
	require.Equal(t, 1<<17, s.Provenance().Trials)
}

func TestSimulationTells(t *testing.T) {
	var done []int
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	_, err := plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 16, Workers: 3, Progress: func(n, total int) {
		done = append(done, n)
		require.Equal(t, 16, total)
	}})
	require.NoError(t, err)
	require.Len(t, done, 16)
	require.IsIncreasing(t, done)
}

// TestOwnFaults holds that what a function should not do is an error.
func TestOwnFaults(t *testing.T) {
	for want, f := range map[string]func(*loss.Draws) float64{
		"trial 0: got NaN": func(*loss.Draws) float64 { return math.NaN() },
		"trial 7: got -1": func(d *loss.Draws) float64 {
			if d.Trial == 7 {
				return -1
			}
			return d.Uniform()
		},
		"trial 5000: panic: x": func(d *loss.Draws) float64 {
			if d.Trial == 5000 {
				panic("x")
			}
			return 1
		},
	} {
		plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{{ID: "own", Own: &loss.Own{Name: "f", Loss: f}}}}))
		_, err := plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 13, Workers: 1})
		require.ErrorContains(t, err, `loss: simulation: own function of "own": `+want)
	}
}
