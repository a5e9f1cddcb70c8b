package soa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// What may change in a statement: the values of Change.Field.
const (
	FieldSystem         = "system"
	FieldScope          = "scope"
	FieldScopeStatement = "scope statement"
	FieldSets           = "control sets"
	FieldEntry          = "entry"          // there is one more, or one less
	FieldNecessary      = "necessary"      // included, excluded, undecided
	FieldJustification  = "justification"  // as recorded
	FieldDrivers        = "drivers"        // as derived
	FieldStatus         = "status"         //
	FieldImplementation = "implementation" // own controls, with the status unchanged
	FieldActions        = "planned actions"
)

// Change is one thing that two statements say differently, and why.
type Change struct {
	// Control or Own names the entry; none of them, the statement as a whole.
	Control annexa.ControlRef `json:"control,omitzero"`
	Own     isms.ControlID    `json:"own,omitzero"`
	// Field is what changed, one of the words above.
	Field string `json:"field"`
	// From and To are how it read before and reads now; "" where there was, or
	// is, nothing.
	From string `json:"from,omitzero"`
	To   string `json:"to,omitzero"`
	// Because lists the reasons that the statements show: the decision with its
	// day and reason, drivers that came and went, states of own controls.
	Because []string `json:"because,omitzero"`
}

// String returns the change in one line.
func (c Change) String() string {
	who := Entry{Control: c.Control, Own: c.Own}.Ref()
	if c.Control.IsZero() && c.Own == "" {
		who = "statement"
	}
	line := fmt.Sprintf("%s %s: %s → %s", who, c.Field, orNone(c.From), orNone(c.To))
	if len(c.Because) > 0 {
		line += " because " + strings.Join(c.Because, "; ")
	}
	return line
}

// Compare returns what next says differently from prev, in the order of next;
// entries that are gone come last. There is no change exactly if the digests
// are equal. Both should be of the same audience: an external edition lacks
// what would then look as if it had gone.
func Compare(prev, next Statement) []Change {
	changes := compareHeads(prev, next)
	before := make(map[string]Entry, len(prev.Entries))
	for _, e := range prev.Entries {
		before[e.Ref()] = e
	}
	after := make(map[string]bool, len(next.Entries))
	for _, e := range next.Entries {
		after[e.Ref()] = true
		if old, ok := before[e.Ref()]; ok {
			changes = append(changes, compareEntries(old, e)...)
			continue
		}
		changes = append(changes, e.change(FieldEntry, "", summary(e), append(decided(e), came(nil, e.Drivers)...)))
	}
	for _, e := range prev.Entries {
		if !after[e.Ref()] {
			changes = append(changes, e.change(FieldEntry, summary(e), "", went(e.Drivers, nil)))
		}
	}
	return changes
}

func compareHeads(prev, next Statement) []Change {
	var changes []Change
	add := func(field, from, to string) {
		if from != to {
			changes = append(changes, Change{Field: field, From: from, To: to})
		}
	}
	add(FieldSystem, string(prev.System), string(next.System))
	add(FieldScope, string(prev.Scope), string(next.Scope))
	add(FieldScopeStatement, prev.ScopeStatement, next.ScopeStatement)
	add(FieldSets, join(prev.Sets), join(next.Sets))
	return changes
}

// compareEntries compares what is content of two entries of one control.
func compareEntries(prev, next Entry) []Change {
	a, b := prev.content(), next.content()
	var changes []Change
	add := func(field, from, to string, because []string) {
		changes = append(changes, next.change(field, from, to, because))
	}
	drivers := slices.Concat(came(prev.Drivers, next.Drivers), went(prev.Drivers, next.Drivers))
	switch {
	case a.Inclusion != b.Inclusion:
		add(FieldNecessary, necessity(prev), necessity(next), append(decided(next), drivers...))
	case a.Ground != b.Ground || a.Reason != b.Reason || !slices.Equal(a.Basis, b.Basis):
		add(FieldJustification, justification(prev), justification(next), decided(next))
	}
	if a.Inclusion == b.Inclusion && !same(a.Drivers, b.Drivers) {
		add(FieldDrivers, count(len(a.Drivers), "path"), count(len(b.Drivers), "path"), drivers)
	}
	own := compareRealizations(a.RealizedBy, b.RealizedBy)
	switch {
	case a.Status != b.Status:
		add(FieldStatus, word(a.Status), word(b.Status), own)
	case !same(a.RealizedBy, b.RealizedBy):
		add(FieldImplementation, controls(a.RealizedBy), controls(b.RealizedBy), own)
	}
	if !same(a.Pending, b.Pending) {
		add(FieldActions, actions(a.Pending), actions(b.Pending), nil)
	}
	return changes
}

func (e Entry) change(field, from, to string, because []string) Change {
	return Change{Control: e.Control, Own: e.Own, Field: field, From: from, To: to, Because: because}
}

// decided says who of the records decided: the day and the justification.
func decided(e Entry) []string {
	if e.Decision.On.IsZero() {
		return nil
	}
	line := "decided on " + e.Decision.On.String()
	if text := justification(e); text != "" {
		line += ": " + text
	}
	return []string{line}
}

// came lists the drivers that are new, went those that are gone.
func came(prev, next []isms.Driver) []string { return without("added ", next, prev) }
func went(prev, next []isms.Driver) []string { return without("removed ", prev, next) }

func without(word string, drivers, others []isms.Driver) []string {
	known := make(map[string]bool, len(others))
	for _, d := range others {
		known[d.String()] = true
	}
	var lines []string
	for _, d := range drivers {
		if !known[d.String()] {
			lines = append(lines, word+d.String())
		}
	}
	return lines
}

// compareRealizations says what became of each own control.
func compareRealizations(prev, next []realizationContent) []string {
	before := make(map[isms.ControlID]realizationContent, len(prev))
	for _, r := range prev {
		before[r.Control] = r
	}
	var lines []string
	after := make(map[isms.ControlID]bool, len(next))
	for _, r := range next {
		after[r.Control] = true
		ref := isms.Ref{Kind: isms.KindControl, ID: string(r.Control)}.String()
		switch old, ok := before[r.Control]; {
		case !ok:
			lines = append(lines, "added "+ref+": "+stateWord(r.State))
		case old.State != r.State:
			lines = append(lines, ref+": "+stateWord(old.State)+" → "+stateWord(r.State))
		case old != r:
			lines = append(lines, ref+": described otherwise")
		}
	}
	for _, r := range prev {
		if !after[r.Control] {
			lines = append(lines, "removed "+isms.Ref{Kind: isms.KindControl, ID: string(r.Control)}.String())
		}
	}
	return lines
}
