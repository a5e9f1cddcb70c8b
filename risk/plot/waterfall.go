package plot

import (
	"fmt"
	"io"
	"strings"
)

// Waterfall is what controls do to a loss: from today, control by control, to
// what is left after them all.
//
// The contributions are stated, such as Shapley values, which sum to the whole:
// what is left is computed from them.
type Waterfall struct {
	// ID, Title and Description are those of a [HeatMap].
	ID, Title, Description string
	// Currency is printed beside amounts, such as "EUR". "" prints none.
	Currency string
	// Of is what the bars are of, "expected loss in a year".
	Of string
	// Before is the amount without any of the controls, from 0.
	Before float64
	// Steps are the 1 to 60 controls in the order in which they are drawn.
	Steps []Contribution
	// Words, Width and Light are those of an [Exceedance].
	Words Words
	Width int
	Light bool
}

// Contribution is what one control does.
type Contribution struct {
	Label string
	// Change is by how much the amount changes, mostly a negative number.
	Change float64
	// Low and High are the interval of the change. With 0 for both none is drawn.
	Low, High float64
}

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (f Waterfall) WriteSVG(w io.Writer) error {
	svg, err := f.SVG()
	return writeSVG(w, "waterfall", svg, err)
}

// SVG returns what [Waterfall.WriteSVG] writes.
func (f Waterfall) SVG() ([]byte, error) {
	if err := f.check(); err != nil {
		return nil, fmt.Errorf("plot: waterfall: %w", err)
	}
	return f.draw(), nil
}

// Table returns the picture in words for a document: a row for each bar. Errors
// are those of [Waterfall.WriteSVG].
func (f Waterfall) Table() (Table, error) {
	if err := f.check(); err != nil {
		return Table{}, fmt.Errorf("plot: waterfall: %w", err)
	}
	return f.table(), nil
}

func (f Waterfall) frame() frame {
	return frame{f.ID, f.Title, f.Description, f.Width, f.Light, f.Words}
}

const mostContributions = 60

// check returns the first fault, with its place.
func (f Waterfall) check() error {
	if err := first(
		f.frame().check(), checkCurrency(f.Currency), checkText("Of", f.Of),
		checkLoss("Before", f.Before), checkCount("Steps", len(f.Steps), 1, mostContributions),
	); err != nil {
		return err
	}
	return each("Steps", len(f.Steps), func(where string, i int) error {
		s := f.Steps[i]
		if err := first(
			checkText(where+".Label", s.Label), checkAmount(where+".Change", s.Change),
			checkAmount(where+".Low", s.Low), checkAmount(where+".High", s.High),
		); err != nil {
			return err
		}
		if s.Low > s.High {
			return fmt.Errorf("%s.Low: got %v, which is more than the high %v", where, s.Low, s.High)
		}
		return nil
	})
}

// interval reports whether the change has one.
func (c Contribution) interval() bool { return c.Low != 0 || c.High != 0 }

// after is the amount after the first n controls.
func (f Waterfall) after(n int) float64 {
	at := f.Before
	for _, s := range f.Steps[:n] {
		at += s.Change
	}
	return at
}

// name is what the picture is called where it has no title.
func (f Waterfall) name(w Words) string {
	name := fill(w.WaterfallName, "before", w.Before, "after", w.After)
	if f.Of != "" {
		return f.Of + ": " + name
	}
	return name
}

// summary says what the picture shows, for someone who does not see it.
func (f Waterfall) summary(w Words) string {
	last, share := f.after(len(f.Steps)), "–"
	if f.Before > 0 {
		share = w.ratio(last / f.Before)
	}
	text := sentence(f.name(w))
	text += sentence(fill(w.FromTo, "before", w.Before, "from", w.money(f.Before, f.Currency), "after", w.After, "to", w.money(last, f.Currency), "percent", share))
	steps := make([]string, len(f.Steps))
	for i, s := range f.Steps {
		steps[i] = fill(w.Reading, "label", s.Label, "amount", f.inWords(w, s))
	}
	return text + strings.Join(steps, "; ") + "."
}

// inWords is a change with its interval.
func (f Waterfall) inWords(w Words, s Contribution) string {
	if !s.interval() {
		return w.change(s.Change)
	}
	return w.change(s.Change) + " (" + fill(w.LossFrom, "from", w.change(s.Low), "to", w.change(s.High)) + ")"
}

func (f Waterfall) table() Table {
	w := f.Words.complete()
	t := Table{Summary: f.summary(w), Header: []string{w.Step, w.Change, w.axisTitle(named(f.Of, w.Result), f.Currency)}}
	t.Rows = append(t.Rows, []string{w.Before, "", w.amount(f.Before)})
	for i, s := range f.Steps {
		t.Rows = append(t.Rows, []string{s.Label, f.inWords(w, s), w.amount(f.after(i + 1))})
	}
	t.Rows = append(t.Rows, []string{w.After, "", w.amount(f.after(len(f.Steps)))})
	return t
}
