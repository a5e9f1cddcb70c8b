package soa

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// table returns the entries as rows, with a column of evidence in the internal
// edition.
func (s Statement) table() docinfo.Table {
	t := docinfo.Table{
		ID: "soa", Caption: "Controls and their applicability", GroupTitle: "Theme", Columns: columns(),
	}
	if s.Audience != External {
		t.Columns = append(t.Columns, docinfo.Column{ID: "evidence", Title: "Evidence", Width: 10})
	}
	for _, e := range s.Entries {
		row := docinfo.Row{ID: e.Ref(), Group: e.Theme(), Cells: []docinfo.Cell{
			e.heading(), e.necessaryCell(), s.justificationCell(e),
			{Items: s.drivers(e)},
			e.statusCell(),
			{Items: s.implementation(e)},
			{Items: s.pending(e)},
		}}
		if s.Audience != External {
			row.Cells = append(row.Cells, docinfo.Cell{Items: s.evidence(e)})
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func columns() []docinfo.Column {
	return []docinfo.Column{
		{ID: "control", Title: "Control", NoteTitle: "Title", RowHeader: true, Width: 12},
		{ID: "necessary", Title: "Necessary", Facet: true, Values: []string{"Yes", "No", "Undecided"}, Width: 8},
		{ID: "justification", Title: "Justification (recorded)", NoteTitle: "Decision", Width: 16},
		{ID: "drivers", Title: "Driven by (derived)", Width: 14},
		{
			ID: "status", Title: "Status", Facet: true, Width: 10,
			Values: []string{"Implemented", "Partial", "Planned", "Not implemented"},
		},
		{ID: "implementation", Title: "Implementation", Width: 22},
		{ID: "planned", Title: "Planned action", Width: 8},
	}
}

func (e Entry) heading() docinfo.Cell {
	if e.Control.IsZero() {
		return docinfo.Cell{Text: string(e.Own), Note: e.Title}
	}
	return docinfo.Cell{Text: e.Control.String(), Note: e.Title}
}

func (e Entry) necessaryCell() docinfo.Cell {
	switch e.Inclusion {
	case isms.Included:
		return docinfo.Cell{Text: "Yes"}
	case isms.Excluded:
		return docinfo.Cell{Text: "No", Tone: docinfo.Muted}
	}
	return docinfo.Cell{Text: "Undecided", Tone: docinfo.Bad}
}

// justificationCell has the recorded justification, and under it who decided,
// and when.
func (s Statement) justificationCell(e Entry) docinfo.Cell {
	note := ""
	if on := e.Decision.On.String(); on != "" {
		note = "decided on " + on
		if who := s.party(e.Decision.By); who != "" {
			note += " by " + who
		}
		if whom := s.party(e.Decision.For); whom != "" {
			note += " for " + whom
		}
	}
	return docinfo.Cell{Text: upper(justification(e)), Note: note}
}

// statusCell says how far the control is implemented; an exclusion that nobody
// implements says nothing.
func (e Entry) statusCell() docinfo.Cell {
	if e.Inclusion == isms.Excluded && e.Status <= NotImplemented {
		return docinfo.Cell{}
	}
	tone := docinfo.Attention
	switch e.Status {
	case Implemented:
		tone = docinfo.Good
	case Partial, Planned:
	default:
		tone = docinfo.Bad
	}
	return docinfo.Cell{Text: upper(word(max(e.Status, NotImplemented))), Tone: tone}
}

// drivers sets a path as one line: the risk or requirement, then the treatment
// and the own control on the way.
func (s Statement) drivers(e Entry) []docinfo.Text {
	items := make([]docinfo.Text, 0, len(e.Drivers))
	for _, d := range e.Drivers {
		var text docinfo.Text
		for i, ref := range d.Path {
			if i > 0 {
				text = append(text, docinfo.Span{Text: " → " + ref.ID})
				continue
			}
			text = append(text, docinfo.Span{Text: upper(ref.Kind.String()) + " " + ref.ID, Strong: true})
			if name := s.Names[ref]; name != "" {
				text = append(text, docinfo.Span{Text: " " + name})
			}
		}
		items = append(items, text)
	}
	return items
}

// implementation says which own controls realize the entry, how, and by whom
// they are provided.
func (s Statement) implementation(e Entry) []docinfo.Text {
	items := make([]docinfo.Text, 0, len(e.RealizedBy))
	for _, r := range e.RealizedBy {
		about := strings.Join(s.details(e, r), " ")
		switch {
		case r.Control != e.Own:
			id := docinfo.Span{Text: string(r.Control), Strong: true}
			items = append(items, docinfo.Text{id, {Text: strings.TrimRight(" "+about, " ")}})
		case about != "": // the first column has named it
			items = append(items, docinfo.Plain(about))
		}
	}
	return items
}

// details are the sentences about one own control: its title and state where
// the row does not have them already.
func (s Statement) details(e Entry, r Realization) []string {
	var list []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			list = append(list, sentence(text))
		}
	}
	if r.Control != e.Own {
		add(r.Title)
	}
	if statusOf([]Realization{{State: r.State, Extent: isms.Full}}) != e.Status {
		add(upper(stateWord(r.State)))
	}
	if r.Extent == isms.Part {
		add("Realizes it in part")
	}
	add(r.How)
	add(s.provision(r))
	if owner := s.party(r.Owner); owner != "" {
		add("Owner: " + owner)
	}
	return list
}

// stateWord is the word of a state as a reader expects it.
func stateWord(state isms.ControlState) string {
	if state == isms.NotImplemented {
		return word(NotImplemented)
	}
	return word(state)
}

// provision says by whom a control is provided; nothing where it is the
// organization.
func (s Statement) provision(r Realization) string {
	if r.Provision == isms.Own || r.Provision == 0 {
		return ""
	}
	provider := cmp.Or(s.Names[r.Provider], r.Provider.ID)
	text := upper(word(r.Provision))
	switch {
	case provider != "" && r.Provision == isms.Shared:
		text += " with " + provider
	case provider != "":
		text += " from " + provider
	}
	var parts []string
	if r.Theirs != "" {
		parts = append(parts, "theirs: "+r.Theirs)
	}
	if r.Ours != "" {
		parts = append(parts, "ours: "+r.Ours)
	}
	if len(parts) > 0 {
		text += " (" + strings.Join(parts, "; ") + ")"
	}
	return text
}

// pending lists what is planned, with the day.
func (s Statement) pending(e Entry) []docinfo.Text {
	items := make([]docinfo.Text, 0, len(e.Pending))
	for _, p := range e.Pending {
		rest := due(p.Due)
		if p.Title != "" {
			rest = " " + p.Title + "," + rest
		}
		if owner := s.party(p.Owner); owner != "" {
			rest += ", " + owner
		}
		items = append(items, docinfo.Text{{Text: string(p.Action), Strong: true}, {Text: rest}})
	}
	return items
}

// evidence lists what may be relied on, each piece once.
func (s Statement) evidence(e Entry) []docinfo.Text {
	var items []docinfo.Text
	seen := make(map[isms.EvidenceID]bool)
	for _, r := range e.RealizedBy {
		for _, id := range r.Evidence {
			if seen[id] {
				continue
			}
			seen[id] = true
			text := docinfo.Text{{Text: string(id), Strong: true}}
			if name := s.Names[isms.Ref{Kind: isms.KindEvidence, ID: string(id)}]; name != "" {
				text = append(text, docinfo.Span{Text: " " + name})
			}
			items = append(items, text)
		}
	}
	return items
}

// upper begins a text with a capital letter.
func upper(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// sentence ends a text as a sentence.
func sentence(text string) string {
	if strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}
