package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// columns lists the files and the columns each must have, in their order.
var columns = map[string][]string{
	"controls2022":    {"id", "theme", "new", "short_name"},
	"titles2022":      {"id", "title", "title_27002", "differs", "title_sources", "title_27002_sources"},
	"attributes2022":  {"id", "control_type", "infosec_properties", "cybersecurity_concepts", "operational_capabilities", "security_domains", "attribute_sources"},
	"controls2013":    {"id", "clause", "category", "short_name"},
	"titles2013":      {"id", "title", "title_variants_seen"},
	"groups2013":      {"id", "title"},
	"correspondences": {"id_2013", "id_2022", "kind", "sources"},
	"clauses":         {"clause", "short_name", "items", "documented", "form", "note"},
	"titlesclauses":   {"clause", "title", "title_sources"},
	"controls27017":   {"id", "group", "roles", "short_name", "note", "sources", "roles_source"},
	"titles27017":     {"id", "title", "title_sources"},
	"controls27018":   {"id_2019", "id_2025", "uncertain_2025", "group", "roles", "short_name", "sources"},
	"titles27018":     {"id_2019", "title", "title_sources"},
	"controls27701":   {"id", "group", "roles", "short_name", "sources"},
	"titles27701":     {"id", "title", "title_2019", "title_sources"},
	"editions":        {"old", "new", "uncertain", "sources"},
	"harmonized":      {"iso27001_2022", "iso9001_2015", "iso14001_2015", "other_subject", "relation", "note", "mark"},
	"sets":            {"set", "edition", "title", "confidence", "sources", "note"},
	"tables":          {"table", "about", "edition", "leave_out", "confidence", "sources"},
}

// A sheet is one file: cells by row, without the header.
type sheet struct {
	name   string
	rows   [][]string
	digest string // SHA-256 of the file, in hexadecimal
}

// ids returns the first column.
func (s sheet) ids() []string { return s.column(0) }

// column returns the nth column.
func (s sheet) column(n int) []string {
	cells := make([]string, len(s.rows))
	for i, row := range s.rows {
		cells[i] = row[n]
	}
	return cells
}

// sheets holds every file by its name without ".tsv".
type sheets map[string]sheet

// read reads every file that columns lists.
func read(dir fs.FS) (sheets, error) {
	all := sheets{}
	for name, want := range columns {
		s, err := readSheet(dir, name, want)
		if err != nil {
			return nil, err
		}
		all[name] = s
	}
	for _, pair := range [][2]string{
		{"titles2022", "controls2022"},
		{"attributes2022", "controls2022"},
		{"titles2013", "controls2013"},
		{"titlesclauses", "clauses"},
	} {
		if got, want := all[pair[0]].ids(), all[pair[1]].ids(); !slices.Equal(got, want) {
			return nil, fmt.Errorf("gen: %s.tsv: got other rows than %s.tsv, want the same in the same order", pair[0], pair[1])
		}
	}
	return all, nil
}

func readSheet(dir fs.FS, name string, want []string) (sheet, error) {
	src, err := fs.ReadFile(dir, name+".tsv")
	if err != nil {
		return sheet{}, fmt.Errorf("gen: %w", err)
	}
	text, ended := strings.CutSuffix(string(src), "\n")
	if !ended || !utf8.Valid(src) || strings.Contains(text, "\r") {
		return sheet{}, fmt.Errorf("gen: %s.tsv: want UTF-8 with LF at the end of each line", name)
	}
	lines := strings.Split(text, "\n")
	if got := strings.Split(lines[0], "\t"); !slices.Equal(got, want) {
		return sheet{}, fmt.Errorf("gen: %s.tsv: got columns %q, want %q", name, got, want)
	}
	s := sheet{name: name, digest: fmt.Sprintf("%x", sha256.Sum256(src))}
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(want) {
			return sheet{}, fmt.Errorf("gen: %s.tsv:%d: got %d cells, want %d", name, i+2, len(cells), len(want))
		}
		for _, cell := range cells {
			if strings.Join(strings.Fields(cell), " ") != cell {
				return sheet{}, fmt.Errorf("gen: %s.tsv:%d: got %q, want no spaces but single ones between words", name, i+2, cell)
			}
		}
		s.rows = append(s.rows, cells)
	}
	return s, nil
}
