package exactsum_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss/internal/exactsum"
)

// The sum of parts, in whatever order they come.
func ExampleSum() {
	parts := []float64{0.1, 1e16, 0.2, -1e16, 0.3}
	var sum float64
	var exact, first, last exactsum.Sum
	for i, x := range parts {
		sum += x
		exact.Add(x)
		if i < 2 {
			first.Add(x)
		} else {
			last.Add(x)
		}
	}
	fmt.Println(sum, exact.Float64())
	if err := last.Merge(&first); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(last == exact)
	// Output:
	// 0.3 0.6
	// true
}
