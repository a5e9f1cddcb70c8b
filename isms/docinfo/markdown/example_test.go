package markdown_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
)

func ExampleWrite() {
	d := docinfo.Document{
		Name: "scope", Title: "Scope", Subtitle: "Acme Cloud", Mark: "INTERNAL",
		Blocks: []docinfo.Block{
			docinfo.Section{Title: "Exclusions", Blocks: []docinfo.Block{
				docinfo.Plain("Offices of *partners* are not in scope."),
			}},
		},
		Footer: "Printed copies are not controlled.",
	}
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// **INTERNAL**
	//
	// # Scope
	//
	// Acme Cloud
	//
	// ## Exclusions
	//
	// Offices of \*partners\* are not in scope.
	//
	// ---
	//
	// Printed copies are not controlled.
	//
	// **INTERNAL**
}
