package threefactor

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/risk"
)

// Definition is a method of three factors as an organization has it on paper.
// All of it is the organization's; there are no defaults.
type Definition struct {
	ID      string // of the method, without space and "@"
	Version string // of the method, without space and "@"
	Title   string
	Source  string // the document that the table was taken from, with its edition
	// Factors are the one down the side, the one whose levels group the columns,
	// and the one whose levels are the columns of each group. Levels stand
	// lowest first. Each factor may have a role.
	Factors [3]risk.Factor
	// Levels are the levels of risk, lowest first.
	Levels []risk.Level
	// Cells are ids of levels of risk. Row i is for level i of the first factor;
	// column j·n+k is for level j of the second and level k of the third, which
	// has n levels.
	Cells [][]string
}

// CellError says what is wrong with one cell of a table.
type CellError struct {
	Row, Column int       // in Cells, from 0
	At          [3]string // the ids of the levels that the cell is for
	Found       string
	Expected    []string // ids of the levels of risk
}

func (e *CellError) Error() string {
	return fmt.Sprintf("threefactor: cell of %s (row %d, column %d): got %q, want one of %s",
		strings.Join(e.At[:], ", "), e.Row+1, e.Column+1, e.Found, strings.Join(e.Expected, ", "))
}

// Method returns the method. The error joins everything that is wrong: a
// [*CellError] for each cell that names no level of risk, the rows that are
// missing, too many, too short or too long, and what [risk.Method.Problems]
// finds in the rest.
func (d Definition) Method() (risk.Method, error) {
	errs := d.check()
	m := risk.Method{
		ID: d.ID, Version: d.Version, Title: d.Title, Source: d.Source,
		Factors: slices.Clone(d.Factors[:]), Levels: slices.Clone(d.Levels), Table: d.table(len(errs) == 0),
	}
	for i := range m.Factors {
		m.Factors[i].Scale.Levels = slices.Clone(m.Factors[i].Scale.Levels)
	}
	for _, p := range m.Problems() {
		errs = append(errs, fmt.Errorf("threefactor: %s", p))
	}
	if len(errs) > 0 {
		return risk.Method{}, errors.Join(errs...)
	}
	return m, nil
}

// check finds what is wrong with the size of the table and with its cells.
func (d Definition) check() []error {
	var errs []error
	side, groups, columns := d.Factors[0].Scale.Levels, d.Factors[1].Scale.Levels, d.Factors[2].Scale.Levels
	if len(d.Cells) != len(side) {
		errs = append(errs, fmt.Errorf("threefactor: table: got %d rows, want %d, one for each level of %q", len(d.Cells), len(side), d.Factors[0].ID))
	}
	ids := make([]string, len(d.Levels))
	for i, l := range d.Levels {
		ids[i] = l.ID
	}
	for r, row := range d.Cells[:min(len(d.Cells), len(side))] {
		if len(row) != len(groups)*len(columns) {
			errs = append(errs, fmt.Errorf("threefactor: row of %s: got %d cells, want %d, one for each level of %q and of %q",
				side[r].ID, len(row), len(groups)*len(columns), d.Factors[1].ID, d.Factors[2].ID))
			continue
		}
		for c, word := range row {
			if !slices.Contains(ids, word) {
				at := [3]string{side[r].ID, groups[c/len(columns)].ID, columns[c%len(columns)].ID}
				errs = append(errs, &CellError{Row: r, Column: c, At: at, Found: word, Expected: ids})
			}
		}
	}
	return errs
}

// most is the length of the longest scale that a table is drawn for. Longer
// ones are a problem of the method anyhow.
const most = 100

// table writes the cells as a method has them: a row for each pair of levels of
// the first two factors. Where the cells have mistakes, which are named already,
// it is filled with the lowest level, so that those of the rest are found too.
func (d Definition) table(filled bool) risk.Table {
	side, groups, columns := d.Factors[0], d.Factors[1], d.Factors[2].Scale.Levels
	if max(len(side.Scale.Levels), len(groups.Scale.Levels), len(columns)) > most {
		return nil
	}
	lowest := ""
	if len(d.Levels) > 0 {
		lowest = d.Levels[0].ID
	}
	t := risk.Table{{side.ID, groups.ID}}
	for _, c := range columns {
		t[0] = append(t[0], c.ID)
	}
	for i, s := range side.Scale.Levels {
		for j, g := range groups.Scale.Levels {
			row := []string{s.ID, g.ID}
			for k := range columns {
				word := lowest
				if filled {
					word = d.Cells[i][j*len(columns)+k]
				}
				row = append(row, word)
			}
			t = append(t, row)
		}
	}
	return t
}
