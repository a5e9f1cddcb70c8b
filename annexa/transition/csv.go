package transition

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/enum"
)

// Read reads a list from CSV with a header, as a spreadsheet saves it: comma,
// semicolon or tab between the cells (whichever the header has most of), LF or
// CRLF, with or without a byte order mark, in UTF-8.
//
//	id;included;status;justification;owner;ticket
//	A.9.2.1;yes;implemented;customers ask for it;Ada;OPS-7
//
// The column id (or control) is required. Included (or applicable) takes yes,
// included, applicable, true and their opposites. Any other column is kept in
// Extra under its name. Case does not matter in names of columns and in answers,
// nor do spaces around a cell.
//
// Each row knows line and column of its identifier. An answer that is no word
// for inclusion is a [Problem]; it is kept in Extra. What cannot be a table, and
// what the reader returns, is an error; there are no rows then. Rows without any
// content are passed over.
func Read(r io.Reader) ([]Row, []Problem, error) {
	src, err := io.ReadAll(r)
	if err != nil {
		return nil, nil, fmt.Errorf("transition: %w", err)
	}
	src = bytes.TrimPrefix(src, []byte("\ufeff"))
	if !utf8.Valid(src) {
		return nil, nil, errors.New("transition: CSV: got bytes that are not UTF-8, want the file saved as CSV UTF-8")
	}
	cells := csv.NewReader(bytes.NewReader(src))
	cells.Comma = separator(src)
	cells.FieldsPerRecord = -1
	names, err := header(cells)
	if err != nil {
		return nil, nil, err
	}
	var rows []Row
	var problems []Problem
	for {
		record, err := cells.Read()
		if errors.Is(err, io.EOF) {
			return rows, problems, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("transition: CSV: %w", err)
		}
		if blank(record) {
			continue
		}
		row, faults, err := readRow(cells, names, record)
		if err != nil {
			return nil, nil, err
		}
		for _, p := range faults {
			p.Row = len(rows) + 1
			problems = append(problems, p)
		}
		rows = append(rows, row)
	}
}

// separator returns the separator that the first line has most of outside of
// quotes; of equals the first of comma, semicolon and tab.
func separator(src []byte) rune {
	src = bytes.TrimLeft(src, "\r\n")
	counts := map[byte]int{}
	quoted := false
	for _, c := range src {
		if c == '"' {
			quoted = !quoted
		}
		if !quoted {
			counts[c]++
		}
		if c == '\n' && !quoted {
			break
		}
	}
	best := byte(',')
	for _, c := range []byte(";\t") {
		if counts[c] > counts[best] {
			best = c
		}
	}
	return rune(best)
}

// header reads the names of the columns. Names of columns of ours are in lower
// case, a column without a name is called by its number.
func header(cells *csv.Reader) ([]string, error) {
	record, err := cells.Read()
	if errors.Is(err, io.EOF) {
		return nil, errors.New("transition: CSV: got nothing, want a header with a column id")
	}
	if err != nil {
		return nil, fmt.Errorf("transition: CSV: %w", err)
	}
	names := make([]string, len(record))
	for i, name := range record {
		name = strings.TrimSpace(name)
		if known := ours(name); known != "" {
			name = known
		}
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		if slices.Contains(names[:i], name) {
			line, column := cells.FieldPos(i)
			return nil, fmt.Errorf("transition: CSV: %d:%d: got a second column %q, want each once", line, column, clip(name))
		}
		names[i] = name
	}
	if !slices.Contains(names, "id") {
		return nil, fmt.Errorf("transition: CSV: got the header %q, want a column id", clip(strings.Join(names, ", ")))
	}
	return names, nil
}

// ours returns the name by which we know a column, "" for one of the
// organization's own.
func ours(name string) string {
	switch name = strings.ToLower(name); name {
	case "id", "included", "status", "justification", "owner":
		return name
	case "control":
		return "id"
	case "applicable":
		return "included"
	}
	return ""
}

// readRow makes a row of a record.
func readRow(cells *csv.Reader, names, record []string) (Row, []Problem, error) {
	var row Row
	var problems []Problem
	for i, text := range record {
		text = strings.TrimSpace(text)
		line, column := cells.FieldPos(i)
		switch {
		case i >= len(names):
			if text != "" {
				return Row{}, nil, fmt.Errorf("transition: CSV: %d:%d: got a cell %q beyond the header, want at most %d cells", line, column, clip(text), len(names))
			}
			continue
		case names[i] == "id":
			row.ID, row.Line, row.Column = text, line, column
		case names[i] == "included":
			var p Problem
			if row.Included, p = answer(text); p.Code != "" {
				p.Line, p.Column = line, column
				problems = append(problems, p)
				row.keep(names[i], text)
			}
		case names[i] == "status":
			row.Status = text
		case names[i] == "justification":
			row.Justification = text
		case names[i] == "owner":
			row.Owner = text
		default:
			row.keep(names[i], text)
		}
	}
	if row.Line == 0 { // the record ends before its identifier
		row.Line, row.Column = cells.FieldPos(0)
	}
	return row, problems, nil
}

func (r *Row) keep(name, text string) {
	if text == "" {
		return
	}
	if r.Extra == nil {
		r.Extra = map[string]string{}
	}
	r.Extra[name] = text
}

// answer reads the words for inclusion that lists have.
func answer(text string) (Inclusion, Problem) {
	switch strings.ToLower(text) {
	case "":
		return 0, Problem{}
	case "included", "yes", "y", "true", "applicable":
		return Included, Problem{}
	case "excluded", "no", "n", "false", "not applicable", "n/a":
		return Excluded, Problem{}
	}
	p := Problem{Code: codeInclusion, Message: "inclusion is none", Found: clip(text), Expected: "yes or no, included or excluded, or nothing"}
	p.Nearest, _ = enum.Nearest(text, []string{"included", "excluded", "applicable", "not applicable", "yes", "no"})
	return 0, p
}

func blank(record []string) bool {
	return !slices.ContainsFunc(record, func(cell string) bool { return strings.TrimSpace(cell) != "" })
}
