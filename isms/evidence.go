package isms

import "github.com/ismskit/ismskit/annexa"

// Evidence is what shows that something is so: a record, a configuration, an
// observation, an interview or a test, with the period it speaks for (clause
// 9.1).
type Evidence struct {
	ID       EvidenceID   `json:"id" doc:"required"`
	Title    string       `json:"title,omitzero"`
	Formerly []EvidenceID `json:"formerly,omitzero"`
	Kind     EvidenceKind `json:"kind,omitzero"`
	// Outcome says whether it supports what it is about; not stated, it does.
	Outcome EvidenceOutcome `json:"outcome,omitzero"`
	// Controls, Clauses and Objectives are what it is about.
	Controls   []ControlID        `json:"controls,omitzero"`
	Clauses    []annexa.ClauseRef `json:"clauses,omitzero"`
	Objectives []ObjectiveID      `json:"objectives,omitzero"`
	Source     string             `json:"source,omitzero"`
	// Digest is the digest of the content, as in "sha256:9f86d0…".
	Digest      string `json:"digest,omitzero"`
	MediaType   string `json:"mediaType,omitzero"`
	Location    string `json:"location,omitzero"`
	CollectedOn Date   `json:"collectedOn" doc:"required"`
	// From and Until are the first and the last day it speaks for.
	From  Date `json:"from,omitzero"`
	Until Date `json:"until,omitzero"`
	// ReliedUntil is the last day on which it may be relied on. Not stated, it
	// follows from the cadence of the control that it supports.
	ReliedUntil Date `json:"reliedUntil,omitzero"`
	// Population and Sample count what there was and what was looked at.
	Population int          `json:"population,omitzero" doc:"min=0"`
	Sample     int          `json:"sample,omitzero" doc:"min=0"`
	Supersedes []EvidenceID `json:"supersedes,omitzero"`
	X          Extensions   `json:"x,omitzero"`
}

// ReliedUntilFor returns the last day on which the evidence may be relied on
// for a control of a cadence: ReliedUntil, else one cadence after the last day
// it speaks for, else after the day of collection. It is zero, which bounds
// nothing, where neither a day nor a cadence is stated.
func (e Evidence) ReliedUntilFor(cadence Duration) Date {
	if !e.ReliedUntil.IsZero() {
		return e.ReliedUntil
	}
	if !e.Until.IsZero() {
		return cadence.After(e.Until)
	}
	return cadence.After(e.CollectedOn)
}

// Supports reports whether the evidence supports, at a day, what it is about,
// for a control of a cadence: it was collected by then, may still be relied
// on, and neither refutes nor leaves open.
func (e Evidence) Supports(cadence Duration, at Date) bool {
	if e.Outcome != 0 && e.Outcome != Supports || e.CollectedOn.After(at) {
		return false
	}
	until := e.ReliedUntilFor(cadence)
	return until.IsZero() || !at.After(until)
}

// Objective is an information security objective (clause 6.2).
type Objective struct {
	ID        ObjectiveID       `json:"id" doc:"required"`
	Title     string            `json:"title,omitzero"`
	Formerly  []ObjectiveID     `json:"formerly,omitzero"`
	Statement string            `json:"statement,omitzero"`
	Measure   string            `json:"measure,omitzero"`
	Target    string            `json:"target,omitzero"`
	Due       Date              `json:"due,omitzero"`
	Owner     Party             `json:"owner,omitzero"`
	Resources string            `json:"resources,omitzero"`
	Results   []ObjectiveResult `json:"results,omitzero"`
	X         Extensions        `json:"x,omitzero"`
}

// ObjectiveResult is what was measured on a day, in the words or the unit of
// the objective's measure.
type ObjectiveResult struct {
	On    Date   `json:"on" doc:"required"`
	Value string `json:"value,omitzero"`
	Note  string `json:"note,omitzero"`
}
