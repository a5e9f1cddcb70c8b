package counts_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// The number of events of each year.
func ExampleTable() {
	frequency, err := dist.NewPoisson(3)
	if err != nil {
		fmt.Println(err)
		return
	}
	table, err := counts.NewTable(frequency)
	if err != nil {
		fmt.Println(err)
		return
	}
	stream := streams.Name{Seed: 1, Scenario: "phishing", Variable: "count"}.Key().Block(0)
	words, numbers := make([]uint64, 10), make([]int32, 10)
	stream.Fill(words)
	table.Fill(numbers, words)
	fmt.Println(numbers)
	// Output:
	// [6 2 3 3 2 3 0 0 0 2]
}

// The events of 4,096 years of which most have none.
func ExampleScatter() {
	scatter, err := counts.NewScatter(0.001)
	if err != nil {
		fmt.Println(err)
		return
	}
	stream := streams.Name{Seed: 1, Scenario: "fire", Variable: "year"}.Key().Block(0)
	years := make([]uint16, scatter.Total(stream.Uint64()))
	counts.Years(&stream, years)
	fmt.Println(years)
	// Output:
	// [1692 2323 3761]
}
