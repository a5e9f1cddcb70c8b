package loss_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// A textbook is a distribution on multiples of a step, computed as textbooks
// do: P(S ≤ x) = Σ P(N = n) P(Y₁ + … + Yₙ ≤ x) by direct convolution (Klugman,
// Panjer and Willmot, Loss Models, 9.3).
type textbook struct {
	step float64
	p    []float64
}

// rounded is a loss X, of which at most the limit above the retention counts,
// rounded to the nearest multiple of the step.
func rounded(d dist.Dist, step float64, n int, retention, limit float64) textbook { //nolint:unparam // the definition has it
	t := textbook{step, make([]float64, n)}
	before := 0.0
	for k := range t.p {
		below := 1.0
		if edge := (float64(k) + 0.5) * step; edge < limit {
			below = d.CDF(edge + retention)
		}
		t.p[k], before = below-before, below
	}
	return t
}

func (t textbook) plus(u textbook) textbook {
	sum := textbook{t.step, make([]float64, len(t.p))}
	for i, p := range t.p {
		for j := range len(t.p) - i {
			sum.p[i+j] += p * u.p[j]
		}
	}
	return sum
}

// compound returns the sum of a number of losses.
func (t textbook) compound(n dist.Count) textbook {
	sum, power := textbook{t.step, make([]float64, len(t.p))}, textbook{t.step, make([]float64, len(t.p))}
	power.p[0] = 1
	for k := 0; n.Survival(k-1) > 1e-12; k++ {
		for i, p := range power.p {
			sum.p[i] += n.P(k) * p
		}
		power = power.plus(t)
	}
	return sum
}

// with returns the loss with another that follows with probability q.
func (t textbook) with(q float64, u textbook) textbook {
	sum := t.plus(u)
	for i, p := range t.p {
		sum.p[i] = (1-q)*p + q*sum.p[i]
	}
	return sum
}

// or returns the distribution that is the other with probability p.
func (t textbook) or(p float64, u textbook) textbook {
	mixed := textbook{t.step, make([]float64, len(t.p))}
	for k := range t.p {
		mixed.p[k] = (1-p)*t.p[k] + p*u.p[k]
	}
	return mixed
}

// A scale is a factor of losses.
type scale float64

// year returns a year with one loss a, on average, and perhaps one b.
func (f scale) year(a, b dist.Dist) textbook {
	const step, n = 0.02, 1500
	a, b = must(dist.NewScaled(a, float64(f))), must(dist.NewScaled(b, float64(f)))
	return rounded(a, step, n, 0, math.Inf(1)).compound(must(dist.NewPoisson(1))).
		plus(rounded(b, step, n, 0, math.Inf(1)).compound(must(dist.NewBernoulli(0.3))))
}

// mapped returns the distribution of a function of the loss.
func (t textbook) mapped(f func(x float64) float64) textbook {
	to := textbook{t.step, make([]float64, len(t.p))}
	for k, p := range t.p {
		to.p[int(math.Round(f(float64(k)*t.step)/t.step))] += p
	}
	return to
}

// layer returns what is above a retention, up to a limit.
func (t textbook) layer(retention, limit float64) textbook {
	cut := textbook{t.step, make([]float64, len(t.p))}
	for k, p := range t.p {
		cut.p[int(math.Round(min(max(float64(k)*t.step-retention, 0), limit)/t.step))] += p
	}
	return cut
}

func (t textbook) quantile(p float64) float64 {
	sum := 0.0
	for k, q := range t.p {
		if sum += q; sum >= p-1e-13 {
			return float64(k) * t.step
		}
	}
	return math.Inf(1)
}

