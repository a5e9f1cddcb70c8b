package plot_test

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/ismskit/ismskit/risk/plot"
)

// A matrix of three likelihoods and three consequences, and four risks, two of
// which a treatment takes to a lower level.
func example() plot.HeatMap {
	return plot.HeatMap{
		ID:      "risks",
		Title:   "Risks of the web shop",
		Rows:    plot.Axis{Title: "Likelihood", Labels: []string{"rare", "possible", "likely"}},
		Columns: plot.Axis{Title: "Consequence", Labels: []string{"minor", "serious", "critical"}},
		Levels:  []plot.Level{{Label: "low"}, {Label: "medium"}, {Label: "high"}},
		Cells:   [][]int{{0, 0, 1}, {0, 1, 2}, {1, 2, 2}},
		Items: []plot.Item{
			{ID: "R-1", Label: "Stolen administrator password", At: plot.Position{Row: 2, Column: 2}, To: &plot.Position{Row: 0, Column: 2}},
			{ID: "R-2", Label: "Ransomware", At: plot.Position{Row: 1, Column: 2}, To: &plot.Position{Row: 1, Column: 1}},
			{ID: "R-3", Label: "Outage of the provider", At: plot.Position{Row: 1, Column: 1}},
			{ID: "R-4", Label: "Lost notebook", At: plot.Position{Row: 2, Column: 0}},
		},
	}
}

func ExampleHeatMap_WriteSVG() {
	var svg strings.Builder // or a file, or an HTTP response
	if err := example().WriteSVG(&svg); err != nil {
		log.Fatal(err)
	}
	for _, line := range strings.Split(svg.String(), "\n")[1:3] {
		fmt.Println(line)
	}
	// Output:
	// <title id="risks-title">Risks of the web shop</title>
	// <desc id="risks-desc">4 risks on a matrix of 3 × 3 cells, Likelihood by Consequence: 2 high, 2 medium. A residual rating is stated for 2: 2 to a lower level. Expected after treatment: 4 medium, the 2 without a residual rating counted where they are.</desc>
}

func ExampleHeatMap_Text() {
	text, err := example().Text()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text)
	// Output:
	// Risks of the web shop
	//
	// 4 risks on a matrix of 3 × 3 cells, Likelihood by Consequence: 2 high, 2 medium. A residual rating is stated for 2: 2 to a lower level. Expected after treatment: 4 medium, the 2 without a residual rating counted where they are.
	//
	// likely × critical (high): 1 risk
	// - R-1 Stolen administrator password → rare × critical (medium)
	//
	// possible × critical (high): 1 risk
	// - R-2 Ransomware → possible × serious (medium)
	//
	// likely × minor (medium): 1 risk
	// - R-4 Lost notebook
	//
	// possible × serious (medium): 1 risk
	// - R-3 Outage of the provider
}

func ExampleHeatMap_Table() {
	table, err := example().Table()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.Join(table.Header, " | "))
	for _, row := range table.Rows {
		fmt.Println(strings.Join(row, " | "))
	}
	// Output:
	// Level | Likelihood | Consequence | Risks | After treatment | Which
	// high | likely | critical | 1 | 0 | R-1
	// high | possible | critical | 1 | 0 | R-2
	// medium | likely | minor | 1 | 1 | R-4
	// medium | possible | serious | 1 | 2 | R-3
	// medium | rare | critical | 0 | 1 |
}

// Three risks in the orders of two methods.
func ExampleSlope_Text() {
	text, err := plot.Slope{
		Left: "Matrix", Right: "Score",
		Lines: []plot.Line{
			{ID: "R-1", Label: "Ransomware", Left: plot.Place{Rank: 1.5, Level: "high"}, Right: plot.Place{Rank: 1, Level: "high"}},
			{ID: "R-2", Label: "Lost notebook", Left: plot.Place{Rank: 1.5, Level: "high"}, Right: plot.Place{Rank: 3, Level: "low"}},
			{ID: "R-3", Label: "Fire", Left: plot.Place{Rank: 3, Level: "low"}, Right: plot.Place{Rank: 2, Level: "high"}},
		},
	}.Text()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print(text)
	// Output:
	// Slope chart: Matrix and Score
	//
	// 3 risks by two orders, Matrix and Score: 0 keep their place, 2 are higher by the second, 1 lower. The largest moves: R-2 Lost notebook: 1.5 (high) → 3 (low); R-3 Fire: 3 (low) → 2 (high); R-1 Ransomware: 1.5 (high) → 1 (high).
	//
	// - R-1 Ransomware: 1.5 (high) → 1 (high)
	// - R-2 Lost notebook: 1.5 (high) → 3 (low)
	// - R-3 Fire: 3 (low) → 2 (high)
}

// A bad value is named with its place, and nothing is written.
func ExampleHeatMap_WriteSVG_refused() {
	h := example()
	h.Cells[1][2] = 3
	fmt.Println(h.WriteSVG(os.Stdout))
	// Output:
	// plot: heat map: Cells[1][2]: got level 3, want 0 to 2
}
