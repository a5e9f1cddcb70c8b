package counts

import (
	"math/bits"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// A Scatter is the events of a Poisson process in a block of years. It is safe
// for concurrent use.
type Scatter struct{ total *Table }

// NewScatter returns the events of a process with a rate of events a year, from 0
// to about 200,000: those of a block are at most 1e9.
func NewScatter(rate float64) (Scatter, error) {
	block, err := dist.NewPoisson(float64(rate * streams.Block))
	if err != nil {
		return Scatter{}, err
	}
	total, err := NewTable(block)
	return Scatter{total}, err
}

// Total returns the number of events in the block, of a word.
func (s Scatter) Total(word uint64) int { return s.total.Count(word) }

// last is the last year of a block, all of whose bits are set.
const last = streams.Block - 1

// Years draws the year of each event, from 0 to 4,095, four of a word. To draw a
// part and then the rest gives the same as to draw all at once, if the number of
// events in the part is a multiple of four.
func Years(stream *streams.Stream, years []uint16) {
	var words [256]uint64
	for len(years) > 0 {
		part := years[:min(len(years), 4*len(words))]
		years = years[len(part):]
		some := words[:(len(part)+3)/4]
		stream.Fill(some)
		for ; len(part) >= 4; part, some = part[4:], some[1:] {
			word := some[0]
			part[0] = uint16(word >> 4 & last)
			part[1] = uint16(word >> 20 & last)
			part[2] = uint16(word >> 36 & last)
			part[3] = uint16(word >> 52)
		}
		for i := range part {
			part[i] = uint16(some[0] >> (16*i + 4) & last)
		}
	}
}

// Chance returns what [Thin] compares with to keep an event with probability p,
// which is rounded to a multiple of 2^-63.
func Chance(p float64) uint64 {
	if !(p > 0) {
		return 0
	}
	return uint64(float64(min(p, 1)*0x1p63) + 0.5)
}

// Thin keeps the event in years[i] if its mark, a word of a stream, is below the
// chance of that year, and returns those kept, in their order and in place. There
// are as many marks as events, and each is used by no other event. Events of a
// process with a rate are thinned to those of one whose rate varies from year to
// year and is never above: its chance is its rate divided by that (Lewis and
// Shedler, Simulation of nonhomogeneous Poisson processes by thinning, Naval
// Research Logistics Quarterly 26, 1979).
func Thin(years []uint16, marks []uint64, chances *[streams.Block]uint64) []uint16 {
	n := 0
	for i, mark := range marks[:len(years)] {
		year := years[i] & last
		years[n] = year
		_, below := bits.Sub64(mark>>1, chances[year], 0)
		n += int(below) //nolint:gosec // 0 or 1
	}
	return years[:n]
}
