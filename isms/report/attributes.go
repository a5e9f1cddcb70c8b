package report

import (
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// Attributes returns controls of Annex A divided by an attribute as a document:
// how many have each value, and which. It is about the standard, not about an
// organization; what a control is about is said by ISO/IEC 27002 alone.
//
// The view says which attribute and which controls: see [annexa.NewView].
func Attributes(v annexa.View) docinfo.Document {
	attribute := attributeName(v.Attribute)
	title := "Controls by " + attribute
	heading := strings.ToUpper(attribute[:1]) + attribute[1:]
	return docinfo.Document{
		Name: "controls-by-" + seen(v.Attribute.String(), "attribute"), Title: title, Subtitle: "Annex A of ISO/IEC 27001:2022", Language: "en",
		Meta: []docinfo.Field{
			{Name: "Controls", Value: docinfo.Plain(strconv.Itoa(v.Controls))},
			{Name: "Edition of the controls", Value: docinfo.Plain(annexa.Edition)},
			{Name: "Edition of the attributes", Value: docinfo.Plain(annexa.Edition27002)},
		},
		Blocks: []docinfo.Block{
			docinfo.Plain("A control with several values stands under each of them, so the counts may add up to more than there are controls."),
			values(v, heading),
			controls(v, heading),
		},
		Footer: title,
	}
}

// attributeName names an attribute in a sentence.
func attributeName(a annexa.Attribute) string {
	switch a {
	case annexa.ByControlType:
		return "control type"
	case annexa.ByProperty:
		return "property of information"
	case annexa.ByConcept:
		return "cybersecurity concept"
	case annexa.ByCapability:
		return "operational capability"
	case annexa.ByDomain:
		return "security domain"
	case annexa.ByTheme:
		return "theme"
	}
	return "attribute"
}

// values is the table of the counts.
func values(v annexa.View, attribute string) docinfo.Table {
	t := docinfo.Table{ID: "values", Caption: "Values", Columns: []docinfo.Column{
		{ID: "value", Title: attribute, RowHeader: true},
		{ID: "controls", Title: "Controls", Align: docinfo.AlignEnd},
	}}
	for _, g := range v.Groups {
		t.Rows = append(t.Rows, docinfo.Row{Cells: []docinfo.Cell{{Text: spaced(g.Value)}, {Text: strconv.Itoa(len(g.Controls))}}})
	}
	return t
}

// controls is the table of the controls, those of a value under its heading.
func controls(v annexa.View, attribute string) docinfo.Table {
	t := docinfo.Table{ID: "controls", Caption: "Controls", GroupTitle: attribute, Empty: "No control meets the criteria.", Columns: []docinfo.Column{
		{ID: "control", Title: "Control", RowHeader: true},
		{ID: "title", Title: "Title"},
		{ID: "theme", Title: "Theme", Facet: true},
	}}
	for _, g := range v.Groups {
		for _, ref := range g.Controls {
			c, _ := annexa.Lookup(ref)
			t.Rows = append(t.Rows, docinfo.Row{Group: spaced(g.Value), Cells: []docinfo.Cell{
				{Text: ref.String()}, {Text: seen(c.Title, c.ShortName)}, {Text: c.Theme.String()},
			}})
		}
	}
	return t
}

// spaced writes a value of the standard as words.
func spaced(value string) string { return strings.ReplaceAll(value, "_", " ") }
