package loss

import (
	"context"
	"math"

	"github.com/ismskit/ismskit/risk/dist"
)

// cells goes through the continuous part of a loss, cell by cell from 0 on: the
// areas below its survival function.
type cells struct {
	part
	step  float64
	mass  float64     // of the continuous part
	rest  []dist.Atom // above the cell
	above float64     // their probability

	k    int     // the next cell
	end  float64 // survival at its beginning
	mean float64 // and the mean up to there, if it is known
	upTo int     // the cell for which it is
}

func newCells(p part, step float64) *cells {
	c := &cells{part: p, step: step, rest: p.atoms()}
	at := 0.0 // a first atom at 0 is below the first cell
	if len(c.rest) > 0 && c.rest[0].At == 0 {
		at = c.rest[0].P
		c.rest = c.rest[1:]
	}
	for _, a := range c.rest {
		c.above += a.P
	}
	c.mass = max(1-at-c.above, 0)
	if c.mass < 0x1p-50 {
		c.mass = 0
	}
	c.end = c.mass
	return c
}

// rough is by how much, of the mass of a cell, Simpson's rule and the
// trapezoidal one may differ for the first to be right to 1e-9 of the mean.
const rough = 1e-6

// nothing is a probability that no figure can show.
const nothing = 0x1p-60

// areas returns the areas of the first n cells.
func (c *cells) areas(ctx context.Context, n int) (areas, error) {
	a := areas{c.mass, make([]float64, n)}
	for k := range a.of {
		if k%often == 0 && ctx.Err() != nil {
			return areas{}, ctx.Err()
		}
		a.of[k] = c.next()
	}
	return a, nil
}

// areas are those of the cells, with the mass of the continuous part.
type areas struct {
	mass float64
	of   []float64
}

// doubled returns the areas of cells that are twice as wide.
func (a areas) doubled() areas {
	wide := areas{a.mass, make([]float64, len(a.of)/2)}
	for k := range wide.of {
		wide.of[k] = a.of[2*k] + a.of[2*k+1]
	}
	return wide
}

// next returns the area below the survival function over the next cell:
// Simpson's rule where the function hardly bends, and the difference of limited
// means, which is right whatever it does, elsewhere.
func (c *cells) next() float64 {
	if c.end <= nothing {
		return 0
	}
	from, to := float64(float64(c.k)*c.step), float64(float64(c.k+1)*c.step)
	c.k++
	first, here := c.end, c.pass(from, to)
	c.end = max(c.survival(to)-c.above, 0)
	if here == 0 {
		middle := c.survival(from+float64(0.5*c.step)) - c.above
		ends := float64(c.step * float64(0.5*(first+c.end)))
		simpson := (ends + float64(2*float64(c.step*middle))) / 3
		if math.Abs(simpson-ends) <= float64(rough*simpson) {
			return simpson
		}
	}
	before := c.mean
	if c.upTo != c.k-1 {
		before = c.limited(from)
	}
	c.mean, c.upTo = c.limited(to), c.k
	return max(c.mean-before-here-float64(c.above*c.step), 0)
}

// pass takes the atoms of a cell from the rest, and returns the area that they
// have in it.
func (c *cells) pass(from, to float64) float64 {
	area := 0.0
	for len(c.rest) > 0 && c.rest[0].At <= to {
		a := c.rest[0]
		area += float64(a.P * (a.At - from))
		c.above -= a.P
		c.rest = c.rest[1:]
	}
	if len(c.rest) == 0 {
		c.above = 0
	}
	return area
}
