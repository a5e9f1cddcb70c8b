package tolerance

import (
	"fmt"
	"strconv"
	"strings"
)

// String returns a few lines for people, without a line break at the end.
func (c Comparison) String() string {
	var b strings.Builder
	switch {
	case c.Within:
		b.WriteString("nowhere over the tolerance")
	case len(c.Over) == 0:
		b.WriteString("not over the tolerance where the risk is known")
	}
	for i, r := range c.Over {
		if i > 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "over the tolerance from %s to %s", amount(r.From), amount(r.To))
	}
	if p := c.Difference; p != nil {
		fmt.Fprintf(&b, "\nmost above %s: %s, tolerated %s", amount(p.Loss), percent(p.Risk), percent(p.Tolerated))
	}
	if p := c.Ratio; p != nil && p.Ratio > 0 {
		fmt.Fprintf(&b, "\nmost often above %s: %s times as often as tolerated", amount(p.Loss), strconv.FormatFloat(p.Ratio, 'g', 3, 64))
	}
	if p := c.Excess; p != nil {
		fmt.Fprintf(&b, "\nfarthest at %s: tolerated are %s, exceeded are %s", percent(p.Tolerated), amount(p.Loss), amount(p.Exceeded))
	}
	for _, r := range c.Open {
		if r.To == 0 {
			fmt.Fprintf(&b, "\nnot known above %s", amount(r.From))
			continue
		}
		fmt.Fprintf(&b, "\nnot known from %s to %s", amount(r.From), amount(r.To))
	}
	return b.String()
}

func percent(p float64) string { return strconv.FormatFloat(float64(p*100), 'g', 3, 64) + " %" }

func amount(x float64) string {
	if x < 1e4 || x >= 1e15 {
		return strconv.FormatFloat(x, 'g', 4, 64)
	}
	digits := strconv.FormatFloat(x, 'f', 0, 64)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
