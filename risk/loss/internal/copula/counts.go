package copula

import (
	"math"
	"math/bits"
	"slices"

	"github.com/ismskit/ismskit/risk/loss/internal/counts"
)

// mostLimits bounds the limits of a table, at half a megabyte.
const mostLimits = 1 << 16

// Counts turns scores into numbers of events. [Copula.Counts] makes it. It is safe
// for concurrent use.
//
// The number of a score is that which the words of a counts.Table have for the
// probability of less than the score, without computing the probability: the
// scores at which one number ends and the next begins are known. A greater score
// never stands for fewer events.
type Counts struct {
	first  int32
	limits []float64 // from which score on there are more events; NaN after the last
	guide  []uint16  // for equal cells from low on: how many limits lie in cells before
	low    float64
	scale  float64 // cells for each unit of score

	copula *Copula
	table  *counts.Table // for more numbers than there can be limits; else nil
}

// Counts returns the table of numbers of events for scores of the copula. Where
// words stand for more than 65,536 different numbers a score is looked up by its
// word, which takes some 50 ns.
func (c *Copula) Counts(table *counts.Table) *Counts {
	first, last := table.Count(0), table.Count(math.MaxUint64)
	t := &Counts{first: int32(first)} //nolint:gosec // at most 2^30, see counts.NewTable
	if last-first >= mostLimits {
		t.copula, t.table = c, table
		return t
	}
	t.limits = make([]float64, 0, last-first+1)
	word := uint64(0)
	for k := first; k < last; k++ {
		word = next(table, k, word)
		t.limits = append(t.limits, c.score(float64(float64(word)*0x1p-64), float64(float64(-word)*0x1p-64)))
	}
	t.limits = append(t.limits, math.NaN()) // which no score reaches
	t.index(c)
	return t
}

// next returns the first word, from one on, that stands for more than k events.
func next(table *counts.Table, k int, low uint64) uint64 {
	if table.Count(low) > k {
		return low
	}
	high := uint64(math.MaxUint64)
	for high-low > 1 {
		if middle := low + (high-low)/2; table.Count(middle) > k {
			high = middle
		} else {
			low = middle
		}
	}
	return high
}

// index makes the guide, of about 16 cells for each limit between the scores of
// 1/1024 and 1023/1024; the first and the last have all beyond, too.
func (t *Counts) index(c *Copula) {
	cells := 1 << min(max(bits.Len(uint(16*len(t.limits))), 10), 16)
	t.low = c.score(0x1p-10, 1-0x1p-10)
	t.scale = float64(cells) / float64(-2*t.low)
	t.guide = make([]uint16, cells+1)
	k := 0
	for i := range t.guide {
		for k < len(t.limits)-1 && t.cell(t.limits[k], cells) < i {
			k++
		}
		t.guide[i] = uint16(k)
	}
}

// cell returns the cell of a score, of which NaN has the first.
func (t *Counts) cell(score float64, cells int) int {
	x := float64((score - t.low) * t.scale)
	if !(x > 0) {
		return 0
	}
	return int(min(x, float64(cells-1)))
}

// Fill sets numbers[i] to the number of events that scores[i] stands for, as far
// as there are both.
func (t *Counts) Fill(numbers []int32, scores []float64) {
	n := min(len(numbers), len(scores))
	numbers, scores = numbers[:n], scores[:n]
	if t.table != nil {
		for i, score := range scores {
			numbers[i] = int32(t.table.Count(t.copula.word(score))) //nolint:gosec // at most 2^30, see counts.NewTable
		}
		return
	}
	guide, limits, last := t.guide, t.limits, len(t.guide)-2
	for i, score := range scores {
		cell := t.cell(score, last+1)
		k := int(guide[cell])
		if cell == 0 || cell == last {
			k = t.search(score, k, int(guide[cell+1]))
		}
		for score >= limits[k] {
			k++
		}
		numbers[i] = t.first + int32(k) //nolint:gosec // below 2^16
	}
}

// search returns how many of the limits from one to before another, which is those
// of a cell that has many, are at most the score.
func (t *Counts) search(score float64, from, to int) int {
	i, found := slices.BinarySearch(t.limits[from:to], score)
	if found {
		i++
	}
	return from + i
}
