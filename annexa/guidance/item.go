package guidance

import "github.com/ismskit/ismskit/annexa"

// Item is the guidance for one control of Annex A, or for one clause.
type Item struct {
	// Item names the control or clause: "A.8.13", "6.1.2".
	Item string `json:"item" doc:"required"`
	// Revision counts the issues of the texts, from 1: whoever hangs tasks or
	// translations on them sees that they have changed.
	Revision int `json:"revision" doc:"required"`
	// Why says what goes wrong in real life without it.
	Why       string     `json:"why" doc:"required"`
	Steps     []Step     `json:"steps" doc:"required"`
	Evidence  []Evidence `json:"evidence" doc:"required"`
	Questions []Question `json:"questions" doc:"required"`
	Pitfalls  []Pitfall  `json:"pitfalls" doc:"required"`
	Metrics   []Metric   `json:"metrics" doc:"required"`
	// Owner is the role that typically answers for it.
	Owner string `json:"owner" doc:"required"`
	// Documents are what one typically keeps.
	Documents []string `json:"documents" doc:"required"`
	Cloud     Cloud    `json:"cloud" doc:"required"`
	// LeaveOut is zero for clauses: they cannot be left out.
	LeaveOut LeaveOut `json:"leaveOut,omitzero"`
	// Effect is zero for clauses.
	Effect Effect `json:"effect,omitzero"`
	// DependsOn are the items that have to work for this one.
	DependsOn []string `json:"dependsOn" doc:"required"`
	Sizes     Sizes    `json:"sizes" doc:"required"`
	// ISO27002 is the clause of ISO/IEC 27002:2022, "" for clauses.
	ISO27002 string `json:"iso27002,omitzero"`
}

// Step is one thing to do.
type Step struct {
	ID    string `json:"id" doc:"required"`
	Phase Phase  `json:"phase" doc:"required"`
	Tier  Tier   `json:"tier" doc:"required"`
	// Trigger says from when on it is due, "more than one administrator"; "" for
	// Foundation, which everybody needs.
	Trigger string `json:"trigger,omitzero"`
	Text    string `json:"text" doc:"required"`
}

// Evidence is what shows that the item works.
type Evidence struct {
	ID   string       `json:"id" doc:"required"`
	Kind EvidenceKind `json:"kind" doc:"required"`
	// Shows says what it must show.
	Shows string `json:"shows" doc:"required"`
	// Cadence is how often a fresh one is due, an ISO 8601 duration: "P3M".
	Cadence string `json:"cadence" doc:"required"`
	// Population is what a sample is drawn from, Sample how much of it is
	// enough; "" where there is one thing to look at.
	Population string `json:"population,omitzero"`
	Sample     string `json:"sample,omitzero"`
	// Source is where it usually comes from: one of Sources.
	Source string `json:"source" doc:"required"`
}

// Question is what an auditor asks.
type Question struct {
	ID   string `json:"id" doc:"required"`
	Text string `json:"text" doc:"required"`
	// Evidence are the pieces that answer it, by their IDs in the item.
	Evidence []string `json:"evidence" doc:"required"`
	// Poor is what a poor answer sounds like.
	Poor string `json:"poor" doc:"required"`
}

// Pitfall is how it goes wrong although it was done.
type Pitfall struct {
	ID   string `json:"id" doc:"required"`
	Text string `json:"text" doc:"required"`
}

// Metric is what can be measured.
type Metric struct {
	ID        string    `json:"id" doc:"required"`
	What      string    `json:"what" doc:"required"`
	Unit      string    `json:"unit" doc:"required"`
	Direction Direction `json:"direction" doc:"required"`
}

// Cloud says what the provider of a service does and what is left to its
// customer, for infrastructure, platforms and software as a service.
type Cloud struct {
	IaaS Split `json:"iaas" doc:"required"`
	PaaS Split `json:"paas" doc:"required"`
	SaaS Split `json:"saas" doc:"required"`
}

// Split is who does what.
type Split struct {
	Provider string `json:"provider" doc:"required"`
	Customer string `json:"customer" doc:"required"`
}

// LeaveOut says when a control may be left out. There are no ready-made texts:
// a justification has to be the organization's own.
type LeaveOut struct {
	// Credible says when leaving it out is credible, Doubtful when it is not.
	Credible string `json:"credible" doc:"required"`
	Doubtful string `json:"doubtful" doc:"required"`
	// Mention says which facts a specific justification has to state.
	Mention string `json:"mention" doc:"required"`
}

// Effect is what a control usually does to risks.
type Effect struct {
	Lowers  []Target `json:"lowers" doc:"required"`
	Against string   `json:"against" doc:"required"`
}

// Sizes are the smallest convincing sets for organizations of about 15, 60 and
// 500 persons.
type Sizes struct {
	Small  Size `json:"small" doc:"required"`
	Medium Size `json:"medium" doc:"required"`
	Large  Size `json:"large" doc:"required"`
}

// Size is a smallest convincing set: steps and evidence by their IDs in the item.
type Size struct {
	Items []string `json:"items" doc:"required"`
	Note  string   `json:"note" doc:"required"`
}

// Control returns the control that the item is about; ok is false for a clause.
func (i Item) Control() (ref annexa.ControlRef, ok bool) {
	ref, err := annexa.Parse(i.Item)
	return ref, err == nil && i.ISO27002 != ""
}

// Clause returns the clause that the item is about; ok is false for a control.
func (i Item) Clause() (ref annexa.ClauseRef, ok bool) {
	if i.ISO27002 != "" {
		return annexa.ClauseRef{}, false
	}
	ref, err := annexa.ParseClause(i.Item)
	return ref, err == nil
}
