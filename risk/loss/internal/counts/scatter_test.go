package counts_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/counts"
	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// scattered returns the number of events of each year of some blocks. Chances
// are those of thinning, or nil.
func scattered(t *testing.T, rate float64, blocks int, chances *[streams.Block]uint64) [][streams.Block]int {
	t.Helper()
	scatter, err := counts.NewScatter(rate)
	require.NoError(t, err)
	all := make([][streams.Block]int, blocks)
	for b := range all {
		total, place, mark := stream("total", uint64(b)), stream("year", uint64(b)), stream("mark", uint64(b))
		years := make([]uint16, scatter.Total(total.Uint64()))
		counts.Years(&place, years)
		if chances != nil {
			marks := make([]uint64, len(years))
			mark.Fill(marks)
			years = counts.Thin(years, marks, chances)
		}
		for _, year := range years {
			all[b][year]++
		}
	}
	return all
}

// TestScatterIsDirect holds that years are distributed as by drawing each from the
// Poisson distribution: each number as often, years with none too, mean and
// variance, pairs of neighboring years, and years of the same place in successive
// blocks.
func TestScatterIsDirect(t *testing.T) {
	const blocks = 64
	for _, rate := range []float64{0.01, 0.1, 1, 3, 20} {
		n := blocks * streams.Block
		seen, pairs, across := map[int]int{}, map[int]int{}, map[int]int{}
		sum, squares := 0.0, 0.0
		const base = 1 << 8
		all := scattered(t, rate, blocks, nil)
		for b := range all {
			for year, k := range all[b] {
				seen[k]++
				if year%2 == 0 {
					pairs[min(k, 3)*base+min(all[b][year+1], 3)]++
				}
				across[min(k, 3)*base+min(all[(b+1)%blocks][year], 3)]++
				sum += float64(k)
				squares += (float64(k) - rate) * (float64(k) - rate)
			}
		}
		chiSquare(t, seen, n, func(k int) float64 { return poisson(rate, k) })
		up := func(k int) float64 { // 3 is 3 and more
			if k < 3 {
				return poisson(rate, k)
			}
			return 1 - poisson(rate, 0) - poisson(rate, 1) - poisson(rate, 2)
		}
		both := func(k int) float64 {
			if k/base > 3 || k%base > 3 {
				return 0
			}
			return up(k/base) * up(k%base)
		}
		chiSquare(t, across, n, both)
		chiSquare(t, pairs, n/2, both)
		size := float64(n)
		none := poisson(rate, 0)
		require.InDelta(t, none, float64(seen[0])/size, 4*math.Sqrt(none*(1-none)/size), "P(0) at %v", rate)
		require.InDelta(t, rate, sum/size, 4*math.Sqrt(rate/size), "mean at %v", rate)
		require.InDelta(t, rate, squares/size, 4*math.Sqrt((rate+2*rate*rate)/size), "variance at %v", rate)
		require.Less(t, math.Abs(correlation(all, rate, 1)), 4/math.Sqrt(size), "neighbors at %v", rate)
		require.Less(t, math.Abs(correlation(all, rate, 2048)), 4/math.Sqrt(size), "halves at %v", rate)
	}
}

// correlation returns that of years which are so far from each other.
func correlation(all [][streams.Block]int, rate float64, distance int) float64 {
	sum := 0.0
	for b := range all {
		for year, k := range all[b] {
			sum += (float64(k) - rate) * (float64(all[b][(year+distance)%streams.Block]) - rate)
		}
	}
	return sum / rate / float64(len(all)*streams.Block)
}

// TestTotals holds that the events of a block vary as those of a Poisson process
// do: without the variance of the total, years would exclude each other.
func TestTotals(t *testing.T) {
	const blocks, rate = 2000, 0.05
	squares := 0.0
	for _, block := range scattered(t, rate, blocks, nil) {
		total := 0.0
		for _, k := range block {
			total += float64(k)
		}
		squares += (total - rate*streams.Block) * (total - rate*streams.Block)
	}
	require.InEpsilon(t, rate*streams.Block, squares/blocks, 4*math.Sqrt(2.0/blocks))
}

// TestThinned holds that the years of a rate that varies are those of Poisson
// distributions with the rate of each, and independent of each other.
func TestThinned(t *testing.T) {
	const blocks, most = 256, 4.0
	var chances [streams.Block]uint64
	share := func(year int) float64 { return float64(year%5) / 4 } // 0 to 1
	for year := range chances {
		chances[year] = counts.Chance(share(year))
	}
	all := scattered(t, most, blocks, &chances)
	for group := range 5 {
		seen, n := map[int]int{}, 0
		for b := range all {
			for year := group; year < streams.Block; year += 5 {
				seen[all[b][year]]++
				n++
			}
		}
		if group == 0 {
			require.Equal(t, map[int]int{0: n}, seen)
			continue
		}
		chiSquare(t, seen, n, func(k int) float64 { return poisson(most*float64(group)/4, k) })
	}
	sum, n := 0.0, 0.0
	for b := range all {
		for year := 1; year < streams.Block-1; year += 5 { // rates 1 and 2
			sum += (float64(all[b][year]) - 1) * (float64(all[b][year+1]) - 2)
			n++
		}
	}
	require.Less(t, math.Abs(sum/n), 4*math.Sqrt(2/n))
}

// TestThinKeeps holds the ends, and that events keep their order.
func TestThinKeeps(t *testing.T) {
	years, marks := []uint16{5, 3, 4095, 5}, []uint64{0, math.MaxUint64, math.MaxUint64, 1 << 63}
	var chances [streams.Block]uint64
	thinned := func(p float64) []uint16 {
		for year := range chances {
			chances[year] = counts.Chance(p)
		}
		return counts.Thin(append([]uint16(nil), years...), marks, &chances)
	}
	require.Equal(t, years, thinned(1))
	require.Equal(t, years, thinned(7))
	require.Equal(t, []uint16{5}, thinned(0.5))
	require.Equal(t, []uint16{5, 5}, thinned(math.Nextafter(0.5, 1)))
	require.Empty(t, thinned(0))
	require.Empty(t, thinned(-1))
	require.Empty(t, thinned(math.NaN()))
}

// TestYearsInParts holds that years do not depend on how many are drawn at once.
func TestYearsInParts(t *testing.T) {
	whole, parts := stream("parts", 0), stream("parts", 0)
	want, got := make([]uint16, 5003), make([]uint16, 5003)
	counts.Years(&whole, want)
	for _, cut := range [][2]int{{0, 4}, {4, 4}, {4, 1200}, {1200, 4096}, {4096, 5003}} {
		counts.Years(&parts, got[cut[0]:cut[1]])
	}
	require.Equal(t, want, got)
	require.Equal(t, whole, parts)
}

func TestScatterErrors(t *testing.T) {
	for _, rate := range []float64{-1, math.NaN(), math.Inf(1), 1e6} {
		_, err := counts.NewScatter(rate)
		require.ErrorContains(t, err, "dist: poisson: mean: got")
	}
	scatter, err := counts.NewScatter(0)
	require.NoError(t, err)
	require.Zero(t, scatter.Total(math.MaxUint64))
}
