package loss

import (
	"context"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/loss/internal/copula"
	"github.com/ismskit/ismskit/risk/loss/internal/points"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A column is a number for each trial of a block.
type column = [streams.Block]float64

// A worker draws blocks of trials, one after the other, in the space that it has
// for one.
type worker struct {
	*program

	done  <-chan struct{}
	block uint64

	// What a block comes to. Present, and largest of the ledger, are
	// where results go.
	present *column   // value of the losses of all years
	nominal []column  // losses of each year, if there are several
	apart   []column  // losses of each scenario in the year; nil if nobody asks
	sums    []float64 // present value of what scenarios lost
	borne   []borne   // by layers
	perYear func(year int)
	ledger

	happened  []happened
	arrivals  arrivals
	few       few
	opened    opened
	scores    [][][]float64 // of links, by scenario
	ranks     copula.Ranks
	sequences []*points.Sobol // by dimension and replicate
	aside     ledger          // of a scenario before it is rearranged

	// Space.
	words, marks, chance [streams.Block]uint64
	wide                 [streams.Block]uint64
	trials, having, in   [streams.Block]uint16
	from                 [chunk]int32
	severity, extra      column
	values, scratch      column
	spare                column
	scenario             column
}

// borne is what a layer bears in a block.
type borne struct {
	nominal, present    float64
	attached, exhausted float64 // in how many years
}

// newWorker returns one; apart says whether scenarios are wanted each by itself.
func newWorker(ctx context.Context, g *program, apart bool) *worker {
	w := &worker{
		program: g, done: ctx.Done(), scores: newScores(g.model.Links),
		ledger: ledger{recovered: make([]column, len(g.model.Layers))}, borne: make([]borne, len(g.model.Layers)),
		sums: make([]float64, len(g.model.Scenarios)), happened: make([]happened, len(g.model.Causes)),
	}
	if len(g.years) > 1 {
		w.nominal = make([]column, len(g.years))
	}
	if apart || g.capped() {
		w.apart = make([]column, len(g.model.Scenarios))
	}
	for i := range w.happened {
		w.happened[i].layers = make([][]float64, len(g.model.Layers))
	}
	return w
}

// capped tells whether there is a layer that may bear more than is lost.
func (g *program) capped() bool {
	for _, l := range g.years[0].layers {
		if l.capped != nil {
			return true
		}
	}
	return false
}

// draw draws a block. The results have to be 0 before.
func (w *worker) draw(block uint64) error {
	if err := w.stopped(); err != nil {
		return err
	}
	w.block = block
	clear(w.sums)
	clear(w.borne)
	for i := range w.years {
		sum := w.present
		if w.nominal != nil {
			sum = &w.nominal[i]
			clear(sum[:])
		}
		if err := w.year(&w.years[i], sum); err != nil {
			return err
		}
		if w.nominal != nil {
			accrue(w.present, sum, w.years[i].discount)
		}
		if w.perYear != nil {
			w.perYear(i)
		}
	}
	return nil
}

// accrue adds a multiple of what there is in each trial.
func accrue(sum, more *column, factor float64) {
	for i, x := range more {
		sum[i] += float64(factor * x)
	}
}

// year adds the losses of a year.
func (w *worker) year(s *season, sum *column) error {
	for i := range w.recovered {
		clear(w.recovered[i][:])
	}
	if err := w.score(s); err != nil {
		return err
	}
	if err := w.causes(s); err != nil {
		return err
	}
	for i := range s.acts {
		if err := w.act(s, &s.acts[i], sum); err != nil {
			return err
		}
	}
	w.settle(s)
	w.bear(s, sum)
	return nil
}

// act adds the losses of a scenario: in place, or where they are wanted by
// themselves.
func (w *worker) act(s *season, a *act, sum *column) error {
	own := sum
	switch {
	case w.apart != nil:
		own = &w.apart[a.scenario]
	case a.alone():
		own = &w.scenario
	}
	if own != sum {
		clear(own[:])
	}
	lost, err := w.enter(s, a, own)
	if err != nil {
		return err
	}
	if !(lost <= math.MaxFloat64) {
		return fmt.Errorf("loss: simulation: scenario %q: got losses beyond all numbers", w.model.Scenarios[a.scenario].ID)
	}
	if own != sum {
		lost = a.settle(own, sum)
	}
	w.sums[a.scenario] += float64(lost * s.discount)
	return nil
}

// alone tells whether the losses of a year are needed by themselves.
func (a *act) alone() bool {
	return a.annual || a.product != nil || a.own != nil || a.seat.on != 0
}

// enter draws the losses of a scenario in a year. Those that are linked are
// rearranged, with their events.
func (w *worker) enter(s *season, a *act, own *column) (lost float64, err error) {
	if a.seat.on == 0 {
		return w.losses(s, a, own, &w.ledger)
	}
	l := &w.aside
	if l.recovered == nil {
		l.recovered = make([]column, len(w.recovered))
	}
	if l.largest = nil; w.largest != nil {
		l.largest = &w.spare
	}
	l.clear(a.layers)
	if lost, err = w.losses(s, a, own, l); err != nil {
		return 0, err
	}
	if err := w.rearrange(a, own, l); err != nil {
		return 0, err
	}
	w.ledger.enter(l, a.layers)
	return lost, nil
}

// settle adds the losses of a scenario's year after its retention and limit, and
// returns what they are together.
func (a *act) settle(own, sum *column) float64 {
	lost := 0.0
	if a.annual {
		for i, x := range own {
			own[i] = min(max(x-a.retention, 0), a.limit)
		}
	}
	for i, x := range own {
		sum[i] += x
		lost += x
	}
	return lost
}

// losses draws those of a scenario in a year, and returns what they are together.
func (w *worker) losses(s *season, a *act, sum *column, l *ledger) (lost float64, err error) {
	if a.product != nil || a.own != nil {
		if err := w.whole(a, sum); err != nil {
			return 0, err
		}
		if l.largest != nil {
			for i, x := range sum {
				l.largest[i] = max(l.largest[i], float64(x*s.discount))
			}
		}
		for _, i := range a.layers {
			s.layers[i].recoverYear(&l.recovered[i], sum)
		}
	}
	for i := range a.bursts {
		b := &a.bursts[i]
		var part float64
		if b.kind == hitting {
			part, err = w.hits(a, b, sum)
		} else {
			part, err = w.events(s, a, b, sum, l)
		}
		if err != nil {
			return 0, err
		}
		lost += part
	}
	return lost, nil
}

// whole draws losses that are not made of events.
func (w *worker) whole(a *act, sum *column) error {
	if a.own != nil {
		return w.own(a.own, sum)
	}
	w.product(a.product, sum)
	return nil
}

// stopped returns an error if the context has ended.
func (w *worker) stopped() error {
	select {
	case <-w.done:
		return context.Canceled // the caller asks the context
	default:
		return nil
	}
}
