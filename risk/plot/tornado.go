package plot

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Tornado is what a result depends on: for each uncertain input a bar from the
// result with a low input to that with a high one, all others at their base. The
// inputs that matter most are on top.
type Tornado struct {
	// ID, Title and Description are those of a [HeatMap].
	ID, Title, Description string
	// Currency is printed beside amounts, such as "EUR". "" prints none.
	Currency string
	// Of is what the bars are of, "VaR 95 %".
	Of string
	// Base is the result with every input at its base.
	Base float64
	// Swings are the 1 to 200 inputs, in any order.
	Swings []Swing
	// Most is how many inputs are drawn at most, those that matter most. 0 means
	// 12; a line below the picture says how many there are.
	Most int
	// Scale is that of the results, Linear unless told otherwise.
	Scale Scale
	// Words, Width and Light are those of an [Exceedance].
	Words Words
	Width int
	Light bool
}

// Swing is what one input does.
type Swing struct {
	Label     string
	Low, High Effect
}

// Effect is a result for one value of an input.
type Effect struct {
	Input  string // the value in words, "0.5 a year" or "p5"; may be ""
	Result float64
}

// swing is by how much the result changes.
func (s Swing) swing() float64 { return math.Abs(s.High.Result - s.Low.Result) }

// WriteSVG writes the picture as one SVG document, like [HeatMap.WriteSVG].
func (t Tornado) WriteSVG(w io.Writer) error {
	svg, err := t.SVG()
	return writeSVG(w, "tornado", svg, err)
}

// SVG returns what [Tornado.WriteSVG] writes.
func (t Tornado) SVG() ([]byte, error) {
	if err := t.check(); err != nil {
		return nil, fmt.Errorf("plot: tornado: %w", err)
	}
	return t.draw(), nil
}

// Table returns the picture in words for a document: a row for each input, also
// for those that are not drawn. Errors are those of [Tornado.WriteSVG].
func (t Tornado) Table() (Table, error) {
	if err := t.check(); err != nil {
		return Table{}, fmt.Errorf("plot: tornado: %w", err)
	}
	return t.table(), nil
}

func (t Tornado) frame() frame {
	return frame{t.ID, t.Title, t.Description, t.Width, t.Light, t.Words}
}

const mostSwings = 200

// check returns the first fault, with its place.
func (t Tornado) check() error {
	if err := first(
		t.frame().check(), checkCurrency(t.Currency), checkText("Of", t.Of), checkScale("Scale", t.Scale),
		checkAmount("Base", t.Base), checkOn(t.Scale, "Base", t.Base), checkCount("Swings", len(t.Swings), 1, mostSwings),
	); err != nil {
		return err
	}
	if t.Most < 0 {
		return fmt.Errorf("Most: got %d, want a number of inputs, or 0 for 12", t.Most)
	}
	return each("Swings", len(t.Swings), func(where string, i int) error {
		s := t.Swings[i]
		return first(
			checkText(where+".Label", s.Label), t.checkEffect(where+".Low", s.Low), t.checkEffect(where+".High", s.High),
		)
	})
}

func (t Tornado) checkEffect(where string, e Effect) error {
	return first(checkText(where+".Input", e.Input), checkAmount(where+".Result", e.Result), checkOn(t.Scale, where+".Result", e.Result))
}

// sorted are the inputs, the one that matters most first.
func (t Tornado) sorted() []Swing {
	return slices.SortedStableFunc(slices.Values(t.Swings), func(a, b Swing) int { return cmp.Compare(b.swing(), a.swing()) })
}

// drawn are those that are drawn.
func (t Tornado) drawn() []Swing {
	most := t.Most
	if most == 0 {
		most = 12
	}
	return t.sorted()[:min(most, len(t.Swings))]
}

func (t Tornado) of(w Words) string { return named(t.Of, w.Result) }

func (t Tornado) name(w Words) string { return fill(w.TornadoName, "of", t.of(w)) }

func (s Swing) inWords(w Words, currency string) string {
	return fill(w.Swing, "label", s.Label, "low", w.money(s.Low.Result, currency), "high", w.money(s.High.Result, currency))
}

// summary says what the picture shows, for someone who does not see it.
func (t Tornado) summary(w Words) string {
	swings := make([]string, len(t.drawn()))
	for i, s := range t.drawn() {
		swings[i] = s.inWords(w, t.Currency)
	}
	return sentence(t.name(w)+", "+fill(w.Base, "amount", w.money(t.Base, t.Currency))) + w.MostSwing + ": " + strings.Join(swings, "; ") + "."
}

func (t Tornado) table() Table {
	w := t.Words.complete()
	table := Table{Summary: t.summary(w), Header: []string{w.Input, w.InputLow, w.axisTitle(t.of(w), t.Currency), w.InputHigh, w.axisTitle(t.of(w), t.Currency)}}
	for _, s := range t.sorted() {
		table.Rows = append(table.Rows, []string{s.Label, s.Low.Input, w.amount(s.Low.Result), s.High.Input, w.amount(s.High.Result)})
	}
	return table
}
