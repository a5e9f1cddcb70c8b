package exactsum_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/loss/internal/exactsum"
)

const header = "exact sum 1\n"

func TestBinary(t *testing.T) {
	for name, numbers := range lists {
		s := sumOf(append(numbers, math.NaN())...)
		var read exactsum.Sum
		require.NoError(t, read.UnmarshalBinary([]byte(bytesOf(t, s))), name)
		require.Equal(t, *s, read, name)
	}
}

// TestBinaryForm is the documented form, by hand: 1 is bit 1,074, the 50th of
// word 16.
func TestBinaryForm(t *testing.T) {
	for _, c := range []struct {
		name string
		sum  *exactsum.Sum
		want string
	}{
		{"nothing", sumOf(), "\x00\x00\x00\x00"},
		{"refused", sumOf(math.NaN(), math.Inf(1)), "\x02\x00\x00\x00"},
		{"one", sumOf(1), "\x00\x00\x10\x01\x80\x80\x80\x80\x80\x80\x80\x02"},
		{"minus one", sumOf(-1), "\x00\x01\x10\x01\x80\x80\x80\x80\x80\x80\x80\x02"},
		{"the least", sumOf(-0x1p-1074), "\x00\x01\x00\x01\x01"},
		{"two words", sumOf(0x1p-1074, 0x1p-1010), "\x00\x00\x00\x02\x01\x01"},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, header+c.want, bytesOf(t, c.sum))
		})
	}
}

func TestBadBytes(t *testing.T) {
	for _, c := range []struct{ name, bytes, want string }{
		{"nothing", "", `exactsum: header: got "", want "exact sum 1\n"`},
		{"another version", "exact sum 2\n\x00\x00\x00\x00", `exactsum: header: got "exact sum 2\n", want "exact sum 1\n"`},
		{"cut", header + "\x00\x00", "exactsum: byte 14: first: got 0, want an integer"},
		{"too long an integer", header + "\x80\x00\x00\x00", "exactsum: byte 12: refused: got 0, want it in as few bytes as can be"},
		{"more", header + "\x00\x00\x00\x00\x00", "exactsum: byte 16: end: got 1, want no more bytes"},
		{"too many refused", header + "\x81\x80\x80\x80\x80\x20\x00\x00\x00", "exactsum: byte 12: refused: got 1099511627777, want 0 to 1099511627776"},
		{"sign", header + "\x00\x02\x00\x00", "exactsum: byte 13: sign: got 2, want 0 to 1"},
		{"minus nothing", header + "\x00\x01\x00\x00", "exactsum: byte 16: words: got 0, want some, or no sign and no place"},
		{"nothing at a place", header + "\x00\x00\x01\x00", "exactsum: byte 16: words: got 0, want some, or no sign and no place"},
		{"beyond the words", header + "\x00\x00\x22\x01\x01", "exactsum: byte 14: first: got 34, want 0 to 33"},
		{"too many words", header + "\x00\x00\x21\x02\x01\x01", "exactsum: byte 15: words: got 2, want 0 to 1"},
		{"begins with zeros", header + "\x00\x00\x00\x02\x00\x01", "exactsum: byte 16: word: got 0, want 1 to 18446744073709551615"},
		{"ends with zeros", header + "\x00\x00\x00\x02\x01\x00", "exactsum: byte 17: word: got 0, want 1 to 18446744073709551615"},
		{"too large", header + "\x00\x00\x21\x01\x80\x80\x80\x80\x80\x80\x80\x02", "exactsum: byte 24: length: got 2163, want at most 2162 bits"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := sumOf(1, 2)
			require.EqualError(t, s.UnmarshalBinary([]byte(c.bytes)), c.want)
			require.Equal(t, *sumOf(1, 2), *s)
		})
	}
}

// FuzzBinary holds that what is read is written as the same bytes, and is a sum
// that its opposite makes 0.
func FuzzBinary(f *testing.F) {
	for _, numbers := range lists {
		f.Add([]byte(bytesOf(f, sumOf(numbers...))))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s, other exactsum.Sum
		if s.UnmarshalBinary(b) != nil {
			require.Zero(t, s)
			return
		}
		require.Equal(t, string(b), bytesOf(t, &s))
		x := s.Float64()
		require.False(t, math.IsNaN(x))
		if math.IsInf(x, 0) {
			return
		}
		other.Add(-x)
		require.NoError(t, other.Merge(&s))
		require.LessOrEqual(t, math.Abs(other.Float64()), max(math.Abs(x)*0x1p-53, 0))
	})
}

// FuzzAdd compares the sum of any numbers, eight bytes each, with that by math/big.
func FuzzAdd(f *testing.F) {
	for _, numbers := range lists {
		var b []byte
		for _, x := range numbers {
			b = binary.LittleEndian.AppendUint64(b, math.Float64bits(x))
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var s exactsum.Sum
		var numbers []float64
		for ; len(b) >= 8; b = b[8:] {
			x := math.Float64frombits(binary.LittleEndian.Uint64(b))
			s.Add(x)
			if !math.IsNaN(x) && !math.IsInf(x, 0) {
				numbers = append(numbers, x)
			}
		}
		requireSame(t, exact(numbers), s.Float64())
	})
}
