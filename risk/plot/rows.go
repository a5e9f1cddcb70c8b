package plot

// rows is the layout of a chart whose bars lie one below the other, each with a
// name.
type rows struct {
	area
	x      axis
	edge   float64 // where names begin or end
	anchor string  // and which of the two
	above  bool    // names stand above their bars
	limit  area    // how far numbers at the ends of bars may go
	list   []barRow
}

// barRow is one of the rows.
type barRow struct {
	rowLabel
	names, seconds []string
	head           float64 // where the text begins
	top, bottom    float64 // of the bar
}

// rowLabel is what a row is called, and what stands smaller below it.
type rowLabel struct{ name, second string }

const (
	barHigh   = 20.0
	rowGap    = 11.0
	narrowest = 480.0 // with names beside the bars: else they stand above them
)

// rows lays out rows under what there is. Over says by how much numbers at the
// ends of bars go beyond the limits, so that the axis leaves them room.
func (c *chart) rows(labels []rowLabel, x span, over func(rows) (left, right float64)) rows {
	const least = 60 // of an axis
	left, right := 0.0, 0.0
	r := c.rowsWith(labels, x, left, right)
	for range 10 {
		bars, end := over(r)
		ticks, last := c.beyond(r.x)
		l, m := max(0, bars, ticks), max(0, end, last)
		if l+m == 0 || r.width()-l-m < least {
			break
		}
		left, right = left+l, right+m
		r = c.rowsWith(labels, x, left, right)
	}
	return r
}

func (c *chart) rowsWith(labels []rowLabel, x span, left, right float64) rows {
	r := rows{edge: margin, anchor: "start", above: c.width < narrowest}
	room, lines := c.width-2*margin, 2
	r.limit = area{left: margin, right: c.width - 10}
	if !r.above {
		room, lines = c.nameRoom(labels), 3
		r.edge, r.anchor = margin+room, "end"
		r.limit.left = r.edge + 12
	}
	r.left, r.right = r.limit.left+left, c.width-margin-right
	r.x = x.axis(x.from, x.to, r.left, r.right)
	r.top = c.height
	y := c.height + 6
	for _, l := range labels {
		row := barRow{rowLabel: l, names: wrap(l.name, bodySize, room, lines), seconds: wrap(l.second, tickSize, room, 1), head: y}
		row.top = y + row.high() + 3
		if r.above {
			y = row.top + barHigh + rowGap
		} else {
			deep := max(row.high(), barHigh)
			row.head, row.top = y+float64((deep-row.high())/2), y+float64((deep-barHigh)/2)
			y += deep + rowGap
		}
		row.bottom = row.top + barHigh
		r.list = append(r.list, row)
	}
	r.bottom = y - rowGap/2
	return r
}

// nameRoom is how wide names beside bars are.
func (c *chart) nameRoom(labels []rowLabel) float64 {
	room := 40.0
	for _, l := range labels {
		room = max(room, width(shorten(l.name), bodySize)+2, width(shorten(l.second), tickSize)+2)
	}
	return min(room, float64(c.width*.34))
}

// high is the height of the text of a row.
func (r barRow) high() float64 {
	return float64(float64(len(r.names))*bodySize*leading) + float64(float64(len(r.seconds))*tickSize*leading)
}

// middle is the height of the middle of the bar.
func (r barRow) middle() float64 { return float64((r.top + r.bottom) / 2) }

// scaffold draws what is behind the bars, and the names of the rows.
func (c *chart) scaffold(r rows) {
	for _, t := range r.x.ticks {
		if t.label != "" {
			c.upright(r, t.at, "grid")
		}
	}
	for _, row := range r.list {
		at := point{r.edge, row.head + bodySize*.95}
		c.label(row.name, row.names, at, bodySize, append(c.paint("ink", ""), "text-anchor", r.anchor)...)
		at.y += float64(float64(len(row.names))*bodySize*leading) - 1
		c.label(row.second, row.seconds, at, tickSize, append(c.paint("muted", ""), "text-anchor", r.anchor)...)
	}
}

// upright draws a line down through the bars, but not through names above them.
func (c *chart) upright(r rows, x float64, role string, attributes ...string) {
	if !r.above {
		c.rule(point{x, r.top}, point{x, r.bottom}, role, attributes...)
		return
	}
	for _, row := range r.list {
		c.rule(point{x, row.top - 2}, point{x, row.bottom + 2}, role, attributes...)
	}
}
