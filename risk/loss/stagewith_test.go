package loss_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// forms is a stage of two losses that come together.
func forms(severity dist.Dist, with ...dist.Dist) []loss.Stage {
	return []loss.Stage{{ID: "f", Probability: loss.Fixed(0.3), Severity: severity, With: with}}
}

// TestWithOfTextbook holds both engines against a direct convolution: two losses
// follow together, or none.
func TestWithOfTextbook(t *testing.T) {
	const step, n, rate, q = 0.02, 1500, 1.5, 0.3
	gamma, exponential, constant := must(dist.NewGamma(2, 0.5)), must(dist.NewExponential(1)), must(dist.NewConstant(0.7))
	none := math.Inf(1)
	whole := rounded(exponential, step, n, 0, none).plus(rounded(constant, step, n, 0, none))
	event := rounded(gamma, step, n, 0, none).with(q, whole)
	s := loss.Scenario{ID: "a", Frequency: poisson(rate), Severity: gamma, Then: forms(exponential, constant)}
	limited := s
	limited.EventRetention, limited.EventLimit = 0.5, 1.5
	for name, c := range map[string]struct {
		of   loss.Scenario
		want textbook
	}{
		"plain":   {s, event.compound(must(dist.NewPoisson(rate)))},
		"limited": {limited, event.layer(0.5, 1.5).compound(must(dist.NewPoisson(rate)))},
	} {
		t.Run(name, func(t *testing.T) {
			mean, square := 0.0, 0.0
			for k, p := range c.want.p {
				x := float64(k) * step
				mean, square = mean+p*x, square+p*x*x
			}
			r := exact(t, loss.ExactOptions{}, c.of)
			drawn := simulated(t, loss.Model{ID: "m", Scenarios: []loss.Scenario{c.of}}, loss.SimOptions{Trials: 1 << 18, Seed: 3})
			require.InDelta(t, mean, r.Mean().Value, 2e-3)
			require.InDelta(t, math.Sqrt(square-mean*mean), r.SD().Value, 5e-3)
			near(t, "mean", r.Mean().Value, drawn.Mean())
			near(t, "SD", r.SD().Value, drawn.SD())
			near(t, "P(0)", r.P0().Value, drawn.P0())
			for _, p := range []float64{0.5, 0.9, 0.95, 0.99, 0.999} {
				require.InDelta(t, c.want.quantile(p), r.VaR(p).Value, 0.75*step, "VaR %v", p)
				near(t, fmt.Sprint("VaR ", p), r.VaR(p).Value, drawn.VaR(p))
			}
		})
	}
	// In closed form: E S = λ E Y, Var S = λ E Y².
	r := exact(t, loss.ExactOptions{}, s)
	z, zz := 1.7, 2+2*0.7+0.49
	require.InEpsilon(t, rate*(1+q*z), r.Mean().Value, 1e-13)
	require.InEpsilon(t, math.Sqrt(rate*(1.5+2*q*z+q*zz)), r.SD().Value, 1e-13)
}

