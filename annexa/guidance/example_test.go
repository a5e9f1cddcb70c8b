package guidance_test

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
)

func ExampleOf() {
	ref, err := annexa.Parse("A.8.13")
	if err != nil {
		fmt.Println(err)
		return
	}
	item, ok := guidance.Of(ref)
	fmt.Println(ok, item.Owner)
	for _, step := range item.Steps {
		if step.Tier == guidance.Foundation && step.Phase == guidance.Decide {
			fmt.Println(step.Text)
		}
	}
	// Output:
	// true head of IT operations
	// Ask each system owner how many hours of data may be lost and how long a rebuild may take, and write both figures into the backup schedule.
}

func ExampleText() {
	text, ok := guidance.Text("A.8.13/Q1")
	fmt.Println(ok, text)
	// Output:
	// true When did you last restore a complete database, and how long did it take?
}

func ExampleOfClause() {
	clause, err := annexa.ParseClause("9.3.2")
	if err != nil {
		fmt.Println(err)
		return
	}
	item, ok := guidance.OfClause(clause)
	fmt.Println(ok, len(item.Questions) > 2, item.LeaveOut == guidance.LeaveOut{})
	// Output:
	// true true true
}
