package loss

import (
	"context"
	"math"
	"slices"

	"github.com/ismskit/ismskit/risk/dist"
)

// A table is the survival function of the continuous part of a loss, from 0 on as
// far as anybody asked, in pieces between which it need not be smooth. Lattices
// of any step take the areas of their cells from it.
type table struct {
	part
	pieces []piece
	edges  []float64   // where the function is not smooth, ascending, not yet passed
	rest   []dist.Atom // not yet passed
	above  float64     // their probability
	mass   float64     // of the continuous part

	to, end float64 // how far it goes, and the function there
	size    float64 // of the next piece
	err     float64 // that a polynomial may have, relative to the function
}

// A piece is an interval where the function is a polynomial, that agrees with it
// where such a polynomial errs most, between the outermost points; or a short one
// where it is none, and areas are differences of limited means.
type piece struct {
	from, to float64
	above    float64 // the probability of the atoms above
	raw      bool
	block
}

// shortest is how many pieces there would be, if all were as short as can be.
const shortest = 1 << 14

// newTable returns the table of a part, with some relative error, none for one
// that comes from lattices.
func newTable(p part, err float64) *table {
	if _, derived := p.of.(leftover); derived || p.nested() {
		return nil
	}
	c := newCells(p, 1)
	t := &table{part: p, rest: c.rest, above: c.above, mass: c.mass, end: c.mass, err: err, pieces: make([]piece, 0, 48)}
	low, high := p.of.Support()
	for _, x := range append(kinksOf(p.of), low, high) {
		t.edges = append(t.edges, float64(p.scale*(x-p.retention)))
	}
	for _, a := range t.rest {
		t.edges = append(t.edges, a.At)
	}
	t.edges = append(t.edges, float64(p.scale*p.limit))
	t.edges = slices.DeleteFunc(t.edges, func(x float64) bool { return !(x > 0) || math.IsInf(x, 1) })
	slices.Sort(t.edges)
	return t
}

// value returns the function, which is right of an edge where x is one.
func (t *table) value(x float64) float64 { return max(t.survival(x+float64(0x1p-50*x))-t.above, 0) }

// extend makes the table go up to an amount.
func (t *table) extend(to float64) {
	least := float64(to / shortest)
	for t.to < to && t.end > nothing {
		for len(t.edges) > 0 && t.edges[0] <= t.to {
			t.edges = t.edges[1:]
		}
		size := max(t.size, least)
		end := t.to + size
		if len(t.edges) > 0 && end >= t.edges[0] {
			end = t.edges[0]
		}
		p, err := t.piece(end)
		if t.size = float64((end - t.to) * t.change(err)); !(err <= t.err) {
			if end-t.to > float64(1.001*least) {
				continue
			}
			p.raw = true
		}
		t.pieces = append(t.pieces, p)
		t.pass(end)
		t.to, t.end = end, t.value(end)
	}
}

// change returns by what to change the size, given the error of a piece, which goes
// with the ninth power.
func (t *table) change(err float64) float64 {
	if !(err > 0 && !math.IsInf(err, 1)) {
		return 0.5
	}
	return min(max(float64(0.85*math.Sqrt(math.Sqrt(math.Sqrt(t.err/err)))), 0.25), 4)
}

// pass takes the atoms up to an amount from the rest.
func (t *table) pass(x float64) {
	for len(t.rest) > 0 && t.rest[0].At <= x {
		t.above -= t.rest[0].P
		t.rest = t.rest[1:]
	}
	if len(t.rest) == 0 {
		t.above = 0
	}
}

// piece returns the next, up to an amount, with its relative error.
func (t *table) piece(end float64) (p piece, err float64) {
	p = piece{from: t.to, to: end, above: t.above}
	var f [9]float64
	step := float64((end - t.to) / 8)
	f[0] = t.end
	for i := 1; i < 8; i++ {
		f[i] = t.value(t.to + float64(float64(i)*step))
	}
	last := *t
	last.pass(end)
	if f[8] = last.value(end); f[8] <= nothing && f[7] <= nothing {
		return p, math.Inf(1)
	}
	p.block = through(&f)
	for _, u := range [...]float64{-3.5, 3.5} {
		want := t.value(t.to + float64((u+4)*step))
		err = max(err, math.Abs(p.at(u)-want)/want)
	}
	return p, err
}

// areas returns the areas below the function of the cells of a lattice.
func (t *table) areas(ctx context.Context, l lattice) (areas, error) {
	if ctx.Err() != nil {
		return areas{}, ctx.Err()
	}
	t.extend(l.top)
	a := areas{t.mass, make([]float64, l.n)}
	for _, p := range t.pieces {
		if p.from >= l.top {
			break
		}
		if p.raw {
			t.raw(p, l.step(), a.of)
		} else {
			p.into(l.step(), a.of)
		}
	}
	return a, nil
}

// into adds the areas of the piece to those of cells.
func (p *piece) into(step float64, cells []float64) {
	width := float64(0.125 * (p.to - p.from))
	add := func(k int, from, to float64) {
		mean := p.averaged(float64(0.5*(to-from)) / width)
		middle := from + float64(0.5*(to-from))
		cells[k] += max(float64((to-from)*mean.at((middle-p.from)/width-4)), 0)
	}
	k := int(p.from / step)
	if edge := float64(float64(k+1) * step); edge >= p.to {
		cells[k] += max(float64((p.to-p.from)*p.mean(16)), 0)
		return
	} else if edge > p.from {
		add(k, p.from, edge)
	}
	last := min(int(p.to/step), len(cells))
	mean := p.averaged(float64(0.5*step) / width)
	per := step / width
	first := (float64(float64(k+1)*step)-p.from)/width - 4 + float64(0.5*per)
	for i := k + 1; i < last; i++ {
		cells[i] += max(float64(step*mean.at(first+float64(per*float64(i-k-1)))), 0)
	}
	if from := float64(float64(last) * step); last < len(cells) && from < p.to {
		add(last, from, p.to)
	}
}

// raw adds the areas of a piece that is no polynomial.
func (t *table) raw(p piece, step float64, cells []float64) {
	from, before := p.from, t.limited(p.from)
	for k := int(p.from / step); k < len(cells) && from < p.to; k++ {
		to := min(float64(float64(k+1)*step), p.to)
		if to <= from {
			continue
		}
		mean := t.limited(to)
		cells[k] += max(mean-before-float64(p.above*(to-from)), 0)
		from, before = to, mean
	}
}

// tabled returns the event with tables of some relative error.
func (e event) tabled(err float64) event {
	e.tables = nil
	for _, f := range e.parts() {
		e.tables = append(e.tables, newTable(f.part, err))
	}
	return e
}

// areas returns those of the parts of an event.
func (e event) areas(ctx context.Context, l lattice) ([]areas, error) {
	var all []areas
	for i, f := range e.parts() {
		var a areas
		var err error
		if i < len(e.tables) && e.tables[i] != nil {
			a, err = e.tables[i].areas(ctx, l)
		} else {
			a, err = newCells(f.part, l.step()).areas(ctx, l.n)
		}
		if err != nil {
			return nil, err
		}
		all = append(all, a)
	}
	return all, nil
}
