package plot

import (
	"math"

	"github.com/ismskit/ismskit/internal/mathx"
)

// histogramDrawing is a histogram on its way to paper.
type histogramDrawing struct {
	Histogram
	*chart
	plane
	flags flags
	gauge float64   // width of the place for the years without loss
	tall  []float64 // how high each bar is, on the axis
}

// draw returns the picture of a histogram that passed its check.
func (h Histogram) draw() []byte {
	d := histogramDrawing{Histogram: h, chart: newChart(h.frame())}
	if h.Zero > 0 {
		d.gauge = min(104, float64(d.width*.24))
	}
	title := d.heights()
	x, y := d.spans()
	d.planted(x, y)
	d.over(title)
	d.plane = d.chart.plane(x, y, d.gauge, d.flags.high())
	d.beside(d.area, d.y)
	d.bars()
	d.zero()
	missing := d.plant(d.flags, d.area)
	d.below(d.area, d.x, d.words.axisTitle(d.words.LossAxis, h.Currency))
	d.height = max(d.height, d.bottom+d.zeroFoot())
	if rest := h.outside(); rest >= 5e-4 {
		missing = append(missing, fill(d.words.Outside, "percent", d.words.percent(rest)))
	}
	d.notes(missing...)
	return d.framed("histogram", d.words.HistogramName, d.summary(d.words))
}

// heights sets how high the bars are, and returns what their axis is called:
// where all are equally wide, their probabilities can be read off it.
func (d *histogramDrawing) heights() (title string) {
	least, most := math.Inf(1), 0.0
	for _, b := range d.Bins {
		least, most = min(least, d.broad(b)), max(most, d.broad(b))
	}
	if most <= least*1.01 {
		for _, b := range d.Bins {
			d.tall = append(d.tall, b.Probability)
		}
		return d.words.Share
	}
	unit := 1.0
	title = d.words.SharePerTen
	if d.scale() == Linear {
		unit = rounded(least, true).value()
		title = fill(d.words.SharePer, "amount", d.words.money(unit, d.Currency))
	}
	for _, b := range d.Bins {
		d.tall = append(d.tall, float64(b.Probability/d.broad(b)*unit))
	}
	return title
}

// broad is the width of a bin on its axis: an amount, or powers of ten.
func (d *histogramDrawing) broad(b Bin) float64 {
	if d.scale() == Log {
		return mathx.Log(b.To/b.From) / mathx.Log(10)
	}
	return b.To - b.From
}

func (d *histogramDrawing) spans() (x, y span) {
	x.ruler, y.ruler = d.words.ruler(d.scale(), false), ruler{scale: Linear, vertical: true, label: d.words.percents}
	x.from, x.to = d.Bins[0].From, d.Bins[len(d.Bins)-1].To
	for _, m := range d.Marks {
		x.from, x.to = min(x.from, m.Loss), max(x.to, m.Loss)
	}
	for _, h := range d.tall {
		y.to = max(y.to, h)
	}
	return x, y
}

// planted lays out the marks, before it is known how high they stand.
func (d *histogramDrawing) planted(x, y span) {
	p := d.chart.plane(x, y, d.gauge, 0)
	for _, m := range d.Marks {
		text := fill(d.words.Reading, "label", m.Label, "amount", d.words.money(m.Loss, d.Currency))
		d.flags.list = append(d.flags.list, flag{x: p.x.at(m.Loss), text: text})
	}
	d.flags.arrange(area{left: margin, right: d.width - 6})
}

// bars draws the bins, with a line of paper between those that are wide enough.
func (d *histogramDrawing) bars() {
	for i, b := range d.Bins {
		left, right, top := d.x.at(b.From), d.x.at(b.To), d.y.at(d.tall[i])
		switch {
		case right-left > 6:
			right--
		case i+1 < len(d.Bins) && d.Bins[i+1].From == b.To:
			right += .5 // no seam where the edges are blurred
		}
		if d.bottom-top < .01 {
			continue
		}
		d.open("g")
		d.text("title", d.binInWords(d.words, b)+": "+d.words.percent(b.Probability))
		d.bar(point{left, top}, point{right, d.bottom}, d.paint(roles[firstSeries].name, "")...)
		d.close("g")
	}
}

// zero draws the years without loss, as the filled part of a bar that stands for
// all years.
func (d *histogramDrawing) zero() {
	if d.Zero == 0 {
		return
	}
	middle, half := margin+float64((d.gauge-14)/2), 17.0
	d.bar(point{middle - half, d.top}, point{middle + half, d.bottom}, d.paint("", "soft")...)
	d.bar(point{middle - half, d.bottom - float64(d.Zero*d.plane.height())}, point{middle + half, d.bottom}, d.paint("muted", "")...)
	d.label(d.zeroText(), d.zeroLines(), point{middle, d.bottom + 16}, tickSize, append(d.paint("ink", ""), "text-anchor", "middle")...)
}

func (d *histogramDrawing) zeroText() string {
	return fill(d.words.NoLoss, "percent", d.words.percent(d.Zero))
}

func (d *histogramDrawing) zeroLines() []string {
	return wrap(d.zeroText(), tickSize, d.gauge-6, 4)
}

// zeroFoot is how far down what is written below that bar goes.
func (d *histogramDrawing) zeroFoot() float64 {
	if d.Zero == 0 {
		return 0
	}
	return 16 + float64(float64(len(d.zeroLines()))*tickSize*leading)
}
