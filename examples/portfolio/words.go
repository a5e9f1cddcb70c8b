package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/ismskit/ismskit/risk/loss"
)

// thin is a space at which no line breaks.
const thin = "\u00a0"

// rounded writes x with so many significant digits and a unit: 540 k, 1.2 M.
func rounded(x float64, digits int) string {
	if x == 0 {
		return "0"
	}
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return "?"
	}
	x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'e', digits-1, 64), 64)
	unit := ""
	for _, u := range []string{"k", "M", "bn"} {
		if math.Abs(x) < 1000 {
			break
		}
		x, unit = x/1000, thin+u
	}
	behind := max(0, digits-1-int(math.Floor(math.Log10(math.Abs(x)))))
	return strings.Replace(strconv.FormatFloat(x, 'f', behind, 64), "-", "−", 1) + unit
}

// money writes an estimate of an amount, of which two digits are worth reading.
func money(x float64) string { return rounded(x, 2) }

// price writes an amount that is known.
func price(x float64) string {
	number, unit, _ := strings.Cut(rounded(x, 3), thin)
	if strings.Contains(number, ".") {
		number = strings.TrimRight(strings.TrimRight(number, "0"), ".")
	}
	if unit != "" {
		unit = thin + unit
	}
	return number + unit
}

// between writes a range.
func between(low, high float64) string { return money(low) + " to " + money(high) }

// percent writes a probability.
func percent(p float64) string { return rounded(100*p, 2) + thin + "%" }

// times writes what each unit of cost takes away.
func times(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

// precision writes half of an interval as a share of the value.
func precision(e loss.Estimate) string {
	if e.Value == 0 {
		return "±" + thin + "0" + thin + "%"
	}
	return "±" + thin + rounded(100*max(e.High-e.Value, e.Value-e.Low)/math.Abs(e.Value), 1) + thin + "%"
}

// listed writes "a, b and c".
func listed(words []string) string {
	switch n := len(words); n {
	case 0:
		return "nothing"
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

// counted writes "1 risk", "3 risks".
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
