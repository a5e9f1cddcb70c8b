package loss_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// What is shared has one value in a trial, however its uniform numbers are drawn:
// a factor F that is uniform from 0 to 2 has the standard deviation 1/√3, and its
// square that of 4/√5 · 2/3.
func TestSharedIsDrawnOnceBySampling(t *testing.T) {
	factor := loss.Uncertain{Per: loss.Year, Dist: must(dist.NewUniform(0, 2))}
	named := factor
	named.Name = "exchange rate"
	one := func(id string, f loss.Frequency, u loss.Uncertain) loss.Scenario {
		return loss.Scenario{ID: id, Frequency: f, Severity: must(dist.NewConstant(1)), LossFactor: u}
	}
	reduced := func(scenario string) loss.Effect {
		return loss.Effect{Scenario: scenario, On: loss.OnSeverity, Reduces: loss.Uncertain{Name: "share", Per: loss.Year, Dist: must(dist.NewUniform(0, 1))}}
	}
	for name, tc := range map[string]struct {
		model    loss.Model
		controls []string
		mean, sd float64
	}{
		"by name, of two scenarios": {
			model: loss.Model{Scenarios: []loss.Scenario{one("a", loss.Exactly{Events: 1}, named), one("b", loss.Exactly{Events: 1}, named)}},
			mean:  2, sd: 1.1547005383792515,
		},
		"by name, of rate and loss": {
			model: loss.Model{Scenarios: []loss.Scenario{one("a", loss.Multiplied{Rate: named}, named)}},
			mean:  4. / 3, sd: 1.1925695879998879,
		},
		"of a scenario and of a cause": { // F (1 + N), with N of Poisson
			model: loss.Model{
				Scenarios: []loss.Scenario{one("a", loss.Exactly{Events: 1}, factor)},
				Causes:    []loss.Cause{{ID: "c", Rate: loss.Fixed(1), Hits: []loss.Hit{{Scenario: "a", Probability: loss.Fixed(1)}}}},
			},
			mean: 2, sd: 1.6329931618554521,
		},
		"by name, of two effects": { // 2 - 2U
			model: loss.Model{
				Scenarios: []loss.Scenario{one("a", loss.Exactly{Events: 1}, loss.Uncertain{}), one("b", loss.Exactly{Events: 1}, loss.Uncertain{})},
				Controls:  []loss.Control{{ID: "c", Effects: []loss.Effect{reduced("a"), reduced("b")}}},
			},
			controls: []string{"c"}, mean: 1, sd: 0.5773502691896257,
		},
	} {
		tc.model.ID = "shared"
		plan := must(must(loss.Compile(tc.model)).With(tc.controls...))
		for _, sampling := range []loss.Sampling{loss.Plain, loss.LatinHypercube, loss.Sobol} {
			t.Run(name+", "+string(must(sampling.MarshalText())), func(t *testing.T) {
				s := must(plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 16, Sampling: sampling}))
				require.InDelta(t, tc.mean, s.Mean().Value, 0.03)
				require.InDelta(t, tc.sd, s.SD().Value, 0.03)
			})
		}
	}
}
