package html

import (
	"slices"
	"strconv"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// A facet is a column, or the groups of a table, as a filter.
type facet struct {
	key     string // in the address of a filtered page
	title   string
	column  int // -1: the groups
	options []option
}

// An option is one value of a facet.
type option struct {
	value  string
	number int // among all options of the table
	rows   int // how many have it
}

// facetsOf gives the filters of a table that leave a choice.
func facetsOf(t docinfo.Table) []facet {
	var fs []facet
	if t.GroupTitle != "" {
		fs = append(fs, facet{key: t.ID + "." + docinfo.GroupID, title: t.GroupTitle, column: -1})
	}
	for i, c := range t.Columns {
		if c.Facet {
			fs = append(fs, facet{key: t.ID + "." + c.ID, title: c.Title, column: i})
		}
	}
	number := 0
	for i := range fs {
		fs[i] = fs[i].counted(t)
		for j := range fs[i].options {
			fs[i].options[j].number = number
			number++
		}
	}
	return slices.DeleteFunc(fs, func(f facet) bool { return len(f.options) < 2 })
}

// of gives the distinct values of a row, without the empty one.
func (f facet) of(r docinfo.Row) []string {
	values := []string{oneLine(r.Group)}
	if f.column >= 0 {
		values = valuesOf(r.Cells[f.column])
	}
	slices.Sort(values)
	return slices.DeleteFunc(slices.Compact(values), func(s string) bool { return s == "" })
}

// counted gives the facet with its options: those that the column lists first, in its order, then
// the others as they appear.
func (f facet) counted(t docinfo.Table) facet {
	place := map[string]int{}
	add := func(value string) int {
		i, ok := place[value]
		if !ok {
			i = len(f.options)
			place[value] = i
			f.options = append(f.options, option{value: value})
		}
		return i
	}
	if f.column >= 0 {
		for _, value := range t.Columns[f.column].Values {
			add(oneLine(value))
		}
	}
	for _, r := range t.Rows {
		for _, value := range f.of(r) {
			f.options[add(value)].rows++
		}
	}
	f.options = slices.DeleteFunc(f.options, func(o option) bool { return o.rows == 0 })
	return f
}

// choices gives, for each row, the numbers of its options, separated by spaces;
// nil where the table has no facet.
func choices(t docinfo.Table, facets []facet) []string {
	if len(facets) == 0 {
		return nil
	}
	numbers := make([]map[string]int, len(facets))
	for i, f := range facets {
		numbers[i] = make(map[string]int, len(f.options))
		for _, o := range f.options {
			numbers[i][o.value] = o.number
		}
	}
	chosen := make([]string, len(t.Rows))
	var b []byte
	for i, r := range t.Rows {
		b = b[:0]
		for j, f := range facets {
			for _, value := range f.of(r) {
				b = append(strconv.AppendInt(b, int64(numbers[j][value]), 10), ' ')
			}
		}
		chosen[i] = string(b[:max(0, len(b)-1)])
	}
	return chosen
}

// tools writes search and filters of a table, hidden until the script runs.
func (p *page) tools(t docinfo.Table, facets []facet) {
	p.raw(`<div class="tools" role="search" hidden`)
	p.attr("data-table", docinfo.Anchor(t.ID))
	p.attr("data-shown", p.words.Shown)
	p.attr("aria-label", p.words.Filter+": "+t.Caption)
	p.raw(">\n<label><span")
	p.foreign()
	p.raw(">")
	p.text(p.words.Search)
	p.raw(`</span><input type="search" autocomplete="off" spellcheck="false"`)
	p.attr("name", t.ID)
	p.raw("></label>\n")
	for _, f := range facets {
		p.facet(f)
	}
	p.raw(`<button type="button" hidden`)
	p.foreign()
	p.raw(">")
	p.text(p.words.Clear)
	p.raw("</button>\n<p class=\"count\" role=\"status\"")
	p.foreign()
	p.raw("></p>\n</div>\n")
}

func (p *page) facet(f facet) {
	p.raw("<label><span>")
	p.text(f.title)
	p.raw("</span><select")
	p.attr("name", f.key)
	p.raw(`><option value=""`)
	p.foreign()
	p.raw(">")
	p.text(p.words.All)
	p.raw("</option>")
	for _, o := range f.options {
		p.raw("<option")
		p.attr("value", o.value)
		p.raw(markup(` data-f="` + strconv.Itoa(o.number) + `">`))
		p.text(o.value + " (" + strconv.Itoa(o.rows) + ")")
		p.raw("</option>")
	}
	p.raw("</select></label>\n")
}
