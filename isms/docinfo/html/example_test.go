package html_test

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/html"
)

func ExampleWrite() {
	d := docinfo.Document{
		Name: "risks", Title: "Risk register", Mark: "DRAFT",
		Blocks: []docinfo.Block{docinfo.Table{
			ID: "risks", Caption: "Open risks",
			Columns: []docinfo.Column{
				{ID: "risk", Title: "Risk", RowHeader: true},
				{ID: "level", Title: "Level", Facet: true, Values: []string{"low", "high"}},
			},
			Rows: []docinfo.Row{
				{ID: "R-001", Cells: []docinfo.Cell{{Text: "Ransomware"}, {Text: "high", Tone: docinfo.Bad}}},
				{ID: "R-002", Cells: []docinfo.Cell{{Text: "Lost laptop"}, {Text: "low"}}},
			},
		}},
	}
	var page strings.Builder
	if err := html.Write(&page, d); err != nil {
		fmt.Println(err)
	}
	for line := range strings.Lines(page.String()) {
		if strings.HasPrefix(line, "<title>") || strings.HasPrefix(line, "<tr id") {
			fmt.Print(line)
		}
	}
	// Output:
	// <title>DRAFT – Risk register</title>
	// <tr id="R-001" data-f="1"><th scope="row">Ransomware</th><td class="bad"><span class="k"><svg class="shape" aria-hidden="true"><use href="#~bad"/></svg>high</span></td></tr>
	// <tr id="R-002" data-f="0"><th scope="row">Lost laptop</th><td>low</td></tr>
}
