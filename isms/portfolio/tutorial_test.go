package portfolio_test

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/portfolio"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/risk/plot"
	"github.com/ismskit/ismskit/risk/tolerance"
)

var ctx = context.Background()

// The steps of docs/quant/tutorial.md: TestTutorial holds the page to them.

func Example_tutorial1Scenario() {
	ransomware := loss.Scenario{
		ID:        "ransomware",
		Frequency: loss.Poisson{Rate: loss.Fixed(0.3)},       // three in ten years
		Severity:  must(dist.LogNormal90(50_000, 2_000_000)), // nine in ten cost between these
	}
	plan := must(loss.Compile(loss.Model{ID: "acme-2027", Currency: "EUR", Scenarios: []loss.Scenario{ransomware}}))
	year := must(plan.Exact(ctx, loss.ExactOptions{}))
	fmt.Printf("on average %.0f\n", year.Mean().Value)
	fmt.Printf("one year of a hundred more than %.0f\n", year.VaR(0.99).Value)
	fmt.Printf("no loss in %.0f %% of years\n", 100*year.P0().Value)
	// Output:
	// on average 177895
	// one year of a hundred more than 2638959
	// no loss in 74 % of years
}

func Example_tutorial2Ignorance() {
	rate := loss.Uncertain{Name: "attacks a year", Per: loss.Once, Dist: must(dist.NewPERT(0.05, 0.3, 0.9))}
	ransomware := loss.Scenario{
		ID: "ransomware", Frequency: loss.Poisson{Rate: rate}, Severity: must(dist.LogNormal90(50_000, 2_000_000)),
	}
	plan := must(loss.Compile(loss.Model{ID: "acme-2027", Currency: "EUR", Scenarios: []loss.Scenario{ransomware}}))
	year := must(plan.Exact(ctx, loss.ExactOptions{}))
	band := must(year.Band(ctx, loss.ExpectedLoss, 0))
	fmt.Printf("on average %.0f; %.0f to %.0f for want of knowledge\n", year.Mean().Value, band.Low, band.High)
	// Output:
	// on average 212485; 76700 to 376239 for want of knowledge
}

// tutorial is the model of the tutorial from its third step on.
func tutorial() loss.Model {
	rate := loss.Uncertain{Name: "attacks a year", Per: loss.Once, Dist: must(dist.NewPERT(0.05, 0.3, 0.9))}
	tricked := loss.Uncertain{Per: loss.Event, Dist: must(dist.NewBeta(2, 38))}
	return loss.Model{
		ID: "acme-2027", Currency: "EUR",
		Scenarios: []loss.Scenario{
			{
				ID: "ransomware", Frequency: loss.Poisson{Rate: rate}, Severity: must(dist.LogNormal90(50_000, 2_000_000)),
				Then: []loss.Stage{{ID: "fine", Probability: loss.Fixed(0.2), Severity: must(dist.NewPERT(20_000, 100_000, 900_000))}},
			},
			{ID: "fraud", Frequency: loss.Poisson{Rate: loss.Fixed(12)}, Vulnerability: tricked, Severity: must(dist.LogNormal90(5_000, 300_000))},
			{ID: "outage", Frequency: loss.Poisson{Rate: loss.Fixed(0.5)}, Severity: must(dist.NewPERT(10_000, 40_000, 300_000))},
		},
		Layers: []loss.Layer{{ID: "policy", Scenarios: []string{"ransomware"}, Retention: 500_000, Limit: 2_000_000, Premium: 60_000}},
		Controls: []loss.Control{
			{ID: "keys", Title: "Sign-in with keys", Cost: []float64{30_000}, Effects: []loss.Effect{
				{Scenario: "ransomware", On: loss.OnFrequency, Reduces: loss.Fixed(0.4)},
				{Scenario: "fraud", On: loss.OnVulnerability, Reduces: loss.Fixed(0.3)},
			}},
			{ID: "backups", Title: "Backups restored every quarter", Cost: []float64{40_000}, Effects: []loss.Effect{
				{Scenario: "ransomware", On: loss.OnSeverity, Reduces: loss.Fixed(0.5)},
			}},
			{ID: "call back", Title: "Call back before paying", Cost: []float64{8_000}, Effects: []loss.Effect{
				{Scenario: "fraud", On: loss.OnVulnerability, Reduces: loss.Fixed(0.7)},
			}},
		},
	}
}

