package main

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/compare"
)

// problem is a fault of a file, at one place of it; columns are counted in bytes.
type problem struct {
	file         string
	line, column int
	what         string
}

func (p problem) Error() string { return fmt.Sprintf("%s:%d:%d: %s", p.file, p.line, p.column, p.what) }

// problems are all faults of a file.
type problems []problem

// Error lists them, as many as anybody corrects at once.
func (ps problems) Error() string {
	const most = 20
	var lines []string
	for _, p := range ps[:min(len(ps), most)] {
		lines = append(lines, p.Error())
	}
	if more := len(ps) - most; more > 0 {
		lines = append(lines, fmt.Sprintf("%s: and %d more", ps[0].file, more))
	}
	return strings.Join(lines, "\n")
}

// table is a register in CSV on its way in.
type table struct {
	name    string
	in      *csv.Reader
	heading []string
	columns []column
	id      int // column of the identifiers
	title   int // of the titles, -1 for none
	found   problems
}

// column says which factor of which method a column has.
type column struct {
	method risk.MethodRef // zero for a column that is none
	factor string
}

// readCSV reads a register: a heading, then a line for each risk. The column "id"
// is needed, "title" is not; a column is of the factor whose id it has, of the
// method to rate by or, written as method:factor, of that one. Other columns are
// left alone. Fields are separated by commas, semicolons or tabs, as in the
// heading.
func readCSV(name string, src []byte, methods ...risk.Method) ([]compare.Risk, error) {
	src = bytes.TrimPrefix(src, []byte("\uFEFF"))
	if at := invalid(src); at >= 0 {
		line := bytes.Count(src[:at], []byte("\n")) + 1
		return nil, problem{name, line, at - bytes.LastIndexByte(src[:at], '\n'), "not UTF-8; save the file as UTF-8"}
	}
	t := table{name: name, in: csv.NewReader(bytes.NewReader(src)), title: -1}
	t.in.Comma = separator(src)
	t.in.FieldsPerRecord = -1 // judged below, with a place
	heading, err := t.in.Read()
	if errors.Is(err, io.EOF) {
		return nil, problem{name, 1, 1, "the file is empty; want a heading with the column id, then a line for each risk"}
	}
	if err != nil {
		return nil, t.broken(err)
	}
	t.heading = heading
	t.read(methods)
	if len(t.found) > 0 {
		return nil, t.found
	}
	return t.risks(methods)
}

