package plot

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Table returns the text alternative of the picture for a document: what it says
// at a glance, and a row for each line in the order of the left. The columns are
// the thing, its place and level on both sides, and by how many places it moves
// up (negative: down). Errors are those of [Slope.WriteSVG].
func (s Slope) Table() (Table, error) {
	if err := s.check(); err != nil {
		return Table{}, fmt.Errorf("plot: slope chart: %w", err)
	}
	left, right := s.leftTitle(), s.rightTitle()
	t := Table{Summary: s.summary(), Header: []string{"Risk", left, "Level, " + left, right, "Level, " + right, "Moves up by"}}
	for _, i := range s.layout().left.order {
		l := s.Lines[i]
		t.Rows = append(t.Rows, []string{s.called(i), rankText(l.Left.Rank), l.Left.Level, rankText(l.Right.Rank), l.Right.Level, rankText(l.moved())})
	}
	return t, nil
}

// Text returns the text alternative of the picture as plain text: title,
// summary, and a line for each line. Errors are those of [Slope.WriteSVG].
func (s Slope) Text() (string, error) {
	if err := s.check(); err != nil {
		return "", fmt.Errorf("plot: slope chart: %w", err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n\n", s.name(), s.summary())
	for _, i := range s.layout().left.order {
		fmt.Fprintf(&b, "- %s\n", s.sentence(i))
	}
	return b.String(), nil
}

func (s Slope) leftTitle() string  { return named(s.Left, "first order") }
func (s Slope) rightTitle() string { return named(s.Right, "second order") }

func (s Slope) name() string {
	if s.Title != "" {
		return s.Title
	}
	return fmt.Sprintf("Slope chart: %s and %s", s.leftTitle(), s.rightTitle())
}

// sentence is a line in words.
func (s Slope) sentence(i int) string {
	l := s.Lines[i]
	return s.called(i) + ": " + l.Left.words() + " → " + l.Right.words()
}

func (p Place) words() string {
	if strings.TrimSpace(p.Level) == "" {
		return rankText(p.Rank)
	}
	return fmt.Sprintf("%s (%s)", rankText(p.Rank), p.Level)
}

// summary says what the picture shows, for someone who does not see it.
func (s Slope) summary() string {
	up, down := 0, 0
	for _, l := range s.Lines {
		switch moved := l.moved(); {
		case moved > 0:
			up++
		case moved < 0:
			down++
		}
	}
	text := fmt.Sprintf("%s by two orders, %s and %s: %d keep their place, %d are higher by the second, %d lower.",
		risks(len(s.Lines)), s.leftTitle(), s.rightTitle(), len(s.Lines)-up-down, up, down)
	var largest []string
	for _, i := range s.largest() {
		largest = append(largest, s.sentence(i))
	}
	if len(largest) > 0 {
		text += " The largest moves: " + strings.Join(largest, "; ") + "."
	}
	return text
}

// largest are the emphasized lines, the largest move first.
func (s Slope) largest() []int {
	emphasized := s.movers()
	var list []int
	for i := range s.Lines {
		if emphasized[i] {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(i, j int) int {
		return cmp.Compare(math.Abs(s.Lines[j].moved()), math.Abs(s.Lines[i].moved()))
	})
	return list
}
