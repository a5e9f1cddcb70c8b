package plot

import (
	"slices"
	"sort"
)

// bands draws what may be else: tints of what is not known of the parameters,
// upright strokes for the error of the simulation.
func (d *exceedanceDrawing) bands() {
	for i, c := range d.Curves {
		role := roles[firstSeries+i].name
		if outline := d.trim(d.outline(c.Epistemic)); len(outline) > 2 {
			d.leaf("path", append(d.paint(role, ""), "fill-opacity", ".17", "d", pathOf(thinned(outline))+" Z")...)
		}
	}
	for i, c := range d.Curves {
		if strokes := d.hatched(c.Sampling); strokes != nil {
			d.leaf("path", append(d.paint("", roles[firstSeries+i].name), "stroke-width", "1", "d", strokesOf(strokes))...)
		}
	}
}

// outline goes along the upper edge of a band and back along the lower one.
func (d *exceedanceDrawing) outline(bands []Band) []point {
	var upper, lower []point
	for _, b := range bands {
		upper, lower = append(upper, d.at(b.Loss, b.High)), append(lower, d.at(b.Loss, b.Low))
	}
	slices.Reverse(lower)
	return append(upper, lower...)
}

// hatched is a stroke every few pixels from one edge of a band to the other.
func (d *exceedanceDrawing) hatched(bands []Band) [][2]point {
	const every = 6.0
	var strokes [][2]point
	for x := d.left + every/2; x < d.right; x += every {
		i := sort.Search(len(bands), func(i int) bool { return d.x.at(bands[i].Loss) >= x })
		if i == 0 || i == len(bands) {
			continue
		}
		high := between(d.at(bands[i-1].Loss, bands[i-1].High), d.at(bands[i].Loss, bands[i].High), x)
		low := between(d.at(bands[i-1].Loss, bands[i-1].Low), d.at(bands[i].Loss, bands[i].Low), x)
		if p, q, ok := d.segment(point{x, high}, point{x, low}); ok && q.y-p.y >= 1 {
			strokes = append(strokes, [2]point{p, q})
		}
	}
	return strokes
}

// between is the height at x of a line from p to q.
func between(p, q point, x float64) float64 {
	if q.x <= p.x {
		return q.y
	}
	return p.y + float64((q.y-p.y)*((x-p.x)/(q.x-p.x)))
}

// keys explains the signs that have no label in the picture.
func (d *exceedanceDrawing) keys() {
	var items []keyed
	for i, c := range d.Curves {
		if d.keyed {
			items = append(items, keyed{func(a area) {
				d.stroke(i, pathOf([]point{{a.left, a.middle().y}, {a.right, a.middle().y}}))
			}, c.Label})
		}
	}
	if d.cut(d.line(d.Tolerance)) != nil || slices.ContainsFunc(d.line(d.Tolerance), func(p point) bool { return d.holds(box{at: p}) }) {
		items = append(items, d.toleranceKey())
	}
	items = append(items, d.bandKeys()...)
	d.key(items...)
}

func (d *exceedanceDrawing) toleranceKey() keyed {
	return keyed{func(a area) {
		at := a.middle()
		d.leaf("path", append(d.paint("", "ink"), "stroke-width", "1.4", "d", pathOf([]point{{a.left, at.y}, {a.right, at.y}}))...)
		d.ring(at)
	}, d.words.Tolerance}
}

func (d *exceedanceDrawing) bandKeys() []keyed {
	var tinted, hatched keyed
	for i, c := range slices.Backward(d.Curves) {
		role := roles[firstSeries+i].name
		if len(c.Epistemic) > 0 {
			tinted = keyed{func(a area) {
				d.bar(point{a.left, a.top}, point{a.right, a.bottom}, append(d.paint(role, ""), "fill-opacity", ".25")...)
			}, d.words.Epistemic}
		}
		if len(c.Sampling) > 0 {
			hatched = keyed{func(a area) {
				var strokes [][2]point
				for x := a.left + 1; x < a.right; x += 6 {
					strokes = append(strokes, [2]point{{x, a.top}, {x, a.bottom}})
				}
				d.leaf("path", append(d.paint("", role), "stroke-width", "1", "d", strokesOf(strokes))...)
			}, d.words.Sampling}
		}
	}
	return []keyed{tinted, hatched}
}
