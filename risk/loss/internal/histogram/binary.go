package histogram

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// header begins the binary form and ends with its version.
const header = "loss histogram 1\n"

// MarshalBinary returns the histogram as bytes: the header, and integers as
// [binary.AppendUvarint] writes them,
//
//	zeros, refused, number of cells with losses, and for each of these:
//	  cells between it and the one before, losses, least offset,
//	  and for more than one loss: largest offset - least, upper and lower word of the sum of offsets
//
// Histograms of the same losses have the same bytes. There is no error.
func (h *Histogram) MarshalBinary() ([]byte, error) {
	count := uint64(0)
	for _, c := range h.cells {
		if c.n() > 0 {
			count++
		}
	}
	b := binary.AppendUvarint([]byte(header), h.zeros)
	b = binary.AppendUvarint(b, h.refused)
	b = binary.AppendUvarint(b, count)
	next := uint64(0)
	for j, c := range h.cells {
		if c.n() == 0 {
			continue
		}
		i := h.first + uint64(j)
		for _, x := range [...]uint64{i - next, c.n(), c.least()} {
			b = binary.AppendUvarint(b, x)
		}
		if high, low := c.sum(); c.n() > 1 {
			for _, x := range [...]uint64{c.up - c.least(), high, low} {
				b = binary.AppendUvarint(b, x)
			}
		}
		next = i + 1
	}
	return b, nil
}

// UnmarshalBinary sets h to what MarshalBinary wrote. Bytes that it would not
// write are an error that says where, after which h is as before.
func (h *Histogram) UnmarshalBinary(b []byte) error {
	r := reader{rest: b, size: len(b)}
	if len(b) < len(header) || string(b[:len(header)]) != header {
		return fmt.Errorf("histogram: header: got %q, want %q", b[:min(len(b), len(header))], header)
	}
	r.rest = b[len(header):]
	var read Histogram
	read.zeros = r.uint("zeros", 0, most)
	read.n = read.zeros
	read.refused = r.uint("refused", 0, most)
	next := uint64(0)
	for range r.uint("cells", 0, finite) {
		i := next + r.uint("gap", 0, finite)
		c := r.cell(most - read.n)
		if i >= finite || i == 0 && c.least() == 0 {
			r.fail("cell", i, "one of finite numbers above 0")
		}
		if r.err != nil {
			return r.err
		}
		if i-read.first >= uint64(len(read.cells)) {
			read.reach(i, i+1)
		}
		read.cells[i-read.first] = c
		read.n += c.n()
		next = i + 1
	}
	if r.err == nil && len(r.rest) > 0 {
		r.fail("end", uint64(len(r.rest)), "no more bytes")
	}
	if r.err == nil {
		*h = read
	}
	return r.err
}

// A reader reads integers up to the first that is wrong.
type reader struct {
	rest []byte
	size int
	err  error
}

// fail keeps the first error.
func (r *reader) fail(what string, got uint64, want string) {
	if r.err == nil {
		r.err = fmt.Errorf("histogram: byte %d: %s: got %d, want %s", r.size-len(r.rest), what, got, want)
	}
}

// uint reads an integer from low to high.
func (r *reader) uint(what string, low, high uint64) uint64 {
	if r.err != nil {
		return low
	}
	x, n := binary.Uvarint(r.rest)
	switch {
	case n <= 0:
		r.fail(what, 0, "an integer")
	case n > 1 && r.rest[n-1] == 0:
		r.fail(what, x, "it in as few bytes as can be")
	case x < low || x > high:
		r.fail(what, x, fmt.Sprintf("%d to %d", low, high))
	default:
		r.rest = r.rest[n:]
		return x
	}
	return low
}

// cell reads a cell of at most room losses.
func (r *reader) cell(room uint64) cell {
	n := r.uint("losses", 1, room)
	least := r.uint("least", 0, farthest)
	if n <= 1 {
		return cellOf(least)
	}
	up := least + r.uint("span", 0, farthest-least)
	high := r.uint("sum", 0, 1<<20-1)
	low := r.uint("sum", 0, 1<<64-1)
	if r.err == nil && !between(n, least, up, high, low) {
		r.fail("sum", low, "one that the losses can have")
	}
	return cell{low: low, high: n<<20 | high, down: farthest - least, up: up}
}

// between tells whether a sum is one of n ≥ 2 numbers of which the least and the
// largest are given.
func between(n, least, up, high, low uint64) bool {
	atLeast, lower := bits.Mul64(n-1, least)
	lower, carry := bits.Add64(lower, up, 0)
	atLeast += carry
	atMost, upper := bits.Mul64(n-1, up)
	upper, carry = bits.Add64(upper, least, 0)
	atMost += carry
	return (high > atLeast || high == atLeast && low >= lower) &&
		(high < atMost || high == atMost && low <= upper)
}
