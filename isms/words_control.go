package isms

import "github.com/ismskit/ismskit/internal/enum"

// Extent says whether a control realizes a reference fully or in part.
type Extent uint8

// The words of Extent.
const (
	Full Extent = iota + 1 // full
	Part                   // part
)

var extentWords = enum.Words{"", "full", "part"}

// MarshalText writes the word.
func (e Extent) MarshalText() ([]byte, error) {
	return extentWords.Marshal("isms: extent of a realization", uint8(e))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (e *Extent) UnmarshalText(text []byte) (err error) {
	*(*uint8)(e), err = extentWords.Unmarshal("isms: extent of a realization", text)
	return err
}

// Provider says by whom a control is provided: by the organization, shared with a provider, or inherited from one.
type Provider uint8

// The words of Provider.
const (
	Own       Provider = iota + 1 // own
	Shared                        // shared
	Inherited                     // inherited
)

var providerWords = enum.Words{"", "own", "shared", "inherited"}

// MarshalText writes the word.
func (p Provider) MarshalText() ([]byte, error) {
	return providerWords.Marshal("isms: provision of a control", uint8(p))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (p *Provider) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = providerWords.Unmarshal("isms: provision of a control", text)
	return err
}

// ControlState is the state of a control.
type ControlState uint8

// The words of ControlState.
const (
	NotImplemented ControlState = iota + 1 // none
	Planned                                // planned
	Partial                                // partial
	Implemented                            // implemented
	Retired                                // retired
)

var controlStateWords = enum.Words{"", "none", "planned", "partial", "implemented", "retired"}

// MarshalText writes the word.
func (c ControlState) MarshalText() ([]byte, error) {
	return controlStateWords.Marshal("isms: state of a control", uint8(c))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (c *ControlState) UnmarshalText(text []byte) (err error) {
	*(*uint8)(c), err = controlStateWords.Unmarshal("isms: state of a control", text)
	return err
}

// TestObject is what a test of a control looked at.
type TestObject uint8

// The words of TestObject.
const (
	Design    TestObject = iota + 1 // design
	Operation                       // operation
)

var testObjectWords = enum.Words{"", "design", "operation"}

// MarshalText writes the word.
func (t TestObject) MarshalText() ([]byte, error) {
	return testObjectWords.Marshal("isms: object of a test", uint8(t))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (t *TestObject) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = testObjectWords.Unmarshal("isms: object of a test", text)
	return err
}

// TestResult is the result of a test of a control.
type TestResult uint8

// The words of TestResult.
const (
	Effective   TestResult = iota + 1 // effective
	Deficient                         // deficient
	Ineffective                       // ineffective
)

var testResultWords = enum.Words{"", "effective", "deficient", "ineffective"}

// MarshalText writes the word.
func (t TestResult) MarshalText() ([]byte, error) {
	return testResultWords.Marshal("isms: result of a test", uint8(t))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (t *TestResult) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = testResultWords.Unmarshal("isms: result of a test", text)
	return err
}

// Inclusion is the decision on a reference control: included, that is necessary, or excluded.
type Inclusion uint8

// The words of Inclusion.
const (
	Included Inclusion = iota + 1 // included
	Excluded                      // excluded
)

var inclusionWords = enum.Words{"", "included", "excluded"}

// MarshalText writes the word.
func (i Inclusion) MarshalText() ([]byte, error) {
	return inclusionWords.Marshal("isms: applicability", uint8(i))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (i *Inclusion) UnmarshalText(text []byte) (err error) {
	*(*uint8)(i), err = inclusionWords.Unmarshal("isms: applicability", text)
	return err
}

// Ground is the kind of reason for which a reference control is excluded.
type Ground uint8

// The words of Ground.
const (
	NotPerformed      Ground = iota + 1 // activity not performed
	NotPresent                          // asset not present
	AcceptableWithout                   // risk acceptable without it
	Forbidden                           // forbidden by law
	OtherGround                         // other
)

var groundWords = enum.Words{"", "activity not performed", "asset not present", "risk acceptable without it", "forbidden by law", "other"}

// MarshalText writes the word.
func (g Ground) MarshalText() ([]byte, error) {
	return groundWords.Marshal("isms: ground of an exclusion", uint8(g))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (g *Ground) UnmarshalText(text []byte) (err error) {
	*(*uint8)(g), err = groundWords.Unmarshal("isms: ground of an exclusion", text)
	return err
}

// EvidenceKind is the kind of a piece of evidence.
type EvidenceKind uint8

// The words of EvidenceKind.
const (
	RecordEvidence        EvidenceKind = iota + 1 // record
	ConfigurationEvidence                         // configuration
	ObservationEvidence                           // observation
	InterviewEvidence                             // interview
	TestEvidence                                  // test
)

var evidenceKindWords = enum.Words{"", "record", "configuration", "observation", "interview", "test"}

// MarshalText writes the word.
func (e EvidenceKind) MarshalText() ([]byte, error) {
	return evidenceKindWords.Marshal("isms: kind of evidence", uint8(e))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (e *EvidenceKind) UnmarshalText(text []byte) (err error) {
	*(*uint8)(e), err = evidenceKindWords.Unmarshal("isms: kind of evidence", text)
	return err
}

// EvidenceOutcome is what a piece of evidence says of what it is about.
type EvidenceOutcome uint8

// The words of EvidenceOutcome.
const (
	Supports     EvidenceOutcome = iota + 1 // supports
	Refutes                                 // refutes
	Inconclusive                            // inconclusive
)

var evidenceOutcomeWords = enum.Words{"", "supports", "refutes", "inconclusive"}

// MarshalText writes the word.
func (e EvidenceOutcome) MarshalText() ([]byte, error) {
	return evidenceOutcomeWords.Marshal("isms: outcome of evidence", uint8(e))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (e *EvidenceOutcome) UnmarshalText(text []byte) (err error) {
	*(*uint8)(e), err = evidenceOutcomeWords.Unmarshal("isms: outcome of evidence", text)
	return err
}
