package histogram

import (
	"math"

	"github.com/ismskit/ismskit/risk/loss/internal/order"
)

// number returns the number in cell i at an offset.
func number(i, offset uint64) float64 {
	return math.Float64frombits(i<<offsetBits | offset)
}

// lastBit returns what an offset of 1 is worth in cell i.
func lastBit(i uint64) float64 {
	return math.Ldexp(1, max(int(i/perOctave), 1)-1075) //nolint:gosec // at most 2046
}

// Mean returns the mean of the losses: their sum is exact in each cell. It is NaN
// without losses.
func (h *Histogram) Mean() float64 {
	if h.n == 0 {
		return math.NaN()
	}
	return h.excess(h.first, 0, float64(h.n))
}

// excess returns Σ (x - q) / share of the losses in the cells from number i on. As
// there are no more of them than the share, it is finite.
func (h *Histogram) excess(i uint64, q, share float64) float64 {
	sum := 0.0
	for j, c := range h.cells[i-h.first:] {
		if n := float64(c.n()); n > 0 {
			i := i + uint64(j)
			sum += float64(n/share*(number(i, 0)-q)) + float64(c.total()/share*lastBit(i))
		}
	}
	return sum
}

// SD returns the standard deviation of the losses, with n-1. Within a cell losses
// are taken to be evenly spread from the least to the largest, so it is off by
// about 1e-6 of itself, but by some per cent where it is less than the width of a
// cell, 0.4 % of the losses. It is NaN for less than two losses, and +Inf where a
// square is.
func (h *Histogram) SD() float64 {
	if h.n < 2 {
		return math.NaN()
	}
	mean := h.Mean()
	sum := float64(float64(h.zeros) * float64(mean*mean))
	for j, c := range h.cells {
		if n := float64(c.n()); n > 0 {
			i := h.first + uint64(j)
			from := number(i, 0) + float64(c.total()/n*lastBit(i)) - mean
			width := float64(float64(c.up-c.least()) * lastBit(i))
			sum += float64(n*float64(from*from)) + float64((n-1)*float64(float64(width*width)/12))
		}
	}
	return math.Sqrt(sum / float64(h.n-1))
}

// Quantile returns the least loss that a share of at least p of all does not
// exceed: an estimate, and what it is for certain not below and not above. It is
// NaN without losses, and for a p that is no probability.
func (h *Histogram) Quantile(p float64) (value, low, high float64) {
	k := order.Rank(h.n, p)
	switch {
	case k == 0:
		return math.NaN(), math.NaN(), math.NaN()
	case k <= h.zeros:
		return 0, 0, 0
	}
	i, k := h.find(k)
	c := h.cells[i-h.first]
	value, low, high = number(i, c.position(k)), number(i, c.least()), number(i, c.up)
	switch k {
	case 1:
		high = low
	case c.n():
		low = high
	}
	return value, low, high
}

// find returns the cell that loss k, above 0, is in, and which of its losses it
// is.
func (h *Histogram) find(k uint64) (i, inside uint64) {
	k -= h.zeros
	for k > h.cells[i].n() {
		k -= h.cells[i].n()
		i++
	}
	return h.first + i, k
}

// TailMean returns the mean of the quantiles above p, TVaR:
//
//	q + Σ max(x - q, 0) / (n (1 - p)), q the quantile of p
//
// It is NaN where [Histogram.Quantile] is, and the largest loss for p = 1.
func (h *Histogram) TailMean(p float64) float64 {
	q, _, _ := h.Quantile(p)
	share := float64(float64(h.n) * (1 - p))
	k := order.Rank(h.n, p)
	switch {
	case k == 0 || share == 0:
		return q
	case k <= h.zeros:
		return h.excess(h.first, 0, share)
	}
	i, inside := h.find(k)
	c := h.cells[i-h.first]
	over := float64(float64(c.n()-inside)/share*(number(i, 0)-q)) + float64(c.upper(inside)/share*lastBit(i))
	return q + max(over+h.excess(i+1, q, share), 0)
}

// Above returns which share of the losses is above x: an estimate, and what it is
// for certain not below and not above. It is NaN without losses, or if x is.
func (h *Histogram) Above(x float64) (share, low, high float64) {
	if h.n == 0 || math.IsNaN(x) {
		return math.NaN(), math.NaN(), math.NaN()
	}
	if x < 0 {
		return 1, 1, 1
	}
	b := math.Float64bits(math.Abs(x)) // of -0 too
	below, inside := h.zeros, cell{}
	for j, c := range h.cells {
		switch i := h.first + uint64(j); {
		case i < b>>offsetBits:
			below += c.n()
		case i == b>>offsetBits:
			inside = c
		}
	}
	n, not := float64(h.n), inside.below(b&farthest)
	share = float64(h.n-below-not) / n
	low, high = share, share
	if not > 0 && not < inside.n() { // all but the largest may be, or the least alone
		low, high = float64(h.n-below-inside.n()+1)/n, float64(h.n-below-1)/n
	}
	return share, low, high
}

// Expect returns the mean of f of the losses, taken at the mean of each cell: a
// cell is at most 0.4 % wide. It is NaN without losses.
func (h *Histogram) Expect(f func(x float64) float64) float64 {
	if h.n == 0 {
		return math.NaN()
	}
	all := float64(h.n)
	sum := 0.0
	if h.zeros > 0 {
		sum = float64(float64(h.zeros) / all * f(0))
	}
	for j, c := range h.cells {
		if n := float64(c.n()); n > 0 {
			i := h.first + uint64(j)
			sum += float64(n / all * f(number(i, 0)+float64(c.total()/n*lastBit(i))))
		}
	}
	return sum
}

// Cells returns how many cells there is space for, of 32 bytes each.
func (h *Histogram) Cells() int { return len(h.cells) }
