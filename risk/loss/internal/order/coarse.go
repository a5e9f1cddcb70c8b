package order

import (
	"math"
	"slices"
)

// coarse is the number of buckets of the first pass.
const coarse = 1 << 18 // a sign, 11 bits of the exponent, 6 of the mantissa: 64 an octave

// bucket returns the number of the coarse bucket that x is in. Buckets are in
// the order of the numbers: the bits of a positive number are, those of a
// negative one are the other way round.
func bucket(x float64) uint64 {
	b := int64(math.Float64bits(x))              //nolint:gosec // the bits are meant
	return uint64(b^(b>>63|math.MinInt64)) >> 46 //nolint:gosec // the bits are meant
}

// count counts the values of each bucket.
func count(counts []uint32, values []float64) {
	counts = counts[:coarse]
	for _, x := range values {
		counts[bucket(x)]++
	}
}

// suspect tells whether there is a value in a bucket that NaN may be in, which it
// shares with the infinities.
func suspect(counts []uint32) bool {
	some := func(n uint32) bool { return n > 0 }
	return slices.ContainsFunc(counts[:bucket(math.Inf(-1))+1], some) ||
		slices.ContainsFunc(counts[bucket(math.Inf(1)):], some)
}

// gather keeps the values of the wanted buckets.
func gather(kept []float64, counts []uint32, values []float64) {
	counts = counts[:coarse]
	for _, x := range values {
		i := bucket(x)
		if at := counts[i]; at != 0 {
			kept[at-1] = x
			counts[i] = at + 1
		}
	}
}
