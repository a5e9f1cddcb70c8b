package points

import (
	"math"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// inside is how many bits of a word are its place in its interval.
const inside = 52

// Latin sets words to a block of a Latin hypercube: their upper 12 bits are a
// random permutation, each as probable, and the others are random. They are of
// the stream of the key and the block.
func Latin(words *[streams.Block]uint64, key streams.Key, block uint64) {
	s := key.Block(block)
	var order [streams.Block]uint16
	shuffle(&order, words, &s)
	s.Fill(words[:])
	for i, interval := range order {
		words[i] = words[i]>>(64-inside) | uint64(interval)<<inside
	}
}

// shuffle sets order to a random permutation (Fisher and Yates, from inside out).
// It uses the words as a workspace. A number up to i is that of Lemire, Fast
// random integer generation in an interval, ACM Transactions on Modeling and
// Computer Simulation 29, 2019, from half a word, and in one of a million times
// from more of the stream.
func shuffle(order *[streams.Block]uint16, words *[streams.Block]uint64, s *streams.Stream) {
	s.Fill(words[:streams.Block/2])
	for i := range uint64(streams.Block) {
		product := words[i/2] >> (i % 2 * 32) & math.MaxUint32 * (i + 1)
		if product&math.MaxUint32 <= i {
			product = again(product, i+1, s)
		}
		j := product >> 32 % streams.Block
		order[i] = order[j]
		order[j] = uint16(i)
	}
}

// again returns a product of n and 32 random bits, of which the upper half is a
// number below n, each as probable.
func again(product, n uint64, s *streams.Stream) uint64 {
	for least := (1 << 32) % n; product&math.MaxUint32 < least; {
		product = s.Uint64() >> 32 * n
	}
	return product
}
