package isms

import (
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
)

// Driver is one reason, found in the records, why a control is necessary: the
// path from a risk over its treatment, or from a requirement, to the control.
type Driver struct {
	// Path is the records from the reason to the control: a risk, a treatment
	// and, where the treatment chose one, an own control; or a requirement and,
	// where it names one, an own control.
	Path []Ref `json:"path"`
	// Control is the reference that is necessary, zero for an own control that
	// realizes none.
	Control annexa.ControlRef `json:"control,omitzero"`
}

// Kind returns the kind of the record that the path starts from: KindRisk or
// KindRequirement.
func (d Driver) Kind() Kind {
	if len(d.Path) == 0 {
		return 0
	}
	return d.Path[0].Kind
}

// String returns the path, as in "risk/R-001 → treatment/T-1 → A.5.17".
func (d Driver) String() string {
	words := make([]string, 0, len(d.Path)+1)
	for _, ref := range d.Path {
		words = append(words, ref.String())
	}
	if !d.Control.IsZero() {
		words = append(words, d.Control.String())
	}
	return strings.Join(words, " → ")
}

// Drivers are the drivers of a scope at a date, by what they make necessary.
type Drivers struct {
	References map[annexa.ControlRef][]Driver
	Own        map[ControlID][]Driver
}

// Drivers returns what the records make necessary in a scope at the date of
// the view. A treatment drives only if it is in force then, names the control,
// and modifies or shares a risk that is open then and belongs to the scope; to
// retain or avoid a risk drives nothing. A requirement drives if it is in
// force, belongs to the scope and is not left unaddressed.
func (v *View) Drivers(scope ScopeID) Drivers {
	d := Drivers{make(map[annexa.ControlRef][]Driver), make(map[ControlID][]Driver)}
	for _, t := range v.snap.sys.Treatments {
		if !t.InForce(v.at) || t.Option != Modify && t.Option != Share {
			continue
		}
		for _, id := range t.Risks {
			r, ok := v.Risk(id)
			if !ok || r.StateAt(v.at) != Open || !r.In(scope) {
				continue
			}
			for _, c := range t.Controls {
				v.drive(d, c, []Ref{r.Ref(), t.Ref()})
			}
		}
	}
	for _, q := range v.snap.sys.Requirements {
		if q.InForce(v.at) && q.Addressed != NotAddressed && inScope(q.Scopes, scope) {
			v.driveRequirement(d, q)
		}
	}
	return d
}

// driveRequirement adds the drivers of one requirement.
func (v *View) driveRequirement(d Drivers, q Requirement) {
	for _, ref := range q.Controls {
		v.drive(d, ChosenControl{Control: ref}, []Ref{q.Ref()})
	}
	for _, ref := range q.MetBy {
		if ref.Kind == KindControl {
			v.drive(d, ChosenControl{Own: ControlID(ref.ID)}, []Ref{q.Ref()})
		}
	}
}

// drive adds the drivers of one chosen control.
func (v *View) drive(d Drivers, c ChosenControl, path []Ref) {
	if !c.Control.IsZero() {
		d.References[c.Control] = append(d.References[c.Control], Driver{Path: path, Control: c.Control})
	}
	own, ok := v.Control(c.Own)
	if c.Own == "" || !ok {
		return
	}
	path = append(slices.Clip(path), own.Ref())
	d.Own[own.ID] = append(d.Own[own.ID], Driver{Path: path})
	for _, r := range own.References() {
		d.References[r.Control] = append(d.References[r.Control], Driver{Path: path, Control: r.Control})
	}
}
