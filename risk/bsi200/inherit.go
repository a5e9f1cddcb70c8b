package bsi200

import (
	"errors"
	"slices"

	"github.com/ismskit/ismskit/internal/graph"
)

// Object is something whose protection need is determined: a process, an
// application, an IT system, a network, a room.
type Object struct {
	ID string `json:"id,omitzero"`
	// Own are the needs that were judged for the object itself, as they are for
	// processes and their information. An object that only carries others has
	// none.
	Own Needs `json:"own,omitzero"`
	// On names the objects that this one depends on, which inherit its needs:
	// the systems an application runs on, the applications it cannot do without.
	On []string `json:"on,omitzero"`
	// Overrides are decisions of persons against the inherited need.
	Overrides []Override `json:"overrides,omitzero"`
}

// Determination is the outcome for one object. Computed is always what the
// maximum principle gives, whatever a person decided; Needs is what holds.
type Determination struct {
	Object   string `json:"object,omitzero"`
	Needs    Needs  `json:"needs,omitzero"`
	Computed Needs  `json:"computed,omitzero"`
	// From names, for each basic value, the object whose need was inherited:
	// the first of those with the highest. It is "" where the object's own need
	// is as high, and where none is known. Following it gives the whole way.
	From Origins `json:"from,omitzero"`
	// Overrides are the object's, each of which moved a need.
	Overrides []Override `json:"overrides,omitzero"`
}

// Origins names an object for each basic value.
type Origins struct {
	Confidentiality string `json:"confidentiality,omitzero"`
	Integrity       string `json:"integrity,omitzero"`
	Availability    string `json:"availability,omitzero"`
}

// Determine determines the protection need of every object, in the order
// given. An object needs, for each basic value, the highest of its own need and
// those of all objects that depend on it (maximum principle). What it passes on
// is what holds for it after overrides: where a person raised the need of a
// server for its many applications, its room inherits the raised one.
//
// It takes time in proportion to objects plus dependencies. It fails where
// objects depend on each other in a circle, with a [*CycleError], or anything
// else is wrong with them, with an [*ObjectError] for each mistake, joined; the
// result is nil then.
func Determine(objects []Object) ([]Determination, error) {
	g, err := dependencies(objects)
	if err != nil {
		return nil, err
	}
	order, err := g.Order()
	if cycle, ok := errors.AsType[*graph.CycleError](err); ok {
		return nil, named(objects, cycle)
	}
	if err != nil {
		return nil, err
	}
	all := make([]Determination, len(objects))
	for i, o := range objects {
		all[i] = Determination{Object: o.ID, Computed: o.Own, Overrides: o.Overrides}
	}
	var errs []error
	for _, n := range order {
		errs = append(errs, all[n].decide()...)
		for _, e := range g.Leaving(n) {
			all[g.Edge(e).To].inherit(&all[n])
		}
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return all, nil
}

// inherit takes over what is higher in an object that depends on d.
func (d *Determination) inherit(user *Determination) {
	if user.Needs.Confidentiality > d.Computed.Confidentiality {
		d.Computed.Confidentiality, d.From.Confidentiality = user.Needs.Confidentiality, user.Object
	}
	if user.Needs.Integrity > d.Computed.Integrity {
		d.Computed.Integrity, d.From.Integrity = user.Needs.Integrity, user.Object
	}
	if user.Needs.Availability > d.Computed.Availability {
		d.Computed.Availability, d.From.Availability = user.Needs.Availability, user.Object
	}
}

// decide sets the needs that hold, once everything is inherited.
func (d *Determination) decide() []error {
	d.Needs = d.Computed
	var errs []error
	for i, o := range d.Overrides {
		err := o.against(d.Computed)
		if err == nil && slices.ContainsFunc(d.Overrides[:i], func(p Override) bool { return p.Property == o.Property }) {
			err = wrong("property", o.Property, "one override for each basic value")
		}
		if err != nil {
			errs = append(errs, err.at(d.Object, i))
			continue
		}
		*need(&d.Needs, o.Property) = o.Need
	}
	return errs
}
