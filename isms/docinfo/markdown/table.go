package markdown

import (
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
)

func (p *page) table(t docinfo.Table) {
	p.line(p.anchor(t.ID) + strong(t.Caption))
	if len(t.Rows) == 0 {
		if t.Empty == "" {
			t.Empty = "–"
		}
		p.line(escape(t.Empty))
		return
	}
	titles, rules := make([]string, len(t.Columns)), make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i], rules[i] = escape(c.Title), rule(c.Align)
	}
	p.line(row(titles))
	p.next(row(rules))
	group := ""
	for _, r := range t.Rows {
		if r.Group != group && r.Group != "" {
			cells := make([]string, len(t.Columns))
			cells[0] = strong(r.Group)
			p.next(row(cells))
		}
		group = r.Group
		p.row(r)
	}
}

func rule(a docinfo.Align) string {
	switch a {
	case docinfo.AlignEnd:
		return "--:"
	case docinfo.AlignCenter:
		return ":-:"
	}
	return "---"
}

func (p *page) row(r docinfo.Row) {
	cells := make([]string, len(r.Cells))
	for i, c := range r.Cells {
		cells[i] = cell(c)
	}
	cells[0] = p.anchor(r.ID) + cells[0]
	p.next(row(cells))
}

func row(cells []string) string { return "| " + strings.Join(cells, " | ") + " |" }

func cell(c docinfo.Cell) string {
	parts := make([]string, 0, len(c.Items)+2)
	if s := escape(c.Text); s != "" {
		parts = append(parts, s)
	}
	for _, item := range c.Items {
		parts = append(parts, inline(item))
	}
	if s := escape(c.Note); s != "" {
		parts = append(parts, "<em>"+s+"</em>")
	}
	return shape(c.Tone) + strings.Join(parts, "<br>")
}

func shape(t docinfo.Tone) string {
	switch t {
	case docinfo.Good:
		return "✓ "
	case docinfo.Attention:
		return "△ "
	case docinfo.Bad:
		return "✗ "
	case docinfo.Muted:
		return "○ "
	}
	return ""
}
