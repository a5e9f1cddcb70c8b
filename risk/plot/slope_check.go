package plot

import (
	"fmt"
	"math"
)

const mostLines = 250 // more are a gray field, and a picture of several pages

// check returns the first fault, with its place.
func (s Slope) check() error {
	switch n := len(s.Lines); {
	case n < 1 || n > mostLines:
		return fmt.Errorf("Lines: got %d, want 1 to %d", n, mostLines)
	case s.Width < 0 || s.Width > mostWidth:
		return fmt.Errorf("Width: got %d pixels, want 1 to %d, or 0 for the natural width", s.Width, mostWidth)
	case s.ID != "" && !isID(s.ID):
		return fmt.Errorf("ID: got %q, want a letter, then up to 63 letters, digits, - and _", s.ID)
	}
	if err := first(checkText("Title", s.Title), checkText("Description", s.Description), checkText("Left", s.Left), checkText("Right", s.Right)); err != nil {
		return err
	}
	seen := make(map[string]int, len(s.Lines))
	for i, l := range s.Lines {
		if err := l.check(fmt.Sprintf("Lines[%d]", i)); err != nil {
			return err
		}
		if before, ok := seen[l.ID]; ok && l.ID != "" {
			return fmt.Errorf("Lines[%d].ID: got %q, which is Lines[%d] already, want each once", i, l.ID, before)
		}
		seen[l.ID] = i
	}
	return nil
}

func (l Line) check(where string) error {
	return first(
		checkText(where+".ID", l.ID), checkText(where+".Label", l.Label),
		l.Left.check(where+".Left"), l.Right.check(where+".Right"),
	)
}

func (p Place) check(where string) error {
	if !(p.Rank > 0) || p.Rank > math.MaxInt32 {
		return fmt.Errorf("%s.Rank: got %v, want a place from 1 on", where, p.Rank)
	}
	return checkText(where+".Level", p.Level)
}
