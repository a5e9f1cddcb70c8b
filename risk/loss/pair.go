package loss

import "math"

// A pair is one distribution from two lattices, the second of twice the step.
//
// What dividing masses between points does to a distribution is, to leading
// order, an error that goes with the square of the step: it widens each event's
// loss by a variance of step²/6. So a third of the difference of the two is the
// error of the finer, and is taken off (Richardson, Phil. Trans. A 226, 1927).
type pair struct{ fine, coarse curve }

func better(fine, coarse float64) float64 { return fine + (fine-coarse)/3 }

func (p pair) cdf(x float64) float64 { return better(p.fine.cdf(x), p.coarse.cdf(x)) }

func (p pair) limited(x float64) float64 { return better(p.fine.limited(x), p.coarse.limited(x)) }

func (p pair) squared(x float64) float64 { return better(p.fine.squared(x), p.coarse.squared(x)) }

// stepError returns what the step may have changed in a figure, given that from
// the pair, from the pair before, and from the two curves of the pair. Twice the
// change is more than what is left where the error falls as it should, eight
// times or more from pair to pair; a hundredth of what was taken off is for
// where the two pairs agree by accident. It is an estimate and no bound.
func stepError(now, before, fine, coarse float64) float64 {
	return float64(2*math.Abs(now-before)) + math.Abs(fine-coarse)/100
}

func (p pair) last() float64 { return min(p.fine.last(), p.coarse.last()) }

// A distribution is a curve, or what is made of several.
type distribution interface {
	cdf(x float64) float64
	limited(x float64) float64
	last() float64
}

// quantile returns the least x with P(S ≤ x) ≥ p, +Inf if that is beyond top.
func quantile(c distribution, p float64) float64 {
	return solved(c, p, 0, c.last(), c.cdf(0)-p, c.cdf(c.last())-p)
}

// near returns the same, faster where it is not far from a guess.
func near(c distribution, p, guess, far float64) float64 {
	low, high := guess-far, guess+far
	if low > 0 && high < c.last() {
		if below, above := c.cdf(low)-p, c.cdf(high)-p; below < 0 && above >= 0 {
			return solved(c, p, low, high, below, above)
		}
	}
	return quantile(c, p)
}

// beyond returns x moved away from the nearer end by an ulp or two, to close the
// bracket.
func beyond(x, low, high float64, up bool) float64 {
	far := float64(3e-16 * x)
	switch {
	case x-low <= far || high-x <= far:
		return x
	case up:
		return x + far
	}
	return x - far
}

// solved returns the least x from low to high with P(S ≤ x) ≥ p, +Inf if there is
// none, given P(S ≤ x) - p at both.
//
// Most steps are false position, with the value of an end that stays halved
// (Illinois; Dowell and Jarratt, BIT 11, 1971), every fourth halves the bracket. It
// ends between two neighbors, so that an atom is found as it is, or where there is
// none, some ulp wide.
func solved(c distribution, p, low, high, below, above float64) float64 {
	switch {
	case below >= 0:
		return low
	case !(above >= 0):
		return math.Inf(1)
	}
	for i := range 300 {
		x := low + float64(0.5*(high-low))
		if x <= low || x >= high || high-low <= float64(8e-16*high) && above-below < 1e-11 {
			break
		}
		if guess := low + float64((high-low)*(below/(below-above))); i%4 != 3 && guess > low && guess < high {
			x = beyond(guess, low, high, -below < above)
		}
		if excess := c.cdf(x) - p; excess >= 0 {
			high, above = x, excess
			below = float64(0.5 * below)
		} else {
			low, below = x, excess
			above = float64(0.5 * above)
		}
	}
	return high
}
