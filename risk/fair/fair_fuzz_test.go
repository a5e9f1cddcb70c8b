package fair_test

import (
	"context"
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// FuzzTree reads a tree, makes a scenario of it and explains it.
func FuzzTree(f *testing.F) {
	f.Add(must(json.Marshal(full())))
	f.Add(must(json.Marshal(yardstick())))
	f.Add([]byte(`{"lef":{"dist":"constant(value=2)"},"primary":"pareto(min=1, shape=0.9)","secondary":[{"slef":{"dist":"constant(value=0)"},"slm":"lomax(shape=0.5, scale=1)"}]}`))
	f.Add([]byte(`{"lef":{"dist":"constant(value=2)"},"primary":"exponential(mean=1)","secondary":[{"slef":{"dist":"constant(value=0.1)"},"forms":{"response":"exponential(mean=1)","reputation":"exponential(mean=1)"}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var tree fair.Tree
		if len(text) > 2000 || json.Unmarshal(text, &tree) != nil {
			return
		}
		var back fair.Tree
		require.NoError(t, json.Unmarshal(must(json.Marshal(tree)), &back))
		s, err := tree.Scenario("s")
		product, fault := tree.Product("s")
		if err == nil {
			require.NoError(t, fault)
			_, _ = loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{s}}) // a rate may be too heavy for it
		}
		if fault != nil {
			return
		}
		_, err = loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{product}})
		require.NoError(t, err)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		nodes, err := tree.Explain(ctx)
		if err != nil {
			return
		}
		for _, n := range nodes {
			for _, e := range []loss.Estimate{n.Mean, n.P5, n.P95} {
				require.True(t, e.Basis == loss.Refused || e.Low <= e.Value && e.Value <= e.High, "%s %+v", n.Factor, e)
			}
		}
	})
}

// FuzzVulnerability holds that a probability comes out, and the complement.
func FuzzVulnerability(f *testing.F) {
	for i, a := range of {
		f.Add(a, of[(i+1)%len(of)])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if len(a)+len(b) > 300 {
			return
		}
		capability, err := dist.Parse(a)
		if err != nil {
			return
		}
		resistance, err := dist.Parse(b)
		if err != nil {
			return
		}
		v := must(fair.Vulnerability(capability, resistance))
		require.True(t, v >= 0 && v <= 1, "%v", v)
		w := must(fair.Vulnerability(resistance, capability))
		require.LessOrEqual(t, v+w, 1+1e-9)
		require.False(t, math.IsNaN(v+w))
	})
}
