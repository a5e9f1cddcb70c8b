package elicit

import "math"

// rises returns the x from low to high at which a function that rises passes 0,
// by halving; ok is false if it does not.
func rises(f func(x float64) float64, low, high float64) (x float64, ok bool) {
	if !(f(low) <= 0 && f(high) >= 0) {
		return math.NaN(), false
	}
	for range 200 {
		middle := low + float64(0.5*(high-low))
		if middle <= low || middle >= high {
			break
		}
		if f(middle) < 0 {
			low = middle
		} else {
			high = middle
		}
	}
	return high, true
}
