package plot

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	mostSteps  = 12     // labels of an axis, and levels: more do not fit a page or an eye
	mostArrows = 60     // more are a knot, however they are laid
	mostWidth  = 10_000 // CSS pixels
)

// check returns the first fault, with its place.
func (h HeatMap) check() error {
	checks := []func() error{h.checkSizes, h.checkTexts, h.checkCells, h.checkItems}
	for _, check := range checks {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

func (h HeatMap) checkSizes() error {
	counts := []struct {
		what string
		n    int
	}{
		{"Rows.Labels", len(h.Rows.Labels)}, {"Columns.Labels", len(h.Columns.Labels)}, {"Levels", len(h.Levels)},
	}
	for _, c := range counts {
		if c.n < 1 || c.n > mostSteps {
			return fmt.Errorf("%s: got %d, want 1 to %d", c.what, c.n, mostSteps)
		}
	}
	if h.Width < 0 || h.Width > mostWidth {
		return fmt.Errorf("Width: got %d pixels, want 1 to %d, or 0 for the natural width", h.Width, mostWidth)
	}
	if h.Arrows > mostArrows {
		return fmt.Errorf("Arrows: got %d, want at most %d", h.Arrows, mostArrows)
	}
	if h.ID != "" && !isID(h.ID) {
		return fmt.Errorf("ID: got %q, want a letter, then up to 63 letters, digits, - and _", h.ID)
	}
	return nil
}

// isID reports whether s can stand in an XML id and in a CSS selector alike
// without escapes.
func isID(s string) bool {
	if len(s) > 64 {
		return false
	}
	for i, r := range s {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
		if !letter && (i == 0 || !strings.ContainsRune("0123456789-_", r)) {
			return false
		}
	}
	return s != ""
}

func (h HeatMap) checkTexts() error {
	if err := first(
		checkText("Title", h.Title), checkText("Description", h.Description),
		checkText("Rows.Title", h.Rows.Title), checkText("Columns.Title", h.Columns.Title),
	); err != nil {
		return err
	}
	for i, s := range h.Rows.Labels {
		if err := checkText(fmt.Sprintf("Rows.Labels[%d]", i), s); err != nil {
			return err
		}
	}
	for i, s := range h.Columns.Labels {
		if err := checkText(fmt.Sprintf("Columns.Labels[%d]", i), s); err != nil {
			return err
		}
	}
	for i, l := range h.Levels {
		if err := checkText(fmt.Sprintf("Levels[%d].Label", i), l.Label); err != nil {
			return err
		}
	}
	return nil
}

// checkText refuses what XML cannot hold and what would break a line.
func checkText(where, s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s: got %+q, want UTF-8", where, s)
	}
	for _, r := range s {
		if unicode.IsControl(r) || strings.ContainsRune("\u2028\u2029\uFFFE\uFFFF", r) {
			return fmt.Errorf("%s: got %+q, want text without control characters", where, s)
		}
	}
	return nil
}

func (h HeatMap) checkCells() error {
	if got, want := len(h.Cells), len(h.Rows.Labels); got != want {
		return fmt.Errorf("Cells: got %d rows, want %d, one for each label", got, want)
	}
	for r, row := range h.Cells {
		if got, want := len(row), len(h.Columns.Labels); got != want {
			return fmt.Errorf("Cells[%d]: got %d cells, want %d, one for each label", r, got, want)
		}
		for c, rank := range row {
			if rank < 0 || rank >= len(h.Levels) {
				return fmt.Errorf("Cells[%d][%d]: got level %d, want 0 to %d", r, c, rank, len(h.Levels)-1)
			}
		}
	}
	return nil
}

func (h HeatMap) checkItems() error {
	seen := make(map[string]int, len(h.Items))
	for i, item := range h.Items {
		if err := h.checkItem(item); err != nil {
			return fmt.Errorf("Items[%d]%w", i, err)
		}
		if before, ok := seen[item.ID]; ok && item.ID != "" {
			return fmt.Errorf("Items[%d].ID: got %q, which is Items[%d] already, want each risk once", i, item.ID, before)
		}
		seen[item.ID] = i
	}
	return nil
}

func (h HeatMap) checkItem(item Item) error {
	if err := first(checkText(".ID", item.ID), checkText(".Label", item.Label), h.checkPosition(".At", item.At)); err != nil {
		return err
	}
	if item.To == nil {
		return nil
	}
	return h.checkPosition(".To", *item.To)
}

func (h HeatMap) checkPosition(where string, p Position) error {
	rows, columns := len(h.Rows.Labels), len(h.Columns.Labels)
	if p.Row < 0 || p.Row >= rows || p.Column < 0 || p.Column >= columns {
		return fmt.Errorf("%s: got row %d, column %d, want a cell of the %d × %d matrix, from 0", where, p.Row, p.Column, rows, columns)
	}
	return nil
}

// first returns the first error that is one.
func first(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
