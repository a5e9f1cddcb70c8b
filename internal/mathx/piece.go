package mathx

import "math"

// A piece is a polynomial of degree 10 that stands for a function on a part of
// its argument: the center of the part, the value there in two numbers, and the
// coefficients of the powers of the distance from it.
type piece [13]float64

// at returns the value at x. The powers are taken apart so that a processor
// finds work to do side by side (Estrin's scheme); the large constant is added
// last, so the error is little more than its rounding.
func (p *piece) at(x float64) float64 {
	t := x - p[0]
	t2 := float64(t * t)
	t4 := float64(t2 * t2)
	a := p[3] + float64(p[4]*t)
	b := p[5] + float64(p[6]*t)
	c := p[7] + float64(p[8]*t)
	d := p[9] + float64(p[10]*t)
	e := p[11] + float64(p[12]*t)
	a += float64(b * t2)
	c += float64(d*t2) + float64(e*t4)
	return p[1] + (p[2] + float64(t*(a+float64(c*t4))))
}

// octave returns the number of the piece for x in a table that begins at low
// and has eight pieces for each power of two.
func octave(x, low float64) uint64 { return math.Float64bits(x)>>49 - math.Float64bits(low)>>49 }
