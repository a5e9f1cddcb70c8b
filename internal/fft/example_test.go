package fft_test

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/fft"
)

// The number of eyes of three dice: the distribution of one, three times
// convolved with itself. The length leaves room for the largest sum.
func Example() {
	die := make([]float64, 32)
	for eyes := 1; eyes <= 6; eyes++ {
		die[eyes] = 1.0 / 6
	}
	plan, err := fft.NewPlan(len(die))
	if err != nil {
		fmt.Println(err)
		return
	}
	spectrum, work := plan.Buffers()
	if err := plan.Forward(spectrum, die, work); err != nil {
		fmt.Println(err)
		return
	}
	fft.Power(spectrum, 3)
	if err := plan.Inverse(die, spectrum, work); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("P(3) = %.6f, P(10) = %.6f, P(18) = %.6f\n", die[3], die[10], die[18])
	// Output:
	// P(3) = 0.004630, P(10) = 0.125000, P(18) = 0.004630
}
