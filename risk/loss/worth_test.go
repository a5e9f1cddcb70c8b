package loss_test

import (
	"context"
	"fmt"
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// unlinked returns a model of whose expected loss nothing is known but by drawing:
// that of m, with a layer that never bears anything.
func unlinked(m loss.Model) loss.Model {
	m.Layers = []loss.Layer{{ID: "none", Retention: 1e29}}
	return m
}

func sharesAddUp(t *testing.T, w loss.Worth) {
	t.Helper()
	sum := 0.0
	for _, c := range w.Controls {
		sum += c.Shapley.Value
	}
	require.InEpsilon(t, w.Takes.Value, sum, 1e-9)
	require.InEpsilon(t, w.Without.Value-w.With.Value, w.Takes.Value, 1e-9)
}

// The formula is what sets leave, written out.
func TestWorthByFormula(t *testing.T) {
	m := guarded()
	ids := []string{"mfa", "backup", "counsel", "training"}
	w, err := must(loss.Compile(m)).Worth(context.Background(), loss.WorthOptions{}, loss.SimOptions{})
	require.NoError(t, err)
	sharesAddUp(t, w)
	require.Zero(t, w.Sets)
	require.InEpsilon(t, leaves(m, nil), w.Without.Value, 1e-12)
	require.InEpsilon(t, leaves(m, ids), w.With.Value, 1e-12)
	weights := []float64{1. / 4, 1. / 12, 1. / 12, 1. / 4} // |S|! (3 - |S|)! / 4!
	for i, c := range w.Controls {
		require.Equal(t, ids[i], c.Control)
		shapley := 0.0
		for set := range 1 << 4 {
			var some []string
			for j, id := range ids {
				if set>>j&1 == 1 {
					some = append(some, id)
				}
			}
			if set>>i&1 == 0 {
				shapley += weights[len(some)] * (leaves(m, some) - leaves(m, append(some, ids[i])))
			}
		}
		require.InEpsilon(t, shapley, c.Shapley.Value, 1e-9)
		var others []string
		for j, id := range ids {
			if j != i {
				others = append(others, id)
			}
		}
		require.InEpsilon(t, leaves(m, nil)-leaves(m, ids[i:i+1]), c.First.Value, 1e-9)
		require.InEpsilon(t, leaves(m, others)-leaves(m, ids), c.Last.Value, 1e-9)
		require.Equal(t, loss.Exact, c.Shapley.Basis)
	}

	// Beside others that act already, and asked of some only.
	beside, err := must(must(loss.Compile(m)).With("mfa")).Worth(context.Background(), loss.WorthOptions{Controls: []string{"backup"}}, loss.SimOptions{})
	require.NoError(t, err)
	require.Len(t, beside.Controls, 1)
	require.InEpsilon(t, leaves(m, []string{"mfa"})-leaves(m, []string{"mfa", "backup"}), beside.Takes.Value, 1e-9)
	require.InEpsilon(t, beside.Takes.Value, beside.Controls[0].Shapley.Value, 1e-9)
}

// What is simulated is what the formula says; figures of the tail add up, too.
func TestWorthBySimulation(t *testing.T) {
	m := guarded()
	m.Years = 1
	for i := range m.Controls {
		m.Controls[i].Cost, m.Controls[i].Ramp = nil, nil
	}
	exact, err := must(loss.Compile(m)).Worth(context.Background(), loss.WorthOptions{}, loss.SimOptions{})
	require.NoError(t, err)
	plan := must(loss.Compile(unlinked(m)))
	o := loss.SimOptions{Trials: 1 << 16, Seed: 4}
	w, err := plan.Worth(context.Background(), loss.WorthOptions{}, o)
	require.NoError(t, err)
	sharesAddUp(t, w)
	require.Equal(t, 16, w.Sets)
	for i, c := range w.Controls {
		for _, pair := range [][2]loss.Estimate{
			{exact.Controls[i].First, c.First}, {exact.Controls[i].Last, c.Last}, {exact.Controls[i].Shapley, c.Shapley},
		} {
			require.InDelta(t, pair[0].Value, pair[1].Value, 4*(pair[1].High-pair[1].Value)/2.13, c.Control)
			require.Equal(t, loss.Sampled, pair[1].Basis)
		}
	}
	for _, of := range []loss.Measure{loss.ValueAtRisk, loss.TailValueAtRisk} {
		w, err := plan.Worth(context.Background(), loss.WorthOptions{Of: of, At: 0.9, Controls: []string{"mfa", "backup"}}, o)
		require.NoError(t, err)
		sharesAddUp(t, w)
		for _, c := range w.Controls {
			require.Positive(t, c.First.Value)
			require.GreaterOrEqual(t, c.Last.Value, 0.0)
		}
	}
}

// many returns a model with n controls that each reduce the events by a fifth,
// and one on a scenario that never happens.
func many(n int) loss.Model {
	m := loss.Model{ID: "many", Scenarios: []loss.Scenario{
		{ID: "a", Frequency: loss.Poisson{Rate: loss.Fixed(0.2)}, Severity: must(dist.NewExponential(100))},
		{ID: "never", Frequency: loss.Poisson{Rate: loss.Fixed(0)}, Severity: must(dist.NewExponential(100))},
	}}
	for i := range n {
		e := loss.Effect{Scenario: "a", On: loss.OnFrequency, Reduces: loss.Fixed(0.2)}
		if i == n-1 {
			e.Scenario = "never"
		}
		m.Controls = append(m.Controls, loss.Control{ID: fmt.Sprint(i), Effects: []loss.Effect{e}})
	}
	return m
}

// Controls that do the same are worth the same, one without an effect nothing; so
// by formula, of all sets, and of some orders.
func TestWorthIsFair(t *testing.T) {
	for name, c := range map[string]struct {
		model loss.Model
		equal float64 // how equal, in halves of intervals
	}{
		"formula": {many(5), 1e-9},
		"sets":    {unlinked(many(4)), 2},
		"orders":  {unlinked(many(12)), 2},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := must(loss.Compile(c.model)).Worth(context.Background(), loss.WorthOptions{}, loss.SimOptions{Trials: 1, Seed: 2})
			require.NoError(t, err)
			sharesAddUp(t, w)
			n := len(w.Controls) - 1
			for _, s := range w.Controls[:n] {
				require.InDelta(t, w.Takes.Value/float64(n), s.Shapley.Value, c.equal*(s.Shapley.High-s.Shapley.Value)+1e-9)
				require.Greater(t, s.First.Value, s.Shapley.Value)
				require.Greater(t, s.Shapley.Value, s.Last.Value)
				require.GreaterOrEqual(t, s.Last.Value, 0.0)
			}
			none := w.Controls[n]
			require.Equal(t, [3]float64{}, [3]float64{none.First.Value, none.Last.Value, none.Shapley.Value})
			require.Equal(t, [2]float64{}, [2]float64{none.Shapley.Low, none.Shapley.High})
		})
	}
}

