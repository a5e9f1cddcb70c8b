package copula

import (
	"fmt"
	"math"
	"slices"
)

// Ranks puts results in the order of scores, so that results which were drawn
// independently depend on each other as the scores do, and have the distribution
// they had (Iman, Conover, A distribution-free approach to inducing rank
// correlation among input variables, Communications in Statistics 11, 1982). It is
// a workspace: the zero value is ready, and is not for concurrent use.
//
// It works on a block of trials at a time, and the ranks of a block of 4,096 know
// no probabilities below 1/4,096: that two variables have their worst such results
// in one trial is as probable as the copula says up to about there, and beyond no
// more probable than that both have one of them.
type Ranks struct {
	keys, swap []uint64
	losses     []uint64
	from       []uint16
	sorted     []float64
}

// mostTrials is how many have a place in a block.
const mostTrials = 1 << 16

// Reorder puts the losses in the order of the scores. Where scores are equal, the
// earlier trial has the lesser loss. It is an error if there are not as many
// scores as losses, or more than 65,536.
func (r *Ranks) Reorder(losses, scores []float64) error {
	r.from = slices.Grow(r.from[:0], len(losses))[:len(losses)]
	if err := r.Order(r.from, losses, scores); err != nil {
		return err
	}
	r.sorted = append(r.sorted[:0], losses...)
	for i, j := range r.from {
		losses[i] = r.sorted[j]
	}
	return nil
}

// Order sets from[i] to the trial whose results go to trial i, for all that a trial
// results in to go along: its number of events, its largest loss. It is an error
// as of [Ranks.Reorder].
func (r *Ranks) Order(from []uint16, losses, scores []float64) error {
	n := len(losses)
	switch {
	case n > mostTrials:
		return fmt.Errorf("copula: losses: got %d, want at most %d", n, mostTrials)
	case len(scores) != n:
		return fmt.Errorf("copula: scores: got %d, want %d, as losses", len(scores), n)
	case len(from) != n:
		return fmt.Errorf("copula: order: got %d, want %d, as losses", len(from), n)
	}
	r.sort(losses)
	r.losses = append(r.losses[:0], r.keys...)
	r.sort(scores)
	for rank, key := range r.keys {
		from[key&index] = uint16(r.losses[rank] & index)
	}
	return nil
}

const (
	index  = mostTrials - 1 // the bits of a key that are the trial
	digit  = 11             // bits of a key that a pass sorts by
	passes = 3              // from the highest bit on
)

// sort sets keys to the trials of the values in ascending order, in their lower 16
// bits. It sorts by the upper 33 bits of values, by their digits from the lowest
// on, and what differs further down by insertion: that is little, unless values
// are close to each other as no results are.
func (r *Ranks) sort(values []float64) {
	n := len(values)
	r.keys = slices.Grow(r.keys[:0], n)[:n]
	r.swap = slices.Grow(r.swap[:0], n)[:n]
	var counts [passes][1 << digit]uint32
	for i, x := range values {
		key := ordered(x)
		r.keys[i] = key&^index | uint64(i)
		for pass := range counts {
			counts[pass][key>>(64-digit*(passes-pass))&(1<<digit-1)]++
		}
	}
	for pass := range counts {
		scatter(r.swap, r.keys, &counts[pass], 64-digit*(passes-pass))
		r.keys, r.swap = r.swap, r.keys
	}
	r.insert(values)
}

// scatter sorts keys by one digit, the bits from shift on, into to.
func scatter(to, keys []uint64, counts *[1 << digit]uint32, shift int) {
	place := uint32(0)
	for i, n := range counts {
		counts[i] = place
		place += n
	}
	for _, key := range keys {
		d := key >> (shift & 63) & (1<<digit - 1)
		to[counts[d]] = key
		counts[d]++
	}
}

// insert sorts keys that are nearly sorted; if they turn out not to be, it leaves
// that to the library.
func (r *Ranks) insert(values []float64) {
	keys, moves := r.keys, 0
	for i := 1; i < len(keys); i++ {
		key := keys[i]
		if keys[i-1]>>(64-digit*passes) != key>>(64-digit*passes) {
			continue
		}
		own := ordered(values[key&index])
		j := i
		for ; j > 0 && ordered(values[keys[j-1]&index]) > own; j-- {
			keys[j] = keys[j-1]
		}
		keys[j] = key
		if moves += i - j; moves > 8*len(keys) {
			slices.SortStableFunc(keys, func(a, b uint64) int {
				return compare(ordered(values[a&index]), a&index, ordered(values[b&index]), b&index)
			})
			return
		}
	}
}

// compare compares two values, and their trials if they are equal.
func compare(x, i, y, j uint64) int {
	switch {
	case x < y || x == y && i < j:
		return -1
	case x == y && i == j:
		return 0
	}
	return 1
}

// ordered returns the bits of x so that they are in the order of values.
func ordered(x float64) uint64 {
	b := math.Float64bits(x)
	return b ^ (uint64(int64(b)>>63) | 1<<63) //nolint:gosec // the sign is meant
}
