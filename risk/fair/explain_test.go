package fair_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// table writes the nodes as lines.
func table(nodes []fair.Node) string {
	var b strings.Builder
	for _, n := range nodes {
		fmt.Fprintf(&b, "%-34s %-40s", n.Factor, n.Derived)
		for _, e := range []loss.Estimate{n.Mean, n.P5, n.P95} {
			if e.Basis == loss.Refused {
				fmt.Fprintf(&b, " %10s", "refused")
				continue
			}
			fmt.Fprintf(&b, " %10.6g", e.Value)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestExplain(t *testing.T) {
	var b strings.Builder
	b.WriteString("# factor, from what, mean, 5 %, 95 %\n")
	for _, tree := range []fair.Tree{
		yardstick(), full(),
		{LEF: loss.Fixed(2), Primary: parse("constant(value=100)")},
		{TEF: per(loss.Once, "uniform(min=1, max=3)"), Vulnerability: per(loss.Event, "uniform(min=0, max=1)"), Primary: parse("pareto(min=1, shape=0.9)")},
	} {
		b.WriteString("\n" + table(must(tree.Explain(t.Context()))))
	}
	golden.Equal(t, "explain.txt", b.String())
}

// TestExplainProducts compares percentiles of products with those of logarithms
// that add: products of lognormal factors, a probability of which is truncated
// where nothing is.
func TestExplainProducts(t *testing.T) {
	rate, action := must(dist.NewLogNormal(1, 0.5)), must(dist.NewLogNormal(-9, 0.7))
	low := must(dist.NewTruncated(action, math.Inf(-1), 1))
	third := must(dist.NewTruncated(must(dist.NewLogNormal(-8, 0.6)), math.Inf(-1), 1))
	uncertain := func(d dist.Dist) loss.Uncertain { return loss.Uncertain{Per: loss.Year, Dist: d} }
	nodes := must(fair.Tree{
		ContactFrequency: uncertain(rate), ProbabilityOfAction: uncertain(low), Vulnerability: uncertain(third),
		Primary: parse("constant(value=1)"),
	}.Explain(t.Context()))
	for i, of := range []dist.Dist{must(dist.NewLogNormal(1-9-8, math.Sqrt(0.25+0.49+0.36))), must(dist.NewLogNormal(1-9, math.Sqrt(0.25+0.49)))} {
		require.Equal(t, []string{"/lef", "/tef"}[i], nodes[i].Factor)
		require.InEpsilon(t, of.Mean(), nodes[i].Mean.Value, 1e-9)
		for e, want := range map[loss.Estimate]float64{nodes[i].P5: of.Quantile(0.05), nodes[i].P95: of.Quantile(0.95)} {
			require.InEpsilon(t, want, e.Value, 1e-6)
			require.LessOrEqual(t, e.Low-1e-9*want, want)
			require.GreaterOrEqual(t, e.High+1e-9*want, want)
		}
	}
}

// cube returns the products of contacts, action and vulnerability on a grid of
// quantiles.
func cube(tree fair.Tree) []float64 {
	const n = 64
	var all []float64
	var grid [3][n]float64
	for i, u := range []loss.Uncertain{tree.ContactFrequency, tree.ProbabilityOfAction, tree.Vulnerability} {
		for j := range n {
			grid[i][j] = u.Dist.Quantile((float64(j) + 0.5) / n)
		}
	}
	for _, a := range grid[0] {
		for _, b := range grid[1] {
			for _, c := range grid[2] {
				all = append(all, a*b*c)
			}
		}
	}
	return all
}

// TestExplainBruteForce compares a product of three with its values on a grid of
// quantiles.
func TestExplainBruteForce(t *testing.T) {
	tree := full()
	tree.Vulnerability, tree.TCap, tree.Resistance = per(loss.Year, "mixture(weights=[1, 1], of=[constant(value=0.5), pert(min=0, mode=0.1, max=1)])"), nil, nil
	all := cube(tree)
	slices.Sort(all)
	lef := must(tree.Explain(t.Context()))[0]
	require.InEpsilon(t, all[len(all)/20], lef.P5.Value, 0.01)
	require.InEpsilon(t, all[len(all)-len(all)/20], lef.P95.Value, 0.01)
}

// TestExplainRefuses: what is not known has a reason.
func TestExplainRefuses(t *testing.T) {
	one := loss.Uncertain{Name: "n", Per: loss.Year, Dist: parse("uniform(min=0, max=1)")}
	value := parse("exponential(mean=1)")
	tree := fair.Tree{
		ContactFrequency: one, ProbabilityOfAction: one, Vulnerability: loss.Fixed(1), Primary: value,
		Secondary: []fair.Secondary{{SLEF: loss.Fixed(0.5), Forms: fair.Forms{Response: value, Reputation: value}}},
	}
	nodes := must(tree.Explain(t.Context()))
	require.Equal(t, "refused: two of its factors have one name, so they are not independent", nodes[0].Mean.String())
	require.Equal(t, "/magnitude", nodes[5].Factor)
	require.InDelta(t, 2, nodes[5].Mean.Value, 1e-15)
	require.Equal(t, loss.Refused, nodes[0].P95.Basis)
	require.Less(t, nodes[5].P5.Value, nodes[5].P95.Value)

	many := make([]float64, 5000)
	for i := range many {
		many[i] = float64(i+1) / 5000
	}
	points := must(dist.NewEmpirical(many, nil))
	year := loss.Uncertain{Per: loss.Year, Dist: points}
	nodes = must(fair.Tree{ContactFrequency: year, ProbabilityOfAction: year, Vulnerability: year, Primary: value}.Explain(t.Context()))
	require.Contains(t, nodes[0].P5.Reason, "too many points")

	nodes = must(fair.Tree{LEF: loss.Fixed(1), PrimaryForms: fair.Forms{Response: uneven(5000), Reputation: uneven(4000)}}.Explain(t.Context()))
	require.Contains(t, nodes[1].P5.Reason, "loss: exact")

	huge := parse("constant(value=9e29)")
	nodes = must(fair.Tree{LEF: loss.Fixed(1), PrimaryForms: fair.Forms{Response: huge, Reputation: huge}}.Explain(t.Context()))
	require.Contains(t, nodes[1].P5.Reason, "a mean up to 1e30")

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := yardstick().Explain(ctx)
	require.ErrorIs(t, err, context.Canceled)
}

// uneven returns points without a common unit.
func uneven(n int) dist.Dist {
	all := make([]float64, n)
	for i := range all {
		all[i] = math.Sqrt(float64(i + n))
	}
	return must(dist.NewEmpirical(all, nil))
}
