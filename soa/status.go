package soa

import (
	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/isms"
)

// Status says how far a reference is implemented in the scope. It follows from
// the own controls that realize it there, leaving out those that are retired
// and those of which no state is recorded by the date:
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

// statusOf is the rule that the comment of Status prints.
func statusOf(realized []Realization) Status {
	var implemented, full, begun, planned int
	for _, r := range realized {
		switch r.State {
		case isms.Implemented:
			implemented++
			if r.Extent == isms.Full {
				full++
			}
		case isms.Partial:
			begun++
		case isms.Planned:
			planned++
		default: // recorded as not implemented
		}
	}
	switch {
	case full > 0 && implemented == len(realized):
		return Implemented
	case implemented+begun > 0:
		return Partial
	case planned > 0:
		return Planned
	}
	return NotImplemented
}
