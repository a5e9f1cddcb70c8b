package points

import (
	"fmt"
	"math/bits"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// Dimensions is how many a Sobol sequence has, and Replicates how many of it an
// error is estimated from.
const (
	Dimensions = len(initial)
	Replicates = 16
)

// A Sobol is one dimension of a scrambled Sobol sequence. [NewSobol] makes it. It
// does not change, and is safe for concurrent use.
type Sobol struct {
	shift uint64
	steps [65]uint64 // what changes from an index to the next, by its trailing zeros
}

// NewSobol returns a dimension, from 0, of a replicate. The scramble is drawn from
// the stream of the key and the replicate: dimensions of the same key would be
// scrambled alike, so each has one of its own. It is an error if there is no such
// dimension.
func NewSobol(dimension int, key streams.Key, replicate uint64) (*Sobol, error) {
	if dimension < 0 || dimension >= Dimensions {
		return nil, fmt.Errorf("points: dimension: got %d, want 0 to %d", dimension, Dimensions-1)
	}
	stream := key.Block(replicate)
	m := newMatrix(&stream)
	s := &Sobol{shift: stream.Uint64()}
	step := uint64(0)
	for k, v := range initial[dimension].directions() {
		step ^= m.times(v)
		s.steps[k] = step
	}
	s.steps[64] = step // from the last index to the first
	return s, nil
}

// Fill sets words to the points from the index on. After the last index, 2^64 - 1,
// comes the first.
func (s *Sobol) Fill(words []uint64, index uint64) {
	point := s.at(index)
	for i := range words {
		words[i] = point
		index++
		point ^= s.steps[bits.TrailingZeros64(index)]
	}
}

// at returns a point. A bit k of the index stands for the steps k and k-1, so what
// is left are the bits of its Gray code.
func (s *Sobol) at(index uint64) uint64 {
	point := s.shift
	for gray := index ^ index>>1; gray != 0; gray &= gray - 1 {
		point ^= s.steps[bits.TrailingZeros64(gray)]
	}
	return point
}

// A matrix is a lower triangular one of bits, by its columns; the first row is the
// highest bit.
type matrix [64]uint64

// newMatrix draws one: ones in the diagonal, random bits below.
func newMatrix(s *streams.Stream) matrix {
	var m matrix
	s.Fill(m[:])
	for i := range m {
		diagonal := uint64(1) << (63 - i)
		m[i] = m[i]&(diagonal-1) | diagonal
	}
	return m
}

// times returns the product with a column.
func (m *matrix) times(v uint64) uint64 {
	product := uint64(0)
	for ; v != 0; v &= v - 1 {
		product ^= m[63-bits.TrailingZeros64(v)]
	}
	return product
}
