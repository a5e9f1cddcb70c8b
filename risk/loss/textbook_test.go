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
			r := exact(t, loss.ExactOptions{}, c.scenarios...)
			for _, p := range []float64{0.6, 0.9, 0.95, 0.99, 0.999} {
				require.InDelta(t, c.want.quantile(p), r.VaR(p).Value, 0.75*step, "VaR %v", p)
			}
			mean := 0.0
			for k, p := range c.want.p {
				mean += p * float64(k) * step
			}
			require.InDelta(t, mean, r.Mean().Value, 1e-3)
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
