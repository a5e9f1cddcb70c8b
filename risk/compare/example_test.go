package compare_test

import (
	"fmt"
	"log"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
	"github.com/ismskit/ismskit/risk/iso27005"
)

// A register judged for one method, rated by another through a declared
// translation.
func ExampleMethods() {
	inputs := func(likelihood, consequence string) []compare.Judgement {
		return []compare.Judgement{{
			Method: iso27005.Qualitative().Ref(), Inputs: risk.Inputs{"likelihood": likelihood, "consequence": consequence},
		}}
	}
	c, err := compare.Methods([]compare.Risk{
		{ID: "R-1", Title: "Ransomware", Judged: inputs("3", "4")},
		{ID: "R-2", Title: "Lost notebook", Judged: inputs("5", "2")},
		{ID: "R-3", Title: "Fire", Judged: inputs("1", "4")},
	}, iso27005.Qualitative(), points(), toPoints())
	if err != nil {
		log.Fatal(err)
	}
	for _, r := range c.Rows {
		fmt.Println(r.ID, r.A.Rank, r.A.Level(), r.B.Rank, r.B.Level(), *r.B.Score)
	}
	fmt.Printf("τ-b %.2f, ρ %.2f\n", *c.Tau.Value, *c.Rho.Value)
	// Output:
	// R-1 1.5 high 1 high 11
	// R-2 1.5 high 2.5 high 9
	// R-3 3 low 2.5 high 9
	// τ-b 0.50, ρ 0.50
}

// What the figures say of two lists of numbers.
func ExampleAgreement() {
	tau, rho := compare.Agreement([]float64{1, 2, 3, 4, 5}, []float64{5, 6, 7, 8, 7})
	fmt.Printf("τ-b %.4f of %d concordant and %d discordant pairs, ρ %.4f\n", *tau.Value, tau.Concordant, tau.Discordant, *rho.Value)
	// Output: τ-b 0.7379 of 8 concordant and 1 discordant pairs, ρ 0.8208
}
