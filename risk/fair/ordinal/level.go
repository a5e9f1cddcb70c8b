package ordinal

import "github.com/ismskit/ismskit/internal/enum"

// Level is a step of every scale here, of factors and of risk, lowest first.
type Level uint8

// The levels.
const (
	VeryLow  Level = iota + 1 // "VL"
	Low                       // "L"
	Moderate                  // "M"
	High                      // "H"
	VeryHigh                  // "VH"
)

var (
	levelWords  = enum.Words{"", "VL", "L", "M", "H", "VH"}
	levelLabels = []string{"very low", "low", "moderate", "high", "very high"}
)

// MarshalText returns the word, "" where no level is stated.
func (l Level) MarshalText() ([]byte, error) { return levelWords.Marshal("ordinal: level", uint8(l)) }

// UnmarshalText reads the word; any other is an error that names the nearest.
func (l *Level) UnmarshalText(text []byte) (err error) {
	*(*uint8)(l), err = levelWords.Unmarshal("ordinal: level", text)
	return err
}

// on reports whether the level is on the scale.
func (l Level) on() bool { return l-1 < VeryHigh } // what is not stated wraps round to 255
