package report

import (
	"slices"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/risk"
)

// How the acceptance of a risk stands, in the words of the documents.
const (
	accepted = "accepted"
	needless = "not needed" // the criteria let what remains be retained
	expired  = "expired"
	lapsed   = "lapsed"   // a condition of it fell
	outgrown = "outgrown" // what remains is higher than what was accepted
	missing  = "missing"  // the criteria do not let what remains be retained
	none     = "none"     // no criteria say whether it is needed
)

// standing says how the acceptance of a risk stands, with the one that was
// decided last; "" where there is nothing to accept.
func (r *reader) standing(e *entry) (string, isms.Acceptance) {
	if !e.open {
		return "", isms.Acceptance{}
	}
	a, ok := r.acceptance(e.Risk)
	word := ""
	if ok {
		word = r.validity(e, a)
	}
	if word == accepted || e.whole {
		return word, a
	}
	left := r.remaining(e.Risk, r.at)
	switch c, known := left.Criterion(); {
	case known && c.Acceptable:
		return needless, isms.Acceptance{}
	case !ok && known:
		word = missing
	case !ok && !left.IsZero():
		word = none
	}
	return word, a
}

// validity says whether an acceptance still holds.
func (r *reader) validity(e *entry, a isms.Acceptance) string {
	switch {
	case !a.Until.IsZero() && a.Until.Before(r.at):
		return expired
	case slices.ContainsFunc(a.Conditions, r.fell):
		return lapsed
	case !e.whole && r.outgrown(e, a):
		return outgrown
	}
	return accepted
}

// acceptance returns the acceptance of a risk that was decided last. That of a
// whole accepts none of its parts.
func (r *reader) acceptance(rk isms.Risk) (last isms.Acceptance, ok bool) {
	for _, a := range r.acceptances[rk.ID] {
		if !ok || a.Decision.On.After(last.Decision.On) {
			last, ok = a, true
		}
	}
	return last, ok
}

func (r *reader) fell(c isms.Condition) bool { return !c.Fell.IsZero() && !c.Fell.After(r.at) }

// outgrown reports whether what remains of a risk is higher than what was
// accepted, or is rated by another method since. What is not known is not
// judged.
func (r *reader) outgrown(e *entry, a isms.Acceptance) bool {
	then, use := r.v.Settled(a, e.Risk)
	left := r.remaining(e.Risk, r.at)
	if use == nil || then.Level == "" || left.Use == nil || left.IsZero() {
		return false
	}
	method := left.Use.Method
	order, comparable := method.Compare(
		risk.Rating{Method: method.Ref(), Level: left.Level},
		risk.Rating{Method: use.Method.Ref(), Level: then.Level})
	return !comparable || order > 0
}

// acceptanceCell prints how the acceptance of a risk stands, and which it is.
func (r *reader) acceptanceCell(e *entry) docinfo.Cell {
	c := docinfo.Cell{Text: e.standing, Note: r.terms(e, e.accepted)}
	switch e.standing {
	case missing:
		c.Tone = docinfo.Attention
	case expired, lapsed, outgrown:
		c.Tone = docinfo.Bad
	}
	return c
}

// terms says who accepted what, when, until when and on which conditions.
func (r *reader) terms(e *entry, a isms.Acceptance) string {
	if a.ID == "" {
		return ""
	}
	settled, use := r.v.Settled(a, e.Risk)
	what := settled.Level
	if use != nil {
		l, _ := use.Method.Level(what)
		what = seen(l.Label, what)
	}
	list := []string{joined(" ", a.Decision.On.String(), phrase("by", r.decider(a.Decision)), phrase("at", what), phrase("until", a.Until.String()))}
	for _, c := range a.Conditions {
		text := "condition: " + c.Text
		if r.fell(c) {
			text += " (fell on " + c.Fell.String() + ")"
		}
		list = append(list, text)
	}
	return joined("; ", list...)
}
