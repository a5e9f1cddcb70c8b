package csv

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"

	"github.com/ismskit/ismskit/internal/enum"
	"github.com/ismskit/ismskit/isms/docinfo"
)

// Options say which table is written, and how. The zero value is right for a
// document with one table and for most spreadsheets.
type Options struct {
	// Table is the ID of the table. Empty means the only table of the document.
	Table string
	// Comma separates the fields. 0 means ','. Spreadsheets in countries with a
	// decimal comma expect ';'. It is none of CR, LF, '"', U+FFFD.
	Comma rune
	// NoBOM leaves the byte order mark out, for programs that stumble over it.
	// Without it some spreadsheets read letters outside ASCII wrongly.
	NoBOM bool
}

// Write writes one table of d to w. The same document gives the same bytes. A
// document with problems is not written: the error is then a docinfo.Problems
// value. Other errors say that the table is not there or not the only one, that
// the comma cannot separate fields, or what w reported.
func Write(w io.Writer, d docinfo.Document, o Options) error {
	if err := d.Validate(); err != nil {
		return err
	}
	t, err := choose(tables(d.Blocks), o.Table)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if !o.NoBOM {
		b.WriteString("\uFEFF")
	}
	c := csv.NewWriter(&b)
	c.UseCRLF = true
	if o.Comma != 0 {
		c.Comma = o.Comma
	}
	if err := c.WriteAll(records(t, d.Mark)); err != nil {
		return fmt.Errorf("docinfo/csv: %w", err)
	}
	if _, err := w.Write(b.Bytes()); err != nil {
		return fmt.Errorf("docinfo/csv: %w", err)
	}
	return nil
}

// tables gives all tables in reading order.
func tables(blocks []docinfo.Block) []docinfo.Table {
	var ts []docinfo.Table
	for _, b := range blocks {
		switch b := b.(type) {
		case docinfo.Section:
			ts = append(ts, tables(b.Blocks)...)
		case docinfo.Table:
			ts = append(ts, b)
		}
	}
	return ts
}

func choose(ts []docinfo.Table, id string) (docinfo.Table, error) {
	ids := make([]string, len(ts))
	for i, t := range ts {
		if t.ID == id {
			return t, nil
		}
		ids[i] = t.ID
	}
	switch {
	case len(ts) == 0:
		return docinfo.Table{}, fmt.Errorf("docinfo/csv: table: got a document without tables, want one")
	case id == "" && len(ts) == 1:
		return ts[0], nil
	case id == "":
		return docinfo.Table{}, fmt.Errorf("docinfo/csv: table: got no ID, want one of %s", strings.Join(ids, ", "))
	}
	hint := ""
	if near, ok := enum.Nearest(id, ids); ok {
		hint = fmt.Sprintf("; did you mean %q?", near)
	}
	return docinfo.Table{}, fmt.Errorf("docinfo/csv: table: got %q, want one of %s%s", id, strings.Join(ids, ", "), hint)
}

// records gives the lines of the file, the titles first.
func records(t docinfo.Table, mark string) [][]string {
	noted := make([]bool, len(t.Columns)) // which columns have notes
	for _, r := range t.Rows {
		for i, c := range r.Cells {
			noted[i] = noted[i] || c.Note != ""
		}
	}
	lines := make([][]string, 0, len(t.Rows)+1)
	lines = append(lines, titles(t, noted, mark))
	for _, r := range t.Rows {
		line := make([]string, 0, len(lines[0]))
		if t.GroupTitle != "" {
			line = append(line, Escape(r.Group))
		}
		for i, c := range r.Cells {
			line = append(line, content(c))
			if noted[i] {
				line = append(line, Escape(c.Note))
			}
		}
		if mark != "" {
			line = append(line, Escape(mark))
		}
		lines = append(lines, line)
	}
	return lines
}

func titles(t docinfo.Table, noted []bool, mark string) []string {
	var line []string
	if t.GroupTitle != "" {
		line = append(line, Escape(t.GroupTitle))
	}
	for i, c := range t.Columns {
		line = append(line, Escape(c.Title))
		if !noted[i] {
			continue
		}
		if c.NoteTitle == "" {
			c.NoteTitle = c.Title + " (note)"
		}
		line = append(line, Escape(c.NoteTitle))
	}
	if mark != "" {
		line = append(line, Escape(mark))
	}
	return line
}

// content gives text and items of a cell as one field.
func content(c docinfo.Cell) string {
	if len(c.Items) == 0 {
		return Escape(c.Text)
	}
	items := make([]string, 0, len(c.Items)+1)
	if c.Text != "" {
		items = append(items, c.Text)
	}
	for _, item := range c.Items {
		items = append(items, item.String())
	}
	return Escape(Join(items))
}
