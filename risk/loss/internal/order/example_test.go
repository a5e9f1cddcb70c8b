package order_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss/internal/order"
)

// What the worst two of five years cost.
func ExampleSelector() {
	losses := []float64{0, 12, 0, 3, 70}
	p := 0.6
	out := make([]float64, 1)
	var s order.Selector
	if err := s.Select(out, losses, []int{int(order.Rank(5, p))}); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("VaR %g, TVaR %g\n", out[0], order.TailMean(losses, out[0], p))
	// Output:
	// VaR 3, TVaR 41
}
