package annexa

// A Catalogue is a set of controls that this package has no table of: an
// organization's own, a customer's, that of another standard. It is data that
// somebody hands over, and is consulted by what it is handed to alone.
//
// Packages catalogue and catalogue/yaml read it from JSON and YAML. Who fills it
// in a program asks [Catalogue.Problems] once.
type Catalogue struct {
	Set      Set                `json:"set" doc:"required"`      // the name by which references name it, "acme:1"
	Title    string             `json:"title" doc:"required"`    // what it is called: "Acme baseline"
	Source   string             `json:"source,omitzero"`         // who issues it, and which version of it this is
	Groups   []Group            `json:"groups,omitzero"`         // headings that controls stand under
	Controls []CatalogueControl `json:"controls" doc:"required"` // in the order in which they are listed
}

// A CatalogueControl is one control of a Catalogue.
type CatalogueControl struct {
	ID    string `json:"id" doc:"required"`    // within the set, as [Parse] takes it: "X-7"
	Title string `json:"title" doc:"required"` // one line
	Group string `json:"group,omitzero"`       // the ID of one of the groups
	Text  string `json:"text,omitzero"`        // what it asks
}

// Lookup returns the control that ref names; it is false for another set, and for
// an identifier that is not there. It goes through the controls one by one.
func (c Catalogue) Lookup(ref ControlRef) (CatalogueControl, bool) {
	for _, control := range c.Controls {
		if ref.Set == c.Set && ref.ID == control.ID {
			return control, true
		}
	}
	return CatalogueControl{}, false
}

// Heading returns the group that a control stands under; it is false for none.
func (c Catalogue) Heading(control CatalogueControl) (Group, bool) {
	for _, g := range c.Groups {
		if control.Group != "" && g.ID == control.Group {
			return g, true
		}
	}
	return Group{}, false
}
