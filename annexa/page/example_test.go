package page_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/overlay"
	"github.com/ismskit/ismskit/annexa/page"
)

// The physical controls alone, as a page of one's own.
func ExampleWrite() {
	var entries []page.Entry
	for _, e := range page.Entries(overlay.Catalogue{}) {
		if e.Control.Theme == annexa.Physical {
			entries = append(entries, e)
		}
	}
	file, err := os.CreateTemp("", "*.html")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.Remove(file.Name()) }()
	if err := page.Write(file, page.Page{Title: "Our doors", Entries: entries}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(len(entries), filepath.Ext(file.Name()), file.Close())
	// Output: 14 .html <nil>
}

// The address of a piece of evidence in the page.
func ExampleFragment() {
	fmt.Println("catalogue.html#" + page.Fragment("A.5.15", "E2"))
	// Output: catalogue.html#A.5.15/E2
}

// What stands beside a control in another framework, and who needs the control.
func ExampleEntries() {
	for _, e := range page.Entries(overlay.Catalogue{}) {
		if e.ID() == "A.8.17" {
			fmt.Println(e.NeededBy, e.Beside[0])
		}
	}
	// Output: [A.5.28 A.7.4 A.8.15] {nist-csf:2.0 [PR.DS-01 PR.DS-02 PR.DS-10 PR.IR-03 PR.PS-04]}
}
