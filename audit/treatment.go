package audit

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/isms"
)

// Checks of clause 6.1.3 on treatments: options, residual risks.

func riskUntreated(p *Pass) {
	for _, r := range p.judged {
		since, above := p.aboveSince(r)
		if _, accepted := p.accepted(r); !above || accepted || len(p.treated(r)) > 0 {
			continue
		}
		if due, past := overdue(since, p.Graces.treat(), p.at); past {
			p.Report(Gap{Record: r.Ref(), Due: due, Message: fmt.Sprintf("The risk is above the acceptance criteria, but no treatment is in force and %s.", p.nobody(r))})
		}
	}
}

func optionEmpty(p *Pass) {
	for _, t := range p.sys.Treatments {
		field, message := optionFault(t)
		risks := p.openOf(t)
		if field == "" || len(risks) == 0 || !t.InForce(p.at) {
			continue
		}
		p.Report(Gap{Record: t.Ref(), Field: field, Message: message, Records: risks})
	}
}

// optionFault says what a treatment lacks to mean anything, and in which field.
func optionFault(t isms.Treatment) (field, message string) {
	switch {
	case t.Option == 0:
		return "/option", "No treatment option is chosen."
	case t.Option == isms.Modify && len(t.Controls) == 0:
		return "/controls", "The risk is to be modified, but no control is chosen."
	case t.Option == isms.Share && t.ShareWith.IsZero() && len(t.Controls) == 0:
		return "/shareWith", "The risk is to be shared, but not with whom, and no control is chosen."
	case t.Option == isms.Avoid && blank(t.Reason):
		return "/reason", "The risk is to be avoided, but not how."
	}
	return "", ""
}

// openOf returns the risks of a treatment that are open and in the scope.
func (k *known) openOf(t isms.Treatment) []isms.Ref {
	var refs []isms.Ref
	for _, id := range t.Risks {
		if r, _ := k.view.Risk(id); k.stands(r) {
			refs = append(refs, r.Ref())
		}
	}
	return refs
}

// acts reports whether a treatment does something about a risk: it modifies,
// shares or avoids it.
func acts(t isms.Treatment) bool {
	return t.Option == isms.Modify || t.Option == isms.Share || t.Option == isms.Avoid
}

func residualUnexplained(p *Pass) {
	for _, r := range p.judged {
		left, ok := r.AssessmentAt(isms.Residual, p.at)
		if !ok {
			continue
		}
		now := before(r, p.at)
		order, _ := compare(p.view.Rate(left), p.view.Rate(now)) // 0 where they cannot be compared
		if order >= 0 || p.explains(r, now, left) {
			continue
		}
		g := Gap{Record: r.Ref(), Field: "/assessments"}
		g.Message = fmt.Sprintf("What is to remain is %q, below %q, but the assessment names no treatment that brings it about.",
			p.view.Rate(left).Label(), p.view.Rate(now).Label())
		for _, id := range left.Presumes {
			g.Records = append(g.Records, isms.Treatment{ID: id}.Ref())
		}
		p.Report(g)
	}
}

// residualAbove looks at the assessment that says what remains: a residual one
// that is older than the present one does not.
func residualAbove(p *Pass) {
	for _, r := range p.judged {
		left, _ := r.AssessmentAt(isms.Residual, p.at)
		now := before(r, p.at)
		order, _ := compare(p.view.Rate(left), p.view.Rate(now)) // 0 where they cannot be compared
		if order <= 0 || left.On.Before(now.On) {
			continue
		}
		p.Report(Gap{Record: r.Ref(), Field: "/assessments", Message: fmt.Sprintf(
			"What is to remain is %q, above %q before treatment.", p.view.Rate(left).Label(), p.view.Rate(now).Label())})
	}
}

// explains reports whether something brings a risk down to what is to remain:
// a treatment of it that acts and has not ended; from the inherent level also
// the controls that are relied on.
func (k *known) explains(r isms.Risk, now, left isms.Assessment) bool {
	if now.Stage == isms.Inherent && len(left.Relies) > 0 {
		return true
	}
	family := k.family(r)
	return slices.ContainsFunc(left.Presumes, func(id isms.TreatmentID) bool {
		t, _ := k.view.Treatment(id)
		ended := !t.Until.IsZero() && t.Until.Before(k.at)
		return acts(t) && !ended && slices.ContainsFunc(family, func(r isms.Risk) bool { return slices.Contains(t.Risks, r.ID) })
	})
}