// invalid returns the place of the first byte that is not UTF-8, or -1.
func invalid(src []byte) int {
	if utf8.Valid(src) {
		return -1
	}
	for at := 0; ; {
		r, n := utf8.DecodeRune(src[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
}

// separator is the one of comma, semicolon and tab that the heading has most of.
func separator(src []byte) rune {
	line, _, _ := bytes.Cut(src, []byte("\n"))
	best, most := ',', bytes.Count(line, []byte(","))
	for _, r := range ";\t" {
		if n := bytes.Count(line, []byte(string(r))); n > most {
			best, most = r, n
		}
	}
	return best
}

// broken places an error of the CSV itself.
func (t *table) broken(err error) error {
	if at, ok := errors.AsType[*csv.ParseError](err); ok {
		return problem{t.name, at.Line, at.Column, at.Err.Error()}
	}
	return fmt.Errorf("%s: %w", t.name, err)
}

func (t *table) addf(field int, format string, args ...any) {
	line, at := t.in.FieldPos(field)
	t.found = append(t.found, problem{t.name, line, at, fmt.Sprintf(format, args...)})
}

// read finds out what the columns are.
func (t *table) read(methods []risk.Method) {
	t.id = -1
	seen := make(map[string]int)
	for i, word := range t.heading {
		word = strings.TrimSpace(word)
		if first, twice := seen[word]; twice && word != "" {
			t.addf(i, "column %q is there already, as number %d", word, first+1)
			continue
		}
		seen[word] = i
		t.columns = append(t.columns, meaning(word, methods))
		switch {
		case t.columns[len(t.columns)-1].factor != "":
		case strings.EqualFold(word, "id"):
			t.id = i
		case strings.EqualFold(word, "title"):
			t.title = i
		}
	}
	if t.id < 0 {
		t.addf(0, "no column has the identifiers: got %s, want one called id", strings.Join(t.heading, ", "))
	}
	var missing []string
	for _, f := range methods[0].Factors {
		if !f.Optional && !slices.Contains(t.columns, column{methods[0].Ref(), f.ID}) {
			missing = append(missing, f.ID)
		}
	}
	if len(missing) > 0 && len(t.found) == 0 {
		t.addf(0, "no column has %s, which method %s asks: got %s", strings.Join(missing, ", "), methods[0].Ref(), strings.Join(t.heading, ", "))
	}
}

// meaning returns the factor that a heading names.
func meaning(word string, methods []risk.Method) column {
	prefix, factor, apart := strings.Cut(word, ":")
	for i, m := range methods {
		if _, ok := m.Factor(word); ok && i == 0 {
			return column{m.Ref(), word}
		}
		if _, ok := m.Factor(factor); ok && apart && (prefix == m.ID || prefix == m.Ref().String()) {
			return column{m.Ref(), factor}
		}
	}
	return column{}
}

// risks reads the lines below the heading.
func (t *table) risks(methods []risk.Method) ([]compare.Risk, error) {
	var register []compare.Risk
	lines := make(map[string]int)
	for {
		fields, err := t.in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, append(t.found, problems{asProblem(t.broken(err))}...)
		}
		if len(fields) != len(t.heading) {
			t.addf(0, "got %d fields, want %d as in the heading", len(fields), len(t.heading))
			continue
		}
		r := t.risk(fields, methods)
		line, _ := t.in.FieldPos(t.id)
		switch first, twice := lines[r.ID]; {
		case r.ID == "":
			t.addf(t.id, "the risk has no identifier")
		case twice:
			t.addf(t.id, "risk %q is there already, in line %d", r.ID, first)
		}
		lines[r.ID] = line
		register = append(register, r)
	}
	if len(register) == 0 && len(t.found) == 0 {
		return nil, problem{t.name, 1, 1, "no risk stands below the heading"}
	}
	if len(t.found) > 0 {
		return nil, t.found
	}
	return register, nil
}

func asProblem(err error) problem {
	p, _ := errors.AsType[problem](err)
	return p
}

// risk reads one line. What a method does not accept is a fault of the field.
func (t *table) risk(fields []string, methods []risk.Method) compare.Risk {
	r := compare.Risk{ID: strings.TrimSpace(fields[t.id])}
	if t.title >= 0 {
		r.Title = strings.TrimSpace(fields[t.title])
	}
	for i, m := range methods {
		in := risk.Inputs{}
		for c, field := range fields {
			if word := strings.TrimSpace(field); word != "" && t.columns[c].factor != "" && t.columns[c].method == m.Ref() {
				in[t.columns[c].factor] = word
			}
		}
		if len(in) == 0 && i > 0 || m.ID == "" {
			continue // not judged for the second method: it may be translated
		}
		if _, err := m.Rate(in); err != nil {
			t.refused(m, err)
			continue
		}
		r.Judged = append(r.Judged, compare.Judgement{Method: m.Ref(), Inputs: in})
	}
	return r
}

// refused places what a method says of inputs.
func (t *table) refused(m risk.Method, err error) {
	errs, ok := errors.AsType[risk.InputErrors](err)
	if !ok {
		t.addf(0, "%v", err)
		return
	}
	for _, e := range errs {
		field := 0
		if c := slices.Index(t.columns, column{m.Ref(), e.Factor}); c >= 0 {
			field = c
		}
		t.addf(field, "%s", strings.TrimPrefix(e.Error(), "risk: "))
	}
}
