package histogram

import "math/bits"

// The bits of positive numbers are in their order. The upper ones, 11 bits of the
// exponent and 8 of the mantissa, are the number of the cell that a loss is in;
// the lower ones are its offset there.
const (
	perOctave  = 1 << 8
	offsetBits = 52 - 8
	farthest   = 1<<offsetBits - 1 // offset
	finite     = 2047 * perOctave  // number of the first cell without finite numbers
)

// most is how many losses there may be, so that their offsets have a sum below
// 2^84.
const most = 1 << 40

// A cell is what is known of the losses in it. The zero value has none.
type cell struct {
	low, high uint64 // the words of a sum: for each loss its offset and 2^84
	down      uint64 // farthest - the least offset
	up        uint64 // the largest offset
}

// cellOf returns the cell with one loss, of the given bits.
func cellOf(b uint64) cell {
	offset := b & farthest
	return cell{low: offset, high: 1 << (84 - 64), down: farthest - offset, up: offset}
}

// add adds the losses of another cell.
func (c *cell) add(d cell) {
	low, carry := bits.Add64(c.low, d.low, 0)
	c.low, c.high = low, c.high+d.high+carry
	if d.down > c.down { // a store that is seldom needed costs more than the branch
		c.down = d.down
	}
	if d.up > c.up {
		c.up = d.up
	}
}

// n returns how many losses the cell has.
func (c *cell) n() uint64 { return c.high >> (84 - 64) }

// least returns the least offset, of a cell that has losses.
func (c *cell) least() uint64 { return farthest - c.down }

// sum returns the sum of the offsets, in two words.
func (c *cell) sum() (high, low uint64) { return c.high & (1<<(84-64) - 1), c.low }

// total returns the sum of the offsets, rounded.
func (c *cell) total() float64 {
	high, low := c.sum()
	return float64(float64(high)*0x1p64) + float64(low)
}

// position estimates the offset of loss k of the cell, in ascending order.
func (c *cell) position(k uint64) uint64 {
	switch low := c.least(); {
	case k == 1 || low == c.up:
		return low
	case k == c.n():
		return c.up
	default:
		n, mean := c.between()
		return low + uint64(float64(float64(c.up-low)*position(float64(k-1), n, mean))+0.5)
	}
}

// between returns how many losses there are besides the least and the largest,
// and their mean as a share of the way from the one to the other. There are two
// at least that differ.
func (c *cell) between() (n, mean float64) {
	low, high := float64(c.least()), float64(c.up)
	n = float64(c.n()) - 2
	if n == 0 {
		return 0, 0
	}
	return n, (c.total() - low - high - float64(n*low)) / float64(n*(high-low))
}

// upper estimates the sum of the offsets of all losses above loss k.
func (c *cell) upper(k uint64) float64 {
	low, high := float64(c.least()), float64(c.up)
	over := float64(c.n() - k)
	if over == 0 || low == high {
		return float64(over * low)
	}
	n, mean := c.between()
	return high + float64((over-1)*low) + float64((high-low)*upper(float64(k-1), n, mean))
}

// below estimates how many losses have an offset of at most the given one.
func (c *cell) below(offset uint64) uint64 {
	switch {
	case c.n() == 0 || offset < c.least():
		return 0
	case offset >= c.up:
		return c.n()
	}
	from, to := uint64(1), c.n() // the least is, the largest is not
	for to-from > 1 {
		if k := from + (to-from)/2; c.position(k) <= offset {
			from = k
		} else {
			to = k
		}
	}
	return from
}