// In another currency controls are worth as much.
func TestWorthScales(t *testing.T) {
	yen := many(4)
	for i := range yen.Scenarios {
		yen.Scenarios[i].Severity = must(dist.NewExponential(100 * 128))
	}
	for name, change := range map[string]func(loss.Model) loss.Model{"formula": func(m loss.Model) loss.Model { return m }, "simulated": unlinked} {
		t.Run(name, func(t *testing.T) {
			o := loss.SimOptions{Trials: 1}
			a, err := must(loss.Compile(change(many(4)))).Worth(context.Background(), loss.WorthOptions{}, o)
			require.NoError(t, err)
			b, err := must(loss.Compile(change(yen))).Worth(context.Background(), loss.WorthOptions{}, o)
			require.NoError(t, err)
			for i, s := range a.Controls {
				require.InDelta(t, 128*s.Shapley.Value, b.Controls[i].Shapley.Value, 1e-5*b.Takes.Value)
			}
		})
	}
}

func TestWorthRefused(t *testing.T) {
	plan := must(loss.Compile(guarded()))
	some := must(plan.With("mfa"))
	heavy := many(3)
	heavy.Scenarios[0].Severity = must(dist.NewPareto(1, 0.9))
	for name, c := range map[string]struct {
		plan   loss.Plan
		worth  loss.WorthOptions
		sim    loss.SimOptions
		errors string
	}{
		"unknown":   {plan, loss.WorthOptions{Controls: []string{"backups"}}, loss.SimOptions{}, `loss: with: got "backups", want the id of a control of the model: "backup"?`},
		"acts":      {some, loss.WorthOptions{Controls: []string{"mfa"}}, loss.SimOptions{}, `loss: worth: Controls: got "mfa", want one that does not act in the plan already`},
		"none left": {must(loss.Compile(each(2, must(dist.NewExponential(1))))), loss.WorthOptions{}, loss.SimOptions{}, "loss: worth: got a plan without more controls, want a model with some that do not act yet"},
		"measure":   {plan, loss.WorthOptions{Of: 9}, loss.SimOptions{}, "loss: worth: Of: got 9, want expectedLoss, valueAtRisk or tailValueAtRisk"},
		"at":        {plan, loss.WorthOptions{At: 0.9}, loss.SimOptions{}, "loss: worth: At: got 0.9, want 0 for the expected loss"},
		"tail":      {plan, loss.WorthOptions{Of: loss.ValueAtRisk}, loss.SimOptions{}, "loss: worth: At: got 0, want a probability above 0 and below 1"},
		"orders":    {plan, loss.WorthOptions{Orders: -1}, loss.SimOptions{}, "loss: worth: Orders: got -1, want a number up to 2^20, or 0 for 32"},
		"streaming": {plan, loss.WorthOptions{Of: loss.ValueAtRisk, At: 0.5}, loss.SimOptions{Streaming: true}, "loss: worth: Streaming: got true, want false: trials are compared, and have to be kept"},
		"precision": {plan, loss.WorthOptions{Of: loss.ValueAtRisk, At: 0.5}, loss.SimOptions{Precision: loss.Precision{Relative: 0.1}}, "loss: worth: Precision: got one, want a number of trials"},
		"trials":    {plan, loss.WorthOptions{Of: loss.ValueAtRisk, At: 0.5}, loss.SimOptions{Trials: -1}, "loss: simulation: Trials: got -1, want a number of trials, or 0 for 2^20"},
		"inner":     {plan, loss.WorthOptions{Of: loss.ValueAtRisk, At: 0.5}, loss.SimOptions{Inner: math.MaxInt}, fmt.Sprintf("loss: simulation: Inner: got %d, want 1 to 4096 blocks", math.MaxInt)},
		"no mean":   {must(loss.Compile(heavy)), loss.WorthOptions{}, loss.SimOptions{Trials: 1}, "loss: worth: the mean is infinite: single losses are so heavy that no average settles"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.plan.Worth(context.Background(), c.worth, c.sim)
			require.EqualError(t, err, c.errors)
		})
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := plan.Worth(ended, loss.WorthOptions{Of: loss.ValueAtRisk, At: 0.5}, loss.SimOptions{})
	require.ErrorIs(t, err, context.Canceled)
}

