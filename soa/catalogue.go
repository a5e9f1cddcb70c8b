package soa

import (
	"fmt"

	"github.com/ismskit/ismskit/annexa"
)

// catalogues are the sets of controls that Derive was given, by their names.
type catalogues map[annexa.Set]catalogue

// catalogue is one of them: its controls in their order, and by reference.
type catalogue struct {
	title    string
	order    []annexa.ControlRef
	controls map[annexa.ControlRef]listed
}

// listed is how an entry shows a control of a catalogue.
type listed struct{ title, group string }

// ownSets makes what can be looked up of what was given.
func ownSets(given []annexa.Catalogue) (catalogues, error) {
	sets := make(catalogues, len(given))
	for _, g := range given {
		if ps := g.Problems(); len(ps) > 0 {
			return nil, fmt.Errorf("catalogue %q: got %d problems, want none; the first is %s", g.Set, len(ps), ps[0])
		}
		if _, twice := sets[g.Set]; twice {
			return nil, fmt.Errorf("catalogue %q: got two of this name, want one", g.Set)
		}
		sets[g.Set] = catalogueOf(g)
	}
	return sets, nil
}

func catalogueOf(g annexa.Catalogue) catalogue {
	c := catalogue{title: g.Title, controls: make(map[annexa.ControlRef]listed, len(g.Controls))}
	groups := make(map[string]string, len(g.Groups))
	for _, group := range g.Groups {
		groups[group.ID] = ", " + group.Title
	}
	for _, control := range g.Controls {
		ref := annexa.ControlRef{Set: g.Set, ID: control.ID}
		c.order = append(c.order, ref)
		c.controls[ref] = listed{title: control.Title, group: g.Title + groups[control.Group]}
	}
	return c
}

// titleOf returns what a set is called, "" for one that was not given.
func (cs catalogues) titleOf(set annexa.Set) string {
	c, ok := cs[set]
	if !ok {
		return ""
	}
	return c.title + " (" + string(set) + ")"
}

// lookup returns how an entry shows a reference.
func (cs catalogues) lookup(ref annexa.ControlRef) (listed, bool) {
	l, ok := cs[ref.Set].controls[ref]
	return l, ok
}

// refs lists the controls of a set, and after them what the records name besides,
// so that a slip of the pen is seen and nothing is lost.
func (cs catalogues) refs(set annexa.Set, named []annexa.ControlRef) []annexa.ControlRef {
	c := cs[set]
	refs := append([]annexa.ControlRef(nil), c.order...)
	for _, ref := range named {
		if _, ok := c.controls[ref]; !ok {
			refs = append(refs, ref)
		}
	}
	return refs
}