// TestTextbook holds the exact engine against direct convolution, which is off
// by about a step.
func TestTextbook(t *testing.T) {
	const step, n = 0.02, 1500
	gamma, exponential := must(dist.NewGamma(2, 0.5)), must(dist.NewExponential(1))
	none := math.Inf(1)
	limited := rounded(gamma, step, n, 0.5, 1.5)
	happens, factor := rounded(must(dist.NewConstant(0)), step, n, 0, none), must(dist.NewEmpirical([]float64{0.5, 1, 2, 2}, nil))
	half, whole, double := scale(0.5), scale(1), scale(2)
	for name, c := range map[string]struct {
		scenarios []loss.Scenario
		want      textbook
	}{
		"retention and limit": {
			[]loss.Scenario{{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma, EventRetention: 0.5, EventLimit: 1.5}},
			limited.compound(must(dist.NewPoisson(2))),
		},
		"two limits": {
			[]loss.Scenario{
				{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma, EventRetention: 0.5, EventLimit: 1.5},
				{ID: "b", Frequency: loss.Binomial{Trials: 3, Probability: loss.Fixed(0.3)}, Severity: exponential, EventLimit: 1.3},
			},
			limited.compound(must(dist.NewPoisson(2))).plus(rounded(exponential, step, n, 0, 1.3).compound(must(dist.NewBinomial(3, 0.3)))),
		},
		"a stage": {
			[]loss.Scenario{{
				ID: "a", Frequency: loss.NegativeBinomial{Mean: 1.5, Dispersion: 0.5}, Severity: gamma,
				Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(0.3), Severity: exponential}},
			}},
			rounded(gamma, step, n, 0, none).with(0.3, rounded(exponential, step, n, 0, none)).compound(must(dist.NewNegBinomialMean(1.5, 0.5))),
		},
		"a stage that is known": {
			[]loss.Scenario{{
				ID: "a", Frequency: loss.Exactly{Events: 2}, Severity: must(dist.NewConstant(1)),
				Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(0.3), Severity: gamma}},
			}},
			rounded(must(dist.NewConstant(1)), step, n, 0, none).with(0.3, rounded(gamma, step, n, 0, none)).compound(must(dist.NewFixed(2))),
		},
		"a rate that varies": {
			[]loss.Scenario{{
				ID: "a", Frequency: loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewUniform(0, 3))}}, Severity: gamma,
			}},
			rounded(gamma, step, n, 0, none).compound(must(dist.NewMixedPoisson(must(dist.NewUniform(0, 3))))),
		},
		"a limit of an event with a stage": {
			[]loss.Scenario{{
				ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma, EventRetention: 0.5, EventLimit: 1.5,
				Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(0.3), Severity: exponential}},
			}},
			rounded(gamma, step, n, 0, none).with(0.3, rounded(exponential, step, n, 0, none)).layer(0.5, 1.5).compound(must(dist.NewPoisson(2))),
		},
		"a retention and limit of the year": {
			[]loss.Scenario{
				{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma, AnnualRetention: 0.7, AnnualLimit: 3},
				{ID: "b", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.3)}, Severity: exponential},
			},
			rounded(gamma, step, n, 0, none).compound(must(dist.NewPoisson(2))).layer(0.7, 3).
				plus(rounded(exponential, step, n, 0, none).compound(must(dist.NewBernoulli(0.3)))),
		},
		"limits of event and year": {
			[]loss.Scenario{
				{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma, EventLimit: 1, AnnualRetention: 1.2, AnnualLimit: 2.5},
			},
			rounded(gamma, step, n, 0, 1).compound(must(dist.NewPoisson(2))).layer(1.2, 2.5),
		},
		"a layer": {
			[]loss.Scenario{{ID: "layered", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma, EventLimit: 3}},
			rounded(gamma, step, n, 0, 3).mapped(func(x float64) float64 { return x - min(max(x-0.5, 0), 1) }).compound(must(dist.NewPoisson(2))),
		},
		"a layer and a stage": {
			[]loss.Scenario{{
				ID: "layered", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: gamma,
				Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(0.3), Severity: exponential}},
			}},
			rounded(gamma, step, n, 0, none).with(0.3, rounded(exponential, step, n, 0, none)).
				mapped(func(x float64) float64 { return x - min(max(x-0.5, 0), 1) }).compound(must(dist.NewPoisson(2))),
		},
		"a cause": {
			[]loss.Scenario{
				{ID: "hit", Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: gamma},
				{ID: "hit too", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.3)}, Severity: exponential},
			},
			rounded(gamma, step, n, 0, none).compound(must(dist.NewPoisson(1))).
				plus(rounded(exponential, step, n, 0, none).compound(must(dist.NewBernoulli(0.3)))).
				plus(happens.with(0.6, rounded(gamma, step, n, 0, none)).with(0.8, rounded(exponential, step, n, 0, none)).compound(must(dist.NewPoisson(0.5)))),
		},
		"a cause of events with stages": {
			[]loss.Scenario{
				{
					ID: "hit", Frequency: loss.Poisson{Rate: loss.Fixed(0)}, Severity: gamma,
					Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(0.3), Severity: exponential}},
				},
				{ID: "hit too", Frequency: loss.Poisson{Rate: loss.Fixed(0)}, Severity: exponential},
			},
			happens.with(0.6, rounded(gamma, step, n, 0, none).with(0.3, rounded(exponential, step, n, 0, none))).
				with(0.8, rounded(exponential, step, n, 0, none)).compound(must(dist.NewPoisson(0.5))),
		},
		"a factor of losses that two share in a year": {
			[]loss.Scenario{
				{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: gamma, LossFactor: yearly("f", factor)},
				{ID: "b", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.3)}, Severity: exponential, LossFactor: yearly("f", factor)},
			},
			half.year(gamma, exponential).or(0.5, whole.year(gamma, exponential)).or(0.5, double.year(gamma, exponential)),
		},
		"a constant and a curve": {
			[]loss.Scenario{
				{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: must(dist.NewConstant(0.7))},
				{ID: "b", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.2)}, Severity: exponential},
			},
			rounded(must(dist.NewConstant(0.7)), step, n, 0, none).compound(must(dist.NewPoisson(1))).
				plus(rounded(exponential, step, n, 0, none).compound(must(dist.NewBernoulli(0.2)))),
		},
	} {
		t.Run(name, func(t *testing.T) {
			m := loss.Model{ID: "m", Scenarios: c.scenarios}
			switch c.scenarios[0].ID {
			case "hit":
				m.Causes = []loss.Cause{{ID: "c", Rate: loss.Fixed(0.5), Hits: []loss.Hit{
					{Scenario: "hit", Probability: loss.Fixed(0.6)}, {Scenario: "hit too", Probability: loss.Fixed(0.8)},
				}}}
			case "layered":
				m.Layers = []loss.Layer{{ID: "low", Retention: 0.5, Limit: 0.4}, {ID: "high", Retention: 0.9, Limit: 0.6}}
			}
			r, err := must(loss.Compile(m)).Exact(t.Context(), loss.ExactOptions{})
			require.NoError(t, err)
			for _, p := range []float64{0.6, 0.9, 0.95, 0.99, 0.999} {
				require.InDelta(t, c.want.quantile(p), r.VaR(p).Value, 0.75*step, "VaR %v", p)
			}
			mean := 0.0
			for k, p := range c.want.p {
				mean += p * float64(k) * step
			}
			require.InDelta(t, mean, r.Mean().Value, 2e-3)
			sum := 0.0
			for _, c := range r.Contributions() {
				sum += c.Mean.Value
			}
			require.InEpsilon(t, r.Mean().Value, sum, 1e-12)
		})
	}
}

