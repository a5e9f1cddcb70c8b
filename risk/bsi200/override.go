package bsi200

import (
	"fmt"
	"strings"
)

// Override is a reasoned decision that an object needs more or less than the
// maximum principle gives it. Cumulation has to raise the need, distribution to
// lower it to normal at the lowest: anything else is a slip, or a decision that
// what was inherited since has overtaken, and is refused rather than kept.
type Override struct {
	Property Property `json:"property,omitzero"`
	Effect   Effect   `json:"effect,omitzero"`
	Need     Need     `json:"need,omitzero"`
	Reason   string   `json:"reason,omitzero"` // why; it may not be blank
	By       string   `json:"by,omitzero"`     // who decided
}

// check finds what is wrong with the override by itself.
func (o Override) check() *ObjectError {
	switch {
	case o.Property < Confidentiality || o.Property > Availability:
		return wrong("property", o.Property, "a basic value")
	case o.Effect < Cumulation || o.Effect > Distribution:
		return wrong("effect", o.Effect, "Kumulation or Verteilung")
	case o.Need < NormalNeed || o.Need > VeryHighNeed:
		return wrong("need", o.Need, "normal, hoch or sehr hoch")
	case strings.TrimSpace(o.Reason) == "":
		return &ObjectError{Field: "reason", Found: o.Reason, Expected: "the reason for the override"}
	}
	return nil
}

// against finds what is wrong with the override where the maximum principle
// gives the needs computed.
func (o Override) against(computed Needs) *ObjectError {
	if err := o.check(); err != nil {
		return err
	}
	switch c := *need(&computed, o.Property); {
	case c == 0:
		return wrong("need", o.Need, "none: no need is known that the effect could change")
	case o.Effect == Cumulation && o.Need <= c:
		return wrong("need", o.Need, fmt.Sprintf("more than the computed %s: cumulation raises", needWords[c]))
	case o.Effect == Distribution && o.Need >= c:
		return wrong("need", o.Need, fmt.Sprintf("less than the computed %s: distribution lowers", needWords[c]))
	}
	return nil
}

// wrong is the error of an enumeration in field.
func wrong(field string, found interface{ MarshalText() ([]byte, error) }, expected string) *ObjectError {
	word, err := found.MarshalText()
	if err != nil {
		word = fmt.Append(nil, found)
	}
	return &ObjectError{Field: field, Found: string(word), Expected: expected}
}
