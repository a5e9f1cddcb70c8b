package main

import "math/bits"

// Polynomials over the field of two elements are numbers whose bit i is the
// coefficient of x^i.

func degree(p uint) int { return bits.Len(p) - 1 }

// next returns the primitive polynomial that follows p, by degree and then by
// its coefficients from the highest: 1 is followed by x + 1.
func next(p uint) uint {
	for p = (p + 1) | 1; !primitive(p); p += 2 {
	}
	return p
}

// primitive tells whether the powers of x modulo p are all 2^s - 1 polynomials
// below its degree s but 0: whether x^k is 1 for k = 2^s - 1, and not for less.
func primitive(p uint) bool {
	order := uint(1)<<degree(p) - 1
	power := uint(1)
	for k := uint(1); ; k++ {
		power <<= 1
		if power>>degree(p) == 1 {
			power ^= p
		}
		if power <= 1 {
			return power == 1 && k == order
		}
	}
}
