package docinfo_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/docinfo"
	"github.com/ismskit/ismskit/isms/docinfo/internal/sample"
)

func TestValidateAcceptsTheSample(t *testing.T) {
	require.NoError(t, sample.Statement().Validate())
}

// nested gives n sections, one inside the other.
func nested(n int) docinfo.Block {
	s := docinfo.Section{Title: "Innermost"}
	for range n - 1 {
		s = docinfo.Section{Title: "Outer", Blocks: []docinfo.Block{s}}
	}
	return s
}

// table gives a table that is in order, changed by f.
func table(f func(*docinfo.Table)) docinfo.Table {
	t := docinfo.Table{
		ID: "t", Caption: "A table",
		Columns: []docinfo.Column{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}},
		Rows:    []docinfo.Row{{ID: "r", Cells: []docinfo.Cell{{Text: "1"}, {Text: "2"}}}},
	}
	f(&t)
	return t
}

func TestValidateReports(t *testing.T) {
	blocks := func(bs ...docinfo.Block) docinfo.Document {
		return docinfo.Document{Name: "d", Title: "D", Blocks: bs}
	}
	svg := []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`)
	cyclic := make([]docinfo.Block, 1)
	cyclic[0] = docinfo.Section{Title: "Again", Blocks: cyclic}
	for _, c := range []struct {
		name string
		doc  docinfo.Document
		want string // code and path of each problem
	}{
		{"nothing", docinfo.Document{}, "name /name, missing /title"},
		{"name with a folder", docinfo.Document{Name: "../x", Title: "D"}, "name /name"},
		{"name that hides", docinfo.Document{Name: ".x", Title: "D"}, "name /name"},
		{"name too long", docinfo.Document{Name: strings.Repeat("x", 101), Title: "D"}, "name /name"},
		{"title of spaces", docinfo.Document{Name: "d", Title: " \n"}, "missing /title"},
		{"language in words", docinfo.Document{Name: "d", Title: "D", Language: "German (Swiss)"}, "language /language"},
		{"meta", docinfo.Document{Name: "d", Title: "D", Meta: []docinfo.Field{{}, {Name: "x", Value: docinfo.Link("y", "#z")}}}, "missing /meta/0/name, link /meta/1/value/0/link"},
		{"nil block", blocks(nil), "block /blocks/0"},
		{"pointer", blocks(&docinfo.Table{}), "block /blocks/0"},
		{"nil pointer", blocks((*docinfo.Table)(nil)), "block /blocks/0"},
		{"section without title", blocks(docinfo.Section{}), "missing /blocks/0/title"},
		{"five deep", blocks(nested(5)), ""},
		{"six deep", blocks(nested(6)), "depth /blocks/0/blocks/0/blocks/0/blocks/0/blocks/0/blocks/0"},
		{"a section in itself", blocks(cyclic...), "depth /blocks/0/blocks/0/blocks/0/blocks/0/blocks/0/blocks/0"},
		{"an ID twice", blocks(docinfo.Section{ID: "r", Title: "S"}, table(func(*docinfo.Table) {})), "id /blocks/1/rows/0/id"},
		{"a long ID", blocks(docinfo.Section{ID: strings.Repeat("x", 257), Title: "S"}), "id /blocks/0/id"},
		{"link forward", blocks(docinfo.Link("there", "#r"), table(func(*docinfo.Table) {})), ""},
		{"link to nothing", blocks(docinfo.Link("there", "#")), "link /blocks/0/0/link"},
		{"link to nowhere", blocks(docinfo.List{Items: []docinfo.Text{docinfo.Link("there", "#q")}}), "link /blocks/0/items/0/0/link"},
		{"link that runs", blocks(docinfo.Link("x", "javascript:alert(1)")), "link /blocks/0/0/link"},
		{"link that runs, disguised", blocks(docinfo.Link("x", " JavaScript:alert(1)"), docinfo.Link("x", "java\nscript:x")), "link /blocks/0/0/link, link /blocks/1/0/link"},
		{"link of data", blocks(docinfo.Link("x", "data:text/html,x")), "link /blocks/0/0/link"},
		{"relative link", blocks(docinfo.Link("x", "other.html"), docinfo.Link("x", "//host/x"), docinfo.Link("x", "https:///x")), "link /blocks/0/0/link, link /blocks/1/0/link, link /blocks/2/0/link"},
		{"links out", blocks(docinfo.Link("x", "https://example.org/a?b=c#d"), docinfo.Link("x", "HTTP://example.org"), docinfo.Link("x", "mailto:a@example.org")), ""},
		{"fields", blocks(docinfo.Fields{{Name: "x"}, {}}), "missing /blocks/0/1/name"},
		{"notice", blocks(docinfo.Notice{Tone: 9, Text: docinfo.Link("x", "#y"), Items: []docinfo.Text{docinfo.Link("x", "#y")}}), "tone /blocks/0/tone, missing /blocks/0/title, link /blocks/0/text/0/link, link /blocks/0/items/0/0/link"},
		{"figure", blocks(docinfo.Figure{SVG: svg, Alt: "A"}), ""},
		{"figure without words", blocks(docinfo.Figure{SVG: svg}), "missing /blocks/0/alt"},
		{"figure without picture", blocks(docinfo.Figure{Alt: "A"}), "svg /blocks/0/svg"},
		{"figure cut off", blocks(docinfo.Figure{Alt: "A", SVG: []byte("<svg><g>")}), "svg /blocks/0/svg"},
		{"figure of another kind", blocks(docinfo.Figure{Alt: "A", SVG: []byte("<html/>")}), "svg /blocks/0/svg"},
		{"table without anything", blocks(docinfo.Table{}), "missing /blocks/0/id, missing /blocks/0/caption, columns /blocks/0/columns"},
		{"column without anything", blocks(table(func(t *docinfo.Table) { t.Columns[1] = docinfo.Column{} })), "missing /blocks/0/columns/1/id, missing /blocks/0/columns/1/title"},
		{"a column twice", blocks(table(func(t *docinfo.Table) { t.Columns[1].ID = "a" })), "id /blocks/0/columns/1/id"},
		{"a column called group", blocks(table(func(t *docinfo.Table) { t.Columns[1].ID = docinfo.GroupID })), ""},
		{"a column called group beside groups", blocks(table(func(t *docinfo.Table) { t.Columns[1].ID, t.GroupTitle = docinfo.GroupID, "Group" })), "id /blocks/0/columns/1/id"},
		{"width below", blocks(table(func(t *docinfo.Table) { t.Columns[0].Width = -1 })), "width /blocks/0/columns/0/width"},
		{"width above", blocks(table(func(t *docinfo.Table) { t.Columns[0].Width = 101 })), "width /blocks/0/columns/0/width"},
		{"widths just right", blocks(table(func(t *docinfo.Table) { t.Columns[0].Width, t.Columns[1].Width = 60, 40 })), ""},
		{"widths too much", blocks(table(func(t *docinfo.Table) { t.Columns[0].Width, t.Columns[1].Width = 60, 41 })), "width /blocks/0/columns"},
		{"alignment", blocks(table(func(t *docinfo.Table) { t.Columns[0].Align = 3 })), "align /blocks/0/columns/0/align"},
		{"a cell too few", blocks(table(func(t *docinfo.Table) { t.Rows[0].Cells = t.Rows[0].Cells[:1] })), "cells /blocks/0/rows/0/cells"},
		{"a cell too many", blocks(table(func(t *docinfo.Table) { t.Rows[0].Cells = make([]docinfo.Cell, 3) })), "cells /blocks/0/rows/0/cells"},
		{"tone without words", blocks(table(func(t *docinfo.Table) { t.Rows[0].Cells[0] = docinfo.Cell{Tone: docinfo.Good, Note: "x"} })), "tone /blocks/0/rows/0/cells/0/tone"},
		{"tone with an item", blocks(table(func(t *docinfo.Table) {
			t.Rows[0].Cells[0] = docinfo.Cell{Tone: docinfo.Good, Items: []docinfo.Text{nil, docinfo.Plain("x")}}
		})), ""},
		{"link in a cell", blocks(table(func(t *docinfo.Table) { t.Rows[0].Cells[1].Items = []docinfo.Text{docinfo.Link("x", "#y")} })), "link /blocks/0/rows/0/cells/1/items/0/0/link"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, codes(t, c.doc.Validate()))
		})
	}
}

// codes gives code and path of each problem in an error.
func codes(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	ps, ok := errors.AsType[docinfo.Problems](err)
	require.True(t, ok)
	var found []string
	for _, p := range ps {
		require.NotEmpty(t, p.Message)
		found = append(found, p.Code+" "+p.Path)
	}
	return strings.Join(found, ", ")
}

func TestProblemsRead(t *testing.T) {
	err := docinfo.Document{Name: "a b"}.Validate()
	require.EqualError(t, err, `docinfo: 2 problems in the document
/name: got "a b", want letters, digits, ".", "_" and "-", at most 100, beginning with a letter or digit (name)
/title: got nothing, want a text (missing)`)
	require.ErrorContains(t, docinfo.Document{Name: "a"}.Validate(), "docinfo: 1 problem in the document")
}
