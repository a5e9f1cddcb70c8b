package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/soa"
)

// output is one file to be written: what it is, and who writes it.
type output struct {
	name, about string
	write       func(io.Writer) error
}

// outputs lists the files.
func outputs(a analysis) ([]output, error) {
	heatMap, err := report.HeatMap(a.view)
	if err != nil {
		return nil, err
	}
	statement := a.statement.Document()
	list := []output{
		{"soa.html", "Statement of Applicability", page(statement)},
		{"soa.md", "the same in Markdown", func(w io.Writer) error { return markdown.Write(w, statement) }},
		{"soa.csv", "the same for a spreadsheet", func(w io.Writer) error { return csv.Write(w, statement, csv.Options{}) }},
		{"soa.json", "the same for soa.Read and soa.Compare", func(w io.Writer) error { return soa.Write(w, a.statement) }},
		{"soa-external.html", "its edition for customers", page(a.statement.External().Document())},
		{"soa-review.html", "what to settle before it is approved", page(soa.ReviewDocument(a.statement))},
		{"risk-treatment-plan.html", "Risk treatment plan", page(report.TreatmentPlan(a.view))},
		{"risk-register.html", "Risk register", page(report.Register(a.view))},
		{"heat-map.html", "Heat map, with its words", page(heatMap)},
	}
	for i, m := range report.HeatMaps(a.view) {
		name := "heat-map.svg"
		if i > 0 {
			name = fmt.Sprintf("heat-map-%d.svg", i+1) // of the next method
		}
		list = append(list, output{name, "the picture alone", m.WriteSVG})
	}
	return append(list, output{"gaps.html", "Gap list", page(gapList(a))}), nil
}

// page writes a document as one HTML file.
func page(d docinfo.Document) func(io.Writer) error {
	return func(w io.Writer) error { return html.Write(w, d) }
}

// gapList is the document of package audit, which knows neither whose gaps they
// are nor as of when.
func gapList(a analysis) docinfo.Document {
	d := audit.Document(a.gaps)
	d.Subtitle = a.view.System().Title
	d.Meta = append([]docinfo.Field{{Name: "As of", Value: docinfo.Plain(a.view.At().String())}}, d.Meta...)
	return d
}

// file is an output with its content.
type file struct {
	output

	content []byte
}

// render writes every output into memory, so that nothing reaches a folder
// before everything is there.
func render(a analysis) ([]file, error) {
	list, err := outputs(a)
	if err != nil {
		return nil, err
	}
	files := make([]file, len(list))
	for i, o := range list {
		var b bytes.Buffer
		if err := o.write(&b); err != nil {
			return nil, fmt.Errorf("%s: %w", o.name, err)
		}
		files[i] = file{o, b.Bytes()}
	}
	return files, nil
}
