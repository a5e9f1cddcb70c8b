package page

import (
	"html/template"
	"net/url"
	"strconv"

	"github.com/ismskit/ismskit/annexa"
)

// A facet is one of the ways in which the page narrows its list.
type facet struct {
	Name, Title string // in addresses, and for people
	Values      []value
	attribute   annexa.Attribute
}

// A value is one choice of a facet.
type value struct {
	Word  string // as the standard prints it: "Asset_management"
	Token string // short for Name and Word
	Count int    // of the entries of this page
	Link  template.URL
	bit   int
}

var facetTitles = [...]struct {
	attribute   annexa.Attribute
	name, title string
}{
	{annexa.ByTheme, "theme", "Theme"},
	{annexa.ByControlType, "type", "Control type"},
	{annexa.ByProperty, "property", "Property"},
	{annexa.ByConcept, "concept", "Cybersecurity concept"},
	{annexa.ByCapability, "capability", "Operational capability"},
	{annexa.ByDomain, "domain", "Security domain"},
}

// facets returns the facets with the values that the entries have.
func facets(entries []Entry) []facet {
	var all []facet
	for i, t := range facetTitles {
		f := facet{Name: t.name, Title: t.title, attribute: t.attribute}
		view, err := annexa.NewView(t.attribute)
		if err != nil {
			continue // there is no other attribute in the list
		}
		for bit, g := range view.Groups {
			v := value{Word: g.Value, Token: string(rune('a'+i)) + strconv.Itoa(bit), bit: bit}
			v.Link = template.URL("#?" + url.Values{t.name: {g.Value}}.Encode()) //nolint:gosec // Encode leaves no special character
			for _, e := range entries {
				if f.has(e, bit) {
					v.Count++
				}
			}
			if v.Count > 0 {
				f.Values = append(f.Values, v)
			}
		}
		if f.Values != nil {
			all = append(all, f)
		}
	}
	return all
}

// has reports whether an entry has a value of the facet.
func (f facet) has(e Entry, bit int) bool {
	var set uint16
	switch c := e.Control; f.attribute {
	case annexa.ByTheme:
		return int(c.Theme) == bit+1
	case annexa.ByControlType:
		set = uint16(c.Types)
	case annexa.ByProperty:
		set = uint16(c.Properties)
	case annexa.ByConcept:
		set = uint16(c.Concepts)
	case annexa.ByCapability:
		set = uint16(c.Capabilities)
	case annexa.ByDomain:
		set = uint16(c.Domains)
	}
	return set>>bit&1 == 1
}
