package histogram_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
)

// Two halves of a simulation, put together.
func ExampleHistogram() {
	var one, two histogram.Histogram
	one.Add([]float64{0, 12, 0})
	two.Add([]float64{3, 70})
	if err := one.Merge(&two); err != nil {
		fmt.Println(err)
		return
	}
	value, _, _ := one.Quantile(0.6)
	share, _, _ := one.Above(10)
	fmt.Printf("mean %g, VaR %g, TVaR %g, above 10 %g\n", one.Mean(), value, one.TailMean(0.6), share)
	// Output:
	// mean 17, VaR 3, TVaR 41, above 10 0.4
}
