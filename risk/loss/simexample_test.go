package loss_test

import (
	"context"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// Two scenarios whose bad years come together, and a policy over both.
func ExamplePlan_Simulate() {
	plan, err := loss.Compile(loss.Model{
		ID: "acme-2026", Currency: "EUR",
		Scenarios: []loss.Scenario{
			{ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Fixed(0.5)}, Severity: must(dist.LogNormal90(20e3, 1e6))},
			{ID: "phishing", Frequency: loss.Poisson{Rate: loss.Fixed(6)}, Severity: must(dist.LogNormal90(1e3, 50e3))},
		},
		Links: []loss.Link{{
			On: loss.OnFrequency, Scenarios: []string{"ransomware", "phishing"}, Correlation: [][]float64{{1, 0.4}, {0.4, 1}},
		}},
		Layers: []loss.Layer{{ID: "policy", Retention: 1e5, Limit: 5e6, Premium: 9e4}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := plan.Simulate(context.Background(), loss.SimOptions{Trials: 1 << 18, Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	v := s.VaR(0.99)
	fmt.Printf("1 in 100 years costs more than %.3g, from %.3g to %.3g\n", v.Value, v.Low, v.High)
	for _, c := range s.Contributions() {
		fmt.Printf("%s: %.3g a year\n", c.Scenario, c.Mean.Value)
	}
	for _, l := range s.Layers() {
		fmt.Printf("%s: bears %.3g a year, something in %.0f %% of years\n", l.Layer, l.Recovery.Value, 100*l.Attached.Value)
	}
	// Output:
	// 1 in 100 years costs more than 3.97e+05, from 3.94e+05 to 3.99e+05
	// ransomware: 1.44e+05 a year
	// phishing: 8.61e+04 a year
	// policy: bears 1.07e+05 a year, something in 32 % of years
}

// Where trials are drawn does not matter: two machines draw half of them each.
func ExamplePlan_SimulatePart() {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	o := loss.SimOptions{Seed: 1, Streaming: true}
	var parts []loss.Partial
	for _, blocks := range [][2]int{{16, 32}, {0, 16}} {
		o.Blocks = blocks
		bytes := must(must(plan.SimulatePart(context.Background(), o)).MarshalBinary())
		var part loss.Partial
		if err := part.UnmarshalBinary(bytes); err != nil {
			fmt.Println(err)
			return
		}
		parts = append(parts, part)
	}
	both := must(plan.Gather(parts...))
	whole := must(plan.Simulate(context.Background(), loss.SimOptions{Trials: 32 * 4096, Seed: 1, Streaming: true}))
	fmt.Println(both.VaR(0.99) == whole.VaR(0.99), both.Provenance().Trials == whole.Provenance().Trials)
	// Output: true true
}

// Both engines say the same, as far as chance allows.
func ExampleSample_Against() {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{typical()}}))
	r := must(plan.Exact(context.Background(), loss.ExactOptions{At: []float64{0.95}}))
	s := must(plan.Simulate(context.Background(), loss.SimOptions{Trials: 1 << 18, Seed: 1}))
	for _, a := range s.Against(r) {
		fmt.Printf("%s: %.4g and %.4g, %.1f standard errors\n", a.Figure, a.Exact.Value, a.Sampled.Value, a.Distance)
	}
	// Output:
	// mean: 8.604e+05 and 8.635e+05, 1.5 standard errors
	// SD: 1.007e+06 and 1.01e+06, 0.4 standard errors
	// P(0): 0.04979 and 0.04952, 0.6 standard errors
	// VaR 0.95: 2.615e+06 and 2.634e+06, 2.0 standard errors
	// TVaR 0.95: 3.96e+06 and 3.991e+06, 1.6 standard errors
}

// What nobody knows is told apart from chance.
func ExampleSample_Band() {
	rate := loss.Uncertain{Name: "tef", Per: loss.Once, Dist: must(dist.NewPERT(0.5, 2, 12))}
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{
		{ID: "s", Frequency: loss.Poisson{Rate: rate}, Severity: must(dist.LogNormal90(20e3, 1e6))},
	}}))
	s := must(plan.Simulate(context.Background(), loss.SimOptions{Seed: 1}))
	b := must(s.Band(context.Background(), loss.ExpectedLoss, 0))
	fmt.Printf("%.2g on average; %.2g to %.2g for want of knowledge\n", s.Mean().Value, b.Low, b.High)
	// Output: 9.6e+05 on average; 2.2e+05 to 2e+06 for want of knowledge
}

// Which scenario the bad years are of.
func ExampleSample_TailContributions() {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{
		{ID: "often", Frequency: loss.Poisson{Rate: loss.Fixed(20)}, Severity: must(dist.LogNormal90(1e3, 50e3))},
		{ID: "seldom", Frequency: loss.Poisson{Rate: loss.Fixed(0.05)}, Severity: must(dist.LogNormal90(1e5, 1e7))},
	}}))
	s := must(plan.Simulate(context.Background(), loss.SimOptions{Seed: 1}))
	means := s.Contributions()
	for i, c := range must(s.TailContributions(context.Background(), 0.99)) {
		fmt.Printf("%s: %.1g a year, %.1g in the worst of a hundred\n", c.Scenario, means[i].Mean.Value, c.TVaR.Value)
	}
	// Output:
	// often: 3e+05 a year, 3e+05 in the worst of a hundred
	// seldom: 1e+05 a year, 1e+07 in the worst of a hundred
}
