package report

import (
	"strconv"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/transition"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// Transition returns what package transition made of a statement of 2013 as a
// document: the totals, the conflicts, the controls that are new, every control
// of 2022 with what it comes from, every row that was given with where it went,
// the controls of 2013 without a row, and the problems. It needs no other
// records, and says of no control that it is implemented.
//
// What [transition.Read] found wrong with the file stands in the document if it
// was put before the problems of the report:
//
//	r.Problems = append(problems, r.Problems...)
func Transition(r transition.Report) docinfo.Document {
	const title = "From ISO/IEC 27001:2013 to 2022"
	return docinfo.Document{
		Name: "transition-2013-2022", Title: title, Subtitle: "What became of each row of the old list", Language: "en",
		Meta: []docinfo.Field{
			{Name: "Rows given", Value: docinfo.Plain(strconv.Itoa(len(r.Rows)))},
			{Name: "Edition left", Value: docinfo.Plain(annexa.Edition2013)},
			{Name: "Edition reached", Value: docinfo.Plain(annexa.Edition)},
			{Name: "Correspondences", Value: docinfo.Plain(annexa.Edition27002 + ", Annex B")},
		},
		Blocks: append(open(r),
			part("totals", "Totals", outcomeTable(r)),
			part("to-decide", "To decide", conflictTable(r), newTable(r)),
			part("all-controls", "The controls of 2022", carriedTable(r)),
			part("all-rows", "The rows of the old list", rowTable(r), absentTable(r), problemTable(r)),
			reading(
				"A correspondence says where to look. It does not say that an old control and a new one ask the same, so a status that was carried over is the status of the old control.",
				"Rows are compared letter by letter, and a row that says nothing differs from one that says something. Where the rows of a control differ, nothing is chosen: the conflict says who said what.",
				"A control is filled in only where every predecessor has a row, and only with what all of them say. The texts of a justification stand together, each with the old controls that it was given for: they are a draft.",
				"A.18.2.3 is the one control of 2013 that became a part of two: A.5.36 and A.8.8.",
			)),
		Footer: title,
	}
}

// part is a section of tables.
func part(id, title string, tables ...docinfo.Table) docinfo.Section {
	s := docinfo.Section{ID: id, Title: title}
	for _, t := range tables {
		s.Blocks = append(s.Blocks, t)
	}
	return s
}

// open is a notice about what the rows leave open, if they do.
func open(r transition.Report) []docinfo.Block {
	var list []docinfo.Text
	add := func(n int, noun, rest, table string) {
		if n > 0 {
			list = append(list, docinfo.Link(count(n, noun)+rest, "#"+table))
		}
	}
	add(r.Count(transition.Conflicting), "control", " whose rows differ", "conflicts")
	add(r.Count(transition.Undecided), "control", " new in 2022, not decided", "new")
	add(r.Count(transition.Incomplete)+r.Count(transition.Absent), "control", " with predecessors that no row names", "controls")
	add(unplaced(r), "row", " that went nowhere", "rows")
	add(len(r.Problems), "problem", " with the rows", "problems")
	if list == nil {
		return nil
	}
	return []docinfo.Block{docinfo.Notice{ID: "open", Tone: docinfo.Attention, Title: "Left for people to decide", Items: list}}
}

func unplaced(r transition.Report) int {
	n := 0
	for _, p := range r.Rows {
		if len(p.To) == 0 {
			n++
		}
	}
	return n
}

// outcomes are the outcomes of a control in their order, each with what it means
// and what is left to do.
var outcomes = []struct {
	outcome     transition.Outcome
	means, left string
}{
	{transition.Carried, "one predecessor, and its row", "see whether the status holds for what the control says now"},
	{transition.Merged, "several predecessors, and their rows agree", "see whether the status holds for what the control says now"},
	{transition.Conflicting, "the rows differ in inclusion, status, justification or owner", "decide between what was said"},
	{transition.Incomplete, "the rows agree, but not every predecessor has one", "find the missing rows, or decide without them"},
	{transition.Absent, "there are predecessors, and no row of any", "find the missing rows, or decide without them"},
	{transition.Undecided, "new in 2022: there is nothing to carry", "decide"},
}

func outcomeTable(r transition.Report) docinfo.Table {
	t := docinfo.Table{ID: "outcomes", Caption: "Controls of 2022 by outcome", Columns: []docinfo.Column{
		{ID: "outcome", Title: "Outcome", RowHeader: true},
		{ID: "controls", Title: "Controls", Align: docinfo.AlignEnd},
		{ID: "means", Title: "Means"},
		{ID: "left", Title: "Left to do"},
	}}
	for _, o := range outcomes {
		t.Rows = append(t.Rows, docinfo.Row{Cells: []docinfo.Cell{
			{Text: o.outcome.String()}, {Text: strconv.Itoa(r.Count(o.outcome))}, {Text: o.means}, {Text: o.left},
		}})
	}
	return t
}

// newTable lists the controls that no row can speak of.
func newTable(r transition.Report) docinfo.Table {
	t := docinfo.Table{ID: "new", Caption: "New in 2022, not decided", Empty: "None.", Columns: []docinfo.Column{
		{ID: "control", Title: "Control", RowHeader: true},
		{ID: "theme", Title: "Theme"},
	}}
	for _, c := range r.Controls {
		if c.Outcome == transition.Undecided {
			of, _ := annexa.Lookup(c.Ref)
			t.Rows = append(t.Rows, docinfo.Row{Cells: []docinfo.Cell{{Items: []docinfo.Text{toControl(c.Ref)}}, {Text: of.Theme.String()}}})
		}
	}
	return t
}

// called is a control with what people call it.
func called(ref annexa.ControlRef) string {
	c, _ := annexa.Lookup(ref)
	return name(ref.ID, seen(c.Title, c.ShortName))
}

// toControl leads to the row of a control of 2022.
func toControl(ref annexa.ControlRef) docinfo.Text {
	return docinfo.Link(called(ref), "#"+ref.String())
}
