package exactsum_test

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/loss/internal/exactsum"
)

// lists are numbers whose sum is known to be difficult.
var lists = map[string][]float64{
	"none":                nil,
	"zeros":               {0, math.Copysign(0, -1)},
	"one":                 {math.Pi},
	"negative":            {-1, -2},
	"cancels":             {1e300, 1, -1e300},
	"cancels to nothing":  {1e300, 1, -1e300, -1},
	"below 0 and back":    {1, -3, 5},
	"least":               {math.SmallestNonzeroFloat64},
	"subnormal":           {0x1p-1060, 0x1p-1074, -0x1p-1030},
	"becomes normal":      {0x1.ffffffffffffp-1023, 0x1p-1074, 0x1p-1050},
	"largest":             {math.MaxFloat64},
	"overflows":           {math.MaxFloat64, math.MaxFloat64},
	"overflows and back":  {math.MaxFloat64, math.MaxFloat64, -math.MaxFloat64},
	"overflows below":     {-math.MaxFloat64, -math.MaxFloat64},
	"rounds to infinity":  {math.MaxFloat64, 0x1p970},
	"rounds to the last":  {math.MaxFloat64, 0x1.fffffffffffffp969},
	"tie to even, down":   {1, 0x1p-53},
	"tie to even, up":     {1 + 0x1p-52, 0x1p-53},
	"above a tie":         {1, 0x1p-53, 0x1p-1074},
	"below a tie":         {1, 0x1p-53, -0x1p-1074},
	"carries to a binade": {0x1.fffffffffffffp0, 0x1p-53},
	"tie below 0":         {-1, -0x1p-53, -0x1p-1000},
	"across words":        {0x1p-1010, 0x1p-1011, 0x1.8p-1012, 0x1p54},
	"textbook":            {1, 1e100, 1, -1e100},
}

func sumOf(numbers ...float64) *exactsum.Sum {
	var s exactsum.Sum
	for _, x := range numbers {
		s.Add(x)
	}
	return &s
}

// exact is the sum by math/big.
func exact(numbers []float64) float64 {
	sum := new(big.Float).SetPrec(2300)
	for _, x := range numbers {
		sum.Add(sum, new(big.Float).SetFloat64(x))
	}
	f, _ := sum.Float64()
	return f
}

func bytesOf(t testing.TB, s *exactsum.Sum) string {
	t.Helper()
	b, err := s.MarshalBinary()
	require.NoError(t, err)
	return string(b)
}

// requireSame compares bits, but for those of -0, which a sum is never.
func requireSame(t *testing.T, want, got float64, message ...any) {
	t.Helper()
	require.Equal(t, math.Float64bits(want+0), math.Float64bits(got), message...)
}

func TestExact(t *testing.T) {
	for name, numbers := range lists {
		requireSame(t, exact(numbers), sumOf(numbers...).Float64(), name)
		opposite := make([]float64, len(numbers))
		for i, x := range numbers {
			opposite[i] = -x
		}
		requireSame(t, exact(opposite), sumOf(opposite...).Float64(), "opposite of %s", name)
	}
}

// TestRandom compares with math/big, for numbers of all sizes, and of sizes close
// to each other, so that sums are rounded at every place.
func TestRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		numbers := make([]float64, 1+r.IntN(30))
		low, span := r.IntN(2100)-1074, 1+r.IntN(300)
		for i := range numbers {
			numbers[i] = math.Ldexp(r.Float64()-0.5, low+r.IntN(span))
			if i > 0 && r.IntN(4) == 0 {
				numbers[i] = -numbers[i-1]
			}
			if math.IsInf(numbers[i], 0) {
				numbers[i] = 1
			}
		}
		requireSame(t, exact(numbers), sumOf(numbers...).Float64(), "%v", numbers)
	}
}

// TestOrder holds that neither the order of numbers nor the parts they are added
// in change a byte.
func TestOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		numbers := make([]float64, 50)
		for i := range numbers {
			numbers[i] = math.Ldexp(r.Float64()-0.5, r.IntN(2000)-1000)
		}
		numbers[7] = math.NaN()
		want := bytesOf(t, sumOf(numbers...))
		r.Shuffle(len(numbers), func(i, j int) { numbers[i], numbers[j] = numbers[j], numbers[i] })
		var all exactsum.Sum
		for len(numbers) > 0 {
			n := 1 + r.IntN(len(numbers))
			part := sumOf(numbers[:n]...)
			if r.IntN(2) == 0 {
				require.NoError(t, part.Merge(&all))
				all = *part
			} else {
				require.NoError(t, all.Merge(part))
			}
			numbers = numbers[n:]
		}
		require.Equal(t, want, bytesOf(t, &all))
	}
}

func TestRefused(t *testing.T) {
	s := sumOf(1, math.NaN(), math.Inf(1), 2, math.Inf(-1))
	requireSame(t, 3, s.Float64())
	require.Equal(t, uint64(3), s.Refused())
	require.NoError(t, s.Merge(sumOf(4, math.NaN())))
	requireSame(t, 7, s.Float64())
	require.Equal(t, uint64(4), s.Refused())
}

// TestMergeTooLarge doubles a sum until it is beyond all that can be added.
func TestMergeTooLarge(t *testing.T) {
	for _, x := range []float64{math.MaxFloat64, -math.MaxFloat64} {
		s := sumOf(x)
		for range 64 {
			require.NoError(t, s.Merge(s))
		}
		before := bytesOf(t, s)
		require.EqualError(t, s.Merge(s), "exactsum: merge: got a sum beyond 2^1088, want less")
		require.Equal(t, before, bytesOf(t, s))
		require.NoError(t, new(exactsum.Sum).UnmarshalBinary([]byte(before)))
	}
}

// TestBits holds that sums, and their bytes, are the same as ever.
func TestBits(t *testing.T) {
	var b strings.Builder
	for _, name := range []string{"none", "negative", "textbook", "above a tie", "subnormal", "overflows and back"} {
		s := sumOf(lists[name]...)
		fmt.Fprintf(&b, "%s: %016x %x\n", name, math.Float64bits(s.Float64()), bytesOf(t, s))
	}
	golden.Equal(t, "bits.txt", b.String())
}

func TestNoAllocations(t *testing.T) {
	s, other := sumOf(1), sumOf(2)
	require.Zero(t, testing.AllocsPerRun(10, func() {
		s.Add(0.1)
		_ = s.Merge(other)
		s.Add(s.Float64())
	}))
}
