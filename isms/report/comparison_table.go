package report

import (
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
)

// rankTable has every risk with its place under both methods.
func rankTable(c compare.Comparison, a, b risk.Method) docinfo.Table {
	t := docinfo.Table{ID: "ranks", Caption: "Every risk in both orders", Empty: "No risk is rated by both methods."}
	return fill(t, []column[compare.Row]{
		{docinfo.Column{ID: "risk", Title: "Risk", RowHeader: true, Width: 30}, func(r compare.Row) docinfo.Cell { return docinfo.Cell{Text: name(r.ID, r.Title)} }},
		{docinfo.Column{ID: "a", Title: "Place, A"}, func(r compare.Row) docinfo.Cell { return docinfo.Cell{Text: places(r.A.Rank)} }},
		{docinfo.Column{ID: "a-level", Title: "Level, A", Facet: true, NoteTitle: "Score and inputs, A"}, func(r compare.Row) docinfo.Cell { return placeCell(a, r.A) }},
		{docinfo.Column{ID: "b", Title: "Place, B"}, func(r compare.Row) docinfo.Cell { return docinfo.Cell{Text: places(r.B.Rank)} }},
		{docinfo.Column{ID: "b-level", Title: "Level, B", Facet: true, NoteTitle: "Score and inputs, B"}, func(r compare.Row) docinfo.Cell { return placeCell(b, r.B) }},
		{docinfo.Column{ID: "moved", Title: "Moves by"}, func(r compare.Row) docinfo.Cell { return docinfo.Cell{Text: moved(r)} }},
	}, c.Rows, func(compare.Row) docinfo.Row { return docinfo.Row{} })
}

// placeCell is the level with what it rests on.
func placeCell(m risk.Method, p compare.Place) docinfo.Cell {
	score, translated := "", ""
	if p.Score != nil {
		score = "score " + places(*p.Score)
	}
	if p.From.ID != "" {
		translated = "translated from " + p.From.String()
	}
	return docinfo.Cell{Text: levelLabel(m, p), Note: joined("; ", score, p.Inputs.Text(), translated)}
}

// mostExplained is how many risks a reader wants to have explained.
const mostExplained = 10

// moverTable says of the risks that move most how each method came to its level.
func moverTable(c compare.Comparison) docinfo.Table {
	t := docinfo.Table{ID: "movers", Caption: "Why the risks move that move most", Empty: "No risk changes its place."}
	why := func(p compare.Place) docinfo.Cell {
		return docinfo.Cell{Items: items(strings.Split(strings.TrimSuffix(p.Explanation.Text(), "\n"), "\n"))}
	}
	return fill(t, []column[compare.Row]{
		{docinfo.Column{ID: "risk", Title: "Risk", RowHeader: true}, func(r compare.Row) docinfo.Cell { return docinfo.Cell{Text: name(r.ID, r.Title)} }},
		{docinfo.Column{ID: "moved", Title: "Moves by"}, func(r compare.Row) docinfo.Cell {
			return docinfo.Cell{Text: moved(r), Note: "from " + places(r.A.Rank) + " to " + places(r.B.Rank)}
		}},
		{docinfo.Column{ID: "a", Title: "By A, because", Width: 32}, func(r compare.Row) docinfo.Cell { return why(r.A) }},
		{docinfo.Column{ID: "b", Title: "By B, because", Width: 32}, func(r compare.Row) docinfo.Cell { return why(r.B) }},
	}, c.Movers(mostExplained), func(compare.Row) docinfo.Row { return docinfo.Row{} })
}

// leftTable lists the risks that could not be compared.
func leftTable(c compare.Comparison) docinfo.Table {
	t := docinfo.Table{ID: "left", Caption: "Risks that could not be compared"}
	return fill(t, []column[compare.Absence]{
		{docinfo.Column{ID: "risk", Title: "Risk", RowHeader: true}, func(l compare.Absence) docinfo.Cell { return docinfo.Cell{Text: name(l.ID, l.Title)} }},
		{docinfo.Column{ID: "method", Title: "Not rated by", Facet: true}, func(l compare.Absence) docinfo.Cell { return docinfo.Cell{Text: l.Method.String()} }},
		{docinfo.Column{ID: "reason", Title: "Why", Width: 50}, func(l compare.Absence) docinfo.Cell { return docinfo.Cell{Text: l.Reason} }},
	}, c.Left, func(compare.Absence) docinfo.Row { return docinfo.Row{} })
}
