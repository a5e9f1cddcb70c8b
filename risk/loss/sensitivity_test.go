package loss_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/loss/losstest"
)

// product returns the product tree of testdata/sobol.json.
func product() loss.Model {
	year := func(d dist.Dist) loss.Uncertain { return loss.Uncertain{Per: loss.Year, Dist: d} }
	return loss.Model{ID: "product", Scenarios: []loss.Scenario{{
		ID: "tree", Frequency: loss.Multiplied{Rate: year(must(dist.NewPERT(0.5, 2, 12)))},
		Severity: must(dist.NewPERT(20e3, 80e3, 600e3)),
		Then: []loss.Stage{{
			ID: "fine", Probability: year(must(dist.NewPERT(0.05, 0.2, 0.6))), Severity: must(dist.NewPERT(50e3, 250e3, 3e6)),
		}},
	}}}
}

func sensitivity(t *testing.T, m loss.Model, q loss.SensitivityOptions, trials int) map[string]loss.Input {
	t.Helper()
	s, err := must(loss.Compile(m)).Sensitivity(context.Background(), q, loss.SimOptions{Trials: trials, Seed: 6})
	require.NoError(t, err)
	all := map[string]loss.Input{"": {First: s.Chance}}
	for i, in := range s.Inputs {
		all[in.Name] = in
		if i > 0 {
			require.GreaterOrEqual(t, math.Abs(s.Inputs[i-1].Swing.Value), math.Abs(in.Swing.Value))
		}
	}
	return all
}

// about demands that an estimate is within four standard errors, and that these
// are small.
func about(t *testing.T, want float64, e loss.Estimate, most float64) {
	t.Helper()
	err := (e.High - e.Low) / 2 / 2.13
	require.Less(t, err, most)
	require.InDelta(t, want, e.Value, 4*err+1e-12)
}

