package magerit

import (
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
)

// Level is a step of the scale of five, for value, impact, probability and
// risk: MB, B, M, A, MA (muy bajo to muy alto).
type Level uint8

// The levels.
const (
	VeryLow  Level = iota + 1 // "MB"
	Low                       // "B"
	Medium                    // "M"
	High                      // "A"
	VeryHigh                  // "MA"
)

var (
	levelWords  = enum.Words{"", "MB", "B", "M", "A", "MA"}
	levelLabels = [...]string{"very low", "low", "medium", "high", "very high"}
)

// MarshalText returns the word of the level.
func (l Level) MarshalText() ([]byte, error) { return levelWords.Marshal("magerit: level", uint8(l)) }

// UnmarshalText reads the word of a level.
func (l *Level) UnmarshalText(text []byte) error {
	return read((*uint8)(l), levelWords, "magerit: level", text)
}

func (l Level) valid() bool { return VeryLow <= l && l <= VeryHigh }

// Degradation is the part of its value that an asset loses, in the three
// columns of the table of impact.
type Degradation uint8

// The degradations.
const (
	Degradation1   Degradation = iota + 1 // "1%"
	Degradation10                         // "10%"
	Degradation100                        // "100%"
)

var degradationWords = enum.Words{"", "1%", "10%", "100%"}

// MarshalText returns the word of the degradation.
func (d Degradation) MarshalText() ([]byte, error) {
	return degradationWords.Marshal("magerit: degradation", uint8(d))
}

// UnmarshalText reads the word of a degradation.
func (d *Degradation) UnmarshalText(text []byte) error {
	return read((*uint8)(d), degradationWords, "magerit: degradation", text)
}

func (d Degradation) valid() bool { return Degradation1 <= d && d <= Degradation100 }

// Maturity is how mature the process of a safeguard is.
type Maturity uint8

// The maturities.
const (
	L0 Maturity = iota + 1 // not there
	L1                     // initial, ad hoc
	L2                     // repeatable, by intuition
	L3                     // a defined process
	L4                     // managed and measured
	L5                     // optimized
)

var maturityWords = enum.Words{"", "L0", "L1", "L2", "L3", "L4", "L5"}

// MarshalText returns the word of the maturity, "L0" to "L5".
func (m Maturity) MarshalText() ([]byte, error) {
	return maturityWords.Marshal("magerit: maturity", uint8(m))
}

// UnmarshalText reads the word of a maturity.
func (m *Maturity) UnmarshalText(text []byte) error {
	return read((*uint8)(m), maturityWords, "magerit: maturity", text)
}

// Effect is what a safeguard reduces.
type Effect uint8

// The effects.
const (
	OnImpact    Effect = iota + 1 // "impact": limits the damage
	OnFrequency                   // "frequency": prevents
	OnBoth                        // "both"
)

var effectWords = enum.Words{"", "impact", "frequency", "both"}

// MarshalText returns the word of the effect.
func (e Effect) MarshalText() ([]byte, error) {
	return effectWords.Marshal("magerit: effect of a safeguard", uint8(e))
}

// UnmarshalText reads the word of an effect.
func (e *Effect) UnmarshalText(text []byte) error {
	return read((*uint8)(e), effectWords, "magerit: effect of a safeguard", text)
}

// read sets v to the value of a word.
func read(v *uint8, words enum.Words, name string, text []byte) error {
	n, err := words.Unmarshal(name, text)
	if err == nil {
		*v = n
	}
	return err
}

// put adds the word of a value to inputs where the value is stated; of one that
// has no word the number, so that an error can show it.
func put(in map[string]string, factor string, words enum.Words, v uint8) {
	switch {
	case v == 0:
	case int(v) < len(words):
		in[factor] = words[v]
	default:
		in[factor] = "number " + strconv.Itoa(int(v))
	}
}
