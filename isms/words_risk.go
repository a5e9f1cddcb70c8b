package isms

import "github.com/ismskit/ismskit/internal/enum"

// Property is a property of information that a risk harms (clause 6.1.2 c 1).
type Property uint8

// The words of Property.
const (
	Confidentiality Property = iota + 1 // confidentiality
	Integrity                           // integrity
	Availability                        // availability
)

var propertyWords = enum.Words{"", "confidentiality", "integrity", "availability"}

// MarshalText writes the word.
func (p Property) MarshalText() ([]byte, error) {
	return propertyWords.Marshal("isms: property", uint8(p))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (p *Property) UnmarshalText(text []byte) (err error) {
	*(*uint8)(p), err = propertyWords.Unmarshal("isms: property", text)
	return err
}

// Layer tells primary assets from those that support them (ISO/IEC 27005:2022, 7.2.1).
type Layer uint8

// The words of Layer.
const (
	Primary    Layer = iota + 1 // primary
	Supporting                  // supporting
)

var layerWords = enum.Words{"", "primary", "supporting"}

// MarshalText writes the word.
func (l Layer) MarshalText() ([]byte, error) {
	return layerWords.Marshal("isms: layer of an asset", uint8(l))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (l *Layer) UnmarshalText(text []byte) (err error) {
	*(*uint8)(l), err = layerWords.Unmarshal("isms: layer of an asset", text)
	return err
}

// Origin is where a threat comes from.
type Origin uint8

// The words of Origin.
const (
	Deliberate    Origin = iota + 1 // deliberate
	Accidental                      // accidental
	Environmental                   // environmental
)

var originWords = enum.Words{"", "deliberate", "accidental", "environmental"}

// MarshalText writes the word.
func (o Origin) MarshalText() ([]byte, error) {
	return originWords.Marshal("isms: origin of a threat", uint8(o))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (o *Origin) UnmarshalText(text []byte) (err error) {
	*(*uint8)(o), err = originWords.Unmarshal("isms: origin of a threat", text)
	return err
}

// RiskState is whether a risk stands.
type RiskState uint8

// The words of RiskState.
const (
	Open   RiskState = iota + 1 // open
	Closed                      // closed
)

var riskStateWords = enum.Words{"", "open", "closed"}

// MarshalText writes the word.
func (r RiskState) MarshalText() ([]byte, error) {
	return riskStateWords.Marshal("isms: state of a risk", uint8(r))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (r *RiskState) UnmarshalText(text []byte) (err error) {
	*(*uint8)(r), err = riskStateWords.Unmarshal("isms: state of a risk", text)
	return err
}

// Combination is the rule by which the level of a risk with parts is found: its own assessment (0 or OwnLevel), the highest level of its open parts, or their levels by the aggregation that the method's version states.
type Combination uint8

// The words of Combination.
const (
	OwnLevel    Combination = iota + 1 // own
	HighestPart                        // highest part
	Aggregated                         // aggregated
)

var combinationWords = enum.Words{"", "own", "highest part", "aggregated"}

// FromParts reports whether the level is found from those of the parts.
func (c Combination) FromParts() bool { return c == HighestPart || c == Aggregated }

// MarshalText writes the word.
func (c Combination) MarshalText() ([]byte, error) {
	return combinationWords.Marshal("isms: combination of risks", uint8(c))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (c *Combination) UnmarshalText(text []byte) (err error) {
	*(*uint8)(c), err = combinationWords.Unmarshal("isms: combination of risks", text)
	return err
}

// Stage is the stage at which a risk is assessed: before any control (Inherent), as things stand (Current), as expected once the treatments it names are carried out (Residual).
type Stage uint8

// The words of Stage.
const (
	Inherent Stage = iota + 1 // inherent
	Current                   // current
	Residual                  // residual
)

var stageWords = enum.Words{"", "inherent", "current", "residual"}

// MarshalText writes the word.
func (s Stage) MarshalText() ([]byte, error) {
	return stageWords.Marshal("isms: stage of an assessment", uint8(s))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (s *Stage) UnmarshalText(text []byte) (err error) {
	*(*uint8)(s), err = stageWords.Unmarshal("isms: stage of an assessment", text)
	return err
}

// Option is a risk treatment option (ISO/IEC 27005:2022, 8.2).
type Option uint8

// The words of Option.
const (
	Modify Option = iota + 1 // modify
	Retain                   // retain
	Avoid                    // avoid
	Share                    // share
)

var optionWords = enum.Words{"", "modify", "retain", "avoid", "share"}

// MarshalText writes the word.
func (o Option) MarshalText() ([]byte, error) {
	return optionWords.Marshal("isms: treatment option", uint8(o))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (o *Option) UnmarshalText(text []byte) (err error) {
	*(*uint8)(o), err = optionWords.Unmarshal("isms: treatment option", text)
	return err
}

// Target is what a control acts on.
type Target uint8

// The words of Target.
const (
	OnLikelihood  Target = iota + 1 // likelihood
	OnConsequence                   // consequence
)

var targetWords = enum.Words{"", "likelihood", "consequence"}

// MarshalText writes the word.
func (t Target) MarshalText() ([]byte, error) {
	return targetWords.Marshal("isms: target of an effect", uint8(t))
}

// UnmarshalText reads the word; any other is an error that names the nearest.
func (t *Target) UnmarshalText(text []byte) (err error) {
	*(*uint8)(t), err = targetWords.Unmarshal("isms: target of an effect", text)
	return err
}
