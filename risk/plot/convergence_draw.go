package plot

import "slices"

// convergenceDrawing is a picture of an estimate on its way to paper.
type convergenceDrawing struct {
	Convergence
	*chart
	plane
	crowd crowd
	tail  []string // what found no place in the picture
}

// draw returns the picture of an estimate that passed its check.
func (c Convergence) draw() []byte {
	d := convergenceDrawing{Convergence: c, chart: newChart(c.frame())}
	d.over(d.words.axisTitle(c.of(d.words), c.Currency))
	x, y := d.spans()
	d.plane = d.chart.plane(x, y, 0, 0)
	d.crowd.within = area{d.left + 2, d.top + 1, d.width - 6, d.bottom - 3}
	d.beside(d.area, d.y)
	d.along(d.area, d.x)
	d.interval()
	d.asked()
	d.estimate()
	d.below(d.area, d.x, d.words.TrialsAxis)
	d.key(keyed{d.bandSign, d.words.Interval}, d.askedSign())
	if outcome := c.outcome(d.words); outcome != "" {
		d.tail = append(d.tail, outcome+".")
	}
	d.notes(d.tail...)
	return d.framed("convergence", c.name(d.words), c.summary(d.words))
}

// spans are the ranges of the axes: all values, and the intervals from where
// they are at most eight times as wide as the last. The first ones, which would
// press everything into a line, are cut off.
func (d *convergenceDrawing) spans() (x, y span) {
	last := d.last()
	x.ruler, y.ruler = ruler{scale: Log, label: d.words.amounts}, d.words.ruler(Linear, true)
	x.from, x.to = float64(d.Steps[0].Trials), float64(last.Trials)
	low, high := d.bounds()
	y.from, y.to = min(last.Low, low), max(last.High, high)
	most := max(float64(8*(last.High-last.Low)), float64(4*(high-low)))
	for _, s := range d.Steps {
		y.from, y.to = min(y.from, s.Value), max(y.to, s.Value)
		if s.High-s.Low <= most {
			y.from, y.to = min(y.from, s.Low), max(y.to, s.High)
		}
	}
	return x, y
}

// bounds are where the estimate may be with the precision that was asked for.
func (d *convergenceDrawing) bounds() (low, high float64) {
	value := d.last().Value
	off := float64(max(value, -value) * d.Asked)
	return value - off, value + off
}

// interval draws the band from low to high.
func (d *convergenceDrawing) interval() {
	var upper, lower []point
	for _, s := range d.Steps {
		upper, lower = append(upper, d.at(float64(s.Trials), s.High)), append(lower, d.at(float64(s.Trials), s.Low))
	}
	slices.Reverse(lower)
	if outline := d.trim(append(upper, lower...)); len(outline) > 2 {
		d.leaf("path", append(d.paint(roles[firstSeries].name, ""), "fill-opacity", ".2", "d", pathOf(thinned(outline))+" Z")...)
	}
}

// asked draws the bounds of the precision that was asked for.
func (d *convergenceDrawing) asked() {
	if d.Asked == 0 {
		return
	}
	low, high := d.bounds()
	for _, y := range []float64{d.y.at(low), d.y.at(high)} {
		d.bound(point{d.left, y}, point{d.right, y})
		d.crowd.add(ofNone, []point{{d.left, y}, {d.right, y}})
	}
}

func (d *convergenceDrawing) bound(from, to point) {
	d.rule(from, to, "ink", "stroke-width", "1.4", "stroke-dasharray", "7 4")
}

// estimate draws the values, and the last of them in words.
func (d *convergenceDrawing) estimate() {
	var line []point
	for _, s := range d.Steps {
		line = append(line, d.at(float64(s.Trials), s.Value))
	}
	d.crowd.add(ofNone, line)
	d.stroke(0, pathOf(thinned(line)))
	last := d.last()
	text := fill(d.words.Last, "amount", d.words.money(last.Value, d.Currency), "percent", d.words.ratio(d.half(last)))
	end := marked{line[len(line)-1], "", text, roles[firstSeries].name}
	if !d.mark(end, &d.crowd) {
		d.tail = append(d.tail, text)
	}
}

func (d *convergenceDrawing) bandSign(a area) {
	d.bar(point{a.left, a.top}, point{a.right, a.bottom}, append(d.paint(roles[firstSeries].name, ""), "fill-opacity", ".25")...)
}

func (d *convergenceDrawing) askedSign() keyed {
	if d.Asked == 0 {
		return keyed{}
	}
	text := fill(d.words.Asked, "percent", d.words.percent(d.Asked))
	return keyed{func(a area) {
		y := a.middle().y
		d.bound(point{a.left, y}, point{a.right, y})
	}, text}
}
