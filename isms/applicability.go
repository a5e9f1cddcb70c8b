package isms

import "github.com/ismskit/ismskit/annexa"

// Applicability is the decision, for one scope, whether a reference control is
// necessary (clause 6.1.3 b to d), over time. There is one record for a scope
// and reference; its identifier is made of both.
type Applicability struct {
	// Scope is the scope decided for; a System with one scope need not name it.
	Scope     ScopeID                 `json:"scope,omitzero"`
	Control   annexa.ControlRef       `json:"control" doc:"required"`
	Decisions []ApplicabilityDecision `json:"decisions,omitzero"`
	X         Extensions              `json:"x,omitzero"`
}

// ApplicabilityDecision is the decision from a day on.
type ApplicabilityDecision struct {
	Is Inclusion `json:"is" doc:"required"`
	// Basis are the kinds of reason for an inclusion: risk assessment, legal,
	// contractual, business, best practice, or the organization's own words.
	Basis []string `json:"basis,omitzero"`
	// Ground is the kind of reason for an exclusion.
	Ground Ground `json:"ground,omitzero"`
	// Decision carries the justification in its Reason, and the day.
	Decision Decision `json:"decision" doc:"required"`
}

// DecisionAt returns the decision that holds at a day. Before the first one
// the reference is undecided.
func (a Applicability) DecisionAt(at Date) (ApplicabilityDecision, bool) {
	return lastAt(a.Decisions, at, func(d ApplicabilityDecision) Date { return d.Decision.On })
}
