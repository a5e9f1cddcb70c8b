package order

import (
	"math"
	"math/bits"
)

const (
	fine    = 1 << 13 // buckets of a window, between one for what is below and one for what is above
	sampled = 1 << 10 // so many values, at most twice as many, say where the window should be
)

// A window says which values are in which bucket, wherever they are.
type window struct {
	base  int64 // the least key of bucket 1
	width int64 // of all buckets but the first and the last
	shift uint  // log2 of the width of one
}

// windowOf returns the window that holds a sample of the values.
func windowOf(values []float64) window {
	low, high := key(values[0]), key(values[0])
	for i := 0; i < len(values); i += max(len(values)/sampled, 1) {
		k := key(values[i])
		low, high = min(low, k), max(high, k)
	}
	shift := max(bits.Len64(uint64(high-low))-bits.Len(fine-1), 0) //nolint:gosec // not negative
	return window{base: low, width: fine << shift, shift: uint(shift)}
}

// key returns an integer for x: they are in the order of the numbers, neighbors
// may have the same. Twice their differences fit, too.
func key(x float64) int64 {
	b := int64(math.Float64bits(x)) //nolint:gosec // the bits are meant
	return (b ^ (b >> 63 & math.MaxInt64)) >> 2
}

// bucket returns the number of the bucket that x is in.
func (w window) bucket(x float64) int64 {
	return min(max(key(x)-w.base, -1), w.width)>>(w.shift&63) + 1
}

// count counts the values of each bucket.
func (w window) count(counts []uint32, values []float64) {
	for _, x := range values {
		counts[w.bucket(x)]++
	}
}

// gather keeps the values of the wanted buckets.
func (w window) gather(kept []float64, counts []uint32, values []float64) {
	for _, x := range values {
		i := w.bucket(x)
		if at := counts[i]; at != 0 {
			kept[at-1] = x
			counts[i] = at + 1
		}
	}
}
