package dist_test

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// Five quantiles that an expert stated, of a loss that is never below 0. What
// no distribution of this kind can follow is refused, with the place.
func ExampleNewMetalog() {
	p := []float64{0.05, 0.25, 0.5, 0.75, 0.95}
	loss, err := dist.NewMetalog(p, []float64{1e4, 3e4, 4e4, 6e4, 12e4}, 0, math.Inf(1))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.0f, 99 %% below %.0f\n", loss.Mean(), loss.Quantile(0.99))

	_, err = dist.NewMetalog(p, []float64{1e4, 3e4, 4e4, 4.1e4, 12e4}, 0, math.Inf(1))
	fmt.Println(err)
	// Output:
	// mean 50142, 99 % below 187993
	// dist: metalog: x: got a density that is not above 0 between the probabilities 0.563 and 0.663, want quantiles that 5 terms can follow, or fewer terms
}

// Nine incidents in ten are small. The mixture is of one or the other; it is not
// their sum.
func ExampleNewMixture() {
	d, err := dist.Parse("mixture(weights=[9, 1], of=[lognormal90(low=1e3, high=5e4), lognormal90(low=1e5, high=5e6)])")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("median %.0f, mean %.0f, P(X > 1,000,000) %.4f\n", d.Quantile(0.5), d.Mean(), d.Survival(1e6))
	// Output:
	// median 8349, mean 156309, P(X > 1,000,000) 0.0385
}

// What was observed, as it is: nothing between the values, nothing beyond.
func ExampleNewEmpirical() {
	hours, err := dist.NewEmpirical([]float64{3, 8, 2, 3, 40}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(hours, hours.Mean(), hours.Quantile(0.9), hours.Survival(40))
	for _, a := range hours.Atoms() {
		fmt.Printf("%g with %.1f\n", a.At, a.P)
	}
	// Output:
	// empirical(values=[2, 3, 3, 8, 40]) 11.2 40 0
	// 2 with 0.2
	// 3 with 0.4
	// 8 with 0.2
	// 40 with 0.2
}

// A truncated loss cannot exceed the bound; a limited one is paid up to it.
func ExampleNewTruncated() {
	loss, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	below, err := dist.NewTruncated(loss, 0, 1e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("as estimated %.0f, limited %.0f, truncated %.0f\n", loss.Mean(), loss.LimitedMean(1e6), below.Mean())
	// Output:
	// as estimated 286806, limited 243792, truncated 203992
}

// Counts that vary more from year to year than those of a Poisson process.
func ExampleNewNegBinomialMean() {
	events, err := dist.NewNegBinomialMean(3, 0.5)
	if err != nil {
		fmt.Println(err)
		return
	}
	steady, err := dist.NewPoisson(3)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("variance %g and %g, P(N = 0) %.3f and %.3f, P(N > 10) %.2g and %.2g\n",
		events.Variance(), steady.Variance(), events.P(0), steady.P(0), events.Survival(10), steady.Survival(10))
	// Output:
	// variance 7.5 and 3, P(N = 0) 0.160 and 0.050, P(N > 10) 0.02 and 0.00029
}

// An estimated rate is uncertain, so the counts are spread wider than those of
// any one rate.
func ExampleNewMixedPoisson() {
	rate, err := dist.NewPERT(0.5, 2, 12)
	if err != nil {
		fmt.Println(err)
		return
	}
	events, err := dist.NewMixedPoisson(rate)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.3f, variance %.3f, 95 %% of years have at most %d\n", events.Mean(), events.Variance(), events.Quantile(0.95))
	// Output:
	// mean 3.417, variance 6.993, 95 % of years have at most 8
}
