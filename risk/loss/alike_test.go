package loss_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

func yearly(name string, d dist.Dist) loss.Uncertain {
	return loss.Uncertain{Name: name, Per: loss.Year, Dist: d}
}

func unknown(name string, d dist.Dist) loss.Uncertain {
	return loss.Uncertain{Name: name, Per: loss.Once, Dist: d}
}

func mixedRate(d dist.Dist) loss.Poisson { return loss.Poisson{Rate: yearly("", d)} }

// TestAlike holds that models which say the same in other words have the same
// result, where events do not all lead to losses, or depend on each other.
func TestAlike(t *testing.T) {
	lognormal, exponential := must(dist.NewLogNormal(1, 1)), must(dist.NewExponential(2))
	rate := must(dist.NewUniform(0, 3))
	one := func(s loss.Scenario) loss.Model {
		s.ID = "s"
		if s.Severity == nil {
			s.Severity = lognormal
		}
		return loss.Model{ID: "m", Scenarios: []loss.Scenario{s}}
	}
	several := func(all ...loss.Scenario) loss.Model {
		for i := range all {
			all[i].ID = string(rune('a' + i))
			if all[i].Severity == nil {
				all[i].Severity = lognormal
			}
		}
		return loss.Model{ID: "m", Scenarios: all}
	}
	half := loss.Fixed(0.5)
	for name, c := range map[string]struct{ a, b loss.Model }{
		"thinned Poisson": {
			one(loss.Scenario{Frequency: poisson(1.5)}),
			one(loss.Scenario{Frequency: poisson(3), Vulnerability: half}),
		},
		"thinned Poisson, by a probability for each event": {
			one(loss.Scenario{Frequency: poisson(1.5)}),
			one(loss.Scenario{Frequency: poisson(3), Vulnerability: loss.Uncertain{Per: loss.Event, Dist: must(dist.NewUniform(0.2, 0.8))}}),
		},
		"thinned negative binomial": {
			one(loss.Scenario{Frequency: loss.NegativeBinomial{Mean: 1.5, Dispersion: 0.5}}),
			one(loss.Scenario{Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 0.5}, Vulnerability: half}),
		},
		"thinned trials": {
			one(loss.Scenario{Frequency: loss.Binomial{Trials: 5, Probability: loss.Fixed(0.2)}}),
			one(loss.Scenario{Frequency: loss.Binomial{Trials: 5, Probability: loss.Fixed(0.4)}, Vulnerability: half}),
		},
		"thinned event": {
			one(loss.Scenario{Frequency: loss.Bernoulli{Probability: loss.Fixed(0.2)}}),
			one(loss.Scenario{Frequency: loss.Bernoulli{Probability: loss.Fixed(0.4)}, Vulnerability: half}),
		},
		"thinned number": {
			one(loss.Scenario{Frequency: loss.Binomial{Trials: 5, Probability: half}}),
			one(loss.Scenario{Frequency: loss.Exactly{Events: 5}, Vulnerability: half}),
		},
		"nothing is vulnerable": {
			one(loss.Scenario{Frequency: poisson(0)}),
			one(loss.Scenario{Frequency: poisson(3), Vulnerability: loss.Fixed(0)}),
		},
		"factors that are known": {
			one(loss.Scenario{Frequency: poisson(3), Severity: must(dist.NewExponential(4))}),
			one(loss.Scenario{Frequency: poisson(1.5), Severity: exponential, RateFactor: loss.Fixed(2), LossFactor: loss.Fixed(2)}),
		},
		"a factor of losses is one of stages too": {
			one(loss.Scenario{
				Frequency: poisson(1), Severity: must(dist.NewExponential(4)),
				Then: []loss.Stage{{ID: "s", Probability: half, Severity: must(dist.NewExponential(1))}},
			}),
			one(loss.Scenario{
				Frequency: poisson(1), Severity: exponential, LossFactor: loss.Fixed(2),
				Then: []loss.Stage{{ID: "s", Probability: half, Severity: must(dist.NewExponential(0.5))}},
			}),
		},
		"no losses": {
			one(loss.Scenario{Frequency: poisson(0)}),
			one(loss.Scenario{Frequency: poisson(3), LossFactor: loss.Fixed(0)}),
		},
		"a known amount by a factor for each event": {
			one(loss.Scenario{Frequency: poisson(2), Severity: must(dist.NewExponential(6))}),
			one(loss.Scenario{
				Frequency: poisson(2), Severity: must(dist.NewConstant(3)), LossFactor: loss.Uncertain{Per: loss.Event, Dist: exponential},
			}),
		},
		"a rate factor of the year": {
			one(loss.Scenario{Frequency: mixedRate(rate)}),
			one(loss.Scenario{Frequency: poisson(3), RateFactor: yearly("", must(dist.NewUniform(0, 1)))}),
		},
		"a vulnerability of the year": {
			one(loss.Scenario{Frequency: mixedRate(rate)}),
			one(loss.Scenario{Frequency: poisson(6), Vulnerability: yearly("", must(dist.NewUniform(0, 0.5)))}),
		},
		"a rate of the year that two share": {
			one(loss.Scenario{Frequency: mixedRate(rate)}),
			several(loss.Scenario{Frequency: loss.Poisson{Rate: yearly("r", must(dist.NewUniform(0, 1.5)))}},
				loss.Scenario{Frequency: loss.Poisson{Rate: yearly("r", must(dist.NewUniform(0, 1.5)))}}),
		},
		"a rate of the year that two share is gamma": {
			one(loss.Scenario{Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 0.5}}),
			several(loss.Scenario{Frequency: loss.Poisson{Rate: yearly("r", must(dist.NewGamma(2, 0.75)))}},
				loss.Scenario{Frequency: loss.Poisson{Rate: yearly("r", must(dist.NewGamma(2, 0.75)))}}),
		},
		"a probability of the year, of a stage of no more than one event": {
			one(loss.Scenario{Frequency: loss.Bernoulli{Probability: half}, Then: []loss.Stage{{ID: "s", Probability: half, Severity: exponential}}}),
			one(loss.Scenario{
				Frequency: loss.Bernoulli{Probability: half},
				Then:      []loss.Stage{{ID: "s", Probability: yearly("", must(dist.NewUniform(0.2, 0.8))), Severity: exponential}},
			}),
		},
		"a factor of the year, of no more than one event": {
			one(loss.Scenario{Frequency: loss.Bernoulli{Probability: half}, Severity: must(dist.NewLogNormal(1.5, 1.25))}),
			one(loss.Scenario{
				Frequency: loss.Bernoulli{Probability: half}, Severity: lognormal,
				LossFactor: yearly("", must(dist.NewLogNormal(0.5, 0.75))),
			}),
		},
		"in one year, what is not known is as what varies": {
			one(loss.Scenario{Frequency: mixedRate(rate)}),
			one(loss.Scenario{Frequency: loss.Poisson{Rate: unknown("", rate)}}),
		},
		"one of three values": {
			one(loss.Scenario{Frequency: mixedRate(must(dist.NewEmpirical([]float64{1, 2, 4}, nil)))}),
			one(loss.Scenario{Frequency: loss.Poisson{Rate: unknown("", must(dist.NewEmpirical([]float64{1, 2, 4}, nil)))}}),
		},
		"a limit of the year, of no more than one event": {
			one(loss.Scenario{Frequency: loss.Bernoulli{Probability: half}, EventRetention: 1, EventLimit: 20}),
			one(loss.Scenario{Frequency: loss.Bernoulli{Probability: half}, AnnualRetention: 1, AnnualLimit: 20}),
		},
		"a limit of the year, never reached": {
			one(loss.Scenario{Frequency: loss.Exactly{Events: 2}, Severity: must(dist.NewUniform(1, 2))}),
			one(loss.Scenario{Frequency: loss.Exactly{Events: 2}, Severity: must(dist.NewUniform(1, 2)), AnnualLimit: 4}),
		},
		"a limit of events that are steps": {
			one(loss.Scenario{Frequency: loss.Binomial{Trials: 2, Probability: half}, Severity: must(dist.NewConstant(3)), EventLimit: 2}),
			one(loss.Scenario{Frequency: loss.Binomial{Trials: 2, Probability: half}, Severity: must(dist.NewConstant(2)), AnnualLimit: 9}),
		},
		"a limit of an event with stages, never reached": {
			one(loss.Scenario{Frequency: poisson(1), Severity: must(dist.NewUniform(1, 2)), Then: []loss.Stage{{ID: "s", Probability: half, Severity: must(dist.NewUniform(0, 2))}}}),
			one(loss.Scenario{
				Frequency: poisson(1), Severity: must(dist.NewUniform(1, 2)), EventLimit: 4,
				Then: []loss.Stage{{ID: "s", Probability: half, Severity: must(dist.NewUniform(0, 2))}},
			}),
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, err := must(loss.Compile(c.a)).Exact(t.Context(), loss.ExactOptions{At: levels})
			require.NoError(t, err)
			b, err := must(loss.Compile(c.b)).Exact(t.Context(), loss.ExactOptions{At: levels})
			require.NoError(t, err)
			same(t, a, b, 1)
		})
	}
}
