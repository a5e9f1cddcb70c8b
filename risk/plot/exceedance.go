package plot

import (
	"fmt"
	"io"
)

// Exceedance are exceedance curves: against each loss the probability of
// losing more. Several stand in one picture, such as today and under a plan,
// beside a curve of what is tolerated.
//
// Each curve is labeled where it ends, or where there is room nearest to that;
// where there is none, all are explained below the picture. Titles and labels
// are UTF-8 without control characters.
type Exceedance struct {
	// ID, Title and Description are those of a [HeatMap].
	ID, Title, Description string
	// Currency is printed beside amounts, such as "EUR". "" prints none.
	Currency string
	// Curves are the 1 to 6 curves. They are a slice, not a map by label, because
	// the order gives each its color and dash: the first is a solid line.
	Curves []Curve
	// Tolerance are the points of what is tolerated: a probability of more than
	// each loss. They are drawn as circles, and joined by straight lines of the
	// picture. None draws none.
	Tolerance []Point
	// Loss is the scale of the losses, Log unless told otherwise.
	Loss Scale
	// Probability is the scale of the probabilities, Linear unless told otherwise.
	Probability Scale
	// Least is the least probability that is shown, from 1e-9 to 0.5: the losses
	// that are less probable are cut off. 0 means 0.001, a year in a thousand.
	Least float64
	// Words are the texts of the picture in another language.
	Words Words
	// Width is the width in CSS pixels for which the picture is laid out, 280 to
	// 10,000; letters keep their size. 0 means 640. It shrinks to a narrower page
	// either way, letters and all: for a phone a picture of 360 reads better.
	Width int
	// Light keeps the light colors where the reader prefers dark ones.
	Light bool
}

// Curve is one exceedance curve.
type Curve struct {
	// Label says what it is of, "today". Two curves have different labels.
	Label string
	// Points are 2 to 100,000 points: losses do not fall, probabilities do not
	// rise. They are joined by straight lines. A loss of less than 1e-6 has no
	// place on a log axis; the curve begins at the next.
	Points []Point
	// Epistemic is the band of what is not known of the parameters, from 5 to 95 %
	// unless Words.Epistemic says otherwise: a tint.
	Epistemic []Band
	// Sampling is the error of the simulation, the 95 % interval unless
	// Words.Sampling says otherwise: upright strokes. Unlike the other band it
	// shrinks with more trials.
	Sampling []Band
	// Marks are figures to be pointed out, up to 8, such as a VaR.
	Marks []Mark
}

// Point is a point of an exceedance curve: the probability of losing more than
// this in a year.
type Point struct {
	Loss        float64 `json:"loss"`
	Probability float64 `json:"probability"`
}

// Points converts points that come from elsewhere, such as the AEP of a result
// of package loss.
func Points[P ~struct {
	Loss        float64 `json:"loss"`
	Probability float64 `json:"probability"`
}](from []P) []Point {
	points := make([]Point, len(from))
	for i, p := range from {
		points[i] = Point(p)
	}
	return points
}

// Band is where the probability of losing more may be.
type Band struct {
	Loss, Low, High float64
}

// Mark is a figure on a curve.
type Mark struct {
	// Label is printed with the loss behind it. "" says which VaR it is:
	// "VaR 95 %" for a probability of 0.05.
	Label             string
	Loss, Probability float64
}

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (e Exceedance) WriteSVG(w io.Writer) error {
	svg, err := e.SVG()
	return writeSVG(w, "exceedance", svg, err)
}

// SVG returns what [Exceedance.WriteSVG] writes.
func (e Exceedance) SVG() ([]byte, error) {
	if err := e.check(); err != nil {
		return nil, fmt.Errorf("plot: exceedance: %w", err)
	}
	return e.draw(), nil
}

// Table returns the picture in words for a document: a row for each curve with
// the losses that are exceeded with some probabilities. Errors are those of
// [Exceedance.WriteSVG].
func (e Exceedance) Table() (Table, error) {
	if err := e.check(); err != nil {
		return Table{}, fmt.Errorf("plot: exceedance: %w", err)
	}
	return e.table(), nil
}

func (e Exceedance) frame() frame {
	return frame{e.ID, e.Title, e.Description, e.Width, e.Light, e.Words}
}

// least is the least probability that is shown.
func (e Exceedance) least() float64 {
	if e.Least == 0 {
		return 0.001
	}
	return e.Least
}
