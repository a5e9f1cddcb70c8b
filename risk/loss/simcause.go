package loss

import (
	"fmt"
	"slices"
)

// mostHappenings is how many a block may have, on average.
const mostHappenings = 1 << 22

// A happening is a cause in a year.
type happening struct {
	numbers
	layers []int // that cover a scenario which it hits
}

func (m *maker) happening(c Cause, year int) happening {
	place := "cause/" + c.ID
	h := happening{numbers: numbers{count: m.words("", fmt.Sprintf("%s/count/%d", place, year)), chance: 1}}
	known, drawn := split(m.variable(c.Rate, "", place+"/rate", year))
	m.rates(&h.numbers, known, drawn)
	for i, l := range m.program.model.Layers {
		for _, hit := range c.Hits {
			if l.has(hit.Scenario) {
				h.layers = append(h.layers, i)
				break
			}
		}
	}
	return h
}

// hit returns the events that a cause brings to a scenario.
func (m *maker) hit(s Scenario, cause int, h Hit, year int) burst {
	c := m.program.model.Causes[cause]
	prefix := causePrefix(c.ID)
	known, drawn := split(m.probability(h.Probability, "", fmt.Sprintf("%shit/%s/probability", prefix, s.ID), year))
	return m.burst(s, c.ID, year, numbers{
		kind: hitting, cause: cause, chance: known, thin: drawn, marks: m.key(s.ID, fmt.Sprintf("%smark/%d", prefix, year)),
	})
}

// happened is what happened by a cause in a block of trials.
type happened struct {
	trials []uint16
	loss   []float64   // of all events together
	layers [][]float64 // the same, of what a layer covers
}

// causes draws what happens by the causes of a year.
func (w *worker) causes(s *season) error {
	for i := range s.causes {
		c, h := &s.causes[i], &w.happened[i]
		left, err := w.count(&c.numbers)
		if err != nil {
			return err
		}
		h.trials = slices.Grow(h.trials[:0], left)[:left]
		for from := 0; from < left; from += chunk {
			w.arrivals.next(h.trials[from:min(from+chunk, left)])
		}
		h.loss = zeros(h.loss, len(h.trials))
		for _, l := range c.layers {
			h.layers[l] = zeros(h.layers[l], len(h.trials))
		}
	}
	return nil
}

// zeros returns n zeros, in the space of xs if that suffices.
func zeros(xs []float64, n int) []float64 {
	if cap(xs) < n {
		return make([]float64, n)
	}
	xs = xs[:n]
	clear(xs)
	return xs
}

// hits adds the events that a cause brings to a scenario, and returns the sum of
// their losses.
func (w *worker) hits(a *act, b *burst, sum *column) (lost float64, err error) {
	h := &w.happened[b.cause]
	w.chances(&w.chance, b.chance, b.thin)
	marks := b.marks.Block(w.block)
	w.open(b)
	for from := 0; from < len(h.trials); from += chunk {
		if err := w.stopped(); err != nil {
			return 0, err
		}
		part := h.trials[from:min(from+chunk, len(h.trials))]
		marks.Fill(w.marks[:len(part)])
		n := 0
		for i, trial := range part {
			w.trials[n], w.from[n] = trial, int32(from+i)
			n += below(w.marks[i], w.chance[trial&last])
		}
		w.few.add(w.trials[:n])
		losses := w.lose(b, w.trials[:n])
		lost += add(sum, w.trials[:n], losses)
		join(h.loss, w.from[:n], losses)
		for _, l := range a.layers {
			join(h.layers[l], w.from[:n], losses)
		}
	}
	return lost, nil
}

// join adds losses to those of the happenings that they are from.
func join(sums []float64, from []int32, losses []float64) {
	for i, x := range losses[:len(from)] {
		sums[from[i]] += x
	}
}

// settle brings the losses of happenings to layers and the largest event.
func (w *worker) settle(s *season) {
	for i := range s.causes {
		h := &w.happened[i]
		if w.largest != nil {
			largest(w.largest, h.trials, h.loss, s.discount)
		}
		for _, l := range s.causes[i].layers {
			s.layers[l].recover(&w.recovered[l], h.trials, h.layers[l])
		}
	}
}
