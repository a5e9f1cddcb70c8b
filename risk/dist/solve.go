package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// solve returns the least x in [low, high] with CDF(x) ≥ p or, for the smaller
// tail q = 1 - p, with Survival(x) ≤ q. The ends are finite, and high fulfills
// that.
//
// It is false position on the logarithm of the tail, with the retained end
// halved (Illinois; Dowell and Jarratt, BIT 11, 1971). Where that is slow, at a
// jump or in a gap, the bracket is halved in the order of the floating-point
// numbers, of which there are 2^64: it ends between two neighbors.
func solve(d Dist, p, q, low, high float64) float64 {
	excess := func(x float64) float64 { return mathx.Log(d.CDF(x) / p) }
	if q < p {
		excess = func(x float64) float64 { return -mathx.Log(d.Survival(x) / q) }
	}
	below, above := excess(low), excess(high)
	if below >= 0 {
		return low
	}
	for steps := 0; ; steps++ {
		middle := middle(low, high)
		if middle == low || middle == high {
			return high
		}
		x := middle
		if guess := low + float64((high-low)*(below/(below-above))); steps%3 != 2 && guess > low && guess < high {
			x = guess
		}
		switch e := excess(x); {
		case e >= 0:
			high, above = x, e
			below /= 2
		default: // also what is no number: it cannot be above
			low, below = x, e
			above /= 2
		}
	}
}

// middle returns the number halfway between two in the order of floating-point
// numbers.
func middle(x, y float64) float64 {
	i, j := order(x), order(y)
	return fromOrder(i&j + (i^j)>>1)
}

// order numbers the floating-point numbers in ascending order.
func order(x float64) int64 {
	i := int64(math.Float64bits(x)) //nolint:gosec // the bits are meant
	return i ^ int64(uint64(i>>63)>>1)
}

func fromOrder(i int64) float64 {
	return math.Float64frombits(uint64(i ^ int64(uint64(i>>63)>>1))) //nolint:gosec // the bits are meant
}
