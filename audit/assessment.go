package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/risk"
)

// Checks of clause 6.1.2, information security risk assessment.

func criteriaIncomplete(p *Pass) {
	inUse := false
	for _, m := range p.sys.Methods {
		v, ok := m.VersionAt(p.at)
		if !ok {
			continue
		}
		inUse = true
		if message := p.criteriaFault(m, v); message != "" {
			p.Report(Gap{Record: m.Ref(), Field: "/versions", Item: v.Number, Message: message})
		}
	}
	if !inUse {
		p.Report(Gap{Record: isms.SystemRef, Field: "/methods", Message: "No risk method with acceptance criteria is in use."})
	}
}

// criteriaFault says what the criteria of a version lack, "" if nothing. What
// levels a method has that was not given, nobody here can tell.
func (k *known) criteriaFault(m isms.RiskMethod, v isms.MethodVersion) string {
	if len(v.Criteria.Levels) == 0 {
		return "There are no risk acceptance criteria."
	}
	if use, ok := k.view.MethodOf(string(m.ID), k.at); ok {
		if ps := v.Criteria.Complete(use.Method); len(ps) > 0 {
			return fmt.Sprintf("The risk acceptance criteria do not decide about every level: %s.", faults(ps))
		}
	}
	for _, l := range v.Criteria.Levels {
		if l.Authority != risk.OwnerAuthority && !hasHolder(v, l.Authority) {
			return fmt.Sprintf("The criteria let %q accept the level %q, but nobody is named who that is.", l.Authority, l.Level)
		}
	}
	return ""
}

// faults writes the first problem of criteria, and how many more there are.
func faults(ps []risk.Problem) string {
	text := ps[0].Message
	if level := cmp.Or(ps[0].Found, ps[0].Expected); level != "" {
		text += fmt.Sprintf(" (%s)", level)
	}
	if more := len(ps) - 1; more > 0 {
		text += fmt.Sprintf(", and %d more", more)
	}
	return text
}

func hasHolder(v isms.MethodVersion, word string) bool {
	return slices.ContainsFunc(v.Authorities, func(a isms.Authority) bool { return a.Word == word && !a.Holder.IsZero() })
}

func riskUnowned(p *Pass) {
	for _, r := range p.judged {
		if p.owner(r, p.at).IsZero() {
			p.Report(Gap{Record: r.Ref(), Field: "/owners", Message: "The risk has no owner."})
		}
	}
}

func riskWithoutProperty(p *Pass) {
	for _, r := range p.judged {
		if !slices.ContainsFunc(p.chain(r), hasProperty) {
			p.Report(Gap{Record: r.Ref(), Field: "/consequences", Message: "It is not stated whether the risk harms confidentiality, integrity or availability."})
		}
	}
}

func hasProperty(r isms.Risk) bool {
	return slices.ContainsFunc(r.Consequences, func(c isms.Consequence) bool { return c.Property != 0 })
}

func riskUnassessed(p *Pass) {
	for _, r := range p.judged {
		if _, ok := r.PresentAt(p.at); ok {
			continue
		}
		if due, past := overdue(p.identified(r), p.Graces.assess(), p.at); past {
			p.Report(Gap{Record: r.Ref(), Field: "/assessments", Due: due, Message: "The risk has not been assessed: no likelihood, no consequence, no level."})
		}
	}
}

func ratingNotReproducible(p *Pass) {
	for _, r := range p.open {
		for stage := isms.Inherent; stage <= isms.Residual; stage++ {
			a, ok := r.AssessmentAt(stage, p.at)
			if !ok {
				continue
			}
			if fault, severity := p.ratingFault(a); fault != "" {
				word, _ := stage.MarshalText() // each of the three has one
				p.Report(Gap{Record: r.Ref(), Field: "/assessments", Item: string(word), Severity: severity, Message: fault})
			}
		}
	}
}

// ratingFault says why nobody else would come to the level of an assessment,
// "" where somebody would, or where the method was not given.
func (k *known) ratingFault(a isms.Assessment) (string, Severity) {
	rated := k.view.Rate(a)
	switch d := a.Override.Decision; {
	case rated.Overridden && d.InForce(k.at) && !blank(d.Reason):
		return "", 0
	case rated.Overridden:
		return fmt.Sprintf("The level %q was set by hand, but not who did so, when and why.", rated.Level), Missing
	case rated.Recorded.Level == "":
		return "", 0
	case a.Method == "":
		return fmt.Sprintf("The level %q is recorded, but not by which method it was found.", rated.Level), Missing
	case rated.Use == nil:
		return "", 0
	case !a.Judged():
		return fmt.Sprintf("The level %q is recorded, but not the inputs that it was found from.", rated.Level), Missing
	case !k.agrees(a, rated):
		return fmt.Sprintf("Recorded is %s; the inputs give %s.", words(rated.Recorded), words(rated.Computed)), Contradiction
	}
	return "", 0
}

// agrees reports whether the recorded rating is the computed one in all that
// it states.
func (k *known) agrees(a isms.Assessment, rated isms.Rated) bool {
	recorded, computed := rated.Recorded, rated.Computed
	if recorded.Method.ID != "" {
		use, _ := k.view.MethodOf(recorded.Method.String(), a.On)
		if use.Method.Ref() != computed.Method {
			return false
		}
	}
	return recorded.Level == computed.Level &&
		(recorded.Likelihood == "" || recorded.Likelihood == computed.Likelihood) &&
		(recorded.Consequence == "" || recorded.Consequence == computed.Consequence)
}

// words writes what a rating states.
func words(r risk.Rating) string {
	parts := []string{strconv.Quote(r.Level)}
	for _, part := range [][2]string{
		{"likelihood ", r.Likelihood}, {"consequence ", r.Consequence}, {"by ", r.Method.String()},
	} {
		if part[1] != "" {
			parts = append(parts, part[0]+part[1])
		}
	}
	return strings.Join(parts, ", ")
}

// creditUnfounded reports a control once, with all risks that count on it: the
// control is the cause.
func creditUnfounded(p *Pass) {
	for _, r := range p.open {
		for _, id := range p.reliedOn(r) {
			c, _ := p.view.Control(id)
			g := Gap{Record: c.Ref(), Records: []isms.Ref{r.Ref()}}
			g.Message = fmt.Sprintf("The rating of %s counts on the control, ", r.Ref())
			switch {
			case c.OperatingAt(p.at):
				continue
			case c.StateAt(p.at) == isms.Implemented:
				g.Field = "/tests"
				g.Message += "which its latest test found ineffective."
			default:
				g.Field = "/states"
				g.Message += "which is not implemented."
			}
			p.Report(g)
		}
	}
}

// reliedOn returns the controls that a risk's ratings of today count on: those
// of the present assessment, and of a residual one that presumes no treatment
// and so speaks of today as well.
func (k *known) reliedOn(r isms.Risk) []isms.ControlID {
	now, _ := r.AssessmentAt(isms.Current, k.at)
	left, _ := r.AssessmentAt(isms.Residual, k.at)
	if len(left.Presumes) == 0 {
		return slices.Concat(now.Relies, left.Relies)
	}
	return now.Relies
}
