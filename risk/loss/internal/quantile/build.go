package quantile

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

const (
	leastDepth = 1 // an octave is halved at least so many times
	mostDepth  = 24
	mostHalved = 1024          // cubics of an octave, that have been halved
	good       = Tolerance / 2 // the error of a cubic that is not halved any more
)

// Build returns the table of a distribution. An error says which quantile of d is
// not a number; those of package dist all are.
func Build(d dist.Dist) (*Table, error) {
	if d == nil {
		return nil, errors.New("quantile: got no distribution")
	}
	b := builder{
		table:  &Table{dist: d, cells: append(make([]cubic, 0, 1024), none)},
		median: d.Quantile(0.5), spread: spread(d),
	}
	if math.IsNaN(b.median) || math.IsInf(b.median, 0) {
		return nil, fmt.Errorf("quantile: %s: got %g for a median, want a number", d, b.median)
	}
	for i := range b.table.rows {
		b.table.rows[i] = row{shift: 63} // to the first cell, from all bits
	}
	for _, b.side = range sides(d) {
		b.build()
	}
	if b.bad {
		return nil, fmt.Errorf("quantile: %s: got NaN at %g, want a number", d, b.badAt)
	}
	b.table.cells, b.table.pieces = slices.Clone(b.table.cells), slices.Clone(b.table.pieces)
	return b.table, nil
}

// spread returns the distance of the quartiles; if these are equal, that of the
// first quantiles further out that are not, 0 if all are.
func spread(d dist.Dist) float64 {
	for t := 0.25; t > 0x1p-45; t /= 4 {
		if r := d.Upper(t) - d.Quantile(t); r > 0 {
			return r
		}
	}
	return 0
}

// none stands where there is no cubic.
var none = cubic{math.NaN()}

// A builder makes a table, one octave after the other.
type builder struct {
	table          *Table
	median, spread float64
	bad            bool
	badAt          float64

	side
	leaves []piece // of the octave, as places in it
	halved int     // to make them
	start  float64 // the octave's t
}

// build makes the rows of a tail, from the median outwards.
func (b *builder) build() {
	b.leaves = []piece{{0, cubic{b.quantile(0.5)}}}
	b.lay(middle)
	inner := node{t: 1}
	for o := middle - 1; o >= deepest; o-- {
		b.start = math.Ldexp(1, o-middle-1)
		b.leaves, b.halved = b.leaves[:0], 0
		inner = b.octave(inner)
		b.lay(o)
	}
}

// octave finds the cubics of an octave, given the node at its inner end. It
// returns the one at its outer end.
func (b *builder) octave(inner node) node {
	var outer node
	for _, a := range b.arcs {
		t0, t1 := max(a.t0, b.start), min(a.t1, float64(2*b.start))
		switch {
		case t0 >= t1:
			continue
		case a.x0 == a.x1:
			b.leaf(t0, cubic{a.x0})
			continue
		}
		if !(inner.t == t1 && t1 < a.t1) {
			inner = b.node(a, t1, b.exact(a, t1))
		}
		var n node
		if t0 == t1/2 {
			n = b.node(a, t0, b.outward(a, inner))
			outer = n
		} else {
			n = b.node(a, t0, b.exact(a, t0))
		}
		b.refine(a, n, inner, 0, 0)
	}
	return outer
}

// leaf adds a cubic that begins at t.
func (b *builder) leaf(t float64, c cubic) {
	b.leaves = append(b.leaves, piece{(t - b.start) / b.start, c})
}

// refine adds the cubics between two nodes. The error before is that of the
// cubic of twice the width; one of the octave's own width has none.
func (b *builder) refine(a arc, m, n node, depth int, before float64) {
	if m.x == n.x || !b.number(m) || !b.number(n) {
		c := cubic{m.x}
		if m.x != n.x {
			c = none
		}
		b.leaf(m.t, c)
		return
	}
	h := (n.t - m.t) / b.start
	dm, dn := float64(m.slope*b.start), float64(n.slope*b.start)
	c := hermite(h, m.x, dm, n.x, dn)
	t, guess := m.t+float64((n.t-m.t)/2), c.at(float64(h/2))
	x := b.middle(a, t, guess, h, &c)
	off := b.relative(math.Abs(x-guess), m, n, &c)
	fits := off <= good && c.finite() && steady(h, m.x, dm, n.x, dn)
	if fits && before > good && !(off < before/8 && off > before/32) {
		off = max(off, b.quarters(a, m, n, &c))
		fits = off <= good
	}
	switch {
	case fits && depth >= leastDepth:
		b.table.Error = max(b.table.Error, off)
		b.leaf(m.t, c)
	case depth == mostDepth || b.halved == mostHalved:
		b.leaf(m.t, none)
	default:
		b.halved++
		middle := b.node(a, t, x)
		b.refine(a, m, middle, depth+1, off)
		b.refine(a, middle, n, depth+1, off)
	}
}

