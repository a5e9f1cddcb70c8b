package fair_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// Six threat events a year, of which those are losses whose capability exceeds
// the resistance.
func Example() {
	capability, err := dist.NewPERT(0.2, 0.5, 0.9)
	if err != nil {
		fmt.Println(err)
		return
	}
	resistance, err := dist.NewPERT(0.3, 0.6, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	amount, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := fair.Tree{
		TEF: loss.Fixed(6), TCap: capability, Resistance: resistance, Primary: amount,
	}.Scenario("phishing")
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, err := loss.Compile(loss.Model{ID: "acme-2026", Currency: "EUR", Scenarios: []loss.Scenario{s}})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := plan.Exact(context.Background(), loss.ExactOptions{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.1f %% of threat events are losses\n", 100*s.Vulnerability.Dist.Mean())
	fmt.Printf("a year costs %.0f on average, and 1 in 20 more than %.0f\n", r.Mean().Value, r.VaR(0.95).Value)
	fmt.Printf("nothing: %.1f %%\n", 100*r.P0().Value)
	// Output:
	// 31.1 % of threat events are losses
	// a year costs 534989 on average, and 1 in 20 more than 1876735
	// nothing: 15.5 %
}

// What the tree says of each factor, before anything is simulated.
func ExampleTree_Explain() {
	nodes, err := fair.Tree{
		TEF:  loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.5, 2, 12))},
		TCap: must(dist.NewPERT(0.2, 0.5, 0.9)), Resistance: must(dist.NewPERT(0.3, 0.6, 0.95)),
		PrimaryForms: fair.Forms{Response: must(dist.NewPERT(5e3, 2e4, 9e4)), Productivity: must(dist.NewUniform(1e3, 2e4))},
		Secondary: []fair.Secondary{{
			SLEF: loss.Uncertain{Per: loss.Event, Dist: must(dist.NewPERT(0.05, 0.2, 0.6))}, SLM: must(dist.LogNormal90(5e4, 2e6)),
		}},
	}.Explain(context.Background())
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range nodes {
		fmt.Printf("%-26s mean %8.6g, 90 %% from %9.6g to %8.6g\n", n.Factor, n.Mean.Value, n.P5.Value, n.P95.Value)
	}
	// Output:
	// /lef                       mean   1.0622, 90 % from  0.291025 to  2.18355
	// /tef                       mean  3.41667, 90 % from  0.936107 to  7.02358
	// /vulnerability             mean 0.310888, 90 % from  0.310888 to 0.310888
	// /tCap                      mean 0.516667, 90 % from  0.307041 to 0.739833
	// /resistance                mean 0.608333, 90 % from  0.410038 to 0.813401
	// /magnitude                 mean   182971, 90 % from   18581.9 to   830587
	// /primary                   mean  39666.7, 90 % from   17258.3 to  68052.2
	// /primaryForms/productivity mean    10500, 90 % from      1950 to    19050
	// /primaryForms/response     mean  29166.7, 90 % from   9370.49 to  56299.7
	// /secondary/0/slef          mean 0.241667, 90 % from 0.0967389 to  0.42024
	// /secondary/0/slm           mean   592982, 90 % from     50000 to    2e+06
}

// Faults come all at once, and name the factors.
func ExampleTree_Scenario() {
	_, err := fair.Tree{
		LEF: loss.Fixed(2), TEF: loss.Fixed(6), TCap: must(dist.NewPERT(0.2, 0.5, 0.9)), Primary: must(dist.LogNormal90(20e3, 1e6)),
		Secondary: []fair.Secondary{{SLEF: loss.Fixed(3), SLM: must(dist.LogNormal90(20e3, 1e6))}},
	}.Scenario("phishing")
	fmt.Println(err)
	// Output:
	// fair: /tef: got a value, want none: lef, which would be derived from it, is given
	// fair: /tCap: got a value, want none: lef, which would be derived from it, is given
	// fair: /secondary/0/slef: got 3, want a probability from 0 to 1
}

// A program asks for the place and the code of a fault.
func ExampleProblems() {
	_, err := fair.Tree{TEF: loss.Fixed(6), TCap: must(dist.NewPERT(0.2, 0.5, 0.9)), Primary: must(dist.LogNormal90(20e3, 1e6))}.Scenario("phishing")
	if ps, ok := errors.AsType[fair.Problems](err); ok {
		for _, p := range ps {
			fmt.Println(p.Code, p.Path, "has", p.Found)
		}
	}
	// Output: FT002 /resistance has nothing
}

// The product of the factors has the mean of the events and a name of its own.
func ExampleTree_Product() {
	s, err := fair.Tree{
		TEF:           loss.Uncertain{Per: loss.Year, Dist: must(dist.NewPERT(0.5, 2, 12))},
		Vulnerability: loss.Fixed(0.3), Primary: must(dist.NewPERT(2e4, 8e4, 6e5)),
	}.Product("as a spreadsheet multiplies")
	text, fault := json.Marshal(s.Frequency)
	fmt.Println(string(text), err, fault)
	// Output:
	// {"rate":{"per":"year","dist":"pert(min=0.5, mode=2, max=12)"}} <nil> <nil>
}

// Two of the six forms of loss.
func ExampleForms() {
	text, err := json.Marshal(fair.Forms{Response: must(dist.NewPERT(5e3, 2e4, 9e4)), Productivity: must(dist.NewUniform(1e3, 2e4))})
	fmt.Println(string(text), err)
	// Output:
	// {"productivity":"uniform(min=1000, max=20000)","response":"pert(min=5000, mode=20000, max=90000)"} <nil>
}

// A tie is no loss: half of the levels of a threat are above 1, and none above 2.
func ExampleVulnerability() {
	levels, err := dist.NewEmpirical([]float64{1, 2}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, resistance := range []float64{0.5, 1, 2} {
		v, err := fair.Vulnerability(levels, must(dist.NewConstant(resistance)))
		fmt.Println(resistance, v, err)
	}
	// Output:
	// 0.5 1 <nil>
	// 1 0.5 <nil>
	// 2 0 <nil>
}

// A tree is data.
func ExampleTree_UnmarshalJSON() {
	var tree fair.Tree
	err := json.Unmarshal([]byte(`{
		"tef": {"per": "year", "dist": "pert(min=0.5, mode=2, max=12)"},
		"vulnerability": {"dist": "constant(value=0.3)"},
		"primary": "lognormal90(low=20000, high=1000000)",
		"secondary": [{"slef": {"dist": "constant(value=0.2)"}, "slm": "pert(min=50000, mode=250000, max=3000000)"}]
	}`), &tree)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := tree.Scenario("phishing")
	fmt.Println(s.Then[0].ID, s.Then[0].Severity, err)
	// Output:
	// secondary pert(min=50000, mode=250000, max=3e+06) <nil>
}
