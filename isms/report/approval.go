package report

import (
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// consent is one line about a version of a plan: an approval that was given, or
// one that is outstanding.
type consent struct {
	plan     isms.TreatmentPlan
	version  isms.PlanVersion
	given    bool
	decision isms.Decision // given
	owner    isms.Party    // outstanding
	risks    []isms.RiskID
}

// approvalTable lists the versions of plans at the date, who approved them, and
// which risk owners have not.
func (r *reader) approvalTable() docinfo.Table {
	t := docinfo.Table{ID: "approvals", Caption: "Approvals", Empty: "No version of a risk treatment plan is recorded."}
	columns := []column[consent]{
		{docinfo.Column{ID: "plan", Title: "Plan", RowHeader: true, Width: 25, NoteTitle: "Version"}, func(c consent) docinfo.Cell {
			return docinfo.Cell{Text: name(string(c.plan.ID), c.plan.Title), Note: "version " + c.version.Number + " of " + c.version.On.String()}
		}},
		{docinfo.Column{ID: "approval", Title: "Approval", Facet: true, Values: []string{"outstanding", "given", "none"}}, consentCell},
		{docinfo.Column{ID: "by", Title: "By", Facet: true}, func(c consent) docinfo.Cell {
			return docinfo.Cell{Text: seen(r.decider(c.decision), r.party(c.owner))}
		}},
		{docinfo.Column{ID: "on", Title: "On"}, func(c consent) docinfo.Cell { return docinfo.Cell{Text: c.decision.On.String()} }},
		{docinfo.Column{ID: "risks", Title: "For the risks"}, func(c consent) docinfo.Cell {
			if c.given && len(c.risks) == 0 {
				return docinfo.Cell{Text: "all of the owner's"}
			}
			return docinfo.Cell{Items: items(texts(c.risks))}
		}},
		{docinfo.Column{ID: "remark", Title: "Remark", Width: 20}, func(c consent) docinfo.Cell { return docinfo.Cell{Text: c.decision.Reason} }},
	}
	return fill(t, columns, r.consents(), func(consent) docinfo.Row { return docinfo.Row{} })
}

func consentCell(c consent) docinfo.Cell {
	switch {
	case c.given:
		return docinfo.Cell{Text: "given", Tone: docinfo.Good}
	case len(c.risks) > 0:
		return docinfo.Cell{Text: "outstanding", Tone: docinfo.Attention}
	}
	return docinfo.Cell{Text: "none"}
}

// consents returns, for each plan, the approvals of its version at the date and
// those outstanding. A version that nobody has approved and nobody needs to
// has a line too.
func (r *reader) consents() []consent {
	var list []consent
	for _, p := range r.sys.Plans {
		v, ok := p.VersionAt(r.at)
		if !ok {
			continue
		}
		lines := len(list)
		for _, a := range v.Approvals {
			if a.Decision.InForce(r.at) {
				list = append(list, consent{plan: p, version: v, given: true, decision: a.Decision, risks: a.Risks})
			}
		}
		list = append(list, r.outstanding(p, v)...)
		if len(list) == lines {
			list = append(list, consent{plan: p, version: v})
		}
	}
	return list
}

// outstanding returns what is outstanding for a version of a plan: a line for
// each owner, in the order of the register.
func (r *reader) outstanding(p isms.TreatmentPlan, v isms.PlanVersion) []consent {
	var list []consent
	for _, e := range r.risks {
		if !e.open || !r.planned(e, v) || r.approves(v, e) {
			continue
		}
		i := slices.IndexFunc(list, func(c consent) bool { return c.owner == e.owner })
		if i < 0 {
			i = len(list)
			list = append(list, consent{plan: p, version: v, owner: e.owner})
		}
		list[i].risks = append(list[i].risks, e.ID)
	}
	return list
}

// planned reports whether a version of a plan lists a treatment in force that
// does something about a risk.
func (r *reader) planned(e *entry, v isms.PlanVersion) bool {
	return slices.ContainsFunc(r.treatments[e.ID], func(t isms.Treatment) bool {
		acts := t.Option == isms.Modify || t.Option == isms.Share || t.Option == isms.Avoid
		return acts && slices.Contains(v.Treatments, t.ID)
	})
}

// approves reports whether the owner of a risk, of the day of the decision or
// of the date, has approved a version of a plan for it.
func (r *reader) approves(v isms.PlanVersion, e *entry) bool {
	return slices.ContainsFunc(v.Approvals, func(a isms.PlanApproval) bool {
		if !a.Decision.InForce(r.at) || len(a.Risks) > 0 && !slices.Contains(a.Risks, e.ID) {
			return false
		}
		return r.decidedAs(a.Decision, e.owner) || r.decidedAs(a.Decision, r.owner(e.Risk, a.Decision.On))
	})
}
