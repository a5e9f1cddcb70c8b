package exactsum

import (
	"encoding/binary"
	"fmt"
)

// header begins the binary form and ends with its version.
const header = "exact sum 1\n"

// MarshalBinary returns the sum as bytes: the header, and integers as
// [binary.AppendUvarint] writes them,
//
//	refused, 1 if the sum is negative or 0, place of the first word that is not 0,
//	number of words from it to the last that is not 0, these words
//
// Sums of the same numbers have the same bytes. There is no error.
func (s *Sum) MarshalBinary() ([]byte, error) {
	negative, size := s.words.magnitude()
	last := (size.length() + 63) / 64
	first := 0
	for first < last && size[first] == 0 {
		first++
	}
	sign := uint64(0)
	if negative {
		sign = 1
	}
	b := binary.AppendUvarint([]byte(header), s.refused)
	for _, x := range []uint64{sign, uint64(first), uint64(last - first)} { //nolint:gosec // not negative
		b = binary.AppendUvarint(b, x)
	}
	for _, word := range size[first:last] {
		b = binary.AppendUvarint(b, word)
	}
	return b, nil
}

// UnmarshalBinary sets s to what MarshalBinary wrote. Bytes that it would not write
// are an error that says where, after which s is as before.
func (s *Sum) UnmarshalBinary(b []byte) error {
	if len(b) < len(header) || string(b[:len(header)]) != header {
		return fmt.Errorf("exactsum: header: got %q, want %q", b[:min(len(b), len(header))], header)
	}
	r := reader{rest: b[len(header):], size: len(b)}
	read := Sum{refused: r.uint("refused", 0, counted)}
	negative := r.uint("sign", 0, 1) == 1
	first := r.uint("first", 0, size-1)
	count := r.uint("words", 0, size-first)
	for i := range count {
		least := uint64(0)
		if i == 0 || i == count-1 {
			least = 1
		}
		read.words[first+i] = r.uint("word", least, 1<<64-1)
	}
	switch n := read.words.length(); {
	case n > most:
		r.fail("length", uint64(n), fmt.Sprintf("at most %d bits", most))
	case n == 0 && (negative || first > 0):
		r.fail("words", 0, "some, or no sign and no place")
	case len(r.rest) > 0:
		r.fail("end", uint64(len(r.rest)), "no more bytes")
	}
	if r.err != nil {
		return r.err
	}
	if negative {
		read.words = read.words.negated()
	}
	*s = read
	return nil
}

// A reader reads integers up to the first that is wrong.
type reader struct {
	rest []byte
	size int
	err  error
}

// fail keeps the first error.
func (r *reader) fail(what string, got uint64, want string) {
	if r.err == nil {
		r.err = fmt.Errorf("exactsum: byte %d: %s: got %d, want %s", r.size-len(r.rest), what, got, want)
	}
}

// uint reads an integer from low to high.
func (r *reader) uint(what string, low, high uint64) uint64 {
	if r.err != nil {
		return low
	}
	x, n := binary.Uvarint(r.rest)
	switch {
	case n <= 0:
		r.fail(what, 0, "an integer")
	case n > 1 && r.rest[n-1] == 0:
		r.fail(what, x, "it in as few bytes as can be")
	case x < low || x > high:
		r.fail(what, x, fmt.Sprintf("%d to %d", low, high))
	default:
		r.rest = r.rest[n:]
		return x
	}
	return low
}
