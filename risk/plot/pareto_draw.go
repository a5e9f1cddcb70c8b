package plot

import "slices"

// paretoDrawing is a picture of plans on its way to paper.
type paretoDrawing struct {
	Pareto
	*chart
	plane
	crowd     crowd
	ahead     []Plan // the front
	behind    []Plan
	unlabeled []keyed // what is pointed out without room for its label
	tail      []string
}

// draw returns the picture of plans that passed their check.
func (p Pareto) draw() []byte {
	d := paretoDrawing{Pareto: p, chart: newChart(p.frame())}
	d.ahead, d.behind = p.front()
	d.over(d.words.axisTitle(p.of(d.words), p.Currency))
	x, y := d.spans()
	d.plane = d.chart.plane(x, y, 0, d.budgetRoom())
	d.crowd.within = area{d.left + 2, d.top - 6, d.width - 6, d.bottom - 3}
	d.beside(d.area, d.y)
	d.along(d.area, d.x)
	d.budget()
	d.dots()
	d.below(d.area, d.x, d.words.axisTitle(d.words.CostAxis, p.Currency))
	d.key(append(d.unlabeled, d.signs()...)...)
	d.notes(d.tail...)
	return d.framed("pareto", d.words.ParetoName, p.summary(d.words))
}

// spans are the ranges of the axes: linear ones begin at 0, where that does not
// press all plans into a corner.
func (d *paretoDrawing) spans() (x, y span) {
	x.ruler, y.ruler = d.words.ruler(d.Cost.or(Linear), false), d.words.ruler(d.Loss.or(Linear), true)
	x.from, y.from = d.Plans[0].Cost, d.Plans[0].Loss
	for _, plan := range d.Plans {
		x.from, x.to = min(x.from, plan.Cost), max(x.to, plan.Cost)
		y.from, y.to = min(y.from, plan.Loss), max(y.to, plan.Loss)
	}
	if d.Budget > 0 {
		x.from, x.to = min(x.from, d.Budget), max(x.to, d.Budget)
	}
	for _, s := range []*span{&x, &y} {
		if s.scale == Linear && s.from < s.to*.6 {
			s.from = 0
		}
	}
	return x, y
}

func (d *paretoDrawing) budgetRoom() float64 {
	if d.Budget > 0 {
		return flagRow + 5
	}
	return 0
}

// budget draws the line that plans should not cost more than.
func (d *paretoDrawing) budget() {
	if d.Budget <= 0 {
		return
	}
	text := fill(d.words.Budget, "amount", d.words.money(d.Budget, d.Currency))
	f := flags{list: []flag{{x: d.x.at(d.Budget), text: text}}}
	f.arrange(area{left: margin, right: d.width - 6})
	d.tail = d.plant(f, d.area)
	d.crowd.add(ofNone, []point{{d.x.at(d.Budget), d.top}, {d.x.at(d.Budget), d.bottom}})
}

// dots draws the plans, the front on top of the others and what is pointed out
// on top of all.
func (d *paretoDrawing) dots() {
	for _, plan := range d.behind {
		at := d.at(plan.Cost, plan.Loss)
		d.crowd.add(ofNone, []point{at})
		if !d.pointedOut(plan) {
			d.dot(at, "dominated")
		}
	}
	var stairs []point
	for i, plan := range d.ahead {
		at := d.at(plan.Cost, plan.Loss)
		if i > 0 {
			stairs = append(stairs, point{at.x, stairs[len(stairs)-1].y})
		}
		stairs = append(stairs, at)
	}
	d.leaf("path", append(d.paint("", roles[firstSeries].name), "stroke-width", "1.6", "d", pathOf(thinned(stairs)))...)
	d.crowd.add(ofNone, stairs)
	var rest, pointed []Plan
	for _, plan := range slices.Concat(d.ahead, d.behind) {
		if d.pointedOut(plan) {
			pointed = append(pointed, plan)
		}
	}
	for _, plan := range d.ahead {
		d.crowd.boxes = append(d.crowd.boxes, box{d.at(plan.Cost, plan.Loss), 4, 4})
		if !d.pointedOut(plan) {
			rest = append(rest, plan)
		}
	}
	for _, plan := range rest {
		d.titled(plan, false, "front")
	}
	for i, plan := range pointed {
		at := d.at(plan.Cost, plan.Loss)
		d.crowd.boxes = append(d.crowd.boxes, box{at, 8, 8})
		d.crowd.add(i, []point{at.plus(point{-8, 0}), at.plus(point{0, 8}), at.plus(point{8, 0}), at.plus(point{0, -8})})
	}
	for i, plan := range pointed {
		d.pointOut(i, plan)
	}
	names := 0
	for _, plan := range rest {
		if plan.Label != "" && names < mostNames {
			names++
			d.name(plan)
		}
	}
}