// TestWrongEngines holds that the mistakes of other tools are seen: the same
// mean, and another VaR than that of the vectors.
func TestWrongEngines(t *testing.T) {
	severity := must(dist.LogNormal90(20e3, 1e6))
	right := exact(t, loss.ExactOptions{}, typical())
	wrong := map[string]loss.Scenario{
		"a frequency that is a number, times one severity": {ID: "a", Frequency: loss.Exactly{Events: 1}, Severity: must(dist.LogNormal90(60e3, 3e6))},
		"as many events each year":                         {ID: "a", Frequency: loss.Exactly{Events: 3}, Severity: severity},
		"the mean of all events":                           {ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(3)}, Severity: must(dist.NewConstant(severity.Mean()))},
	}
	for name, s := range wrong {
		t.Run(name, func(t *testing.T) {
			r := exact(t, loss.ExactOptions{}, s)
			require.InEpsilon(t, right.Mean().Value, r.Mean().Value, 1e-9)
			for _, p := range []float64{0.95, 0.99, 0.999} {
				v := r.VaR(p)
				require.Greater(t, math.Abs(v.Value/right.VaR(p).Value-1), 0.01, "VaR %v", p)
				require.False(t, v.Low <= right.VaR(p).Value && right.VaR(p).Value <= v.High)
			}
		})
	}
}
