package main

import (
	"encoding/json"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/csv"
	"github.com/ismskit/ismskit/isms/docinfo/html"
	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/risk/compare"
)

// rated writes the register with its levels.
func rated(w io.Writer, j job, format string) error {
	all := j.ratings()
	switch format {
	case "json":
		return asJSON(w, map[string]any{"method": j.method.Ref(), "ratings": all})
	case "csv":
		return csv.Write(w, j.document(all), csv.Options{})
	case "html":
		return html.Write(w, j.document(all))
	}
	_, _ = fmt.Fprintf(w, "%s by %s, %s\n\n", j.name, j.method.Ref(), j.method.Title)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	missing := 0
	for _, r := range all {
		if r.Explanation == nil {
			missing++
			continue
		}
		_, _ = fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", r.Label, score(r.Score), r.ID, r.Title)
	}
	if err := t.Flush(); err != nil || missing == 0 {
		return err
	}
	_, _ = fmt.Fprintln(w, "\nnot rated:")
	for _, r := range all {
		if r.Explanation == nil {
			_, _ = fmt.Fprintf(w, "%s %s: %s\n", r.ID, r.Title, r.Reason)
		}
	}
	return nil
}

// document is the register for people: the level of each risk, and why.
func (j job) document(all []rating) docinfo.Document {
	t := docinfo.Table{ID: "ratings", Caption: "Risks, the highest first", Columns: []docinfo.Column{
		{ID: "id", Title: "ID", RowHeader: true},
		{ID: "risk", Title: "Risk", Width: 30},
		{ID: "level", Title: "Level", Facet: true},
		{ID: "score", Title: "Score"},
		{ID: "why", Title: "Because", Width: 40},
	}}
	for _, r := range all {
		why := docinfo.Cell{Text: r.Reason}
		level := docinfo.Cell{Text: r.Label}
		if r.Explanation == nil {
			level = docinfo.Cell{Text: "not rated", Tone: docinfo.Attention}
		} else {
			for _, reading := range r.Explanation.Readings {
				why.Items = append(why.Items, docinfo.Plain(reading.String()))
			}
			for _, reason := range r.Explanation.Reasons {
				why.Items = append(why.Items, docinfo.Plain(reason.String()))
			}
		}
		t.Rows = append(t.Rows, docinfo.Row{Cells: []docinfo.Cell{{Text: r.ID}, {Text: r.Title}, level, {Text: score(r.Score)}, why}})
	}
	return docinfo.Document{
		Name: "ratings", Title: "Risks by " + j.method.Title, Language: "en", Subtitle: j.name,
		Meta:   []docinfo.Field{{Name: "Method", Value: docinfo.Plain(j.method.Ref().String())}},
		Blocks: []docinfo.Block{t},
	}
}

// compared writes what two methods make of the register.
func compared(w io.Writer, j job, format string) error {
	c, err := compare.Methods(j.register, j.method, j.other, j.translations...)
	if err != nil {
		return err
	}
	switch format {
	case "json":
		return asJSON(w, c)
	case "csv", "html":
		d, err := report.Comparison(c, j.method, j.other)
		if err != nil {
			return err
		}
		if format == "csv" {
			return csv.Write(w, d, csv.Options{Table: "ranks"})
		}
		return html.Write(w, d)
	}
	_, _ = fmt.Fprintf(w, "%s by A %s and B %s\n\n", j.name, c.A, c.B)
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	_, _ = fmt.Fprintln(t, "A\tlevel\tB\tlevel\tup by\trisk")
	for _, r := range c.Rows {
		_, _ = fmt.Fprintf(t, "%v\t%s\t%v\t%s\t%+v\t%s %s\n", r.A.Rank, r.A.Level(), r.B.Rank, r.B.Level(), r.Moved(), r.ID, r.Title)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	_, _ = fmt.Fprintf(w, "\nτ-b %s, ρ %s; of %d pairs %d are in the same order, %d turned round, the others not told apart\n",
		score(c.Tau.Value), score(c.Rho.Value), c.Tau.Pairs, c.Tau.Concordant, c.Tau.Discordant)
	for _, r := range c.Movers(3) {
		_, _ = fmt.Fprintf(w, "\n%s %s: from %v to %v\n", r.ID, r.Title, r.A.Rank, r.B.Rank)
		_, _ = fmt.Fprintf(w, "by A:\n%sby B:\n%s", r.A.Explanation.Text(), r.B.Explanation.Text())
	}
	if len(c.Left) > 0 {
		_, _ = fmt.Fprintln(w, "\nnot compared:")
	}
	for _, l := range c.Left {
		_, _ = fmt.Fprintf(w, "%s %s: %s\n", l.ID, l.Title, l.Reason)
	}
	return nil
}

func asJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
