package dist

import (
	"fmt"
	"math"
)

// mostCells bounds the proof of feasible.
const mostCells = 200_000

// feasible proves that M rises everywhere, or returns the error that says where
// it does not. Between two probabilities y(1-y) M'(y) is enclosed in an
// interval; where that does not decide, the range is halved.
func (d Metalog) feasible() error {
	type cell struct{ low, high float64 }
	cells := []cell{}
	for i := range 16 {
		cells = append(cells, cell{float64(float64(i) / 16), float64(float64(i+1) / 16)})
	}
	for steps := 0; len(cells) > 0; steps++ {
		c := cells[len(cells)-1]
		cells = cells[:len(cells)-1]
		y := c.low + float64((c.high-c.low)/2)
		least := d.leastSlope(c.low, c.high)
		switch {
		case least > 0:
			continue
		case !(d.slopeAt(y) > 0) || y == c.low || y == c.high || steps > mostCells:
			return d.falls(y)
		}
		cells = append(cells, cell{c.low, y}, cell{y, c.high})
	}
	return d.tails()
}

// slopeAt is slope for a probability that is not near an end.
func (d Metalog) slopeAt(y float64) float64 {
	return d.slope(fraction{y, 1 - y}, logRatio(y, 1-y))
}

// leastSlope returns a lower bound of y(1-y) M'(y) from low to high, by bounds
// of its three parts: w μ' + (w t) s' + s for w = y(1-y), t = log(y/(1-y)).
func (d Metalog) leastSlope(low, high float64) float64 {
	middle, radius := float64((low+high)/2)-0.5, float64((high-low)/2)
	w := interval{float64(low * (1 - low)), float64(high * (1 - high))}.sorted()
	if low < 0.5 && high > 0.5 {
		w.high = 0.25
	}
	wt := w.times(interval{logRatio(low, 1-low), logRatio(max(high, 0), 1-high)})
	switch { // y(1-y) t falls from 0 to y = 0.176, and again from 0.823 to 1
	case low == 0:
		wt = interval{float64(w.high * logRatio(high, 1-high)), 0}
	case high == 1:
		wt = interval{0, float64(w.high * logRatio(low, 1-low))}
	}
	sum := enclose(d.s, middle, radius).low
	sum += w.times(enclose(differentiated(d.mu), middle, radius)).low
	return sum + wt.times(enclose(differentiated(d.s), middle, radius)).low
}

// An interval holds a number that is not known better.
type interval struct{ low, high float64 }

func (i interval) sorted() interval { return interval{min(i.low, i.high), max(i.low, i.high)} }

func (i interval) times(j interval) interval {
	a, b := float64(i.low*j.low), float64(i.low*j.high)
	c, d := float64(i.high*j.low), float64(i.high*j.high)
	return interval{min(a, b, c, d), max(a, b, c, d)}
}

// enclose returns where a polynomial is within a radius of x: its Taylor series
// there, each term with the sign that it has at worst. The last bits are
// allowed for.
func enclose(c []float64, x, radius float64) interval {
	shifted := append([]float64(nil), c...)
	for i := range shifted {
		for k := len(shifted) - 2; k >= i; k-- {
			shifted[k] += float64(shifted[k+1] * x)
		}
	}
	if len(shifted) == 0 {
		return interval{}
	}
	size := 0.0
	for _, a := range c {
		size += math.Abs(a)
	}
	reach := float64(0x1p-48 * size)
	power := radius
	for _, a := range shifted[1:] {
		reach += float64(math.Abs(a) * power)
		power = float64(power * radius)
	}
	return interval{shifted[0] - reach, shifted[0] + reach}
}

func differentiated(c []float64) []float64 {
	if len(c) == 0 {
		return nil
	}
	derived := make([]float64, len(c)-1)
	for k := range derived {
		derived[k] = float64(float64(k+1) * c[k+1])
	}
	return derived
}

// falls returns the error about a density that is below 0 at y and about it.
func (d Metalog) falls(y float64) error {
	const step = 0x1p-10
	low, high := y, y
	for low > step && !(d.slopeAt(low-step) > 0) {
		low -= step
	}
	for high < 1-step && !(d.slopeAt(high+step) > 0) {
		high += step
	}
	found := fmt.Sprintf("a density that is not above 0 between the probabilities %.3g and %.3g", max(low-step, 0), min(high+step, 1))
	want := fmt.Sprintf("quantiles that %d terms can follow", d.terms)
	if d.terms > 2 {
		want += ", or fewer terms"
	}
	return &ParamError{"metalog", "x", found, want}
}

// tails returns the error about tails, or a median, that no number describes.
func (d Metalog) tails() error {
	low, high := d.Quantile(0.5), polynomial(d.s, -0.5)
	switch {
	case !finite(low):
		return &ParamError{"metalog", "x", "a median of " + number(low), "a finite one"}
	case finite(d.max) && !finite(d.min) && high >= 1:
		return &ParamError{"metalog", "x", "a lower tail without a mean", "quantiles that are less far apart below, or a min"}
	}
	return nil
}
