package elicit_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/elicit"
)

// Two people, two intervals of 90 % for the same loss. The pool is wider than
// both: one of them may be wrong.
func ExamplePool() {
	operations, err := dist.LogNormal90(50e3, 500e3)
	if err != nil {
		fmt.Println(err)
		return
	}
	finance, err := dist.LogNormal90(200e3, 4e6)
	if err != nil {
		fmt.Println(err)
		return
	}
	pooled, err := elicit.Pool([]elicit.Opinion{
		{Expert: "operations", Dist: dist.Of{Dist: operations}, Weight: 2},
		{Expert: "finance", Dist: dist.Of{Dist: finance}, Weight: 1},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("90 %% from %.0f to %.0f, mean %.0f\n", pooled.Quantile(0.05), pooled.Upper(0.05), pooled.Mean())
	// Output:
	// 90 % from 57543 to 2299645, mean 585999
}

// Three people on the chance of an event in the next year.
func ExampleLogarithmicPool() {
	said := []elicit.Judgment{{Expert: "A", P: 0.02}, {Expert: "B", P: 0.05}, {Expert: "C", P: 0.4}}
	linear, err := elicit.LinearPool(said)
	fmt.Printf("linear %.3f %v\n", linear, err)
	logarithmic, err := elicit.LogarithmicPool(said)
	fmt.Printf("logarithmic %.3f %v\n", logarithmic, err)
	// Output:
	// linear 0.157 <nil>
	// logarithmic 0.082 <nil>
}

// Five questions are too few in earnest. Anna is right most often, Bert is too
// sure, Cleo says hardly anything.
func ExamplePanel() {
	panel := elicit.Panel{
		Experts: []string{"Anna", "Bert", "Cleo"},
		Seeds: []elicit.Seed{
			{Question: "RFC 791", Answer: 1981, Quantiles: [][]float64{{1972, 1980, 1990}, {1984, 1985, 1986}, {1900, 1970, 2020}}},
			{Question: "port of BGP", Answer: 179, Quantiles: [][]float64{{100, 170, 400}, {170, 180, 190}, {1, 500, 5000}}},
			{Question: "rounds of AES-256", Answer: 14, Quantiles: [][]float64{{8, 12, 20}, {15, 16, 17}, {1, 20, 100}}},
			{Question: "Kerckhoffs", Answer: 1883, Quantiles: [][]float64{{1850, 1890, 1930}, {1916, 1918, 1920}, {1700, 1900, 1990}}},
			{Question: "gold", Answer: 79, Quantiles: [][]float64{{60, 80, 95}, {78, 79, 80}, {10, 60, 110}}},
		},
	}
	weighting, err := panel.Optimize()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range weighting.Scores {
		fmt.Printf("%s: hits %d, calibration %.4f, information %.2f, weight %.3f\n", s.Expert, s.Hits, s.Calibration, s.Information, s.Weight)
	}
	asked := elicit.Seed{Question: "days until the backup is restored", Quantiles: [][]float64{{2, 4, 9}, {3, 3.5, 4}, {1, 10, 60}}}
	days, err := panel.Quantiles(asked, weighting.Weights())
	fmt.Printf("5, 50 and 95 %%: %.1f %v\n", days, err)
	// Output:
	// Anna: hits [0 2 3 0], calibration 0.7399, information 1.57, weight 0.896
	// Bert: hits [3 2 0 0], calibration 0.0024, information 3.77, weight 0.007
	// Cleo: hits [0 3 2 0], calibration 0.7399, information 0.17, weight 0.097
	// 5, 50 and 95 %: [1.6 4.3 35.7] <nil>
}

// Ten questions of the training set, and what somebody was 90 % sure of.
func ExampleHits() {
	said := map[string][2]float64{
		"rfc1": {1965, 1972}, "rfc791": {1975, 1985}, "http10": {1990, 1994}, "morris": {1985, 1990}, "x509": {1992, 1998},
		"rsa": {1975, 1980}, "kerckhoffs": {1900, 1940}, "shannon": {1945, 1960}, "aesrounds": {8, 12}, "kerberos": {50, 100},
	}
	var intervals []elicit.Interval
	for _, q := range elicit.Questions() {
		if in, answered := said[q.ID]; answered {
			intervals = append(intervals, elicit.Interval{Low: in[0], High: in[1], Answer: q.Answer})
		}
	}
	got, err := elicit.Hits(intervals, 0.9)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(got)
	fmt.Printf("in the long run %.0f to %.0f %% would hold the answer\n", 100*got.Low, 100*got.High)
	// Output:
	// right in 6 of 10, 90 % sure on average; a calibrated person has as few with probability 1.28 %: overconfident
	// in the long run 26 to 88 % would hold the answer
}

func ExampleScore() {
	score, err := elicit.Score([]elicit.Forecast{
		{P: 0.9, Happened: true},
		{P: 0.9, Happened: true},
		{P: 0.9, Happened: false},
		{P: 0.9, Happened: true},
		{P: 0.2, Happened: false},
		{P: 0.2, Happened: false},
		{P: 0.2, Happened: true},
		{P: 0.2, Happened: false},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(score)
	// Output:
	// Brier score 0.2 = reliability 0.0125 - resolution 0.0625 + uncertainty 0.25
	// said 20 % 4 times, happened 25 %
	// said 90 % 4 times, happened 75 %
	// right in 6 of 8, 85 % sure on average; a calibrated person has as few with probability 34.3 %: inconclusive
}

// "Between once in ten years and twice a year", and then five years without an
// incident.
func ExampleRate_Update() {
	prior, err := elicit.RateBetween(0.1, 2)
	if err != nil {
		fmt.Println(err)
		return
	}
	update, err := prior.Update(0, 5)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(update)
	count, err := update.Posterior.Count(1) // what a loss model takes
	fmt.Println(count, err)
	// Output:
	// prior: 0.7817 a year, 90 % from 0.1 to 2
	// counted: 0 in 5 years; the prior gave so far out 14 %
	// posterior: 0.2254 a year, 90 % from 0.02883 to 0.5766
	// next year: none with 81 %, two or more with 3.02 %
	// negbinomialmean(mean=0.2253539851232627, dispersion=0.631640393133867) <nil>
}

// How many quiet years make "one in ten years" into how much?
func ExampleRate_Quiet() {
	prior, err := elicit.OneIn(10)
	if err != nil {
		fmt.Println(err)
		return
	}
	after, err := prior.Quiet(0, 1, 5, 10, 20)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range after {
		fmt.Printf("%2.0f more years: %.3f a year, 5 %% above %.2f, the next is quiet too with %.0f %%\n", q.Years, q.Mean, q.High, 100*q.None)
	}
	// Output:
	// 0 more years: 0.100 a year, 5 % above 0.30, the next is quiet too with 91 %
	//  1 more years: 0.091 a year, 5 % above 0.27, the next is quiet too with 92 %
	//  5 more years: 0.067 a year, 5 % above 0.20, the next is quiet too with 94 %
	// 10 more years: 0.050 a year, 5 % above 0.15, the next is quiet too with 95 %
	// 20 more years: 0.033 a year, 5 % above 0.10, the next is quiet too with 97 %
}

// Of 12 phishing tests 2 were clicked by more than one in ten.
func ExampleChance_Update() {
	prior, err := elicit.ChanceBetween(0.05, 0.5)
	if err != nil {
		fmt.Println(err)
		return
	}
	update, err := prior.Update(2, 12)
	fmt.Println(update, err)
	next, err := update.Posterior.Next(4)
	fmt.Printf("of 4 more %.2f, none with %.0f %% %v\n", next.Mean, 100*next.None, err)
	// Output:
	// prior: 23.8 %, 90 % from 5 % to 50 %
	// counted: 2 in 12
	// posterior: 19.6 %, 90 % from 7.35 % to 35.3 % <nil>
	// of 4 more 0.78, none with 45 % <nil>
}
