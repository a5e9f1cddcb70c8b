package plot

// waterfallDrawing is a waterfall on its way to paper.
type waterfallDrawing struct {
	Waterfall
	*chart
	rows
}

// draw returns the picture of a waterfall that passed its check.
func (f Waterfall) draw() []byte {
	d := waterfallDrawing{Waterfall: f, chart: newChart(f.frame())}
	d.key(d.signs()...)
	d.height += 6
	labels, x := d.spans()
	d.rows = d.chart.rows(labels, x, d.over)
	d.scaffold(d.rows)
	d.total(d.list[0], f.Before)
	for i := range f.Steps {
		d.step(i)
	}
	last := len(f.Steps)
	d.joint(d.x.at(f.after(last)), d.list[last], d.list[last+1])
	d.total(d.list[last+1], f.after(last))
	d.upright(d.rows, d.x.at(0), "ink", "stroke-width", "1.2")
	d.below(d.area, d.x, d.words.axisTitle(f.Of, f.Currency))
	return d.framed("waterfall", f.name(d.words), f.summary(d.words))
}

// spans are the names of the rows and the range of the axis.
func (d *waterfallDrawing) spans() (labels []rowLabel, x span) {
	x.ruler = d.words.ruler(Linear, false)
	x.tight, x.to = true, d.Before
	labels = append(labels, rowLabel{name: d.words.Before})
	for i, s := range d.Steps {
		low, high := d.reach(i)
		x.from, x.to = min(x.from, low), max(x.to, high)
		labels = append(labels, rowLabel{name: s.Label})
	}
	return append(labels, rowLabel{name: d.words.After}), x
}

// over is how far the numbers behind the bars go beyond the limit.
func (d *waterfallDrawing) over(r rows) (left, right float64) {
	for _, total := range []float64{d.Before, d.after(len(d.Steps))} {
		right = max(right, r.x.at(max(0, total))+6+width(d.words.amount(total), tickSize*bold)-r.limit.right)
	}
	for i, s := range d.Steps {
		_, high := d.reach(i)
		right = max(right, r.x.at(high)+6+width(d.words.change(s.Change), tickSize)-r.limit.right)
	}
	return 0, right
}

// reach is how far a step and its interval go.
func (d *waterfallDrawing) reach(i int) (low, high float64) {
	from, s := d.after(i), d.Steps[i]
	low, high = min(from, from+s.Change), max(from, from+s.Change)
	if s.interval() {
		low, high = min(low, from+s.Low), max(high, from+s.High)
	}
	return low, high
}

// total draws the bar of a whole amount.
func (d *waterfallDrawing) total(r barRow, amount float64) {
	a, b := d.x.at(0), d.x.at(amount)
	d.bar(point{a, r.top}, point{b, r.bottom}, d.paint("muted", "")...)
	d.inked(d.words.amount(amount), point{max(a, b) + 6, r.middle() + 4}, "ink", "start", "font-weight", "600")
}

// step draws what one control does.
func (d *waterfallDrawing) step(i int) {
	s, r := d.Steps[i], d.list[i+1]
	from, to := d.x.at(d.after(i)), d.x.at(d.after(i)+s.Change)
	d.joint(from, d.list[i], r)
	d.open("g")
	d.text("title", fill(d.words.Reading, "label", s.Label, "amount", d.inWords(d.words, s)))
	d.block(s.Change > 0, point{from, r.top}, point{to, r.bottom})
	if s.interval() {
		d.whisker(d.x.at(d.after(i)+s.Low), d.x.at(d.after(i)+s.High), r.middle())
	}
	d.close("g")
	_, high := d.reach(i)
	d.inked(d.words.change(s.Change), point{d.x.at(high) + 6, r.middle() + 4}, "ink", "start")
}

// joint shows that one bar begins where the one above it ends, unless a name
// stands between them.
func (d *waterfallDrawing) joint(x float64, a, b barRow) {
	if !d.above {
		d.rule(point{x, a.bottom}, point{x, b.top}, "muted", "stroke-width", "1")
	}
}

// block draws the bar of a step: less is full, more is open.
func (d *waterfallDrawing) block(more bool, a, b point) {
	if !more {
		d.bar(a, b, d.paint(roles[firstSeries].name, "")...)
		return
	}
	role := roles[firstSeries+1].name
	d.bar(a, b, d.paint("paper", "")...)
	d.bar(a, b, append(d.paint(role, role), "fill-opacity", ".22", "stroke-width", "1.2")...)
}

// whisker draws an interval, light on dark bars and dark beside them.
func (d *waterfallDrawing) whisker(from, to, y float64) {
	path := strokesOf([][2]point{{{from, y}, {to, y}}, {{from, y - 4}, {from, y + 4}}, {{to, y - 4}, {to, y + 4}}})
	d.leaf("path", append(d.paint("", "paper"), "stroke-width", "4", "d", path)...)
	d.leaf("path", append(d.paint("", "ink"), "stroke-width", "1.4", "d", path)...)
}

// signs explain the bars of which there are any.
func (d *waterfallDrawing) signs() []keyed {
	var less, more, interval keyed
	for _, s := range d.Steps {
		switch {
		case s.Change > 0:
			more = keyed{func(a area) { d.block(true, point{a.left, a.top}, point{a.right, a.bottom}) }, d.words.Added}
		case s.Change < 0:
			less = keyed{func(a area) { d.block(false, point{a.left, a.top}, point{a.right, a.bottom}) }, d.words.Less}
		}
		if s.interval() {
			interval = keyed{func(a area) { d.whisker(a.left+1, a.right-1, a.middle().y) }, d.words.StepInterval}
		}
	}
	return []keyed{less, more, interval}
}
