package owasp

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
)

// Level is the level of a likelihood or of an impact. 0 is not stated.
type Level uint8

// The levels, lowest first.
const (
	LevelLow    Level = iota + 1 // "low"
	LevelMedium                  // "medium"
	LevelHigh                    // "high"
)

// Severity is the overall severity of a risk. 0 is not stated.
type Severity uint8

// The severities, lowest first.
const (
	SeverityNote     Severity = iota + 1 // "note"
	SeverityLow                          // "low"
	SeverityMedium                       // "medium"
	SeverityHigh                         // "high"
	SeverityCritical                     // "critical"
)

var (
	levelWords    = enum.Words{"", "low", "medium", "high"}
	severityWords = enum.Words{"", "note", "low", "medium", "high", "critical"}
)

// bands are the means at which the levels begin; the last ends at most.
var bands = [...]uint{0, 3, 6}

const most = 9

// severities are by level of impact, then of likelihood.
var severities = [len(bands)][len(bands)]Severity{
	{SeverityNote, SeverityLow, SeverityMedium},
	{SeverityLow, SeverityMedium, SeverityHigh},
	{SeverityMedium, SeverityHigh, SeverityCritical},
}

// LevelOf returns the level of a mean from 0 to 9, not rounded. Other numbers
// are an error.
func LevelOf(mean float64) (Level, error) {
	if !(mean >= 0 && mean <= most) {
		return 0, fmt.Errorf("owasp: mean: got %v, want 0 to %d", mean, most)
	}
	for l := LevelHigh; l > LevelLow; l-- {
		if mean >= float64(bands[l-1]) {
			return l, nil
		}
	}
	return LevelLow, nil
}

// SeverityOf returns the overall severity of a likelihood and an impact.
func SeverityOf(likelihood, impact Level) (Severity, error) {
	for _, l := range [...]Level{likelihood, impact} {
		if l == 0 || l > LevelHigh {
			return 0, fmt.Errorf("owasp: level: got %d, want %d to %d", l, LevelLow, LevelHigh)
		}
	}
	return severities[impact-1][likelihood-1], nil
}

// MarshalText returns the word of the level, "" where it is not stated.
func (l Level) MarshalText() ([]byte, error) {
	return levelWords.Marshal("owasp: level", uint8(l))
}

// UnmarshalText reads the word of a level.
func (l *Level) UnmarshalText(text []byte) error {
	v, err := levelWords.Unmarshal("owasp: level", text)
	if err == nil {
		*l = Level(v)
	}
	return err
}

// MarshalText returns the word of the severity, "" where it is not stated.
func (s Severity) MarshalText() ([]byte, error) {
	return severityWords.Marshal("owasp: severity", uint8(s))
}

// UnmarshalText reads the word of a severity.
func (s *Severity) UnmarshalText(text []byte) error {
	v, err := severityWords.Unmarshal("owasp: severity", text)
	if err == nil {
		*s = Severity(v)
	}
	return err
}
