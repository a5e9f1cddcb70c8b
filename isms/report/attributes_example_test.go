//go:build !annexa_noattributes && !annexa_notitles

package report_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
)

// The detective controls about people, by cybersecurity concept.
func ExampleAttributes() {
	view, err := annexa.NewView(annexa.ByConcept, annexa.People, annexa.Detective)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := markdown.Write(os.Stdout, report.Attributes(view)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Controls by cybersecurity concept
	//
	// Annex A of ISO/IEC 27001:2022
	//
	// - **Controls**: 1
	// - **Edition of the controls**: ISO/IEC 27001:2022 + Amd 1:2024
	// - **Edition of the attributes**: ISO/IEC 27002:2022, corrected version 2022-03
	//
	// A control with several values stands under each of them, so the counts may add up to more than there are controls.
	//
	// **Values**
	//
	// | Cybersecurity concept | Controls |
	// | --- | --: |
	// | Identify | 0 |
	// | Protect | 0 |
	// | Detect | 1 |
	// | Respond | 0 |
	// | Recover | 0 |
	//
	// **Controls**
	//
	// | Control | Title | Theme |
	// | --- | --- | --- |
	// | **Detect** |  |  |
	// | A.6.8 | Information security event reporting | People |
	//
	// ---
	//
	// Controls by cybersecurity concept
}
