package plot

import (
	"math"
	"slices"
	"strings"
)

// Sizes in units of the picture, which are CSS pixels at its natural width.
const (
	margin    = 20.0
	gap       = 3.0 // between cells
	labelGap  = 10.0
	titleSize = 19.0
	bodySize  = 13.0
	wordSize  = 11.0 // level words, ids, notes
	leading   = 1.3
)

// heatLayout says where the parts of a heat map are.
type heatLayout struct {
	rows, columns int
	cell          point   // width and height of a cell with its gap
	count         float64 // font size of the numbers
	columnSize    float64 // font size of the labels of the columns
	idLines       int     // lines of ids that a cell has room for
	grid          point   // upper left corner of the cells
	width         float64
	title, about  []string
	rowsTitle     string
	columnsTitle  string
	rowLabels     [][]string
	columnLabels  [][]string
	words         []string // of the levels, as the cells show them
	letters       bool     // words are letters, which the legend explains
}

// cellWidths are by the number of columns, so that few fill a page and many
// still fit it.
var cellWidths = [mostSteps + 1]float64{1: 220, 2: 170, 3: 136, 4: 112, 5: 96, 6: 92, 7: 84, 8: 78, 9: 72, 10: 68, 11: 64, 12: 62}

func (h HeatMap) layout() heatLayout {
	l := heatLayout{rows: len(h.Rows.Labels), columns: len(h.Columns.Labels), count: 26}
	l = l.sized(h.Columns.Labels)
	gutter := h.gutter()
	l.width = margin + gutter + labelGap + float64(float64(l.columns)*l.cell.x) + margin
	l.title = wrap(h.Title, titleSize*1.1, l.width-2*margin, 3)
	l.about = wrap(h.Description, bodySize, l.width-2*margin, 4)
	l.rowsTitle = clip(h.Rows.Title, bodySize*1.1, l.width-2*margin-20)
	l.columnsTitle = clip(h.Columns.Title, bodySize*1.1, l.width-2*margin-20)
	l.rowLabels = wrapAll(h.Rows.Labels, bodySize, gutter, int(l.cell.y/(bodySize*leading)))
	l.columnLabels = wrapAll(h.Columns.Labels, l.columnSize, l.cell.x-8, 3)
	l.words, l.letters = h.words(l.cell.x - gap - 14)
	l.grid = point{margin + gutter + labelGap, l.head()}
	return l
}

// sized sets the size of the cells: enough for the longest word of the column
// labels, in wider cells or else in smaller letters, as far as either goes.
func (l heatLayout) sized(labels []string) heatLayout {
	const stretch, smallest = 1.25, 11.0
	base, need := cellWidths[l.columns], longest(labels, bodySize)+8
	l.cell = point{math.Ceil(min(max(base, need), float64(base*stretch))), 86}
	l.columnSize = min(bodySize, max(smallest, bodySize*(l.cell.x-8)/max(1, need-8)))
	l.idLines = 2
	switch {
	case l.rows > 8:
		l.cell.y, l.idLines = 60, 0
	case l.rows > 5:
		l.cell.y, l.idLines = 72, 1
	}
	if l.rows > 8 || l.columns > 8 {
		l.count = 22
	}
	return l
}

// gutter is how wide the labels of the rows are: enough for every word, and
// for three lines.
func (h HeatMap) gutter() float64 {
	need := max(40, longest(h.Rows.Labels, bodySize)+3)
	for _, label := range h.Rows.Labels {
		need = max(need, width(shorten(label), bodySize)/2.5)
	}
	return math.Ceil(min(need, 150))
}

// longest is the width of the longest part that a line break should not cut.
func longest(labels []string, size float64) float64 {
	most := 0.0
	for _, label := range labels {
		for _, piece := range pieces(shorten(label)) {
			most = max(most, width(strings.TrimRight(piece, " "), size))
		}
	}
	return most
}

func wrapAll(labels []string, size, most float64, lines int) [][]string {
	out := make([][]string, len(labels))
	for i, label := range labels {
		out[i] = wrap(label, size, most, lines)
	}
	return out
}

// words returns what stands in the cells of each level beside the color: the
// label of the level or, where one does not fit or does not tell, letters.
func (h HeatMap) words(most float64) (words []string, letters bool) {
	for _, level := range h.Levels {
		label := level.Label
		if strings.TrimSpace(label) == "" || width(label, wordSize) > most || slices.Contains(words, label) {
			return letterNames[:len(h.Levels)], true
		}
		words = append(words, label)
	}
	return words, false
}

var letterNames = []string{"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"}

// head is the height of what stands above the cells.
func (l heatLayout) head() float64 {
	y := margin
	if n := len(l.title); n > 0 {
		y += float64(float64(n)*titleSize*leading) + 4
	}
	if n := len(l.about); n > 0 {
		y += float64(float64(n)*bodySize*leading) + 4
	}
	if y > margin {
		y += 10
	}
	return y + titleLine(l.rowsTitle)
}

// titleLine is the height of the line that the title of an axis takes.
func titleLine(title string) float64 {
	if title == "" {
		return 0
	}
	return bodySize*leading + 4
}

// corner is the upper left corner of a cell.
func (l heatLayout) corner(p Position) point {
	return point{
		l.grid.x + float64(float64(p.Column)*l.cell.x) + gap/2,
		l.grid.y + float64(float64(l.rows-1-p.Row)*l.cell.y) + gap/2,
	}
}

// center is where the number of a cell stands.
func (l heatLayout) center(p Position) point {
	up := float64(float64(l.idLines) * 2.5) // to make room for the ids
	return l.corner(p).plus(point{float64((l.cell.x - gap) / 2), float64((l.cell.y-gap)/2) + 2 - up})
}

// foot is the lower edge of the cells.
func (l heatLayout) foot() float64 { return l.grid.y + float64(float64(l.rows)*l.cell.y) }

// right is the right edge of the cells.
func (l heatLayout) right() float64 { return l.width - margin }
