package risk_test

import (
	"fmt"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
	"github.com/ismskit/ismskit/risk/simple"
)

// Levels of two methods have no order in common, until it is decided which of
// them mean the same.
func ExampleHarmonization() {
	matrix, formula := iso27005.Qualitative(), simple.SimpleRisk1.Method()
	h := risk.Harmonization{
		Common: risk.Matrix{Levels: []risk.Level{{ID: "green"}, {ID: "red"}}},
		Methods: []risk.Mapping{
			{Method: matrix.Ref(), Levels: map[string]string{"very-low": "green", "low": "green", "medium": "green", "high": "red", "very-high": "red"}},
			{Method: formula.Ref(), Levels: make(map[string]string)},
		},
	}
	for i, l := range formula.Levels {
		h.Methods[1].Levels[l.ID] = h.Common.Levels[2*i/len(formula.Levels)].ID
	}
	fmt.Println("problems:", len(h.Problems(risk.Methods{matrix, formula})))

	a := risk.Rating{Method: matrix.Ref(), Level: "medium"}
	b := risk.Rating{Method: formula.Ref(), Level: formula.Levels[len(formula.Levels)-1].ID}
	_, alone := matrix.Compare(a, b)
	order, together := h.Compare(a, b)
	fmt.Println(alone, together, order)
	// Output:
	// problems: 0
	// false true -1
}

// What was judged for a matrix, in the words of a formula that calls the
// consequence impact.
func ExampleTranslation() {
	matrix, formula := iso27005.Qualitative(), simple.Product.Method()
	t := risk.Translation{
		From: matrix.Ref(), To: formula.Ref(),
		Factors: []risk.TranslatedFactor{
			{Factor: "likelihood", Of: "likelihood"}, // the same ids
			{Factor: "impact", Of: "consequence"},
		},
	}
	fmt.Println("problems:", len(t.Problems(matrix, formula)))
	in, err := t.Inputs(matrix, risk.Inputs{"likelihood": "very likely", "consequence": "2"})
	fmt.Println(in.Text(), err)
	// Output:
	// problems: 0
	// impact=2, likelihood=4 <nil>
}
