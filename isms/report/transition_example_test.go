//go:build !annexa_nocorrespondences && !annexa_notitles

package report_test

import (
	"fmt"
	"strings"

	"github.com/ismskit/ismskit/annexa/transition"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/report"
)

// The conflicts of a part of an old statement, for a spreadsheet.
func ExampleTransition() {
	rows, problems, err := transition.Read(strings.NewReader(`id;included;status
A.10.1.1;yes;implemented
A.10.1.2;yes;planned
`))
	if err != nil {
		fmt.Println(err)
		return
	}
	moved := transition.MigratePart(rows)
	moved.Problems = append(problems, moved.Problems...)
	var b strings.Builder
	if err := csv.Write(&b, report.Transition(moved), csv.Options{Table: "conflicts", NoBOM: true}); err != nil {
		fmt.Println(err)
	}
	fmt.Print(strings.ReplaceAll(b.String(), "\r\n", "\n"))
	// Output:
	// Control,Differ in,Who said what
	// A.8.24 Use of cryptography,status,A.10.1.1: implemented; A.10.1.2: planned
}
