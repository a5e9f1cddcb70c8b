package yamldoc_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/yamldoc"
)

func Example() {
	type control struct {
		ID        string   `json:"id"`
		Reference string   `json:"reference"`
		On        string   `json:"on"`
		Notes     []string `json:"notes,omitzero"`
	}
	src := []byte(`id: C-1
reference: 5.10        # a text field takes what was typed
on: 2026-11-21
notes: [no, "a: b"]
`)
	var c control
	root, faults := yamldoc.Parse(src)
	if root != nil {
		faults = doc.Merge(faults, doc.Decode(root, &c, doc.Options{}))
	}
	fmt.Println(faults, c)

	root, err := doc.Encode(c)
	if err == nil {
		err = yamldoc.Write(os.Stdout, root)
	}
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// [] {C-1 5.10 2026-11-21 [no a: b]}
	// id: C-1
	// reference: "5.10"
	// on: "2026-11-21"
	// notes:
	//   - "no"
	//   - "a: b"
}
