package fair_test

import (
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestScenario has trees with the scenario that they are.
func TestScenario(t *testing.T) {
	value, other := parse("exponential(mean=1)"), parse("exponential(mean=2)")
	rate, chance := per(loss.Year, "uniform(min=1, max=2)"), per(loss.Year, "uniform(min=0, max=1)")
	perEvent := per(loss.Event, "uniform(min=0, max=1)")
	uniform := parse("uniform(min=0, max=1)")
	for name, c := range map[string]struct {
		tree           fair.Tree
		event, product loss.Scenario
	}{
		"loss events": {
			fair.Tree{Title: "T", LEF: rate, Primary: value},
			loss.Scenario{Title: "T", Frequency: loss.Poisson{Rate: rate}, Severity: value},
			loss.Scenario{Title: "T", Frequency: loss.Multiplied{Rate: rate}, Severity: value},
		},
		"threat events": {
			fair.Tree{TEF: rate, Vulnerability: chance, Primary: value},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, Vulnerability: chance, Severity: value},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate}, Vulnerability: chance, Severity: value},
		},
		"capability against resistance": {
			fair.Tree{TEF: rate, TCap: uniform, Resistance: uniform, Primary: value},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, Vulnerability: loss.Fixed(must(fair.Vulnerability(uniform, uniform))), Severity: value},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate, Capability: uniform, Resistance: uniform}, Severity: value},
		},
		"contacts": {
			fair.Tree{ContactFrequency: rate, ProbabilityOfAction: chance, Vulnerability: chance, Primary: value},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, RateFactor: chance, Vulnerability: chance, Severity: value},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate}, RateFactor: chance, Vulnerability: chance, Severity: value},
		},
		"action drawn for each contact": {
			fair.Tree{ContactFrequency: rate, ProbabilityOfAction: perEvent, Vulnerability: perEvent, Primary: value},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, RateFactor: loss.Fixed(0.5), Vulnerability: perEvent, Severity: value},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate}, RateFactor: chance, Vulnerability: perEvent, Severity: value},
		},
		"forms and streams": {
			fair.Tree{
				LEF: rate, PrimaryForms: fair.Forms{Response: value, Reputation: other},
				Secondary: []fair.Secondary{{SLEF: chance, Forms: fair.Forms{FinesAndJudgments: other}}},
			},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, Severity: value, Then: []loss.Stage{
				{ID: "primary/reputation", Probability: loss.Fixed(1), Severity: other},
				{ID: "secondary", Probability: chance, Severity: other},
			}},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate}, Severity: value, Then: []loss.Stage{
				{ID: "primary/reputation", Probability: loss.Fixed(1), Severity: other},
				{ID: "secondary", Probability: chance, Severity: other},
			}},
		},
		"several streams": {
			fair.Tree{LEF: rate, Primary: value, Secondary: []fair.Secondary{{ID: "a", SLEF: chance, SLM: value}, {ID: "b", SLEF: perEvent, SLM: other}}},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, Severity: value, Then: []loss.Stage{
				{ID: "a", Probability: chance, Severity: value}, {ID: "b", Probability: perEvent, Severity: other},
			}},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate}, Severity: value, Then: []loss.Stage{
				{ID: "a", Probability: chance, Severity: value}, {ID: "b", Probability: perEvent, Severity: other},
			}},
		},
		"a stream whose forms come together": {
			fair.Tree{LEF: rate, Primary: value, Secondary: []fair.Secondary{{SLEF: chance, Forms: fair.Forms{Response: value, Reputation: other}}}},
			loss.Scenario{Frequency: loss.Poisson{Rate: rate}, Severity: value, Then: []loss.Stage{
				{ID: "secondary", Probability: chance, Severity: value, With: []dist.Dist{other}},
			}},
			loss.Scenario{Frequency: loss.Multiplied{Rate: rate}, Severity: value, Then: []loss.Stage{
				{ID: "secondary", Probability: chance, Severity: value, With: []dist.Dist{other}},
			}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c.event.ID, c.product.ID = "s", "s"
			require.Equal(t, c.event, must(c.tree.Scenario("s")))
			require.Equal(t, c.product, must(c.tree.Product("s")))
			for _, s := range []loss.Scenario{c.event, c.product} {
				_, err := loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{s}})
				require.NoError(t, err)
			}
		})
	}
}

