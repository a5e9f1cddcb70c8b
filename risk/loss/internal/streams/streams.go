// Package streams gives every random draw of a simulation a name, and draws it.
//
// A stream of 64-bit words is named by the seed, the scenario, the variable and
// the block of 4,096 trials that the draws are for. It depends on its name and
// on nothing else: not on which worker draws it, not on what was drawn before,
// not on which other scenarios or controls there are. So results have the same
// bits for any number of workers, and two models that share a scenario share
// its draws: what differs between them is the models, not the noise.
//
//	name := streams.Name{Seed: 1, Scenario: "ransomware", Variable: "severity"}
//	key := name.Key()           // once
//	stream := key.Block(17)     // trials 17·4,096 and on
//	stream.Fill(words)
//
// # The draws
//
// The words are those of xoshiro256++ by Blackman and Vigna, Scrambled linear
// pseudorandom number generators, ACM Transactions on Mathematical Software
// 47(4), 2021, whose period is 2^256 - 1. The state at which a stream begins is
// the digest, by SHA-256 (FIPS 180-4), of its name; the four words of the state
// are the bytes of the digest, little end first:
//
//	key   = SHA-256(Algorithm ‖ 0 ‖ seed ‖ length of scenario ‖ scenario ‖ variable)
//	state = SHA-256(key ‖ block)
//
// Numbers are 8 bytes, little end first; ‖ puts bytes one after the other.
// Names that differ give states that have no more to do with each other than
// random ones: that two of 2^40 streams of 2^40 words overlap has a probability
// below 2^-130.
//
// Draws change under a new [Algorithm] name only.
package streams

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"
)

// Algorithm names the draws: the generator, how it is seeded and the edition of
// both. Results are the same for as long as it is.
const Algorithm = "xoshiro256++ sha256/1"

// Block is the number of trials that a stream is for.
const Block = 4096

// A Name says what is drawn.
type Name struct {
	Seed     uint64 // of the simulation
	Scenario string // its id
	Variable string // what is drawn for the scenario: "count", "severity"
}

// A Key is the digest of a [Name].
type Key [sha256.Size]byte

// Key returns the digest of the name.
func (n Name) Key() Key {
	b := make([]byte, 0, len(Algorithm)+17+len(n.Scenario)+len(n.Variable))
	b = append(append(b, Algorithm...), 0)
	b = binary.LittleEndian.AppendUint64(b, n.Seed)
	b = binary.LittleEndian.AppendUint64(b, uint64(len(n.Scenario)))
	b = append(append(b, n.Scenario...), n.Variable...)
	return sha256.Sum256(b)
}

// Block returns the stream of a block of trials, at its beginning.
func (k Key) Block(block uint64) Stream {
	var b [sha256.Size + 8]byte
	copy(b[:], k[:])
	binary.LittleEndian.PutUint64(b[sha256.Size:], block)
	digest := sha256.Sum256(b[:])
	var s Stream
	for i := range s.state {
		s.state[i] = binary.LittleEndian.Uint64(digest[8*i:])
	}
	return s
}

// A Stream is a sequence of words, each equally likely. Streams come from
// [Key.Block]: the zero value gives words of zeros. A copy goes on from the same
// place by itself.
type Stream struct{ state [4]uint64 }

// Uint64 returns the next word.
func (s *Stream) Uint64() uint64 {
	word, a, b, c, d := next(s.state[0], s.state[1], s.state[2], s.state[3])
	s.state = [4]uint64{a, b, c, d}
	return word
}

// Fill sets words to the next ones. To fill a part and then the rest gives the
// same as to fill all at once.
func (s *Stream) Fill(words []uint64) {
	a, b, c, d := s.state[0], s.state[1], s.state[2], s.state[3]
	for i := range words {
		words[i], a, b, c, d = next(a, b, c, d)
	}
	s.state = [4]uint64{a, b, c, d}
}

// next is xoshiro256++: a word and the state that follows.
func next(a, b, c, d uint64) (word, a1, b1, c1, d1 uint64) {
	word = bits.RotateLeft64(a+d, 23) + a
	c ^= a
	d ^= b
	return word, a ^ d, b ^ c, c ^ b<<17, bits.RotateLeft64(d, 45)
}

// Unit returns the middle of the interval of numbers that a word stands for,
// above 0 and below 1: one of 2^52, each equally likely, so that the mean is ½
// and u and 1-u are both drawn exactly.
func Unit(word uint64) float64 {
	const cell = 0x1p-52
	return float64(float64(word>>12)*cell) + cell/2
}
