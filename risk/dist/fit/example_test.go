package fit_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/dist/fit"
)

// Losses of ten incidents are known, two by a range alone, one reached the limit
// of the policy. Nothing below 5,000 was ever reported.
func Example() {
	data := fit.Exact(12e3, 14e3, 18e3, 25e3, 33e3, 40e3, 62e3, 95e3, 140e3, 310e3)
	data = append(data, fit.Between(20e3, 50e3), fit.Between(50e3, 100e3), fit.AtLeast(500e3))
	found, err := fit.LogNormal(fit.Reported(5e3, data))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found)
	// Output:
	// lognormal(mu=10.805061562049728, sigma=1.3178990939950082)
	// mu 10.81, standard error 0.4331, 95 % from 9.956 to 11.65
	// sigma 1.318, standard error 0.3748, 95 % from 0.7548 to 2.301
	// 13 observations, log-likelihood -127.40, AIC 258.80, BIC 259.93
	// no distance: some values are known only by an interval
}

// The same data with three families: the smallest AIC is preferred, but where
// the tail is what counts a difference below 2 decides nothing.
func ExampleFit() {
	data := fit.Exact(27, 82, 115, 126, 155, 161, 243, 294, 340, 384, 457, 680, 855, 877, 974, 1193, 1340, 1884, 2558, 15743)
	for _, of := range []func([]fit.Observation) (fit.Fit, error){fit.LogNormal, fit.Gamma, fit.Weibull} {
		found, err := of(data)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("AIC %.1f, 99 %% below %.0f: %v\n", found.AIC, found.Dist.Quantile(0.99), found.Dist)
	}
	// Output:
	// AIC 319.4, 99 % below 11733: lognormal(mu=6.137878040935631, sigma=1.3894084460568787)
	// AIC 328.6, 99 % below 8920: gamma(shape=0.5561577973714792, scale=2561.143629977252)
	// AIC 325.0, 99 % below 9511: weibull(shape=0.662792479190008, scale=949.5968034084913)
}

// How heavy is the tail above 200? The shape has a wide interval: 14 losses do
// not tell whether there is a variance, or even a mean.
func ExampleGeneralizedPareto() {
	data := fit.Exact(27, 82, 115, 126, 155, 161, 243, 294, 340, 384, 457, 680, 855, 877, 974, 1193, 1340, 1884, 2558, 15743)
	found, err := fit.GeneralizedPareto(200, data)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(found.Estimate)
	// Output:
	// scale 625.3, standard error 285.8, 95 % from 255.3 to 1532
	// shape 0.6887, standard error 0.414, 95 % from -0.1227 to 1.5
	// 14 observations, log-likelihood -113.78, AIC 231.55, BIC 232.83
}

// Incidents of eight years, the last of which has only gone by to the half.
func ExampleNegBinomial() {
	years := append(fit.Counted(2, 0, 5, 1, 9, 3, 0), fit.Tally{Events: 4, Exposure: 0.5})
	found, err := fit.NegBinomial(years)
	fmt.Println(found, err)

	_, err = fit.NegBinomial(fit.Counted(3, 4, 3, 5, 4))
	fmt.Println(err)
	// Output:
	// negbinomialmean(mean=3.2, dispersion=0.8047345886023929)
	// mean 3.2, standard error 1.235, 95 % from 1.502 to 6.818
	// dispersion 0.8047, standard error 0.6398, 95 % from 0.1694 to 3.823
	// 8 observations, log-likelihood -18.55, AIC 41.10, BIC 41.25
	// Pearson's sum 6.573 at 6 degrees of freedom <nil>
	// fit: negbinomialmean: data: got counts that vary no more than those of a Poisson process, want more variance than mean: use Poisson
}

func ExamplePoisson() {
	found, err := fit.Poisson([]fit.Tally{{Events: 7, Exposure: 3.5}})
	if err != nil {
		fmt.Println(err)
		return
	}
	low, high := found.Params[0].Interval(0.9)
	fmt.Printf("%v: 90 %% from %.2f to %.2f a year\n", found.Count, low, high)
	// Output:
	// poisson(mean=2): 90 % from 1.07 to 3.72 a year
}

// What was refused, and where, can be shown beside the field.
func ExampleError() {
	_, err := fit.Gamma(fit.Exact(1200, -50, 800))
	fmt.Println(err)
	// Output:
	// fit: gamma: data/1/low: got -50, want a number from 0 to 1e+100
}
