package plot

import "math"

const (
	headLength  = 9.0
	headHalf    = 4.8
	badgeRadius = 8.5
	trackApart  = 8.0 // nearer than this, two arrows read as one
)

// arrow is a move as it is drawn: a cubic curve from beside one number to
// beside another.
type arrow struct {
	move
	curve [4]point
	badge point // where its number stands
}

// at is the point of the curve at t, from 0 to 1.
func (a arrow) at(t float64) point {
	u := 1 - t
	return a.curve[0].times(float64(u * u * u)).plus(a.curve[1].times(float64(3 * u * u * t))).
		plus(a.curve[2].times(float64(3 * u * t * t))).plus(a.curve[3].times(float64(t * t * t)))
}

// samples are points along the curve, close enough not to jump over a text.
func (a arrow) samples() [29]point {
	var out [29]point
	for i := range out {
		out[i] = a.at(float64(i) / float64(len(out)-1))
	}
	return out
}

// router lays arrows one by one, each where it covers least.
type router struct {
	layout heatLayout
	tally  tally
	avoid  []obstacle
	tracks []point // where arrows run already
	ports  []point // where they start and end
}

// obstacle is a text, with the cost of covering it.
type obstacle struct {
	box
	cost float64
}

const (
	costNumber = 100.0
	costID     = 30.0
	costWord   = 12.0
	costTrack  = 4.0
	costTurn   = 14.0 // of leaving or arriving at a right angle to the way
	costSwing  = 25.0 // of bending both ways
	costPort   = 2.0  // of each unit by which another arrow's end is too near
	costShort  = 1.5  // of each unit that the number on an arrow lacks
	costLength = 0.03 // of each unit of length
)

// route returns the arrows to draw, those of most risks first.
func (h HeatMap) route(l heatLayout, t tally) []arrow {
	r := router{layout: l, tally: t}
	for _, text := range h.cellTexts(l, t) {
		r.avoid = append(r.avoid, obstacle{text.box(), text.cost})
	}
	arrows := make([]arrow, 0, min(len(t.moves), h.mostArrows()))
	for _, m := range t.moves[:cap(arrows)] {
		a := r.lay(m)
		s := a.samples()
		r.tracks, r.ports = append(r.tracks, s[:]...), append(r.ports, a.curve[0], a.curve[3])
		arrows = append(arrows, a)
	}
	for i := range arrows {
		arrows[i].badge = r.place(arrows[i])
	}
	return arrows
}

// mostArrows is the number that Arrows stands for.
func (h HeatMap) mostArrows() int {
	const calm = 12
	if h.Arrows == 0 {
		return calm
	}
	return max(0, h.Arrows)
}

// sides are the directions in which an arrow may leave a number or reach it.
var sides = []point{{0, 1}, {-.7071, .7071}, {-1, 0}, {-.7071, -.7071}, {0, -1}, {.7071, -.7071}, {1, 0}, {.7071, .7071}}

// lay returns the curve of least cost for a move.
func (r *router) lay(m move) arrow {
	var best arrow
	least := math.Inf(1)
	near := r.near(m)
	for _, out := range sides {
		for _, in := range sides {
			for _, pull := range []float64{.3, .55} {
				a, cost := near.curve(m, out, in, pull)
				if cost = near.cost(a, cost, least); cost < least {
					best, least = a, cost
				}
			}
		}
	}
	return best
}

// near keeps what a reasonable curve for the move can meet.
func (r *router) near(m move) *router {
	from, to := r.layout.center(m.from), r.layout.center(m.to)
	reach := box{
		from.plus(to).times(.5),
		float64(math.Abs(from.x-to.x)/2) + r.layout.cell.x, float64(math.Abs(from.y-to.y)/2) + r.layout.cell.y,
	}
	n := &router{layout: r.layout, tally: r.tally}
	for _, o := range r.avoid {
		if reach.meets(o.box) {
			n.avoid = append(n.avoid, o)
		}
	}
	n.tracks, n.ports = reach.within(r.tracks), reach.within(r.ports)
	return n
}

