package loss_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Retention and limit are of the loss in money of its day: what makes losses
// larger, for a year or by a factor, does so before they are limited. So it is for
// events, and for products.
func TestLimitsOfProductsDoNotGrow(t *testing.T) {
	drawn := loss.Uncertain{Per: loss.Year, Dist: must(dist.NewUniform(2, 4))}
	for name, tc := range map[string]struct {
		frequency loss.Frequency
		factor    loss.Uncertain
		want      [2]float64
	}{
		"event":        {loss.Exactly{Events: 1}, loss.Fixed(3), [2]float64{25, 25}},
		"product":      {loss.Multiplied{Rate: loss.Fixed(1)}, loss.Fixed(3), [2]float64{25, 25}},
		"drawn factor": {loss.Multiplied{Rate: loss.Fixed(2)}, drawn, [2]float64{45, 50}}, // E min(U-5, 25) is 22.5 for U from 20 to 40, and 25 from 30 on
		"no factor":    {loss.Multiplied{Rate: loss.Fixed(2)}, loss.Uncertain{}, [2]float64{10, 20}},
	} {
		t.Run(name, func(t *testing.T) {
			s := must(must(loss.Compile(loss.Model{ID: "limited", Years: 2, Scenarios: []loss.Scenario{{
				ID: "a", Frequency: tc.frequency, Severity: must(dist.NewConstant(10)), LossFactor: tc.factor,
				EventRetention: 5, EventLimit: 25, LossTrend: 0.5,
			}}})).Simulate(t.Context(), loss.SimOptions{Trials: 1 << 16}))
			for year, want := range tc.want {
				require.InEpsilon(t, want, must(s.Year(year+1)).Mean().Value, 0.005)
			}
		})
	}
}
