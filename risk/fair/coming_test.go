package fair_test

import (
	"context"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// A tree as one has it in pyfair: event by event, and as pyfair computes it.
func Example_pyfair() {
	tree := fair.Tree{
		TEF:        loss.Uncertain{Per: loss.Year, Dist: must(dist.NewVosePERT(0.5, 2, 12))},
		TCap:       must(dist.NewVosePERT(0.2, 0.5, 0.9)),
		Resistance: must(dist.NewVosePERT(0.3, 0.6, 0.95)), // Control Strength
		Primary:    must(dist.NewVosePERT(20e3, 80e3, 600e3)),
		Secondary: []fair.Secondary{{
			SLEF: loss.Uncertain{Per: loss.Event, Dist: must(dist.NewVosePERT(0.05, 0.2, 0.6))},
			SLM:  must(dist.NewVosePERT(50e3, 250e3, 3e6)),
		}},
	}
	events := must(tree.Scenario("theft"))

	same := tree // vulnerability as one number, and everything multiplied
	same.Vulnerability, same.TCap, same.Resistance = events.Vulnerability, nil, nil
	product := must(same.Product("theft"))

	ctx := context.Background()
	plan := must(loss.Compile(loss.Model{ID: "acme", Scenarios: []loss.Scenario{events}}))
	year := must(plan.Exact(ctx, loss.ExactOptions{}))
	fmt.Printf("vulnerability %.4f\n", events.Vulnerability.Dist.Mean())
	fmt.Printf("events:  mean %.0f, VaR 95 %% %.0f, no loss in %.0f %% of years\n", year.Mean().Value, year.VaR(0.95).Value, 100*year.P0().Value)

	plan = must(loss.Compile(loss.Model{ID: "pyfair", Scenarios: []loss.Scenario{product}}))
	drawn := must(plan.Simulate(ctx, loss.SimOptions{Trials: 1 << 20, Seed: 42}))
	fmt.Printf("product: VaR 95 %% between 824000 and 834000: %v\n", math.Abs(drawn.VaR(0.95).Value-829e3) < 5e3)
	// Output:
	// vulnerability 0.2875
	// events:  mean 314158, VaR 95 % 1485506, no loss in 43 % of years
	// product: VaR 95 % between 824000 and 834000: true
}

// The three rows of riskquant's README.
func Example_riskquant() {
	row := func(id string, frequency, low, high float64) loss.Scenario {
		return loss.Scenario{ID: id, Frequency: loss.Poisson{Rate: loss.Fixed(frequency)}, Severity: must(dist.LogNormal90(low, high))}
	}
	plan := must(loss.Compile(loss.Model{ID: "riskquant", Scenarios: []loss.Scenario{
		row("ALICE", 0.01, 1e6, 10e6),
		row("BOB", 0.10, 10e6, 1000e6),
		row("CHARLIE", 0.05, 5e6, 50e6),
	}}))
	r := must(plan.Exact(context.Background(), loss.ExactOptions{}))
	for _, c := range r.Contributions() {
		fmt.Printf("%-8s %.3g\n", c.Scenario, c.Mean.Value)
	}
	fmt.Printf("more than 100 million: %.2f %%\n", 100*r.Exceedance(100e6).Value)
	// Output:
	// ALICE    4.04e+04
	// BOB      2.66e+07
	// CHARLIE  1.01e+06
	// more than 100 million: 4.97 %
}

// A scenario as evaluator draws it, and as a tree says it.
func Example_evaluator() {
	pert := func(low, mode, high, conf float64) dist.Dist { return must(dist.NewPERTShape(low, mode, high, conf)) }
	tef, tc, diff, lm := pert(0.5, 2, 12, 4), pert(0.2, 0.5, 0.9, 4), pert(0.3, 0.6, 0.95, 4), pert(20e3, 80e3, 600e3, 4)

	events := must(fair.Tree{TEF: loss.Uncertain{Per: loss.Year, Dist: tef}, TCap: tc, Resistance: diff, Primary: lm}.Scenario("malware"))

	same := loss.Scenario{ID: "malware", Own: &loss.Own{Name: "evaluator", Loss: func(d *loss.Draws) float64 {
		sum := 0.0
		for n := math.Round(tef.Quantile(d.Uniform())); n > 0; n-- {
			if tc.Quantile(d.Uniform()) > diff.Quantile(d.Uniform()) {
				sum += lm.Quantile(d.Uniform())
			}
		}
		return sum
	}}}

	ctx := context.Background()
	plan := must(loss.Compile(loss.Model{ID: "acme", Scenarios: []loss.Scenario{events}}))
	year := must(plan.Exact(ctx, loss.ExactOptions{}))
	fmt.Printf("events: mean %.0f, no loss in %.1f %% of years, VaR 95 %% %.0f\n", year.Mean().Value, 100*year.P0().Value, year.VaR(0.95).Value)

	plan = must(loss.Compile(loss.Model{ID: "evaluator", Scenarios: []loss.Scenario{same}}))
	drawn := must(plan.Simulate(ctx, loss.SimOptions{Trials: 1 << 14, Seed: 1}))
	fmt.Printf("evaluator: no loss in %.0f %%, VaR 95 %% between 520000 and 560000: %v\n", 100*drawn.P0().Value, math.Abs(drawn.VaR(0.95).Value-540e3) < 20e3)
	// Output:
	// events: mean 166412, no loss in 40.1 % of years, VaR 95 % 588381
	// evaluator: no loss in 34 %, VaR 95 % between 520000 and 560000: true
}

// A row of a spreadsheet: =IF(RAND()<0.1, LOGNORM.INV(RAND(), mu, sigma), 0).
func Example_spreadsheet() {
	row := func(id string, probability, low, high float64) loss.Scenario {
		return loss.Scenario{
			ID: id, Frequency: loss.Bernoulli{Probability: loss.Fixed(probability)}, Severity: must(dist.LogNormal90(low, high)),
		}
	}
	plan := must(loss.Compile(loss.Model{ID: "one for one", Currency: "USD", Scenarios: []loss.Scenario{
		row("AA", 0.10, 50e3, 500e3),
		row("AB", 0.05, 100e3, 10e6),
		row("AC", 0.01, 200e3, 25e6),
	}}))
	r := must(plan.Exact(context.Background(), loss.ExactOptions{}))
	fmt.Printf("expected loss %.0f\n", r.Mean().Value)
	for _, x := range []float64{100e3, 1e6, 10e6} {
		fmt.Printf("more than %8.0f: %.2f %%\n", x, 100*r.Exceedance(x).Value)
	}
	// Output:
	// expected loss 219052
	// more than   100000: 12.71 %
	// more than  1000000: 3.27 %
	// more than 10000000: 0.41 %
}