// curve leaves the number of one cell in the direction out and comes to the
// other from the direction in. The cost is that of its shape alone.
func (r *router) curve(m move, out, in point, pull float64) (arrow, float64) {
	start := r.port(m.from, out)
	end := r.port(m.to, in)
	way := end.minus(start)
	far := way.length()
	a := arrow{move: m, curve: [4]point{start, start.plus(out.times(float64(far * pull))), end.plus(in.times(float64(far * pull))), end}}
	return a, shapeCost(out, in, way.times(1/max(far, 1))) + float64(far*costLength) + r.endCost(a, far)
}

// endCost keeps the ends of arrows apart, and leaves room for a number.
func (r *router) endCost(a arrow, far float64) float64 {
	const apart, room = 14.0, 42.0
	cost := 0.0
	if len(a.items) > 1 {
		cost = max(0, float64(costShort*(room-far)))
	}
	for _, p := range r.ports {
		for _, q := range [2]point{a.curve[0], a.curve[3]} {
			cost += max(0, float64(costPort*(apart-p.minus(q).length())))
		}
	}
	return cost
}

// shapeCost is that of turning away from the straight way ahead, by the
// square, and of turning to one side first and then to the other.
func shapeCost(out, in, ahead point) float64 {
	leave, arrive := 1-out.dot(ahead), 1+in.dot(ahead)
	swing := -float64(out.dot(ahead.left()) * in.dot(ahead.left()))
	return float64(costTurn*(float64(leave*leave)+float64(arrive*arrive))) + float64(costSwing*max(0, swing))
}

// port is the place beside the number of a cell where arrows start and end.
func (r *router) port(p Position, side point) point {
	w, h := 8.0, 8.0
	if n := len(r.tally.now[p]); n > 0 {
		w, h = float64(width(num(float64(n)), r.layout.count)/2)+9, float64(r.layout.count*.36)+8
	}
	return r.layout.center(p).plus(point{float64(side.x * w), float64(side.y * h)})
}

// cost adds to the cost of a shape what the curve covers and comes near to.
// It gives up once that is more than the least found so far.
func (r *router) cost(a arrow, cost, least float64) float64 {
	edge := box{
		point{float64((r.layout.grid.x + r.layout.right()) / 2), float64((r.layout.grid.y + r.layout.foot()) / 2)},
		float64((r.layout.right() - r.layout.grid.x) / 2), float64((r.layout.foot() - r.layout.grid.y) / 2),
	}
	for _, p := range a.samples() {
		if cost >= least {
			return cost
		}
		if !edge.holds(p) {
			cost += costNumber
		}
		for _, o := range r.avoid {
			if o.holds(p) {
				cost += o.cost
			}
		}
		for _, q := range r.tracks {
			if math.Abs(p.x-q.x) < trackApart && math.Abs(p.y-q.y) < trackApart {
				cost += costTrack
			}
		}
	}
	return cost
}

// place finds the spot on the arrow where its number covers least, and keeps
// it from the others.
func (r *router) place(a arrow) point {
	if len(a.items) < 2 {
		return point{}
	}
	best, least := point{}, math.Inf(1)
	for _, t := range []float64{.5, .42, .58, .34, .66, .26, .74, .18} {
		spot := box{a.at(t), badgeRadius, badgeRadius}
		cost := math.Abs(t - .5)
		if spot.meets(box{a.curve[3].toward(a.curve[2], headLength/2), headHalf, headHalf}) {
			cost += costWord
		}
		for _, o := range r.avoid {
			if spot.meets(o.box) {
				cost += o.cost
			}
		}
		if cost < least {
			best, least = spot.at, cost
		}
	}
	r.avoid = append(r.avoid, obstacle{box{best, badgeRadius, badgeRadius}, costNumber})
	return best
}

// path is the line of the arrow, which ends inside its head.
func (a arrow) path() string {
	end := a.curve[3].toward(a.curve[2], headLength-2)
	return "M" + a.curve[0].String() + " C" + a.curve[1].String() + " " + a.curve[2].String() + " " + end.String()
}

// head is the tip of the arrow.
func (a arrow) head() string {
	tip := a.curve[3]
	base := tip.toward(a.curve[2], headLength)
	side := base.minus(tip).left().times(headHalf / headLength)
	return "M" + tip.String() + " L" + base.plus(side).String() + " L" + base.minus(side).String() + " Z"
}
