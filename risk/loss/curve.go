package loss

import (
	"math"
	"sort"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/risk/dist"
)

// A curve is the distribution of a sum: atoms, and a continuous part that is
// known at the edges of cells, (k + ½) step.
type curve struct {
	extent
	step     float64
	atoms    []dist.Atom
	sum      []float64 // of the continuous part, up to edge k
	area     []float64 // ∫ of it, up to point k
	rounding float64   // of sum, at 0; it grows with e^(tilt x/top)
	lost     float64   // probability of atoms that were too small to keep
}

// cdf returns P(S ≤ x) for 0 ≤ x below top.
func (c curve) cdf(x float64) float64 {
	i := sort.Search(len(c.atoms), func(i int) bool { return c.atoms[i].At > x })
	p := c.continuous(x)
	for _, a := range c.atoms[:i] {
		p += a.P
	}
	return p
}

// continuous returns the continuous part up to x: half of the mass at a point
// is below it.
func (c curve) continuous(x float64) float64 {
	t := x/c.step - 0.5
	if t < 0 {
		return float64(c.sum[0] * max(x, 0) / float64(0.5*c.step))
	}
	k := int(math.Floor(min(max(t, 1), float64(len(c.sum)-3))))
	return cubic(c.sum[k-1], c.sum[k], c.sum[k+1], c.sum[k+2], t-float64(k))
}

// cubic returns the value at t of the polynomial with the given values at -1, 0,
// 1 and 2 (Lagrange).
func cubic(a, b, c, d, t float64) float64 {
	s, u, v := t+1, t-1, t-2
	outer := float64(d*float64(s*float64(t*u))) - float64(a*float64(t*float64(u*v)))
	inner := float64(b*float64(s*float64(u*v))) - float64(c*float64(s*float64(t*v)))
	return (outer + float64(3*inner)) / 6
}

// limited returns E[min(S, x)] = x - ∫ P(S ≤ y) dy from 0 to x. On the lattice
// the integral is a sum; between its points it is a cubic.
func (c curve) limited(x float64) float64 {
	m := x - c.under(x)
	for _, a := range c.atoms {
		if a.At < x {
			m -= float64(a.P * (x - a.At))
		}
	}
	return m
}

// under returns the integral of the continuous part up to x.
func (c curve) under(x float64) float64 {
	t := x / c.step
	k := int(math.Floor(min(max(t, 1), float64(len(c.area)-3))))
	return cubic(c.area[k-1], c.area[k], c.area[k+1], c.area[k+2], t-float64(k))
}

// about returns a point not far from the quantile of p, where no atom is near.
func (c curve) about(p float64) float64 {
	at := func(k int) float64 { return float64(c.step * (float64(k) + 0.5)) }
	return at(sort.Search(len(c.sum)-4, func(k int) bool {
		sum := c.sum[k]
		for _, a := range c.atoms {
			if a.At > at(k) {
				break
			}
			sum += a.P
		}
		return sum >= p
	}))
}

// stepped tells whether there is an atom between two points.
func (c curve) stepped(low, high float64) bool {
	i := sort.Search(len(c.atoms), func(i int) bool { return c.atoms[i].At > low })
	return i < len(c.atoms) && c.atoms[i].At <= high
}

// last returns the last point at which the curve is known.
func (c curve) last() float64 { return float64(c.step * float64(len(c.sum)-4)) }

// slack returns what rounding, what comes around the end, and what was left out,
// may have changed in P(S ≤ x), and in the integral of it up to x. The first is
// an estimate; the others are bounds: what lies beyond top comes back e^-tilt as
// large.
func (c curve) slack(x float64) (sum, area float64) {
	sum = c.lost + 0x1p-51
	if c.rounding > 0 {
		sum += float64(max(1-c.cdf(c.last()), 0) * mathx.Exp(-c.tilt))
	}
	noise := float64(c.rounding * mathx.Exp(float64(c.tilt*x)/c.top))
	return sum + noise, float64(sum*x) + float64(noise*c.top)/c.tilt
}

// squared returns E[min(S, x)²] = 2 x E[min(S, x)] - 2 ∫ E[min(S, y)] dy from 0
// to x, where the integral is a sum by the trapezoidal rule, and over a part of a
// cell by Simpson's.
func (c curve) squared(x float64) float64 {
	k := int(math.Floor(min(x/c.step, float64(len(c.area)-1))))
	areas := 0.0 // ∫∫ of the continuous part
	for i := range k {
		areas += float64(float64(0.5*c.step) * (c.area[i] + c.area[i+1]))
	}
	from := float64(float64(k) * c.step)
	areas += float64((x - from) / 6 * (c.under(from) + float64(4*c.under(from+float64(0.5*(x-from)))) + c.under(x)))
	for _, a := range c.atoms {
		if a.At < x {
			areas += float64(float64(0.5*a.P) * float64((x-a.At)*(x-a.At)))
		}
	}
	return float64(2*float64(x*c.limited(x))) - float64(x*x) + float64(2*areas)
}
