package isms

import (
	"fmt"
	"iter"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/risk"
)

// View is a System as of a date: validated, indexed, its methods resolved.
// What stands above this package reads the records through it. A View does not
// change and may be used by several goroutines at once. It is a Source too.
//
// Records of which the present text is all there is are seen as they are now,
// whatever the date; dated facts are seen as they stood. A view of a past date
// is therefore a reconstruction from today's records. What was issued then is
// only in the documents of that time.
type View struct {
	at       Date
	snap     *snapshot
	methods  *resolver
	notices  Problems
	realizes map[annexa.ControlRef][]ControlID
	evidence map[ControlID][]Evidence
	replaced map[EvidenceID]Date // the day from which another piece supersedes it
	actions  map[Ref][]Action
}

// At returns the view of a Source at a date. The methods are the published
// ones that assessments may name: methods.All(), some of them, a product's
// own. The error is Problems where the records cannot be computed with, or the
// Source's own error.
func At(src Source, at Date, methods risk.Methods) (*View, error) {
	if at.IsZero() {
		return nil, fmt.Errorf("isms: view: got no date, want the day as of which the records are seen")
	}
	sys, err := Collect(src)
	if err != nil {
		return nil, err
	}
	v := &View{at: at, snap: newSnapshot(sorted(sys))}
	c, err := check(v.snap, methods)
	if err != nil {
		return nil, err
	}
	if len(c.found) > 0 {
		c.found.sort()
		return nil, c.found
	}
	v.methods, v.notices = c.methods, c.notices
	v.index()
	return v, nil
}

// index prepares the reverse links that every derivation asks for.
func (v *View) index() {
	v.realizes = make(map[annexa.ControlRef][]ControlID)
	for _, c := range v.snap.sys.Controls {
		for _, r := range c.References() {
			if list := v.realizes[r.Control]; len(list) == 0 || list[len(list)-1] != c.ID {
				v.realizes[r.Control] = append(list, c.ID)
			}
		}
	}
	v.evidence, v.replaced = make(map[ControlID][]Evidence), make(map[EvidenceID]Date)
	for _, e := range v.snap.sys.Evidence {
		for _, id := range e.Controls {
			v.evidence[id] = append(v.evidence[id], e)
		}
		for _, old := range e.Supersedes {
			if on, again := v.replaced[old]; old != e.ID && (!again || e.CollectedOn.Before(on)) {
				v.replaced[old] = e.CollectedOn
			}
		}
	}
	v.actions = make(map[Ref][]Action)
	for _, a := range v.snap.sys.Actions {
		for _, ref := range a.For {
			v.actions[ref] = append(v.actions[ref], a)
		}
	}
}

// At returns the date of the view.
func (v *View) At() Date { return v.at }

// System returns all records, those of a kind in the order of their
// identifiers. It is shared, not copied: it must not be changed.
func (v *View) System() System { return v.snap.sys }

// Notices returns what was found that forbids nothing: one for each method that
// was not given, at the first record that names it. Inputs and recorded ratings
// of its assessments are kept as they are.
func (v *View) Notices() Problems { return v.notices }

// Get returns a record, as Source asks.
func (v *View) Get(ref Ref) (Record, error) { return v.snap.Get(ref) }

// All returns the records of a kind, as Source asks.
func (v *View) All(kind Kind) iter.Seq2[Record, error] { return v.snap.All(kind) }

// Into returns the records of a kind that refer to a record, as Source asks.
func (v *View) Into(ref Ref, kind Kind) iter.Seq2[Record, error] { return v.snap.Into(ref, kind) }

// Find returns a record of the view by its identifier, as the type that is
// asked for: Find[isms.Risk](view, isms.Ref{isms.KindRisk, "R-001"}).
func Find[T Record](v *View, ref Ref) (T, bool) {
	r, err := v.Get(ref)
	t, ok := r.(T)
	return t, ok && err == nil
}

// Control returns one of the organization's own controls.
func (v *View) Control(id ControlID) (Control, bool) {
	return Find[Control](v, Ref{KindControl, string(id)})
}

// Risk returns a risk.
func (v *View) Risk(id RiskID) (Risk, bool) { return Find[Risk](v, Ref{KindRisk, string(id)}) }

// Treatment returns a treatment.
func (v *View) Treatment(id TreatmentID) (Treatment, bool) {
	return Find[Treatment](v, Ref{KindTreatment, string(id)})
}

// Scope returns a scope. No identifier asks for the only one there is; a
// System without scopes has one without a name. With several, one must be named.
func (v *View) Scope(id ScopeID) (Scope, error) {
	scopes := v.snap.sys.Scopes
	switch {
	case id != "":
		if s, ok := Find[Scope](v, Ref{KindScope, string(id)}); ok {
			return s, nil
		}
		return Scope{}, fmt.Errorf("isms: scope: %w: %q", ErrNotFound, clip(string(id)))
	case len(scopes) == 0:
		return Scope{}, nil
	case len(scopes) == 1:
		return scopes[0], nil
	}
	return Scope{}, fmt.Errorf("isms: scope: got none, want one of the %d that the System has, as in %q", len(scopes), scopes[0].ID)
}

// Realizers returns the organization's own controls that realize a reference
// in a scope, each once, in the order of their identifiers.
func (v *View) Realizers(ref annexa.ControlRef, scope ScopeID) []Control {
	var list []Control
	for _, id := range v.realizes[ref] {
		if c, ok := v.Control(id); ok && c.In(scope) {
			list = append(list, c)
		}
	}
	return list
}

// EvidenceOf returns the evidence about a control that was collected by the
// date of the view, in the order of the identifiers; what another piece has
// superseded by then, be it about this control or not, is left out.
func (v *View) EvidenceOf(id ControlID) []Evidence {
	var list []Evidence
	for _, e := range v.evidence[id] {
		on, replaced := v.replaced[e.ID]
		if !e.CollectedOn.After(v.at) && (!replaced || on.After(v.at)) {
			list = append(list, e)
		}
	}
	return list
}

// Supported reports whether evidence that may be relied on at the date of the
// view supports the control.
func (v *View) Supported(c Control) bool {
	for _, e := range v.EvidenceOf(c.ID) {
		if e.Supports(c.Cadence, v.at) {
			return true
		}
	}
	return false
}

// ActionsFor returns the actions that serve a record, in the order of their
// identifiers.
func (v *View) ActionsFor(ref Ref) []Action { return v.actions[ref] }

// Applicability returns the decision that holds for a reference in a scope at
// the date of the view. Where there is only one scope, it need not be named:
// not by the decision, and not here.
func (v *View) Applicability(scope ScopeID, ref annexa.ControlRef) (ApplicabilityDecision, bool) {
	scopes := v.snap.sys.Scopes
	if scope == "" && len(scopes) == 1 {
		scope = scopes[0].ID
	}
	a, ok := Find[Applicability](v, ApplicabilityRef(scope, ref))
	if !ok && len(scopes) < 2 {
		a, ok = Find[Applicability](v, ApplicabilityRef("", ref))
	}
	if !ok {
		return ApplicabilityDecision{}, false
	}
	return a.DecisionAt(v.at)
}

// Title returns what people call a record, or its identifier where nobody
// calls it anything: see TitleOf.
func (v *View) Title(ref Ref) string {
	if r, err := v.Get(ref); err == nil {
		if title := TitleOf(r); title != "" {
			return title
		}
	}
	return ref.ID
}
