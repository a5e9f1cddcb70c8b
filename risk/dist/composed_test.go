package dist_test

import (
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

// jumps returns where the quantile of a tail, 0 for the lower, is not smooth as
// a function of -log 2p, in ascending order.
func jumps(d dist.Dist, tail int) []float64 {
	var all []float64
	add := func(lower, upper float64) {
		if p := []float64{lower, upper}[tail]; p > 0 && p < 0.5 {
			all = append(all, -math.Log(2*p))
		}
	}
	if k, ok := d.(dist.Kinked); ok {
		for _, x := range k.Kinks() {
			add(d.CDF(x), d.Survival(x))
		}
	}
	for _, a := range atoms(d) {
		add(d.CDF(a.At), d.Survival(a.At))
		add(d.CDF(a.At)-a.P, d.Survival(a.At)+a.P)
	}
	slices.Sort(all)
	return all
}
