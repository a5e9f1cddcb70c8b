package main

import (
	"fmt"
	"slices"
)

func controls2022(s sheets) (file, error) {
	src := s.begin("controls2022")
	if err := src.index("2022", s["controls2022"]); err != nil {
		return file{}, err
	}
	src.open("Identifiers, themes and our own short names.", "controls2022", "control2022")
	for _, row := range s["controls2022"].rows {
		isNew := ""
		if row[2] == "yes" {
			isNew = ", isNew: true"
		}
		src.line("{id: %q, short: %q, theme: %s%s},", row[0], row[3], row[1], isNew)
	}
	src.end()
	return src.file()
}

func titles2022(s sheets) (file, error) {
	src := s.begin("titles2022")
	src.open("Titles in the wording of ISO/IEC 27001, and of ISO/IEC 27002 where it differs.", "titles2022", "title")
	for _, row := range s["titles2022"].rows {
		differs := ""
		if row[1] != row[2] {
			differs = fmt.Sprintf(", iso27002: %q", row[2])
		}
		if (row[3] == "yes") != (differs != "") {
			return file{}, fmt.Errorf("gen: titles2022.tsv: %s: got differs %q, want what the titles say", row[0], row[3])
		}
		src.line("{iso27001: %q%s}, // %s", row[1], differs, row[0])
	}
	src.end()
	return src.file()
}

func attributes2022(s sheets) (file, error) {
	src := s.begin("attributes2022")
	src.open("The five sets of attributes.", "attributes2022", "Attributes")
	for _, row := range s["attributes2022"].rows {
		src.line("{Types: %s, Properties: %s, Concepts: %s, Capabilities: %s, Domains: %s}, // %s",
			set(row[1]), set(row[2]), set(row[3]), set(row[4]), set(row[5]), row[0])
	}
	src.end()
	return src.file()
}

func controls2013(s sheets) (file, error) {
	src := s.begin("controls2013")
	if err := src.index("2013", s["controls2013"]); err != nil {
		return file{}, err
	}
	groups := s["groups2013"].ids()
	src.open("Identifiers, the rows of their groups, and our own short names.", "controls2013", "control2013")
	for _, row := range s["controls2013"].rows {
		clause, category := slices.Index(groups, row[1]), slices.Index(groups, row[2])
		if clause < 0 || category < 0 {
			return file{}, fmt.Errorf("gen: controls2013.tsv: %s: got %q and %q, want groups of groups2013.tsv", row[0], row[1], row[2])
		}
		src.line("{id: %q, short: %q, clause: %d, category: %d},", row[0], row[3], clause, category)
	}
	src.end()
	src.open("The clauses and categories.", "groups2013", "string")
	for _, id := range groups {
		src.line("%q,", id)
	}
	src.end()
	return src.file()
}

func titles2013(s sheets) (file, error) {
	return titles(s, "titles2013", "titles2013", "Titles in the wording of ISO/IEC 27001:2013.")
}

func groups2013(s sheets) (file, error) {
	return titles(s, "groups2013", "groupTitles2013", "Titles of the clauses and categories of 2013.")
}

// titles writes the second column of a sheet as a table of that name.
func titles(s sheets, name, table, comment string) (file, error) {
	src := s.begin(name)
	src.open(comment, table, "string")
	for _, row := range s[name].rows {
		src.line("%q, // %s", row[1], row[0])
	}
	src.end()
	return src.file()
}
