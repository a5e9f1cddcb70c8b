package tolerance_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/tolerance"
)

// A board tolerates to lose more than 100,000 in three years of ten, more than a
// million in one of twenty, more than ten million in one of two hundred.
func Example() {
	tolerated, err := tolerance.New([]tolerance.Point{
		{Loss: 100e3, Probability: 0.3}, {Loss: 1e6, Probability: 0.05}, {Loss: 10e6, Probability: 0.005},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	today, err := tolerance.New([]tolerance.Point{ // such as the AEP of a result of package loss
		{Loss: 10e3, Probability: 0.4}, {Loss: 300e3, Probability: 0.25}, {Loss: 2e6, Probability: 0.08}, {Loss: 20e6, Probability: 0.001},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(tolerance.Compare(today, tolerated))
	// Output:
	// over the tolerance from 102,432 to 17,799,061
	// most above 1,000,000: 14.2 %, tolerated 5 %
	// most often above 10,000,000: 4.96 times as often as tolerated
	// farthest at 0.5 %: tolerated are 10,000,000, exceeded are 17,799,061
}

// The curve is one of four, for a rate that nobody knows better.
func ExampleShare() {
	tolerated, err := tolerance.New([]tolerance.Point{{Loss: 1e6, Probability: 0.1}, {Loss: 5e6, Probability: 0.02}})
	if err != nil {
		fmt.Println(err)
		return
	}
	var family []tolerance.Curve
	for _, p := range []float64{0.05, 0.09, 0.12, 0.2} {
		risk, err := tolerance.New([]tolerance.Point{{Loss: 0, Probability: 2 * p}, {Loss: 1e6, Probability: p}, {Loss: 10e6, Probability: p / 100}})
		if err != nil {
			fmt.Println(err)
			return
		}
		family = append(family, risk)
	}
	share, err := tolerance.Share(family, tolerated)
	fmt.Printf("over somewhere: %.0f %%, from %.0f to %.0f %% %v\n", 100*share.Share, 100*share.Low, 100*share.High, err)
	for _, at := range share.At {
		fmt.Printf("over at %.0f: %.0f %%\n", at.Loss, 100*at.Share)
	}
	// Output:
	// over somewhere: 75 %, from 19 to 99 % <nil>
	// over at 1000000: 50 %
	// over at 5000000: 75 %
}

func ExampleCurve_Probability() {
	c, err := tolerance.New([]tolerance.Point{{Loss: 100e3, Probability: 0.3}, {Loss: 10e6, Probability: 0.1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	p, known := c.Probability(1e6) // halfway on a logarithmic axis
	fmt.Printf("%.2f %t\n", p, known)
	_, known = c.Probability(50e3)
	fmt.Println(known)
	// Output:
	// 0.20 true
	// false
}
