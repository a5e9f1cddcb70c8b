package ebios

import (
	"strconv"

	"github.com/ismskit/ismskit/internal/enum"
)

// word returns the word of a value for inputs, "" for one that is not stated
// and the number for one that has no word, so that an error can show it.
func word(words enum.Words, v uint8) string {
	if int(v) < len(words) {
		return words[v]
	}
	return "number " + strconv.Itoa(int(v))
}

// put adds the word of a value to inputs where the value is stated.
func put(in map[string]string, factor string, words enum.Words, v uint8) {
	if v != 0 {
		in[factor] = word(words, v)
	}
}

// Level is a step of the scales of three: of pertinence, and of risk, where
// low is acceptable as it is, medium tolerable under control, high
// unacceptable.
type Level uint8

// The levels.
const (
	Low    Level = iota + 1 // "low"
	Medium                  // "medium"
	High                    // "high"
)

var levelWords = enum.Words{"", "low", "medium", "high"}

// MarshalText returns the word of the level.
func (l Level) MarshalText() ([]byte, error) { return levelWords.Marshal("ebios: level", uint8(l)) }

// UnmarshalText reads the word of a level.
func (l *Level) UnmarshalText(text []byte) error {
	return read((*uint8)(l), levelWords, "ebios: level", text)
}

// read sets v to the value of a word.
func read(v *uint8, words enum.Words, name string, text []byte) error {
	n, err := words.Unmarshal(name, text)
	if err == nil {
		*v = n
	}
	return err
}

// Severity is the severity of a feared event (gravité).
type Severity uint8

// The severities. G5 is of the scale of five alone.
const (
	G1 Severity = iota + 1 // minor
	G2                     // significant
	G3                     // serious
	G4                     // critical
	G5                     // catastrophic
)

var (
	severityWords  = enum.Words{"", "G1", "G2", "G3", "G4", "G5"}
	severityLabels = [...]string{"minor", "significant", "serious", "critical"}
)

// MarshalText returns the word of the severity, "G1" to "G5".
func (s Severity) MarshalText() ([]byte, error) {
	return severityWords.Marshal("ebios: severity", uint8(s))
}

// UnmarshalText reads the word of a severity.
func (s *Severity) UnmarshalText(text []byte) error {
	return read((*uint8)(s), severityWords, "ebios: severity", text)
}

// Likelihood is the likelihood of a scenario (vraisemblance).
type Likelihood uint8

// The likelihoods. V0 is of the scale of five alone.
const (
	V0 Likelihood = iota + 1 // unlikely to the point of being excluded
	V1                       // rather unlikely
	V2                       // likely
	V3                       // very likely
	V4                       // nearly certain
)

var (
	likelihoodWords  = enum.Words{"", "V0", "V1", "V2", "V3", "V4"}
	likelihoodLabels = [...]string{"excluded", "rather unlikely", "likely", "very likely", "nearly certain"}
)

// MarshalText returns the word of the likelihood, "V0" to "V4".
func (l Likelihood) MarshalText() ([]byte, error) {
	return likelihoodWords.Marshal("ebios: likelihood", uint8(l))
}

// UnmarshalText reads the word of a likelihood.
func (l *Likelihood) UnmarshalText(text []byte) error {
	return read((*uint8)(l), likelihoodWords, "ebios: likelihood", text)
}

// Plus is a step of the scale of motivation and of resources.
type Plus uint8

// The steps.
const (
	Plus1 Plus = iota + 1 // "+"
	Plus2                 // "++"
	Plus3                 // "+++"
)

var plusWords = enum.Words{"", "+", "++", "+++"}

// MarshalText returns the word of the step.
func (p Plus) MarshalText() ([]byte, error) {
	return plusWords.Marshal("ebios: motivation or resources", uint8(p))
}

// UnmarshalText reads the word of a step.
func (p *Plus) UnmarshalText(text []byte) error {
	return read((*uint8)(p), plusWords, "ebios: motivation or resources", text)
}

// Zone is the part of the threat map that a stakeholder is in, from the rim to
// the center.
type Zone uint8

// The zones.
const (
	OutOfScope Zone = iota + 1 // "out-of-scope"
	Watch                      // "watch"
	Control                    // "control"
	Danger                     // "danger"
)

var (
	zoneWords  = enum.Words{"", "out-of-scope", "watch", "control", "danger"}
	zoneLabels = [...]string{"out of scope"}
)

// MarshalText returns the word of the zone.
func (z Zone) MarshalText() ([]byte, error) { return zoneWords.Marshal("ebios: zone", uint8(z)) }

// UnmarshalText reads the word of a zone.
func (z *Zone) UnmarshalText(text []byte) error {
	return read((*uint8)(z), zoneWords, "ebios: zone", text)
}

// Critical reports whether stakeholders in this zone are critical: those under
// control and in danger are.
func (z Zone) Critical() bool { return z == Control || z == Danger }

// Probability is the probability of success of an elementary action, or the
// cumulated one of the way to it.
type Probability uint8

// The probabilities with their bands.
const (
	P0 Probability = iota + 1 // "0": below 3 %
	P1                        // "1": below 20 %
	P2                        // "2": above 20 %
	P3                        // "3": above 60 %
	P4                        // "4": above 90 %
)

var (
	probabilityWords  = enum.Words{"", "0", "1", "2", "3", "4"}
	probabilityLabels = [...]string{"below 3 %", "below 20 %", "above 20 %", "above 60 %", "above 90 %"}
)

// MarshalText returns the word of the probability, "0" to "4".
func (p Probability) MarshalText() ([]byte, error) {
	return probabilityWords.Marshal("ebios: probability", uint8(p))
}

// UnmarshalText reads the word of a probability.
func (p *Probability) UnmarshalText(text []byte) error {
	return read((*uint8)(p), probabilityWords, "ebios: probability", text)
}

// Difficulty is the technical difficulty of an elementary action, or the
// cumulated one of the way to it.
type Difficulty uint8

// The difficulties.
const (
	D0 Difficulty = iota + 1 // "0": negligible
	D1                       // "1": low
	D2                       // "2": moderate
	D3                       // "3": high
	D4                       // "4": very high
)

var (
	difficultyWords  = enum.Words{"", "0", "1", "2", "3", "4"}
	difficultyLabels = [...]string{"negligible", "low", "moderate", "high", "very high"}
)

// MarshalText returns the word of the difficulty, "0" to "4".
func (d Difficulty) MarshalText() ([]byte, error) {
	return difficultyWords.Marshal("ebios: difficulty", uint8(d))
}

// UnmarshalText reads the word of a difficulty.
func (d *Difficulty) UnmarshalText(text []byte) error {
	return read((*uint8)(d), difficultyWords, "ebios: difficulty", text)
}
