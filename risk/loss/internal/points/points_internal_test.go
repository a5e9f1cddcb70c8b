package points

import (
	"math"
	"math/bits"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/streams"
)

// TestDirections follows the definition, for each row of the data: the first s
// numbers are given, the others m(k) = 2 a(1) m(k-1) ⊕ … ⊕ 2^(s-1) a(s-1) m(k-s+1)
// ⊕ 2^s m(k-s) ⊕ m(k-s), and the direction number is m(k) / 2^k.
func TestDirections(t *testing.T) {
	data, err := os.ReadFile("data/joekuo.tsv")
	require.NoError(t, err)
	lines := strings.Split(strings.TrimSpace(string(data)), "\n")
	require.Len(t, lines, Dimensions)
	for i, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		s, a := number(t, cells[1]), number(t, cells[2])
		m := []uint64{0} // from 1
		for text := range strings.FieldsSeq(cells[3]) {
			m = append(m, number(t, text))
		}
		for k := s + 1; k <= 64; k++ {
			sum := m[k-s]<<s ^ m[k-s]
			for j := uint64(1); j < s; j++ {
				sum ^= a >> (s - 1 - j) & 1 * m[k-j] << j
			}
			m = append(m, sum)
		}
		got := initial[i+1].directions()
		for k := 1; k <= 64; k++ {
			require.Equal(t, m[k]<<(64-k), got[k-1], "dimension %d", i+1)
		}
	}
}

func number(t *testing.T, text string) uint64 {
	t.Helper()
	n, err := strconv.ParseUint(text, 10, 64)
	require.NoError(t, err)
	return n
}

// TestTriangular holds that the direction number k has its last bit in place k:
// then each interval of length 2^-m has one of 2^m points.
func TestTriangular(t *testing.T) {
	for d, o := range initial {
		for k, v := range o.directions() {
			require.Equal(t, 63-k, bits.TrailingZeros64(v), "dimension %d", d)
		}
	}
}

// TestPropertyA holds that of the first 2^d points in d dimensions one is in each
// of the 2^d parts into which halving every axis divides the cube (Sobol 1976),
// which Joe and Kuo made sure of.
func TestPropertyA(t *testing.T) {
	for d := 1; d <= 64; d++ {
		var first []uint64
		for _, o := range initial[:d] {
			row := uint64(0)
			for k, v := range o.directions() {
				row |= v >> 63 << k
			}
			first = append(first, row&(math.MaxUint64>>(64-d)))
		}
		require.Equal(t, d, rank(first), "%d dimensions", d)
	}
}

// rank returns how many rows of bits are linearly independent. It changes them.
func rank(rows []uint64) int {
	found := 0
	for i := range rows {
		if rows[i] == 0 {
			continue
		}
		found++
		pivot := rows[i] & -rows[i]
		for j := i + 1; j < len(rows); j++ {
			if rows[j]&pivot != 0 {
				rows[j] ^= rows[i]
			}
		}
	}
	return found
}

// quality returns the least t for which the first 2^m points of two dimensions
// are a (t, m, 2)-net: have as many in each rectangle of volume 2^(t-m) whose sides
// are halved and halved again.
func quality(a, b [64]uint64, m int) int {
	row := func(v [64]uint64, digit int) uint64 {
		r := uint64(0)
		for k := range m {
			r |= v[k] >> (63 - digit) & 1 << k
		}
		return r
	}
	for t := range m {
		net := true
		for i := 0; i <= m-t && net; i++ {
			var rows []uint64
			for digit := range i {
				rows = append(rows, row(a, digit))
			}
			for digit := range m - t - i {
				rows = append(rows, row(b, digit))
			}
			net = rank(rows) == m-t
		}
		if net {
			return t
		}
	}
	return m
}

// TestPairs holds how evenly rectangles are filled by the first 1,024 points of
// two dimensions, of the first ten. A wrong initial number would make it worse.
func TestPairs(t *testing.T) {
	var got []string
	for d := range 10 {
		line := ""
		for e := range d {
			line += strconv.Itoa(quality(initial[d].directions(), initial[e].directions(), 10))
		}
		got = append(got, line)
	}
	require.Equal(t, []string{
		"", "0", "11", "211", "2123", "22231", "122112", "0322111", "42222312", "112312223",
	}, got)
}

// TestNeighbors counts how evenly the first 1,024 points of neighboring dimensions
// fill rectangles: t = 10 would be as bad as can be.
func TestNeighbors(t *testing.T) {
	counts := make([]int, 11)
	for d := range Dimensions - 1 {
		counts[quality(initial[d].directions(), initial[d+1].directions(), 10)]++
	}
	require.Equal(t, []int{1, 39, 84, 65, 33, 27, 6, 0, 0, 0, 0}, counts)
}

// TestScrambleKeepsNets holds that a scramble does not change how evenly
// rectangles are filled, as a lower triangular matrix does not change which rows
// are independent.
func TestScrambleKeepsNets(t *testing.T) {
	for d := range 6 {
		for e := range d {
			require.Equal(t,
				quality(initial[d].directions(), initial[e].directions(), 8),
				quality(scrambled(t, d), scrambled(t, e), 8))
		}
	}
}

// scrambled returns the direction numbers of a scrambled dimension.
func scrambled(t *testing.T, d int) [64]uint64 {
	t.Helper()
	s, err := NewSobol(d, streams.Name{Seed: uint64(d)}.Key(), 3)
	require.NoError(t, err)
	var v [64]uint64
	for k := range v {
		v[k] = s.at(1<<k) ^ s.shift
	}
	return v
}
