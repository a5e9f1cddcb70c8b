package plot

import (
	"fmt"
	"io"
)

// Histogram is the distribution of the loss of a year: a bar for each range of
// losses, and one of its own, apart, for the years without any.
//
// The areas of the bars are as their probabilities, whatever their widths.
type Histogram struct {
	// ID, Title and Description are those of a [HeatMap].
	ID, Title, Description string
	// Currency is printed beside amounts, such as "EUR". "" prints none.
	Currency string
	// Zero is the probability of a year without loss. With 0 there is no bar for
	// it.
	Zero float64
	// Bins are the 1 to 1,000 ranges of losses, ascending. What they and Zero
	// leave of 1 is named below the picture.
	Bins []Bin
	// Marks are losses to be pointed out, up to 8, such as the mean and a VaR.
	Marks []At
	// Loss is the scale of the losses, Log unless told otherwise.
	Loss Scale
	// Words, Width and Light are those of an [Exceedance].
	Words Words
	Width int
	Light bool
}

// Bin is a range of losses and the probability that the loss of a year is in it.
type Bin struct {
	From, To, Probability float64
}

// At is a loss with a name, "mean" or "VaR 95 %".
type At struct {
	Label string
	Loss  float64
}

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (h Histogram) WriteSVG(w io.Writer) error {
	svg, err := h.SVG()
	return writeSVG(w, "histogram", svg, err)
}

// SVG returns what [Histogram.WriteSVG] writes.
func (h Histogram) SVG() ([]byte, error) {
	if err := h.check(); err != nil {
		return nil, fmt.Errorf("plot: histogram: %w", err)
	}
	return h.draw(), nil
}

// Table returns the picture in words for a document: a row for each bar. Errors
// are those of [Histogram.WriteSVG].
func (h Histogram) Table() (Table, error) {
	if err := h.check(); err != nil {
		return Table{}, fmt.Errorf("plot: histogram: %w", err)
	}
	return h.table(), nil
}

func (h Histogram) frame() frame {
	return frame{h.ID, h.Title, h.Description, h.Width, h.Light, h.Words}
}

const mostBins = 1000

// check returns the first fault, with its place.
func (h Histogram) check() error {
	if err := first(
		h.frame().check(), checkCurrency(h.Currency), checkScale("Loss", h.Loss),
		checkProbability("Zero", h.Zero), checkCount("Bins", len(h.Bins), 1, mostBins), each("Bins", len(h.Bins), h.checkBin),
		checkCount("Marks", len(h.Marks), 0, mostMarks),
	); err != nil {
		return err
	}
	if all := 1 - h.outside(); all > 1+1e-6 {
		return fmt.Errorf("Bins: got probabilities that sum to %v with that of Zero, want 1 at most", all)
	}
	return each("Marks", len(h.Marks), func(where string, i int) error {
		m := h.Marks[i]
		return first(checkText(where+".Label", m.Label), checkLoss(where+".Loss", m.Loss), checkOn(h.scale(), where+".Loss", m.Loss))
	})
}

func (h Histogram) checkBin(where string, i int) error {
	b := h.Bins[i]
	if err := first(
		checkLoss(where+".From", b.From), checkOn(h.scale(), where+".From", b.From), checkLoss(where+".To", b.To),
		checkProbability(where+".Probability", b.Probability),
	); err != nil {
		return err
	}
	switch {
	case !(b.To-b.From >= b.To*1e-9) || b.To == b.From:
		return fmt.Errorf("%s.To: got %v from %v, want more", where, b.To, b.From)
	case i > 0 && b.From < h.Bins[i-1].To:
		return fmt.Errorf("%s.From: got %v, which is in the bin before, up to %v", where, b.From, h.Bins[i-1].To)
	}
	return nil
}

func (h Histogram) scale() Scale { return h.Loss.or(Log) }

// outside is the probability of what is neither zero nor in a bin.
func (h Histogram) outside() float64 {
	rest := 1 - h.Zero
	for _, b := range h.Bins {
		rest -= b.Probability
	}
	return rest
}
