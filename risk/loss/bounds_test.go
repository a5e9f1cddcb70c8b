package loss_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// each returns a model of n scenarios with one event a year each.
func each(n int, severity dist.Dist) loss.Model {
	m := loss.Model{ID: "m"}
	for i := range n {
		m.Scenarios = append(m.Scenarios, loss.Scenario{ID: fmt.Sprint(i), Frequency: loss.Exactly{Events: 1}, Severity: severity})
	}
	return m
}

// For two losses the largest VaR is known: the least of F⁻¹(p + u) + F⁻¹(1 - u)
// for u from 0 to 1 - p (Makarov, Estimates for the distribution function of a
// sum of two random variables when the marginal distributions are fixed, Theory
// of Probability and its Applications 26, 1982). For exponential losses that is
// at the middle, 2 ln(2/(1-p)), and the smallest is that of one, ln(1/(1-p)).
func TestBoundsOfTwo(t *testing.T) {
	plan := must(loss.Compile(each(2, must(dist.NewExponential(1)))))
	for _, p := range []float64{0.9, 0.99} {
		b, err := plan.Bounds(context.Background(), loss.BoundsOptions{P: p, Points: 1024})
		require.NoError(t, err)
		bracketed(t, 2*math.Log(2/(1-p)), b.Most)
		bracketed(t, -math.Log(1-p), b.Least)
		require.InEpsilon(t, -2*math.Log(1-p), b.Comonotone.Value, 1e-4)
		require.InEpsilon(t, 2*(1-math.Log(1-p)), b.TVaR.Value, 1e-4)
	}
}

// bracketed demands that an estimate is narrow and has the value in it.
func bracketed(t *testing.T, want float64, e loss.Estimate) {
	t.Helper()
	require.InEpsilon(t, want, e.Value, 0.02)
	require.LessOrEqual(t, e.Low, want*(1+1e-4))
	require.GreaterOrEqual(t, e.High, want*(1-1e-4))
}

// What independence gives is between the bounds, and the comonotone sum is not
// the most.
func TestBoundsHoldIndependence(t *testing.T) {
	plan := must(loss.Compile(each(10, must(dist.NewLogNormal(10, 1)))))
	b, err := plan.Bounds(context.Background(), loss.BoundsOptions{P: 0.95, Points: 256})
	require.NoError(t, err)
	r, err := plan.Exact(context.Background(), loss.ExactOptions{})
	require.NoError(t, err)
	require.Less(t, b.Least.High, r.VaR(0.95).Value)
	require.Less(t, r.VaR(0.95).Value, b.Comonotone.Value)
	require.Less(t, b.Comonotone.Value, b.Most.Low)
	require.Less(t, b.Most.Low, b.TVaR.Value)
}

func TestBoundsRefused(t *testing.T) {
	plan := must(loss.Compile(each(2, must(dist.NewExponential(1)))))
	_, err := plan.Bounds(context.Background(), loss.BoundsOptions{P: 2})
	require.EqualError(t, err, "loss: bounds: p: got 2, want a probability from 0.5 to 0.9999")
	_, err = plan.Bounds(context.Background(), loss.BoundsOptions{P: math.NaN()})
	require.Error(t, err)
	_, err = plan.Bounds(context.Background(), loss.BoundsOptions{Points: 3})
	require.EqualError(t, err, "loss: bounds: points: got 3, want 64 to 65536")

	layered := must(loss.Compile(two(func(m *loss.Model) { m.Layers = []loss.Layer{{ID: "l"}} })))
	_, err = layered.Bounds(context.Background(), loss.BoundsOptions{})
	require.ErrorAs(t, err, new(*loss.ForbiddenError))

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = plan.Bounds(ctx, loss.BoundsOptions{})
	require.ErrorIs(t, err, context.Canceled)
}

func ExamplePlan_Bounds() {
	severity, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		panic(err)
	}
	plan, err := loss.Compile(loss.Model{ID: "acme", Scenarios: []loss.Scenario{
		{ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Fixed(0.4)}, Severity: severity},
		{ID: "phishing", Frequency: loss.Poisson{Rate: loss.Fixed(2)}, Severity: severity},
	}})
	if err != nil {
		panic(err)
	}
	b, err := plan.Bounds(context.Background(), loss.BoundsOptions{P: 0.95})
	if err != nil {
		panic(err)
	}
	fmt.Printf("%.2g to %.2g, %.2g if both are high together\n", b.Least.Value, b.Most.Value, b.Comonotone.Value)
	// Output:
	// 2e+06 to 3.5e+06, 2.6e+06 if both are high together
}
