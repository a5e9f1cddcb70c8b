package plot

import (
	"sort"
	"strings"

	"github.com/ismskit/ismskit/internal/mathx"
)

// probed are the probabilities that the words give losses for.
var probed = []float64{.5, .1, .05, .01, .001}

func (e Exceedance) labels() []string {
	var labels []string
	for _, c := range e.Curves {
		labels = append(labels, named(c.Label, "1"))
	}
	return labels
}

func (e Exceedance) name(w Words) string {
	return fill(w.ExceedanceName, "names", strings.Join(e.labels(), ", "))
}

// reading is a mark in words.
func (e Exceedance) reading(w Words, m Mark) string {
	label := m.Label
	if label == "" {
		label = fill(w.VaR, "percent", w.percent(1-m.Probability))
	}
	return fill(w.Reading, "label", label, "amount", w.money(m.Loss, e.Currency))
}

// summary says what the picture shows, for someone who does not see it.
func (e Exceedance) summary(w Words) string {
	var b strings.Builder
	b.WriteString(sentence(e.name(w)))
	for _, c := range e.Curves {
		b.WriteString(sentence(e.inWords(w, c)))
	}
	for _, p := range e.Tolerance[:min(6, len(e.Tolerance))] {
		parts := []string{fill(w.Tolerated, "amount", w.money(p.Loss, e.Currency), "percent", w.percent(p.Probability))}
		for _, c := range e.Curves {
			parts = append(parts, fill(w.Reaches, "name", c.Label, "percent", w.percent(c.exceeding(p.Loss))))
		}
		b.WriteString(sentence(strings.Join(parts, "; ")))
	}
	return strings.TrimSpace(b.String())
}

// inWords is a curve in words.
func (e Exceedance) inWords(w Words, c Curve) string {
	var parts []string
	if begin := c.Points[0]; begin.Loss >= leastAmount {
		parts = append(parts, fill(w.More, "amount", w.money(begin.Loss, e.Currency), "percent", w.percent(begin.Probability)))
	}
	for _, p := range probed {
		if loss, ok := c.exceeded(p); ok && loss > 0 {
			parts = append(parts, fill(w.More, "amount", w.money(loss, e.Currency), "percent", w.percent(p)))
		}
	}
	for _, m := range c.Marks {
		parts = append(parts, e.reading(w, m))
	}
	if begin := c.Points[0]; begin.Loss < leastAmount {
		all := fill(w.AnyLoss, "name", c.Label, "percent", w.percent(begin.Probability))
		return strings.Join(append([]string{all}, parts...), ", ")
	}
	return fill(w.Reading, "label", c.Label, "amount", strings.Join(parts, ", "))
}

// exceeded is the loss that is exceeded with this probability, where the curve
// says so.
func (c Curve) exceeded(p float64) (loss float64, ok bool) {
	i := sort.Search(len(c.Points), func(i int) bool { return c.Points[i].Probability <= p })
	switch {
	case i == len(c.Points):
		return 0, false
	case i == 0:
		return c.Points[0].Loss, c.Points[0].Loss < leastAmount || c.Points[0].Probability == p
	}
	a, b := c.Points[i-1], c.Points[i]
	return power(p, a.Probability, b.Probability, a.Loss, b.Loss), true
}

// exceeding is the probability of more than a loss.
func (c Curve) exceeding(loss float64) float64 {
	i := sort.Search(len(c.Points), func(i int) bool { return c.Points[i].Loss > loss })
	switch {
	case i == 0:
		return c.Points[0].Probability
	case i == len(c.Points):
		return c.Points[i-1].Probability
	}
	a, b := c.Points[i-1], c.Points[i]
	return power(loss, a.Loss, b.Loss, a.Probability, b.Probability)
}

// power is the y of x between two points that a power law joins, or a straight
// line where one is at zero: it keeps nearer to a tail than a line does.
func power(x, x0, x1, y0, y1 float64) float64 {
	if x <= 0 || x0 <= 0 || x1 <= 0 || y0 <= 0 || y1 <= 0 {
		return y0 + float64((y1-y0)*((x-x0)/(x1-x0)))
	}
	part := mathx.Log(x/x0) / mathx.Log(x1/x0)
	return float64(y0 * mathx.Exp(float64(part*mathx.Log(y1/y0))))
}

func (e Exceedance) table() Table {
	w := e.Words.complete()
	t := Table{Summary: e.summary(w), Header: []string{w.Curve}}
	for _, p := range probed {
		t.Header = append(t.Header, w.percent(p))
	}
	for _, c := range e.Curves {
		row := []string{c.Label}
		for _, p := range probed {
			loss, ok := c.exceeded(p)
			cell := ""
			if ok {
				cell = w.money(loss, e.Currency)
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
