package plot

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

// crowded is a matrix of the given size with n risks all over it, each of
// which moves down, to the left, or both.
func crowded(rows, columns, n int) HeatMap {
	h := HeatMap{Rows: Axis{Labels: make([]string, rows)}, Columns: Axis{Labels: make([]string, columns)}}
	for _, label := range []string{"low", "medium", "high"} {
		h.Levels = append(h.Levels, Level{Label: label})
	}
	for r := range rows {
		h.Cells = append(h.Cells, make([]int, columns))
		for c := range columns {
			h.Cells[r][c] = (r + c) * 2 / max(1, rows+columns-2)
		}
	}
	for i := range n {
		at := Position{Row: (i * 7) % rows, Column: (i * 11) % columns}
		to := Position{Row: max(0, at.Row-i%3), Column: max(0, at.Column-i%2)}
		h.Items = append(h.Items, Item{ID: fmt.Sprintf("R-%03d", i), At: at, To: &to})
	}
	return h
}

// TestArrowsKeepOffNumbers is what the routing is for: whatever the matrix,
// no arrow and no number on an arrow hides how many risks a cell holds.
func TestArrowsKeepOffNumbers(t *testing.T) {
	for _, size := range [][3]int{{2, 2, 30}, {3, 3, 30}, {4, 6, 60}, {5, 5, 30}, {5, 5, 200}, {3, 10, 100}, {10, 3, 100}, {12, 12, 200}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			h := crowded(size[0], size[1], size[2])
			require.NoError(t, h.check())
			counted, l := h.tally(), h.layout()
			arrows := h.route(l, counted)
			require.NotEmpty(t, arrows)
			for _, text := range h.cellTexts(l, counted) {
				if text.cost == costNumber {
					number := box{text.box().at, width(text.text, text.size) / 2, text.size * .36}
					requireClear(t, number, arrows)
				}
			}
		})
	}
}

func requireClear(t *testing.T, number box, arrows []arrow) {
	t.Helper()
	for _, a := range arrows {
		for _, p := range a.samples() {
			require.False(t, number.holds(p), "%v → %v runs over the number at %v", a.from, a.to, number.at)
		}
		if len(a.items) > 1 {
			require.False(t, number.meets(box{a.badge, badgeRadius, badgeRadius}), "the %d of %v → %v covers the number at %v", len(a.items), a.from, a.to, number.at)
		}
	}
}

// TestCellTextsStayInTheirCells: numbers, ids and words, in every size.
func TestCellTextsStayInTheirCells(t *testing.T) {
	for rows := 1; rows <= mostSteps; rows++ {
		for columns := 1; columns <= mostSteps; columns++ {
			h := crowded(rows, columns, 2*rows*columns)
			l := h.layout()
			for p, items := range h.tally().now {
				corner := l.corner(p)
				for _, text := range h.cellText(l, p, items) {
					b := text.box()
					require.GreaterOrEqual(t, b.at.x-b.halfW, corner.x, "%d × %d: %s", rows, columns, text.text)
					require.LessOrEqual(t, b.at.x+b.halfW, corner.x+l.cell.x-gap, "%d × %d: %s", rows, columns, text.text)
					require.GreaterOrEqual(t, b.at.y-b.halfH, corner.y, "%d × %d: %s", rows, columns, text.text)
					require.LessOrEqual(t, b.at.y+b.halfH, corner.y+l.cell.y-gap, "%d × %d: %s", rows, columns, text.text)
				}
			}
		}
	}
}

// TestEveryCellNamesItsLevel: color is never the only sign.
func TestEveryCellNamesItsLevel(t *testing.T) {
	for _, c := range []struct {
		name    string
		labels  []string
		want    []string
		letters bool
	}{
		{"words", []string{"low", "high"}, []string{"low", "high"}, false},
		{"one is empty", []string{"low", ""}, []string{"A", "B"}, true},
		{"one is blank", []string{" ", "high"}, []string{"A", "B"}, true},
		{"one is too long", []string{"low", "unacceptable without a decision of the board"}, []string{"A", "B"}, true},
		{"two are the same", []string{"high", "high"}, []string{"A", "B"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			var h HeatMap
			for _, label := range c.labels {
				h.Levels = append(h.Levels, Level{Label: label})
			}
			words, letters := h.words(80)
			require.Equal(t, c.want, words)
			require.Equal(t, c.letters, letters)
		})
	}
}
