package loss_test

import (
	"context"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

func TestEmptyResultRefuses(t *testing.T) {
	var r loss.Result
	for _, e := range []loss.Estimate{r.Mean(), r.SD(), r.P0(), r.VaR(0.9), r.TVaR(0.9), r.Exceedance(1), r.Occurrence(1)} {
		require.Equal(t, loss.Refused, e.Basis)
		require.Contains(t, e.Reason, "no result of Plan.Exact")
	}
	require.Empty(t, r.AEP())
	require.Empty(t, r.OEP())
	require.Empty(t, r.Contributions())
}

func TestExactRefusesLossesThatAreHardlyNumbers(t *testing.T) {
	plan := must(loss.Compile(loss.Model{ID: "tiny", Scenarios: []loss.Scenario{{
		ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: must(dist.NewLogNormal(1, 1)), AnnualLimit: 5e-324,
	}}}))
	_, err := plan.Exact(t.Context(), loss.ExactOptions{})
	require.ErrorContains(t, err, "reach: got losses of 4.9e-324")
}

// The mean of trials has no interval where their variance is infinite, whatever
// makes it so: a limit of events does not bound how many there are.
func TestNumbersOfInfiniteVarianceRefuseAverages(t *testing.T) {
	heavy := loss.Uncertain{Per: loss.Year, Dist: must(dist.NewLomax(1.5, 1))}
	scenario := loss.Scenario{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: must(dist.NewLogNormal(1, 1)), EventLimit: 9}
	hit := []loss.Cause{{ID: "c", Rate: heavy, Hits: []loss.Hit{{Scenario: "a", Probability: loss.Fixed(1)}}}}
	factor := scenario
	factor.RateFactor = heavy
	capped := scenario
	capped.AnnualLimit = 20
	for name, tc := range map[string]struct {
		model loss.Model
		want  loss.Basis
	}{
		"the rate of a cause":                 {loss.Model{Scenarios: []loss.Scenario{scenario}, Causes: hit}, loss.Refused},
		"the factor of a rate":                {loss.Model{Scenarios: []loss.Scenario{factor}}, loss.Refused},
		"the rate of a cause, below a limit":  {loss.Model{Scenarios: []loss.Scenario{capped}, Causes: hit}, loss.Sampled},
		"a rate that is known, below a limit": {loss.Model{Scenarios: []loss.Scenario{scenario}}, loss.Sampled},
	} {
		t.Run(name, func(t *testing.T) {
			tc.model.ID = "heavy"
			s := must(must(loss.Compile(tc.model)).Simulate(t.Context(), loss.SimOptions{Trials: 1 << 12}))
			require.Equal(t, tc.want, s.Mean().Basis)
			require.Equal(t, tc.want, s.Contributions()[0].Mean.Basis)
			require.Equal(t, loss.Sampled, s.VaR(0.9).Basis)
		})
	}
}

// Making the tables of a thousand scenarios takes longer than a context that has
// ended may wait.
func TestCancelledBeforeTablesAreMade(t *testing.T) {
	m := loss.Model{ID: "large", Years: 5}
	for i := range 1000 {
		m.Scenarios = append(m.Scenarios, loss.Scenario{
			ID: strconv.Itoa(i), Frequency: loss.Poisson{Rate: loss.Fixed(1)}, Severity: must(dist.NewLogNormal(float64(i)/100, 1)),
		})
	}
	plan := must(loss.Compile(m))
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	called := time.Now()
	_, err := plan.Simulate(ended, loss.SimOptions{Trials: 1 << 12})
	require.ErrorIs(t, err, context.Canceled)
	require.Less(t, time.Since(called), 500*time.Millisecond) // 50 ms, but for what else the machine does
}
