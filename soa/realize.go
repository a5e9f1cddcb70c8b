package soa

import (
	"cmp"
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// realizations returns the own controls that realize a reference and count at
// the date.
func (d deriver) realizations(own []isms.Control, ref annexa.ControlRef) []Realization {
	var list []Realization
	for _, c := range own {
		if d.stands(c) {
			list = append(list, d.realization(c, extentOf(c, ref)))
		}
	}
	return list
}

// extentOf returns how far a control realizes a reference; where it says so
// twice, the larger.
func extentOf(c isms.Control, ref annexa.ControlRef) isms.Extent {
	for _, r := range c.References() {
		if r.Control == ref && r.Extent != isms.Part {
			return isms.Full
		}
	}
	return isms.Part
}

// realization describes an own control at the date.
func (d deriver) realization(c isms.Control, extent isms.Extent) Realization {
	at := d.view.At()
	r := Realization{
		Control: c.ID, Title: c.Title, How: c.How, Owner: c.Owner, Extent: extent,
		State: c.StateAt(at), Since: since(c, at), Operating: c.OperatingAt(at),
		Provision: cmp.Or(c.Provision.Is, isms.Own), Provider: c.Provision.Provider,
		Theirs: c.Provision.Theirs, Ours: c.Provision.Ours,
	}
	for _, e := range d.view.EvidenceOf(c.ID) {
		if e.Supports(c.Cadence, at) && !slices.Contains(r.Evidence, e.ID) {
			r.Evidence = append(r.Evidence, e.ID)
		}
	}
	return r
}

// since returns the day since which the control is in its state.
func since(c isms.Control, at isms.Date) isms.Date {
	var day isms.Date
	for _, f := range c.States {
		if f.Since.After(day) && !f.Since.After(at) {
			day = f.Since
		}
	}
	return day
}

// pending returns the actions not done of own controls, and of the treatments,
// requirements and controls on the paths that drive an entry.
func (d deriver) pending(drivers []isms.Driver, own []isms.Control) []Pending {
	asked := make(map[isms.Ref]bool)
	for _, c := range own {
		asked[c.Ref()] = c.StateAt(d.view.At()) != isms.Retired
	}
	for _, driver := range drivers {
		for _, ref := range driver.Path {
			asked[ref] = asked[ref] || ref.Kind != isms.KindRisk && ref.Kind != isms.KindControl
		}
	}
	var list []Pending
	for ref, ok := range asked {
		if !ok {
			continue
		}
		for _, a := range d.view.ActionsFor(ref) {
			if !a.DoneAt(d.view.At()) {
				list = append(list, Pending{Action: a.ID, Title: a.Title, Owner: a.Owner, Due: a.Due})
			}
		}
	}
	slices.SortFunc(list, comparePending)
	return slices.Compact(list)
}

// comparePending puts the action due first first, those without a day last.
func comparePending(a, b Pending) int {
	if a.Due.IsZero() != b.Due.IsZero() {
		return -a.Due.Compare(b.Due)
	}
	return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Action, b.Action))
}
