package nist80030

import "github.com/ismskit/ismskit/internal/enum"

// Level is a level of every scale of the publication but that of relevance: of
// a likelihood, an impact, a risk, a characteristic of the threat. 0 is not
// stated.
type Level uint8

// The levels, lowest first.
const (
	VeryLow  Level = iota + 1 // "very-low"
	Low                       // "low"
	Moderate                  // "moderate"
	High                      // "high"
	VeryHigh                  // "very-high"
)

const levels = 5

var (
	levelWords  = enum.Words{"", "very-low", "low", "moderate", "high", "very-high"}
	levelLabels = [levels]string{"very low", "", "", "", "very high"}
)

// MarshalText returns the word of the level, "" where it is not stated.
func (l Level) MarshalText() ([]byte, error) {
	return levelWords.Marshal("nist80030: level", uint8(l))
}

// UnmarshalText reads the word of a level.
func (l *Level) UnmarshalText(text []byte) error {
	v, err := levelWords.Unmarshal("nist80030: level", text)
	if err == nil {
		*l = Level(v)
	}
	return err
}

// valid reports whether l is one of the five.
func (l Level) valid() bool { return l-1 < levels }
