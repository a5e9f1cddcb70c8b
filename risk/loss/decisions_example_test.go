package loss_test

import (
	"context"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// acme returns a model with four controls that could be had.
func acme() loss.Model {
	on := func(scenario string, aspect loss.Aspect, reduces float64) loss.Effect {
		return loss.Effect{Scenario: scenario, On: aspect, Reduces: loss.Fixed(reduces)}
	}
	return loss.Model{
		ID: "acme", Currency: "EUR", Years: 3, Discount: 0.05,
		Scenarios: []loss.Scenario{
			{ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Uncertain{Name: "attacks", Per: loss.Once, Dist: must(dist.NewPERT(0.1, 0.3, 2))}}, Severity: must(dist.LogNormal90(2e4, 1e6))},
			{ID: "phishing", Frequency: loss.Poisson{Rate: loss.Fixed(6)}, Severity: must(dist.LogNormal90(1e3, 4e4))},
		},
		Controls: []loss.Control{
			{ID: "mfa", Cost: []float64{4e4, 1e4, 1e4}, Effects: []loss.Effect{on("phishing", loss.OnFrequency, 0.7), on("ransomware", loss.OnFrequency, 0.2)}},
			{ID: "backup", Cost: []float64{6e4, 2e4, 2e4}, Effects: []loss.Effect{on("ransomware", loss.OnSeverity, 0.6)}},
			{ID: "training", Cost: []float64{2e4, 2e4, 2e4}, Effects: []loss.Effect{on("phishing", loss.OnFrequency, 0.4)}},
			{ID: "restore drills", Cost: []float64{5e3, 5e3, 5e3}, Needs: []string{"backup"}, Effects: []loss.Effect{on("ransomware", loss.OnSeverity, 0.3)}},
		},
	}
}

// The events are the same with the controls and without: no trial loses more.
func ExamplePlan_With() {
	plan := must(loss.Compile(acme()))
	with, err := plan.With("mfa", "backup")
	if err != nil {
		fmt.Println(err)
		return
	}
	o := loss.SimOptions{Trials: 1 << 16, Seed: 1}
	before := must(plan.Simulate(context.Background(), o))
	after := must(with.Simulate(context.Background(), o))
	fmt.Printf("%.2g without, %.2g with %v\n", before.Mean().Value, after.Mean().Value, with.Controls())
	// Output:
	// 6.7e+05 without, 2.1e+05 with [mfa backup]
}

// What to have for 200,000, with a proof that no other set leaves less.
func ExamplePlan_Optimize() {
	plan := must(loss.Compile(acme()))
	best, err := plan.Optimize(context.Background(), loss.Budget{Cost: 2e5}, loss.SimOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v for %.0f leave %.0f of %.0f\n", best.Controls, best.Cost, best.With.Value, best.Without.Value)
	fmt.Printf("proved: %v; next best is %v, with %.0f more\n", best.Proved, best.RunnerUp, best.Regret.Value)
	// Output:
	// [mfa backup restore drills] for 170079 leave 162077 of 654523
	// proved: true; next best is [backup training restore drills], with 86300 more
}
