package report

import (
	"fmt"
	"strconv"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk/plot"
)

// HeatMap returns the heat maps as a document: for each method the picture and,
// beside it, the risks of each cell in words; then the open risks that are on no
// map, with the reason. The error is that of a map that cannot be drawn.
func HeatMap(v *isms.View) (docinfo.Document, error) {
	r := newReader(v)
	s := r.sheet()
	blocks := []docinfo.Block{r.totals()}
	for i, m := range s.maps {
		section, err := m.section(i + 1)
		if err != nil {
			return docinfo.Document{}, fmt.Errorf("report: heat map of %s: %w", m.method.Ref(), err)
		}
		blocks = append(blocks, section)
	}
	if len(s.maps) == 0 {
		blocks = append(blocks, docinfo.Plain("No open risk is rated by a method of likelihood and consequence."))
	}
	if len(s.absent) > 0 {
		blocks = append(blocks, s.absentTable())
	}
	if len(s.maps) > 0 {
		blocks = append(blocks, reading(
			"The number in a cell is how many risks are rated there today; below it stand their identifiers, where they fit. The word or letter in its corner is the level of risk.",
			"An arrow leads to where treatment is expected to take a risk, or as many as the number on it says.",
			"The legend counts the risks of each level, today and as expected after treatment; one without an expected level is counted where it is.",
			"Two risks in one cell may differ much: a map shows which to talk about, not what they add up to.",
		))
	}
	return r.document("heat-map", "Risk heat map", blocks...), nil
}

// section sets a map in a document: its title is the method's, its words stand
// in a table.
func (h *heatMap) section(number int) (docinfo.Section, error) {
	id := "map-" + strconv.Itoa(number)
	caption := h.Description
	h.Title, h.Description = "", "" // they stand around the picture
	svg, err := h.SVG()
	if err != nil {
		return docinfo.Section{}, err
	}
	words, err := h.Table()
	if err != nil {
		return docinfo.Section{}, err
	}
	return docinfo.Section{
		ID: id, Title: seen(h.method.Title, h.method.Ref().String()), NewPage: number > 1,
		Blocks: []docinfo.Block{
			docinfo.Plain(words.Summary),
			docinfo.Figure{ID: id + "-picture", SVG: svg, Caption: caption, Alt: "Heat map of " + count(len(h.Items), "risk") + ", told in words above and in the table below."},
			cells(id+"-cells", words),
		},
	}, nil
}

// cells sets the words of a picture as a table.
func cells(id string, words plot.Table) docinfo.Table {
	t := docinfo.Table{ID: id, Caption: "The same in words", Empty: "No risk is on the map."}
	for i, title := range words.Header {
		t.Columns = append(t.Columns, docinfo.Column{ID: "c" + strconv.Itoa(i+1), Title: title, RowHeader: i == 0})
	}
	for _, row := range words.Rows {
		cells := make([]docinfo.Cell, len(row))
		for i, text := range row {
			cells[i].Text = text
		}
		t.Rows = append(t.Rows, docinfo.Row{Cells: cells})
	}
	return t
}

func (s *sheet) absentTable() docinfo.Table {
	t := docinfo.Table{ID: "absent", Caption: "Open risks on no map"}
	columns := []column[absence]{
		{docinfo.Column{ID: "risk", Title: "Risk", RowHeader: true}, func(a absence) docinfo.Cell {
			return docinfo.Cell{Text: name(string(a.ID), a.Title)}
		}},
		{docinfo.Column{ID: "level", Title: "Current level"}, func(a absence) docinfo.Cell {
			return docinfo.Cell{Text: a.levels[isms.Current].label()}
		}},
		{docinfo.Column{ID: "reason", Title: "Why", Facet: true}, func(a absence) docinfo.Cell { return docinfo.Cell{Text: a.reason} }},
	}
	return fill(t, columns, s.absent, func(a absence) docinfo.Row { return docinfo.Row{ID: a.Ref().String()} })
}
