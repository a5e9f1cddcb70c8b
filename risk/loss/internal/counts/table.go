package counts

import (
	"errors"
	"fmt"
	"math"
	"math/bits"

	"github.com/ismskit/ismskit/risk/dist"
)

// mostCells bounds a table, at half a megabyte. It is complete for Poisson means
// up to 1e7.
const mostCells = 1 << 16

// A Table draws numbers of events. It is safe for concurrent use.
//
// The numbers from 0 to 2^64 - 1, of which a word is one, are divided as the
// unit interval is by the distribution function, rounded to the nearest. Words
// that are beyond the cells of a distribution too wide for the table are looked
// up in the distribution itself, which takes some microseconds.
type Table struct {
	count    dist.Count
	ends     ends
	first    int      // the number of limits[0]
	below    uint64   // how many words give less than that
	limits   []uint64 // the last word of each number; at the end one of all words
	guide    []uint16 // for the upper bits of a word: the least number that it may give
	shift    uint     // which bits are these
	complete bool     // no word is beyond
}

// NewTable returns the table of a distribution. It is an error if more than 2^30
// events have a probability of 2^-65 at least, or if probabilities do not add up
// to 1.
func NewTable(c dist.Count) (*Table, error) {
	if c == nil {
		return nil, errors.New("counts: distribution: got nothing, want one")
	}
	e, err := endsOf(c)
	if err != nil {
		return nil, err
	}
	t := &Table{count: c, ends: e, first: e.low}
	last := e.high
	if last-t.first >= mostCells-1 {
		middle := min(max(c.Quantile(0.5), e.low), e.high)
		t.first = max(middle-mostCells/2, e.low)
		last = min(t.first+mostCells-2, e.high)
	}
	t.complete = t.first == e.low && last == e.high
	if err := t.fill(last); err != nil {
		return nil, err
	}
	t.index()
	return t, nil
}

// fill sets the limits of the numbers from the first to the last, from sums of
// probabilities up from the lower end and down from the upper one, which keeps
// the accuracy of both tails.
func (t *Table) fill(last int) error {
	n := last - t.first + 1
	t.limits = make([]uint64, n+1)
	t.limits[n] = math.MaxUint64
	lower, upper := t.count.CDF(t.first-1), t.count.Survival(last)
	t.below = wordsOf(lower)
	i, j := 0, n-1
	for i <= j {
		p := t.count.P(t.first + i)
		if lower+p > 0.5 {
			break
		}
		lower += p
		t.limits[i] = max(wordsOf(lower), 1) - 1
		i++
	}
	for ; j >= i; j-- {
		t.limits[j] = math.MaxUint64 - wordsOf(upper)
		upper += t.count.P(t.first + j)
	}
	if sum := lower + upper; !(math.Abs(sum-1) < 1e-9) {
		return fmt.Errorf("counts: %s: got probabilities of sum %v, want 1", t.count, sum)
	}
	return nil
}

// wordsOf returns how many words there are for a probability of at most about ½.
func wordsOf(p float64) uint64 {
	if !(p > 0) {
		return 0
	}
	return uint64(float64(min(p, 0.75)*0x1p64) + 0.5)
}

// index makes the guide: about 16 entries for each limit, so that seldom is
// there one in the way.
func (t *Table) index() {
	size := min(max(bits.Len(uint(16*len(t.limits))), 10), 16)
	t.shift = uint(64 - size)
	t.guide = make([]uint16, 1<<size)
	k := 0
	for i := range t.guide {
		for t.limits[k] < uint64(i)<<t.shift {
			k++
		}
		t.guide[i] = uint16(k) // there are at most 2^16 limits
	}
}

// Count returns the number of events that a word stands for: a greater word
// never stands for fewer.
func (t *Table) Count(word uint64) int {
	if !t.complete && (word < t.below || word > t.limits[len(t.limits)-2]) {
		return t.ends.search(t.count, word)
	}
	return t.first + t.cell(word)
}

// cell returns the index of the limit of a word.
func (t *Table) cell(word uint64) int {
	k := int(t.guide[word>>(t.shift&63)])
	for word > t.limits[k] {
		k++
	}
	return k
}

// Fill sets numbers[i] to the number of events that words[i] stands for, as far as
// there are both.
func (t *Table) Fill(numbers []int32, words []uint64) {
	n := min(len(numbers), len(words))
	numbers, words = numbers[:n], words[:n]
	if !t.complete {
		for i, word := range words {
			numbers[i] = int32(t.Count(word)) //nolint:gosec // at most 2^30, see NewTable
		}
		return
	}
	guide, limits, shift, first := t.guide, t.limits, t.shift&63, t.first
	for i, word := range words {
		k := int(guide[word>>shift])
		for word > limits[k] {
			k++
		}
		numbers[i] = int32(first + k) //nolint:gosec // at most 2^30, see NewTable
	}
}