func Example_tutorial3Portfolio() {
	plan := must(loss.Compile(tutorial()))
	today := must(plan.Simulate(ctx, loss.SimOptions{Trials: 1 << 18, Seed: 1}))
	fmt.Println("on average", today.Mean())
	fmt.Println("one year of a hundred", today.VaR(0.99))
	for _, c := range today.Contributions() {
		fmt.Printf("%s adds %.0f\n", c.Scenario, c.Mean.Value)
	}
	policy := today.Layers()[0]
	fmt.Printf("the policy bears %.0f a year for a premium of %.0f\n", policy.Recovery.Value, policy.Premium)
	// Output:
	// on average 231379.809 ± 2e+04
	// one year of a hundred 1492028.63 ± 1e+05
	// ransomware adds 231094
	// fraud adds 50070
	// outage adds 38961
	// the policy bears 88745 a year for a premium of 60000
}

func Example_tutorial4Tolerance() {
	plan := must(loss.Compile(tutorial()))
	today := must(plan.Simulate(ctx, loss.SimOptions{Trials: 1 << 18, Seed: 1}))
	tolerated := must(tolerance.New([]tolerance.Point{
		{Loss: 300_000, Probability: 0.2}, {Loss: 1_000_000, Probability: 0.02},
	}))
	c := tolerance.Compare(must(tolerance.New(today.AEP())), tolerated)
	fmt.Println("within:", c.Within)
	fmt.Printf("worst at %.2g: %.1f times as likely as is tolerated\n", c.Ratio.Loss, c.Ratio.Ratio)
	// Output:
	// within: false
	// worst at 5e+05: 1.4 times as likely as is tolerated
}

func Example_tutorial5Controls() {
	plan := must(loss.Compile(tutorial()))
	worth := must(plan.Worth(ctx, loss.WorthOptions{}, loss.SimOptions{Trials: 1 << 17, Seed: 1}))
	for i, c := range tutorial().Controls {
		share := worth.Controls[i].Shapley.Value
		fmt.Printf("%s: %.2g a year, %.1f for each euro\n", c.Title, share, share/c.Cost[0])
	}
	// Output:
	// Sign-in with keys: 5.7e+04 a year, 1.9 for each euro
	// Backups restored every quarter: 4.1e+04 a year, 1.0 for each euro
	// Call back before paying: 2.9e+04 a year, 3.6 for each euro
}

func Example_tutorial6Budget() {
	plan := must(loss.Compile(tutorial()))
	best := must(plan.Optimize(ctx, loss.Budget{Cost: 50_000}, loss.SimOptions{Trials: 1 << 17, Seed: 1}))
	fmt.Println(best.Controls, "for", best.Cost)
	fmt.Printf("leave %.2g of %.2g\n", best.With.Value, best.Without.Value)
	fmt.Printf("%v leave %.1g more\n", best.RunnerUp, best.Regret.Value)
	paid := must(plan.Return(ctx, best.Controls, loss.SimOptions{Trials: 1 << 17, Seed: 1}))
	fmt.Printf("in %.0f %% of years they take away more than they cost\n", 100*paid.Gain.Value)
	// Output:
	// [keys call back] for 38000
	// leave 1.4e+05 of 2.3e+05
	// [backups call back] leave 1e+04 more
	// in 32 % of years they take away more than they cost
}

func Example_tutorial7Sure() {
	plan := must(loss.Compile(tutorial()))
	s := must(plan.Sensitivity(ctx, loss.SensitivityOptions{}, loss.SimOptions{Trials: 1 << 16, Seed: 1}))
	for _, in := range s.Inputs[:2] {
		word := must(in.Per.MarshalText())
		fmt.Printf("%s (drawn per %s): %.2g to %.2g\n", in.Name, word, in.Low.Value, in.High.Value)
	}
	// Output:
	// attacks a year (drawn per once): 1.4e+05 to 3.4e+05
	// fraud/severity (drawn per event): 1.8e+05 to 3.6e+05
}

