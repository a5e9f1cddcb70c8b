package csv_test

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
)

func ExampleWrite() {
	d := docinfo.Document{Name: "risks", Title: "Risks", Blocks: []docinfo.Block{docinfo.Table{
		ID: "risks", Caption: "Risks",
		Columns: []docinfo.Column{{ID: "risk", Title: "Risk"}, {ID: "controls", Title: "Controls"}},
		Rows: []docinfo.Row{{Cells: []docinfo.Cell{
			{Text: `=HYPERLINK("https://example.org")`},
			{Items: []docinfo.Text{docinfo.Plain("Backups; tested"), docinfo.Plain("A.8.13")}},
		}}},
	}}}
	var file strings.Builder
	if err := csv.Write(&file, d, csv.Options{NoBOM: true}); err != nil {
		fmt.Println(err)
	}
	fmt.Println(strings.ReplaceAll(file.String(), "\r\n", "\n"))
	// Output:
	// Risk,Controls
	// "'=HYPERLINK(""https://example.org"")",Backups\; tested; A.8.13
}

// Split gives the items of a cell back to a program.
func ExampleSplit() {
	cell := `Backups\; tested; A.8.13`
	for _, item := range csv.Split(csv.Unescape(cell)) {
		fmt.Println(item)
	}
	// Output:
	// Backups; tested
	// A.8.13
}
