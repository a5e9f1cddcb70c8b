// Package exactsum adds numbers without rounding: the sum of any float64 numbers
// is kept in full, and rounded once when it is asked for.
//
//	var s exactsum.Sum
//	s.Add(x)
//	err := s.Merge(&other)
//	mean := s.Float64() / n
//
// So the order of adding and of merging changes no bit, and neither does in how
// many parts the numbers are added and by whom.
//
// A sum is a fixed-point number whose last bit is that of the least float64,
// 2^-1074, and whose first is far beyond the largest: 34 words of 64 bits
// (Kulisch, Computer Arithmetic and Validity, 2013, chapter 8; Neal, Fast exact
// summation using small and large superaccumulators, 2015).
package exactsum

import (
	"errors"
	"math"
	"math/bits"
)

const (
	size     = 34   // words
	most     = 2162 // bits of a sum without its sign: those of 2^64 of the largest numbers
	counted  = 1 << 40
	mantissa = 52
	fraction = 1<<mantissa - 1
	infinite = 0x7ff
)

// words are an integer in two's complement, the least significant first.
type words [size]uint64

// A Sum is the sum of numbers. The zero value is that of none.
type Sum struct {
	refused uint64
	words   words
}

// Add adds a number. NaN and infinities are not added but counted.
func (s *Sum) Add(x float64) {
	b := math.Float64bits(x)
	exponent, m := b>>mantissa&infinite, b&fraction
	switch exponent {
	case infinite:
		s.refused = min(s.refused+1, counted)
		return
	case 0:
	default:
		m |= 1 << mantissa
		exponent--
	}
	at, shift := exponent/64, exponent%64
	low, high := m<<shift, m>>(64-shift)
	if x < 0 {
		s.words.subtract(at, low, high)
	} else {
		s.words.add(at, low, high)
	}
}

// add adds two words at a place.
func (w *words) add(at, low, high uint64) {
	var carry uint64
	w[at], carry = bits.Add64(w[at], low, 0)
	w[at+1], carry = bits.Add64(w[at+1], high, carry)
	for i := at + 2; carry > 0 && i < size; i++ {
		w[i], carry = bits.Add64(w[i], 0, carry)
	}
}

// subtract subtracts two words at a place.
func (w *words) subtract(at, low, high uint64) {
	var borrow uint64
	w[at], borrow = bits.Sub64(w[at], low, 0)
	w[at+1], borrow = bits.Sub64(w[at+1], high, borrow)
	for i := at + 2; borrow > 0 && i < size; i++ {
		w[i], borrow = bits.Sub64(w[i], 0, borrow)
	}
}

// Merge adds all that was added to the other sum. It is an error if the result is
// beyond any sum of 2^64 numbers; then s is as before.
func (s *Sum) Merge(other *Sum) error {
	sum, carry := words{}, uint64(0)
	for i := range sum {
		sum[i], carry = bits.Add64(s.words[i], other.words[i], carry)
	}
	if _, size := sum.magnitude(); size.length() > most {
		return errors.New("exactsum: merge: got a sum beyond 2^1088, want less")
	}
	s.words = sum
	s.refused = min(s.refused+other.refused, counted)
	return nil
}

// Refused returns how many NaN and infinities were not added, as far as 2^40.
func (s *Sum) Refused() uint64 { return s.refused }

// magnitude returns the number without its sign, and whether that is a minus.
func (w *words) magnitude() (negative bool, size words) {
	if w[len(w)-1]>>63 == 0 {
		return false, *w
	}
	return true, w.negated()
}

// negated returns 0 less the number.
func (w *words) negated() words {
	var n words
	borrow := uint64(0)
	for i, word := range w {
		n[i], borrow = bits.Sub64(0, word, borrow)
	}
	return n
}

// length returns how many bits there are without leading zeros.
func (w *words) length() int {
	for i := len(w) - 1; i >= 0; i-- {
		if w[i] != 0 {
			return 64*i + bits.Len64(w[i])
		}
	}
	return 0
}

// Float64 returns the sum, rounded to the nearest number, of two the even one: an
// infinity if it is too large, and 0 if all that was added is -0.
func (s *Sum) Float64() float64 {
	negative, size := s.words.magnitude()
	x := math.Float64frombits(size.round())
	if negative {
		return -x
	}
	return x
}

// round returns the bits of the nearest float64. Below the mantissa of the least
// normal number, and in it, they are the bits of the integer.
func (w *words) round() uint64 {
	from := w.length() - mantissa - 1 // the place of the last bit that stays
	if from <= 0 {
		return w[0]
	}
	m := w.window(from)
	half := w.window(from-1)&1 == 1
	if half && (m&1 == 1 || w.below(from-1)) {
		m++
	}
	return min(uint64(from)<<mantissa+m, infinite<<mantissa)
}

// window returns the bits of a mantissa from a place on.
func (w *words) window(from int) uint64 {
	i, shift := from/64, from%64
	return (w[i]>>shift | w[i+1]<<(64-shift)) & (1<<(mantissa+1) - 1)
}

// below tells whether a bit is set before a place.
func (w *words) below(at int) bool {
	for _, word := range w[:at/64] {
		if word != 0 {
			return true
		}
	}
	return w[at/64]&(1<<(at%64)-1) != 0
}
