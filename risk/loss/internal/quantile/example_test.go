package quantile_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// The words decide the kind of simulation: here the middle of each
// quarter of the probability, for a Latin hypercube of four draws.
func Example() {
	d, err := dist.NewPERT(1, 2, 5)
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := quantile.Build(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for stratum := range uint64(4) {
		middle := stratum<<62 + 1<<61
		fmt.Printf("%.4f\n", table.At(middle))
	}
	// Output:
	// 1.5101
	// 2.0148
	// 2.5142
	// 3.2252
}
