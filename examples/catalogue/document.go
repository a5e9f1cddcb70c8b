package main

import (
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/page"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// empty is a document about the catalogue without its content.
func empty() docinfo.Document {
	return docinfo.Document{
		Name: "catalogue", Title: "Annex A, control by control", Subtitle: annexa.Edition, Language: "en",
		Footer: "The guidance is in our own words and has not been compared with the licensed text of the standard. Not affiliated with ISO or IEC.",
	}
}

// document has a section for each entry.
func document(entries []page.Entry) docinfo.Document {
	d := empty()
	for _, e := range entries {
		d.Blocks = append(d.Blocks, section(e))
	}
	return d
}

func section(e page.Entry) docinfo.Section {
	g := e.Guidance
	s := docinfo.Section{ID: e.ID(), Title: e.ID() + " " + e.Title()}
	if e.Text != "" {
		s.Blocks = append(s.Blocks, docinfo.Section{Title: "In the words of the standard", Blocks: []docinfo.Block{docinfo.Plain(e.Text)}})
	}
	s.Blocks = append(
		s.Blocks, docinfo.Plain(g.Why),
		docinfo.Fields{
			{Name: "Attributes", Value: docinfo.Plain(attributes(e.Control.Attributes))},
			{Name: "Owner, typically", Value: docinfo.Plain(g.Owner)},
			{Name: "Documents and records", Value: docinfo.Plain(strings.Join(g.Documents, ", "))},
			{Name: "Depends on", Value: docinfo.Plain(strings.Join(g.DependsOn, ", "))},
		},
	)
	for _, kind := range []string{"step", "evidence", "question", "pitfall", "metric"} {
		var items []docinfo.Text
		for _, p := range partsOf(e) {
			if p.kind == kind {
				items = append(items, docinfo.Text{{Text: p.id, Strong: true}, {Text: " " + p.text}, {Text: detail(p.detail)}})
			}
		}
		if items != nil {
			s.Blocks = append(s.Blocks, docinfo.Section{Title: headings[kind], Blocks: []docinfo.Block{docinfo.List{Items: items}}})
		}
	}
	s.Blocks = append(s.Blocks, smallest(g.Sizes), clouds(g.Cloud))
	if l := g.LeaveOut; l != (guidance.LeaveOut{}) {
		s.Blocks = append(s.Blocks, docinfo.Section{Title: "Leaving it out", Blocks: []docinfo.Block{docinfo.Fields{
			{Name: "Credible", Value: docinfo.Plain(l.Credible)}, {Name: "Doubtful", Value: docinfo.Plain(l.Doubtful)}, {Name: "A justification has to name", Value: docinfo.Plain(l.Mention)},
		}}})
	}
	return s
}

func smallest(s guidance.Sizes) docinfo.Section {
	var items []docinfo.Text
	for _, size := range []guidance.Size{s.Small, s.Medium, s.Large} {
		items = append(items, docinfo.Text{{Text: page.Runs(size.Items), Strong: true}, {Text: ". " + size.Note}})
	}
	return docinfo.Section{Title: "The smallest convincing set", Blocks: []docinfo.Block{docinfo.List{Items: items}}}
}

func clouds(c guidance.Cloud) docinfo.Section {
	var items []docinfo.Text
	for _, s := range []struct {
		name string
		guidance.Split
	}{{"IaaS", c.IaaS}, {"PaaS", c.PaaS}, {"SaaS", c.SaaS}} {
		items = append(items, docinfo.Text{{Text: s.name, Strong: true}, {Text: " The provider: " + s.Provider + ". Left to you: " + s.Customer + "."}})
	}
	return docinfo.Section{Title: "In the cloud", Blocks: []docinfo.Block{docinfo.List{Items: items}}}
}

var headings = map[string]string{
	"step": "What to do", "evidence": "What to show", "question": "What an auditor asks", "pitfall": "How it goes wrong", "metric": "What to measure",
}

func detail(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func attributes(a annexa.Attributes) string {
	var all []string
	for _, s := range []string{a.Types.String(), a.Properties.String(), a.Concepts.String(), a.Capabilities.String(), a.Domains.String()} {
		if s != "" {
			all = append(all, strings.ReplaceAll(strings.ReplaceAll(s, ";", ", "), "_", " "))
		}
	}
	return strings.Join(all, "; ")
}

// A part is a row of the table of parts: what one hangs tasks on.
type part struct{ id, kind, text, detail string }

func partsOf(e page.Entry) []part {
	var all []part
	for _, s := range e.Guidance.Steps {
		all = append(all, part{s.ID, "step", s.Text, due(s)})
	}
	for _, v := range e.Guidance.Evidence {
		about := page.Cadence(v.Cadence) + "; " + v.Source
		if sample := page.Sample(v); sample != "" {
			about += "; " + sample
		}
		all = append(all, part{v.ID, "evidence", v.Shows, about})
	}
	for _, q := range e.Guidance.Questions {
		all = append(all, part{q.ID, "question", q.Text, "answered by " + strings.Join(q.Evidence, ", ") + "; a poor answer: “" + q.Poor + "”"})
	}
	for _, p := range e.Guidance.Pitfalls {
		all = append(all, part{p.ID, "pitfall", p.Text, ""})
	}
	for _, m := range e.Guidance.Metrics {
		all = append(all, part{m.ID, "metric", m.What, m.Unit + ", " + page.Should(m)})
	}
	return all
}

// due says from when on a step is due, "" for one that everybody needs.
func due(s guidance.Step) string {
	switch s.Tier {
	case guidance.Grown:
		return "as you grow: " + s.Trigger
	case guidance.HighRisk:
		return "high risk: " + s.Trigger
	default:
		return ""
	}
}

// tables has a table of items and one of parts, for spreadsheets and importers.
func tables(entries []page.Entry) docinfo.Document {
	items := docinfo.Table{ID: "items", Caption: "Items", Columns: columns("Item", "Title", "Short name", "Group", "Control type", "Property", "Concept", "Capability", "Domain", "Owner", "Depends on")}
	parts := docinfo.Table{ID: "parts", Caption: "Parts", Columns: columns("Address", "Item", "Kind", "Text", "Detail", "Smallest set from persons", "Revision")}
	for _, e := range entries {
		a := e.Control.Attributes
		items.Rows = append(items.Rows, row(e.ID(), e.Title(), e.Name(), e.Group(), a.Types.String(), a.Properties.String(), a.Concepts.String(),
			a.Capabilities.String(), a.Domains.String(), e.Guidance.Owner, strings.Join(e.Guidance.DependsOn, ";")))
		for _, p := range partsOf(e) {
			parts.Rows = append(parts.Rows, row(e.ID()+"/"+p.id, e.ID(), p.kind, p.text, p.detail, number(e.Size(p.id)), number(e.Guidance.Revision)))
		}
	}
	d := empty()
	d.Blocks = []docinfo.Block{items, parts}
	return d
}

// number leaves 0 out.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func columns(titles ...string) []docinfo.Column {
	all := make([]docinfo.Column, len(titles))
	for i, title := range titles {
		all[i] = docinfo.Column{ID: strings.ReplaceAll(strings.ToLower(title), " ", "-"), Title: title}
	}
	return all
}

func row(texts ...string) docinfo.Row {
	cells := make([]docinfo.Cell, len(texts))
	for i, s := range texts {
		cells[i] = docinfo.Cell{Text: s}
	}
	return docinfo.Row{Cells: cells}
}