func TestIndicesOfTheProduct(t *testing.T) {
	var oracle struct{ First, Total map[string]float64 }
	text, err := os.ReadFile("testdata/sobol.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(text, &oracle))
	all := sensitivity(t, product(), loss.SensitivityOptions{}, 1)
	for word, name := range map[string]string{"TEF": "tree/rate", "PL": "tree/severity", "SLEF": "tree/stage/fine/probability", "SLEM": "tree/stage/fine/severity"} {
		about(t, oracle.First[word], all[name].First, 0.01)
		about(t, oracle.Total[word], all[name].Total, 0.01)
		require.Positive(t, all[name].Rank.Low)
	}
	about(t, 0, all[""].First, 1e-9) // there is no chance besides
}

// What comes with a stage is an input of its own: of a sum of independent losses,
// each has its share of the variance.
func TestIndicesOfWith(t *testing.T) {
	m := loss.Model{ID: "m", Scenarios: []loss.Scenario{{
		ID: "s", Frequency: loss.Multiplied{Rate: loss.Fixed(1)}, Severity: must(dist.NewConstant(1)),
		Then: []loss.Stage{{ID: "f", Probability: loss.Fixed(1), Severity: must(dist.NewUniform(0, 1)), With: []dist.Dist{must(dist.NewUniform(0, 2)), must(dist.NewUniform(0, 2))}}},
	}}}
	all := sensitivity(t, m, loss.SensitivityOptions{}, 1)
	about(t, 1.0/9, all["s/stage/f/severity"].First, 0.01)
	about(t, 4.0/9, all["s/stage/f/with/0"].First, 0.01)
	about(t, 4.0/9, all["s/stage/f/with/1"].Total, 0.01)
}

// Of events whose rate is R, a year loses E[S | R] = R E[X] on average, with
// variance R E[X²]; with one rate for n years all is n times that.
func TestIndicesOfEvents(t *testing.T) {
	rate, x := must(dist.NewPERT(0.5, 2, 12)), must(dist.NewExponential(100))
	for per, years := range map[loss.Per]float64{loss.Year: 1, loss.Once: 2} {
		m := loss.Model{ID: "m", Years: int(years), Scenarios: []loss.Scenario{
			{ID: "s", Frequency: loss.Poisson{Rate: loss.Uncertain{Per: per, Dist: rate}}, Severity: x},
		}}
		n := 1.0 // years with the same rate
		if per == loss.Once {
			n = years
		}
		rates := n * rate.Variance() * 1e4
		want := rates / (rates + rate.Mean()*2e4)
		all := sensitivity(t, m, loss.SensitivityOptions{Inputs: []string{"s/rate"}}, 1<<16)
		require.Len(t, all, 2)
		about(t, want, all["s/rate"].First, 0.02)
		about(t, want, all["s/rate"].Total, 0.03)
		about(t, 1-want, all[""].First, 0.02)
	}
}

// A rate is all that is not known, and losses rise with it: the ranks are the same.
func TestRanks(t *testing.T) {
	m := product()
	m.Scenarios[0].Severity, m.Scenarios[0].Then = must(dist.NewConstant(7)), nil
	all := sensitivity(t, m, loss.SensitivityOptions{}, 1)
	require.Len(t, all, 2)
	require.InDelta(t, 1, all["tree/rate"].Rank.Value, 1e-12)

	m.Scenarios[0].Frequency = loss.Multiplied{Rate: loss.Fixed(1), Capability: must(dist.NewUniform(0, 1)), Resistance: must(dist.NewUniform(0, 1))}
	all = sensitivity(t, m, loss.SensitivityOptions{}, 1)
	// The loss is B = 7 or 0, each with probability ½, and P(B = 7 | C) = C: the
	// correlation is Cov(C, B) / (SD(C) SD(B)) = 1/12 / (1/√12 × ½) = 1/√3, for ranks
	// as well as for values that are uniform or two.
	require.InDelta(t, 1/math.Sqrt(3), all["tree/capability"].Rank.Value, 0.02)
	require.InDelta(t, -1/math.Sqrt(3), all["tree/resistance"].Rank.Value, 0.02)
	about(t, 1./3, all["tree/capability"].First, 0.02)
	about(t, 2./3, all["tree/capability"].Total, 0.02)
}

// Figures at the ends are those of the models with the ends in them, by whichever
// engine.
func TestTornado(t *testing.T) {
	rate, vulnerable := must(dist.NewPERT(0.5, 2, 12)), must(dist.NewUniform(0.2, 0.6))
	m := loss.Model{ID: "m", Scenarios: []loss.Scenario{{
		ID: "s", Frequency: loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: rate}}, Severity: must(dist.NewExponential(100)),
		Vulnerability: loss.Uncertain{Name: "v", Per: loss.Once, Dist: vulnerable},
	}}}
	all := sensitivity(t, m, loss.SensitivityOptions{}, 1)
	require.InEpsilon(t, rate.Quantile(0.05)*0.4*100, all["s/rate"].Low.Value, 1e-12)
	require.InEpsilon(t, rate.Mean()*0.58*100, all["v"].High.Value, 1e-12)
	require.InEpsilon(t, rate.Mean()*0.36*100, all["v"].Swing.Value, 1e-12)
	require.Equal(t, loss.Exact, all["v"].Swing.Basis)
	require.InEpsilon(t, rate.Mean()*0.4*100*(-math.Log(0.05)), all["s/severity"].High.Value, 1e-9)
	require.Equal(t, loss.Refused, all["s/severity"].First.Basis)

	m.Scenarios[0].Frequency = loss.Poisson{Rate: loss.Fixed(4)}
	q := loss.SensitivityOptions{Of: loss.ValueAtRisk, At: 0.95, Inputs: []string{"v"}}
	exact := sensitivity(t, m, q, 1)
	require.Equal(t, loss.Estimated, exact["v"].Swing.Basis)
	fixed := m
	fixed.Scenarios = slices.Clone(m.Scenarios)
	fixed.Scenarios[0].Vulnerability = loss.Fixed(0.58)
	r, err := must(loss.Compile(fixed)).Exact(context.Background(), loss.ExactOptions{At: []float64{0.95}})
	require.NoError(t, err)
	require.InEpsilon(t, r.VaR(0.95).Value, exact["v"].High.Value, 1e-4)

	linked := m
	linked.Scenarios = []loss.Scenario{m.Scenarios[0], m.Scenarios[0]}
	linked.Scenarios[1].ID = "t"
	linked.Links = []loss.Link{{On: loss.OnFrequency, Scenarios: []string{"s", "t"}, Correlation: [][]float64{{1, 0}, {0, 1}}}}
	drawn := sensitivity(t, linked, q, 1)
	linked.Links = nil
	exact = sensitivity(t, linked, q, 1)
	require.Equal(t, loss.Sampled, drawn["v"].Swing.Basis)
	about(t, exact["v"].Swing.Value, drawn["v"].Swing, 10)
}

