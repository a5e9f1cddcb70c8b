package plot

import "strings"

// area is where the data of a chart are drawn, in the picture.
type area struct{ left, top, right, bottom float64 }

func (a area) width() float64  { return a.right - a.left }
func (a area) height() float64 { return a.bottom - a.top }
func (a area) middle() point {
	return point{float64((a.left + a.right) / 2), float64((a.top + a.bottom) / 2)}
}

// holds reports whether a box lies in the area.
func (a area) holds(b box) bool {
	return b.at.x-b.halfW >= a.left && b.at.x+b.halfW <= a.right && b.at.y-b.halfH >= a.top && b.at.y+b.halfH <= a.bottom
}

// cut returns the parts of a line that lie in the area.
func (a area) cut(line []point) [][]point {
	var parts [][]point
	var part []point
	for i := 1; i < len(line); i++ {
		p, q, ok := a.segment(line[i-1], line[i])
		if !ok {
			continue
		}
		if n := len(part); n == 0 || part[n-1] != p {
			if n > 1 {
				parts = append(parts, part)
			}
			part = []point{p}
		}
		part = append(part, q)
	}
	if len(part) > 1 {
		parts = append(parts, part)
	}
	return parts
}

// segment returns the part of a segment that lies in the area (Liang and Barsky
// 1984).
func (a area) segment(p, q point) (from, to point, ok bool) {
	d, t0, t1 := q.minus(p), 0.0, 1.0
	for _, edge := range [4][2]float64{{-d.x, p.x - a.left}, {d.x, a.right - p.x}, {-d.y, p.y - a.top}, {d.y, a.bottom - p.y}} {
		along, room := edge[0], edge[1]
		switch t := room / along; {
		case along == 0 && room < 0:
			return p, q, false
		case along < 0:
			t0 = max(t0, t)
		case along > 0:
			t1 = min(t1, t)
		}
	}
	if t0 > t1 {
		return p, q, false
	}
	from, to = p, q
	if t0 > 0 {
		from = p.plus(d.times(t0))
	}
	if t1 < 1 {
		to = p.plus(d.times(t1))
	}
	return from, to, true
}

// trim returns the part of a polygon that lies in the area (Sutherland and
// Hodgman 1974).
func (a area) trim(polygon []point) []point {
	const far = 1e12 // beyond any picture
	for _, side := range []area{{a.left, -far, far, far}, {-far, -far, a.right, far}, {-far, a.top, far, far}, {-far, -far, far, a.bottom}} {
		var kept []point
		for i, q := range polygon {
			p := polygon[(i+len(polygon)-1)%len(polygon)]
			from, to, ok := side.segment(p, q)
			if !ok {
				continue
			}
			if from != p {
				kept = append(kept, from)
			}
			kept = append(kept, to)
		}
		polygon = kept
	}
	return polygon
}

// thinned leaves out points that are nearer to the last than an eye can see.
func thinned(line []point) []point {
	var out []point
	for i, p := range line {
		if n := len(out); n == 0 || i == len(line)-1 || p.minus(out[n-1]).length() >= .6 {
			out = append(out, p)
		}
	}
	return out
}

// pathOf writes a line through points.
func pathOf(points []point) string {
	var b strings.Builder
	for i, p := range points {
		switch i {
		case 0:
			b.WriteString("M" + p.String())
		default:
			b.WriteString(" L" + p.String())
		}
	}
	return b.String()
}

// strokesOf writes lines that do not go on from each other.
func strokesOf(strokes [][2]point) string {
	var b strings.Builder
	for _, s := range strokes {
		b.WriteString("M" + s[0].String() + " L" + s[1].String())
	}
	return b.String()
}

// samples returns points along a line at most so far from each other.
func samples(line []point, far float64) []point {
	var out []point
	for i, p := range line {
		if i > 0 {
			last := line[i-1]
			steps := p.minus(last).length() / far
			for k := 1.0; k < steps; k++ {
				out = append(out, last.plus(p.minus(last).times(k/steps)))
			}
		}
		out = append(out, p)
	}
	return out
}
