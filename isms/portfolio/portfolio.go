package portfolio

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk/loss"
)

// Options say how a register and a model are linked.
type Options struct {
	// Others are the ids of further models that records may name: what they name
	// of them is passed over. None means that there is no other model.
	Others []string
}

// Portfolio is a register linked with a loss model, as of the date of the view.
// It does not change, and is safe for concurrent use.
type Portfolio struct {
	// Risks are the open risks with the scenarios that stand for them, and
	// Treatments those in force or planned with their controls, each in the order
	// of their identifiers, the names in the order of the model.
	Risks      []Linked
	Treatments []Acting

	// Today is the plan in which those controls act whose treatment is in force,
	// and Residual that in which the planned ones do as well.
	Today, Residual loss.Plan

	// Notices are what should be known and forbids nothing: see [Codes].
	Notices isms.Problems

	view  *isms.View
	model loss.Model
}

// Linked is a risk with the scenarios that stand for it.
type Linked struct {
	Risk      isms.RiskID
	Scenarios []string
}

// Acting is a treatment with the controls of the model that stand for it.
type Acting struct {
	Treatment isms.TreatmentID
	Controls  []string
	InForce   bool // at the date of the view; else it is planned
}

// New links the records of a view with a model. The error is isms.Problems,
// everything that does not fit at once, or loss.Problems of the model.
func New(v *isms.View, m loss.Model, o Options) (Portfolio, error) {
	plan, err := loss.Compile(m)
	if err != nil {
		return Portfolio{}, err
	}
	p := Portfolio{view: v, model: m}
	l := linker{Portfolio: &p, others: o.Others, scenarios: scenariosOf(m), controls: controlsOf(m)}
	l.currency()
	l.risks()
	l.treatments()
	if err := l.err(); err != nil {
		return Portfolio{}, err
	}
	l.leftOver()
	var today, later []string
	for _, t := range p.Treatments {
		if t.InForce {
			today = append(today, t.Controls...)
		}
		later = append(later, t.Controls...)
	}
	if p.Today, err = plan.With(today...); err != nil {
		return Portfolio{}, err
	}
	if p.Residual, err = plan.With(later...); err != nil {
		return Portfolio{}, err
	}
	l.together(p.Residual.Controls())
	order(l.notices)
	p.Notices = l.notices
	return p, nil
}

// linker links the records of one view with one model.
type linker struct {
	*Portfolio
	found

	others              []string
	scenarios, controls has
}

func (l *linker) currency() {
	if ours, theirs := l.view.System().Currency, l.model.Currency; ours != "" && theirs != "" && ours != theirs {
		l.refuse(CodeCurrency, isms.SystemRef, "/currency", ours, theirs+", in which the model "+quote(l.model.ID)+" counts", "")
	}
}

func (l *linker) risks() {
	at := l.view.At()
	for _, r := range l.view.System().Risks {
		switch open := r.StateAt(at) == isms.Open; {
		case !open && len(r.Modeled) > 0:
			l.note(NoticeNotOpen, r.Ref(), "is not open on "+at.String()+": it has no part in the portfolio")
		case open && len(r.Modeled) == 0:
			l.note(NoticeUnmodeled, r.Ref(), "names no scenario: it has no part in the portfolio")
		case open:
			if ids := l.named(r.Ref(), r.Modeled, CodeScenario, "a scenario of the model", l.scenarios); len(ids) > 0 {
				l.Risks = append(l.Risks, Linked{r.ID, ids})
			}
		}
	}
	if len(l.Risks) == 0 && len(l.problems) == 0 {
		l.refuse(CodeNone, isms.SystemRef, "/risks", "no open risk that names a scenario of the model "+quote(l.model.ID),
			l.scenarios.want("one that names a scenario"), "write modeled: [{model: "+l.model.ID+", name: …}]")
	}
}

func (l *linker) treatments() {
	at := l.view.At()
	for _, t := range l.view.System().Treatments {
		if len(t.Modeled) == 0 {
			continue
		}
		ids := l.named(t.Ref(), t.Modeled, CodeControl, "a control of the model", l.controls)
		if !t.Until.IsZero() && t.Until.Before(at) {
			l.note(NoticeEnded, t.Ref(), "ended on "+t.Until.String()+": its controls have no part in the portfolio")
			continue
		}
		if len(ids) > 0 {
			l.Treatments = append(l.Treatments, Acting{t.ID, ids, t.InForce(at)})
		}
	}
}

// named returns which names of the model a record has, each once, in the order of
// the model.
func (l *linker) named(ref isms.Ref, list []isms.Modeled, code, what string, all has) []string {
	var ids []string
	for i, x := range list {
		path := fmt.Sprintf("/modeled/%d", i)
		switch {
		case x.Model != l.model.ID && slices.Contains(l.others, x.Model):
		case x.Model != l.model.ID:
			l.refuse(CodeModel, ref, path+"/model", quote(x.Model), quote(l.model.ID)+", the id of the model", has{l.model.ID}.hint(x.Model))
		case !slices.Contains(all, x.Name):
			l.refuse(code, ref, path+"/name", quote(x.Name), all.want(what+" "+quote(l.model.ID)), all.hint(x.Name))
		default:
			ids = append(ids, x.Name)
		}
	}
	return kept(all, func(id string) (string, bool) { return id, slices.Contains(ids, id) })
}

// leftOver notes what of the model stands for no record, or for several.
func (l *linker) leftOver() {
	for _, id := range l.scenarios {
		names := kept(l.Risks, func(r Linked) (Linked, bool) { return r, slices.Contains(r.Scenarios, id) })
		switch {
		case len(names) == 0:
			l.note(NoticeUnlinked, isms.SystemRef, "no open risk names the scenario "+quote(id)+": its loss is in the whole all the same")
		case len(names) > 1:
			l.note(NoticeShared, isms.Ref{Kind: isms.KindRisk, ID: string(names[1].Risk)},
				fmt.Sprintf("names the scenario %s, as %s does: it counts in both", quote(id), names[0].Risk))
		}
	}
	for _, id := range l.controls {
		if !slices.ContainsFunc(l.Treatments, func(t Acting) bool { return slices.Contains(t.Controls, id) }) {
			l.note(NoticeProposal, isms.SystemRef, "no treatment names the control "+quote(id)+": it acts neither today nor after treatment")
		}
	}
}

// together notes controls that act after treatment and cannot be had so.
func (l *linker) together(acting []string) {
	for _, c := range l.model.Controls {
		if !slices.Contains(acting, c.ID) {
			continue
		}
		for _, id := range c.Needs {
			if !slices.Contains(acting, id) {
				l.note(NoticeTogether, isms.SystemRef, fmt.Sprintf("the control %s needs %s, which no treatment names", quote(c.ID), quote(id)))
			}
		}
		for _, id := range c.Excludes {
			if slices.Contains(acting, id) {
				l.note(NoticeTogether, isms.SystemRef, fmt.Sprintf("the controls %s and %s exclude each other, and both act after treatment", quote(c.ID), quote(id)))
			}
		}
	}
}
