package points_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/points"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

func key(variable string) streams.Key {
	return streams.Name{Seed: 1, Scenario: "points", Variable: variable}.Key()
}

func sobol(t testing.TB, dimension int, replicate uint64) *points.Sobol {
	t.Helper()
	s, err := points.NewSobol(dimension, key(fmt.Sprint(dimension)), replicate)
	require.NoError(t, err)
	return s
}

// TestBits holds that the words are the same as ever, on whichever platform.
func TestBits(t *testing.T) {
	var b strings.Builder
	var words [streams.Block]uint64
	for _, block := range []uint64{0, 1, math.MaxUint64} {
		points.Latin(&words, key("latin"), block)
		fmt.Fprintf(&b, "latin %d: %016x, sum %016x\n", block, words[:3], sum(words[:]))
	}
	for _, d := range []int{0, 1, 2, 3, 17, 100, points.Dimensions - 1} {
		for _, replicate := range []uint64{0, 15} {
			sobol(t, d, replicate).Fill(words[:], 1<<40-5)
			fmt.Fprintf(&b, "sobol %d %d: %016x, sum %016x\n", d, replicate, words[:3], sum(words[:]))
		}
	}
	golden.Equal(t, "bits.txt", b.String())
}

func sum(words []uint64) uint64 {
	s := uint64(0)
	for i, w := range words {
		s += w * uint64(2*i+1)
	}
	return s
}

// TestIntervals holds that there is one word in each of as many equal intervals
// as there are words.
func TestIntervals(t *testing.T) {
	var words [streams.Block]uint64
	for block := range uint64(5) {
		points.Latin(&words, key("latin"), block)
		requireOneEach(t, words[:], "Latin, block %d", block)
	}
	for d := range points.Dimensions {
		s := sobol(t, d, 1)
		for _, m := range []int{0, 1, 3, 7, 12} {
			for _, from := range []uint64{0, 5, 1 << 30} {
				s.Fill(words[:1<<m], from<<m)
				requireOneEach(t, words[:1<<m], "dimension %d, 2^%d points", d, m)
			}
		}
	}
}

func requireOneEach(t *testing.T, words []uint64, message ...any) {
	t.Helper()
	seen := make([]bool, len(words))
	for _, w := range words {
		i := int(float64(w>>11) * 0x1p-53 * float64(len(words)))
		require.False(t, seen[i], message...)
		seen[i] = true
	}
}

// TestLatinIsRandom holds that words and pairs of words of a block are uniform,
// given that intervals differ: chi-square of where the first, a middle and the
// last are, by the upper six bits, and of the lower bits.
func TestLatinIsRandom(t *testing.T) {
	const n, cells = 1 << 16, 64
	var words [streams.Block]uint64
	places := []int{0, 1, 2047, 2048, 4095}
	var top, low [5][cells]int
	var pairs [4][cells]int
	for block := range uint64(n) / 16 {
		points.Latin(&words, key("random"), block)
		for i, place := range places {
			top[i][words[place]>>58]++
			low[i][words[place]&63]++
			if i > 0 {
				pairs[i-1][words[places[i-1]]>>61<<3|words[place]>>61]++
			}
		}
	}
	for _, counts := range append(append(top[:], low[:]...), pairs[:]...) {
		requireUniform(t, counts[:])
	}
}

func requireUniform(t *testing.T, counts []int) {
	t.Helper()
	n := 0
	for _, k := range counts {
		n += k
	}
	want, sum := float64(n)/float64(len(counts)), 0.0
	for _, k := range counts {
		sum += (float64(k) - want) * (float64(k) - want) / want
	}
	free := float64(len(counts) - 1)
	require.InDelta(t, free, sum, 4.5*math.Sqrt(2*free))
}

// TestReplicatesAreUniform holds that a point is uniform over replicates, and that
// two points are independent after the digit in which they first differ, as in a
// nested uniform scramble.
func TestReplicatesAreUniform(t *testing.T) {
	const n, cells = 1 << 12, 64
	var top, low, both [cells]int
	for replicate := range uint64(n) {
		var words [16]uint64
		s := sobol(t, 5, replicate)
		s.Fill(words[:], 0)
		top[words[9]>>58]++
		low[words[9]&63]++
		require.Equal(t, uint64(1), (words[0]^words[1])>>63, "0 and 1 differ in the first digit")
		both[words[0]>>60&7<<3|words[1]>>60&7]++
	}
	requireUniform(t, top[:])
	requireUniform(t, low[:])
	requireUniform(t, both[:])
}

