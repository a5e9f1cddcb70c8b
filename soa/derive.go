package soa

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Options say which statement is derived. The zero value is right for a System
// with one scope or none.
type Options struct {
	// Scope is the scope. It must be named where the System has several.
	Scope isms.ScopeID
	// Today is the day on which the statement is made, so that it can say that
	// it is for a day past or to come. Zero: not stated, and nothing is said.
	Today isms.Date
	// Catalogues are sets of controls that package annexa has no table of, such as
	// the organization's own. A set that the System compares with (controlSets) and
	// that is here is listed whole, in its order, with its titles and headings; of
	// one that is nowhere, only what the records name.
	Catalogues []annexa.Catalogue
}

// Derive returns the statement of a scope as of the date of the view. What is
// missing in the records is missing in it: Review says what an approver has to
// settle. The error is that the scope is not named, or not there, or that a
// catalogue has problems or names the set of another.
func Derive(v *isms.View, opt Options) (Statement, error) {
	if v == nil {
		return Statement{}, errors.New("soa: derive: got no view, want one of isms.At")
	}
	scope, err := v.Scope(opt.Scope)
	if err != nil {
		return Statement{}, fmt.Errorf("soa: derive: %w", err)
	}
	own, err := ownSets(opt.Catalogues)
	if err != nil {
		return Statement{}, fmt.Errorf("soa: derive: %w", err)
	}
	st := heading(v.System(), scope, own)
	st.At, st.DerivedOn, st.Organization = v.At(), opt.Today, organization(v, scope)
	d := deriver{view: v, scope: scope.ID, sets: st.Sets, drivers: v.Drivers(scope.ID), catalogues: own}
	st.Entries = d.entries()
	st.Approval, _ = ApprovalOf(v, st)
	st.Names = namesIn(v, st)
	return st, nil
}

// heading returns what stands above the entries.
func heading(sys isms.System, scope isms.Scope, own catalogues) Statement {
	st := Statement{
		System: sys.ID, Title: sys.Title, Language: sys.Language,
		Scope: scope.ID, ScopeTitle: scope.Title, ScopeStatement: scope.Statement,
		Library: Edition, Audience: Internal,
	}
	var editions []string
	for _, set := range sys.Compared() {
		if slices.Contains(st.Sets, set) {
			continue
		}
		st.Sets = append(st.Sets, set)
		editions = append(editions, cmp.Or(editionOf(set), own.titleOf(set), string(set)))
	}
	st.Catalogue = strings.Join(editions, "; ")
	return st
}

// organization returns the name of the organization that the statement is of:
// the first one that belongs to the scope, else the first one without a parent.
func organization(v *isms.View, scope isms.Scope) string {
	for _, ref := range scope.MembersAt(v.At()) {
		if o, ok := isms.Find[isms.Organization](v, ref); ok {
			return cmp.Or(o.LegalName, o.Title)
		}
	}
	for _, o := range v.System().Organizations {
		if o.Parent == "" {
			return cmp.Or(o.LegalName, o.Title)
		}
	}
	return ""
}

// editionOf returns the edition that the catalogue follows for a set.
func editionOf(set annexa.Set) string {
	switch set {
	case annexa.ISO27001v2022:
		return annexa.Edition
	default:
		d, _ := annexa.Describe(set)
		return d.Edition
	}
}

// deriver derives the entries of one statement.
type deriver struct {
	view    *isms.View
	scope   isms.ScopeID
	sets    []annexa.Set
	drivers isms.Drivers

	catalogues catalogues
}

// entries lists the compared sets in the order of the catalogue, then what is
// necessary from elsewhere: references of other sets, and own controls that
// realize none of the references listed.
func (d deriver) entries() []Entry {
	entries := []Entry{} // a set of which nothing is named has none, and says so
	listed := make(map[annexa.ControlRef]bool)
	for _, ref := range d.references() {
		listed[ref] = true
		entries = append(entries, d.reference(ref))
	}
	for _, c := range d.view.System().Controls {
		realizes := func(r isms.Realization) bool { return listed[r.Control] }
		if d.stands(c) && !slices.ContainsFunc(c.References(), realizes) {
			entries = append(entries, d.own(c))
		}
	}
	return entries
}