// Two controls prevent the same thefts: each is worth most of it alone, little
// beside the other, and half of what both do.
func ExamplePlan_Worth() {
	half := func(reduces float64) []loss.Effect {
		return []loss.Effect{{Scenario: "theft", On: loss.OnFrequency, Reduces: loss.Fixed(reduces)}}
	}
	plan := must(loss.Compile(loss.Model{
		ID:        "shop",
		Scenarios: []loss.Scenario{{ID: "theft", Frequency: loss.Poisson{Rate: loss.Fixed(10)}, Severity: must(dist.NewExponential(1e3))}},
		Controls:  []loss.Control{{ID: "guard", Effects: half(0.8)}, {ID: "locks", Effects: half(0.8)}},
	}))
	w, err := plan.Worth(context.Background(), loss.WorthOptions{}, loss.SimOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("both: %.0f\n", w.Takes.Value)
	for _, c := range w.Controls {
		fmt.Printf("%s: %.0f alone, %.0f beside the other, a share of %.0f\n", c.Control, c.First.Value, c.Last.Value, c.Shapley.Value)
	}
	// Output:
	// both: 9600
	// guard: 8000 alone, 1600 beside the other, a share of 4800
	// locks: 8000 alone, 1600 beside the other, a share of 4800
}

// TestDecisionBits holds that what is decided by has the same bits as ever, on
// whichever platform.
func TestDecisionBits(t *testing.T) {
	var b strings.Builder
	write := func(name string, all ...loss.Estimate) {
		h := fnv.New64a()
		for _, e := range all {
			_, _ = fmt.Fprintf(h, "%016x %016x %016x ", math.Float64bits(e.Value), math.Float64bits(e.Low), math.Float64bits(e.High))
		}
		_, _ = fmt.Fprintf(&b, "%-12s %016x\n", name, h.Sum64())
	}
	plan, o := must(loss.Compile(acme())), loss.SimOptions{Trials: 1, Seed: 9}
	for i, of := range []loss.WorthOptions{{}, {Of: loss.ValueAtRisk, At: 0.9, Controls: []string{"mfa", "backup"}}} {
		w, err := plan.Worth(t.Context(), of, o)
		require.NoError(t, err)
		all := []loss.Estimate{w.Takes}
		for _, c := range w.Controls {
			all = append(all, c.First, c.Last, c.Shapley)
		}
		write(fmt.Sprintf("worth/%d", i), all...)
	}
	r, err := plan.Return(t.Context(), []string{"mfa"}, o)
	require.NoError(t, err)
	write("return", append(r.Payback, r.Net.Mean, r.Ratio.Low, r.Net.Median, r.Net.High, r.Gain, r.Never)...)
	s, err := plan.Sensitivity(t.Context(), loss.SensitivityOptions{Inputs: []string{"attacks"}, Sets: [][]string{{"mfa"}, {"backup"}}}, o)
	require.NoError(t, err)
	in := s.Inputs[0]
	write("sensitivity", s.Figure, s.Chance, s.Cost, in.Low, in.High, in.Swing, in.First, in.Total, in.Rank, in.Information)
	golden.Equal(t, "decisionbits.txt", b.String())
}
