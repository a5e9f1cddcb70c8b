package plot

import "slices"

// crowd is what stands in a chart already: labels keep off it.
type crowd struct {
	within area
	lines  []track
	boxes  []box
}

// track is a part of a line that labels keep off: farther, if they are not of
// its series.
type track struct {
	of     int
	points []point
	around box
}

const ofNone = -1 // a label of a point, a line that needs no label

// add adds the line of a series, in pieces small enough to be passed over.
func (c *crowd) add(of int, parts ...[]point) {
	for _, part := range parts {
		for piece := range slices.Chunk(samples(part, 3), 24) {
			c.lines = append(c.lines, track{of, piece, around(piece)})
		}
	}
}

// around is the least box that holds points.
func around(points []point) box {
	low, high := points[0], points[0]
	for _, p := range points {
		low, high = point{min(low.x, p.x), min(low.y, p.y)}, point{max(high.x, p.x), max(high.y, p.y)}
	}
	return box{low.plus(high).times(.5), float64((high.x - low.x) / 2), float64((high.y - low.y) / 2)}
}

// clear reports whether a label of a series can stand there, so far from the
// lines of others that it is nearer to its own.
func (c *crowd) clear(b box, of int, others float64) bool {
	if !c.within.holds(b) {
		return false
	}
	for _, other := range c.boxes {
		if b.meets(box{other.at, other.halfW + 3, other.halfH + 1}) {
			return false
		}
	}
	for _, line := range c.lines {
		far := 2.5
		if of != ofNone && line.of != ofNone && line.of != of {
			far = others
		}
		wide := box{b.at, b.halfW + far, b.halfH + far}
		if wide.meets(line.around) && slices.ContainsFunc(line.points, wide.holds) {
			return false
		}
	}
	return true
}

// labelSides are where a label may stand by its point, the best first: 1 is to
// the right and below.
var labelSides = []point{{1, -1}, {1, 0}, {1, 1}, {-1, -1}, {-1, 1}, {-1, 0}, {0, -1}, {0, 1}}

// beside returns the box of a text at one side of a point.
func beside(p, side point, wide, size, far float64) box {
	half := point{float64(wide / 2), float64(size * .55)}
	if side.x != 0 && side.y != 0 {
		far = float64(far * .75)
	}
	return box{point{p.x + float64(side.x*(half.x+far)), p.y + float64(side.y*(half.y+far))}, half.x, half.y}
}

// place finds a place for a label of a series, this wide, beside one of the
// points, at the first of the distances and points that has room.
func (c *crowd) place(points []point, wide, size float64, of int, distances ...float64) (b box, ok bool) {
	for _, far := range distances {
		for _, p := range points {
			for _, side := range labelSides {
				if b = beside(p, side, wide, size, far); c.clear(b, of, far+5) {
					c.boxes = append(c.boxes, b)
					return b, true
				}
			}
		}
	}
	return b, false
}

// baseline is where the letters of a text in a box stand.
func (b box) baseline(size float64) point { return point{b.at.x, b.at.y + float64(size*.36)} }

// nearest is the point of a box that is nearest to p.
func (b box) nearest(p point) point {
	return point{
		min(max(p.x, b.at.x-b.halfW), b.at.x+b.halfW),
		min(max(p.y, b.at.y-b.halfH), b.at.y+b.halfH),
	}
}
