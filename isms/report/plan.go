package report

import (
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// TreatmentPlan returns the risk treatment plan (ISO/IEC 27001:2022, 6.1.3 e):
// the treatments in force at the date of the view with their risks, controls
// and actions, the plans that cover them, and the approvals of the risk owners
// (6.1.3 f).
func TreatmentPlan(v *isms.View) docinfo.Document {
	r := reader{v}
	d := r.document("risk-treatment-plan", "Risk treatment plan")
	d.Blocks = append(d.Blocks, r.approvals(), r.treatmentTable(), r.actionTable())
	return d
}

func (r reader) treatmentTable() docinfo.Table {
	t := docinfo.Table{
		ID: "treatments", Caption: "Treatments in force", Empty: "No treatment is in force.",
		Columns: []docinfo.Column{
			{ID: "treatment", Title: "Treatment", RowHeader: true, Width: 20, NoteTitle: "Reason"},
			{ID: "option", Title: "Option", Facet: true, Values: []string{"modify", "share", "avoid", "retain"}},
			{ID: "risks", Title: "Risks", Width: 20},
			{ID: "controls", Title: "Controls", Width: 20, NoteTitle: "Shared with"},
			{ID: "actions", Title: "Actions", Width: 20},
			{ID: "residual", Title: "Expected residual level", Facet: true},
		},
	}
	for _, tr := range r.v.System().Treatments {
		if !tr.InForce(r.v.At()) {
			continue
		}
		t.Rows = append(t.Rows, docinfo.Row{ID: string(tr.ID), Cells: []docinfo.Cell{
			{Text: name(string(tr.ID), tr.Title), Note: tr.Reason},
			{Text: word(tr.Option)},
			r.risksOf(tr),
			r.controlsOf(tr),
			r.actionsOf(tr),
			r.residualOf(tr),
		}})
	}
	return t
}

// risksOf lists the risks of a treatment with their current levels.
func (r reader) risksOf(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	for _, id := range t.Risks {
		risk, _ := r.v.Risk(id)
		text := name(string(id), risk.Title)
		if rated := r.v.RateRisk(risk, isms.Current); !rated.IsZero() {
			text += " (" + rated.Label() + ")"
		}
		c.Items = append(c.Items, docinfo.Plain(text))
	}
	return c
}

func (r reader) controlsOf(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	for _, chosen := range t.Controls {
		switch {
		case chosen.Own != "":
			c.Items = append(c.Items, docinfo.Plain(name(string(chosen.Own), r.v.Title(isms.Ref{Kind: isms.KindControl, ID: string(chosen.Own)}))))
		case !chosen.Control.IsZero():
			c.Items = append(c.Items, docinfo.Plain(chosen.Control.String()))
		}
	}
	if !t.ShareWith.IsZero() {
		c.Note = r.v.Title(t.ShareWith)
	}
	return c
}

func (r reader) actionsOf(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	for _, a := range r.v.ActionsFor(t.Ref()) {
		c.Items = append(c.Items, docinfo.Link(string(a.ID), "#"+string(a.ID)))
	}
	return c
}

// residualOf lists the expected residual levels of the risks of a treatment,
// each once.
func (r reader) residualOf(t isms.Treatment) docinfo.Cell {
	var c docinfo.Cell
	seen := make(map[string]bool)
	for _, id := range t.Risks {
		risk, _ := r.v.Risk(id)
		rated := r.v.RateRisk(risk, isms.Residual)
		if label := rated.Label(); !rated.IsZero() && !seen[label] {
			seen[label] = true
			c.Items = append(c.Items, docinfo.Plain(label))
		}
	}
	return c
}

// actionTable lists the actions that serve treatments or controls, those not
// done first, by due date.
func (r reader) actionTable() docinfo.Table {
	t := docinfo.Table{
		ID: "actions", Caption: "Actions", Empty: "No action is recorded.",
		Columns: []docinfo.Column{
			{ID: "action", Title: "Action", RowHeader: true, Width: 30},
			{ID: "for", Title: "For"},
			{ID: "owner", Title: "Owner", Facet: true},
			{ID: "due", Title: "Due"},
			{ID: "state", Title: "State", Facet: true, Values: []string{"overdue", "open", "done"}},
			{ID: "resources", Title: "Resources", NoteTitle: "Cost"},
			{ID: "evaluated", Title: "How it is evaluated"},
		},
	}
	for _, a := range r.actions() {
		t.Rows = append(t.Rows, docinfo.Row{ID: string(a.ID), Cells: []docinfo.Cell{
			{Text: name(string(a.ID), a.Title)},
			r.purposes(a),
			r.party(a.Owner),
			{Text: a.Due.String()},
			r.actionState(a),
			{Text: a.Resources, Note: r.amount(a.Cost)},
			{Text: a.Evaluated},
		}})
	}
	return t
}

func (r reader) purposes(a isms.Action) docinfo.Cell {
	var c docinfo.Cell
	for _, ref := range a.For {
		c.Items = append(c.Items, docinfo.Plain(name(ref.ID, r.v.Title(ref))))
	}
	return c
}

func (r reader) actionState(a isms.Action) docinfo.Cell {
	switch {
	case a.DoneAt(r.v.At()):
		return docinfo.Cell{Text: "done", Tone: docinfo.Good, Note: a.Done.String()}
	case !a.Due.IsZero() && a.Due.Before(r.v.At()):
		return docinfo.Cell{Text: "overdue", Tone: docinfo.Bad}
	}
	return docinfo.Cell{Text: "open"}
}

// approvals lists the versions of the plans in force and who approved them.
func (r reader) approvals() docinfo.Table {
	t := docinfo.Table{
		ID: "approvals", Caption: "Approvals by risk owners", Empty: "No version of a plan is in force.",
		Columns: []docinfo.Column{
			{ID: "plan", Title: "Plan", RowHeader: true, NoteTitle: "Version"},
			{ID: "by", Title: "Approved by"},
			{ID: "on", Title: "On"},
			{ID: "risks", Title: "For risks"},
			{ID: "reason", Title: "Remark"},
		},
	}
	for _, p := range r.v.System().Plans {
		version, ok := p.VersionAt(r.v.At())
		if !ok {
			continue
		}
		plan := docinfo.Cell{Text: name(string(p.ID), p.Title), Note: version.Number + ", " + version.On.String()}
		rows := len(t.Rows)
		for _, a := range version.Approvals {
			if a.Decision.InForce(r.v.At()) {
				t.Rows = append(t.Rows, docinfo.Row{Cells: []docinfo.Cell{
					plan, r.party(a.Decision.By), {Text: a.Decision.On.String()}, approvedRisks(a), {Text: a.Decision.Reason},
				}})
			}
		}
		if len(t.Rows) == rows {
			t.Rows = append(t.Rows, docinfo.Row{Cells: []docinfo.Cell{plan, {Text: "nobody yet", Tone: docinfo.Attention}, {}, {}, {}}})
		}
	}
	return t
}

func approvedRisks(a isms.PlanApproval) docinfo.Cell {
	if len(a.Risks) == 0 {
		return docinfo.Cell{Text: "all of the owner's"}
	}
	var c docinfo.Cell
	for _, id := range a.Risks {
		c.Items = append(c.Items, docinfo.Plain(string(id)))
	}
	return c
}
