package report

import (
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// Register returns the risk register: every risk identified by the date of the
// view, with owner, ratings, treatment and acceptance as they stand then. Open
// risks come first, the highest current level first.
func Register(v *isms.View) docinfo.Document {
	r := reader{v}
	risks := r.risks()
	d := r.document("risk-register", "Risk register")
	d.Blocks = append(d.Blocks, r.summary(risks))
	t := docinfo.Table{
		ID: "risks", Caption: "Risks and their treatment", GroupTitle: "Status",
		Empty: "No risk is recorded.",
		Columns: []docinfo.Column{
			{ID: "risk", Title: "Risk", RowHeader: true, Width: 25, NoteTitle: "Scenario"},
			{ID: "harms", Title: "Harms", Facet: true, Values: []string{"confidentiality", "integrity", "availability"}},
			{ID: "owner", Title: "Risk owner", Facet: true},
			{ID: "current", Title: "Current level", Facet: true, NoteTitle: "Assessed"},
			{ID: "option", Title: "Treatment option", Facet: true},
			{ID: "treatments", Title: "Treatments"},
			{ID: "residual", Title: "Expected residual level", Facet: true, NoteTitle: "Presumes"},
			{ID: "acceptance", Title: "Acceptance"},
		},
	}
	for _, risk := range risks {
		t.Rows = append(t.Rows, docinfo.Row{ID: string(risk.ID), Group: r.status(risk), Cells: []docinfo.Cell{
			{Text: name(string(risk.ID), risk.Title), Note: r.scenario(risk)},
			r.harms(risk),
			r.party(risk.OwnerAt(v.At())),
			r.level(risk, isms.Current),
			r.options(risk),
			r.treatments(risk),
			r.level(risk, isms.Residual),
			r.acceptance(risk),
		}})
	}
	d.Blocks = append(d.Blocks, t)
	return d
}
