package dist_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
)

// An estimator is 90 % sure that a breach costs between 20,000 and 1,000,000.
// What was said about the mean and the tail should be shown at once.
func ExampleImplied() {
	loss, err := dist.LogNormal90(20e3, 1e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(dist.Implied(loss, 5e6))
	// Output:
	// lognormal(mu=11.8594990552502, sigma=1.1891705563730264)
	// mean 286,806 (exceeded with 27.6 %), standard deviation 506,024
	// 1 % 8893, 5 % 20,000, median 141,421, 95 % 1,000,000, 99 % 2,248,836
	// above 5,000,000 with 0.136 %
}

// Least, most likely and greatest number of attempts a year.
func ExampleNewPERT() {
	attempts, err := dist.NewPERT(0.5, 2, 12)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.3f, 95 %% below %.3f\n", attempts.Mean(), attempts.Quantile(0.95))

	_, err = dist.NewPERT(0.5, 15, 12)
	if refused, ok := errors.AsType[*dist.ParamError](err); ok {
		fmt.Println(refused.Param, "should be", refused.Want)
	}
	// Output:
	// mean 3.417, 95 % below 7.024
	// mode should be between min 0.5 and max 12
}

// The upper tail has a function of its own: 1 - CDF has no digits left there.
func ExampleDist() {
	var loss dist.Dist
	loss, err := dist.NewPareto(1e5, 3)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3g %.3g\n", 1-loss.CDF(1e11), loss.Survival(1e11))
	fmt.Printf("one in a million exceeds %.0f\n", loss.Upper(1e-6))
	fmt.Printf("an insurer who pays up to 500,000 pays %.0f\n", loss.LimitedMean(5e5))
	// Output:
	// 0 1e-18
	// one in a million exceeds 10000000
	// an insurer who pays up to 500,000 pays 148000
}

func ExampleParse() {
	d, err := dist.Parse("truncatednormal(mean=40, sd=25, min=0)")
	fmt.Println(d, err)

	_, err = dist.Parse("triangular(min=1, mod=2, max=3)")
	fmt.Println(err)
	// Output:
	// truncatednormal(mean=40, sd=25, min=0) <nil>
	// dist: at byte 18: triangular: got parameter "mod", want "mode"
}

// A field of a record holds any distribution, in JSON as its text form.
func ExampleOf() {
	var scenario struct {
		ID   string  `json:"id"`
		Loss dist.Of `json:"loss,omitzero"`
	}
	err := json.Unmarshal([]byte(`{"id": "ransomware", "loss": "gamma(shape=2, scale=5e4)"}`), &scenario)
	fmt.Println(scenario.Loss.Dist.Mean(), err)

	text, err := json.Marshal(scenario)
	fmt.Println(string(text), err)
	// Output:
	// 100000 <nil>
	// {"id":"ransomware","loss":"gamma(shape=2, scale=50000)"} <nil>
}

// Losses of 2 million or more were seen one time in a hundred, half of them
// were below 50,000.
func ExampleNewLogNormalQuantiles() {
	loss, err := dist.NewLogNormalQuantiles(0.5, 5e4, 0.99, 2e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("mean %.0f\n", loss.Mean())
	// Output:
	// mean 175781
}
