package plot

import (
	"math"
	"strconv"
	"strings"
)

// decimal is n times 10 to the power of exp: what stands at a tick, exactly.
type decimal struct {
	n   int64
	exp int
}

// value returns the nearest number, the same on every machine.
func (d decimal) value() float64 { return d.shifted(0) }

// shifted returns the value with the point moved so many places to the right.
func (d decimal) shifted(places int) float64 {
	f, _ := strconv.ParseFloat(strconv.FormatInt(d.n, 10)+"e"+strconv.Itoa(d.exp+places), 64) // always a number
	return f
}

// exponent returns that of the leading digit of a positive number.
func exponent(x float64) int {
	_, exp, _ := strings.Cut(strconv.FormatFloat(x, 'e', -1, 64), "e")
	n, _ := strconv.Atoi(exp) // FormatFloat wrote it
	return n
}

// significant returns the number with so many digits, the last one rounded.
func significant(x float64, digits int) decimal {
	mantissa, exp, _ := strings.Cut(strconv.FormatFloat(x, 'e', digits-1, 64), "e")
	n, _ := strconv.ParseInt(strings.Replace(mantissa, ".", "", 1), 10, 64) // FormatFloat wrote both
	e, _ := strconv.Atoi(exp)
	d := decimal{n, e - digits + 1}
	for d.n != 0 && d.n%10 == 0 {
		d.n, d.exp = d.n/10, d.exp+1
	}
	return d
}

// lead are the leading digits of round numbers.
var lead = []int64{1, 2, 5}

// roundSteps yields 1, 2 and 5 times the powers of ten, from the first that is
// at least x.
func roundSteps(x float64) func(func(decimal) bool) {
	return func(yield func(decimal) bool) {
		for exp := exponent(x); exp < 400; exp++ {
			for _, n := range lead {
				if d := (decimal{n, exp}); d.value() >= x && !yield(d) {
					return
				}
			}
		}
	}
}

// multiples returns those of the step that cover from and to.
func (d decimal) multiples(from, to float64) []decimal {
	first, last := math.Floor(from/d.value()), math.Ceil(to/d.value())
	var out []decimal
	for i := first; i <= last && len(out) < 1000; i++ {
		out = append(out, decimal{int64(i) * d.n, d.exp})
	}
	return out
}

// rounded returns x at 1, 2 or 5 times a power of ten: the last at most x, or
// the first at least x.
func rounded(x float64, up bool) decimal {
	exp := exponent(x)
	all := []decimal{{1, exp}, {2, exp}, {5, exp}, {1, exp + 1}}
	for i, d := range all {
		switch {
		case d.value() == x, up && d.value() > x:
			return d
		case !up && all[i+1].value() > x:
			return d
		}
	}
	return all[3]
}

// next returns the round number that comes after, or before.
func (d decimal) next(up bool) decimal {
	switch {
	case d.n == 1 && up:
		return decimal{2, d.exp}
	case d.n == 2 && up:
		return decimal{5, d.exp}
	case up:
		return decimal{1, d.exp + 1}
	case d.n == 1:
		return decimal{5, d.exp - 1}
	case d.n == 2:
		return decimal{1, d.exp}
	}
	return decimal{2, d.exp}
}
