package loss_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestEnginesAgree holds the two engines against each other: none of their
// figures are further apart than chance explains.
func TestEnginesAgree(t *testing.T) {
	lognormal, exponential := must(dist.NewLogNormal(0, 1)), must(dist.NewExponential(2))
	rate, factor := must(dist.NewPERT(0.5, 1, 4)), must(dist.NewLogNormal(0, 0.3))
	fine := []loss.Stage{{ID: "fine", Probability: loss.Uncertain{Per: loss.Event, Dist: must(dist.NewUniform(0.1, 0.5))}, Severity: exponential}}
	for name, m := range map[string]loss.Model{
		"thinned, with a factor": {Scenarios: []loss.Scenario{{
			ID: "a", Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 0.4}, Severity: lognormal, Vulnerability: loss.Fixed(0.4),
			LossFactor: loss.Fixed(1.5), Then: fine,
		}}},
		"retention and limit of events with stages, and of years": {Scenarios: []loss.Scenario{{
			ID: "a", Frequency: poisson(2), Severity: lognormal, Then: fine,
			EventRetention: 0.5, EventLimit: 6, AnnualRetention: 1, AnnualLimit: 9,
		}}},
		"what two share in a year": {Scenarios: []loss.Scenario{
			{ID: "a", Frequency: poisson(1), Severity: lognormal, RateFactor: yearly("r", rate), LossFactor: yearly("", factor)},
			{ID: "b", Frequency: poisson(0.5), Severity: exponential, RateFactor: yearly("r", rate)},
		}},
		"a vulnerability and a stage that vary by year": {Scenarios: []loss.Scenario{{
			ID: "a", Frequency: loss.Binomial{Trials: 4, Probability: loss.Fixed(0.5)}, Severity: lognormal,
			Vulnerability: yearly("v", must(dist.NewUniform(0, 1))),
			Then:          []loss.Stage{{ID: "s", Probability: yearly("v", must(dist.NewUniform(0, 1))), Severity: exponential}},
		}}},
		"what nobody knows, over three years": {Years: 3, Discount: 0.05, Scenarios: []loss.Scenario{
			{ID: "a", Frequency: loss.Poisson{Rate: unknown("r", rate)}, Severity: lognormal, RateTrend: 0.1},
			{ID: "b", Frequency: poisson(1), Severity: exponential, RateFactor: unknown("r", rate), LossTrend: 0.1},
		}},
		"causes and layers": {
			Scenarios: []loss.Scenario{
				{ID: "a", Frequency: poisson(1), Severity: lognormal, Then: fine},
				{ID: "b", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.3)}, Severity: exponential, EventLimit: 5},
			},
			Causes: []loss.Cause{{ID: "c", Rate: loss.Fixed(0.5), Hits: []loss.Hit{
				{Scenario: "a", Probability: loss.Fixed(0.9)}, {Scenario: "b", Probability: loss.Fixed(0.5)},
			}}},
			Layers: []loss.Layer{{ID: "l", Scenarios: []string{"a"}, Retention: 1, Limit: 4, Premium: 0.5}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			m.ID = "m"
			plan := must(loss.Compile(m))
			r, err := plan.Exact(t.Context(), loss.ExactOptions{Tolerance: 1e-5})
			require.NoError(t, err)
			s, err := plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 18, Seed: 7, Largest: true})
			require.NoError(t, err)
			for _, a := range s.Against(r) {
				require.LessOrEqual(t, a.Distance, 4.5, "%+v", a)
			}
			for _, p := range r.AEP()[10:20] {
				want, got := r.Occurrence(p.Loss), s.Occurrence(p.Loss)
				require.InDelta(t, want.Value, got.Value, 1.5*(got.High-got.Low)+want.High-want.Low, "P(M > %v)", p.Loss)
			}
		})
	}
}
