package counts

import (
	"fmt"
	"math"
	"sort"

	"github.com/ismskit/ismskit/risk/dist"
)

// rare is the probability below which no word is left for it, rounded.
const rare = 0x1p-65

// Ends are the least and the largest number that words stand for.
type ends struct{ low, high int }

// endsOf finds the ends of a distribution.
func endsOf(c dist.Count) (ends, error) {
	high := 1
	for !(c.Survival(high-1) < rare) {
		if high > math.MaxInt32/2 {
			return ends{}, fmt.Errorf("counts: %s: got more than 2^30 events with a probability of %v, want none", c, c.Survival(high-1))
		}
		high *= 2
	}
	high = sort.Search(high, func(k int) bool { return c.Survival(k) < rare })
	low := sort.Search(high, func(k int) bool { return c.CDF(k) >= rare })
	return ends{low, high}, nil
}

// search returns the number that a word stands for, from the distribution itself.
func (e ends) search(c dist.Count, word uint64) int {
	return e.low + sort.Search(e.high-e.low, func(i int) bool {
		k := e.low + i
		if s := c.Survival(k); s < 0.5 {
			return word <= math.MaxUint64-wordsOf(s)
		}
		return word < wordsOf(c.CDF(k))
	})
}
