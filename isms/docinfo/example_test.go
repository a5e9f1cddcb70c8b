package docinfo_test

import (
	"fmt"
	"os"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
)

// A document is built once and written by any encoder.
func Example() {
	d := docinfo.Document{
		Name:  "risk-register",
		Title: "Risk register",
		Mark:  "DRAFT",
		Meta:  []docinfo.Field{{Name: "As of", Value: docinfo.Plain("2026-11-21")}},
		Blocks: []docinfo.Block{
			docinfo.Text{{Text: "The worst is "}, {Text: "R-001", Link: "#R-001"}, {Text: "."}},
			docinfo.Table{
				ID: "risks", Caption: "Open risks",
				Columns: []docinfo.Column{
					{ID: "risk", Title: "Risk", RowHeader: true},
					{ID: "level", Title: "Level", Facet: true},
				},
				Rows: []docinfo.Row{
					{ID: "R-001", Cells: []docinfo.Cell{{Text: "Ransomware"}, {Text: "high", Tone: docinfo.Bad}}},
					{ID: "R-002", Cells: []docinfo.Cell{{Text: "Lost laptop"}, {Text: "low", Tone: docinfo.Good}}},
				},
			},
		},
	}
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// **DRAFT**
	//
	// # Risk register
	//
	// - **As of**: 2026-11-21
	//
	// The worst is [R-001](#R-001).
	//
	// **Open risks**
	//
	// | Risk | Level |
	// | --- | --- |
	// | <a id="R-001"></a>Ransomware | ✗ high |
	// | Lost laptop | ✓ low |
	//
	// **DRAFT**
}

// Validate tells everything that is wrong, each with its place.
func ExampleDocument_Validate() {
	d := docinfo.Document{Name: "plan", Blocks: []docinfo.Block{
		docinfo.Link("the missing part", "#part-2"),
	}}
	fmt.Println(d.Validate())
	// Output:
	// docinfo: 2 problems in the document
	// /title: got nothing, want a text (missing)
	// /blocks/0/0/link: got "#part-2", want an ID of this document (link)
}

// A section with a notice about rows of a table.
func ExampleNotice() {
	open := docinfo.Section{Title: "Open points", Blocks: []docinfo.Block{
		docinfo.Notice{
			Tone: docinfo.Attention, Title: "One control is undecided",
			Items: []docinfo.Text{docinfo.Link("A.5.13", "#A.5.13")},
		},
		docinfo.Table{
			ID: "soa", Caption: "Controls",
			Columns: []docinfo.Column{{ID: "control", Title: "Control", RowHeader: true}, {ID: "drivers", Title: "Driven by"}},
			Rows: []docinfo.Row{{ID: "A.5.13", Cells: []docinfo.Cell{
				{Text: "A.5.13"},
				{Items: []docinfo.Text{docinfo.Plain("R-001"), docinfo.Plain("R-007")}, Note: "derived"},
			}}},
		},
	}}
	d := docinfo.Document{Name: "soa", Title: "Statement of Applicability", Blocks: []docinfo.Block{open}}
	if err := markdown.Write(os.Stdout, d); err != nil {
		fmt.Println(err)
	}
	// Output:
	// # Statement of Applicability
	//
	// ## Open points
	//
	// > △ **One control is undecided**
	// >
	// > - [A.5.13](#A.5.13)
	//
	// **Controls**
	//
	// | Control | Driven by |
	// | --- | --- |
	// | <a id="A.5.13"></a>A.5.13 | R-001<br>R-007<br><em>derived</em> |
}
