package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// How far an action, or all actions of a treatment, have come.
const (
	overdue  = "overdue"
	underway = "open"
	done     = "done"
	noAction = "no action"
)

var progress = []string{overdue, underway, done, noAction}

// actionTable lists the actions of the plan: those not done by due date, then
// the others, the latest first.
func (r *reader) actionTable() docinfo.Table {
	t := docinfo.Table{ID: "actions", Caption: "Actions", Empty: "No action is recorded."}
	columns := []column[isms.Action]{
		{docinfo.Column{ID: "id", Title: "ID", RowHeader: true}, func(a isms.Action) docinfo.Cell { return docinfo.Cell{Text: string(a.ID)} }},
		{docinfo.Column{ID: "action", Title: "Action", RowHeader: true, Width: 20}, func(a isms.Action) docinfo.Cell { return docinfo.Cell{Text: a.Title} }},
		{docinfo.Column{ID: "for", Title: "For", Width: 18}, r.purposesCell},
		{docinfo.Column{ID: "owner", Title: "Responsible", Facet: true, NoteTitle: "Role held by"}, r.responsibleCell},
		{docinfo.Column{ID: "resources", Title: "Resources", NoteTitle: "Cost"}, func(a isms.Action) docinfo.Cell {
			return docinfo.Cell{Text: a.Resources, Note: r.amount(a.Cost)}
		}},
		{docinfo.Column{ID: "due", Title: "Due"}, r.dueCell},
		{docinfo.Column{ID: "status", Title: "Status", Facet: true, Values: progress, NoteTitle: "Done on"}, r.statusCell},
		{docinfo.Column{ID: "evaluated", Title: "How the effect is evaluated", Width: 18}, func(a isms.Action) docinfo.Cell {
			return docinfo.Cell{Text: a.Evaluated}
		}},
	}
	return fill(t, columns, r.actions(), func(a isms.Action) docinfo.Row { return docinfo.Row{ID: a.Ref().String()} })
}

// actions returns the actions that serve risks, controls or treatments in
// force, in the order of the table.
func (r *reader) actions() []isms.Action {
	list := slices.DeleteFunc(slices.Clone(r.sys.Actions), func(a isms.Action) bool { return !slices.ContainsFunc(a.For, r.treats) })
	slices.SortStableFunc(list, func(a, b isms.Action) int {
		doneA, doneB := a.DoneAt(r.at), b.DoneAt(r.at)
		switch {
		case doneA && doneB:
			return b.Done.Compare(a.Done)
		case doneA || doneB:
			return first(doneB, doneA)
		}
		return cmp.Or(first(!a.Due.IsZero(), !b.Due.IsZero()), a.Due.Compare(b.Due))
	})
	return list
}

// treats reports whether what an action serves belongs to the plan.
func (r *reader) treats(ref isms.Ref) bool {
	switch ref.Kind { //nolint:exhaustive // the others belong to other plans
	case isms.KindTreatment:
		t, _ := r.v.Treatment(isms.TreatmentID(ref.ID))
		return t.InForce(r.at)
	case isms.KindRisk:
		_, identified := r.place[isms.RiskID(ref.ID)]
		return identified
	}
	return ref.Kind == isms.KindControl
}

// actionsOf returns the actions that serve a treatment, its own controls or its
// risks, each once.
func (r *reader) actionsOf(t isms.Treatment) []isms.Action {
	refs := []isms.Ref{t.Ref()}
	for _, c := range t.Controls {
		refs = append(refs, isms.Control{ID: c.Own}.Ref())
	}
	for _, e := range r.risksOf(t) {
		refs = append(refs, e.Ref())
	}
	var list []isms.Action
	listed := make(map[isms.ActionID]bool)
	for _, ref := range refs {
		for _, a := range r.v.ActionsFor(ref) {
			if !listed[a.ID] {
				list = append(list, a)
			}
			listed[a.ID] = true
		}
	}
	return list
}

func (r *reader) actionsCell(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	for _, a := range r.actionsOf(t) {
		rest := strings.TrimPrefix(name(string(a.ID), a.Title), string(a.ID)) + ", " + r.when(a)
		c.Items = append(c.Items, docinfo.Text{{Text: string(a.ID), Link: "#" + a.Ref().String()}, {Text: rest}})
	}
	return c
}

// when says when an action was done or is due.
func (r *reader) when(a isms.Action) string {
	switch {
	case a.DoneAt(r.at):
		return "done " + a.Done.String()
	case a.Due.IsZero():
		return "without a date"
	}
	return "due " + a.Due.String()
}

// status says how far an action has come.
func (r *reader) status(a isms.Action) string {
	switch {
	case a.DoneAt(r.at):
		return done
	case !a.Due.IsZero() && a.Due.Before(r.at):
		return overdue
	}
	return underway
}

func (r *reader) statusCell(a isms.Action) docinfo.Cell {
	c := progressOf(r.status(a))
	if c.Text == done {
		c.Note = a.Done.String()
	}
	return c
}

// progressCell says how far the actions of a treatment have come: as far as the
// one that is most behind.
func (r *reader) progressCell(t isms.Treatment) docinfo.Cell {
	furthest := noAction
	for _, a := range r.actionsOf(t) {
		if s := r.status(a); slices.Index(progress, s) < slices.Index(progress, furthest) {
			furthest = s
		}
	}
	return progressOf(furthest)
}

func progressOf(word string) docinfo.Cell {
	switch word {
	case overdue:
		return docinfo.Cell{Text: word, Tone: docinfo.Bad}
	case done:
		return docinfo.Cell{Text: word, Tone: docinfo.Good}
	}
	return docinfo.Cell{Text: word}
}

// purposesCell lists what an action serves; treatments of this plan are linked.
func (r *reader) purposesCell(a isms.Action) docinfo.Cell {
	var c docinfo.Cell
	for _, ref := range a.For {
		text := docinfo.Plain(name(ref.ID, r.v.Title(ref)))
		if ref.Kind == isms.KindTreatment && r.treats(ref) {
			text[0].Link = "#" + ref.String()
		}
		c.Items = append(c.Items, text)
	}
	return c
}

func (r *reader) responsibleCell(a isms.Action) docinfo.Cell {
	if a.Owner.IsZero() && !a.DoneAt(r.at) {
		return docinfo.Cell{Text: "nobody", Tone: docinfo.Attention}
	}
	return docinfo.Cell{Text: r.party(a.Owner), Note: r.holder(a.Owner)}
}

func (r *reader) dueCell(a isms.Action) docinfo.Cell {
	if a.Due.IsZero() && !a.DoneAt(r.at) {
		return docinfo.Cell{Text: "no date", Tone: docinfo.Attention}
	}
	return docinfo.Cell{Text: a.Due.String()}
}

// amount prints a sum of money in its currency or the System's.
func (r *reader) amount(a isms.Amount) string {
	if a == (isms.Amount{}) {
		return ""
	}
	return joined(" ", fmt.Sprintf("%.2f", a.Value), seen(a.Currency, r.sys.Currency))
}
