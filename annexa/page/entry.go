package page

import (
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
	"github.com/ismskit/ismskit/annexa/guidance"
	"github.com/ismskit/ismskit/annexa/overlay"
)

// An Entry is one control or one clause with everything that is known of it.
// Whatever is zero is left out of the page.
type Entry struct {
	Control  annexa.Control          `json:"control,omitzero"`  // zero for a clause
	Clause   annexa.Clause           `json:"clause,omitzero"`   // zero for a control
	Text     string                  `json:"text,omitzero"`     // what it asks, in the words of the standard: licensed to whoever laid it over
	Guidance guidance.Item           `json:"guidance,omitzero"` //
	NeededBy []string                `json:"neededBy,omitzero"` // the items whose guidance depends on this one
	Old      []annexa.Correspondence `json:"old,omitzero"`      // the controls of 2013 that it comes from
	Beside   []Beside                `json:"beside,omitzero"`   // what publishers name for it
}

// Beside is what the publisher of one crosswalk names for an entry: where to
// look, not what is met.
type Beside struct {
	Framework annexa.Set `json:"framework"`
	IDs       []string   `json:"ids"` // in order, each once; for a clause also those of its lettered items
}

// Entries returns an entry for each of the 93 controls and for each clause that
// has guidance, with the texts that are laid over them.
func Entries(laid overlay.Catalogue) []Entry {
	var all []Entry
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		e := Entry{Old: slices.Collect(annexa.Predecessors(c.Ref))}
		e.Control, _ = laid.Control(c.Ref)
		e.Guidance, _ = guidance.Of(c.Ref)
		all = append(all, e)
	}
	for c := range annexa.Clauses() {
		if item, ok := guidance.OfClause(c.Ref); ok {
			e := Entry{Guidance: item}
			e.Clause, _ = laid.Clause(c.Ref)
			all = append(all, e)
		}
	}
	needed, beside := neededBy(all), besides(crosswalk.CSF(), crosswalk.SP80053(), crosswalk.NIS2())
	for i := range all {
		e := &all[i]
		e.Guidance = laid.Item(e.Guidance)
		if text, ok := laid.Text(e.ID() + "/text"); ok {
			e.Text = text.Text
		}
		e.NeededBy, e.Beside = needed[e.ID()], beside[e.ID()]
	}
	return all
}

// ID returns the identifier of the control or the number of the clause, as
// people write it: "A.5.15", "6.1.2", "acme:1/X-7".
func (e Entry) ID() string {
	if !e.Control.Ref.IsZero() {
		return e.Control.Ref.String()
	}
	return e.Clause.Ref.String()
}

// Title returns the title, or our short name where titles are left out.
func (e Entry) Title() string {
	for _, s := range []string{e.Control.Title, e.Clause.Title, e.Name()} {
		if s != "" {
			return s
		}
	}
	return ""
}

// Name returns our short name.
func (e Entry) Name() string { return e.Control.ShortName + e.Clause.ShortName }

// Group names the entries that an entry stands with: its theme, or the clause of
// the first level that it belongs to.
func (e Entry) Group() string {
	switch {
	case !e.Clause.Ref.IsZero():
		number, _, _ := strings.Cut(e.Clause.Ref.Number, ".")
		first := e.Clause.Ref
		first.Number = number
		c, _ := annexa.LookupClause(first)
		return strings.TrimSpace("Clause " + number + " " + c.Title)
	case e.Control.Theme != 0:
		return e.Control.Theme.String() + " controls"
	}
	return "Controls of " + string(e.Control.Ref.Set)
}

// Size says for how many persons a step or a piece of evidence belongs to the
// smallest convincing set at least: 15, 60 or 500; 0 where it belongs to none.
func (e Entry) Size(part string) int {
	sizes := e.Guidance.Sizes
	for _, s := range []struct {
		persons int
		items   []string
	}{{15, sizes.Small.Items}, {60, sizes.Medium.Items}, {500, sizes.Large.Items}} {
		if slices.Contains(s.items, part) {
			return s.persons
		}
	}
	return 0
}

// neededBy turns the dependencies of the guidance round.
func neededBy(all []Entry) map[string][]string {
	needed := map[string][]string{}
	for _, e := range all {
		for _, on := range e.Guidance.DependsOn {
			needed[on] = append(needed[on], e.ID())
		}
	}
	return needed
}

// besides lists, for every control and clause, what the crosswalks lead from.
func besides(maps ...crosswalk.Map) map[string][]Beside {
	all := map[string][]Beside{}
	for _, m := range maps {
		for _, p := range m.Invert() {
			to, _, _ := strings.Cut(p.From.ID, " ") // without the letter of a list item
			list := all[to]
			if n := len(list); n == 0 || list[n-1].Framework != p.To.Set {
				list = append(list, Beside{Framework: p.To.Set})
			}
			b := &list[len(list)-1]
			b.IDs = append(b.IDs, p.To.ID)
			all[to] = list
		}
	}
	for _, list := range all {
		for i := range list {
			list[i].IDs = inOrder(list[i].Framework, list[i].IDs)
		}
	}
	return all
}

// inOrder sorts identifiers as people do, 6.9 before 6.10, and keeps each once.
func inOrder(of annexa.Set, list []string) []string {
	slices.SortFunc(list, func(a, b string) int {
		return crosswalk.Ref{Set: of, ID: a}.Compare(crosswalk.Ref{Set: of, ID: b})
	})
	return slices.Compact(list)
}