// guessed returns a model where a control costs 60 and prevents half of the losses,
// at a rate that nobody knows, with the closed form of what it is worth to know:
//
//	min(100 R, 50 R + 60) = 50 R + min(50 R, 60)
func guessed() (m loss.Model, information float64) {
	rate := must(dist.NewLogNormal(0, 0.8))
	m = loss.Model{
		ID: "guessed", Scenarios: []loss.Scenario{{
			ID: "s", Frequency: loss.Poisson{Rate: loss.Uncertain{Name: "rate", Per: loss.Once, Dist: rate}}, Severity: must(dist.NewExponential(100)),
		}},
		Controls: []loss.Control{{ID: "c", Cost: []float64{60}, Effects: []loss.Effect{
			{Scenario: "s", On: loss.OnFrequency, Reduces: loss.Uncertain{Per: loss.Once, Dist: must(dist.NewUniform(0.4, 0.6))}},
		}}},
	}
	without := min(100*rate.Mean(), 50*rate.Mean()+60)
	return m, without - 50*rate.Mean() - 50*rate.LimitedMean(60./50)
}

func TestInformation(t *testing.T) {
	m, want := guessed()
	q := loss.SensitivityOptions{Inputs: []string{"rate", "s/control/c/0"}, Sets: [][]string{{"c"}}}
	plan := must(loss.Compile(m))
	s, err := plan.Sensitivity(context.Background(), q, loss.SimOptions{Trials: 1})
	require.NoError(t, err)
	rate := must(dist.NewLogNormal(0, 0.8)).Mean()
	require.Equal(t, []string{"c"}, s.Best)
	require.InEpsilon(t, 50*rate+60, s.Cost.Value, 1e-12)
	require.Equal(t, "rate", s.Inputs[0].Name)
	require.InEpsilon(t, want, s.Inputs[0].Information.Value, 1e-9)
	require.Equal(t, loss.Exact, s.Inputs[0].Information.Basis)
	// min(100, 100 (1 - E) + 60 / R) per unit of R: E is uniform from 0.4 to 0.6, and
	// doing without is better for E below 60 / (100 R), if that is above 0.4.
	edge := 60 / (100 * rate)
	gain := 0.0
	if edge > 0.4 {
		gain = 100 * rate * (edge - 0.4) * (edge - 0.4) / 2 / 0.2
	}
	require.InDelta(t, gain, s.Inputs[1].Information.Value, 1e-9)

	drawn := sensitivity(t, unlinked(m), q, 1)
	require.Equal(t, loss.Sampled, drawn["rate"].Information.Basis)
	require.InDelta(t, want, drawn["rate"].Information.Value, 0.1*want+2*(drawn["rate"].Information.High-drawn["rate"].Information.Value))
	none := sensitivity(t, m, loss.SensitivityOptions{Inputs: []string{"rate"}}, 1)
	require.Equal(t, loss.Refused, none["rate"].Information.Basis)
}

// What is drawn for a trial is told of, whatever the model.
func TestInputsAreTold(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	models := []loss.Model{guarded(), full(), product()}
	for range 60 {
		models = append(models, losstest.Generate(r))
	}
	for _, m := range models {
		plan := must(loss.Compile(m))
		var all []string
		for _, c := range m.Controls {
			all = append(all, c.ID)
		}
		untold, err := loss.Untold(must(plan.With(all...)))
		if _, forbidden := errors.AsType[*loss.ForbiddenError](err); forbidden {
			continue
		}
		require.NoError(t, err)
		require.Empty(t, untold)
	}
}

