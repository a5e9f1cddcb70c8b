package plot

import (
	"fmt"
	"io"
)

// HeatMap is a risk matrix with the risks counted in its cells, and arrows
// from where risks are rated now to where treatment is expected to take them.
//
// Rows run upwards (likelihood), columns to the right (consequence), both
// from the lowest label to the highest. Titles, labels and ids are UTF-8
// without control characters; any of them may be empty.
type HeatMap struct {
	// ID is the XML id of the picture and the prefix of every id in it: a
	// letter, then letters, digits, "-" and "_". Pictures that share one HTML
	// page need different ones. "" derives it from the content, so that only
	// pictures that are the same to the byte share one.
	ID string
	// Title is printed above the picture and is its accessible name. "" prints
	// nothing and names the picture after its axes.
	Title string
	// Description is printed below the title and opens the text alternative.
	Description string
	// Rows and Columns are the axes, 1 to 12 labels each.
	Rows, Columns Axis
	// Levels are the 1 to 12 levels of risk, ascending.
	Levels []Level
	// Cells holds the rank of each cell: Cells[row][column] is an index into
	// Levels. Rows ascend like the labels of the axis Rows.
	Cells [][]int
	// Items are the risks. None is a picture too: the empty matrix.
	Items []Item
	// Arrows is how many arrows are drawn at most, up to 60: those that stand
	// for most risks; a line below the picture says how many there are. 0
	// means 12, which stay readable; a negative number none.
	Arrows int
	// Width is the width in CSS pixels at which the picture is placed, at most
	// 10,000; the height follows. 0 means the natural width, at which the
	// small text is 11 pixels high. It shrinks to a narrower page either way.
	Width int
	// Light keeps the light colors where the reader prefers dark ones; for
	// pages that have no dark form.
	Light bool
}

// Axis is one side of the matrix.
type Axis struct {
	Title  string
	Labels []string // ascending
}

// Level is a level of risk. Its color follows from its place among the levels.
type Level struct {
	Label string
}

// Position is a cell of the matrix: indices into the labels of Rows and
// Columns, from 0.
type Position struct {
	Row, Column int
}

// Item is a risk in the matrix.
type Item struct {
	// ID is printed in the cell where few enough share it. A risk without an
	// id is counted and not listed; no two risks have the same id.
	ID string
	// Label says what the risk is; tooltips and the text alternative print it.
	Label string
	// At is the current rating.
	At Position
	// To is the residual rating that treatment is expected to reach. It is a
	// pointer because a risk may have none, and the zero Position is a cell.
	To *Position
}

// WriteSVG writes the picture as one SVG document, which may also stand
// inside an HTML page. Equal heat maps give equal bytes. It returns an error
// that names the place of the first bad value, before anything is written, or
// the error of w.
func (h HeatMap) WriteSVG(w io.Writer) error {
	svg, err := h.SVG()
	if err != nil {
		return err
	}
	if _, err := w.Write(svg); err != nil {
		return fmt.Errorf("plot: heat map: %w", err)
	}
	return nil
}

// SVG returns what [HeatMap.WriteSVG] writes.
func (h HeatMap) SVG() ([]byte, error) {
	if err := h.check(); err != nil {
		return nil, fmt.Errorf("plot: heat map: %w", err)
	}
	return h.draw(), nil
}
