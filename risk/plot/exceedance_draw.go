package plot

import (
	"cmp"
	"slices"
)

// dashes tell curves apart where colors do not.
var dashes = []string{"none", "9 4", "2 3", "14 3 2 3", "5 7", "24 5"}

// exceedanceDrawing is a picture of exceedance curves on its way to paper.
type exceedanceDrawing struct {
	Exceedance
	*chart
	plane
	crowd crowd
	lines [][][]point // the visible parts of each curve
	tail  []string    // what found no place in the picture
	keyed bool        // so did the name of a curve
}

// draw returns the picture of curves that passed their check.
func (e Exceedance) draw() []byte {
	d := exceedanceDrawing{Exceedance: e, chart: newChart(e.frame())}
	d.over(d.words.ProbabilityAxis)
	x, y := d.spans()
	d.plane = d.chart.plane(x, y, 0, 0)
	d.crowd.within = area{d.left, d.top - 6, d.width - 6, d.bottom - 3}
	d.beside(d.area, d.y)
	d.along(d.area, d.x)
	d.bands()
	d.curves()
	d.marks()
	d.names()
	d.below(d.area, d.x, d.words.axisTitle(d.words.LossAxis, e.Currency))
	d.keys()
	d.notes(d.tail...)
	return d.framed("exceedance", d.name(d.words), d.summary(d.words))
}

// shown are the points that have a place in the picture.
func (e Exceedance) shown(points []Point) []Point {
	var out []Point
	for _, p := range points {
		if e.placed(p.Loss) && p.Probability >= e.least() {
			out = append(out, p)
		}
	}
	return out
}

// placed reports whether a loss has a place on its axis.
func (e Exceedance) placed(loss float64) bool {
	return e.Loss == Linear || loss >= leastAmount
}

// spans are the ranges of the axes. On a log axis of losses the flat beginning
// of the curves is left out, where nothing can be seen.
func (d *exceedanceDrawing) spans() (x, y span) {
	x.ruler, y.ruler = d.words.ruler(d.Loss.or(Log), false), ruler{scale: d.Probability.or(Linear), vertical: true, label: d.words.percents}
	x.from, x.to, y.from = mostAmount, 0, 1
	d.include(&x, &y, d.Tolerance)
	for _, c := range d.Curves {
		d.include(&x, &y, c.Points)
		for _, m := range c.Marks {
			d.include(&x, &y, []Point{{m.Loss, m.Probability}})
		}
	}
	for _, c := range d.Curves {
		for _, b := range slices.Concat(c.Epistemic, c.Sampling) {
			if b.Loss >= x.from && b.Loss <= x.to {
				y.to = max(y.to, b.High)
			}
		}
	}
	for _, s := range []*span{&x, &y} {
		if s.scale == Linear {
			s.from = 0
		}
	}
	return x, y
}

// include widens the ranges to hold what is shown of points.
func (d *exceedanceDrawing) include(x, y *span, points []Point) {
	shown := d.shown(points)
	if len(shown) == 0 {
		return
	}
	begin, end := shown[0], shown[len(shown)-1]
	for _, p := range shown {
		if p.Probability >= shown[0].Probability*.99 {
			begin = p
		}
	}
	x.from, x.to = min(x.from, begin.Loss), max(x.to, end.Loss)
	y.from, y.to = min(y.from, end.Probability), max(y.to, begin.Probability)
}

// curves draws the tolerance and the curves.
func (d *exceedanceDrawing) curves() {
	if line := d.line(d.Tolerance); line != nil {
		parts := d.visible(line)
		d.crowd.add(mostCurves, parts...)
		for _, part := range parts {
			d.leaf("path", append(d.paint("", "ink"), "stroke-width", "1.4", "d", pathOf(part))...)
		}
		for _, p := range line {
			if d.holds(box{at: p}) {
				d.ring(p)
				d.crowd.boxes = append(d.crowd.boxes, box{p, 4, 4})
			}
		}
	}
	for i, c := range slices.Backward(d.Curves) {
		parts := d.visible(d.line(c.Points))
		d.lines = append(d.lines, parts)
		d.crowd.add(i, parts...)
		d.open("g")
		d.text("title", d.inWords(d.words, c))
		for _, part := range parts {
			d.stroke(i, pathOf(part))
		}
		d.close("g")
	}
	slices.Reverse(d.lines)
}

// line is where a curve is in the picture.
func (d *exceedanceDrawing) line(points []Point) []point {
	var line []point
	for _, p := range points {
		line = append(line, d.at(p.Loss, p.Probability))
	}
	return line
}

// visible are the parts of a line that can be seen.
func (d *exceedanceDrawing) visible(line []point) [][]point {
	parts := d.cut(line)
	for i := range parts {
		parts[i] = thinned(parts[i])
	}
	return parts
}

func (c *chart) stroke(series int, path string) {
	c.leaf("path", append(c.paint("", roles[firstSeries+series].name), "stroke-width", "2.4", "stroke-linejoin", "round",
		"stroke-dasharray", dashes[series], "d", path)...)
}

func (c *chart) ring(at point) {
	c.leaf("circle", append(c.paint("paper", "ink"), "stroke-width", "1.4", "cx", num(at.x), "cy", num(at.y), "r", "3.5")...)
}

// marks draws the figures, with their words where there is room.
func (d *exceedanceDrawing) marks() {
	var all []marked
	for i, c := range d.Curves {
		for _, m := range c.Marks {
			m := marked{d.at(m.Loss, m.Probability), c.Label, d.reading(d.words, m), roles[firstSeries+i].name}
			if d.holds(box{at: m.at}) {
				all = append(all, m)
				d.crowd.boxes = append(d.crowd.boxes, box{m.at, 5, 5})
				continue
			}
			d.tail = append(d.tail, m.words(d.words))
		}
	}
	slices.SortStableFunc(all, func(a, b marked) int { return cmp.Compare(a.at.y, b.at.y) })
	for _, m := range all {
		if !d.mark(m, &d.crowd) {
			d.tail = append(d.tail, m.words(d.words))
		}
	}
}

// names labels the curves, all of them in the picture or none.
func (d *exceedanceDrawing) names() {
	boxes := make([]box, len(d.Curves))
	for i, c := range d.Curves {
		if c.Label != "" {
			b, ok := d.crowd.place(backward(d.lines[i]), width(d.clipped(c.Label), bodySize*bold), bodySize, i, 8, 14)
			boxes[i], d.keyed = b, d.keyed || !ok
		}
	}
	for i, c := range d.Curves {
		if !d.keyed && c.Label != "" {
			role := roles[firstSeries+i].name
			d.label(c.Label, []string{d.clipped(c.Label)}, boxes[i].baseline(bodySize), bodySize, append(d.paint(role, ""), "font-weight", "600", "text-anchor", "middle")...)
		}
	}
}

func (d *exceedanceDrawing) clipped(label string) string {
	return clip(label, bodySize*bold, min(230, float64(d.plane.width()*.5)))
}

// backward are points along a line from its end to its beginning, as many as
// are worth trying.
func backward(parts [][]point) []point {
	var out []point
	for _, part := range slices.Backward(parts) {
		points := samples(part, 9)
		slices.Reverse(points)
		out = append(out, points...)
	}
	const most = 150
	if step := (len(out) + most - 1) / most; step > 1 {
		for i := range (len(out) + step - 1) / step {
			out[i] = out[i*step]
		}
		out = out[:(len(out)+step-1)/step]
	}
	return out
}