// mostNames is how many labels are tried: more have no room.
const mostNames = 100

// name writes the label of a plan on the front where there is room.
func (d *paretoDrawing) name(plan Plan) {
	text := clip(plan.Label, tickSize, 180)
	if b, ok := d.crowd.place([]point{d.at(plan.Cost, plan.Loss)}, width(text, tickSize), tickSize, ofNone, 8, 12); ok {
		d.label(plan.Label, []string{text}, b.baseline(tickSize), tickSize, append(d.paint("muted", ""), "text-anchor", "middle")...)
	}
}

// pointOut draws the chosen plan or the runner-up and says what it is.
func (d *paretoDrawing) pointOut(i int, plan Plan) {
	at, kind, dominated := d.at(plan.Cost, plan.Loss), "chosen", slices.Contains(d.behind, plan)
	if plan.Label != d.Chosen {
		kind = "runner-up"
	}
	d.titled(plan, dominated, kind)
	whole := fill(d.words.Reading, "label", d.standing(d.words, plan, dominated), "amount", plan.Label)
	text := clip(whole, bodySize*bold, min(260, float64(d.plane.width()*.6)))
	b, ok := d.crowd.place([]point{at}, width(text, bodySize*bold), bodySize, i, 10, 16, 26, 40, 60)
	if !ok {
		d.unlabeled = append(d.unlabeled, d.sign(kind, whole))
		return
	}
	if end := b.nearest(at); end.minus(at).length() > 12 {
		d.rule(at.toward(end, 8), end, "ink", "stroke-width", "1")
	}
	d.label(whole, []string{text}, b.baseline(bodySize), bodySize, append(d.paint("ink", ""), "font-weight", "600", "text-anchor", "middle")...)
}

// titled draws the sign of a plan with its tooltip.
func (d *paretoDrawing) titled(plan Plan, dominated bool, kind string) {
	d.open("g")
	d.text("title", d.inWords(d.words, plan, dominated))
	d.dot(d.at(plan.Cost, plan.Loss), kind)
	d.close("g")
}

// dot draws the sign of a kind of plan: forms tell them apart in gray too.
func (d *paretoDrawing) dot(at point, kind string) {
	role, special := roles[firstSeries].name, roles[firstSeries+1].name
	diamond := "M" + at.plus(point{0, -8.5}).String() + " L" + at.plus(point{8.5, 0}).String() + " L" + at.plus(point{0, 8.5}).String() + " L" + at.plus(point{-8.5, 0}).String() + " Z"
	switch kind {
	case "chosen":
		d.leaf("path", append(d.paint(special, "paper"), "stroke-width", "1.5", "d", diamond)...)
	case "runner-up":
		d.leaf("path", append(d.paint("paper", special), "stroke-width", "2", "d", diamond)...)
	case "front":
		d.leaf("circle", append(d.paint(role, "paper"), "stroke-width", "1", "cx", num(at.x), "cy", num(at.y), "r", "4.5")...)
	default:
		d.leaf("circle", append(d.paint("", "muted"), "stroke-opacity", ".6", "cx", num(at.x), "cy", num(at.y), "r", "2.5")...)
	}
}

func (d *paretoDrawing) signs() []keyed {
	items := []keyed{d.sign("front", d.words.OnFront)}
	if len(d.behind) > 0 {
		items = append(items, d.sign("dominated", d.words.Dominated))
	}
	return items
}

func (d *paretoDrawing) sign(kind, text string) keyed {
	return keyed{func(a area) { d.dot(a.middle(), kind) }, text}
}
