package audit

import (
	"slices"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// known is what several checks ask of a subject, found once.
type known struct {
	view    *isms.View
	sys     isms.System
	at      isms.Date
	scope   isms.Scope // zero where the System has none
	drivers isms.Drivers

	open        []isms.Risk // open and in the scope
	judged      []isms.Risk // of these, those at which a level is found, see judge
	parts       map[isms.RiskID][]isms.Risk
	treatments  map[isms.RiskID][]isms.Treatment // in force
	acceptances map[isms.RiskID][]isms.Acceptance
}

func (k *known) index() {
	k.treatments = make(map[isms.RiskID][]isms.Treatment)
	for _, t := range k.sys.Treatments {
		for _, id := range t.Risks {
			if t.InForce(k.at) {
				k.treatments[id] = append(k.treatments[id], t)
			}
		}
	}
	k.acceptances = make(map[isms.RiskID][]isms.Acceptance)
	for _, a := range k.sys.Acceptances {
		k.acceptances[a.Risk] = append(k.acceptances[a.Risk], a)
	}
	k.indexRisks()
}

// ofScope names the scope in a gap of the whole System that is found for each
// scope; a System with one scope never has to.
func (k *known) ofScope() string {
	if len(k.sys.Scopes) > 1 {
		return string(k.scope.ID)
	}
	return ""
}

// included are the reference controls that the statement includes.
func included(s soa.Statement) map[annexa.ControlRef]bool {
	is := make(map[annexa.ControlRef]bool)
	for _, e := range s.Entries {
		is[e.Control] = e.Inclusion == isms.Included
	}
	return is
}

// controls returns the own controls of the scope, not retired, that are
// necessary: a driver leads to them, or they realize an included reference.
func (k *known) controls(s soa.Statement) []isms.Control {
	is := included(s)
	var list []isms.Control
	for _, c := range k.sys.Controls {
		if !c.In(k.scope.ID) || c.StateAt(k.at) == isms.Retired {
			continue
		}
		necessary := func(r isms.Realization) bool { return is[r.Control] }
		if len(k.drivers.Own[c.ID]) > 0 || slices.ContainsFunc(c.References(), necessary) {
			list = append(list, c)
		}
	}
	return list
}

// touched returns the records that lead to a control or a reference: the risks
// and requirements for which it is needed, the treatments in between.
func touched(drivers []isms.Driver) []isms.Ref {
	var refs []isms.Ref
	for _, d := range drivers {
		refs = append(refs, d.Path...)
	}
	return refs
}

// others returns the references but for one, without repetitions, in the order
// in which they are met first.
func others(refs []isms.Ref, but isms.Ref) []isms.Ref {
	seen := map[isms.Ref]bool{but: true}
	return slices.DeleteFunc(slices.Clone(refs), func(ref isms.Ref) bool {
		again := seen[ref]
		seen[ref] = true
		return again
	})
}

// latest returns the index of the fact that holds at a day: the one with the
// latest date not after it, of equals the last; -1 where there is none.
func latest[T any](facts []T, at isms.Date, on func(T) isms.Date) int {
	found, since := -1, isms.Date{}
	for i, f := range facts {
		if d := on(f); !d.IsZero() && !d.After(at) && !d.Before(since) {
			found, since = i, d
		}
	}
	return found
}

// runSince returns the first day of the unbroken run of facts, up to a day,
// that are as wanted; it is zero where the fact that holds is not.
func runSince[T any](facts []T, at isms.Date, on func(T) isms.Date, wanted func(T) bool) isms.Date {
	var first isms.Date
	for day := at; ; day = first.AddDays(-1) {
		i := latest(facts, day, on)
		if i < 0 || !wanted(facts[i]) {
			return first
		}
		first = on(facts[i])
	}
}

// worst returns the highest risk among some records, at its present level: that
// of its parts, where it is rated by them.
func (k *known) worst(refs []isms.Ref) Worst {
	var high Worst
	for _, ref := range refs {
		if ref.Kind != isms.KindRisk {
			continue
		}
		r, _ := k.view.Risk(isms.RiskID(ref.ID))
		rated := k.view.RateRisk(r, isms.Current)
		if rated.IsZero() {
			a, _ := r.PresentAt(k.at)
			rated = k.view.Rate(a)
		}
		if rated.Rank < 0 {
			continue
		}
		w := Worst{Risk: r.ID, Level: rated.Label(), Rank: rated.Rank + 1, Of: len(rated.Use.Method.Levels)}
		if w.compare(high) > 0 {
			high = w
		}
	}
	return high
}
