package dist

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Implication is what a distribution says beyond what was asked for: shown to
// who gave an interval or three points, it is the check whether that was meant.
type Implication struct {
	Text     string  // the distribution
	Mean     float64 // +Inf where it is infinite
	SD       float64 // standard deviation: +Inf where it is infinite, NaN where there is none
	Median   float64
	P1, P5   float64 // what is below 1 %, 5 % of the values
	P95, P99 float64 // what 5 %, 1 % exceed

	// AboveMean is P(X > Mean): below ½ where a few large values carry the mean.
	AboveMean float64

	// Above says how likely each of the values asked for is exceeded.
	Above []Exceedance
}

// Exceedance is the probability P that a value is exceeded.
type Exceedance struct{ Value, P float64 }

// Implied returns what d implies, and the chance to exceed each of the values.
//
//	loss, err := dist.LogNormal90(20e3, 1e6)
//	fmt.Println(dist.Implied(loss, 5e6))
//
// Who says that nine losses in ten are between 20,000 and 1,000,000 has said
// that they are 286,806 on average, and that one in a hundred exceeds 2,248,836.
func Implied(d Dist, values ...float64) Implication {
	i := Implication{
		Text: d.String(), Mean: d.Mean(), SD: math.Sqrt(d.Variance()), Median: d.Quantile(0.5),
		P1: d.Quantile(0.01), P5: d.Quantile(0.05), P95: d.Upper(0.05), P99: d.Upper(0.01),
	}
	i.AboveMean = d.Survival(i.Mean)
	for _, v := range values {
		i.Above = append(i.Above, Exceedance{v, d.Survival(v)})
	}
	return i
}

// String returns a few lines for people, without a line break at the end.
func (i Implication) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n", i.Text)
	fmt.Fprintf(&b, "mean %s", figure(i.Mean))
	if i.AboveMean > 0 {
		fmt.Fprintf(&b, " (exceeded with %s)", percent(i.AboveMean))
	}
	fmt.Fprintf(&b, ", standard deviation %s\n", figure(i.SD))
	fmt.Fprintf(&b, "1 %% %s, 5 %% %s, median %s, 95 %% %s, 99 %% %s\n",
		figure(i.P1), figure(i.P5), figure(i.Median), figure(i.P95), figure(i.P99))
	for _, e := range i.Above {
		fmt.Fprintf(&b, "above %s with %s\n", figure(e.Value), percent(e.P))
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// figure writes x to four digits, from 10,000 on in whole numbers.
func figure(x float64) string {
	size := math.Abs(x)
	switch {
	case math.IsInf(x, 1):
		return "infinite"
	case math.IsNaN(x):
		return "undefined"
	case size >= 1e15 || size < 1e-4 && size > 0:
		return strconv.FormatFloat(x, 'g', 4, 64)
	case size < 1e4:
		rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 4, 64), 64)
		return strconv.FormatFloat(rounded, 'f', -1, 64)
	}
	digits := strconv.FormatFloat(size, 'f', 0, 64)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	if x < 0 {
		return "-" + digits
	}
	return digits
}

// percent writes a probability to three digits.
func percent(p float64) string { return strconv.FormatFloat(float64(p*100), 'g', 3, 64) + " %" }
