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
	"csf20":     {"from", "kind", "to", "as_published", "note"},
	"sp80053r5": {"from", "kind", "to"},
	"nis2":      {"from", "kind", "to", "note"},
	"gdpr":      {"from", "to"},
	"hipaa":     {"from", "to"},
	"tables":    {"table", "about", "from", "to", "publisher", "publication", "license", "notice", "leave_out", "confidence", "transcription", "sources"},
}

// A sheet is one file: cells by column, row after row.
type sheet struct {
	rows   []map[string]string
	digest string // SHA-256 of the file, in hexadecimal
}

func read(dir fs.FS, name string) (sheet, error) {
	want, ok := columns[name]
	if !ok {
		return sheet{}, fmt.Errorf("gen: tables.tsv: got %q, want the name of a file", name)
	}
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
	s := sheet{digest: fmt.Sprintf("%x", sha256.Sum256(src))}
	for i, line := range lines[1:] {
		row, err := cells(line, want)
		if err != nil {
			return sheet{}, fmt.Errorf("gen: %s.tsv:%d: %w", name, i+2, err)
		}
		s.rows = append(s.rows, row)
	}
	return s, nil
}

func cells(line string, columns []string) (map[string]string, error) {
	split := strings.Split(line, "\t")
	if len(split) != len(columns) {
		return nil, fmt.Errorf("got %d cells, want %d", len(split), len(columns))
	}
	row := map[string]string{}
	for i, cell := range split {
		if strings.Join(strings.Fields(cell), " ") != cell {
			return nil, fmt.Errorf("got %q, want no spaces but single ones between words", cell)
		}
		row[columns[i]] = cell
	}
	return row, nil
}
