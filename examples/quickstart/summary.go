package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms"
)

// most is how many gaps are printed.
const most = 10

// summarize says what was read, what was written and which gaps matter most.
func summarize(w io.Writer, opt options, a analysis, files []file) error {
	var b bytes.Buffer
	summarizeRecords(&b, opt, a)
	fmt.Fprintf(&b, "\nWritten into %s:\n", opt.out)
	for _, f := range files {
		fmt.Fprintf(&b, "  %-26s%s\n", f.name, f.about)
	}
	summarizeGaps(&b, a)
	_, err := w.Write(b.Bytes())
	return err
}

func summarizeRecords(b *bytes.Buffer, opt options, a analysis) {
	sys, name := a.view.System(), opt.in
	if name == "" {
		name = sampleName
	}
	fmt.Fprintf(b, "Read %s, as of %s:\n  %s\n", name, a.view.At(), sys.Title)
	fmt.Fprintf(b, "  %d requirements, %d assets, %d risks, %d treatments, %d actions,\n",
		len(sys.Requirements), len(sys.Assets), len(sys.Risks), len(sys.Treatments), len(sys.Actions))
	fmt.Fprintf(b, "  %d own controls, %d decisions on reference controls, %d pieces of evidence\n",
		len(sys.Controls), len(sys.Applicability), len(sys.Evidence))
	t := a.statement.Totals()
	fmt.Fprintf(b, "  %d of %d controls are necessary, %d of these implemented\n", t.Necessary, t.Controls, t.Implemented)
	for _, notice := range a.view.Notices() {
		fmt.Fprintf(b, "  notice: %s\n", notice)
	}
}

func summarizeGaps(b *bytes.Buffer, a analysis) {
	if len(a.gaps) == 0 {
		b.WriteString("\nThe checks found no gap in these records.\n")
		return
	}
	top := audit.Top(a.gaps, most)
	fmt.Fprintf(b, "\nThe %d of %d gaps that matter most:\n", len(top), len(a.gaps))
	for i, g := range top {
		fmt.Fprintf(b, "%3d. %s, %s%s\n", i+1, g.Severity, g.Place(), called(a.view, g))
		fmt.Fprintf(b, "     %s\n     %s\n", g.Message, strings.Join(circumstances(g), ", "))
	}
}

// called says what people call the record or the reference control of a gap.
func called(view *isms.View, g audit.Gap) string {
	c, _ := annexa.Lookup(g.Control)
	record, _ := view.Get(g.Record) // nil for a record that is missing
	for _, title := range []string{isms.TitleOf(record), c.Title, c.ShortName} {
		if title != "" {
			return " (" + title + ")"
		}
	}
	return ""
}

// circumstances say which check found a gap, and why it stands where it does.
func circumstances(g audit.Gap) []string {
	list := []string{g.Code, "clause " + g.Clause.String()}
	if g.Worst.Rank > 0 {
		list = append(list, fmt.Sprintf("worst risk %s (%s)", g.Worst.Risk, g.Worst.Level))
	}
	if g.DaysOverdue > 0 {
		list = append(list, fmt.Sprintf("%d days overdue", g.DaysOverdue))
	}
	return list
}