// references lists the references that have an entry.
func (d deriver) references() []annexa.ControlRef {
	var refs []annexa.ControlRef
	named, necessary := d.named()
	for _, set := range d.sets {
		before := len(refs)
		for c := range annexa.Controls(set) {
			refs = append(refs, c.Ref)
		}
		if len(refs) == before { // a set without a table
			refs = append(refs, d.catalogues.refs(set, ofSet(named, set))...)
		}
	}
	for _, ref := range sortedRefs(necessary) {
		if !slices.Contains(d.sets, ref.Set) {
			refs = append(refs, ref)
		}
	}
	return refs
}

// named returns the references that the records of the scope name at the date,
// and of these the ones that are chosen as such: by a treatment, a requirement
// or a decision to include, not only through an own control.
func (d deriver) named() (named, chosen map[annexa.ControlRef]bool) {
	named, chosen = make(map[annexa.ControlRef]bool), make(map[annexa.ControlRef]bool)
	for ref, drivers := range d.drivers.References {
		named[ref] = true
		for _, driver := range drivers {
			if driver.Path[len(driver.Path)-1].Kind != isms.KindControl {
				chosen[ref] = true
			}
		}
	}
	for _, a := range d.view.System().Applicability {
		if decision, ok := d.view.Applicability(d.scope, a.Control); ok {
			named[a.Control] = true
			chosen[a.Control] = chosen[a.Control] || decision.Is == isms.Included
		}
	}
	for _, c := range d.view.System().Controls {
		for _, r := range c.References() {
			named[r.Control] = named[r.Control] || d.stands(c)
		}
	}
	return named, chosen
}

// ofSet returns the references of a set, in their order.
func ofSet(refs map[annexa.ControlRef]bool, set annexa.Set) []annexa.ControlRef {
	return slices.DeleteFunc(sortedRefs(refs), func(ref annexa.ControlRef) bool { return ref.Set != set })
}

func sortedRefs(refs map[annexa.ControlRef]bool) []annexa.ControlRef {
	list := slices.SortedFunc(maps.Keys(refs), annexa.ControlRef.Compare)
	return slices.DeleteFunc(list, func(ref annexa.ControlRef) bool { return !refs[ref] })
}

// stands reports whether an own control counts at the date: it belongs to the
// scope, its state is recorded, and it is not retired.
func (d deriver) stands(c isms.Control) bool {
	state := c.StateAt(d.view.At())
	return c.In(d.scope) && state != 0 && state != isms.Retired
}

// reference derives the entry of a reference.
func (d deriver) reference(ref annexa.ControlRef) Entry {
	c, _ := annexa.Lookup(ref)
	e := Entry{Control: ref, Title: cmp.Or(c.Title, c.ShortName), Drivers: inOrder(d.drivers.References[ref])}
	if own, ok := d.catalogues.lookup(ref); ok {
		e.Title, e.Group = own.title, own.group
	}
	if a, ok := d.view.Applicability(d.scope, ref); ok {
		e.Inclusion, e.Ground, e.Reason, e.Decision = a.Is, a.Ground, a.Decision.Reason, a.Decision
		e.Basis = append(e.Basis, a.Basis...)
		e.Decision.Reason = ""
	} else if !slices.Contains(d.sets, ref.Set) {
		e.Inclusion = isms.Included
	}
	own := d.view.Realizers(ref, d.scope)
	e.RealizedBy = d.realizations(own, ref)
	return d.finish(e, own)
}

// own derives the entry of an own control that realizes no reference listed.
func (d deriver) own(c isms.Control) Entry {
	e := Entry{Own: c.ID, Title: c.Title, Inclusion: isms.Included, Drivers: inOrder(d.drivers.Own[c.ID])}
	e.RealizedBy = []Realization{d.realization(c, isms.Full)}
	return d.finish(e, []isms.Control{c})
}

// finish adds what follows from the own controls that realize an entry.
func (d deriver) finish(e Entry, own []isms.Control) Entry {
	e.Status = statusOf(e.RealizedBy)
	if e.Status != Implemented && e.Inclusion != isms.Excluded {
		e.Pending = d.pending(e.Drivers, own)
	}
	return e
}

// inOrder returns drivers each once, those from risks first.
func inOrder(drivers []isms.Driver) []isms.Driver {
	list := slices.SortedFunc(slices.Values(drivers), compareDrivers)
	return slices.CompactFunc(list, func(a, b isms.Driver) bool { return compareDrivers(a, b) == 0 })
}

func compareDrivers(a, b isms.Driver) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), slices.CompareFunc(a.Path, b.Path, isms.Ref.Compare), a.Control.Compare(b.Control))
}

// rank puts what risks drive before what requirements do.
func rank(d isms.Driver) int {
	if d.Kind() == isms.KindRisk {
		return 0
	}
	return 1
}
