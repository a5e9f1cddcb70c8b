package plot

// marked is a figure that is pointed out in a picture.
type marked struct {
	at                point
	label, text, role string
}

// words are the figure with what it is of.
func (m marked) words(w Words) string {
	if m.label == "" {
		return m.text
	}
	return fill(w.MarkOf, "name", m.label, "mark", m.text)
}

// mark draws a figure, and its text where there is room for it. A text that is
// not beside its dot has a line to it.
func (c *chart) mark(m marked, crowd *crowd) bool {
	b, ok := crowd.place([]point{m.at}, width(m.text, tickSize), tickSize, ofNone, 8, 14, 24, 38)
	c.open("g")
	c.text("title", m.words(c.words))
	if end := b.nearest(m.at); ok && end.minus(m.at).length() > 17 {
		c.rule(m.at, end, m.role, "stroke-width", "1")
	}
	c.leaf("circle", append(c.paint(m.role, "paper"), "stroke-width", "1.5", "cx", num(m.at.x), "cy", num(m.at.y), "r", "5")...)
	c.close("g")
	if ok {
		c.inked(m.text, b.baseline(tickSize), m.role, "middle")
	}
	return ok
}
