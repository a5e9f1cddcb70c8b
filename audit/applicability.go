package audit

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// Checks of clause 6.1.3 c and d: what the Statement of Applicability says of
// the reference controls, held against the records.

// references returns the entries of the statement on reference controls.
func (p *Pass) references() []soa.Entry {
	return slices.DeleteFunc(slices.Clone(p.Statement.Entries), func(e soa.Entry) bool { return e.Control.IsZero() })
}

// about returns a gap on an entry of the statement: in the decision on the
// reference, or in the own control.
func (p *Pass) about(e soa.Entry, message string) Gap {
	g := Gap{Record: p.decisionRef(e.Control), Field: "/decisions", Control: e.Control, Message: message}
	g.Records = touched(p.drivers.References[e.Control])
	if e.Control.IsZero() {
		g.Record, g.Field = isms.Control{ID: e.Own}.Ref(), ""
	}
	return g
}

// decisionRef names the decision on a reference: the record there is, else
// the one to add. A System with one scope need not name it.
func (k *known) decisionRef(ref annexa.ControlRef) isms.Ref {
	named := isms.ApplicabilityRef(k.scope.ID, ref)
	if _, err := k.view.Get(named); err == nil || len(k.sys.Scopes) > 1 {
		return named
	}
	return isms.ApplicabilityRef("", ref)
}

func referenceUndecided(p *Pass) {
	all := p.references()
	var undecided []Gap
	for _, e := range all {
		if e.Inclusion == 0 {
			undecided = append(undecided, p.about(e, "It is not decided whether the reference control is necessary."))
		}
	}
	if len(undecided) == len(all) && len(all) > 0 {
		p.Report(Gap{
			Record: isms.SystemRef, Field: "/applicability", Item: p.ofScope(),
			Message: fmt.Sprintf("Of none of the %d reference controls is it decided whether it is necessary.", len(all)),
		})
		return
	}
	for _, g := range undecided {
		p.Report(g)
	}
}

// reasonRules are the rules of soa.Review that find no reason, or words that
// give none, with the severity that they have here.
var reasonRules = map[string]Severity{
	"S002": Missing, // included without justification
	"S003": Missing, // excluded without justification
	"S009": Weak,    // the reason says nothing
	"S010": Weak,    // the reason repeats the control's title
}

func reasonMissing(p *Pass) {
	for _, r := range soa.Review(p.Statement) {
		if severity := reasonRules[r.Code]; severity != 0 {
			g := p.about(soa.Entry{Control: r.Control, Own: r.Own}, "The statement has the control "+r.Message+".")
			if severity == Weak {
				g.Message = "In the statement, " + r.Message + "."
			}
			g.Severity = severity
			p.Report(g)
		}
	}
}

func exclusionContradicted(p *Pass) {
	for _, e := range p.references() {
		if drivers := p.drivers.References[e.Control]; e.Inclusion == isms.Excluded && len(drivers) > 0 {
			p.Report(p.about(e, fmt.Sprintf("The reference control is excluded, but the records make it necessary: %s.", drivers[0])))
		}
	}
}

func excludedButOperated(p *Pass) {
	for _, e := range p.references() {
		if e.Inclusion != isms.Excluded || len(p.drivers.References[e.Control]) > 0 {
			continue
		}
		var operated []isms.Ref
		for _, c := range p.view.Realizers(e.Control, p.scope.ID) {
			if state := c.StateAt(p.at); state == isms.Implemented || state == isms.Partial {
				operated = append(operated, c.Ref())
			}
		}
		if len(operated) > 0 {
			g := p.about(e, fmt.Sprintf("The reference control is excluded, but own controls in place realize it: %s.", list(operated)))
			g.Records = operated
			p.Report(g)
		}
	}
}
