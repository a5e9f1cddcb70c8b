package soa

import (
	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
)

// Edition names this package and the edition of its rules: what Derive takes
// from the records, how it finds a status, what a digest covers. It changes
// when a rule does, and is printed on every statement.
const Edition = "ismskit soa 1"

// Statement is the Statement of Applicability (ISO/IEC 27001:2022, 6.1.3 d) of
// one scope as of one date: an entry for each control of the compared sets and
// for each of the organization's own that realizes none of them.
//
// It is plain data that needs no records any more: written with Write it is
// the frozen statement, and Read gives it back.
type Statement struct {
	System isms.SystemID `json:"system" doc:"required"`
	// Title is the title of the System, Organization the name of the first
	// organization that belongs to the scope or, where none does, has no parent.
	Title        string `json:"title,omitzero"`
	Organization string `json:"organization,omitzero"`
	Language     string `json:"language,omitzero"`
	// Scope is the scope; "" where the System has none.
	Scope          isms.ScopeID `json:"scope,omitzero"`
	ScopeTitle     string       `json:"scopeTitle,omitzero"`
	ScopeStatement string       `json:"scopeStatement,omitzero"`
	// At is the date as of which the records were seen, DerivedOn the day on
	// which that was done, where it was said.
	At        isms.Date `json:"at" doc:"required"`
	DerivedOn isms.Date `json:"derivedOn,omitzero"`
	// Sets are the control sets compared with (6.1.3 c).
	Sets []annexa.Set `json:"sets,omitzero"`
	// Catalogue says what each set was: its edition in package annexa, the title of
	// a catalogue that was given, else its name. Library is the edition of this
	// package.
	Catalogue string `json:"catalogue,omitzero"`
	Library   string `json:"library,omitzero"`
	// Audience is Internal where it is not stated.
	Audience Audience `json:"audience,omitzero"`
	// Original is, in an external edition, the digest of the statement that it
	// was made from; see External.
	Original string `json:"original,omitzero"`
	// Approval is the approval in force at the date: of this content or, where
	// its digest is another, of an earlier one. See Approved.
	Approval Approval `json:"approval,omitzero"`
	Entries  []Entry  `json:"entries" doc:"required"`
	// Names are the titles of the records that the entries refer to, for print.
	// Take names out, as a person's on request, and everything else holds.
	Names map[isms.Ref]string `json:"names,omitzero"`
}

// Entry returns what the statement says of a reference.
func (s Statement) Entry(ref annexa.ControlRef) (Entry, bool) {
	for _, e := range s.Entries {
		if e.Control == ref && !ref.IsZero() {
			return e, true
		}
	}
	return Entry{}, false
}

// Own returns what the statement says of an own control that has an entry of
// its own, since it realizes none of the references listed.
func (s Statement) Own(id isms.ControlID) (Entry, bool) {
	for _, e := range s.Entries {
		if e.Control.IsZero() && e.Own == id {
			return e, true
		}
	}
	return Entry{}, false
}

// Why returns the paths that make a reference necessary, as derived from the
// records: from a risk over its treatment, or from a requirement.
func (s Statement) Why(ref annexa.ControlRef) []isms.Driver {
	e, _ := s.Entry(ref)
	return e.Drivers
}

// Reconstructed reports whether the statement was made later than the date it
// is for. It then says what today's records tell of that day; what was issued
// then is only in the statement that was frozen then.
func (s Statement) Reconstructed() bool { return s.DerivedOn.After(s.At) }
