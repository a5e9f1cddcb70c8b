package overlay

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/enum"
)

// ReadTSV reads an overlay from a table with tabs, in UTF-8, as a spreadsheet
// saves it. The first line names the columns: address and the language, such as
// de-AT, are required; revision and ours may be left out.
//
//	address	revision	ours	de-AT
//	A.5.7/title		Threat intelligence	…
//
// A cell that begins with a quote ends with one, and quotes in it are doubled;
// in any other cell a quote is a character like any other. Lines without content
// are passed over. It is strict otherwise, as [ReadJSON] is.
func ReadTSV(src []byte) (Overlay, error) {
	p := tsv{line: 1, column: 1, rest: strings.TrimPrefix(string(src), "\ufeff")}
	if !p.readable(len(src)) || !p.header() {
		return Overlay{}, problems(p.faults, Overlay{})
	}
	p.texts()
	return read(p.tree.Root(), p.faults)
}

// tsv makes a tree of a table, the one that the same overlay in JSON has.
type tsv struct {
	rest         string
	line, column int
	columns      []string // their names; that of the texts is columnText
	tree         doc.Builder
	faults       []doc.Fault
}

// columnText stands for the column of the texts. No column can have this name.
const columnText = " text"

// A cell is a cell of the table with its place.
type cell struct {
	text         string
	line, column int
}

func (p *tsv) report(at cell, path string, f doc.Fault) {
	f.Path, f.Line, f.Column = path, at.line, at.column
	p.faults = doc.Report(p.faults, f, 0)
}

// readable reports whether the table can be read at all.
func (p *tsv) readable(size int) bool {
	here := cell{line: 1, column: 1}
	if size > doc.MaxBytes {
		p.report(here, "", fault(doc.CodeSize, "the table is too large", strconv.Itoa(size)+" bytes", "at most 2 GiB"))
		return false
	}
	if utf8.ValidString(p.rest) {
		return true
	}
	bad := 0
	for bad < len(p.rest) {
		r, width := utf8.DecodeRuneInString(p.rest[bad:])
		if r == utf8.RuneError && width == 1 {
			break
		}
		bad += width
	}
	before := p.rest[:bad]
	here.line += strings.Count(before, "\n")
	here.column += utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
	f := fault(doc.CodeEncoding, "the table is not UTF-8", strconv.QuoteToASCII(p.rest[bad:bad+1]), "UTF-8")
	f.Hint = "save it as UTF-8"
	p.report(here, "", f)
	return false
}

// header reads the names of the columns, and begins the tree.
func (p *tsv) header() bool {
	row := p.row()
	if len(row) == 0 {
		if len(p.faults) == 0 {
			p.report(cell{line: 1, column: 1}, "", fault(doc.CodeEmpty, "the table is empty", "", "a line with the names of the columns"))
		}
		return false
	}
	var tag cell
	var names []string
	for _, c := range row {
		name := strings.TrimSpace(c.text)
		names = append(names, name)
		if _, err := language(name); err == nil {
			tag = cell{name, c.line, c.column}
			name = columnText
		}
		p.name(c, name)
		p.columns = append(p.columns, name)
	}
	for _, column := range [][2]string{
		{columnAddress, "a column address"},
		{columnText, "a column that is named by the language of the texts, such as de-AT"},
	} {
		if !slices.Contains(p.columns, column[0]) {
			p.report(row[0], "", fault(codeHeader, "a column is missing", strings.Join(names, ", "), column[1]))
		}
	}
	if len(p.faults) > 0 {
		return false
	}
	p.tree.Add()
	p.tree.Open(doc.Object)
	p.add("language", doc.Text, tag)
	return true
}

// name reports what is wrong with the name of a column.
func (p *tsv) name(at cell, name string) {
	known := []string{columnAddress, columnRevision, columnOurs}
	switch {
	case name == "": // spreadsheets leave such; it has to stay empty
	case slices.Contains(p.columns, name):
		f := fault(codeHeader, "a second column of this kind", at.text, "each once, and one language")
		if name == columnText {
			f.Hint = "make a file for each language"
		}
		p.report(at, "", f)
	case name != columnText && !slices.Contains(known, name):
		f := fault(codeHeader, "the column is not known", at.text, strings.Join(known, ", ")+" or the tag of a language, such as de-AT")
		if near, ok := enum.Nearest(name, known); ok {
			f.Hint = "did you mean " + strconv.Quote(near) + "?"
		}
		p.report(at, "", f)
	}
}

// texts reads the lines after the first, and ends the tree.
func (p *tsv) texts() {
	p.add("texts", doc.Array, cell{line: p.line, column: p.column})
	p.tree.Open(doc.Array)
	for n := 0; ; {
		row := p.row()
		if row == nil {
			break
		}
		if slices.ContainsFunc(row, func(c cell) bool { return strings.TrimSpace(c.text) != "" }) {
			p.record(row, "/texts/"+strconv.Itoa(n))
			n++
		}
	}
	p.tree.Close()
	p.tree.Close()
}

