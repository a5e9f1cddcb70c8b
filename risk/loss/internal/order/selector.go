package order

import (
	"fmt"
	"math"
	"slices"
)

// few is the number of values up to which they are sorted at once, and so are
// those of a bucket.
const few = 1 << 13

// A Selector finds order statistics. It keeps the space that it needs for the
// next time; the zero value is ready.
type Selector struct {
	counts []uint32  // of each bucket; later, where its next value is kept, from 1, and 0 if nowhere
	kept   []float64 // the values of the wanted buckets, one bucket after the other
	runs   []run
	finer  *Selector // for a bucket of many values, with narrower buckets
	last   bool      // there is none finer
	atom   atom
}

// A run is the part of the kept values that has the values of one bucket.
type run struct {
	below      int // how many values are in lower buckets
	start, end int // in kept
}

// Select sets out[i] to number ranks[i], from 1, of values in ascending order.
// The ranks ascend, and out is as long as they are. The values are left alone.
//
// Ranks out of range or order, and NaN, are errors, after which out says
// nothing.
func (s *Selector) Select(out, values []float64, ranks []int) error {
	if err := check(out, values, ranks); err != nil {
		return err
	}
	if common, ok := commonest(values); ok {
		return s.besides(common, out, values, ranks)
	}
	return s.search(out, values, ranks)
}

// search is Select, of any values.
func (s *Selector) search(out, values []float64, ranks []int) error {
	if len(values) <= few {
		if err := checkNumbers(values); err != nil {
			return err
		}
		s.kept = append(s.kept[:0], values...)
		s.runs = append(s.runs[:0], run{0, 0, len(values)})
		s.pick(out, ranks)
		return nil
	}
	s.room(coarse)
	count(s.counts, values)
	if suspect(s.counts) {
		if err := checkNumbers(values); err != nil {
			return err
		}
	}
	s.want(ranks, 0)
	gather(s.kept, s.counts, values)
	s.pick(out, ranks)
	return nil
}

// check returns what is wrong with the arguments of Select.
func check(out, values []float64, ranks []int) error {
	if len(out) != len(ranks) {
		return fmt.Errorf("order: results: got room for %d, want %d, one for each rank", len(out), len(ranks))
	}
	if uint64(len(values)) >= math.MaxUint32 {
		return fmt.Errorf("order: values: got %d, want less than 2^32", len(values))
	}
	last := 1
	for i, rank := range ranks {
		if rank < last || rank > len(values) {
			return fmt.Errorf("order: ranks[%d]: got %d, want %d to %d", i, rank, last, len(values))
		}
		last = rank
	}
	return nil
}

// checkNumbers returns where there is a NaN.
func checkNumbers(values []float64) error {
	if i := slices.IndexFunc(values, math.IsNaN); i >= 0 {
		return fmt.Errorf("order: values[%d]: got NaN, want a number", i)
	}
	return nil
}

// room makes room for the counts of n buckets.
func (s *Selector) room(n int) {
	s.counts = slices.Grow(s.counts[:0], n)[:n]
	clear(s.counts)
}

// want turns the counts into places for the values of the buckets that hold a
// rank. Below is how many values are lower than any that is counted.
func (s *Selector) want(ranks []int, below int) {
	s.runs = s.runs[:0]
	end := 0
	for i, n := range s.counts {
		if n == 0 {
			continue
		}
		s.counts[i] = 0
		above := below + int(n)
		if len(ranks) > 0 && ranks[0] <= above {
			s.counts[i] = uint32(end + 1)
			s.runs = append(s.runs, run{below: below, start: end, end: end + int(n)})
			end += int(n)
		}
		for len(ranks) > 0 && ranks[0] <= above {
			ranks = ranks[1:]
		}
		below = above
	}
	s.kept = slices.Grow(s.kept[:0], end)[:end]
}

// pick finds the results in the runs.
func (s *Selector) pick(out []float64, ranks []int) {
	for _, r := range s.runs {
		values, n := s.kept[r.start:r.end], 0
		for n < len(ranks) && ranks[n] <= r.below+len(values) {
			n++
		}
		s.within(out[:n], values, ranks[:n], r.below)
		out, ranks = out[n:], ranks[n:]
	}
}

// within finds the results in the values of one bucket, which it may put in
// order. Below is how many values are in lower ones.
func (s *Selector) within(out, values []float64, ranks []int, below int) {
	switch {
	case constant(values):
	case s.last || len(values) <= few:
		slices.Sort(values)
	default:
		s.refine(out, values, ranks, below)
		return
	}
	for i, rank := range ranks {
		out[i] = values[rank-below-1]
	}
}

// refine is within for many values: as when all years are much the same.
func (s *Selector) refine(out, values []float64, ranks []int, below int) {
	if s.finer == nil {
		s.finer = &Selector{last: true}
	}
	f, w := s.finer, windowOf(values)
	f.room(fine + 2)
	w.count(f.counts, values)
	f.want(ranks, below)
	w.gather(f.kept, f.counts, values)
	f.pick(out, ranks)
}

// constant tells whether all values are the same.
func constant(values []float64) bool {
	for _, x := range values {
		if math.Float64bits(x) != math.Float64bits(values[0]) {
			return false
		}
	}
	return true
}
