package loss_test

import (
	"context"
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss"
)

// FuzzCompile reads a model, compiles it and, if it is small, computes it.
func FuzzCompile(f *testing.F) {
	f.Add(must(json.Marshal(full())))
	f.Add([]byte(`{"id":"m","scenarios":[{"id":"s","frequency":{"poisson":{"rate":{"dist":"constant(value=3)"}}},"severity":"exponential(mean=1)"}]}`))
	f.Add([]byte(`{"id":"m","years":3,"scenarios":[{"id":"s","frequency":{"bernoulli":{"probability":{"per":"year","dist":"uniform(min=0, max=1)"}}},"severity":"pareto(min=1, shape=0.9)","eventLimit":1e300}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var m loss.Model
		if json.Unmarshal(text, &m) != nil {
			return
		}
		plan, err := loss.Compile(m)
		if err != nil {
			require.NotEmpty(t, err.Error())
			return
		}
		require.NoError(t, json.Unmarshal(must(json.Marshal(m)), &loss.Model{}))
		if len(plan.Engines()[0].Forbids) > 0 || len(m.Scenarios)*max(m.Years, 1) > 3 {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		r, err := plan.Exact(ctx, loss.ExactOptions{Tolerance: 0.1, MostPoints: 1 << 11})
		if err != nil {
			return
		}
		for _, e := range []loss.Estimate{r.Mean(), r.SD(), r.P0(), r.VaR(0.5), r.VaR(0.99), r.TVaR(0.99), r.Exceedance(1), r.Occurrence(1)} {
			require.False(t, math.IsNaN(e.Value) || e.Value < 0, "%+v", e)
			require.True(t, e.Basis == loss.Refused || e.Low <= e.Value && e.Value <= e.High, "%+v", e)
		}
	})
}
