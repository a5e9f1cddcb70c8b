package html

import (
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// fewRows is how many rows a table without facets may have before it gets a
// search field: about what a screen shows at once.
const fewRows = 12

func (p *page) table(t docinfo.Table) {
	p.tables++
	facets := facetsOf(t)
	if len(t.Rows) > fewRows || len(facets) > 0 && len(t.Rows) > 1 {
		p.tools(t, facets)
	}
	p.raw("<table")
	p.anchor(t.ID)
	p.raw(markup(` class="t` + strconv.Itoa(p.tables) + " " + sizeOf(t).class + "\">\n<caption>"))
	p.text(t.Caption)
	p.raw("</caption>\n")
	p.columns(t)
	if len(t.Rows) == 0 {
		p.noRows(t)
	}
	chosen := choices(t, facets)
	for from := 0; from < len(t.Rows); {
		to := from + 1
		for to < len(t.Rows) && t.Rows[to].Group == t.Rows[from].Group {
			to++
		}
		p.group(t, from, to, chosen)
		from = to
	}
	p.raw("</table>\n")
}

func (p *page) columns(t docinfo.Table) {
	for i, c := range t.Columns {
		if c.Width > 0 {
			p.raw(markup("<col class=\"c" + strconv.Itoa(i+1) + "\">"))
		} else {
			p.raw("<col>")
		}
	}
	p.raw("\n<thead>\n<tr>")
	for _, c := range t.Columns {
		p.raw(`<th scope="col">`)
		p.text(c.Title)
		p.raw("</th>")
	}
	p.raw("</tr>\n</thead>\n")
}

func (p *page) noRows(t docinfo.Table) {
	p.raw(markup(`<tbody><tr class="none"><td colspan="` + strconv.Itoa(len(t.Columns)) + `"`))
	if t.Empty == "" {
		p.foreign()
		t.Empty = p.words.Empty
	}
	p.raw(">")
	p.text(t.Empty)
	p.raw("</td></tr></tbody>\n")
}

// group writes the rows [from, to) of one group as a body of the table.
func (p *page) group(t docinfo.Table, from, to int, chosen []string) {
	p.raw("<tbody>\n")
	if title := t.Rows[from].Group; title != "" {
		p.raw(markup(`<tr class="group"><th scope="rowgroup" colspan="` + strconv.Itoa(len(t.Columns)) + `">`))
		p.text(title)
		p.raw("</th></tr>\n")
	}
	for i := from; i < to; i++ {
		p.raw("<tr")
		p.anchor(t.Rows[i].ID)
		if chosen != nil {
			p.raw(markup(` data-f="` + chosen[i] + `"`))
		}
		p.raw(">")
		for j, c := range t.Rows[i].Cells {
			p.cell(c, t.Columns[j].RowHeader)
		}
		p.raw("</tr>\n")
	}
	p.raw("</tbody>\n")
}

func (p *page) cell(c docinfo.Cell, header bool) {
	open, end := markup("<td"), markup("</td>")
	if header {
		open, end = `<th scope="row"`, "</th>"
	}
	p.raw(open)
	if class := toneClass(c.Tone, ` class="`); class != "" {
		p.raw(class + `"`)
	}
	p.raw(">")
	p.lead(c)
	p.values(c)
	if c.Note != "" {
		p.raw("<small>")
		p.flow(c.Note)
		p.raw("</small>")
	}
	p.raw(end)
}

// lead writes the text of a cell; the shape of its tone stays with the first word.
func (p *page) lead(c docinfo.Cell) {
	if c.Tone == 0 {
		p.flow(c.Text)
		return
	}
	first, rest := c.Text, ""
	if i := strings.IndexAny(c.Text, " \r\n"); i >= 0 {
		first, rest = c.Text[:i], c.Text[i:]
	}
	if len(first) > longWord {
		p.shape(c.Tone, "")
		p.flow(c.Text)
		return
	}
	p.raw(`<span class="k">`)
	p.shape(c.Tone, "")
	p.text(first)
	p.raw("</span>")
	p.flow(rest)
}

// values writes the items of a cell: one as text, several as a list.
func (p *page) values(c docinfo.Cell) {
	switch {
	case len(c.Items) == 0:
	case len(c.Items) == 1 && c.Text == "":
		p.spans(c.Items[0])
	default:
		p.raw("<ul>")
		for _, item := range c.Items {
			p.raw("<li>")
			p.spans(item)
			p.raw("</li>")
		}
		p.raw("</ul>")
	}
}

// valuesOf gives what a cell counts as in a facet.
func valuesOf(c docinfo.Cell) []string {
	if len(c.Items) == 0 {
		return []string{oneLine(c.Text)}
	}
	values := make([]string, len(c.Items))
	for i, item := range c.Items {
		values[i] = oneLine(item.String())
	}
	return values
}

// oneLine sets any white space to single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
