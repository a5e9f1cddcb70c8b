package plot

import (
	"fmt"
	"io"
)

// Slope is a slope chart: the same things in two orders side by side, each a
// line from its place on the left to its place on the right. Flat lines agree,
// steep ones are what the two orders disagree on.
//
// Titles, labels and ids are UTF-8 without control characters; any of them may
// be empty.
type Slope struct {
	// ID is the XML id of the picture and the prefix of every id in it, as for
	// a [HeatMap]. "" derives it from the content.
	ID string
	// Title is printed above the picture and is its accessible name. "" prints
	// nothing and names the picture after its orders.
	Title string
	// Description is printed below the title and opens the text alternative.
	Description string
	// Left and Right say what the two orders are.
	Left, Right string
	// Lines are the 1 to 250 things in order.
	Lines []Line
	// Movers is how many lines are emphasized at most, those that change most
	// places. 0 means 5; a negative number none.
	Movers int
	// Width is the width in CSS pixels at which the picture is placed, at most
	// 10,000; the height follows. 0 means the natural width.
	Width int
	// Light keeps the light colors where the reader prefers dark ones.
	Light bool
}

// Line is one thing with its places in both orders.
type Line struct {
	// ID is printed before the label on both sides. No two lines have the same.
	ID    string
	Label string
	// Left and Right are the places.
	Left, Right Place
}

// Place is a place in an order.
type Place struct {
	// Rank is the place as it is printed: 1 is the top, and things that the order
	// does not tell apart have one rank, mostly the mean of their places. It is
	// positive.
	Rank float64
	// Level is the group that the place belongs to in this order, such as a level
	// of risk: neighbors of one level are bracketed under its name. "" prints
	// nothing.
	Level string
}

// moved is by how many places the line goes up.
func (l Line) moved() float64 { return l.Left.Rank - l.Right.Rank }

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (s Slope) WriteSVG(w io.Writer) error {
	svg, err := s.SVG()
	if err != nil {
		return err
	}
	if _, err := w.Write(svg); err != nil {
		return fmt.Errorf("plot: slope chart: %w", err)
	}
	return nil
}

// SVG returns what [Slope.WriteSVG] writes.
func (s Slope) SVG() ([]byte, error) {
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("plot: slope chart: %w", err)
	}
	return s.draw(), nil
}
