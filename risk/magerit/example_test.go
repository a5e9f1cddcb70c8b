package magerit_test

import (
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/magerit"
)

// The example of the book for residual risk: an impact of 900,000, once in ten
// years, and safeguards that are 90 % effective against the impact and 50 %
// against the frequency.
func ExampleQuantity() {
	a, err := magerit.Quantity{
		Value: 900e3, Degradation: 1, Frequency: 0.1,
		Efficacy: magerit.Efficacy{Impact: 0.9, Frequency: 0.5},
	}.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.0f a year; with safeguards %.0f × %.2f = %.0f\n", a.Risk, a.ResidualImpact, a.ResidualFrequency, a.ResidualRisk)
	// Output: 90000 a year; with safeguards 90000 × 0.05 = 4500
}

func ExampleThreat() {
	r, err := magerit.Threat{Value: magerit.VeryHigh, Degradation: magerit.Degradation10, Probability: magerit.VeryLow}.Rate()
	if err != nil {
		fmt.Println(err)
		return
	}
	impact, _ := r.Impact.MarshalText()
	level, _ := r.Risk.MarshalText()
	fmt.Printf("impact %s, risk %s\n", impact, level)
	// Output: impact A, risk M
}

// Orders depend on two services, and both on one server.
func ExampleNew() {
	s, err := magerit.New(
		[]magerit.Asset{{ID: "orders", Value: 100e3}, {ID: "shop"}, {ID: "billing", Value: 20e3}, {ID: "server"}},
		[]magerit.Dependency{
			{Superior: "orders", Inferior: "shop", Degree: 0.8},
			{Superior: "orders", Inferior: "billing", Degree: 0.6},
			{Superior: "shop", Inferior: "server", Degree: 1},
			{Superior: "billing", Inferior: "server", Degree: 1},
		})
	if err != nil {
		fmt.Println(err)
		return
	}
	degrees, err := s.Degrees("orders")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("orders on server: %.2f\n", degrees[2].Degree)
	fmt.Printf("the server carries %.0f\n", s.Accumulated()[3].Value)
	deflected, err := s.Deflected("server", 0.5)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range deflected {
		fmt.Printf("half the server lost: %.0f on %s\n", d.Impact, d.Asset)
	}
	// Output:
	// orders on server: 0.92
	// the server carries 112000
	// half the server lost: 46000 on orders
	// half the server lost: 10000 on billing
}

// The qualitative model takes the highest value above, whatever the degrees.
func ExampleSystem_Highest() {
	s, err := magerit.New(
		[]magerit.Asset{{ID: "patient record", Value: 9}, {ID: "web site", Value: 3}, {ID: "server", Value: 1}},
		[]magerit.Dependency{
			{Superior: "patient record", Inferior: "server", Degree: 0.1},
			{Superior: "web site", Inferior: "server", Degree: 1},
		})
	if err != nil {
		fmt.Println(err)
		return
	}
	server := s.Highest()[2]
	fmt.Println(server.Value, "from", server.From)
	// Output: 9 from patient record
}

func ExampleCycleError() {
	_, err := magerit.New(
		[]magerit.Asset{{ID: "directory"}, {ID: "name service"}},
		[]magerit.Dependency{
			{Superior: "directory", Inferior: "name service", Degree: 1},
			{Superior: "name service", Inferior: "directory", Degree: 0.5},
		})
	var cycle *magerit.CycleError
	fmt.Println(errors.As(err, &cycle), cycle.Assets)
	// Output: true [directory name service directory]
}

func ExampleEfficacies() {
	own := magerit.Efficacies{L1: 0.1, L2: 0.5, L3: 0.8, L4: 0.95} // the organization's own
	e, err := own.Package([]magerit.Safeguard{
		{ID: "backups", Effect: magerit.OnImpact, Maturity: magerit.L3},
		{ID: "spare server", Effect: magerit.OnImpact, Maturity: magerit.L1},
		{ID: "patching", Effect: magerit.OnFrequency, Maturity: magerit.L4},
	})
	fmt.Printf("%.2f %.2f %v\n", e.Impact, e.Frequency, err)
	// Output: 0.45 0.95 <nil>
}
