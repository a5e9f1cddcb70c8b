package soa

import (
	"slices"

	"github.com/ismskit/ismskit/isms"
)

// Approval is the approval of a statement: a version of a document with the
// topic isms.TopicStatement that is in force and carries its digest.
type Approval struct {
	Document isms.DocumentID `json:"document,omitzero"`
	Version  string          `json:"version,omitzero"`
	// On is the day of the approval, By who approved it, For whom By acted.
	On  isms.Date  `json:"on,omitzero"`
	By  isms.Party `json:"by,omitzero"`
	For isms.Party `json:"for,omitzero"`
	// Digest is the digest of what was approved.
	Digest string `json:"digest,omitzero"`
}

// IsZero reports whether there is no approval.
func (a Approval) IsZero() bool { return a == Approval{} }

// ApprovalOf returns the approval in force for the scope of a statement at the
// date of a view, and whether there is one. It may be one of an earlier
// content: then its digest is not the statement's. Of several documents the
// one that carries the statement's digest counts, else the one approved last.
//
// Derive asks it; a frozen statement can be asked again later:
//
//	frozen.Approval, _ = soa.ApprovalOf(view, frozen)
func ApprovalOf(v *isms.View, st Statement) (Approval, bool) {
	inForce := approvals(v, st.Scope)
	if len(inForce) == 0 {
		return Approval{}, false
	}
	digest := st.Digest()
	found := slices.MaxFunc(inForce, func(a, b Approval) int {
		switch had := sameDigest(a.Digest, digest); {
		case had == sameDigest(b.Digest, digest):
			return a.On.Compare(b.On)
		case had:
			return 1
		}
		return -1
	})
	if st.Audience == External {
		found.By, found.For = unlessPerson(found.By), unlessPerson(found.For)
	}
	return found, true
}

// approvals lists the approved versions in force of the documents of a scope.
func approvals(v *isms.View, scope isms.ScopeID) []Approval {
	var list []Approval
	for _, d := range v.System().Documents {
		version, ok := d.VersionAt(v.At())
		if d.Topic != isms.TopicStatement || !isFor(v, d, scope) || !ok {
			continue
		}
		list = append(list, Approval{
			Document: d.ID, Version: version.Number, Digest: version.Digest,
			On: version.Approval.On, By: version.Approval.By, For: version.Approval.For,
		})
	}
	return list
}

// isFor reports whether a document is that of a scope: it names it, or names
// none where there is only one.
func isFor(v *isms.View, d isms.Document, scope isms.ScopeID) bool {
	return d.Scope == scope || d.Scope == "" && len(v.System().Scopes) <= 1
}

// Approved reports whether the statement is approved: the approval in force is
// of this content, and nothing blocks it, see Remark. Otherwise it is a draft.
func (s Statement) Approved() bool {
	if !sameDigest(s.Approval.Digest, s.Digest()) {
		return false
	}
	for _, r := range Review(s) {
		if r.Blocks {
			return false
		}
	}
	return true
}