// TestWithIsTheSum holds that losses which come together are one with the
// distribution of their sum, in all that the exact engine does.
func TestWithIsTheSum(t *testing.T) {
	one, two, three := must(dist.NewConstant(1)), must(dist.NewConstant(2)), must(dist.NewConstant(3))
	exponential, gamma := must(dist.NewExponential(1)), must(dist.NewGamma(3, 1))
	shifted := must(dist.NewShifted(exponential, 1))
	for what, c := range map[string]struct{ apart, sum []loss.Stage }{
		"curves":               {forms(exponential, exponential, exponential), forms(gamma)},
		"steps":                {forms(one, two), forms(three)},
		"a step and a curve":   {forms(one, exponential), forms(shifted)},
		"beside another stage": {append(forms(exponential, one), loss.Stage{ID: "g", Probability: loss.Fixed(0.5), Severity: two}), append(forms(shifted), loss.Stage{ID: "g", Probability: loss.Fixed(0.5), Severity: two})},
		"nothing more":         {forms(exponential, must(dist.NewConstant(0))), forms(exponential)},
	} {
		for name, change := range map[string]func(m *loss.Model, s *loss.Scenario){
			"plain":  func(*loss.Model, *loss.Scenario) {},
			"limits": func(_ *loss.Model, s *loss.Scenario) { s.EventRetention, s.EventLimit, s.AnnualLimit = 0.5, 3, 6 },
			"years":  func(m *loss.Model, s *loss.Scenario) { m.Years, m.Discount, s.LossTrend = 2, 0.25, 0.5 },
			"factor": func(_ *loss.Model, s *loss.Scenario) { s.LossFactor = loss.Fixed(2) },
			"drawn":  func(_ *loss.Model, s *loss.Scenario) { s.RateFactor = yearly("", must(dist.NewUniform(0.5, 1.5))) },
			"layer":  func(m *loss.Model, _ *loss.Scenario) { m.Layers = []loss.Layer{{ID: "l", Retention: 1, Limit: 2}} },
			"once":   func(_ *loss.Model, s *loss.Scenario) { s.Frequency = loss.Bernoulli{Probability: loss.Fixed(0.5)} },
			"cause": func(m *loss.Model, _ *loss.Scenario) {
				m.Causes = []loss.Cause{{ID: "c", Rate: loss.Fixed(0.5), Hits: []loss.Hit{{Scenario: "s", Probability: loss.Fixed(0.5)}}}}
			},
		} {
			t.Run(what+"/"+name, func(t *testing.T) {
				compute := func(then []loss.Stage) loss.Result {
					m := loss.Model{ID: "m", Scenarios: []loss.Scenario{{ID: "s", Frequency: poisson(1), Severity: two, Then: then}}}
					change(&m, &m.Scenarios[0])
					return must(must(loss.Compile(m)).Exact(t.Context(), loss.ExactOptions{Tolerance: 1e-5}))
				}
				requireSame(t, compute(c.sum), compute(c.apart))
			})
		}
	}
}

func requireSame(t *testing.T, want, got loss.Result) {
	t.Helper()
	apart := func(a, b loss.Estimate) float64 { return (a.High-a.Low+b.High-b.Low)/2 + 1e-9*(1+a.Value) }
	same := func(what string, want, got loss.Estimate) {
		t.Helper()
		require.InDelta(t, want.Value, got.Value, apart(want, got), what)
	}
	same("mean", want.Mean(), got.Mean())
	same("SD", want.SD(), got.SD())
	same("P(0)", want.P0(), got.P0())
	for _, p := range []float64{0.5, 0.9, 0.95, 0.99} {
		same(fmt.Sprint("VaR ", p), want.VaR(p), got.VaR(p))
		same(fmt.Sprint("TVaR ", p), want.TVaR(p), got.TVaR(p))
	}
	for _, x := range []float64{0.5, 1.9, 2.5, 4.25} {
		same(fmt.Sprint("P(M > x) ", x), want.Occurrence(x), got.Occurrence(x))
	}
}

// TestWithHasBounds: the bracket of losses that come together holds them.
func TestWithHasBounds(t *testing.T) {
	s := loss.Scenario{ID: "s", Frequency: poisson(2), Severity: must(dist.NewGamma(2, 0.5)), Then: forms(must(dist.NewExponential(1)), must(dist.NewConstant(1)))}
	fine, r := exact(t, loss.ExactOptions{}, s), exact(t, loss.ExactOptions{Bound: 0.1}, s)
	for _, p := range []float64{0.95, 0.99, 0.999} {
		want, got := fine.VaR(p), r.VaR(p)
		require.Equal(t, loss.Bounded, got.Basis)
		require.LessOrEqual(t, got.Low, want.Value)
		require.GreaterOrEqual(t, got.High, want.Value)
	}
}

