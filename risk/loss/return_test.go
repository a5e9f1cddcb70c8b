package loss_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/economics"
	"github.com/ismskit/ismskit/risk/loss"
)

// On average the return is what the formula leaves, written out, less the cost.
func TestReturnOnAverage(t *testing.T) {
	m := guarded()
	plan := must(loss.Compile(m))
	r, err := plan.Return(context.Background(), []string{"mfa", "backup"}, loss.SimOptions{Trials: 1 << 16, Seed: 3})
	require.NoError(t, err)
	require.Equal(t, []string{"mfa", "backup"}, r.Controls)
	cost := 4e4 + 3e4 + 1e4/1.05 + 1e4/1.05/1.05
	require.InEpsilon(t, cost, r.Cost, 1e-12)
	reduction := leaves(m, nil) - leaves(m, r.Controls)
	require.InDelta(t, reduction, r.Reduction.Mean.Value, 4*(r.Reduction.Mean.High-r.Reduction.Mean.Value)/2.13)
	require.InEpsilon(t, r.Reduction.Mean.Value-cost, r.Net.Mean.Value, 1e-12)
	ratio := must(economics.Investment{Before: leaves(m, nil), After: leaves(m, r.Controls), Cost: cost}.Ratio())
	require.InDelta(t, ratio, r.Ratio.Mean.Value, 4*(r.Ratio.Mean.High-r.Ratio.Mean.Value)/2.13)
	require.Less(t, r.Net.Low.Value, r.Net.Median.Value)
	require.Less(t, r.Net.Median.Value, r.Net.High.Value)
	require.InDelta(t, 1, r.Payback[2].Value+r.Never.Value, 1e-12)

	beside, err := must(plan.With("mfa")).Return(context.Background(), []string{"mfa", "backup"}, loss.SimOptions{Trials: 1})
	require.NoError(t, err)
	require.Equal(t, []string{"backup"}, beside.Controls)
	require.InEpsilon(t, 3e4, beside.Cost, 1e-12)
}

// One theft of 100 happens in a year or not, with a probability of 0.3, and a
// control prevents all: in n years it saves 100 times a binomial number.
func thefts() loss.Model {
	return loss.Model{
		ID: "thefts", Years: 3,
		Scenarios: []loss.Scenario{{ID: "theft", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.3)}, Severity: must(dist.NewConstant(100))}},
		Controls: []loss.Control{
			{ID: "guard", Cost: []float64{150, 20}, Effects: []loss.Effect{{Scenario: "theft", On: loss.OnFrequency, Reduces: loss.Fixed(1)}}},
			{ID: "free", Effects: []loss.Effect{{Scenario: "theft", On: loss.OnFrequency, Reduces: loss.Fixed(1)}}},
		},
	}
}

func TestReturnInClosedForm(t *testing.T) {
	plan := must(loss.Compile(thefts()))
	r, err := plan.Return(context.Background(), []string{"guard"}, loss.SimOptions{Trials: 1 << 18, Seed: 1})
	require.NoError(t, err)
	within := func(want float64, e loss.Estimate) {
		t.Helper()
		require.InDelta(t, want, e.Value, 2*(e.High-e.Low)/2+1e-12)
		require.GreaterOrEqual(t, e.Value, e.Low)
		require.LessOrEqual(t, e.Value, e.High)
	}
	two := 3*0.3*0.3*0.7 + 0.3*0.3*0.3
	within(two, r.Gain) // two thefts pay for 170
	within(0, r.Payback[0])
	within(0.09, r.Payback[1])
	within(two, r.Payback[2])
	within(1-two, r.Never)
	within(90-170, r.Net.Mean)
	within(-80./170, r.Ratio.Mean)
	require.Equal(t, []float64{-170, -70, 30}, []float64{r.Net.Low.Value, r.Net.Median.Value, r.Net.High.Value})

	free, err := plan.Return(context.Background(), []string{"free"}, loss.SimOptions{Trials: 1})
	require.NoError(t, err)
	require.Equal(t, loss.Refused, free.Ratio.Mean.Basis)
	require.InDelta(t, 1, free.Payback[0].Value, 0) // there is nothing to come back
	within(1-0.7*0.7*0.7, free.Gain)
}

func TestReturnRefused(t *testing.T) {
	plan := must(loss.Compile(thefts()))
	for want, o := range map[string]loss.SimOptions{
		"loss: return: Streaming: got true, want false: trials are compared, and have to be kept": {Streaming: true},
		"loss: return: Blocks: got [0 1], want none":                                              {Blocks: [2]int{0, 1}},
		"loss: simulation: Inner: got -1, want 1 to 4096 blocks":                                  {Inner: -1},
	} {
		_, err := plan.Return(context.Background(), []string{"guard"}, o)
		require.EqualError(t, err, want)
	}
	_, err := plan.Return(context.Background(), []string{"guards"}, loss.SimOptions{})
	require.EqualError(t, err, `loss: with: got "guards", want the id of a control of the model: "guard"?`)
	heavy := many(2)
	heavy.Scenarios[0].Severity = must(dist.NewPareto(1, 0.9))
	r, err := must(loss.Compile(heavy)).Return(context.Background(), []string{"0"}, loss.SimOptions{Trials: 1})
	require.NoError(t, err)
	require.Equal(t, loss.Refused, r.Net.Mean.Basis)
	require.Equal(t, loss.Sampled, r.Net.High.Basis)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = plan.Return(ended, []string{"guard"}, loss.SimOptions{})
	require.ErrorIs(t, err, context.Canceled)
}

// The number of workers changes no bit.
func TestReturnBits(t *testing.T) {
	plan := must(loss.Compile(guarded()))
	one, err := plan.Return(context.Background(), []string{"mfa"}, loss.SimOptions{Trials: 1, Workers: 1})
	require.NoError(t, err)
	three, err := plan.Return(context.Background(), []string{"mfa"}, loss.SimOptions{Trials: 1, Workers: 3})
	require.NoError(t, err)
	require.Equal(t, one, three)
}

// A guard for 150 and 20 a year, against one theft of 100 that happens in three
// years of ten: a bad investment on average, and still one that may pay.
func ExamplePlan_Return() {
	plan := must(loss.Compile(thefts()))
	r, err := plan.Return(context.Background(), []string{"guard"}, loss.SimOptions{Trials: 1 << 16})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("costs %.0f, net %.0f on average, %.0f to %.0f\n", r.Cost, r.Net.Mean.Value, r.Net.Low.Value, r.Net.High.Value)
	fmt.Printf("pays with a probability of %.1f\n", r.Gain.Value)
	// Output:
	// costs 170, net -80 on average, -170 to 30
	// pays with a probability of 0.2
}