// record adds one line to the tree.
func (p *tsv) record(row []cell, path string) {
	p.tree.Add()
	n := p.tree.Top()
	n.Line, n.Column = uint32(row[0].line), uint32(row[0].column) //nolint:gosec // below MaxBytes
	p.tree.Open(doc.Object)
	for i, c := range row {
		switch {
		case i >= len(p.columns) || p.columns[i] == "":
			if c.text != "" {
				p.report(c, path, fault(codeRow, "a cell has no column", c.text, "cells below the names of columns"))
			}
		case p.columns[i] == columnRevision:
			p.revision(c, path+"/revision")
		case p.columns[i] == columnAddress:
			c.text = strings.TrimSpace(c.text)
			p.add(columnAddress, doc.Text, c)
		default:
			p.add(strings.TrimSpace(p.columns[i]), doc.Text, c)
		}
	}
	p.tree.Close()
}

func (p *tsv) revision(c cell, path string) {
	c.text = strings.TrimSpace(c.text)
	if c.text == "" {
		return
	}
	if n, err := strconv.ParseUint(c.text, 10, 31); err != nil || strconv.FormatUint(n, 10) != c.text {
		p.report(c, path, fault(codeRevision, "the revision is none", c.text, "a whole number from 0"))
		return
	}
	p.add(columnRevision, doc.Number, c)
}

// add adds a member to the object that is open.
func (p *tsv) add(name string, kind doc.Kind, c cell) {
	n := p.tree.Add()
	line, column := uint32(c.line), uint32(c.column) //nolint:gosec // below MaxBytes
	n.Kind, n.Text, n.Line, n.Column, n.NameLine, n.NameColumn = kind, c.text, line, column, line, column
	p.tree.Name(name)
}

// row reads the next line that has anything in it; nil at the end.
func (p *tsv) row() []cell {
	p.skipLines()
	var row []cell
	for p.rest != "" {
		c, ok := p.cell()
		if !ok {
			return nil
		}
		row = append(row, c)
		if !p.take("\t") {
			break
		}
		if p.rest == "" || p.rest[0] == '\n' || p.rest[0] == '\r' {
			row = append(row, cell{line: p.line, column: p.column})
			break
		}
	}
	return row
}

// skipLines passes line ends.
func (p *tsv) skipLines() {
	for p.take("\r\n") || p.take("\n") || p.take("\r") {
		p.line, p.column = p.line+1, 1
	}
}

// take passes a text, if it comes next.
func (p *tsv) take(text string) bool {
	rest, ok := strings.CutPrefix(p.rest, text)
	if ok {
		p.rest = rest
		p.column += utf8.RuneCountInString(text)
	}
	return ok
}

// cell reads one cell up to what ends it.
func (p *tsv) cell() (cell, bool) {
	c := cell{line: p.line, column: p.column}
	if strings.HasPrefix(p.rest, `"`) {
		return p.quoted(c)
	}
	end := strings.IndexAny(p.rest, "\t\r\n")
	if end < 0 {
		end = len(p.rest)
	}
	c.text = p.rest[:end]
	p.take(c.text)
	return c, true
}

// quoted reads a cell in quotes. What is wrong with one ends the reading: where
// the next cell begins is then a guess.
func (p *tsv) quoted(c cell) (cell, bool) {
	var b strings.Builder
	p.take(`"`)
	for {
		end := strings.IndexByte(p.rest, '"')
		if end < 0 {
			p.report(c, "", fault(codeQuote, "a quote is not closed", p.rest, "a quote at the end of the cell"))
			p.rest = ""
			return c, false
		}
		b.WriteString(p.rest[:end])
		p.pass(p.rest[:end])
		p.take(`"`)
		if !p.take(`"`) {
			break
		}
		b.WriteByte('"')
	}
	if p.rest != "" && !strings.ContainsRune("\t\r\n", rune(p.rest[0])) {
		f := fault(codeQuote, "a quote ends before the cell", p.rest[:cmp.Or(max(0, strings.IndexAny(p.rest, "\t\r\n")), len(p.rest))], "a tab or the end of the line")
		f.Hint = "a cell that begins with a quote ends with one, and those in it are doubled"
		p.report(cell{line: p.line, column: p.column}, "", f)
		p.rest = ""
		return c, false
	}
	c.text = b.String()
	return c, true
}

// pass goes over text that may have several lines.
func (p *tsv) pass(text string) {
	p.rest = p.rest[len(text):]
	lines := strings.ReplaceAll(text, "\r\n", "\n")
	if n := strings.Count(lines, "\n"); n > 0 {
		p.line += n
		p.column = 1
		lines = lines[strings.LastIndexByte(lines, '\n')+1:]
	}
	p.column += utf8.RuneCountInString(lines)
}
