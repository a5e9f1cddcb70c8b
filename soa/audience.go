package soa

import (
	"maps"
	"slices"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/isms"
)

// Audience is for whom an edition of the statement is.
type Audience uint8

// The words of Audience.
const (
	Internal Audience = iota + 1 // internal
	External                     // external
)

var audienceWords = enum.Words{"", "internal", "external"}

// MarshalText writes the word.
func (a Audience) MarshalText() ([]byte, error) {
	return audienceWords.Marshal("soa: audience", uint8(a))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (a *Audience) UnmarshalText(text []byte) (err error) {
	*(*uint8)(a), err = audienceWords.Unmarshal("soa: audience", text)
	return err
}

// External returns the external edition of the statement, for customers and
// others outside: the same decisions, reasons, statuses and dates, without
//
//   - the titles of risks, treatments, requirements and actions (their
//     identifiers remain),
//   - persons, owners, and who decided on a control,
//   - evidence, and whether a control was found to operate.
//
// An approver who is a person is left out too; a role or body is named. What
// people wrote into reasons and descriptions of controls is printed as it is.
//
// The external edition keeps, as Original, the digest of the statement it was
// made from, and is approved if that is.
func (s Statement) External() Statement {
	if s.Audience == External {
		return s
	}
	s.Original = s.Digest()
	s.Audience = External
	s.Approval.By = unlessPerson(s.Approval.By)
	s.Approval.For = unlessPerson(s.Approval.For)
	s.Entries = slices.Clone(s.Entries)
	for i := range s.Entries {
		s.Entries[i] = s.Entries[i].external()
	}
	s.Names = maps.Clone(s.Names)
	maps.DeleteFunc(s.Names, func(ref isms.Ref, _ string) bool { return !slices.Contains(namedOutside, ref.Kind) })
	if len(s.Names) == 0 {
		s.Names = nil
	}
	return s
}

// namedOutside are the kinds of records that an external edition names:
// providers of controls, and approvers who are not persons.
var namedOutside = []isms.Kind{isms.KindOrganization, isms.KindUnit, isms.KindBody, isms.KindRole, isms.KindSupplier}

func (e Entry) external() Entry {
	e.Decision = isms.Decision{On: e.Decision.On}
	e.RealizedBy = slices.Clone(e.RealizedBy)
	for i := range e.RealizedBy {
		r := &e.RealizedBy[i]
		r.Owner, r.Operating, r.Evidence = isms.Party{}, false, nil
	}
	e.Pending = slices.Clone(e.Pending)
	for i := range e.Pending {
		e.Pending[i].Title, e.Pending[i].Owner = "", isms.Party{}
	}
	return e
}

func unlessPerson(p isms.Party) isms.Party {
	if p.Kind == isms.KindPerson {
		return isms.Party{}
	}
	return p
}
