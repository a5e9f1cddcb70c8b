package annexa

import "iter"

// A Criterion narrows a selection: a [Theme] or a value of one of the five
// attributes ([ControlType], [Property], [Concept], [Capability], [Domain]).
type Criterion interface {
	narrow(query) query
}

// Select iterates, in the order of the standard, over the controls of ISO/IEC
// 27001:2022 that meet the criteria: of each kind that is named a control has at
// least one value. Values of one kind widen the choice, kinds narrow it:
//
//	Select(Detective, Corrective, Availability, Technological)
//
// are the technological controls that are detective or corrective (or both) and
// preserve availability. Detective, Corrective and Detective|Corrective mean the
// same. For "both" ask the control: c.Types.Has(Detective|Corrective).
//
// Zero values say nothing, and without criteria all 93 controls are selected. In
// a build without attributes a criterion of an attribute selects nothing.
func Select(criteria ...Criterion) iter.Seq[Control] {
	return func(yield func(Control) bool) { narrowed(criteria, yield) }
}

// Count returns how many controls [Select] gives for the criteria.
//
//	Count(Detective, Technological) // of the 34 technological controls
func Count(criteria ...Criterion) int {
	n := 0
	narrowed(criteria, func(Control) bool {
		n++
		return true
	})
	return n
}

func narrowed(criteria []Criterion, yield func(Control) bool) {
	var q query
	for _, c := range criteria {
		if c != nil {
			q = c.narrow(q)
		}
	}
	for i := range controls2022 {
		if q.meets(i) && !yield(controls2022[i]) {
			return
		}
	}
}

// A query holds the criteria of each kind, 0 where none is named.
type query struct {
	themes uint8 // bit t for theme t
	Attributes
}

// meets reports whether a row of the 2022 table meets the query.
func (q query) meets(i int) bool {
	a := controls2022[i].Attributes
	return meet(q.themes, 1<<controls2022[i].Theme) &&
		meet(q.Types, a.Types) && meet(q.Properties, a.Properties) && meet(q.Concepts, a.Concepts) &&
		meet(q.Capabilities, a.Capabilities) && meet(q.Domains, a.Domains)
}

func meet[S bitSet](wanted, has S) bool { return wanted == 0 || wanted&has != 0 }

func (t Theme) narrow(q query) query {
	if t != 0 {
		q.themes |= 1 << min(t, 7) // a number that names no theme selects nothing
	}
	return q
}

func (s ControlType) narrow(q query) query { q.Types |= s; return q }
func (s Property) narrow(q query) query    { q.Properties |= s; return q }
func (s Concept) narrow(q query) query     { q.Concepts |= s; return q }
func (s Capability) narrow(q query) query  { q.Capabilities |= s; return q }
func (s Domain) narrow(q query) query      { q.Domains |= s; return q }
