package plot

import "strconv"

// tornadoDrawing is a tornado on its way to paper.
type tornadoDrawing struct {
	Tornado
	*chart
	rows
	list []Swing
}

// draw returns the picture of a tornado that passed its check.
func (t Tornado) draw() []byte {
	d := tornadoDrawing{Tornado: t, chart: newChart(t.frame()), list: t.drawn()}
	d.key(d.sign(false, d.words.InputLow), d.sign(true, d.words.InputHigh))
	d.height += 24 // for what is said of the base
	labels, x := d.spans()
	d.rows = d.chart.rows(labels, x, d.over)
	d.scaffold(d.rows)
	for i, s := range d.list {
		d.row(d.rows.list[i], s)
	}
	d.base()
	d.below(d.area, d.x, d.words.axisTitle(t.of(d.words), t.Currency))
	if all := len(t.Swings); all > len(d.list) {
		d.notes(fill(d.words.SomeBars, "drawn", strconv.Itoa(len(d.list)), "all", strconv.Itoa(all)))
	}
	return d.framed("tornado", t.name(d.words), t.summary(d.words))
}

// spans are the names of the rows and the range of the axis.
func (d *tornadoDrawing) spans() (labels []rowLabel, x span) {
	x = span{d.words.ruler(d.Scale.or(Linear), false), d.Base, d.Base}
	x.tight = true
	for _, s := range d.list {
		x.from, x.to = min(x.from, s.Low.Result, s.High.Result), max(x.to, s.Low.Result, s.High.Result)
		second := s.Low.Input + " … " + s.High.Input
		if s.Low.Input == "" && s.High.Input == "" {
			second = ""
		}
		labels = append(labels, rowLabel{s.Label, second})
	}
	return labels, x
}

// over is how far the numbers at the ends of the bars go beyond the limits.
func (d *tornadoDrawing) over(r rows) (left, right float64) {
	for _, s := range d.list {
		before, after := d.ends(s)
		low, high := r.x.at(min(d.Base, s.Low.Result, s.High.Result)), r.x.at(max(d.Base, s.Low.Result, s.High.Result))
		left = max(left, r.limit.left-(low-5-width(before, tickSize)))
		right = max(right, high+5+width(after, tickSize)-r.limit.right)
	}
	return left, right
}

// ends are the numbers to the left and to the right of a bar. Where both results
// are on one side of the base, that of the low input is first.
func (d *tornadoDrawing) ends(s Swing) (left, right string) {
	low, high := d.words.amount(s.Low.Result), d.words.amount(s.High.Result)
	switch {
	case s.Low.Result <= d.Base && s.High.Result >= d.Base:
		return low, high
	case s.Low.Result >= d.Base && s.High.Result <= d.Base:
		return high, low
	case s.Low.Result < d.Base:
		return low + " / " + high, ""
	}
	return "", low + " / " + high
}

// row draws the bar of an input: the part of the low one is open, that of the
// high one full. Where both are on one side of the base, each has half the
// height.
func (d *tornadoDrawing) row(r barRow, s Swing) {
	base, low, high := d.x.at(d.Base), d.x.at(s.Low.Result), d.x.at(s.High.Result)
	lowTop, lowBottom, highTop, highBottom := r.top, r.bottom, r.top, r.bottom
	if (low-base)*(high-base) > 0 {
		lowBottom, highTop = r.middle(), r.middle()
	}
	d.open("g")
	d.text("title", s.inWords(d.words, d.Currency))
	d.half(false, point{base, lowTop}, point{low, lowBottom})
	d.half(true, point{base, highTop}, point{high, highBottom})
	d.close("g")
	left, right := d.ends(s)
	d.inked(left, point{min(base, low, high) - 5, r.middle() + 4}, "ink", "end")
	d.inked(right, point{max(base, low, high) + 5, r.middle() + 4}, "ink", "start")
}

// half draws one part of a bar.
func (d *tornadoDrawing) half(high bool, a, b point) {
	role := roles[firstSeries].name
	if high {
		d.bar(a, b, d.paint(role, "")...)
		return
	}
	d.bar(a, b, d.paint("paper", "")...)
	d.bar(a, b, append(d.paint(role, role), "fill-opacity", ".22", "stroke-width", "1.2")...)
}

func (d *tornadoDrawing) sign(high bool, text string) keyed {
	return keyed{func(a area) { d.half(high, point{a.left, a.top}, point{a.right, a.bottom}) }, text}
}

// base draws the line from which the bars go, and says where it is.
func (d *tornadoDrawing) base() {
	at := d.x.at(d.Base)
	d.upright(d.rows, at, "ink", "stroke-width", "1.4")
	text := fill(d.words.Base, "amount", d.words.money(d.Base, d.Currency))
	half := float64(width(text, tickSize*bold) / 2)
	x := min(max(at, margin+half), d.width-margin-half)
	d.inked(text, point{x, d.top - 6}, "ink", "middle", "font-weight", "600")
}
