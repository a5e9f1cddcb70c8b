package audit

import (
	"fmt"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Checks of clause 6.1.3 d and e on the organization's own controls: is what
// is said to be implemented shown, is what is not yet implemented planned?

func implementedButUnsupported(p *Pass) {
	for _, c := range p.controls(p.Statement) {
		if c.StateAt(p.at) != isms.Implemented || p.supported(c) {
			continue
		}
		g := Gap{Record: c.Ref(), Records: p.needs(c)}
		g.Message = "The control is said to be implemented, but no evidence that may be relied on supports it."
		if p.sys.PhaseAt(p.at) == isms.Preparing {
			g.Severity = Weak
		}
		due, past := overdue(implemented(c, p.at), p.Graces.evidence(), p.at)
		if past {
			g.Due = later(due, p.lapsed(c))
		}
		refuting := p.refuting(c)
		if len(refuting) > 0 {
			g.Severity = Contradiction
			g.Message = fmt.Sprintf("The control is said to be implemented, but what there is as evidence refutes it: %s.", list(refuting))
			g.Records = slices.Concat(refuting, g.Records)
		}
		if past || len(refuting) > 0 {
			p.Report(g)
		}
	}
}

// needs returns the records that lead to a control, or to what it realizes.
func (k *known) needs(c isms.Control) []isms.Ref {
	drivers := slices.Clone(k.drivers.Own[c.ID])
	for _, r := range c.References() {
		drivers = append(drivers, k.drivers.References[r.Control]...)
	}
	return touched(drivers)
}

// refuting returns the evidence about a control that refutes it and may be
// relied on.
func (k *known) refuting(c isms.Control) []isms.Ref {
	var refs []isms.Ref
	for _, e := range k.view.EvidenceOf(c.ID) {
		refutes := e.Outcome == isms.Refutes
		e.Outcome = isms.Supports // to ask how long it may be relied on
		if refutes && e.Supports(c.Cadence, k.at) {
			refs = append(refs, e.Ref())
		}
	}
	return refs
}

// implemented returns the day since which a control is implemented without a
// break.
func implemented(c isms.Control, at isms.Date) isms.Date {
	return runSince(c.States, at,
		func(f isms.ControlFact) isms.Date { return f.Since },
		func(f isms.ControlFact) bool { return f.Is == isms.Implemented })
}

// supported reports whether something shows that a control is in place:
// evidence about it, evidence that one of its tests names or, for a control
// that is inherited, assurance of its provider.
func (k *known) supported(c isms.Control) bool {
	if k.view.Supported(c) {
		return true
	}
	for _, t := range c.Tests {
		for _, id := range t.Evidence {
			e, _ := isms.Find[isms.Evidence](k.view, isms.Evidence{ID: id}.Ref())
			if !t.On.After(k.at) && e.Supports(c.Cadence, k.at) {
				return true
			}
		}
	}
	return c.Provision.Is == isms.Inherited && k.assured(c)
}

// assured reports whether a document in force or evidence that may be relied
// on stands for the provider's part of a control.
func (k *known) assured(c isms.Control) bool {
	for _, ref := range c.Provision.Assurance {
		d, _ := isms.Find[isms.Document](k.view, ref) // without one, a Document of no version
		if _, approved := d.VersionAt(k.at); approved {
			return true
		}
		e, isEvidence := isms.Find[isms.Evidence](k.view, ref)
		if isEvidence && e.Supports(c.Cadence, k.at) {
			return true
		}
	}
	return false
}

// lapsed returns the last day on which evidence supported a control; zero
// where none ever did.
func (k *known) lapsed(c isms.Control) isms.Date {
	var last isms.Date
	for _, e := range k.view.EvidenceOf(c.ID) {
		if until := e.ReliedUntilFor(c.Cadence); e.Supports(c.Cadence, until) {
			last = later(last, until)
		}
	}
	return last
}

func unfinishedWithoutPlan(p *Pass) {
	for _, c := range p.controls(p.Statement) {
		if c.StateAt(p.at) == isms.Implemented {
			continue
		}
		p.reportUnplanned(Gap{Record: c.Ref(), Field: "/states", Records: p.needs(c), Message: "The control is necessary and not implemented"})
	}
	for _, e := range p.references() {
		if e.Inclusion == isms.Included && !p.realized(e.Control) {
			p.reportUnplanned(p.about(e, "The reference control is necessary, but no control of the organization realizes it"))
		}
	}
}

// realized reports whether an own control that is not retired realizes a
// reference in the scope.
func (k *known) realized(ref annexa.ControlRef) bool {
	return slices.ContainsFunc(k.view.Realizers(ref, k.scope.ID), func(c isms.Control) bool {
		return c.StateAt(k.at) != isms.Retired
	})
}

// reportUnplanned reports the gap unless an action that is still ahead serves
// its record, or a treatment or requirement that leads to it.
func (p *Pass) reportUnplanned(g Gap) {
	ahead, missed := p.ahead(g.Record)
	for _, ref := range g.Records {
		if ref.Kind != isms.KindRisk {
			stands, due := p.ahead(ref)
			ahead = ahead || stands
			missed = later(missed, due)
		}
	}
	switch {
	case ahead:
		return
	case missed.IsZero():
		g.Message += ", and no action says by when it will be."
	default:
		g.Due = missed.AddDays(p.Graces.action())
		g.Message += fmt.Sprintf(", and the action for it was due on %s.", missed)
	}
	p.Report(g)
}

// ahead reports whether an action serves a record that is neither done nor
// past its due day, as one without a day is; else missed is the latest day
// that has passed.
func (p *Pass) ahead(ref isms.Ref) (stands bool, missed isms.Date) {
	for _, a := range p.view.ActionsFor(ref) {
		if a.DoneAt(p.at) {
			continue
		}
		if _, past := overdue(a.Due, p.Graces.action(), p.at); !past {
			return true, isms.Date{}
		}
		missed = later(missed, a.Due)
	}
	return false, missed
}

// later returns the later of two days.
func later(a, b isms.Date) isms.Date {
	if b.After(a) {
		return b
	}
	return a
}
