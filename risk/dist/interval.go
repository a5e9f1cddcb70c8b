package dist

import "math"

// end returns the end of the support that a probability of 0 or 1 stands for,
// NaN for what is no probability. For any other ok is false.
func end(p, atZero, atOne float64) (x float64, ok bool) {
	switch {
	case p > 0 && p < 1:
		return 0, false
	case p == 0:
		return atZero, true
	case p == 1:
		return atOne, true
	}
	return math.NaN(), true
}

// unit returns x, or the end of [0, 1] that it is beyond.
func unit(x float64) float64 { return min(max(x, 0), 1) }

// limited returns what a limited mean is outside of the support: d below, the
// mean above, where E[min(X, d)] depends on nothing else. For a d inside ok is
// false.
func limited(x bounded, d float64) (value float64, ok bool) {
	low, high := x.Support()
	switch {
	case math.IsNaN(d) || d <= low:
		return d, true
	case d >= high:
		return x.Mean(), true
	}
	return 0, false
}

// A bounded has what limited asks for.
type bounded interface {
	Mean() float64
	Support() (low, high float64)
}

// ordered returns the error about ends of a support that are not finite, not in
// order, or too far apart for a difference.
func ordered(dist string, low, high float64) error {
	return check(dist,
		condition{"min", low, low < high, "a number below max " + number(high)},
		condition{"max", high, high-low >= 1e-290 && finite(high-low), "max - min from 1e-290 to 1.8e+308"})
}
