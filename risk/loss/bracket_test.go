package loss_test

import (
	"errors"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestBounds holds that what is called a bound holds the vectors, and not by
// being wide.
func TestBounds(t *testing.T) {
	for _, v := range readVectors(t).Models {
		t.Run(v.ID, func(t *testing.T) {
			var all []loss.Scenario
			for i, p := range v.Parts {
				all = append(all, p.scenario(t, string(rune('a'+i))))
			}
			o := loss.ExactOptions{Tolerance: 1e-5, Bound: 0.2, At: []float64{0.95, 0.99, 0.9991}}
			r := exact(t, o, all...)
			for _, p := range []string{"0.95", "0.99", "0.999"} {
				for what, c := range map[string]struct {
					want float64
					got  loss.Estimate
				}{
					"VaR":   {v.VaR[p], r.VaR(prob(t, p))},
					"TVaR":  {v.TVaR[p], r.TVaR(prob(t, p))},
					"P > x": {1 - prob(t, p), r.Exceedance(v.VaR[p])},
				} {
					require.Equal(t, loss.Bounded, c.got.Basis)
					require.LessOrEqual(t, c.got.Low, c.want, "%s %s", what, p)
					require.GreaterOrEqual(t, c.got.High, c.want, "%s %s", what, p)
					if what == "VaR" {
						require.Less(t, c.got.High-c.got.Low, 0.4*c.want, "%s %s", what, p)
					}
				}
			}
		})
	}
}

// TestBoundsOfSteps holds bounds where losses are on the points of the lattice,
// have stages and limits, or no mean.
func TestBoundsOfSteps(t *testing.T) {
	gamma := must(dist.NewGamma(2, 0.5))
	for name, s := range map[string]loss.Scenario{
		"constant": {Frequency: poisson(2), Severity: must(dist.NewConstant(3))},
		"limit":    {Frequency: poisson(2), Severity: gamma, EventRetention: 0.5, EventLimit: 1},
		"stage":    {Frequency: poisson(2), Severity: gamma, Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(0.5), Severity: gamma}}},
		"no mean":  {Frequency: loss.Bernoulli{Probability: loss.Fixed(0.5)}, Severity: must(dist.NewPareto(1, 0.9))},
	} {
		t.Run(name, func(t *testing.T) {
			s.ID = "s"
			fine := exact(t, loss.ExactOptions{}, s)
			r := exact(t, loss.ExactOptions{Bound: 0.1}, s)
			for _, p := range []float64{0.95, 0.99, 0.999} {
				want, got := fine.VaR(p).Value, r.VaR(p)
				require.True(t, got.Low <= want*(1+1e-12) && want <= got.High*(1+1e-12), "%v in %v to %v", want, got.Low, got.High)
				if !math.IsInf(r.Mean().Value, 1) {
					want, got := fine.TVaR(p).Value, r.TVaR(p)
					require.True(t, got.Low <= want*(1+1e-12) && want <= got.High*(1+1e-12), "%v in %v to %v", want, got.Low, got.High)
				}
			}
		})
	}
}

func TestBoundsHaveLimits(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	_, err := plan.Exact(t.Context(), loss.ExactOptions{Bound: 1e-6, MostPoints: 1 << 13})
	wide, ok := errors.AsType[*loss.ToleranceError](err)
	require.True(t, ok)
	require.Equal(t, 1<<13, wide.Points)
	require.Greater(t, wide.Got, 1e-4)
	_, err = plan.Exact(t.Context(), loss.ExactOptions{Bound: -1})
	require.EqualError(t, err, "loss: exact: Bound: got -1, want 1e-6 to 1")
}
