package mathx

import "math"

// A pair is a number of about 106 bits: the sum of hi, which is the number
// rounded, and lo. The operations are those of Dekker, A floating-point
// technique for extending the available precision, Numer. Math. 18, 1971, with
// products by fused operations; their relative error is a few 2^-104.
type pair struct{ hi, lo float64 }

// sum2 returns a + b, exactly (Knuth, The Art of Computer Programming 2, 4.2.2).
func sum2(a, b float64) pair {
	s := a + b
	t := s - a
	return pair{s, (a - (s - t)) + (b - t)}
}

// fast2 returns a + b, exactly, where b is not larger than a.
func fast2(a, b float64) pair {
	s := a + b
	return pair{s, b - (s - a)}
}

// prod2 returns a b, exactly unless it underflows.
func prod2(a, b float64) pair {
	p := float64(a * b)
	return pair{p, math.FMA(a, b, -p)}
}

// quo2 returns a / b.
func quo2(a, b float64) pair {
	q := a / b
	return pair{q, math.FMA(-q, b, a) / b}
}

func (x pair) neg() pair { return pair{-x.hi, -x.lo} }

// add returns x + y; where they cancel, all of the bits that are left are right.
func (x pair) add(y pair) pair {
	s, t := sum2(x.hi, y.hi), sum2(x.lo, y.lo)
	s = fast2(s.hi, s.lo+t.hi)
	return fast2(s.hi, s.lo+t.lo)
}

// plus returns x + y.
func (x pair) plus(y float64) pair {
	s := sum2(x.hi, y)
	return fast2(s.hi, s.lo+x.lo)
}

// mul returns x y.
func (x pair) mul(y pair) pair {
	p := prod2(x.hi, y.hi)
	return fast2(p.hi, p.lo+(float64(x.hi*y.lo)+float64(x.lo*y.hi)))
}

// times returns x y.
func (x pair) times(y float64) pair {
	p := prod2(x.hi, y)
	return fast2(p.hi, p.lo+float64(x.lo*y))
}

// over returns x / y.
func (x pair) over(y pair) pair {
	q := x.hi / y.hi
	p := y.times(q)
	rest := ((x.hi - p.hi) - p.lo) + x.lo
	return fast2(q, rest/y.hi)
}
