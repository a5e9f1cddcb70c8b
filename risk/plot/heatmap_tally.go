package plot

import (
	"cmp"
	"slices"
)

// tally is what a heat map shows: the risks counted by cell, level and move.
type tally struct {
	now, then   map[Position][]int // indices of the items in a cell, today and after treatment
	levelNow    []int              // risks by level
	levelThen   []int
	moves       []move
	rated       int // items with a residual rating
	down, level int // of these, how many fall to a lower level, how many keep theirs
}

// move is the risks that go from one cell to another.
type move struct {
	from, to Position
	items    []int
}

// tally counts. A risk without a residual rating is expected where it is.
func (h HeatMap) tally() tally {
	t := tally{
		now: map[Position][]int{}, then: map[Position][]int{},
		levelNow: make([]int, len(h.Levels)), levelThen: make([]int, len(h.Levels)),
	}
	moves := map[[2]Position][]int{}
	for i, item := range h.Items {
		from, to := item.At, item.At
		if item.To != nil {
			to = *item.To
			t.rate(h.rank(from), h.rank(to))
		}
		t.now[from], t.then[to] = append(t.now[from], i), append(t.then[to], i)
		t.levelNow[h.rank(from)]++
		t.levelThen[h.rank(to)]++
		if from != to {
			pair := [2]Position{from, to}
			moves[pair] = append(moves[pair], i)
		}
	}
	for pair, items := range moves {
		t.moves = append(t.moves, move{from: pair[0], to: pair[1], items: items})
	}
	slices.SortFunc(t.moves, h.compareMoves)
	return t
}

func (t *tally) rate(from, to int) {
	t.rated++
	switch {
	case to < from:
		t.down++
	case to == from:
		t.level++
	}
}

func (h HeatMap) rank(p Position) int { return h.Cells[p.Row][p.Column] }

// compareMoves puts those of most risks first, then those from the highest
// level, then the deepest fall, then the order of the cells.
func (h HeatMap) compareMoves(a, b move) int {
	return cmp.Or(
		-cmp.Compare(len(a.items), len(b.items)),
		-cmp.Compare(h.rank(a.from), h.rank(b.from)),
		cmp.Compare(h.rank(a.to), h.rank(b.to)),
		comparePositions(a.from, b.from),
		comparePositions(a.to, b.to),
	)
}

// comparePositions reads the matrix as it is drawn: from its highest corner.
func comparePositions(a, b Position) int {
	return cmp.Or(-cmp.Compare(a.Row, b.Row), -cmp.Compare(a.Column, b.Column))
}

// occupied lists the cells that hold a risk today or are expected to, those of
// the highest level first.
func (h HeatMap) occupied(t tally) []Position {
	var at []Position
	for r := range h.Cells {
		for c := range h.Cells[r] {
			if p := (Position{Row: r, Column: c}); len(t.now[p])+len(t.then[p]) > 0 {
				at = append(at, p)
			}
		}
	}
	slices.SortFunc(at, func(a, b Position) int {
		return cmp.Or(-cmp.Compare(h.rank(a), h.rank(b)), comparePositions(a, b))
	})
	return at
}
