package main

import "fmt"

func titles2022(s sheets) ([]file, error) {
	for _, row := range s["titles2022"].rows {
		if (row[3] == "yes") != (row[1] != row[2]) {
			return nil, fmt.Errorf("gen: titles2022.tsv: %s: got differs %q, want what the titles say", row[0], row[3])
		}
	}
	src, without := s.titles("titles2022", "title2022", "Titles in the wording of ISO/IEC 27001:2022.")
	src.consts("Titles in the wording of ISO/IEC 27002:2022, where it differs.")
	without.consts("Nor these.")
	for _, row := range s["titles2022"].rows {
		if row[1] != row[2] {
			src.line("%s = %q", constant("title27002", row[0]), row[2])
			without.line("%s = %q", constant("title27002", row[0]), "")
		}
	}
	src.close()
	without.close()
	return finish(src, without)
}

func titles2013(s sheets) ([]file, error) {
	src, without := s.titles("titles2013", "title2013", "Titles in the wording of ISO/IEC 27001:2013.")
	return finish(src, without)
}

func groups2013(s sheets) ([]file, error) {
	src, without := s.titles("groups2013", "group2013", "Titles of the clauses and categories of 2013.")
	return finish(src, without)
}

func titlesClauses(s sheets) ([]file, error) {
	src, without := s.titles("titlesclauses", "titleClause", "Titles of the clauses.")
	return finish(src, without)
}

// titles writes the second column of a sheet as constants, and a file with the
// same constants that say nothing. Constants keep the titles in a file of their
// own, and yet the tables that hold them are made by the compiler.
func (s sheets) titles(name, of, comment string) (src, without *source) {
	src, without = s.begin(name), s.beginLeftOut(name)
	src.consts(comment)
	without.consts("No titles.")
	for _, row := range s[name].rows {
		src.line("%s = %q", constant(of, row[0]), row[1])
		without.line("%s = %q", constant(of, row[0]), "")
	}
	src.close()
	without.close()
	return src, without
}
