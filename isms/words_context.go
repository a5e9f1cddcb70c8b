package isms

import "github.com/ismskit/ismskit/internal/enum"

// Nature is where an issue comes from (clause 4.1).
type Nature uint8

// The words of Nature.
const (
	Internal Nature = iota + 1 // internal
	External                   // external
)

var natureWords = enum.Words{"", "internal", "external"}

// MarshalText writes the word.
func (n Nature) MarshalText() ([]byte, error) {
	return natureWords.Marshal("isms: nature of an issue", uint8(n))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (n *Nature) UnmarshalText(text []byte) (err error) {
	*(*uint8)(n), err = natureWords.Unmarshal("isms: nature of an issue", text)
	return err
}

// Outcome is how a determination came out.
type Outcome uint8

// The words of Outcome.
const (
	Relevant    Outcome = iota + 1 // relevant
	NotRelevant                    // not relevant
)

var outcomeWords = enum.Words{"", "relevant", "not relevant"}

// MarshalText writes the word.
func (o Outcome) MarshalText() ([]byte, error) {
	return outcomeWords.Marshal("isms: outcome of a determination", uint8(o))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (o *Outcome) UnmarshalText(text []byte) (err error) {
	*(*uint8)(o), err = outcomeWords.Unmarshal("isms: outcome of a determination", text)
	return err
}

// Addressing says whether a requirement is addressed through the ISMS (clause 4.2 c).
type Addressing uint8

// The words of Addressing.
const (
	Addressed    Addressing = iota + 1 // addressed
	NotAddressed                       // not addressed
)

var addressingWords = enum.Words{"", "addressed", "not addressed"}

// MarshalText writes the word.
func (a Addressing) MarshalText() ([]byte, error) {
	return addressingWords.Marshal("isms: addressing of a requirement", uint8(a))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (a *Addressing) UnmarshalText(text []byte) (err error) {
	*(*uint8)(a), err = addressingWords.Unmarshal("isms: addressing of a requirement", text)
	return err
}

// DocumentState is the state of a document at a day. It is derived, never recorded.
type DocumentState uint8

// The words of DocumentState.
const (
	Draft     DocumentState = iota + 1 // draft
	InUse                              // in use
	ReviewDue                          // review due
	Withdrawn                          // withdrawn
)

var documentStateWords = enum.Words{"", "draft", "in use", "review due", "withdrawn"}

// MarshalText writes the word.
func (d DocumentState) MarshalText() ([]byte, error) {
	return documentStateWords.Marshal("isms: state of a document", uint8(d))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (d *DocumentState) UnmarshalText(text []byte) (err error) {
	*(*uint8)(d), err = documentStateWords.Unmarshal("isms: state of a document", text)
	return err
}

// PhaseState is a phase in the life of the management system.
type PhaseState uint8

// The words of PhaseState.
const (
	Preparing PhaseState = iota + 1 // preparing
	Operating                       // operating
	Certified                       // certified
)

var phaseStateWords = enum.Words{"", "preparing", "operating", "certified"}

// MarshalText writes the word.
func (p PhaseState) MarshalText() ([]byte, error) {
	return phaseStateWords.Marshal("isms: phase", uint8(p))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (p *PhaseState) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = phaseStateWords.Unmarshal("isms: phase", text)
	return err
}
