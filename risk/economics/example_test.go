package economics_test

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/economics"
)

// An asset of 10 million loses a tenth of its value in an event that is
// expected six times in ten years. (Published example, zpedu.net.cn.)
func ExampleSingleLoss() {
	sle, err := economics.SingleLoss{AssetValue: 10e6, ExposureFactor: 0.1}.Expectancy()
	fmt.Println(sle, err)
	// Output: 1e+06 <nil>
}

func ExampleAnnualLoss() {
	ale, err := economics.AnnualLoss{SLE: 1e6, ARO: 0.6}.Expectancy()
	fmt.Println(ale, err)
	// Output: 600000 <nil>
}

// The control costs 126,000 a year and avoids 70 % of a loss of 600,000.
// (Published example, zpedu.net.cn.)
func ExampleInvestment() {
	with, err := economics.Mitigation{Before: 600e3, Share: 0.7, Cost: 126e3}.Investment()
	if err != nil {
		fmt.Println(err)
		return
	}
	net, err := with.Net()
	fmt.Println(with.After, net, err)
	// Output: 180000 294000 <nil>
}

// ENISA, "Introduction to Return on Security Investment" (2012): five virus
// infections a year cost 15,000 each; an antivirus at 25,000 avoids 80 %.
func ExampleMitigation() {
	ale, err := economics.AnnualLoss{SLE: 15e3, ARO: 5}.Expectancy()
	if err != nil {
		fmt.Println(err)
		return
	}
	antivirus, err := economics.Mitigation{Before: ale, Share: 0.8, Cost: 25e3}.Investment()
	if err != nil {
		fmt.Println(err)
		return
	}
	ratio, err := antivirus.Ratio()
	fmt.Printf("ROSI %.0f %%, %v\n", 100*ratio, err)
	// Output: ROSI 140 %, <nil>
}

// Hubbard's return on control is the ratio: a control at 100,000 that takes
// 300,000 off the expected loss returns twice its cost.
func ExampleInvestment_Ratio() {
	returned, err := economics.Investment{Before: 500e3, After: 200e3, Cost: 100e3}.Ratio()
	fmt.Println(returned, err)
	// Output: 2 <nil>
}

// Gordon, Loeb, Lucyshyn and Zhou (2015), Table 1: the optimum for a loss of
// 400,000, and for what it becomes as the loss doubles.
func ExampleClassI() {
	for _, loss := range []float64{400e3, 420e3, 800e3} {
		o, err := economics.ClassI{Vulnerability: 0.64, Loss: loss, Alpha: 1e-5, Beta: 1}.Optimum()
		fmt.Printf("invest %.0f, %.2f %% of the expected loss, %v\n", o.Investment, 100*o.Share, err)
	}
	// Output:
	// invest 60000, 23.44 % of the expected loss, <nil>
	// invest 63951, 23.79 % of the expected loss, <nil>
	// invest 126274, 24.66 % of the expected loss, <nil>
}

// By the second class, what is almost certain to be breached is not worth
// protecting.
func ExampleClassII() {
	for _, v := range []float64{0.3, 0.64, 0.95} {
		o, err := economics.ClassII{Vulnerability: v, Loss: 400e3, Alpha: 1e-5}.Optimum()
		fmt.Printf("invest %.0f, %v\n", o.Investment, err)
	}
	// Output:
	// invest 30561, <nil>
	// invest 29849, <nil>
	// invest 0, <nil>
}

// Gordon et al. (2015), Table 2: the bound without and with what others lose.
func ExampleStake() {
	for _, g := range []float64{0, 1, 2} {
		bound, err := economics.Stake{Vulnerability: 1, Loss: 100, Externality: g}.Bound()
		fmt.Printf("%.2f %% %v\n", bound, err)
	}
	// Output:
	// 36.79 % <nil>
	// 73.58 % <nil>
	// 110.36 % <nil>
}

// Hubbard and Seiersen, chapter 3: an estimate of 100,000 to 8 million.
func ExampleInterval() {
	l, err := economics.Interval{Lower: 100e3, Upper: 8e6}.LogNormal()
	fmt.Printf("%.1f %.2f %v\n", l.Mu, l.Sigma, err)
	// Output: 13.7 1.33 <nil>
}

// Hubbard and Seiersen, chapter 3: of losses of 1 to 9 million, one in a
// hundred is above 14.2 million.
func ExampleLogNormal() {
	l, err := economics.Interval{Lower: 1e6, Upper: 9e6}.LogNormal()
	if err != nil {
		fmt.Println(err)
		return
	}
	q, err := l.Quantile(0.99)
	fmt.Printf("%.1f million, %v\n", q/1e6, err)
	// Output: 14.2 million, <nil>
}

// Hubbard and Seiersen, chapter 3: one chance in twenty of losing 1 to 9
// million.
func ExampleScenario() {
	s := economics.Scenario{Probability: 0.05, Loss: economics.Interval{Lower: 1e6, Upper: 9e6}}
	rapid, err := s.RapidLoss()
	fmt.Printf("%.0f %v\n", rapid, err)
	mean, err := s.ExpectedLoss()
	fmt.Printf("%.0f %v\n", mean, err)
	// Output:
	// 190000 <nil>
	// 187483 <nil>
}

func ExampleRapidAudit() {
	_, err := economics.RapidAudit([]economics.Scenario{
		{Title: "Ransomware", Probability: 0.05, Loss: economics.Interval{Lower: 1e6, Upper: 9e6}, Currency: "EUR"},
		{Title: "Fraud", Probability: 10, Loss: economics.Interval{Lower: 10e3, Upper: 50e3}, Currency: "CHF"},
	})
	if errs, ok := errors.AsType[economics.InputErrors](err); ok {
		for _, e := range errs {
			fmt.Println(e.Input, e.Found)
		}
	}
	// Output:
	// scenarios/1/probability 10
	// scenarios/1/currency "CHF"
}

// The board tolerates one chance in two of losing a million a year, and one in
// twenty of ten.
func ExampleTolerance() {
	l, err := economics.Tolerance{
		Often:  economics.Point{Loss: 1e6, Exceedance: 0.5},
		Seldom: economics.Point{Loss: 10e6, Exceedance: 0.05},
	}.LogNormal()
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := l.Exceedance(5e6)
	fmt.Printf("above 5 million: %.1f %%, %v\n", 100*p, err)
	// Output: above 5 million: 12.5 %, <nil>
}

// One of eight comparable companies had the incident.
func ExampleSuccession() {
	p, err := economics.Succession{Hits: 1, Observations: 8}.Probability()
	fmt.Println(p, err)
	// Output: 0.2 <nil>
}

// CRML: two controls that take away 80 % and 70 % leave 6 %.
func ExampleSeries() {
	r, err := economics.Series{Frequency: 0.1, Controls: []economics.Control{
		{Title: "filter", Effectiveness: 0.8, Coverage: 1, Reliability: 1},
		{Title: "endpoint", Effectiveness: 0.7, Coverage: 1, Reliability: 1},
	}}.Residual()
	fmt.Printf("%.3f a year, %.0f %% less, implausible: %v, %v\n", r.Frequency, 100*r.Reduction, r.Implausible, err)
	// Output: 0.006 a year, 94 % less, implausible: false, <nil>
}
