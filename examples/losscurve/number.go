package main

import (
	"math"
	"strconv"

	"github.com/ismskit/ismskit/risk/loss"
)

// unit is how numbers of a kind are written.
type unit struct {
	factor float64
	suffix string
}

var (
	amounts  = unit{1, ""}
	percents = unit{100, " %"}
)

// estimate writes a figure with the half of its interval, which has two digits;
// without it if that is less than the last digit.
func (u unit) estimate(e *loss.Estimate) string {
	switch {
	case e == nil:
		return "-"
	case e.Basis == loss.Refused && e.Reason == infinite:
		return infinite
	case e.Basis == loss.Refused:
		return "refused"
	}
	x, half := e.Value*u.factor, max(e.High-e.Value, e.Value-e.Low)*u.factor
	most := u.digits(x)
	if !(half*math.Pow(10, float64(most)) >= 0.5) {
		return u.value(e.Value)
	}
	digits := min(1-int(math.Floor(math.Log10(half))), most)
	return decimal(x, digits) + u.suffix + " ± " + decimal(half, digits) + u.suffix
}

// value writes a number with four digits, or as a whole one.
func (u unit) value(x float64) string {
	x *= u.factor
	return decimal(x, u.digits(x)) + u.suffix
}

// digits is how many stand behind the point.
func (u unit) digits(x float64) int {
	if x == 0 || math.Abs(x) >= 1000 {
		return 0
	}
	return 3 - int(math.Floor(math.Log10(math.Abs(x))))
}

// decimal writes x with so many digits behind the point, or rounded to a power of
// ten, and its thousands apart.
func decimal(x float64, digits int) string {
	const most = 1e15
	if math.Abs(x) >= most || math.IsNaN(x) {
		return strconv.FormatFloat(x, 'g', 4, 64)
	}
	if digits < 0 {
		power := math.Pow(10, float64(-digits))
		x, digits = math.Round(x/power)*power, 0
	}
	s := strconv.FormatFloat(x, 'f', digits, 64)
	end := len(s)
	if digits > 0 {
		end -= digits + 1
	}
	for i := end - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
