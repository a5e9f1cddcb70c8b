package loss_test

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// A scenario: nine in ten events cost between 20,000 and a million; three happen
// in an average year.
func Example() {
	severity, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := loss.Compile(loss.Model{ID: "acme-2026", Currency: "EUR", Scenarios: []loss.Scenario{
		{ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Fixed(3)}, Severity: severity},
	}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := plan.Exact(context.Background(), loss.ExactOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("a year costs %.0f on average\n", r.Mean().Value)
	fmt.Printf("1 in 20 years costs more than %.0f, on average %.0f\n", r.VaR(0.95).Value, r.TVaR(0.95).Value)
	fmt.Printf("more than a million: %.1f %%\n", 100*r.Exceedance(1e6).Value)
	fmt.Printf("nothing: %.1f %%\n", 100*r.P0().Value)
	// Output:
	// a year costs 860419 on average
	// 1 in 20 years costs more than 2614787, on average 3960056
	// more than a million: 29.5 %
	// nothing: 5.0 %
}

// A rate that is another one each year, a fine that follows one breach in five,
// and a deductible on another scenario.
func ExampleModel() {
	m := loss.Model{ID: "acme-2026", Currency: "EUR", Scenarios: []loss.Scenario{
		{
			ID:        "breach",
			Frequency: loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.5, 2, 12))}},
			Severity:  must(dist.LogNormal90(20e3, 1e6)),
			Then:      []loss.Stage{{ID: "fine", Probability: loss.Fixed(0.2), Severity: must(dist.NewPERT(5e4, 2.5e5, 3e6))}},
		},
		{
			ID: "theft", Frequency: loss.NegativeBinomial{Mean: 6, Dispersion: 0.5}, Severity: must(dist.NewGamma(2, 5e3)),
			EventRetention: 5e3,
		},
	}}
	r := must(must(loss.Compile(m)).Exact(context.Background(), loss.ExactOptions{Tolerance: 1e-4}))
	for _, c := range r.Contributions() {
		fmt.Printf("%s: %.0f\n", c.Scenario, c.Mean.Value)
	}
	fmt.Printf("VaR 99 %%: %.3g\n", r.VaR(0.99).Value)
	// Output:
	// breach: 1441172
	// theft: 33109
	// VaR 99 %: 6.97e+06
}

// Faults come all at once, each with its place.
func ExampleCompile() {
	_, err := loss.Compile(loss.Model{ID: "m", Currency: "euro", Scenarios: []loss.Scenario{
		{ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(1.2)}, Severity: must(dist.NewExponential(1))},
	}})
	fmt.Println(err)
	// Output:
	// loss: /currency: got "euro", want three capital letters of ISO 4217
	// loss: /scenarios/0/frequency/probability: got 1.2, want a probability from 0 to 1
}

// An engine that cannot serve says what forbids it.
func ExamplePlan_Engines() {
	severity := must(dist.NewExponential(1))
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{
		{ID: "a", Frequency: loss.Multiplied{Rate: loss.Fixed(2)}, Severity: severity},
	}}))
	for _, e := range plan.Engines() {
		fmt.Println(e.Name, e.Forbids)
	}
	// Output:
	// exact [/scenarios/0/frequency: the product of a rate and a loss is no sum]
	// simulation []
}

// A model is data.
func ExampleScenario_MarshalJSON() {
	text, err := json.MarshalIndent(loss.Scenario{
		ID: "fire", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.01)}, Severity: must(dist.LogNormal90(1e5, 1e7)), EventLimit: 5e6,
	}, "", "  ")
	fmt.Println(string(text), err)
	// Output:
	// {
	//   "id": "fire",
	//   "eventLimit": 5000000,
	//   "frequency": {
	//     "bernoulli": {
	//       "probability": {
	//         "dist": "constant(value=0.01)"
	//       }
	//     }
	//   },
	//   "severity": "lognormal(mu=13.815510557964274, sigma=1.399872338343926)"
	// } <nil>
}

// A figure has an interval, and says what that means.
func ExampleEstimate() {
	plan := must(loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{
		{ID: "s", Frequency: loss.Poisson{Rate: loss.Fixed(3)}, Severity: must(dist.NewExponential(1))},
	}}))
	r := must(plan.Exact(context.Background(), loss.ExactOptions{}))
	v := r.VaR(0.99)
	basis, _ := v.Basis.MarshalText()
	fmt.Printf("%.6g, %s\n", v.Value, basis)
	fmt.Println(v.Low < 10.706375704583 && 10.706375704583 < v.High)
	fmt.Println(r.VaR(0.99999))
	// Output:
	// 10.7064, estimate
	// true
	// refused: this is beyond the probability 0.999, up to which the result was computed: see ExactOptions.At
}
