package report

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// TreatmentPlan returns the risk treatment plan (ISO/IEC 27001:2022, 6.1.3 e):
// the treatments in force at the date of the view, with their risks, owners,
// levels, controls and actions, those of the highest risks first; the approvals
// of the risk owners (6.1.3 f), given and outstanding; and the actions with
// owner, resources, due date and how they are evaluated.
func TreatmentPlan(v *isms.View) docinfo.Document {
	r := newReader(v)
	blocks := append(r.untreated(), r.treatmentTable(), r.approvalTable(), r.actionTable(), reading(
		"A treatment stands in the order of its highest risk. Beside each risk stands its current level and, after the arrow, the one expected once the treatment is carried out.",
		"Actions are those that serve the treatment, its own controls or its risks. Overdue: one of them was due before this date. Done: all of them are.",
		"An approval is outstanding where a version of the plan lists a treatment that modifies, shares or avoids an open risk, and the owner of the risk has not approved that version for it. "+
			"What a risk owner retains is accepted in the risk register.",
	))
	return r.document("risk-treatment-plan", "Risk treatment plan", blocks...)
}

// untreated is a notice about open risks without treatment and acceptance, if
// there are any.
func (r *reader) untreated() []docinfo.Block {
	var list []string
	for _, e := range r.risks {
		if r.bare(e) {
			list = append(list, joined(": ", name(string(e.ID), e.Title), e.levels[isms.Current].label()))
		}
	}
	if len(list) == 0 {
		return nil
	}
	const most = 12
	shown := items(list[:min(len(list), most)])
	if more := len(list) - most; more > 0 {
		shown = append(shown, docinfo.Plain(fmt.Sprintf("and %d more, which the risk register lists", more)))
	}
	return []docinfo.Block{docinfo.Notice{
		Tone: docinfo.Attention, Title: count(len(list), "open risk") + " neither treated nor accepted", Items: shown,
	}}
}

func (r *reader) treatmentTable() docinfo.Table {
	t := docinfo.Table{ID: "treatments", Caption: "Treatments in force", Empty: "No treatment is in force."}
	return fill(t, r.treatmentColumns(), r.inForce(), func(t isms.Treatment) docinfo.Row {
		return docinfo.Row{ID: t.Ref().String()}
	})
}

func (r *reader) treatmentColumns() []column[isms.Treatment] {
	return []column[isms.Treatment]{
		{docinfo.Column{ID: "id", Title: "ID", RowHeader: true}, func(t isms.Treatment) docinfo.Cell { return docinfo.Cell{Text: string(t.ID)} }},
		{docinfo.Column{ID: "treatment", Title: "Treatment", RowHeader: true, Width: 13, NoteTitle: "Reason"}, func(t isms.Treatment) docinfo.Cell {
			return docinfo.Cell{Text: t.Title, Note: t.Reason}
		}},
		{docinfo.Column{ID: "option", Title: "Option", Facet: true, Values: options, NoteTitle: "Shared with"}, func(t isms.Treatment) docinfo.Cell {
			return docinfo.Cell{Text: word(t.Option), Note: r.sharedWith(t)}
		}},
		{docinfo.Column{ID: "risks", Title: "Risks: current → expected level", Width: 18}, r.risksCell},
		{docinfo.Column{ID: "owners", Title: "Risk owners", Facet: true}, r.ownersCell},
		{docinfo.Column{ID: "controls", Title: "Controls", Width: 19}, r.controlsCell},
		{docinfo.Column{ID: "actions", Title: "Actions", Width: 15}, r.actionsCell},
		{docinfo.Column{ID: "progress", Title: "Progress", Facet: true, Values: progress}, r.progressCell},
		{docinfo.Column{ID: "plan", Title: "Plan", Facet: true}, r.planCell},
	}
}

// inForce returns the treatments in force, those of the highest risks first.
func (r *reader) inForce() []isms.Treatment {
	list := slices.DeleteFunc(slices.Clone(r.sys.Treatments), func(t isms.Treatment) bool { return !t.InForce(r.at) })
	places := make(map[isms.TreatmentID]int, len(list))
	for _, t := range list {
		places[t.ID] = len(r.risks)
		for _, e := range r.risksOf(t) {
			places[t.ID] = min(places[t.ID], r.place[e.ID])
		}
	}
	slices.SortStableFunc(list, func(a, b isms.Treatment) int { return cmp.Compare(places[a.ID], places[b.ID]) })
	return list
}

