package plot

const tickLength = 4.0

// below draws the axis of x under an area: ticks, labels, title.
func (c *chart) below(a area, x axis, title string) {
	c.rule(point{a.left, a.bottom}, point{a.right, a.bottom}, "muted")
	for _, t := range x.ticks {
		far := tickLength
		if t.label == "" {
			far = tickLength / 2
		}
		c.rule(point{t.at, a.bottom}, point{t.at, a.bottom + far}, "muted")
		c.inked(t.label, point{t.at, a.bottom + tickLength + 12}, "muted", "middle")
	}
	c.height = a.bottom + tickLength + 18
	lines := wrap(title, bodySize*bold, c.width-2*margin, 2)
	at := point{c.width - margin, c.height + 12}
	c.label(title, lines, at, bodySize, append(c.paint("ink", ""), "font-weight", "600", "text-anchor", "end")...)
	c.height += float64(float64(len(lines))*bodySize*leading) + 4
}

// over writes the title of the axis of y, above where the area begins.
func (c *chart) over(title string) {
	lines := wrap(title, bodySize*bold, c.width-2*margin, 2)
	c.label(title, lines, point{margin, c.height + 11}, bodySize, append(c.paint("ink", ""), "font-weight", "600")...)
	c.height += float64(float64(len(lines))*bodySize*leading) + 8
}

// beside draws the axis of y: lines across the area, labels to the left.
func (c *chart) beside(a area, y axis) {
	for _, t := range y.ticks {
		if t.label == "" {
			continue
		}
		c.rule(point{a.left, t.at}, point{a.right, t.at}, "grid")
		c.inked(t.label, point{a.left - 7, t.at + 4}, "muted", "end")
	}
}

// along draws lines down the area at the labeled ticks of x.
func (c *chart) along(a area, x axis) {
	for _, t := range x.ticks {
		if t.label != "" {
			c.rule(point{t.at, a.top}, point{t.at, a.bottom}, "grid")
		}
	}
}

// plane is the area of a chart with two axes.
type plane struct {
	area
	x, y axis
}

func (p plane) at(x, y float64) point { return point{p.x.at(x), p.y.at(y)} }

// span is the range of an axis, and how it is labeled.
type span struct {
	ruler
	from, to float64
}

// plane lays out an area under what there is, as wide as the chart but for what
// stands to the left of it, and so far down.
func (c *chart) plane(x, y span, indent, down float64) plane {
	top := c.height + 6 + down
	bottom := top + min(460, max(210, float64(c.width*.5)))
	p := plane{area: area{top: top, bottom: bottom, right: c.width - margin}}
	p.y = y.axis(y.from, y.to, bottom, top)
	p.left = margin + indent + p.y.labelWidth() + 8
	p.x = x.axis(x.from, x.to, p.left, p.right)
	left, right := c.beyond(p.x)
	p.left, p.right = p.left+left, p.right-right
	p.x = x.axis(x.from, x.to, p.left, p.right)
	return p
}

// beyond is by how much the labels of an axis leave the picture on both sides.
func (c *chart) beyond(x axis) (left, right float64) {
	const free = 4
	return max(0, free-x.leftmost()), max(0, x.rightmost()-c.width+free)
}

// axisTitle is what an axis is of, and in which currency.
func (w Words) axisTitle(what, currency string) string {
	if currency == "" {
		return what
	}
	return fill(w.AxisOf, "what", what, "currency", currency)
}