// relative returns the error of a cubic, in proportion to the scale, from what it
// is in the middle. It is less elsewhere, by (1 - s²)² for s from -1 to 1, but so
// may be the scale.
func (b *builder) relative(off float64, m, n node, c *cubic) float64 {
	h := (n.t - m.t) / b.start
	scale := b.scale(c.at(float64(h / 2)))
	switch least := min(b.scale(m.x), b.scale(n.x)); {
	case (m.x < 0) != (n.x < 0):
		return off / b.scale(0)
	case least > float64(scale/2):
		return off / scale
	}
	worst := off / scale
	for _, s := range []float64{-0.875, -0.75, -0.5, 0.5, 0.75, 0.875} {
		less := 1 - float64(s*s)
		worst = max(worst, float64(off*float64(less*less))/b.scale(c.at(float64(h*(0.5+float64(s/2))))))
	}
	return worst
}

// quarters returns the error of a cubic at a quarter and three quarters. Half the
// width has a sixteenth of the error, where the quantile is smooth enough; if it
// has not, the greatest error may be elsewhere than in the middle.
func (b *builder) quarters(a arc, m, n node, c *cubic) float64 {
	worst := 0.0
	for _, s := range []float64{0.25, 0.75} {
		off := float64(s * (n.t - m.t))
		v := off / b.start
		guess := c.at(v)
		x := b.solve(a, m.t+off, guess, c.slope(v)/b.start)
		worst = max(worst, math.Abs(x-guess)/b.scale(x))
	}
	return worst
}

// middle returns the quantile at t, in the middle of a cubic over [0, h] whose
// value there is the guess. Where the quantile has to be iterated it is enough to
// know the probability of the guess: between the two probabilities it changes as
// the cubic does, whose error, e (1 - s²)² for s from -1 to 1, is flat there.
func (b *builder) middle(a arc, t, guess, h float64, c *cubic) float64 {
	if !b.iterate || !(guess > min(a.x0, a.x1) && guess < max(a.x0, a.x1)) {
		return b.exact(a, t)
	}
	s, slope := (b.probability(guess)-t)/float64(h*b.start), c.slope(float64(h/2))/b.start
	x := guess + (guess - c.at(float64(h*(0.5+s))))
	small := min(float64(Tolerance/128*b.scale(x)), float64(0x1p-30*math.Abs(float64(slope*t))))
	if float64(8*float64(math.Abs(x-guess)*float64(s*s))) <= small {
		return x
	}
	return b.newton(a, t, guess, slope)
}

// number tells whether a node has a finite value, and remembers one that is NaN.
func (b *builder) number(n node) bool {
	if math.IsNaN(n.x) {
		b.bad, b.badAt = true, n.t
	}
	return !math.IsNaN(n.x) && !math.IsInf(n.x, 0)
}

// scale is what an error at x is in proportion to; at least some digits of x.
func (b *builder) scale(x float64) float64 {
	size := math.Abs(x)
	scale := min(max(size, float64(b.spread/1024)), b.spread+math.Abs(x-b.median))
	return max(scale, float64(size*(0x1p-50/Tolerance)))
}

// lay divides an octave into cells, and fills them from the leaves.
func (b *builder) lay(o int) {
	n := b.bits()
	t := b.table
	*t.rows.at(o, b.sign < 0) = newRow(o, n, len(t.cells))
	width := math.Ldexp(1, -n)
	first := 0
	for i := range 1 << n {
		low, high := float64(float64(i)*width), float64(float64(i+1)*width)
		for first+1 < len(b.leaves) && b.leaves[first+1].from <= low {
			first++
		}
		last := first
		for last+1 < len(b.leaves) && b.leaves[last+1].from < high {
			last++
		}
		t.cells = append(t.cells, t.cell(b.leaves[first:last+1], low))
	}
}

// bits returns how many bits of the mantissa number the cells: so many that the
// narrowest leaf has its own, or that there are about as many as leaves.
func (b *builder) bits() int {
	narrowest, to := 1.0, 1.0
	for _, leaf := range slices.Backward(b.leaves) {
		narrowest = min(narrowest, to-leaf.from)
		to = leaf.from
	}
	_, exponent := math.Frexp(narrowest)
	return min(1-exponent, max(5, bits.Len(uint(len(b.leaves)))+1))
}

// cell returns what stands for the leaves from a place in the octave on.
func (t *Table) cell(leaves []piece, from float64) cubic {
	if len(leaves) == 1 {
		return leaves[0].shift(from - leaves[0].from)
	}
	c := none
	c[1] = float64(len(t.pieces))
	for i, leaf := range leaves {
		p := piece{leaf.from - from, leaf.cubic}
		if i == 0 {
			p = piece{0, leaf.shift(from - leaf.from)}
		}
		t.pieces = append(t.pieces, p)
	}
	c[2] = float64(len(t.pieces))
	return c
}
