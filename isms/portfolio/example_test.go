package portfolio_test

import (
	"context"
	"fmt"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/portfolio"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/methods"
)

// A register of one risk, before and after a treatment that is planned.
func Example() {
	severity, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	m := loss.Model{
		ID: "acme-2027", Currency: "EUR",
		Scenarios: []loss.Scenario{{ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Fixed(0.4)}, Severity: severity}},
		Controls: []loss.Control{{ID: "backups", Cost: []float64{20e3}, Effects: []loss.Effect{
			{Scenario: "ransomware", On: loss.OnSeverity, Reduces: loss.Fixed(0.5)},
		}}},
	}
	sys := isms.System{
		ID: "acme", SchemaVersion: 1, Currency: "EUR", Roles: []isms.Role{{ID: "ciso"}},
		Risks: []isms.Risk{{ID: "R-001", Modeled: []isms.Modeled{{Model: "acme-2027", Name: "ransomware"}}}},
		Treatments: []isms.Treatment{{
			ID: "T-01", Risks: []isms.RiskID{"R-001"}, Modeled: []isms.Modeled{{Model: "acme-2027", Name: "backups"}}, From: day("2027-02-01"),
		}},
	}
	view, err := isms.At(sys, day("2026-11-30"), methods.All())
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := portfolio.New(view, m, portfolio.Options{})
	if err != nil {
		fmt.Println(err) // everything that does not fit, record by record
		return
	}
	out, err := p.Run(context.Background(), loss.SimOptions{Trials: 1 << 18, Seed: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range out.Risks {
		before, _ := portfolio.Of(s.Today.Quantified, loss.ValueAtRisk, 0.99)
		after, _ := portfolio.Of(s.Residual.Quantified, loss.ValueAtRisk, 0.99)
		fmt.Printf("%s: more than %.2g %s in a year of a hundred, after treatment %.2g\n", s.Risk, before.Amount.Value, before.Amount.Currency, after.Amount.Value)
	}
	risks := out.Record(isms.Party{Kind: isms.KindRole, ID: "ciso"})
	fmt.Println(len(risks[0].Assessments), "assessments, with seed", risks[0].Assessments[0].Quantified.Source.Seed)
	// Output:
	// R-001: more than 1.6e+06 EUR in a year of a hundred, after treatment 7.8e+05
	// 2 assessments, with seed 1
}
