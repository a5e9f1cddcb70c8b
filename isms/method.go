package isms

import "github.com/ismskit/ismskit/risk"

// RiskMethod is how the organization assesses its risks (clause 6.1.2 a): a
// published method or its own, with its acceptance criteria, version by
// version.
type RiskMethod struct {
	ID       MethodID        `json:"id" doc:"required"`
	Title    string          `json:"title,omitzero"`
	Formerly []MethodID      `json:"formerly,omitzero"`
	Versions []MethodVersion `json:"versions,omitzero"`
	X        Extensions      `json:"x,omitzero"`
}

// MethodVersion is one version of a risk method: the scales and the matrix,
// the acceptance criteria, and who holds the authority for each level.
type MethodVersion struct {
	Number string `json:"number" doc:"required"`
	// From is the first day on which the version is used.
	From Date `json:"from" doc:"required"`
	// Published names a published method, "iso27005/qualitative@2022"; Own
	// holds the organization's own scales and matrix. One of them is given.
	Published string      `json:"published,omitzero"`
	Own       risk.Method `json:"own,omitzero"`
	// Performing are the criteria for performing assessments (clause 6.1.2 a 2):
	// when, at which changes, by whom.
	Performing string `json:"performing,omitzero"`
	// Criteria are the risk acceptance criteria (clause 6.1.2 a 1).
	Criteria risk.Criteria `json:"criteria,omitzero"`
	// Aggregation is how the level of a whole follows from its parts, consequences
	// judged one by one and risks that are combined so; none is the highest.
	Aggregation risk.Aggregation `json:"aggregation,omitzero"`
	// Authorities map the words of the criteria to parties.
	Authorities []Authority `json:"authorities,omitzero"`
	// Harmonization says what the levels mean in common terms, where risks
	// assessed by several methods share a register.
	Harmonization Harmonization `json:"harmonization,omitzero"`
	Approval      Decision      `json:"approval,omitzero"`
}

// Harmonization says which levels of a method mean the same as a common level
// of the organization. It is a decision: the levels of different methods have
// nothing in common by themselves, and share an order or a heat map only from
// the day on which it was approved.
type Harmonization struct {
	// To names the method whose levels, likelihoods and consequences are the
	// common ones, by identifier and version: "house@2". It is mapped to no other
	// itself. Without it the common levels are words of the organization, which
	// have no order.
	To string `json:"to,omitzero"`
	// Levels has an entry for each level of risk of the method.
	Levels []CommonLevel `json:"levels,omitzero"`
	// Likelihood and Consequence have one for each level of these, where risks by
	// the method stand on the heat map of the common one.
	Likelihood  []CommonLevel `json:"likelihood,omitzero"`
	Consequence []CommonLevel `json:"consequence,omitzero"`
	Approval    Decision      `json:"approval,omitzero"`
}

// CommonLevel is the common level that a level of the method stands for.
type CommonLevel struct {
	Level  string `json:"level" doc:"required"`
	Common string `json:"common" doc:"required"`
}

// Authority says which party holds the authority that the criteria call by a
// word. The word risk.OwnerAuthority needs no entry: it is the risk's owner.
type Authority struct {
	Word   string `json:"word" doc:"required"`
	Holder Party  `json:"holder,omitzero"`
}

// VersionAt returns the version in use at a day.
func (m RiskMethod) VersionAt(at Date) (MethodVersion, bool) {
	return lastAt(m.Versions, at, func(v MethodVersion) Date { return v.From })
}
