package report

import "github.com/ismskit/ismskit/isms/docinfo"

// column is a column of a table about values of T, and what its cells say.
type column[T any] struct {
	docinfo.Column

	cell func(T) docinfo.Cell
}

// fill gives a table its columns, and a row for each value; begin gives what a
// row has besides its cells.
func fill[T any](t docinfo.Table, columns []column[T], values []T, begin func(T) docinfo.Row) docinfo.Table {
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	for _, v := range values {
		row := begin(v)
		row.Cells = make([]docinfo.Cell, len(columns))
		for i, c := range columns {
			row.Cells[i] = c.cell(v)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
