package bsi200

import "github.com/ismskit/ismskit/internal/enum"

// Frequency is how often a hazard is expected to occur (BSI-Standard 200-3,
// chapter 5).
type Frequency uint8

// The frequencies, with the German word that is their text form.
const (
	Rarely      Frequency = iota + 1 // "selten": every five years at most
	MediumOften                      // "mittel": once in five years to once a year
	Often                            // "häufig": once a year to once a month
	VeryOften                        // "sehr häufig": several times a month
)

var (
	frequencyWords  = enum.Words{"", "selten", "mittel", "häufig", "sehr häufig"}
	frequencyLabels = []string{"rarely", "medium", "often", "very often"}
)

// MarshalText returns the German word, "" where none is stated.
func (f Frequency) MarshalText() ([]byte, error) {
	return frequencyWords.Marshal("bsi200: frequency", uint8(f))
}

// UnmarshalText reads the German word.
func (f *Frequency) UnmarshalText(text []byte) (err error) {
	*(*uint8)(f), err = frequencyWords.Unmarshal("bsi200: frequency", text)
	return err
}

// Damage is how great the harm of a hazard is (BSI-Standard 200-3, chapter 5).
// What an amount or an outage is worth is for the organization to say.
type Damage uint8

// The amounts of damage, with the German word that is their text form.
const (
	Negligible  Damage = iota + 1 // "vernachlässigbar"
	Limited                       // "begrenzt"
	Substantial                   // "beträchtlich"
	Ruinous                       // "existenzbedrohend"
)

var (
	damageWords  = enum.Words{"", "vernachlässigbar", "begrenzt", "beträchtlich", "existenzbedrohend"}
	damageLabels = []string{"negligible", "limited", "substantial", "ruinous"}
)

// MarshalText returns the German word, "" where none is stated.
func (d Damage) MarshalText() ([]byte, error) {
	return damageWords.Marshal("bsi200: damage", uint8(d))
}

// UnmarshalText reads the German word.
func (d *Damage) UnmarshalText(text []byte) (err error) {
	*(*uint8)(d), err = damageWords.Unmarshal("bsi200: damage", text)
	return err
}

// Risk is the category of a risk (BSI-Standard 200-3, chapter 5), lowest first.
type Risk uint8

// The categories of risk, with the German word that is their text form.
const (
	Low      Risk = iota + 1 // "gering"
	Medium                   // "mittel"
	High                     // "hoch"
	VeryHigh                 // "sehr hoch"
)

var (
	riskWords  = enum.Words{"", "gering", "mittel", "hoch", "sehr hoch"}
	riskLabels = []string{"low", "medium", "high", "very high"}
)

// MarshalText returns the German word, "" where none is stated.
func (r Risk) MarshalText() ([]byte, error) { return riskWords.Marshal("bsi200: risk", uint8(r)) }

// UnmarshalText reads the German word.
func (r *Risk) UnmarshalText(text []byte) (err error) {
	*(*uint8)(r), err = riskWords.Unmarshal("bsi200: risk", text)
	return err
}

// Grade is a step of the matrix in chapter 9, which has the same four words for
// frequency, damage and risk.
type Grade uint8

// The grades, with the German word that is their text form.
const (
	Grade1 Grade = iota + 1 // "niedrig"
	Grade2                  // "mittel"
	Grade3                  // "hoch"
	Grade4                  // "sehr hoch"
)

var (
	gradeWords  = enum.Words{"", "niedrig", "mittel", "hoch", "sehr hoch"}
	gradeLabels = []string{"low", "medium", "high", "very high"}
)

// MarshalText returns the German word, "" where none is stated.
func (g Grade) MarshalText() ([]byte, error) { return gradeWords.Marshal("bsi200: grade", uint8(g)) }

// UnmarshalText reads the German word.
func (g *Grade) UnmarshalText(text []byte) (err error) {
	*(*uint8)(g), err = gradeWords.Unmarshal("bsi200: grade", text)
	return err
}
