package bsi200

import "github.com/ismskit/ismskit/internal/enum"

// Need is a category of protection need (Schutzbedarf, BSI-Standard 200-2),
// lowest first. When damage makes a need high is for the organization to say.
type Need uint8

// The protection needs, with the German word that is their text form.
const (
	NormalNeed   Need = iota + 1 // "normal"
	HighNeed                     // "hoch"
	VeryHighNeed                 // "sehr hoch"
)

var needWords = enum.Words{"", "normal", "hoch", "sehr hoch"}

// MarshalText returns the German word, "" where none is stated.
func (n Need) MarshalText() ([]byte, error) {
	return needWords.Marshal("bsi200: protection need", uint8(n))
}

// UnmarshalText reads the German word.
func (n *Need) UnmarshalText(text []byte) (err error) {
	*(*uint8)(n), err = needWords.Unmarshal("bsi200: protection need", text)
	return err
}

// Property is a basic value (Grundwert) for which a need is determined.
type Property uint8

// The basic values, with the German word that is their text form.
const (
	Confidentiality Property = iota + 1 // "Vertraulichkeit"
	Integrity                           // "Integrität"
	Availability                        // "Verfügbarkeit"
)

var propertyWords = enum.Words{"", "Vertraulichkeit", "Integrität", "Verfügbarkeit"}

// MarshalText returns the German word, "" where none is stated.
func (p Property) MarshalText() ([]byte, error) {
	return propertyWords.Marshal("bsi200: basic value", uint8(p))
}

// UnmarshalText reads the German word.
func (p *Property) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = propertyWords.Unmarshal("bsi200: basic value", text)
	return err
}

// Needs are the protection needs of one object, by basic value. 0 is a need
// that is not known, which is not the same as normal.
type Needs struct {
	Confidentiality Need `json:"confidentiality,omitzero"`
	Integrity       Need `json:"integrity,omitzero"`
	Availability    Need `json:"availability,omitzero"`
}

// need returns the place of the need for a basic value.
func need(n *Needs, p Property) *Need {
	switch p {
	case Confidentiality:
		return &n.Confidentiality
	case Integrity:
		return &n.Integrity
	default:
		return &n.Availability
	}
}

// Max returns the higher of both needs for each basic value: the maximum
// principle for two.
func (n Needs) Max(m Needs) Needs {
	return Needs{
		Confidentiality: max(n.Confidentiality, m.Confidentiality),
		Integrity:       max(n.Integrity, m.Integrity),
		Availability:    max(n.Availability, m.Availability),
	}
}

// Highest returns the highest of the three, the need of the object as a whole.
func (n Needs) Highest() Need { return max(n.Confidentiality, n.Integrity, n.Availability) }

// Effect is why the need of an object differs from what the maximum principle
// gives it (BSI-Standard 200-2).
type Effect uint8

// The effects, with the German word that is their text form.
const (
	// Cumulation raises a need: several smaller damages meet in one object.
	Cumulation Effect = iota + 1 // "Kumulation"
	// Distribution lowers it: the object carries only a part of what needs
	// protection, or others stand in for it.
	Distribution // "Verteilung"
)

var effectWords = enum.Words{"", "Kumulation", "Verteilung"}

// MarshalText returns the German word, "" where none is stated.
func (e Effect) MarshalText() ([]byte, error) {
	return effectWords.Marshal("bsi200: effect", uint8(e))
}

// UnmarshalText reads the German word.
func (e *Effect) UnmarshalText(text []byte) (err error) {
	*(*uint8)(e), err = effectWords.Unmarshal("bsi200: effect", text)
	return err
}
