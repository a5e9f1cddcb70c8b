package points_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/loss/internal/points"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A block of trials has one word in each of 4,096 intervals: 1,024 in each
// quarter.
func ExampleLatin() {
	var words [streams.Block]uint64
	key := streams.Name{Seed: 1, Scenario: "ransomware", Variable: "severity"}.Key()
	points.Latin(&words, key, 0)
	var quarters [4]int
	for _, word := range words {
		quarters[word>>62]++
	}
	fmt.Println(quarters)
	// Output:
	// [1024 1024 1024 1024]
}

// Four successive points of one replicate have one word in each quarter, in each
// dimension.
func ExampleSobol() {
	words := make([]uint64, 4)
	for dimension, scenario := range []string{"ransomware", "phishing"} {
		key := streams.Name{Seed: 1, Scenario: scenario, Variable: "count"}.Key()
		s, err := points.NewSobol(dimension, key, 0)
		if err != nil {
			fmt.Println(err)
			return
		}
		s.Fill(words, 4096)
		for i, word := range words {
			fmt.Printf("%d: %.3f  ", 4096+i, streams.Unit(word))
		}
		fmt.Println(scenario)
	}
	// Output:
	// 4096: 0.329  4097: 0.639  4098: 0.077  4099: 0.891  ransomware
	// 4096: 0.389  4097: 0.573  4098: 0.901  4099: 0.092  phishing
}
