package main

import (
	"fmt"
	"slices"
	"strings"
)

func harmonized(s sheets) ([]file, error) {
	src, without := s.begin("harmonized"), s.beginLeftOut("harmonized")
	without.line("\n// No clauses side by side.\nvar harmonized [0]harmonization")
	src.open("The clauses of the three standards that have one subject.", "harmonized", "harmonization")
	numbers := s["clauses"].ids()
	for _, r := range s["harmonized"].rows {
		for _, n := range cells(r[0]) {
			if !slices.Contains(numbers, n) {
				return nil, fmt.Errorf("gen: harmonized.tsv: got %q, want a clause of clauses.tsv", n)
			}
		}
		same := append(clauseRefs("iso27001:2022/", r[0]), clauseRefs("iso9001:2015/", r[1])...)
		same = append(same, clauseRefs("iso14001:2015/", r[2])...)
		fields := fmt.Sprintf("same: []ClauseRef{%s}", strings.Join(same, ", "))
		if r[3] != "" {
			fields += fmt.Sprintf(", others: []ClauseRef{%s}", strings.Join(clauseRefs("", r[3]), ", "))
		}
		src.line("{%s, relation: %q, note: %q, mark: %q},", fields, r[4], r[5], r[6])
	}
	src.end()
	return finish(src, without)
}

// clauseRefs returns the Go expressions of the clauses in a cell.
func clauseRefs(prefix, cell string) []string {
	var refs []string
	for _, text := range cells(cell) {
		set, n, _ := strings.Cut(prefix+text, "/")
		standard, edition, _ := strings.Cut(set, ":")
		refs = append(refs, fmt.Sprintf("{%q, %q, %q}", standard, edition, n))
	}
	return refs
}

// cells returns the values of a cell.
func cells(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}
