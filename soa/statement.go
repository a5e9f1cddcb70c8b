package soa

import (
	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/isms"
)

// Statement is the Statement of Applicability (ISO/IEC 27001:2022, 6.1.3 d) of
// one scope as of one date: an entry for each control of the compared sets and
// for each of the organization's own that realizes none of them.
type Statement struct {
	System isms.SystemID `json:"system"`
	// Title is the title of the System, Organization the name of the first
	// organization that has no parent.
	Title        string `json:"title,omitzero"`
	Organization string `json:"organization,omitzero"`
	Language     string `json:"language,omitzero"`
	// Scope is the scope; "" where the System has none.
	Scope          isms.ScopeID `json:"scope,omitzero"`
	ScopeTitle     string       `json:"scopeTitle,omitzero"`
	ScopeStatement string       `json:"scopeStatement,omitzero"`
	// At is the date as of which the records were seen.
	At isms.Date `json:"at"`
	// Sets are the control sets compared with (6.1.3 c).
	Sets []annexa.Set `json:"sets"`
	// Catalogue is the edition of the catalogue, Library that of this library.
	Catalogue string  `json:"catalogue,omitzero"`
	Library   string  `json:"library,omitzero"`
	Entries   []Entry `json:"entries"`
}

// Entry is what the statement says of one control.
type Entry struct {
	// Control is the reference; zero for an own control, which Own names.
	Control annexa.ControlRef `json:"control,omitzero"`
	Own     isms.ControlID    `json:"own,omitzero"`
	Title   string            `json:"title,omitzero"`
	// Inclusion says whether the control is necessary; 0 is undecided.
	Inclusion isms.Inclusion `json:"inclusion,omitzero"`
	// Basis and Reason are the recorded justification for inclusion, Ground and
	// Reason that for exclusion, Decision who decided and when.
	Basis    []string      `json:"basis,omitzero"`
	Ground   isms.Ground   `json:"ground,omitzero"`
	Reason   string        `json:"reason,omitzero"`
	Decision isms.Decision `json:"decision,omitzero"` // without its reason, which is Reason
	// Drivers are what the records make it necessary for: derived, not decided.
	Drivers []isms.Driver `json:"drivers,omitzero"`
	// Status is derived from the own controls that realize it, see Status.
	Status     Status        `json:"status,omitzero"`
	RealizedBy []Realization `json:"realizedBy,omitzero"`
	// Pending are the actions not done, for what is not yet implemented.
	Pending []Pending `json:"pending,omitzero"`
}

// Realization is one of the organization's own controls that realizes the
// entry's reference in the scope, as it stands at the date.
type Realization struct {
	Control isms.ControlID    `json:"control"`
	Title   string            `json:"title,omitzero"`
	How     string            `json:"how,omitzero"`
	Extent  isms.Extent       `json:"extent,omitzero"`
	State   isms.ControlState `json:"state,omitzero"`
	// Operating: implemented, and not found ineffective by its latest test.
	Operating bool          `json:"operating,omitzero"`
	Provision isms.Provider `json:"provision,omitzero"`
	Provider  isms.Ref      `json:"provider,omitzero"`
	// Evidence is the evidence that may be relied on at the date.
	Evidence []isms.EvidenceID `json:"evidence,omitzero"`
}

// Pending is an action not done at the date.
type Pending struct {
	Action isms.ActionID `json:"action"`
	Title  string        `json:"title,omitzero"`
	Owner  isms.Party    `json:"owner,omitzero"`
	Due    isms.Date     `json:"due,omitzero"`
}

// Status says how far a reference is implemented in the scope. It follows from
// the own controls that realize it there, retired ones left out:
//
//   - Implemented: all of them are implemented, and at least one realizes the
//     reference fully;
//   - Partial: else, at least one is implemented or partly so;
//   - Planned: else, at least one is planned;
//   - NotImplemented: else.
//
// Whether a control operates, which a test may deny, does not change it.
type Status uint8

// The words of Status.
const (
	NotImplemented Status = iota + 1 // not implemented
	Planned                          // planned
	Partial                          // partial
	Implemented                      // implemented
)

var statusWords = enum.Words{"", "not implemented", "planned", "partial", "implemented"}

// MarshalText writes the word.
func (s Status) MarshalText() ([]byte, error) { return statusWords.Marshal("soa: status", uint8(s)) }

// UnmarshalText reads the word; any other is an error that names the nearest.
func (s *Status) UnmarshalText(text []byte) (err error) {
	*(*uint8)(s), err = statusWords.Unmarshal("soa: status", text)
	return err
}