// TestNothingIsShared: what is done with a scenario does not change the tree.
func TestNothingIsShared(t *testing.T) {
	tree := full()
	s := must(tree.Scenario("s"))
	s.Then[0].ID = "changed"
	require.Equal(t, full(), tree)
	require.NotEqual(t, s, must(tree.Scenario("s")))
}

// computed returns the distribution of the annual loss.
func computed(t testing.TB, s loss.Scenario) loss.Result {
	t.Helper()
	plan, err := loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{s}})
	require.NoError(t, err)
	r, err := plan.Exact(t.Context(), loss.ExactOptions{})
	require.NoError(t, err)
	return r
}

// TestEventTree is the event tree of the vectors.
func TestEventTree(t *testing.T) {
	v := readVectors(t).Trees[0]
	s := must(yardstick().Scenario("tree"))
	known := s.Vulnerability.Dist.Mean()
	require.InEpsilon(t, v.Vulnerability, known, 1e-14)
	r := computed(t, s)
	require.InEpsilon(t, v.Mean, r.Mean().Value, 1e-12)
	require.InEpsilon(t, v.Variance, r.SD().Value*r.SD().Value, 1e-12)
	require.InEpsilon(t, v.Zero, r.P0().Value, 1e-12)
	for text, want := range v.VaR {
		p := must(strconv.ParseFloat(text, 64))
		require.InEpsilon(t, want, r.VaR(p).Value, 1e-6, "VaR %v", p)
		require.InEpsilon(t, v.TVaR[text], r.TVaR(p).Value, 1e-6, "TVaR %v", p)
	}
}

// TestProductIsNoAnnualLoss: it has the same mean and other tails: that is why it
// has a name of its own.
func TestProductIsNoAnnualLoss(t *testing.T) {
	v := readVectors(t).Trees
	require.InEpsilon(t, v[0].Mean, v[1].Mean, 1e-15)
	require.Less(t, math.Sqrt(v[1].Variance), 0.51*math.Sqrt(v[0].Variance))
	require.Zero(t, v[1].Zero)
}

// TestFormsAdd: forms that are constants are one loss of their sum.
func TestFormsAdd(t *testing.T) {
	tree := fair.Tree{LEF: loss.Fixed(3), PrimaryForms: fair.Forms{
		Productivity: parse("constant(value=100)"), Response: parse("exponential(mean=50)"), Reputation: parse("constant(value=25)"),
	}}
	sum := fair.Tree{LEF: loss.Fixed(3), Primary: parse("shifted(of=exponential(mean=50), by=125)")}
	a, b := computed(t, must(tree.Scenario("s"))), computed(t, must(sum.Scenario("s")))
	require.InEpsilon(t, b.Mean().Value, a.Mean().Value, 1e-14)
	for _, p := range []float64{0.5, 0.95, 0.99} {
		require.InEpsilon(t, b.VaR(p).Value, a.VaR(p).Value, 2e-6)
	}
}

// TestFormsOfStreams: forms that follow together are one loss of their sum, in
// years of events and as a product. Apart, they would have the same mean and
// another spread.
func TestFormsOfStreams(t *testing.T) {
	stream := func(s fair.Secondary) fair.Tree {
		s.SLEF = loss.Fixed(0.3)
		return fair.Tree{LEF: loss.Fixed(3), Primary: parse("exponential(mean=20)"), Secondary: []fair.Secondary{s}}
	}
	response, reputation := parse("exponential(mean=50)"), parse("exponential(mean=50)")
	forms := stream(fair.Secondary{Forms: fair.Forms{Response: response, Reputation: reputation}})
	sum := stream(fair.Secondary{SLM: parse("gamma(shape=2, scale=50)")})

	a, b := computed(t, must(forms.Scenario("s"))), computed(t, must(sum.Scenario("s")))
	require.InEpsilon(t, 3*(20+0.3*100), a.Mean().Value, 1e-13)
	require.InEpsilon(t, math.Sqrt(3*(2*20*20+2*20*0.3*100+0.3*15000)), a.SD().Value, 1e-12)
	require.InEpsilon(t, b.P0().Value, a.P0().Value, 1e-13)
	drawn := simulated(t, must(forms.Scenario("s")))
	near(t, "mean", a.Mean().Value, drawn.Mean(), 0)
	for _, p := range []float64{0.5, 0.95, 0.99} {
		require.InEpsilon(t, b.VaR(p).Value, a.VaR(p).Value, 2e-6)
		near(t, "VaR", a.VaR(p).Value, drawn.VaR(p), 0)
	}
	apart := forms
	apart.Secondary = []fair.Secondary{{ID: "a", SLEF: loss.Fixed(0.3), SLM: response}, {ID: "b", SLEF: loss.Fixed(0.3), SLM: reputation}}
	require.Less(t, computed(t, must(apart.Scenario("s"))).SD().Value, 0.95*a.SD().Value)

	x, y := simulated(t, must(forms.Product("s"))), simulated(t, must(sum.Product("s")))
	near(t, "mean of a product", 150, x.Mean(), 0)
	near(t, "VaR of a product", y.VaR(0.99).Value, x.VaR(0.99), 0.005*y.VaR(0.99).Value)

	magnitude := must(forms.Explain(t.Context()))[1]
	require.Equal(t, "/magnitude", magnitude.Factor)
	require.InEpsilon(t, 50, magnitude.Mean.Value, 1e-14)
	require.InEpsilon(t, must(sum.Explain(t.Context()))[1].P95.Value, magnitude.P95.Value, 1e-5)
}

