package loss

import (
	"context"
	"fmt"
	"math"

	"github.com/ismskit/ismskit/risk/loss/internal/histogram"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// TailContribution is what a scenario adds to the figures of the tail: the mean of
// its loss in those trials. The contributions of all add up to the figure, those
// of layers being negative (Tasche, Capital allocation to business units and
// sub-portfolios: the Euler principle, 2008).
type TailContribution struct {
	Scenario string `json:"scenario,omitzero"`
	Layer    string `json:"layer,omitzero"` // instead of a scenario

	// VaR is from the trials whose loss is near the quantile, with a tenth of
	// 1 - p to each side of p; TVaR from those beyond. Intervals are for a
	// quantile that is known.
	VaR  Estimate `json:"var"`
	TVaR Estimate `json:"tvar"`
}

// TailContributions lists what each scenario, and then each layer, adds to VaR and
// TVaR at p. All trials are drawn again for it. The error is that of the context,
// or says why there is no such figure.
func (s Sample) TailContributions(ctx context.Context, p float64) ([]TailContribution, error) {
	if t := s.TVaR(p); t.Basis == Refused {
		return nil, fmt.Errorf("loss: contributions: %s", t.Reason)
	}
	g, err := s.plan.program(ctx, s.part.options)
	if err != nil {
		return nil, err
	}
	tenth := (1 - p) / 10
	q := s.all.quantiles([]float64{p, max(p-tenth, 0), p + tenth})
	t := tail{from: q[1].value, at: q[0].value, to: q[2].value, beyond: float64(float64(s.n()) * (1 - p))}
	clerks := make([]*tailClerk, g.options.Workers)
	c := crew{program: g, apart: true}
	c.hire = func(i int, w *worker) { clerks[i] = newTailClerk(w, t) }
	c.before = func(i int, w *worker, _ uint64) { clerks[i].clear(w) }
	c.after = func(i int, w *worker, _ uint64) error {
		clerks[i].enter(w.present)
		return nil
	}
	if err := c.run(ctx, 0, s.part.blocks()); err != nil {
		return nil, err
	}
	return s.tail(clerks, t)
}

// A tail says which trials count.
type tail struct {
	from, at, to float64 // quantiles
	beyond       float64 // how many trials are, as a share of one too
}

// A tailClerk keeps the books of a worker.
type tailClerk struct {
	tail

	space              column
	parts              []column               // of scenarios and layers, at their present value
	above, equal, near []*histogram.Histogram // sums of blocks
	counts             [3]uint64
}

func newTailClerk(w *worker, t tail) *tailClerk {
	k := &tailClerk{tail: t}
	n := len(w.model.Scenarios) + len(w.model.Layers)
	k.parts = make([]column, n)
	for range n {
		k.above, k.equal, k.near = append(k.above, &histogram.Histogram{}), append(k.equal, &histogram.Histogram{}), append(k.near, &histogram.Histogram{})
	}
	w.perYear = func(year int) {
		discount, scenarios := w.years[year].discount, len(w.model.Scenarios)
		for i := range w.apart {
			accrue(&k.parts[i], &w.apart[i], discount)
		}
		for i := range w.recovered {
			accrue(&k.parts[scenarios+i], &w.recovered[i], discount)
		}
	}
	return k
}

// clear makes room for a block.
func (k *tailClerk) clear(w *worker) {
	w.present, w.largest = &k.space, nil
	clear(k.space[:])
	for i := range k.parts {
		clear(k.parts[i][:])
	}
}

// enter adds up the parts in the trials that count.
func (k *tailClerk) enter(losses *column) {
	var above, equal, near [streams.Block]uint16
	a, e, n := 0, 0, 0
	for i, x := range losses {
		t := uint16(i)
		above[a&last], equal[e&last], near[n&last] = t, t, t
		if x > k.at {
			a++
		}
		if x == k.at {
			e++
		}
		if x >= k.from && x <= k.to {
			n++
		}
	}
	k.counts[0] += uint64(a)
	k.counts[1] += uint64(e)
	k.counts[2] += uint64(n)
	for i := range k.parts {
		k.above[i].Add([]float64{sumIn(&k.parts[i], above[:a])})
		k.equal[i].Add([]float64{sumIn(&k.parts[i], equal[:e])})
		k.near[i].Add([]float64{sumIn(&k.parts[i], near[:n])})
	}
}

func sumIn(xs *column, trials []uint16) float64 {
	sum := 0.0
	for _, t := range trials {
		sum += xs[t&last]
	}
	return sum
}

// tail makes contributions of the books of all workers.
func (s Sample) tail(clerks []*tailClerk, t tail) ([]TailContribution, error) {
	var sum *tailClerk
	for _, k := range clerks {
		switch {
		case k == nil:
		case sum == nil:
			sum = k
		default:
			if err := sum.merge(k); err != nil {
				return nil, err
			}
		}
	}
	m := s.plan.model
	all := make([]TailContribution, len(sum.parts))
	share := 0.0 // of the trials at the quantile, as some of them are beyond
	if sum.counts[1] > 0 {
		share = max(t.beyond-float64(sum.counts[0]), 0) / float64(sum.counts[1])
	}
	total := 0.0
	for i := range all {
		sign := 1.0
		if i < len(m.Scenarios) {
			all[i].Scenario = m.Scenarios[i].ID
		} else {
			all[i].Layer, sign = m.Layers[i-len(m.Scenarios)].ID, -1
		}
		above := together(sum.above[i])
		equal := together(sum.equal[i])
		all[i].TVaR = estimated(float64(sign*(above.value+float64(share*equal.value)))/t.beyond, (above.err+float64(share*equal.err))/t.beyond)
		near := together(sum.near[i])
		all[i].VaR = estimated(float64(sign*near.value), near.err)
		total += all[i].VaR.Value
	}
	scale := 0.0
	if total > 0 {
		scale = t.at / total
	}
	for i := range all {
		all[i].VaR = all[i].VaR.times(scale)
	}
	return all, nil
}

// merge adds what another clerk has.
func (k *tailClerk) merge(other *tailClerk) error {
	for i, n := range other.counts {
		k.counts[i] += n
	}
	for i := range k.parts {
		for _, pair := range [][2]*histogram.Histogram{{k.above[i], other.above[i]}, {k.equal[i], other.equal[i]}, {k.near[i], other.near[i]}} {
			if err := pair[0].Merge(pair[1]); err != nil {
				return fmt.Errorf("loss: contributions: %w", err)
			}
		}
	}
	return nil
}

// An interval is what sums of blocks are together, and half of its interval.
type interval struct{ value, err float64 }

func together(h *histogram.Histogram) interval {
	n := float64(h.N())
	s := interval{value: float64(h.Mean() * n)}
	if n > 1 {
		s.err = float64(confidence * float64(h.SD()*math.Sqrt(n)))
	}
	return s
}

func estimated(x, half float64) Estimate {
	return Estimate{Value: x, Low: x - half, High: x + half, Basis: Sampled}
}

// times returns the estimate of a multiple.
func (e Estimate) times(factor float64) Estimate {
	e.Value, e.Low, e.High = float64(e.Value*factor), float64(e.Low*factor), float64(e.High*factor)
	return e
}