// TestFillInParts holds that points are those of their index, however many are
// asked for at once, also where indexes end.
func TestFillInParts(t *testing.T) {
	for _, d := range []int{0, 1, 30, 255} {
		s := sobol(t, d, 2)
		want, got := make([]uint64, 1000), make([]uint64, 1000)
		for _, from := range []uint64{0, 1, 4096*77 + 13, math.MaxUint64 - 500} {
			s.Fill(want, from)
			s.Fill(got[:1], from)
			s.Fill(got[1:1], from+1)
			s.Fill(got[1:700], from+1)
			for i := uint64(700); i < 1000; i++ {
				s.Fill(got[i:i+1], from+i)
			}
			require.Equal(t, want, got)
		}
	}
}

func TestNamesDiffer(t *testing.T) {
	seen := map[uint64]bool{}
	for d := range points.Dimensions {
		for replicate := range uint64(points.Replicates) {
			var word [1]uint64
			sobol(t, d, replicate).Fill(word[:], 0)
			require.False(t, seen[word[0]])
			seen[word[0]] = true
		}
	}
}

func TestErrors(t *testing.T) {
	for _, d := range []int{-1, 256, math.MaxInt} {
		_, err := points.NewSobol(d, key(""), 0)
		require.EqualError(t, err, fmt.Sprintf("points: dimension: got %d, want 0 to 255", d))
	}
}

// product is a smooth function of three variables of mean 1, whose variance is
// that of pairs as well as of each alone.
func product(words ...uint64) float64 {
	p := 1.0
	for i, w := range words {
		p *= 1 + (streams.Unit(w)-0.5)/float64(i+1)
	}
	return p
}

// spread returns the variance of the mean of the product over 2^m points, from
// many replicates.
func spread(t *testing.T, m int, draw func(words []uint64, variable int, replicate uint64)) float64 {
	t.Helper()
	const replicates = 64
	sum, words := 0.0, [3][]uint64{}
	for replicate := range uint64(replicates) {
		for v := range words {
			words[v] = make([]uint64, 1<<m)
			draw(words[v], v, replicate)
		}
		mean := 0.0
		for i := range 1 << m {
			mean += product(words[0][i], words[1][i], words[2][i]) / float64(int(1)<<m)
		}
		sum += (mean - 1) * (mean - 1)
	}
	return sum / replicates
}

// TestVariance holds that the variance of a mean of a smooth function falls as
// N^-1 for independent words, and about as N^-3 for a Sobol sequence, and that a
// Latin hypercube has that of the pairs alone.
func TestVariance(t *testing.T) {
	plain := func(words []uint64, variable int, replicate uint64) {
		s := key(fmt.Sprint("plain", variable)).Block(replicate)
		s.Fill(words)
	}
	scrambled := func(words []uint64, variable int, replicate uint64) {
		sobol(t, variable, replicate).Fill(words, 0)
	}
	latin := func(words []uint64, variable int, replicate uint64) {
		points.Latin((*[streams.Block]uint64)(words), key(fmt.Sprint("latin", variable)), replicate)
	}
	rate := func(draw func([]uint64, int, uint64)) float64 {
		return math.Log2(spread(t, 6, draw)/spread(t, 12, draw)) / 6
	}
	require.InDelta(t, 1, rate(plain), 0.25)
	require.InDelta(t, 3, rate(scrambled), 0.45)
	independent := spread(t, 12, plain)
	require.Greater(t, independent/spread(t, 12, scrambled), 20_000.0)
	// ∏(1+v) - 1 - ∑v against ∏(1+v) - 1, for variances v of 1/12, 1/48, 1/108
	require.InEpsilon(t, 41, independent/spread(t, 12, latin), 0.6)
}

func TestNoAllocations(t *testing.T) {
	var words [streams.Block]uint64
	s := sobol(t, 3, 0)
	k := key("")
	require.Zero(t, testing.AllocsPerRun(10, func() {
		points.Latin(&words, k, words[0])
		s.Fill(words[:], words[0])
	}))
}
