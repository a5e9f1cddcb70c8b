package report

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/transition"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// A dispute is one field in which the rows of one control differ.
type dispute struct {
	of annexa.ControlRef
	transition.Conflict
}

func conflictTable(r transition.Report) docinfo.Table {
	var all []dispute
	for _, c := range r.Controls {
		for _, conflict := range c.Conflicts {
			all = append(all, dispute{c.Ref, conflict})
		}
	}
	t := docinfo.Table{ID: "conflicts", Caption: "Conflicts", Empty: "None: where a control has several rows, they agree."}
	return fill(t, []column[dispute]{
		{docinfo.Column{ID: "control", Title: "Control", RowHeader: true, Width: 25}, func(d dispute) docinfo.Cell {
			return docinfo.Cell{Items: []docinfo.Text{toControl(d.of)}}
		}},
		{docinfo.Column{ID: "field", Title: "Differ in", Facet: true, Width: 15}, func(d dispute) docinfo.Cell { return docinfo.Cell{Text: d.Field} }},
		{docinfo.Column{ID: "said", Title: "Who said what"}, func(d dispute) docinfo.Cell { return docinfo.Cell{Items: said(d.Said)} }},
	}, all, func(dispute) docinfo.Row { return docinfo.Row{} })
}

// said tells who said what, the old controls set apart from their words.
func said(list []transition.Said) []docinfo.Text {
	all := make([]docinfo.Text, len(list))
	for i, s := range list {
		all[i] = docinfo.Text{{Text: ids(s.By), Strong: true}, {Text: ": " + seen(s.Text, "nothing")}}
	}
	return all
}

// ids joins identifiers without their set, which the heading names.
func ids(refs []annexa.ControlRef) string {
	list := make([]string, len(refs))
	for i, ref := range refs {
		list[i] = ref.ID
	}
	return strings.Join(list, ", ")
}

func carriedTable(r transition.Report) docinfo.Table {
	words := make([]string, len(outcomes))
	for i, o := range outcomes {
		words[i] = o.outcome.String()
	}
	t := docinfo.Table{ID: "controls", Caption: "All controls", GroupTitle: "Theme"}
	return fill(t, []column[transition.Control]{
		{docinfo.Column{ID: "control", Title: "Control", RowHeader: true, Width: 17}, func(c transition.Control) docinfo.Cell {
			return docinfo.Cell{Text: called(c.Ref)}
		}},
		{docinfo.Column{ID: "outcome", Title: "Outcome", Facet: true, Values: words, NoteTitle: "Without a row"}, outcomeCell},
		{docinfo.Column{ID: "included", Title: "Included", Facet: true}, func(c transition.Control) docinfo.Cell {
			return docinfo.Cell{Text: word(c.Included)}
		}},
		{docinfo.Column{ID: "status", Title: "Status of the old", Facet: true}, func(c transition.Control) docinfo.Cell {
			return docinfo.Cell{Text: c.Status}
		}},
		{docinfo.Column{ID: "owner", Title: "Owner", Facet: true}, func(c transition.Control) docinfo.Cell { return docinfo.Cell{Text: c.Owner} }},
		{docinfo.Column{ID: "from", Title: "From the rows", Width: 15}, fromCell},
		{docinfo.Column{ID: "justification", Title: "Justifications, a draft", Width: 28}, func(c transition.Control) docinfo.Cell {
			return docinfo.Cell{Text: c.Justification()}
		}},
	}, r.Controls, func(c transition.Control) docinfo.Row {
		of, _ := annexa.Lookup(c.Ref)
		return docinfo.Row{ID: c.Ref.String(), Group: of.Theme.String()}
	})
}

func outcomeCell(c transition.Control) docinfo.Cell {
	cell := docinfo.Cell{Text: c.Outcome.String()}
	if c.Outcome > transition.Merged {
		cell.Tone = docinfo.Attention
	}
	if len(c.Missing) > 0 {
		cell.Note = phrase("no row for", ids(c.Missing))
	}
	return cell
}

// fromCell leads to the rows of a control, each under the identifier it names.
func fromCell(c transition.Control) docinfo.Cell {
	var cell docinfo.Cell
	for _, o := range c.From {
		cell.Items = append(cell.Items, docinfo.Link(o.Old.ID+" (row "+strconv.Itoa(o.Row)+")", rowLink(o.Row)))
	}
	return cell
}

func rowLink(number int) string { return "#row/" + strconv.Itoa(number) }

// A given row is one of the old list with its number.
type givenRow struct {
	number int
	transition.Placement
}