func TestSensitivityRefused(t *testing.T) {
	m, _ := guessed()
	plan := must(loss.Compile(m))
	for want, c := range map[string]struct {
		q loss.SensitivityOptions
		o loss.SimOptions
	}{
		"loss: sensitivity: Of: got 9, want expectedLoss, valueAtRisk or tailValueAtRisk":              {q: loss.SensitivityOptions{Of: 9}},
		`loss: sensitivity: Inputs: got "rates", want an input that is not known: "rate"?`:             {q: loss.SensitivityOptions{Inputs: []string{"rates"}}},
		`loss: with: got "d", want the id of a control of the model`:                                   {q: loss.SensitivityOptions{Sets: [][]string{{"d"}}}},
		"loss: sensitivity: Sampling: got 3, want plain: runs have to be independent of each other":    {o: loss.SimOptions{Sampling: loss.Sobol}},
		"loss: sensitivity: Streaming: got true, want false: trials are compared, and have to be kept": {o: loss.SimOptions{Streaming: true}},
	} {
		_, err := plan.Sensitivity(context.Background(), c.q, c.o)
		require.EqualError(t, err, want)
	}
	m.Scenarios[0].Severity = must(dist.NewPareto(1, 1.5))
	s, err := must(loss.Compile(m)).Sensitivity(context.Background(), loss.SensitivityOptions{Sets: [][]string{{"c"}}}, loss.SimOptions{Trials: 1})
	require.NoError(t, err)
	require.Equal(t, loss.Refused, s.Chance.Basis)
	require.Equal(t, loss.Exact, s.Inputs[0].Swing.Basis)
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = plan.Sensitivity(ended, loss.SensitivityOptions{}, loss.SimOptions{})
	require.ErrorIs(t, err, context.Canceled)
}

// Neither the number of workers nor the other inputs that are asked for change a
// bit.
func TestSensitivityBits(t *testing.T) {
	m, _ := guessed()
	plan := must(loss.Compile(unlinked(m)))
	q := loss.SensitivityOptions{Inputs: []string{"rate"}, Sets: [][]string{{"c"}}}
	one, err := plan.Sensitivity(context.Background(), q, loss.SimOptions{Trials: 1, Workers: 1})
	require.NoError(t, err)
	q.Inputs = nil
	steps := 0
	three, err := plan.Sensitivity(context.Background(), q, loss.SimOptions{Trials: 1, Workers: 3, Progress: func(done, total int) {
		steps++
		require.LessOrEqual(t, done, total)
	}})
	require.NoError(t, err)
	require.Positive(t, steps)
	require.Equal(t, one.Best, three.Best)
	for _, in := range three.Inputs {
		if in.Name == "rate" {
			require.Equal(t, one.Inputs[0], in)
		}
	}
}

// Nobody knows how often it happens. A control is to be had or not: knowing the
// rate first would be worth more than nothing, and no more than this.
func ExamplePlan_Sensitivity() {
	m, _ := guessed()
	plan := must(loss.Compile(m))
	s, err := plan.Sensitivity(context.Background(), loss.SensitivityOptions{Sets: [][]string{{"c"}}}, loss.SimOptions{Trials: 1 << 16})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("best:", s.Best)
	for _, in := range s.Inputs {
		fmt.Printf("%s: %.0f to %.0f\n", in.Name, in.Low.Value, in.High.Value)
		if in.Information.Basis != loss.Refused {
			fmt.Printf("  to know it is worth %.1f\n", in.Information.Value)
		}
	}
	// Output:
	// best: [c]
	// s/severity: 7 to 413
	// rate: 27 to 373
	//   to know it is worth 15.9
	// s/control/c/0: 138 to 138
	//   to know it is worth 0.4
}