func Example_tutorial8Register() {
	linked := func(name string) []isms.Modeled { return []isms.Modeled{{Model: "acme-2027", Name: name}} }
	sys := isms.System{
		ID: "acme", SchemaVersion: 1, Currency: "EUR", Roles: []isms.Role{{ID: "ciso"}},
		Risks: []isms.Risk{
			{ID: "R-1", Title: "Ransomware", Modeled: linked("ransomware")},
			{ID: "R-2", Title: "Payments to fraudsters", Modeled: linked("fraud")},
			{ID: "R-3", Title: "The shop is down", Modeled: linked("outage")},
		},
		Treatments: []isms.Treatment{
			{ID: "T-1", Risks: []isms.RiskID{"R-1", "R-2"}, Modeled: linked("keys"), From: day("2025-03-01")},
			{ID: "T-2", Risks: []isms.RiskID{"R-2"}, Modeled: linked("call back"), From: day("2027-01-01")},
		},
	}
	view := must(isms.At(sys, day("2026-11-30"), methods.All()))
	p := must(portfolio.New(view, tutorial(), portfolio.Options{}))
	out := must(p.Run(ctx, loss.SimOptions{Trials: 1 << 18, Seed: 1}))
	for _, s := range out.Risks {
		today, _ := portfolio.Of(s.Today.Quantified, loss.ExpectedLoss, 0)
		after, _ := portfolio.Of(s.Residual.Quantified, loss.ExpectedLoss, 0)
		fmt.Printf("%s: %.2g a year, after treatment %.2g\n", s.Risk, today.Amount.Value, after.Amount.Value)
	}
	sys.Risks = out.Record(isms.Party{Kind: isms.KindRole, ID: "ciso"}) // or save each in your database
	recorded := sys.Risks[0].Assessments[0].Quantified
	again := must(portfolio.Again(ctx, tutorial(), sys.Risks[0], recorded))
	fmt.Println("computed again, the same:", reflect.DeepEqual(recorded, again))
	// Output:
	// R-1: 1.4e+05 a year, after treatment 1.4e+05
	// R-2: 3.5e+04 a year, after treatment 1e+04
	// R-3: 3.9e+04 a year, after treatment 3.9e+04
	// computed again, the same: true
}

func Example_tutorial9Picture() {
	plan := must(loss.Compile(tutorial()))
	today := must(plan.Simulate(ctx, loss.SimOptions{Trials: 1 << 18, Seed: 1}))
	best := must(must(plan.With("keys", "call back")).Simulate(ctx, loss.SimOptions{Trials: 1 << 18, Seed: 1}))
	picture := plot.Exceedance{
		Title: "What could we lose in a year?", Currency: "EUR",
		Curves: []plot.Curve{
			{Label: "today", Points: plot.Points(today.AEP())}, {Label: "with keys and call back", Points: plot.Points(best.AEP())},
		},
		Tolerance: []plot.Point{{Loss: 300_000, Probability: 0.2}, {Loss: 1_000_000, Probability: 0.02}},
	}
	svg := must(picture.SVG())
	fmt.Println(strings.HasPrefix(string(svg), "<svg"))
	// Output:
	// true
}

// TestTutorial: each Go of the page is part of a step, and what it prints is
// what the step does.
func TestTutorial(t *testing.T) {
	read := func(name string) string { return strings.ReplaceAll(string(must(os.ReadFile(name))), "\r\n", "\n") }
	page, steps := read("../../docs/quant/tutorial.md"), read("tutorial_test.go")
	plain := regexp.MustCompile(`(?m)^\t+`).ReplaceAllString(steps, "")
	outputs := regexp.MustCompile(`(?m)^// ?`).ReplaceAllString(plain, "")
	for what, in := range map[string]string{"go": plain, "text": outputs} {
		blocks := strings.Split(page, "\n```"+what+"\n")[1:]
		require.Greater(t, len(blocks), 6, what)
		for _, block := range blocks {
			block, _, _ = strings.Cut(block, "```\n")
			require.Contains(t, in, regexp.MustCompile(`(?m)^\t+`).ReplaceAllString(block, ""))
		}
	}
}
