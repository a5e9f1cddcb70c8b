package copula_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// The numbers of events of two scenarios that have their bad years together.
func Example() {
	c, err := copula.Gaussian([][]float64{{1, 0.8}, {0.8, 1}})
	if err != nil {
		fmt.Println(err)
		return
	}
	scores, words := [][]float64{make([]float64, 10), make([]float64, 10)}, make([]uint64, 10)
	for i, scenario := range []string{"phishing", "ransomware"} {
		stream := streams.Name{Seed: 1, Scenario: scenario, Variable: "count"}.Key().Block(0)
		stream.Fill(words)
		c.Normals(scores[i], words)
	}
	if err := c.Correlate(scores, nil); err != nil {
		fmt.Println(err)
		return
	}
	for i, mean := range []float64{20, 3} {
		frequency, err := dist.NewPoisson(mean)
		if err != nil {
			fmt.Println(err)
			return
		}
		table, err := counts.NewTable(frequency)
		if err != nil {
			fmt.Println(err)
			return
		}
		numbers := make([]int32, 10)
		c.Counts(table).Fill(numbers, scores[i])
		fmt.Println(numbers)
	}
	// Output:
	// [27 16 20 20 17 19 12 12 13 17]
	// [8 2 3 3 1 4 2 0 1 2]
}

// Three variables cannot all be opposites of each other.
func ExampleNearest() {
	_, err := copula.Gaussian([][]float64{{1, -0.6, -0.6}, {-0.6, 1, -0.6}, {-0.6, -0.6, 1}})
	fmt.Println(err)
	// Output:
	// copula: correlation: got an eigenvalue of -0.2, the least of 3, want none below 0; the nearest matrix is [[1, -0.4999, -0.4999], [-0.4999, 1, -0.4999], [-0.4999, -0.4999, 1]]
}

// Losses that were drawn independently, in the order of scores.
func ExampleRanks() {
	losses := []float64{100, 0, 2500, 0, 40}
	scores := []float64{-1.2, 0.3, 0.9, -0.1, 2.2}
	var ranks copula.Ranks
	if err := ranks.Reorder(losses, scores); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(losses)
	// Output:
	// [0 40 100 0 2500]
}
