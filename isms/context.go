package isms

import "github.com/ismskit/ismskit/annexa"

// Issue is an external or internal issue relevant to the purpose of the
// organization (clause 4.1).
type Issue struct {
	ID       IssueID   `json:"id" doc:"required"`
	Title    string    `json:"title,omitzero"`
	Formerly []IssueID `json:"formerly,omitzero"`
	Nature   Nature    `json:"nature,omitzero"`
	// Relevance says how the issue bears on the intended results of the ISMS.
	Relevance string     `json:"relevance,omitzero"`
	From      Date       `json:"from,omitzero"`
	Until     Date       `json:"until,omitzero"`
	X         Extensions `json:"x,omitzero"`
}

// InForce reports whether the issue stands at a day.
func (i Issue) InForce(at Date) bool { return within(at, i.From, i.Until) }

// ClimateChange is the topic of the determination that Amendment 1:2024 adds
// to clause 4.1.
const ClimateChange = "climate-change"

// Determination records a question that the standard asks the organization to
// settle, and how it was settled: whether climate change is a relevant issue
// (clause 4.1, Amendment 1:2024), and the organization's own.
// A question that is settled anew is a new record; of several on a topic the
// latest decided holds.
type Determination struct {
	ID       DeterminationID   `json:"id" doc:"required"`
	Title    string            `json:"title,omitzero"`
	Formerly []DeterminationID `json:"formerly,omitzero"`
	// Topic is the question: ClimateChange or the organization's own word.
	Topic   string  `json:"topic,omitzero"`
	Outcome Outcome `json:"outcome,omitzero"`
	// Consequence says what follows from the outcome.
	Consequence string     `json:"consequence,omitzero"`
	Decision    Decision   `json:"decision,omitzero"`
	X           Extensions `json:"x,omitzero"`
}

// InterestedParty is a person or organization that can affect the ISMS or be
// affected by it (clause 4.2).
type InterestedParty struct {
	ID          InterestedPartyID   `json:"id" doc:"required"`
	Title       string              `json:"title,omitzero"`
	Formerly    []InterestedPartyID `json:"formerly,omitzero"`
	Description string              `json:"description,omitzero"`
	X           Extensions          `json:"x,omitzero"`
}

// Known kinds of requirements; an organization may use words of its own.
const (
	Legal       = "legal"
	Regulatory  = "regulatory"
	Contractual = "contractual"
	Business    = "business"
)

// Requirement is a requirement of an interested party (clause 4.2), or one the
// organization sets itself.
type Requirement struct {
	ID       RequirementID     `json:"id" doc:"required"`
	Title    string            `json:"title,omitzero"`
	Formerly []RequirementID   `json:"formerly,omitzero"`
	Party    InterestedPartyID `json:"party,omitzero"`
	// Kind is Legal, Regulatory, Contractual, Business or the organization's own word.
	Kind string `json:"kind,omitzero"`
	// Citation names the place: "Article 32 GDPR", "MSA § 7.2".
	Citation     string `json:"citation,omitzero"`
	Jurisdiction string `json:"jurisdiction,omitzero"`
	// Addressed says whether the ISMS addresses the requirement (clause 4.2 c).
	Addressed Addressing `json:"addressed,omitzero"`
	// Decision is who decided that, and why, above all where it does not.
	Decision Decision `json:"decision,omitzero"`
	// Controls are the references that the requirement makes necessary.
	Controls []annexa.ControlRef `json:"controls,omitzero"`
	// MetBy are the controls, documents or processes that meet it.
	MetBy []Ref `json:"metBy,omitzero" kinds:"control,document,process"`
	// Scopes are the scopes in which it applies; none means all.
	Scopes []ScopeID  `json:"scopes,omitzero"`
	From   Date       `json:"from,omitzero"`
	Until  Date       `json:"until,omitzero"`
	Owner  Party      `json:"owner,omitzero"`
	Review Date       `json:"review,omitzero"`
	X      Extensions `json:"x,omitzero"`
}

// InForce reports whether the requirement binds at a day.
func (r Requirement) InForce(at Date) bool { return within(at, r.From, r.Until) }

// Scope is a scope of the management system (clause 4.3). A System with one
// scope never has to name it elsewhere.
type Scope struct {
	ID       ScopeID   `json:"id" doc:"required"`
	Title    string    `json:"title,omitzero"`
	Formerly []ScopeID `json:"formerly,omitzero"`
	Parent   ScopeID   `json:"parent,omitzero"`
	// Statement is the wording as printed on a certificate.
	Statement  string           `json:"statement,omitzero"`
	Members    []Membership     `json:"members,omitzero"`
	Exclusions []ScopeExclusion `json:"exclusions,omitzero"`
	Interfaces []Interface      `json:"interfaces,omitzero"`
	Approval   Decision         `json:"approval,omitzero"`
	X          Extensions       `json:"x,omitzero"`
}

// Membership says that something belongs to a scope, from one day until
// another, both included.
type Membership struct {
	Of    Ref  `json:"of" doc:"required" kinds:"organization,unit,site,process,asset"`
	From  Date `json:"from,omitzero"`
	Until Date `json:"until,omitzero"`
}

// ScopeExclusion is something left out of a scope, with the reason.
type ScopeExclusion struct {
	What   string `json:"what" doc:"required"`
	Reason string `json:"reason,omitzero"`
}

// Interface is a place where activities in the scope meet or depend on those
// of others (clause 4.3 c).
type Interface struct {
	Title string `json:"title" doc:"required"`
	// With is the other side.
	With Ref `json:"with,omitzero" kinds:"organization,unit,supplier,interested-party,process"`
	// Handling says how the interface is kept safe.
	Handling string `json:"handling,omitzero"`
	// By are the agreements and controls that handle it.
	By []Ref `json:"by,omitzero" kinds:"control,document,process"`
}

// MembersAt returns what belongs to the scope at a day.
func (s Scope) MembersAt(at Date) []Ref {
	var refs []Ref
	for _, m := range s.Members {
		if within(at, m.From, m.Until) {
			refs = append(refs, m.Of)
		}
	}
	return refs
}

// Process is a process of the ISMS or in its scope (clauses 4.4 and 8.1).
type Process struct {
	ID       ProcessID   `json:"id" doc:"required"`
	Title    string      `json:"title,omitzero"`
	Formerly []ProcessID `json:"formerly,omitzero"`
	Owner    Party       `json:"owner,omitzero"`
	Criteria string      `json:"criteria,omitzero"`
	Inputs   []string    `json:"inputs,omitzero"`
	Outputs  []string    `json:"outputs,omitzero"`
	// Provider is the supplier that runs the process, where it is provided from
	// outside.
	Provider SupplierID `json:"provider,omitzero"`
	X        Extensions `json:"x,omitzero"`
}

// Supplier is an external provider of services or products (clause 8.1).
type Supplier struct {
	ID       SupplierID   `json:"id" doc:"required"`
	Title    string       `json:"title,omitzero"`
	Formerly []SupplierID `json:"formerly,omitzero"`
	Services []string     `json:"services,omitzero"`
	// Criticality is the organization's own word for how much depends on it.
	Criticality string       `json:"criticality,omitzero"`
	Agreements  []DocumentID `json:"agreements,omitzero"`
	X           Extensions   `json:"x,omitzero"`
}
