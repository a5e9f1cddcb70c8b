package fit

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// A sample is the data in a unit of their own, so that a typical value is about
// 1: the search then never meets a number that is too large or too small. The
// unit is a power of two, and nothing is rounded.
type sample struct {
	items []item
	unit  float64
	n     float64 // sum of the weights
	exact float64 // of those that are known
}

// An item is one observation in that unit.
type item struct {
	low, high, from float64
	log             float64 // of low, where it is the value
	weight          float64
}

func (i item) exact() bool { return i.low == i.high }

// typical returns a number for the value, to start from.
func (i item) typical() float64 {
	switch {
	case math.IsInf(i.high, 1):
		return float64(1.5 * i.low)
	case i.low == 0:
		return float64(0.5 * i.high)
	}
	return float64(math.Sqrt(i.low) * math.Sqrt(i.high))
}

// newSample returns the sample of observations that are in order.
func newSample(data []Observation) sample {
	s := sample{items: make([]item, len(data))}
	for i, o := range data {
		s.items[i] = item{low: o.Low, high: o.High, from: o.Threshold, weight: o.Weight}
		s.n += o.Weight
		if o.exact() {
			s.exact += o.Weight
		}
	}
	_, exponent := math.Frexp(s.items[len(data)/2].typical())
	s.unit = math.Ldexp(1, exponent)
	for i := range s.items {
		it := &s.items[i]
		it.low, it.high, it.from = it.low/s.unit, it.high/s.unit, it.from/s.unit
		it.log = mathx.Log(it.low)
	}
	return s
}

// one tells whether all values could be the same one: then the distribution
// that is nothing else is the most likely.
func (s sample) one() bool {
	low, high := 0.0, math.Inf(1)
	for _, i := range s.items {
		low, high = max(low, i.low), min(high, i.high)
	}
	return low <= high
}

// every tells whether something holds for each of the items.
func (s sample) every(holds func(i item) bool) bool {
	for _, i := range s.items {
		if !holds(i) {
			return false
		}
	}
	return true
}

// logs returns mean and standard deviation of the logarithm of the typical
// values, and their mean.
func (s sample) logs() (mean, sd, plain float64) {
	var first, second, values sum
	for _, i := range s.items {
		t := i.typical()
		first.add(float64(i.weight * mathx.Log(t)))
		values.add(float64(i.weight * t))
	}
	mean = first.value() / s.n
	for _, i := range s.items {
		off := mathx.Log(i.typical()) - mean
		second.add(float64(i.weight * float64(off*off)))
	}
	return mean, max(math.Sqrt(second.value()/s.n), 1e-9), values.value() / s.n
}

// truncated tells whether a threshold applies to any item.
func (s sample) truncated() bool { return !s.every(func(i item) bool { return i.from == 0 }) }

// A sum adds numbers with what rounding takes away (Neumaier, Zeitschrift für
// Angewandte Mathematik und Mechanik 54, 1974).
type sum struct{ total, lost float64 }

func (s *sum) add(x float64) {
	t := s.total + x
	if math.Abs(s.total) >= math.Abs(x) {
		s.lost += (s.total - t) + x
	} else {
		s.lost += (x - t) + s.total
	}
	s.total = t
}

func (s *sum) value() float64 {
	if !finite(s.total) {
		return s.total
	}
	return s.total + s.lost
}

// logUnit returns the logarithm of the unit.
func (s sample) logUnit() float64 { return float64(math.Ln2 * float64(exponentOf(s.unit))) }

// exponentOf returns the largest e with 2^e ≤ x, for x > 0.
func exponentOf(x float64) int {
	_, e := math.Frexp(x)
	return e - 1
}
