package plot_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
	"github.com/ismskit/ismskit/risk/plot"
)

// The curve of a loss model beside what the board tolerates.
func ExampleExceedance() {
	severity, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		log.Fatal(err)
	}
	plan, err := loss.Compile(loss.Model{ID: "acme", Currency: "EUR", Scenarios: []loss.Scenario{
		{ID: "ransomware", Frequency: loss.Poisson{Rate: loss.Fixed(0.4)}, Severity: severity},
	}})
	if err != nil {
		log.Fatal(err)
	}
	year, err := plan.Exact(context.Background(), loss.ExactOptions{})
	if err != nil {
		log.Fatal(err)
	}
	picture := plot.Exceedance{
		Title: "What could we lose in a year?", Currency: "EUR",
		Curves: []plot.Curve{{
			Label: "today", Points: plot.Points(year.AEP()),
			Marks: []plot.Mark{{Loss: year.VaR(.95).Value, Probability: .05}},
		}},
		Tolerance: []plot.Point{{Loss: 100e3, Probability: .2}, {Loss: 1e6, Probability: .02}},
	}
	var svg strings.Builder // or a file, or an HTTP response
	if err := picture.WriteSVG(&svg); err != nil {
		log.Fatal(err)
	}
	table, err := picture.Table() // the same in words
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.ReplaceAll(table.Summary, ". ", ".\n"))
	// Output:
	// Probability of losing more: today.
	// today: a loss in 33 % of years, more than 329 k EUR in 10 %, more than 602 k EUR in 5 %, more than 1.56 M EUR in 1 %, VaR 95 %: 602 k EUR.
	// Tolerated: more than 100 k EUR in 20 % of years; today: 22 %.
	// Tolerated: more than 1 M EUR in 2 % of years; today: 2.3 %.
}

// The loss of a year in ranges, and the years without any.
func ExampleHistogram() {
	err := plot.Histogram{
		ID: "year", Currency: "EUR", Zero: .43,
		Bins:  []plot.Bin{{1e3, 1e4, .06}, {1e4, 1e5, .24}, {1e5, 1e6, .22}, {1e6, 1e7, .05}},
		Marks: []plot.At{{"mean", 237e3}, {"VaR 95 %", 1e6}},
	}.WriteSVG(descOnly{})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// Loss in a year: no loss in 43 % of years; The largest share, 24 % of years, is from 10 k EUR to 100 k EUR; mean: 237 k EUR; VaR 95 %: 1 M EUR.
}

// What a VaR depends on most.
func ExampleTornado() {
	err := plot.Tornado{
		ID: "inputs", Of: "VaR 95 %", Currency: "EUR", Base: 1.05e6,
		Swings: []plot.Swing{
			{Label: "hours without the shop", Low: plot.Effect{Input: "4 h", Result: 930e3}, High: plot.Effect{Input: "72 h", Result: 1.4e6}},
			{Label: "ransomware a year", Low: plot.Effect{Input: "0.5", Result: 420e3}, High: plot.Effect{Input: "12", Result: 2.9e6}},
		},
	}.WriteSVG(descOnly{})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// What VaR 95 % depends on, base 1.05 M EUR. The inputs, the one that matters most first: ransomware a year: 420 k EUR to 2.9 M EUR; hours without the shop: 930 k EUR to 1.4 M EUR.
}

// Plans by cost and by the loss that they leave; the front is found.
func ExamplePareto() {
	table, err := plot.Pareto{
		ID: "plans", Currency: "EUR", Budget: 100e3, Chosen: "MFA, backups",
		Plans: []plot.Plan{
			{"nothing", 0, 850e3}, {"MFA", 40e3, 527e3}, {"training", 50e3, 700e3}, {"MFA, backups", 70e3, 369e3}, {"all", 120e3, 340e3},
		},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range table.Rows {
		fmt.Println(strings.Join(row, " | "))
	}
	// Output:
	// nothing | 0 | 850 k | best for its cost
	// MFA | 40 k | 527 k | best for its cost
	// MFA, backups | 70 k | 369 k | chosen
	// all | 120 k | 340 k | best for its cost
}

// What each control contributes.
func ExampleWaterfall() {
	table, err := plot.Waterfall{
		ID: "controls", Of: "Expected loss in a year", Currency: "EUR", Before: 850e3,
		Steps: []plot.Contribution{{Label: "MFA", Change: -260e3, Low: -290e3, High: -230e3}, {Label: "backups", Change: -180e3}},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range table.Rows {
		fmt.Println(strings.Join(row, " | "))
	}
	// Output:
	// today |  | 850 k
	// MFA | −260 k (−290 k to −230 k) | 590 k
	// backups | −180 k | 410 k
	// after |  | 410 k
}

// How an estimate settles, and whether it is as precise as was asked.
func ExampleConvergence() {
	err := plot.Convergence{
		ID: "trials", Of: "VaR 99 %", Currency: "EUR", Asked: .02,
		Steps: []plot.Stage{
			{Trials: 1e3, Value: 2.4e6, Low: 1.9e6, High: 3.1e6},
			{Trials: 1e5, Value: 2.81e6, Low: 2.74e6, High: 2.88e6},
			{Trials: 1e6, Value: 2.79e6, Low: 2.77e6, High: 2.81e6},
		},
	}.WriteSVG(descOnly{})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// How sure VaR 99 % is. After 1 M trials VaR 99 % is 2.79 M EUR, from 2.77 M EUR to 2.81 M EUR. The interval is within the ±2 % that were asked for from 1 M trials on.
}

// In another language: what is not given stays English.
func ExampleWords() {
	table, err := plot.Waterfall{
		ID: "massnahmen", Currency: "EUR", Before: 1.25e6, Steps: []plot.Contribution{{Label: "MFA", Change: -260e3}},
		Words: plot.Words{Decimal: ",", Thousand: "Tsd.", Million: "Mio.", Before: "heute", After: "danach", Step: "Maßnahme", Change: "Änderung"},
	}.Table()
	if err != nil {
		log.Fatal(err)
	}
	for _, row := range table.Rows {
		fmt.Println(strings.Join(row, " | "))
	}
	// Output:
	// heute |  | 1,25 Mio.
	// MFA | −260 Tsd. | 990 Tsd.
	// danach |  | 990 Tsd.
}

// descOnly prints the text alternative of a picture.
type descOnly struct{}

func (descOnly) Write(svg []byte) (int, error) {
	_, desc, _ := strings.Cut(string(svg), "-desc\">")
	desc, _, _ = strings.Cut(desc, "</desc>")
	_, err := os.Stdout.WriteString(desc + "\n")
	return len(svg), err
}
