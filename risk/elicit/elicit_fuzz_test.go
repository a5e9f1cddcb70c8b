package elicit_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/elicit"
)

// FuzzPanel holds that any panel, as JSON, is refused or scored by finite
// figures, with weights that sum to 1.
func FuzzPanel(f *testing.F) {
	f.Add([]byte(`{"experts":["A"],"seeds":[{"answer":2,"quantiles":[[1,2,3]]}]}`))
	f.Add([]byte(`{"experts":["A","B"],"probabilities":[0.1,0.9],"overshoot":1,"seeds":[{"answer":2,"log":true,"quantiles":[[1,3],[1e-200,1e200]]}]}`))
	f.Add([]byte(`{"experts":["A","B"],"seeds":[{"answer":-1e290,"quantiles":[[1,2,3],[1e-300,2e-300,1e290]]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var p elicit.Panel
		if json.Unmarshal(data, &p) != nil {
			return
		}
		w, err := p.Optimize()
		if err != nil {
			require.Equal(t, elicit.Weighting{}, w)
			return
		}
		total := 0.0
		for _, s := range w.Scores {
			require.True(t, s.Calibration >= 0 && s.Calibration <= 1, "%+v", s)
			require.False(t, math.IsNaN(s.Information) || math.IsInf(s.Information, 0), "%+v", s)
			total += s.Weight
		}
		require.InDelta(t, 1, total, 1e-9)
		q, err := p.Quantiles(p.Seeds[0], w.Weights())
		if err != nil {
			return
		}
		for i := range q {
			require.False(t, math.IsNaN(q[i]), "%v", q)
			require.True(t, i == 0 || q[i] >= q[i-1], "%v", q)
		}
	})
}

// FuzzUpdate holds that whatever prior is accepted stays a distribution whatever
// is counted.
func FuzzUpdate(f *testing.F) {
	f.Add(0.1, 2.0, 3, 4.0)
	f.Add(1e-9, 1e9, 0, 1e9)
	f.Add(0.3, 0.31, 1000000, 1e-9)
	f.Fuzz(func(t *testing.T, low, high float64, events int, years float64) {
		for _, prior := range []func(float64, float64) (elicit.Rate, error){elicit.RateBetween, elicit.RateMode} {
			r, err := prior(low, high)
			if err != nil {
				require.Equal(t, elicit.Rate{}, r)
				continue
			}
			u, err := r.Update(events, years)
			if err != nil {
				continue
			}
			require.NotContains(t, u.String(), "NaN")
			from, to, err := u.Posterior.Interval(0.9)
			require.NoError(t, err)
			require.True(t, 0 <= from && from <= to && to < math.Inf(1), "%v", u)
			require.True(t, u.Surprise >= 0 && u.Surprise <= 1, "%v", u)
		}
		for _, prior := range []func(float64, float64) (elicit.Chance, error){elicit.ChanceBetween, elicit.ChanceMode} {
			c, err := prior(low, high)
			if err != nil {
				require.Equal(t, elicit.Chance{}, c)
				continue
			}
			u, err := c.Update(events, int(min(max(years, 0), 1e6)))
			if err != nil {
				continue
			}
			from, to, err := u.Posterior.Interval(0.9)
			require.NoError(t, err)
			require.True(t, 0 <= from && from <= to && to <= 1, "%v", u)
			p, err := u.Posterior.Next(10)
			require.NoError(t, err)
			require.True(t, p.None >= 0 && p.None <= 1 && p.Mean >= 0 && p.Mean <= 10, "%+v", p)
		}
	})
}