// risksOf returns the risks of a treatment that are identified by the date,
// each once, in the order of the register.
func (r *reader) risksOf(t isms.Treatment) []*entry {
	var list []*entry
	for _, id := range t.Risks {
		if i, ok := r.place[id]; ok {
			list = append(list, r.risks[i])
		}
	}
	slices.SortFunc(list, func(a, b *entry) int { return cmp.Compare(r.place[a.ID], r.place[b.ID]) })
	return slices.Compact(list)
}

func (r *reader) risksCell(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	for _, e := range r.risksOf(t) {
		levels := seen(e.levels[isms.Current].label(), "no level")
		if left := e.levels[isms.Residual].label(); left != "" {
			levels += " → " + left
		}
		if !e.open {
			levels = "closed"
		}
		c.Items = append(c.Items, strong(string(e.ID), e.Title, ": "+levels))
	}
	return c
}

// ownersCell lists the owners of the open risks of a treatment, each once.
func (r *reader) ownersCell(t isms.Treatment) docinfo.Cell {
	var names []string
	for _, e := range r.risksOf(t) {
		if who := seen(r.party(e.owner), "nobody"); e.open && !slices.Contains(names, who) {
			names = append(names, who)
		}
	}
	return docinfo.Cell{Items: items(names)}
}

func (r *reader) sharedWith(t isms.Treatment) string {
	if t.ShareWith.IsZero() {
		return ""
	}
	return seen(r.v.Title(t.ShareWith), t.ShareWith.ID)
}

// controlsCell lists the controls of a treatment with their states, and what
// each is meant to do.
func (r *reader) controlsCell(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	for _, chosen := range t.Controls {
		var text docinfo.Text
		own, ok := r.v.Control(chosen.Own)
		switch {
		case ok:
			text = strong(string(own.ID), own.Title, ": "+r.state(own))
		case !chosen.Control.IsZero():
			text = r.reference(chosen.Control)
		default:
			continue
		}
		for _, e := range chosen.Effects {
			text = append(text, docinfo.Span{Text: phrase(";", r.effect(e))})
		}
		c.Items = append(c.Items, text)
	}
	return c
}

// reference names a reference, and the own controls that realize it.
func (r *reader) reference(ref annexa.ControlRef) docinfo.Text {
	known, _ := annexa.Lookup(ref)
	var by []string
	for _, own := range r.v.Realizers(ref, "") {
		by = append(by, string(own.ID)+" "+r.state(own))
	}
	rest := ": " + seen(strings.Join(by, ", "), "no own control realizes it")
	return strong(ref.String(), seen(known.Title, known.ShortName), rest)
}

// state is the state of a control at the date, in words.
func (r *reader) state(c isms.Control) string {
	switch s := c.StateAt(r.at); s {
	case 0, isms.NotImplemented:
		return "not implemented"
	case isms.Partial:
		return "partly implemented"
	default:
		return word(s)
	}
}

// effect says what a control is meant to do: lower what, by how much, against
// which threat.
func (r *reader) effect(e isms.IntendedEffect) string {
	text := phrase("lowers", word(e.On))
	if text != "" && e.Steps > 0 {
		text += " by " + count(e.Steps, "level")
	}
	if text != "" && e.Reduces > 0 {
		text += fmt.Sprintf(" by %g %%", e.Reduces*100)
	}
	return joined(" ", text, phrase("against", r.titles(isms.KindThreat, texts([]isms.ThreatID{e.Threat}))))
}

// planCell lists the versions of plans that list the treatment.
func (r *reader) planCell(t isms.Treatment) docinfo.Cell {
	var list []string
	for _, p := range r.sys.Plans {
		if v, ok := p.VersionAt(r.at); ok && slices.Contains(v.Treatments, t.ID) {
			list = append(list, string(p.ID)+" version "+v.Number)
		}
	}
	if len(list) == 0 {
		return docinfo.Cell{Text: "in no plan", Tone: docinfo.Attention}
	}
	return docinfo.Cell{Items: items(list)}
}
