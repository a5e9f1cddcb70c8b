package annexa

import (
	"fmt"

	"github.com/ismskit/ismskit/internal/enum"
)

// Attribute is one of the ways to divide the 93 controls: the five attributes of
// ISO/IEC 27002:2022 (4.2), and the theme. 0 means not stated.
type Attribute uint8

// The attributes in the order of the standard, the theme last.
const (
	ByControlType Attribute = 1 + iota
	ByProperty
	ByConcept
	ByCapability
	ByDomain
	ByTheme
)

var attributes = enum.Words{"", "control-type", "property", "concept", "capability", "domain", "theme"}

// String returns the word of the attribute, "" for none.
func (a Attribute) String() string {
	text, _ := a.MarshalText()
	return string(text)
}

// MarshalText returns the word of the attribute: control-type, property, concept,
// capability, domain, theme.
func (a Attribute) MarshalText() ([]byte, error) {
	return attributes.Marshal("annexa: attribute", uint8(a))
}

// UnmarshalText reads the word of an attribute.
func (a *Attribute) UnmarshalText(text []byte) error {
	v, err := attributes.Unmarshal("annexa: attribute", text)
	if err == nil {
		*a = Attribute(v)
	}
	return err
}

// A View is controls of 2022 divided by the values of one attribute, as ISO/IEC
// 27002:2022 suggests in its Annex A: who is responsible for identities and
// access sees which controls are theirs.
type View struct {
	Attribute Attribute   `json:"attribute"`
	Controls  int         `json:"controls"` // different ones; the groups add up to more where a control has several values
	Groups    []ViewGroup `json:"groups"`   // one for each value in the order of the standard, also of those that no control has
}

// A ViewGroup is the controls that have one value of an attribute.
type ViewGroup struct {
	Value    string       `json:"value"`    // as the standard prints it after "#": "Asset_management"; or the theme
	Controls []ControlRef `json:"controls"` // in the order of the standard
}

// NewView divides the controls that [Select] gives for the criteria. A criterion
// of the same attribute narrows the controls, not the groups: by type, the
// preventive controls stand in three groups, since some are detective or
// corrective as well.
//
// In a build without attributes all groups but those of themes are empty.
func NewView(by Attribute, criteria ...Criterion) (View, error) {
	words := by.values()
	if words == nil {
		return View{}, fmt.Errorf("annexa: view: got the attribute %d, want 1 to %d", by, len(attributes)-1)
	}
	view := View{Attribute: by, Groups: make([]ViewGroup, len(words))}
	for i, word := range words {
		view.Groups[i] = ViewGroup{Value: word, Controls: []ControlRef{}}
	}
	for c := range Select(criteria...) {
		has := by.of(c)
		if has != 0 {
			view.Controls++
		}
		for i := range view.Groups {
			if has>>i&1 == 1 {
				view.Groups[i].Controls = append(view.Groups[i].Controls, c.Ref)
			}
		}
	}
	return view, nil
}

// values returns the words of an attribute, nil where it is none.
func (a Attribute) values() []string {
	switch a {
	case ByControlType:
		return controlTypes[1:]
	case ByProperty:
		return properties[1:]
	case ByConcept:
		return concepts[1:]
	case ByCapability:
		return capabilities[1:]
	case ByDomain:
		return domains[1:]
	case ByTheme:
		return themes[1:]
	}
	return nil
}

// of returns the values of a control as bits, in the order of their words.
func (a Attribute) of(c Control) uint16 {
	switch a {
	case ByControlType:
		return uint16(c.Types)
	case ByProperty:
		return uint16(c.Properties)
	case ByConcept:
		return uint16(c.Concepts)
	case ByCapability:
		return uint16(c.Capabilities)
	case ByDomain:
		return uint16(c.Domains)
	case ByTheme:
		return 1 << (c.Theme - 1)
	}
	return 0
}
