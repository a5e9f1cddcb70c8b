package dist

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// solve returns the least x in [low, high] with CDF(x) ≥ p or, for the smaller
// tail q = 1 - p, with Survival(x) ≤ q. The ends are finite, and high fulfills
// that.
//
// It is Newton's method for the logarithm of the tail; each step goes a little
// too far, so that the bracket closes from both sides. Where that does not help,
// at a jump or in a gap, the bracket is halved in the order of the floating-point
// numbers, of which there are 2^64: it ends between two neighbors.
func solve(d Dist, p, q, low, high float64) float64 {
	tail := tailOf(d, p, q)
	x := low + float64((high-low)/2)
	if excess, _ := tail(low); excess >= 0 {
		return low
	}
	for steps := 0; order(high)-order(low) != 1; steps++ {
		if !(x > low && x < high) || order(high)-order(low) < 16 || steps > 12 && steps%2 == 0 {
			x = middle(low, high)
		}
		excess, slope := tail(x)
		step, nudge := -excess/slope, float64(0x1p-51*math.Abs(x))
		if excess >= 0 {
			high, x = x, x+step-nudge
		} else { // also what is no number: it cannot be above
			low, x = x, x+step+nudge
		}
	}
	return high
}

// tailOf returns a function that is 0 where solve ends, and rises, with its
// derivative: that of the smaller tail.
func tailOf(d Dist, p, q float64) func(x float64) (excess, slope float64) {
	if q < p {
		return func(x float64) (float64, float64) {
			s := d.Survival(x)
			return -mathx.Log(s / q), d.Density(x) / s
		}
	}
	return func(x float64) (float64, float64) {
		f := d.CDF(x)
		return mathx.Log(f / p), d.Density(x) / f
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
