package docinfo

import "strings"

func (c *checker) table(t Table) {
	c.required("id", t.ID)
	c.id(t.ID)
	c.required("caption", t.Caption)
	c.columns(t)
	c.each("rows", len(t.Rows), func(i int) { c.row(t.Rows[i], len(t.Columns)) })
}

func (c *checker) columns(t Table) {
	columns := t.Columns
	if len(columns) == 0 {
		c.reportf(CodeColumns, "columns", "got no column, want at least one")
	}
	seen, sum := map[string]bool{GroupID: t.GroupTitle != ""}, 0
	c.each("columns", len(columns), func(i int) {
		col := columns[i]
		c.required("id", col.ID)
		if seen[col.ID] && col.ID != "" {
			c.reportf(CodeID, "id", "got %q a second time, want it once in the table", clip(col.ID))
		}
		seen[col.ID] = true
		c.required("title", col.Title)
		if col.Width < 0 || col.Width > 100 {
			c.reportf(CodeWidth, "width", "got %d, want 0 to 100 percent", col.Width)
		} else {
			sum += col.Width
		}
		if _, err := col.Align.MarshalText(); err != nil {
			c.reportf(CodeAlign, "align", "%v", err)
		}
	})
	if sum > 100 {
		c.reportf(CodeWidth, "columns", "got widths that add up to %d, want at most 100 percent", sum)
	}
}

func (c *checker) row(r Row, columns int) {
	c.id(r.ID)
	if len(r.Cells) != columns {
		c.reportf(CodeCells, "cells", "got %d cells, want %d, one for each column", len(r.Cells), columns)
	}
	c.each("cells", len(r.Cells), func(i int) { c.cell(r.Cells[i]) })
}

func (c *checker) cell(cell Cell) {
	c.tone(cell.Tone)
	if cell.Tone != 0 && !cell.hasWords() {
		c.reportf(CodeTone, "tone", "got a tone without words, want a text or an item")
	}
	c.items(cell.Items)
}

func (c Cell) hasWords() bool {
	if strings.TrimSpace(c.Text) != "" {
		return true
	}
	for _, item := range c.Items {
		if strings.TrimSpace(item.String()) != "" {
			return true
		}
	}
	return false
}
