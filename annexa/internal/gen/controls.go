package main

import (
	"fmt"
	"slices"
	"strings"
)

func controls2022(s sheets) ([]file, error) {
	src := s.begin("controls2022")
	if err := src.index("2022", "controls2022", s["controls2022"].ids()); err != nil {
		return nil, err
	}
	src.open("Identifiers, themes and our own short names, with what the other files have of each.", "controls2022", "Control")
	for i, row := range s["controls2022"].rows {
		wording := "title2022"
		if titles := s["titles2022"].rows[i]; titles[1] != titles[2] {
			wording = "title27002"
		}
		isNew := ""
		if row[2] == "yes" {
			isNew = "New: true, "
		}
		src.line("{Ref: ControlRef{ISO27001v2022, %q}, ShortName: %q, Title: %s, Title27002: %s, Theme: %s, %sAttributes: Attributes{%s}},",
			row[0], row[3], constant("title2022", row[0]), constant(wording, row[0]), row[1], isNew, attributes(row[0]))
	}
	src.end()
	return finish(src)
}

func controls2013(s sheets) ([]file, error) {
	src := s.begin("controls2013")
	if err := src.index("2013", "controls2013", s["controls2013"].ids()); err != nil {
		return nil, err
	}
	src.open("Identifiers and our own short names, with the titles of the other file.", "controls2013", "Control")
	for _, row := range s["controls2013"].rows {
		src.line("{Ref: ControlRef{ISO27001v2013, %q}, ShortName: %q, Title: %s},", row[0], row[3], constant("title2013", row[0]))
	}
	src.end()
	return headings(src, s)
}

// headings writes which groups each control of 2013 stands under.
func headings(src *source, s sheets) ([]file, error) {
	groups := s["groups2013"].ids()
	src.open("Clauses and categories.", "groups2013", "Group")
	for _, id := range groups {
		src.line("{ID: %q, Title: %s},", id, constant("group2013", id))
	}
	src.end()
	src.open("The rows in groups2013 of the clause and the category of each control.", "headings2013", "heading")
	for _, row := range s["controls2013"].rows {
		clause, category := slices.Index(groups, row[1]), slices.Index(groups, row[2])
		if clause < 0 || category < 0 {
			return nil, fmt.Errorf("gen: controls2013.tsv: %s: got %q and %q, want groups of groups2013.tsv", row[0], row[1], row[2])
		}
		src.line("{clause: %d, category: %d}, // %s", clause, category, row[0])
	}
	src.end()
	return finish(src)
}

// attributes returns the names of the constants that a control's attributes are.
func attributes(id string) string {
	var names []string
	for _, of := range []string{"types", "properties", "concepts", "capabilities", "domains"} {
		names = append(names, constant(of, id))
	}
	return strings.Join(names, ", ")
}

func attributes2022(s sheets) ([]file, error) {
	src, without := s.begin("attributes2022"), s.beginLeftOut("attributes2022")
	src.consts("The five sets of attributes of each control.")
	without.consts("No attributes.")
	for _, row := range s["attributes2022"].rows {
		src.line("%s = %s, %s, %s, %s, %s", attributes(row[0]), set(row[1]), set(row[2]), set(row[3]), set(row[4]), set(row[5]))
		without.line("%s = 0, 0, 0, 0, 0", attributes(row[0]))
	}
	src.close()
	without.close()
	return finish(src, without)
}
