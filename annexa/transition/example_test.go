//go:build !annexa_nocorrespondences

package transition_test

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/annexa/transition"
)

// list is a part of an old statement as a spreadsheet saves it.
const list = `id;applicable;status;justification;owner
A.9.1.1;yes;implemented;access is by need;Ada
A.9.1.2;yes;planned;the network has zones;Ada
A.9.2.1;yes;implemented;joiners and leavers;Ada
A.9.2.7;yes;implemented;;Ada
A.18.2.3;yes;implemented;yearly test;Bo
`

func Example() {
	rows, problems, err := transition.Read(strings.NewReader(list))
	if err != nil {
		fmt.Println(err)
		return
	}
	report := transition.MigratePart(rows)
	for _, p := range append(problems, report.Problems...) {
		fmt.Println(p)
	}
	for _, c := range report.Controls {
		for _, o := range c.From {
			fmt.Println(c.Ref, c.Outcome, c.Status, "from", o.Old.ID, o.Kind)
		}
	}
	fmt.Println(report.Count(transition.Undecided), "controls are new,", len(report.Missing), "of 2013 have no row")
	// Output:
	// 5:1: row names no control of 2013: got "A.9.2.7", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.6"?
	// A.5.15 conflicting  from A.9.1.1 merged
	// A.5.15 conflicting  from A.9.1.2 merged
	// A.5.16 carried implemented from A.9.2.1 one-to-one
	// A.5.36 incomplete  from A.18.2.3 split
	// A.8.8 incomplete  from A.18.2.3 split
	// 11 controls are new, 110 of 2013 have no row
}

func ExampleMigrate() {
	report := transition.Migrate([]transition.Row{{ID: "A.6.1.1", Included: transition.Included, Status: "implemented"}})
	fmt.Println(len(report.Problems), "problems, the first:", report.Problems[0])
	// Output:
	// 113 problems, the first: no row names the control, want a row for A.5.1.1 (T007)
}

func ExampleControl_Justification() {
	report := transition.MigratePart([]transition.Row{
		{ID: "A.10.1.1", Justification: "law"},
		{ID: "A.10.1.2", Justification: "keys are kept in house"},
	})
	for _, c := range report.Controls {
		if c.Ref.ID == "A.8.24" {
			fmt.Println(c.Justification())
		}
	}
	// Output:
	// A.10.1.1 (2013): law
	// A.10.1.2 (2013): keys are kept in house
}

func ExampleConflict() {
	report := transition.MigratePart([]transition.Row{
		{ID: "A.10.1.1", Included: transition.Included},
		{ID: "A.10.1.2", Included: transition.Excluded},
	})
	for _, c := range report.Controls {
		for _, conflict := range c.Conflicts {
			for _, said := range conflict.Said {
				fmt.Println(c.Ref, conflict.Field, said.Text, said.By)
			}
		}
	}
	// Output:
	// A.8.24 included included [iso27001:2013/A.10.1.1]
	// A.8.24 included excluded [iso27001:2013/A.10.1.2]
}