// TestSameLaw: a frequency broken down further is the same, if all is known.
func TestSameLaw(t *testing.T) {
	amount := parse("exponential(mean=1000)")
	want := computed(t, must(fair.Tree{LEF: loss.Fixed(0.75), Primary: amount}.Scenario("s")))
	for name, tree := range map[string]fair.Tree{
		"vulnerability": {TEF: loss.Fixed(3), Vulnerability: loss.Fixed(0.25), Primary: amount},
		"a race":        {TEF: loss.Fixed(3), TCap: parse("exponential(mean=1)"), Resistance: parse("exponential(mean=3)"), Primary: amount},
		"contacts":      {ContactFrequency: loss.Fixed(60), ProbabilityOfAction: per(loss.Event, "uniform(min=0, max=0.1)"), Vulnerability: loss.Fixed(0.25), Primary: amount},
	} {
		t.Run(name, func(t *testing.T) {
			got := computed(t, must(tree.Scenario("s")))
			require.InEpsilon(t, want.P0().Value, got.P0().Value, 1e-13)
			require.InEpsilon(t, want.VaR(0.99).Value, got.VaR(0.99).Value, 1e-9)
		})
	}
}

// TestEnginesAgree on a tree of many factors.
func TestEnginesAgree(t *testing.T) {
	tree := full()
	tree.ProbabilityOfAction.Per = loss.Event
	tree.Secondary = tree.Secondary[1:]
	s := must(tree.Scenario("s"))
	exact, drawn := computed(t, s), simulated(t, s)
	near(t, "mean", exact.Mean().Value, drawn.Mean(), 0)
	near(t, "P(0)", exact.P0().Value, drawn.P0(), 0)
	near(t, "VaR 95", exact.VaR(0.95).Value, drawn.VaR(0.95), 0)
	near(t, "TVaR 95", exact.TVaR(0.95).Value, drawn.TVaR(0.95), 0)
	nodes := must(tree.Explain(t.Context()))
	require.Equal(t, []string{"/lef", "/magnitude"}, []string{nodes[0].Factor, nodes[7].Factor})
	require.InEpsilon(t, float64(nodes[0].Mean.Value*nodes[7].Mean.Value), exact.Mean().Value, 1e-12)
}

// TestUncertainThroughout: with every factor of the frequency drawn per year, the
// number of events is Poisson with their product.
func TestUncertainThroughout(t *testing.T) {
	tree := full()
	tree.TCap, tree.Resistance, tree.Vulnerability = nil, nil, per(loss.Year, "pert(min=0.1, mode=0.2, max=0.4)")
	none := 0.0
	grid := cube(tree)
	for _, rate := range grid {
		none += math.Exp(-rate) / float64(len(grid))
	}
	s := must(tree.Scenario("s"))
	drawn := simulated(t, s)
	near(t, "P(0)", none, drawn.P0(), 1e-4)
	nodes := must(tree.Explain(t.Context()))
	near(t, "mean", float64(nodes[0].Mean.Value*nodes[5].Mean.Value), drawn.Mean(), 0)
}
