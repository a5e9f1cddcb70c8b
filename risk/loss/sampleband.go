package loss

import (
	"context"
	"errors"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/order"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Band is where a figure is for want of knowledge: of the values that parameters
// drawn once may have, each gives the loss a distribution of its own, with a
// figure of its own. One in twenty is below Low, one in twenty above High.
//
// That is no sampling error: more trials do not make it narrower. But the figure
// for each value comes from 4,096 trials times SimOptions.Inner, so a little of
// their noise is in the band, and makes it wider.
type Band struct {
	Low    float64 `json:"low"`
	Median float64 `json:"median"`
	High   float64 `json:"high"`
	Values int     `json:"values"` // of the parameters
}

// Band returns the band of a figure, at a probability if it is one of the tail.
// Trials that were not kept are drawn again. It is an error if no parameter is
// drawn once.
func (s Sample) Band(ctx context.Context, of Measure, p float64) (Band, error) {
	if e := s.measure(of, p); e.Basis == Refused {
		return Band{}, errors.New("loss: band: " + e.Reason)
	}
	if !s.plan.model.drawsOnce() {
		return Band{}, errors.New("loss: band: got no parameter that is drawn once, want one: without there is nothing that nobody knows")
	}
	group := s.part.options.Inner
	figures := make([]float64, s.part.blocks()/s.part.options.inner())
	figure := func(losses kept) float64 {
		switch of {
		case ValueAtRisk:
			return losses.quantiles([]float64{p})[0].value
		case TailValueAtRisk:
			return losses.TailMean(p)
		default:
			return losses.Mean()
		}
	}
	if err := s.groups(ctx, func(i int, losses kept) { figures[i] = figure(losses) }, group*streams.Block); err != nil {
		return Band{}, err
	}
	slices.Sort(figures)
	at := func(p float64) float64 { return figures[max(order.Rank(uint64(len(figures)), p), 1)-1] }
	return Band{at(0.05), at(0.5), at(0.95), len(figures)}, nil
}

// drawsOnce tells whether a parameter is.
func (m Model) drawsOnce() bool { return m.clustered(SimOptions{Sampling: Plain}) }

// groups calls f for each group of trials that share values: from several
// goroutines where they are drawn again.
func (s Sample) groups(ctx context.Context, f func(i int, losses kept), size int) error {
	if !s.part.options.Streaming {
		values := s.part.shards[0].present
		for i := 0; len(values) > 0; i++ {
			if err := ctx.Err(); err != nil {
				return err
			}
			f(i, values[:size])
			values = values[size:]
		}
		return nil
	}
	g, err := s.plan.program(ctx, s.part.options)
	if err != nil {
		return err
	}
	c := crew{program: g}
	spaces, at := make([]kept, g.options.Workers), make([]uint64, g.options.Workers)
	c.hire = func(i int, _ *worker) { spaces[i] = make(kept, size) }
	c.before = func(i int, w *worker, block uint64) {
		at[i] = block
		from := block % g.options.inner() * streams.Block
		w.present = (*column)(spaces[i][from:])
		clear(w.present[:])
		w.largest = nil
	}
	c.after = func(int, *worker, uint64) error { return nil }
	c.turned = func(i int) { f(int(at[i]/g.options.inner()), spaces[i]) } //nolint:gosec // at most 2^28
	return c.run(ctx, 0, s.part.blocks())
}
