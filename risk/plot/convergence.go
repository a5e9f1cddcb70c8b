package plot

import (
	"fmt"
	"io"
	"math"
)

// Convergence is an estimate as it becomes surer with more trials: its value
// and interval after so many of them, and the precision that was asked for.
type Convergence struct {
	// ID, Title and Description are those of a [HeatMap].
	ID, Title, Description string
	// Currency is printed beside amounts, such as "EUR". "" prints none.
	Currency string
	// Of is what is estimated, "VaR 99 %".
	Of string
	// Steps are 2 to 10,000 stages, by number of trials.
	Steps []Stage
	// Asked is the precision that was asked for: half of the interval, relative to
	// the last value, such as 0.01. 0 draws none.
	Asked float64
	// Words, Width and Light are those of an [Exceedance].
	Words Words
	Width int
	Light bool
}

// Stage is an estimate after some trials. Low and High are its interval, the one
// that Words.Interval says: 95 %.
type Stage struct {
	Trials           int
	Value, Low, High float64
}

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (c Convergence) WriteSVG(w io.Writer) error {
	svg, err := c.SVG()
	return writeSVG(w, "convergence", svg, err)
}

// SVG returns what [Convergence.WriteSVG] writes.
func (c Convergence) SVG() ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("plot: convergence: %w", err)
	}
	return c.draw(), nil
}

// Table returns the picture in words for a document: a row for each stage.
// Errors are those of [Convergence.WriteSVG].
func (c Convergence) Table() (Table, error) {
	if err := c.check(); err != nil {
		return Table{}, fmt.Errorf("plot: convergence: %w", err)
	}
	return c.table(), nil
}

func (c Convergence) frame() frame {
	return frame{c.ID, c.Title, c.Description, c.Width, c.Light, c.Words}
}

const mostStages = 10_000

// check returns the first fault, with its place.
func (c Convergence) check() error {
	if err := first(
		c.frame().check(), checkCurrency(c.Currency), checkText("Of", c.Of), checkCount("Steps", len(c.Steps), 2, mostStages),
	); err != nil {
		return err
	}
	if !(c.Asked >= 0 && c.Asked <= 1) {
		return fmt.Errorf("Asked: got %v, want a part of the value from 0 to 1", c.Asked)
	}
	return each("Steps", len(c.Steps), c.checkStep)
}

func (c Convergence) checkStep(where string, i int) error {
	s := c.Steps[i]
	if err := first(checkAmount(where+".Value", s.Value), checkAmount(where+".Low", s.Low), checkAmount(where+".High", s.High)); err != nil {
		return err
	}
	switch {
	case s.Trials < 1:
		return fmt.Errorf("%s.Trials: got %d, want 1 or more", where, s.Trials)
	case i > 0 && s.Trials <= c.Steps[i-1].Trials:
		return fmt.Errorf("%s.Trials: got %d after %d, want more", where, s.Trials, c.Steps[i-1].Trials)
	case s.Low > s.Value || s.High < s.Value:
		return fmt.Errorf("%s.Value: got %v, want one from the low %v to the high %v", where, s.Value, s.Low, s.High)
	}
	return nil
}

// last is the estimate that holds.
func (c Convergence) last() Stage { return c.Steps[len(c.Steps)-1] }

// half is half of the interval of a stage, relative to the last value.
func (c Convergence) half(s Stage) float64 {
	whole := math.Abs(c.last().Value)
	if whole == 0 {
		return 0
	}
	return min(1e6, (s.High-s.Low)/2/whole)
}

// reached is the first stage from which on the interval is within what was asked
// for.
func (c Convergence) reached() (from Stage, ok bool) {
	for i := len(c.Steps) - 1; i >= 0 && c.half(c.Steps[i]) <= c.Asked; i-- {
		from, ok = c.Steps[i], true
	}
	return from, ok
}

func (c Convergence) of(w Words) string { return named(c.Of, w.Result) }

func (c Convergence) name(w Words) string { return fill(w.ConvergenceName, "of", c.of(w)) }

// outcome says whether the precision was reached that was asked for.
func (c Convergence) outcome(w Words) string {
	if c.Asked == 0 {
		return ""
	}
	if from, ok := c.reached(); ok {
		return fill(w.Reached, "percent", w.percent(c.Asked), "trials", w.amount(float64(from.Trials)))
	}
	return fill(w.NotReached, "percent", w.percent(c.Asked))
}

// summary says what the picture shows, for someone who does not see it.
func (c Convergence) summary(w Words) string {
	last := c.last()
	text := sentence(c.name(w)) + fill(w.LastInWords, "trials", w.amount(float64(last.Trials)), "of", c.of(w), "amount", w.money(last.Value, c.Currency),
		"low", w.money(last.Low, c.Currency), "high", w.money(last.High, c.Currency)) + "."
	if outcome := c.outcome(w); outcome != "" {
		text += " " + outcome + "."
	}
	return text
}

func (c Convergence) table() Table {
	w := c.Words.complete()
	t := Table{Summary: c.summary(w), Header: []string{w.Trials, w.Estimate, w.Low, w.High}}
	for _, s := range c.Steps {
		t.Rows = append(t.Rows, []string{w.amount(float64(s.Trials)), w.money(s.Value, c.Currency), w.money(s.Low, c.Currency), w.money(s.High, c.Currency)})
	}
	return t
}
