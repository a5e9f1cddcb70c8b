package isms

import "github.com/ismskit/ismskit/annexa"

// Known topics of documents: what the clauses of the standard ask to be
// documented. Other topics are the organization's own words.
const (
	TopicScope     = "scope"                       // clause 4.3
	TopicPolicy    = "information-security-policy" // clause 5.2
	TopicStatement = "statement-of-applicability"  // clause 6.1.3 d
	TopicPlan      = "risk-treatment-plan"         // clause 6.1.3 e
)

// Document is documented information (clause 7.5): what it is about, who owns
// it, and its versions. What state it is in at a day is derived from them.
type Document struct {
	ID       DocumentID   `json:"id" doc:"required"`
	Title    string       `json:"title,omitzero"`
	Formerly []DocumentID `json:"formerly,omitzero"`
	// Kind is policy, procedure, plan, record, contract or the organization's own word.
	Kind string `json:"kind,omitzero"`
	// Topic is what the document is about: one of the topics above or the
	// organization's own word.
	Topic          string             `json:"topic,omitzero"`
	Scope          ScopeID            `json:"scope,omitzero"`
	Owner          Party              `json:"owner,omitzero"`
	Classification string             `json:"classification,omitzero"`
	Serves         []annexa.ClauseRef `json:"serves,omitzero"`
	Versions       []DocumentVersion  `json:"versions,omitzero"`
	// ReviewEvery is the longest time from one approval to the next.
	ReviewEvery      Duration          `json:"reviewEvery,omitzero"`
	Audience         []Party           `json:"audience,omitzero"`
	Acknowledgements []Acknowledgement `json:"acknowledgements,omitzero"`
	X                Extensions        `json:"x,omitzero"`
}

// DocumentVersion is one issue of a document.
type DocumentVersion struct {
	Number   string   `json:"number" doc:"required"`
	On       Date     `json:"on,omitzero"`
	Author   Party    `json:"author,omitzero"`
	Approval Decision `json:"approval,omitzero"`
	// Withdrawn is the day from which the version is no longer in force.
	Withdrawn Date `json:"withdrawn,omitzero"`
	// Digest is the digest of the content, as in "sha256:9f86d0…".
	Digest   string `json:"digest,omitzero"`
	Location string `json:"location,omitzero"`
}

// Acknowledgement says that a party has read a version of the document.
type Acknowledgement struct {
	By      Party  `json:"by" doc:"required"`
	On      Date   `json:"on,omitzero"`
	Version string `json:"version,omitzero"`
}

// VersionAt returns the version in force at a day: the one approved last by
// then, unless it was withdrawn by then. There is none while the document is a
// draft. A version that is withdrawn does not bring back the one before it.
func (d Document) VersionAt(at Date) (DocumentVersion, bool) {
	v, ok := lastAt(d.Versions, at, func(v DocumentVersion) Date {
		if v.Approval.By.IsZero() {
			return Date{}
		}
		return v.Approval.On
	})
	if !ok || !v.Withdrawn.IsZero() && !at.Before(v.Withdrawn) {
		return DocumentVersion{}, false
	}
	return v, true
}

// StateAt returns the state of the document at a day.
func (d Document) StateAt(at Date) DocumentState {
	v, ok := d.VersionAt(at)
	if !ok {
		for _, v := range d.Versions {
			if !v.Withdrawn.IsZero() && !at.Before(v.Withdrawn) {
				return Withdrawn
			}
		}
		return Draft
	}
	if due := d.ReviewEvery.After(v.Approval.On); !due.IsZero() && at.After(due) {
		return ReviewDue
	}
	return InUse
}
