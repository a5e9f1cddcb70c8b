package loss

import (
	"fmt"
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	tables "github.com/ismskit/ismskit/risk/loss/internal/quantile"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// arrivals are the events of a block, whose trials come one chunk after the other.
type arrivals struct {
	kind   kind
	stream streams.Stream // of which trial an event is in

	numbers     [streams.Block]int32 // of events in each trial
	trial, left int                  // the one at hand, and how many of its events are to come
	nth         [chunk]int32         // which of its trial's events each is, from 0
	current     uint16               // the trial of the event before, and which that is
	before      int32

	sums  column // of the rates up to each trial
	guide [streams.Block]uint16
	words [chunk]uint64
}

// count begins the events of a block, and returns how many there are.
func (w *worker) count(n *numbers) (int, error) {
	c := &w.arrivals
	c.kind = n.kind
	switch n.kind {
	case tabled:
		return w.tabled(n), nil
	case inverted:
		return w.invert(n)
	case varying:
		return w.vary(n)
	default:
	}
	c.stream = n.count.key.Block(w.block)
	return n.scatter.Total(c.stream.Uint64()), nil
}

// vary begins the events of a process whose rate is drawn: their number depends
// on the sum of the rates alone, and each is in a trial with a probability in
// proportion to its rate.
func (w *worker) vary(n *numbers) (int, error) {
	c := &w.arrivals
	c.stream = n.count.key.Block(w.block)
	word := c.stream.Uint64()
	even := n.rate
	for _, v := range n.rates {
		if !v.once {
			even = -1
			break
		}
		even = float64(even * w.once(v))
	}
	if even >= 0 {
		c.kind = scattered
		return events(float64(even*streams.Block), word)
	}
	w.rates(&c.sums, n.rate, n.rates)
	total := 0.0
	for i, x := range &c.sums {
		total += x
		c.sums[i] = total
	}
	c.index()
	return events(total, word)
}

// events returns the number of events of a word, with a mean of any size that
// can be drawn: the least k with P(N ≤ k) at least its uniform number.
func events(mean float64, word uint64) (int, error) {
	if !(mean <= mostInBlock) {
		return 0, fmt.Errorf("loss: simulation: rates: got %.3g events in 4,096 trials, want at most %d", mean, mostInBlock)
	}
	p, q := tables.Uniform(word)
	if mean < 16 && q > 0x1p-20 { // beyond, what is left of a sum is rounding
		k, term := 0, mathx.Exp(-mean)
		for sum := term; sum < p; sum += term {
			k++
			term = float64(term*mean) / float64(k)
		}
		return k, nil
	}
	d, err := dist.NewPoisson(mean)
	if err != nil {
		return 0, err
	}
	return d.Quantile(min(p, 1-0x1p-53)), nil
}

// mostInBlock is how many events a block may have, on average.
const mostInBlock = 1 << 29

// index makes a guide to the sums: the least trial that a part of the total may
// be in.
func (c *arrivals) index() {
	part := float64(c.sums[last] / streams.Block)
	t := 0
	for i := range c.guide {
		for t < last && c.sums[t] <= float64(part*float64(i)) {
			t++
		}
		c.guide[i] = uint16(t)
	}
}

// next sets trials to those of the next events.
func (c *arrivals) next(trials []uint16) {
	switch c.kind {
	case tabled, inverted:
		c.expand(trials)
	case varying:
		c.place(trials)
	default:
		counts.Years(&c.stream, trials)
	}
}

// expand repeats each trial as often as it has events. As most have few, four are
// written whether they are there or not: how many there are is no branch that a
// processor has to guess.
func (c *arrivals) expand(trials []uint16) {
	trial, left := c.trial, c.left
	for len(trials) > 4 {
		t := uint16(trial) //nolint:gosec // below 4,096
		trials[0], trials[1], trials[2], trials[3] = t, t, t, t
		if left > 4 {
			trials = trials[4:]
			left -= 4
			continue
		}
		trials = trials[left&7:]
		trial++
		left = int(c.numbers[trial&last])
	}
	for i := range trials {
		for left == 0 {
			trial++
			left = int(c.numbers[trial&last])
		}
		trials[i] = uint16(trial) //nolint:gosec // below 4,096
		left--
	}
	c.trial, c.left = trial, left
}

// rank sets nth to which of its trial's events each is: those of a trial follow
// each other, of which some may have been in the chunk before.
func (c *arrivals) rank(trials []uint16) {
	for i, t := range trials {
		if c.before++; t != c.current {
			c.current, c.before = t, 0
		}
		c.nth[i] = c.before
	}
}

// place draws trials in proportion to their rates.
func (c *arrivals) place(trials []uint16) {
	total := c.sums[last]
	end := math.Nextafter(total, 0)
	words := c.words[:len(trials)]
	c.stream.Fill(words)
	for i, word := range words {
		x := min(float64(streams.Unit(word)*total), end)
		t := c.guide[max(word>>52, 1)-1]
		for c.sums[t&last] <= x {
			t++
		}
		trials[i] = t
	}
}
