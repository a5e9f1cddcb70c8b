// Package histogram keeps the distribution of any number of losses in
// constant memory.
//
//	var h histogram.Histogram
//	h.Add(losses)
//	value, low, high := h.Quantile(0.999)
//
// An octave, from one power of two to the next, has 256 cells. A cell holds how
// many losses are in it, the least and the largest, and their sum as an integer,
// which is never rounded. So it does not matter who added which
// losses, in which order, and which histograms were merged first: the state is
// the same, and so is every bit of what is asked of it.
//
// What is known for certain of a quantile are the least and the largest loss of
// its cell, which is at most 0.4 % wide. Between these, losses are taken to be
// spread evenly but for a tilt that gives them the mean of the cell. Up to three
// losses in a cell, and any number of equal ones, are known exactly.
//
// 32 bytes a cell make 8 KB an octave that losses are in: half a megabyte from a
// cent to the product of the world, 16 MB for all numbers there are.
package histogram

import (
	"fmt"
	"math"
	"slices"
)

// A Histogram is the distribution of losses, from 0 up. The zero value has none.
// At most 2^40 losses fit.
type Histogram struct {
	n       uint64 // with zeros
	zeros   uint64
	refused uint64
	first   uint64 // number of cells[0], see cellOf
	cells   []cell
}

// Add adds losses, which may be 0. Those that are none, being negative, infinite
// or NaN, and those beyond 2^40, are counted as refused and nothing else.
func (h *Histogram) Add(losses []float64) {
	zeros, refused, beyond := uint64(0), uint64(0), uint64(0)
	if room := most - h.n; uint64(len(losses)) > room {
		beyond = uint64(len(losses)) - room
		losses = losses[:room]
	}
	cells, first := h.cells, h.first
	for _, x := range losses {
		if x == 0 {
			zeros++
			continue
		}
		b := math.Float64bits(x)
		i := b>>offsetBits - first
		if i >= uint64(len(cells)) {
			if b > math.Float64bits(math.MaxFloat64) { // negative numbers too
				refused++
				continue
			}
			h.reach(b>>offsetBits, b>>offsetBits+1)
			cells, first = h.cells, h.first
			i = b>>offsetBits - first
		}
		cells[i].add(cellOf(b))
	}
	h.n += uint64(len(losses)) - refused
	h.zeros += zeros
	h.refused = min(h.refused+refused+beyond, most)
}

// AddZeros adds losses of 0, n of them.
func (h *Histogram) AddZeros(n uint64) {
	if room := most - h.n; n > room {
		h.refused = min(h.refused+n-room, most)
		n = room
	}
	h.n += n
	h.zeros += n
}

// reach makes room for the cells from low up to below high, and in proportion to
// what is there, so that it is seldom needed.
func (h *Histogram) reach(low, high uint64) {
	from, to := h.first, h.first+uint64(len(h.cells))
	if from == to {
		from, to = low, low
	}
	slack := perOctave + (to-from)/2
	if low < from {
		from = low - min(low, slack)
	}
	if high > to {
		to = min(high+slack, finite)
	}
	cells := make([]cell, to-from)
	if len(h.cells) > 0 {
		copy(cells[h.first-from:], h.cells)
	}
	h.first, h.cells = from, cells
}

// Merge adds what another histogram has, which stays as it is. In whatever order
// histograms are merged, the result is the same. More than 2^40 losses together
// are an error, after which h is as before.
func (h *Histogram) Merge(other *Histogram) error {
	if h.n+other.n > most {
		return fmt.Errorf("histogram: losses: got %d and %d, want at most 2^40", h.n, other.n)
	}
	if low, high, ok := other.span(); ok {
		if low < h.first || high > h.first+uint64(len(h.cells)) {
			h.reach(low, high)
		}
		for i, c := range other.cells[low-other.first : high-other.first] {
			h.cells[low-h.first+uint64(i)].add(c)
		}
	}
	h.n += other.n
	h.zeros += other.zeros
	h.refused = min(h.refused+other.refused, most)
	return nil
}

// span returns the least numbers of cells, from low up to below high, that all
// losses above 0 are in; ok is false if there are none.
func (h *Histogram) span() (low, high uint64, ok bool) {
	filled := func(c cell) bool { return c != cell{} }
	from := slices.IndexFunc(h.cells, filled)
	if from < 0 {
		return 0, 0, false
	}
	to := len(h.cells)
	for !filled(h.cells[to-1]) {
		to--
	}
	return h.first + uint64(from), h.first + uint64(to), true //nolint:gosec // not negative
}

// N returns how many losses there are, zeros included.
func (h *Histogram) N() uint64 { return h.n }

// Zeros returns how many losses are 0.
func (h *Histogram) Zeros() uint64 { return h.zeros }

// Refused returns how many numbers were refused, as far as 2^40. They are in no
// other figure: whoever adds what may not be a loss has to look here.
func (h *Histogram) Refused() uint64 { return h.refused }