// TestWithMovesNoDraws: what comes with a stage is drawn for the events that have
// it, and adds to them alone; what is nothing changes no bit.
func TestWithMovesNoDraws(t *testing.T) {
	for name, frequency := range map[string]loss.Frequency{"events": poisson(2), "product": loss.Multiplied{Rate: loss.Fixed(2)}} {
		t.Run(name, func(t *testing.T) {
			draw := func(with ...dist.Dist) []float64 {
				then := forms(must(dist.NewExponential(1)), with...)
				then[0].Correlation = 0.5
				return drawn(t, loss.SimOptions{}, loss.Model{Scenarios: []loss.Scenario{
					{ID: "a", Frequency: frequency, Severity: must(dist.NewGamma(2, 3)), Then: then, LossFactor: yearly("", must(dist.NewUniform(0.5, 1.5)))},
				}})
			}
			without, with := draw(), draw(must(dist.NewUniform(1, 2)))
			require.Equal(t, without, draw(must(dist.NewConstant(0))))
			more := 0
			for i, x := range with {
				require.GreaterOrEqual(t, x, without[i])
				if x > without[i] {
					more++
				}
			}
			if name == "events" {
				require.InDelta(t, -math.Expm1(-0.6), float64(more)/float64(len(with)), 0.03, "P(some event has the stage)")
			}
		})
	}
}

// TestWithInProducts: a product takes the sum, as it does one loss with its
// distribution, and so do controls.
func TestWithInProducts(t *testing.T) {
	for name, frequency := range map[string]loss.Frequency{"events": poisson(2), "product": loss.Multiplied{Rate: yearly("", must(dist.NewUniform(1, 3)))}} {
		t.Run(name, func(t *testing.T) {
			exponential := must(dist.NewExponential(1))
			sample := func(then []loss.Stage, controls ...string) loss.Sample {
				m := loss.Model{ID: "m", Scenarios: []loss.Scenario{{ID: "s", Frequency: frequency, Severity: exponential, Then: then}}}
				m.Controls = []loss.Control{{ID: "c", Effects: []loss.Effect{{Scenario: "s", Stage: "f", On: loss.OnSeverity, Reduces: loss.Fixed(0.5)}}}}
				plan := must(must(loss.Compile(m)).With(controls...))
				return must(plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 18, Seed: 5}))
			}
			for _, controls := range [][]string{nil, {"c"}} {
				got, want := sample(forms(exponential, exponential), controls...), sample(forms(must(dist.NewGamma(2, 1))), controls...)
				near(t, "mean", 2*(1+0.6/float64(1+len(controls))), got.Mean())
				for _, p := range []float64{0.5, 0.95, 0.99} {
					rough(t, fmt.Sprint("VaR ", p), want.VaR(p).Value, got.VaR(p), 1)
				}
			}
		})
	}
}

// TestWithWithoutMean: the heaviest decides which figures there are.
func TestWithWithoutMean(t *testing.T) {
	s := loss.Scenario{ID: "s", Frequency: poisson(1), Severity: must(dist.NewExponential(1)), Then: forms(must(dist.NewExponential(1)), must(dist.NewPareto(1, 0.9)))}
	require.True(t, math.IsInf(exact(t, loss.ExactOptions{}, s).Mean().Value, 1))
	drawn := simulated(t, loss.Model{ID: "m", Scenarios: []loss.Scenario{s}}, loss.SimOptions{Trials: 1 << 12, Seed: 1})
	require.Equal(t, loss.Refused, drawn.Mean().Basis)
}

// TestWithIsExpected: what a control saves on average is of all that comes with a
// stage.
func TestWithIsExpected(t *testing.T) {
	one := must(dist.NewExponential(1))
	m := loss.Model{
		ID: "m", Scenarios: []loss.Scenario{{ID: "s", Frequency: poisson(2), Severity: one, Then: forms(one, one, one)}},
		Controls: []loss.Control{{ID: "c", Cost: []float64{0.1}, Effects: []loss.Effect{{Scenario: "s", Stage: "f", On: loss.OnProbability, Reduces: loss.Fixed(0.5)}}}},
	}
	choice := must(must(loss.Compile(m)).Optimize(t.Context(), loss.Budget{Cost: 1, Reduce: loss.ExpectedLoss}, loss.SimOptions{Trials: 1 << 16, Seed: 1}))
	require.Equal(t, []string{"c"}, choice.Controls)
	require.False(t, choice.Sampled)
	require.InEpsilon(t, 2*(1+0.3*3), choice.Without.Value, 1e-13)
	require.InEpsilon(t, 2*(1+0.15*3), choice.With.Value, 1e-13)
}
