package report

import (
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk"
)

// Register returns the risk register: every risk identified by the date of the
// view, with scenario, owner, levels, treatment and acceptance as they stand
// then. Open risks come first, the highest current level first. Columns that
// would say nothing are left out: inherent levels that nobody assessed,
// coordinates that no method has, common levels that nobody decided on, scopes
// where there is only one.
func Register(v *isms.View) docinfo.Document {
	r := newReader(v)
	return r.document("risk-register", "Risk register", r.totals(), r.register(), reading(
		"Open risks stand first, the highest current level first; those not assessed follow, then the closed ones. The levels of different methods are not compared, unless it was approved which of them mean the same.",
		"A level is the one set by a person where there is one, else the one recorded, else what the method makes of the inputs. "+
			"It is marked as good where the acceptance criteria let the risk be retained without a further decision, and for attention where they do not; as bad if there is no higher one.",
		"Where nobody assessed the current level, the risk stands where the controls in place leave it, else where it is without any; the note says so.",
		"The expected residual level is what is foreseen once the treatments that it presumes are carried out.",
		"Acceptance is of what remains: the expected residual level or, where a later assessment says so, the current one. "+
			"It is expired after its last day, lapsed when one of its conditions fell, outgrown when what remains is higher than what was accepted or is rated by another method. "+
			"It is not needed where the criteria let what remains be retained, and missing where they do not.",
		"A risk without an owner, or without a decision, has those of the risk it is a part of.",
	))
}

func (r *reader) register() docinfo.Table {
	t := docinfo.Table{ID: "risks", Caption: "Risks", GroupTitle: "Status", Empty: "No risk is recorded."}
	return fill(t, r.registerColumns(), r.risks, func(e *entry) docinfo.Row {
		return docinfo.Row{ID: e.Ref().String(), Group: r.group(e)}
	})
}

// group says whether a risk is open; and by which method it is rated, or in whose
// terms, where there are several.
func (r *reader) group(e *entry) string {
	status := "Open"
	if !e.open {
		status = "Closed"
	}
	l := e.levels[isms.Current]
	switch {
	case len(r.orders) < 2:
		return status
	case l.IsZero():
		return status + ", not rated"
	case l.method == "":
		return status + ", rated without a method"
	}
	return status + ", " + r.ordered(l)
}

func (r *reader) registerColumns() []column[*entry] {
	at := func(stage isms.Stage) func(*entry) docinfo.Cell {
		return func(e *entry) docinfo.Cell { return r.levelCell(e, stage) }
	}
	all := []column[*entry]{
		{docinfo.Column{ID: "id", Title: "ID", RowHeader: true}, func(e *entry) docinfo.Cell { return docinfo.Cell{Text: string(e.ID)} }},
		{docinfo.Column{ID: "risk", Title: "Risk", RowHeader: true, Width: 21, NoteTitle: "Scenario"}, r.riskCell},
		{docinfo.Column{ID: "scope", Title: "Scope", Facet: true}, r.scopeCell},
		{docinfo.Column{ID: "owner", Title: "Risk owner", Facet: true, NoteTitle: "Role held by"}, r.ownerCell},
		{docinfo.Column{ID: "harms", Title: "Harms", Facet: true, Width: 12, Values: harms, NoteTitle: "Consequences"}, harmsCell},
		{docinfo.Column{ID: "inherent", Title: "Inherent level", Facet: true, Values: r.scale(isms.Inherent), NoteTitle: "Basis of inherent level"}, at(isms.Inherent)},
		{docinfo.Column{ID: "coordinates", Title: "Likelihood × consequence"}, coordinatesCell},
		{docinfo.Column{ID: "current", Title: "Current level", Facet: true, Width: 10, Values: r.scale(isms.Current), NoteTitle: "Basis of current level"}, at(isms.Current)},
		{docinfo.Column{ID: "common", Title: "Common level", Facet: true}, func(e *entry) docinfo.Cell { return docinfo.Cell{Text: r.commonWord(e.levels[isms.Current])} }},
		{docinfo.Column{ID: "treatment", Title: "Treatment", Facet: true, Width: 12, Values: options, NoteTitle: "Treatments in force"}, r.treatmentCell},
		{docinfo.Column{ID: "residual", Title: "Expected residual level", Facet: true, Values: r.scale(isms.Residual), NoteTitle: "Basis of residual level"}, at(isms.Residual)},
		{docinfo.Column{
			ID: "acceptance", Title: "Acceptance", Facet: true, Width: 12, NoteTitle: "Terms of acceptance",
			Values: []string{missing, outgrown, lapsed, expired, none, accepted, needless},
		}, r.acceptanceCell},
	}
	return slices.DeleteFunc(all, func(c column[*entry]) bool { return r.mute(c) })
}

// mute reports whether a column that is not always there would say nothing.
func (r *reader) mute(c column[*entry]) bool {
	switch c.ID {
	case "scope":
		return len(r.sys.Scopes) < 2
	case "inherent", "coordinates", "common":
		return !slices.ContainsFunc(r.risks, func(e *entry) bool { return c.cell(e).Text != "" })
	}
	return false
}

// coordinatesCell prints the likelihood and consequence of the current level.
func coordinatesCell(e *entry) docinfo.Cell {
	l := e.levels[isms.Current]
	return docinfo.Cell{Text: joined(" × ", l.coordinate(risk.Likelihood), l.coordinate(risk.Consequence))}
}

// treatmentCell lists the options taken, and the treatments in force.
func (r *reader) treatmentCell(e *entry) docinfo.Cell {
	var words, list []string
	for _, t := range e.treated {
		if w := word(t.Option); w != "" && !slices.Contains(words, w) {
			words = append(words, w)
		}
		list = append(list, name(string(t.ID), t.Title))
	}
	if parts := r.parts[e.ID]; len(parts) > 0 {
		list = append(list, "at its parts: "+some(texts(parts)))
	}
	if r.bare(e) {
		return docinfo.Cell{Text: "none", Tone: docinfo.Attention}
	}
	return docinfo.Cell{Items: items(words), Note: joined("\n", list...)}
}
