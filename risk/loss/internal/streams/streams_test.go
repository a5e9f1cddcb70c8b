package streams_test

import (
	"fmt"
	"math"
	"math/bits"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

var names = []streams.Name{
	{},
	{Seed: 1},
	{Seed: math.MaxUint64},
	{Seed: 1, Scenario: "ransomware", Variable: "count"},
	{Seed: 1, Scenario: "ransomware", Variable: "severity"},
	{Seed: 1, Scenario: "ransomwar", Variable: "eseverity"},
	{Seed: 2, Scenario: "ransomware", Variable: "severity"},
	{Seed: 1, Scenario: "r\x00", Variable: ""},
	{Seed: 1, Scenario: "r", Variable: "\x00"},
	{Seed: 1, Scenario: strings.Repeat("long", 100), Variable: "severity"},
}

// TestBits holds that the draws are the same as ever, on whichever platform. If
// they have to change, so has Algorithm.
func TestBits(t *testing.T) {
	var b strings.Builder
	fmt.Fprintln(&b, streams.Algorithm)
	for _, name := range names {
		for _, block := range []uint64{0, 1, 255, 256, math.MaxUint64} {
			s := name.Key().Block(block)
			fmt.Fprintf(&b, "%d %.12q %q %d:", name.Seed, name.Scenario, name.Variable, block)
			for range 3 {
				fmt.Fprintf(&b, " %016x", s.Uint64())
			}
			fmt.Fprintln(&b)
		}
	}
	golden.Equal(t, "bits.txt", b.String())
}

func TestNamesDiffer(t *testing.T) {
	seen := map[streams.Stream]string{}
	for _, name := range names {
		for block := range uint64(1000) {
			s := name.Key().Block(block)
			require.Empty(t, seen[s])
			seen[s] = fmt.Sprint(name, block)
		}
	}
}

func TestFillInParts(t *testing.T) {
	whole, parts := names[3].Key().Block(0), names[3].Key().Block(0)
	want, got := make([]uint64, 1000), make([]uint64, 1000)
	whole.Fill(want)
	parts.Fill(got[:1])
	parts.Fill(got[1:1])
	parts.Fill(got[1:700])
	for i := 700; i < 1000; i++ {
		got[i] = parts.Uint64()
	}
	require.Equal(t, want, got)
	require.Equal(t, whole, parts)
}

func TestUnit(t *testing.T) {
	for word, want := range map[uint64]float64{
		0:              0x1p-53,
		math.MaxUint64: 1 - 0x1p-53,
		1 << 63:        0.5 + 0x1p-53,
		1<<63 - 1:      0.5 - 0x1p-53,
		1<<12 - 1:      0x1p-53,
		1 << 12:        0x3p-53,
	} {
		require.Equal(t, math.Float64bits(want), math.Float64bits(streams.Unit(word)), "%x", word)
		require.Equal(t, math.Float64bits(1-want), math.Float64bits(streams.Unit(^word)), "%x", word)
	}
}

// TestEachBit holds that each bit is set half of the time, and equals each bit
// of the word before half of the time.
func TestEachBit(t *testing.T) {
	const n = 1 << 14
	s := names[3].Key().Block(0)
	var set [64]int
	var same [64][64]int
	before := s.Uint64()
	for range n {
		word := s.Uint64()
		for i := range 64 {
			set[i] += int(word >> i & 1)
		}
		for shift := range 64 {
			equal := ^(word ^ bits.RotateLeft64(before, shift))
			for i := range 64 {
				same[shift][i] += int(equal >> i & 1)
			}
		}
		before = word
	}
	for i, k := range set {
		require.Less(t, off(k, n), 4.5, "bit %d", i)
		for shift := range 64 {
			require.Less(t, off(same[shift][i], n), 5.5, "bit %d after a shift by %d", i, shift)
		}
	}
}

// off returns by how many standard deviations k differs from n/2, if it is
// binomial.
func off(k, n int) float64 {
	return math.Abs(float64(2*k-n)) / math.Sqrt(float64(n))
}

// TestUniform holds that pairs of successive words fill the square evenly, those
// of one stream, of two successive blocks, of two variables, of two scenarios and
// of two seeds: chi-square of 64 × 64 cells, 4,095 degrees of freedom.
func TestUniform(t *testing.T) {
	pair := func(a, b streams.Name, block uint64) func() (x, y uint64) {
		one, two := a.Key().Block(0), b.Key().Block(block)
		return func() (x, y uint64) { return one.Uint64(), two.Uint64() }
	}
	itself := names[4].Key().Block(3)
	for _, c := range []struct {
		name string
		next func() (x, y uint64)
	}{
		{"one stream", func() (x, y uint64) { return itself.Uint64(), itself.Uint64() }},
		{"blocks", pair(names[4], names[4], 1)},
		{"blocks, far", pair(names[4], names[4], 1<<40)},
		{"variables", pair(names[3], names[4], 0)},
		{"scenarios", pair(names[4], names[5], 0)},
		{"seeds", pair(names[4], names[6], 0)},
	} {
		t.Run(c.name, func(t *testing.T) {
			const n, cells = 1 << 18, 64 * 64
			var top, low [cells]int
			for range n {
				x, y := c.next()
				top[x>>58<<6|y>>58]++
				low[x&63<<6|y&63]++
			}
			for _, counts := range [][cells]int{top, low} {
				sum := 0.0
				for _, k := range counts {
					sum += (float64(k) - n/cells) * (float64(k) - n/cells) / (n / cells)
				}
				require.InDelta(t, cells-1, sum, 4.5*math.Sqrt(2*(cells-1)))
			}
		})
	}
}

// TestBlocksAreIndependent holds that the first words of successive blocks are
// as random as the words of one stream: the mean and the correlation with the
// next, and with the same of the next seed.
func TestBlocksAreIndependent(t *testing.T) {
	const n = 1 << 15
	key, other := names[4].Key(), names[6].Key()
	sum, successive, across, last := 0.0, 0.0, 0.0, 0.0
	for block := range uint64(n) {
		one, two := key.Block(block), other.Block(block)
		u, v := streams.Unit(one.Uint64())-0.5, streams.Unit(two.Uint64())-0.5
		sum += u
		successive += u * last
		across += u * v
		last = u
	}
	require.Less(t, math.Abs(sum)/math.Sqrt(n/12.0), 4.0)
	require.Less(t, math.Abs(successive)/math.Sqrt(n/144.0), 4.0)
	require.Less(t, math.Abs(across)/math.Sqrt(n/144.0), 4.0)
}

func TestNoAllocations(t *testing.T) {
	key := names[4].Key()
	words := make([]uint64, 1000)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		s := key.Block(7)
		s.Fill(words)
		words[0] ^= s.Uint64()
	}))
}
