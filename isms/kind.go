package isms

import "github.com/ismskit/ismskit/internal/enum"

// Kind is the kind of a record: what a Ref names before its slash.
type Kind uint8

// The kinds of records, in the order of the clauses that ask for them.
const (
	KindSystem Kind = iota + 1
	KindOrganization
	KindUnit
	KindSite
	KindBody
	KindPerson
	KindRole
	KindIssue
	KindDetermination
	KindInterestedParty
	KindRequirement
	KindScope
	KindProcess
	KindDocument
	KindMethod
	KindClassificationScheme
	KindAsset
	KindThreat
	KindWeakness
	KindRisk
	KindRound
	KindTreatment
	KindAction
	KindPlan
	KindAcceptance
	KindControl
	KindApplicability
	KindEvidence
	KindObjective
	KindSupplier
)

var kindWords = enum.Words{
	"", "system", "organization", "unit", "site", "body", "person", "role", "issue", "determination",
	"interested-party", "requirement", "scope", "process", "document", "method", "classification-scheme",
	"asset", "threat", "weakness", "risk", "round", "treatment", "action", "plan", "acceptance", "control",
	"applicability", "evidence", "objective", "supplier",
}

// String returns the word of the kind: "risk", "interested-party".
func (k Kind) String() string {
	if int(k) < len(kindWords) {
		return kindWords[k]
	}
	return "unknown"
}

// MarshalText writes the word of the kind.
func (k Kind) MarshalText() ([]byte, error) { return kindWords.Marshal("isms: kind", uint8(k)) }

// UnmarshalText reads the word of a kind.
func (k *Kind) UnmarshalText(text []byte) (err error) {
	*(*uint8)(k), err = kindWords.Unmarshal("isms: kind", text)
	return err
}