func rowTable(r transition.Report) docinfo.Table {
	all := make([]givenRow, len(r.Rows))
	for i, p := range r.Rows {
		all[i] = givenRow{i + 1, p}
	}
	t := docinfo.Table{ID: "rows", Caption: "All rows, as they were given", Empty: "No row was given."}
	return fill(t, []column[givenRow]{
		{docinfo.Column{ID: "row", Title: "Row", RowHeader: true, NoteTitle: "Line"}, func(g givenRow) docinfo.Cell {
			return docinfo.Cell{Text: strconv.Itoa(g.number), Note: place(g.Given.Line, g.Given.Column)}
		}},
		{docinfo.Column{ID: "old", Title: "Control of 2013", Width: 17, NoteTitle: "Title in 2013"}, func(g givenRow) docinfo.Cell {
			c, _ := annexa.Lookup(g.Old)
			return docinfo.Cell{Text: seen(g.Given.ID, "none"), Note: seen(c.Title, c.ShortName)}
		}},
		{docinfo.Column{ID: "to", Title: "Went to", Width: 17, NoteTitle: "Kind"}, toCell},
		{docinfo.Column{ID: "included", Title: "Included", Facet: true}, func(g givenRow) docinfo.Cell {
			return docinfo.Cell{Text: word(g.Given.Included)}
		}},
		{docinfo.Column{ID: "status", Title: "Status", Facet: true}, func(g givenRow) docinfo.Cell { return docinfo.Cell{Text: g.Given.Status} }},
		{docinfo.Column{ID: "owner", Title: "Owner", Facet: true}, func(g givenRow) docinfo.Cell { return docinfo.Cell{Text: g.Given.Owner} }},
		{docinfo.Column{ID: "justification", Title: "Justification", Width: 22}, func(g givenRow) docinfo.Cell {
			return docinfo.Cell{Text: g.Given.Justification}
		}},
		{docinfo.Column{ID: "extra", Title: "What else it says"}, extraCell},
	}, all, func(g givenRow) docinfo.Row { return docinfo.Row{ID: strings.TrimPrefix(rowLink(g.number), "#")} })
}

func toCell(g givenRow) docinfo.Cell {
	if len(g.To) == 0 {
		return docinfo.Cell{Text: "nowhere", Tone: docinfo.Bad}
	}
	cell := docinfo.Cell{Note: g.Kind.String()}
	for _, ref := range g.To {
		cell.Items = append(cell.Items, toControl(ref))
	}
	return cell
}

func extraCell(g givenRow) docinfo.Cell {
	var cell docinfo.Cell
	for _, key := range slices.Sorted(maps.Keys(g.Given.Extra)) {
		cell.Items = append(cell.Items, docinfo.Plain(key+": "+g.Given.Extra[key]))
	}
	return cell
}

// place says where something stands in a file, "" where there is none.
func place(line, col int) string {
	if line == 0 {
		return ""
	}
	return "line " + strconv.Itoa(line) + ", column " + strconv.Itoa(col)
}

// absentTable lists the controls of 2013 that no row names.
func absentTable(r transition.Report) docinfo.Table {
	t := docinfo.Table{ID: "missing", Caption: "Controls of 2013 without a row", Empty: "None: every control of 2013 has a row."}
	return fill(t, []column[annexa.ControlRef]{
		{docinfo.Column{ID: "old", Title: "Control of 2013", RowHeader: true}, func(ref annexa.ControlRef) docinfo.Cell {
			return docinfo.Cell{Text: called(ref)}
		}},
		{docinfo.Column{ID: "to", Title: "Would go to"}, func(ref annexa.ControlRef) docinfo.Cell {
			var cell docinfo.Cell
			for p := range annexa.Successors(ref) {
				cell.Items = append(cell.Items, toControl(p.New))
			}
			return cell
		}},
	}, r.Missing, func(annexa.ControlRef) docinfo.Row { return docinfo.Row{} })
}

func problemTable(r transition.Report) docinfo.Table {
	t := docinfo.Table{ID: "problems", Caption: "Problems", Empty: "None."}
	return fill(t, []column[transition.Problem]{
		{docinfo.Column{ID: "row", Title: "Row", RowHeader: true, NoteTitle: "Line"}, func(p transition.Problem) docinfo.Cell {
			cell := docinfo.Cell{Text: "the list", Note: place(p.Line, p.Column)}
			if p.Row > 0 && p.Row <= len(r.Rows) {
				cell = docinfo.Cell{Items: []docinfo.Text{docinfo.Link(strconv.Itoa(p.Row), rowLink(p.Row))}, Note: cell.Note}
			}
			return cell
		}},
		{docinfo.Column{ID: "code", Title: "Code", Facet: true}, func(p transition.Problem) docinfo.Cell { return docinfo.Cell{Text: p.Code} }},
		{docinfo.Column{ID: "problem", Title: "Problem"}, func(p transition.Problem) docinfo.Cell { return docinfo.Cell{Text: p.Message} }},
		{docinfo.Column{ID: "found", Title: "Found"}, func(p transition.Problem) docinfo.Cell { return docinfo.Cell{Text: p.Found} }},
		{docinfo.Column{ID: "expected", Title: "Expected"}, func(p transition.Problem) docinfo.Cell { return docinfo.Cell{Text: p.Expected} }},
		{docinfo.Column{ID: "nearest", Title: "Perhaps meant"}, func(p transition.Problem) docinfo.Cell { return docinfo.Cell{Text: p.Nearest} }},
	}, r.Problems, func(transition.Problem) docinfo.Row { return docinfo.Row{} })
}
