package points

import "math/bits"

// longest is the greatest degree of a polynomial.
const longest = 11

// An origin is what the direction numbers of a dimension begin with: a primitive
// polynomial over the field of two elements, bit i the coefficient of x^i, and as
// many initial numbers as its degree. The first dimension has the polynomial 1
// and none.
type origin struct {
	polynomial uint16
	numbers    [longest]uint16
}

// directions returns the direction numbers: the point of index i is the exclusive
// or of those numbered by the bits that are set in i. The highest bit is the
// first digit.
func (o origin) directions() [64]uint64 {
	var v [64]uint64
	s := bits.Len16(o.polynomial) - 1
	for k := range v {
		switch {
		case s == 0:
			v[k] = 1 << (63 - k)
		case k < s:
			v[k] = uint64(o.numbers[k]) << (63 - k)
		default:
			v[k] = v[k-s] ^ v[k-s]>>s
			for i := 1; i < s; i++ {
				if o.polynomial>>(s-i)&1 == 1 {
					v[k] ^= v[k-i]
				}
			}
		}
	}
	return v
}
