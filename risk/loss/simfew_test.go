package loss_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Trials that nothing happens in are counted without being looked at. What is
// counted is what is kept otherwise.
func TestFewEvents(t *testing.T) {
	for _, rate := range []float64{0.0001, 0.1, 0.24, 0.26, 3} {
		t.Run(fmt.Sprint(rate), func(t *testing.T) {
			plan := must(loss.Compile(two(func(m *loss.Model) {
				m.Scenarios[0].Frequency = loss.Poisson{Rate: loss.Fixed(rate)}
				m.Scenarios[1].Frequency = loss.Poisson{Rate: loss.Fixed(0.01)}
				m.Scenarios[1].Severity = must(dist.Parse("mixture(weights=[1, 1], of=[constant(value=0), exponential(mean=2)])"))
				m.Causes = []loss.Cause{{ID: "c", Rate: loss.Fixed(0.01), Hits: []loss.Hit{{Scenario: "a", Probability: loss.Fixed(0.5)}}}}
			})))
			o := loss.SimOptions{Trials: 1 << 16, Seed: 9}
			kept := must(plan.Simulate(context.Background(), o))
			o.Streaming = true
			counted := must(plan.Simulate(context.Background(), o))
			require.Equal(t, kept.P0(), counted.P0())
			require.InEpsilon(t, kept.Mean().Value, counted.Mean().Value, 1e-12)
			for _, x := range []float64{0, 0.5, 2} {
				require.InDelta(t, kept.Exceedance(x).Value, counted.Exceedance(x).Value, 1e-3)
			}
		})
	}
}
