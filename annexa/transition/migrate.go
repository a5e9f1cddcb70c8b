package transition

import (
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// Migrate carries a whole statement over: a control of 2013 that no row names is
// a problem. The order of the rows changes nothing but their numbers.
func Migrate(rows []Row) Report {
	r := MigratePart(rows)
	for _, old := range r.Missing {
		r.Problems = append(r.Problems, Problem{
			Code: codeMissing, Message: "no row names the control", Expected: "a row for " + old.ID,
		})
	}
	return r
}

// MigratePart carries a part of a statement over, such as the controls of one
// team: controls of 2013 without a row are listed in Missing and are no problem.
func MigratePart(rows []Row) Report {
	var r Report
	byOld := map[annexa.ControlRef][]Origin{}
	for i, row := range rows {
		placed, problems := place(i+1, row, byOld)
		r.Rows = append(r.Rows, placed)
		r.Problems = append(r.Problems, problems...)
		if placed.To != nil {
			byOld[placed.Old] = append(byOld[placed.Old], Origin{Row: i + 1, Old: placed.Old, Kind: placed.Kind, Given: row})
		}
	}
	for old := range annexa.Controls(annexa.ISO27001v2013) {
		if byOld[old.Ref] == nil {
			r.Missing = append(r.Missing, old.Ref)
		}
	}
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		r.Controls = append(r.Controls, decide(c, byOld))
	}
	return r
}

// place returns where a row goes, and what is wrong with it beside the rows
// before it.
func place(number int, row Row, before map[annexa.ControlRef][]Origin) (Placement, []Problem) {
	placed := Placement{Given: row}
	var problems []Problem
	add := func(p Problem) {
		p.Row, p.Line, p.Column = number, row.Line, row.Column
		problems = append(problems, p)
	}
	if int(row.Included) >= len(inclusions) {
		add(Problem{Code: codeInclusion, Message: "inclusion is none", Found: row.Included.word(), Expected: "included, excluded or nothing"})
	}
	old, fault := find(row.ID)
	if fault.Code != "" {
		add(fault)
		return placed, problems
	}
	placed.Old = old
	for c := range annexa.Successors(old) {
		placed.Kind, placed.To = c.Kind, append(placed.To, c.New)
	}
	if placed.To == nil {
		add(Problem{Code: codeLeftOut, Message: "control has no successor: this program was built without the correspondences", Found: clip(row.ID)})
	}
	if first := before[old]; len(first) > 0 {
		add(repeated(row.ID, first[0].Row))
	}
	return placed, problems
}

// decide returns what the rows say about a control of 2022.
func decide(c annexa.Control, byOld map[annexa.ControlRef][]Origin) Control {
	out := Control{Ref: c.Ref}
	predecessors := 0
	for p := range annexa.Predecessors(c.Ref) {
		predecessors++
		if byOld[p.Old] == nil {
			out.Missing = append(out.Missing, p.Old)
		}
		out.From = append(out.From, byOld[p.Old]...)
	}
	out.Conflicts = conflicts(out.From)
	switch {
	case c.New:
		out.Outcome = Undecided
	case len(out.From) == 0:
		out.Outcome = Absent
	case len(out.Conflicts) > 0:
		out.Outcome = Conflicting
	case len(out.Missing) > 0:
		out.Outcome = Incomplete
	case predecessors == 1:
		out.Outcome = Carried
	default:
		out.Outcome = Merged
	}
	if len(out.From) > 0 && len(out.Missing) == 0 {
		return agreed(out)
	}
	return out
}

// agreed fills in what no row disputes.
func agreed(c Control) Control {
	disputed := func(field string) bool {
		return slices.ContainsFunc(c.Conflicts, func(d Conflict) bool { return d.Field == field })
	}
	said := c.From[0].Given
	if !disputed("included") {
		c.Included = said.Included
	}
	if !disputed("status") {
		c.Status = said.Status
	}
	if !disputed("owner") {
		c.Owner = said.Owner
	}
	return c
}

// fields are what rows are compared by.
var fields = [...]struct {
	name string
	of   func(Row) string
}{
	{"included", func(r Row) string { return r.Included.word() }},
	{"status", func(r Row) string { return r.Status }},
	{"justification", func(r Row) string { return r.Justification }},
	{"owner", func(r Row) string { return r.Owner }},
}

func conflicts(from []Origin) []Conflict {
	var all []Conflict
	for _, f := range fields {
		if said := group(from, f.of); len(said) > 1 {
			all = append(all, Conflict{Field: f.name, Said: said})
		}
	}
	return all
}

// group puts origins together that say the same, letter by letter.
func group(from []Origin, of func(Row) string) []Said {
	var all []Said
	for _, o := range from {
		text := of(o.Given)
		i := slices.IndexFunc(all, func(s Said) bool { return s.Text == text })
		if i < 0 {
			i, all = len(all), append(all, Said{Text: text})
		}
		if !slices.Contains(all[i].By, o.Old) { // a repeated row adds no control
			all[i].By = append(all[i].By, o.Old)
		}
	}
	return all
}

// Justification returns the justifications of all rows, one a line, each with
// the controls of 2013 that it was given for:
//
//	A.9.1.1, A.9.1.2 (2013): customers ask for it
//
// It is a draft for the person who writes the new one. Rows without a
// justification add nothing.
func (c Control) Justification() string {
	var lines []string
	for _, said := range group(c.From, func(r Row) string { return r.Justification }) {
		if said.Text == "" {
			continue
		}
		ids := make([]string, len(said.By))
		for i, old := range said.By {
			ids[i] = old.ID
		}
		lines = append(lines, strings.Join(ids, ", ")+" (2013): "+said.Text)
	}
	return strings.Join(lines, "\n")
}
