package plot

import (
	"math"
	"strconv"
	"strings"
)

// Amounts are bounded so that every sum of them is a number, and so that a
// label stays one.
const (
	mostAmount  = 1e18
	leastAmount = 1e-6 // on a log axis
	nothing     = 1e-9 // what is less is written as 0
)

// unit returns by how many thousands an amount with this exponent is divided.
func unit(exp int) int { return min(4, max(0, exp/3)) }

// amount writes a number with three digits: "20 k", "1.25 M".
func (w Words) amount(x float64) string {
	if math.Abs(x) < nothing {
		return "0"
	}
	d := significant(math.Abs(x), 3)
	u := unit(exponent(d.value()))
	return w.signed(x, w.suffixed(strconv.FormatFloat(d.shifted(-3*u), 'f', -1, 64), u))
}

func (w Words) signed(x float64, s string) string {
	if x < 0 {
		return "−" + s
	}
	return s
}

func (w Words) suffixed(s string, unit int) string {
	s = strings.Replace(s, ".", w.Decimal, 1)
	if suffix := []string{"", w.Thousand, w.Million, w.Billion, w.Trillion}[unit]; suffix != "" {
		return s + "\u00a0" + suffix
	}
	return s
}

// money is an amount with its currency.
func (w Words) money(x float64, currency string) string {
	if currency == "" {
		return w.amount(x)
	}
	return fill(w.Money, "n", w.amount(x), "currency", currency)
}

// change is an amount with its sign.
func (w Words) change(x float64) string {
	if x >= nothing {
		return "+" + w.amount(x)
	}
	return w.amount(x)
}

// percent writes a probability: "43 %", "0.05 %".
func (w Words) percent(p float64) string {
	if p < nothing {
		return w.percentOf(decimal{})
	}
	digits := 2
	if p > 0.9 && p < 1 {
		digits = 3 // so that 99.5 is not 100
	}
	return w.percentOf(significant(p, digits))
}

func (w Words) percentOf(d decimal) string {
	s := strconv.FormatFloat(d.shifted(2), 'f', -1, 64)
	return fill(w.Percent, "n", strings.Replace(s, ".", w.Decimal, 1))
}

// ratio writes a quotient of amounts, which may be any number.
func (w Words) ratio(x float64) string {
	if x < 0 {
		return "−" + w.ratio(-x)
	}
	if x > 1 {
		return w.percentOf(significant(min(x, 1e6), 2))
	}
	return w.percent(x)
}

// percents labels ticks with probabilities.
func (w Words) percents(marks []decimal) []string {
	out := make([]string, len(marks))
	for i, d := range marks {
		out[i] = w.percentOf(d)
	}
	return out
}

// amounts labels ticks, each in its own unit, as a log axis needs it.
func (w Words) amounts(marks []decimal) []string {
	out := make([]string, len(marks))
	for i, d := range marks {
		out[i] = w.amount(d.value())
	}
	return out
}

// evenAmounts labels the ticks of a linear axis, all in the unit of the largest
// and with the decimals of the step.
func (w Words) evenAmounts(marks []decimal) []string {
	most, exp := 0.0, 0
	for _, d := range marks {
		most, exp = max(most, math.Abs(d.value())), d.exp
	}
	u := 0
	if most > 0 {
		u = unit(exponent(most))
	}
	out := make([]string, len(marks))
	for i, d := range marks {
		s := strconv.FormatFloat(math.Abs(d.shifted(-3*u)), 'f', max(0, 3*u-exp), 64)
		out[i] = w.signed(float64(d.n), w.suffixed(s, u))
		if d.n == 0 {
			out[i] = "0"
		}
	}
	return out
}

// ruler returns how amounts are labeled on a scale.
func (w Words) ruler(s Scale, vertical bool) ruler {
	if s == Log {
		return ruler{scale: s, vertical: vertical, label: w.amounts}
	}
	return ruler{scale: s, vertical: vertical, label: w.evenAmounts}
}

// fill puts texts in the place of their names in braces.
func fill(template string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(template)
}
