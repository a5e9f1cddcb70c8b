package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// Document returns the gap list as a document: what was found, how grave it is
// and what to do about it, in the order of the list; Top gives the order of
// what matters most. Whose list it is, and as of which day, is the caller's to
// add: in Subtitle and Meta.
func Document(gaps []Gap) docinfo.Document {
	return docinfo.Document{
		Name:  "gap-list",
		Title: "Gap list",
		Meta:  counts(gaps),
		Blocks: []docinfo.Block{
			docinfo.Plain("What an auditor would object to in these records, by clause of ISO/IEC 27001:2022. " +
				"It is computed from the records alone: it grades nothing as a nonconformity, and what it does not list is not thereby fulfilled."),
			severities(),
			docinfo.Table{
				ID: "gaps", Caption: "Gaps", Columns: columns(gaps), Rows: rows(gaps),
				Empty: "The checks found nothing in these records.",
			},
		},
	}
}

// meanings say what each severity means, in their order.
var meanings = []struct {
	severity Severity
	tone     docinfo.Tone
	text     string
}{
	{Contradiction, docinfo.Bad, "the records refute each other"},
	{Missing, docinfo.Bad, "the records lack what the clause asks for"},
	{Weak, docinfo.Attention, "the records hold it, and an auditor would ask"},
	{Note, 0, "worth a look"},
}

func severities() docinfo.List {
	var l docinfo.List
	for _, m := range meanings {
		l.Items = append(l.Items, docinfo.Text{{Text: m.severity.String(), Strong: true}, {Text: ": " + m.text}})
	}
	return l
}

// counts says how many gaps there are, in all and of each severity.
func counts(gaps []Gap) []docinfo.Field {
	fields := []docinfo.Field{{Name: "Gaps", Value: docinfo.Plain(fmt.Sprint(len(gaps)))}}
	for _, m := range meanings {
		n := 0
		for _, g := range gaps {
			if g.Severity == m.severity {
				n++
			}
		}
		fields = append(fields, docinfo.Field{Name: upper(m.severity.String()), Value: docinfo.Plain(fmt.Sprint(n))})
	}
	return fields
}

func columns(gaps []Gap) []docinfo.Column {
	words := make([]string, len(meanings))
	for i, m := range meanings {
		words[i] = m.severity.String()
	}
	var clauses []string
	for _, g := range slices.SortedStableFunc(slices.Values(gaps), func(a, b Gap) int { return a.Clause.Compare(b.Clause) }) {
		clauses = append(clauses, g.Clause.String())
	}
	return []docinfo.Column{
		{ID: "clause", Title: "Clause", Facet: true, Values: slices.Compact(clauses), Width: 7},
		{ID: "severity", Title: "Severity", Facet: true, Values: words, Width: 9},
		{ID: "gap", Title: "Gap", NoteTitle: "Code", Facet: true, Width: 14},
		{ID: "record", Title: "Where", NoteTitle: "Place", RowHeader: true, Width: 15},
		{ID: "found", Title: "What was found", NoteTitle: "Other records", Width: 23},
		{ID: "remedy", Title: "What to do", Width: 20},
		{ID: "overdue", Title: "Days overdue", Align: docinfo.AlignEnd, Width: 5},
		{ID: "risk", Title: "Worst risk", Width: 7},
	}
}

func rows(gaps []Gap) []docinfo.Row {
	all := make([]docinfo.Row, len(gaps))
	for i, g := range gaps {
		all[i] = docinfo.Row{Cells: []docinfo.Cell{
			{Text: g.Clause.String()},
			{Text: g.Severity.String(), Tone: tone(g.Severity)},
			{Text: g.Title, Note: g.Code},
			{Text: cmp.Or(g.Name, g.Place()), Note: placeNote(g)},
			{Text: g.Message, Note: list(g.Records)},
			{Text: g.Remedy},
			{Text: days(g)},
			{Text: worst(g.Worst)},
		}}
	}
	return all
}

// placeNote has the place under the name of the record, where it has a name.
func placeNote(g Gap) string {
	if g.Name == "" {
		return ""
	}
	return g.Place()
}

func tone(s Severity) docinfo.Tone {
	for _, m := range meanings {
		if m.severity == s {
			return m.tone
		}
	}
	return 0
}

func days(g Gap) string {
	if g.DaysOverdue == 0 {
		return ""
	}
	return fmt.Sprint(g.DaysOverdue)
}

func worst(w Worst) string {
	if w.Rank == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%s)", w.Risk, w.Level)
}

// upper begins a word with a capital.
func upper(word string) string { return strings.ToUpper(word[:1]) + word[1:] }
