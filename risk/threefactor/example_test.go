package threefactor_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/threefactor"
)

// The invented table of a bakery: value of what is threatened, how often the
// threat is met, how open the bakery is to it.
func ExampleDefinition() {
	d := threefactor.Definition{
		ID: "bakery/table", Version: "1", Title: "Risks of the bakery", Source: "minutes of 3 May, page 2",
		Factors: [3]risk.Factor{
			{ID: "value", Scale: risk.Scale{Levels: []risk.Level{{ID: "low"}, {ID: "medium"}, {ID: "high"}}}},
			{ID: "threat", Scale: risk.Scale{Levels: []risk.Level{{ID: "rare"}, {ID: "frequent"}}}},
			{ID: "weakness", Scale: risk.Scale{Levels: []risk.Level{{ID: "closed"}, {ID: "open"}, {ID: "wide"}}}},
		},
		Levels: []risk.Level{{ID: "1"}, {ID: "2"}, {ID: "3"}, {ID: "4"}, {ID: "5"}},
		Cells: [][]string{
			// rare              frequent
			{"1", "1", "2" /**/, "1", "2", "3"}, // low
			{"1", "2", "3" /**/, "2", "3", "4"}, // medium
			{"2", "3", "4" /**/, "3", "4", "5"}, // high
		},
	}
	m, err := d.Method()
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := m.Rate(risk.Inputs{"value": "high", "threat": "rare", "weakness": "wide"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Method, r.Level)

	d.Cells[1][4] = "33"
	_, err = d.Method()
	fmt.Println(err)
	// Output:
	// bakery/table@1 4
	// threefactor: cell of medium, frequent, open (row 2, column 5): got "33", want one of 1, 2, 3, 4, 5
}
