package fft_test

import (
	"math"
	"math/cmplx"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/fft"
)

// naive is the definition.
func naive(x []float64) []complex128 {
	n := len(x)
	all := make([]complex128, n/2+1)
	for k := range all {
		for j, x := range x {
			all[k] += complex(x, 0) * cmplx.Rect(1, -2*math.Pi*float64(j*k%n)/float64(n))
		}
	}
	return all
}

func random(n int) []float64 {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	x := make([]float64, n)
	for i := range x {
		x[i] = r.NormFloat64()
	}
	return x
}

// distance returns the root mean square of the differences.
func distance[T float64 | complex128](got, want []T) float64 {
	sum := 0.0
	for i := range got {
		d := cmplx.Abs(complex128From(got[i]) - complex128From(want[i]))
		sum += d * d
	}
	return math.Sqrt(sum / float64(len(got)))
}

func complex128From[T float64 | complex128](z T) complex128 {
	if z, ok := any(z).(complex128); ok {
		return z
	}
	return complex(any(z).(float64), 0)
}

func forward(t *testing.T, x []float64) []complex128 {
	t.Helper()
	plan, err := fft.NewPlan(len(x))
	require.NoError(t, err)
	spectrum, work := plan.Buffers()
	require.NoError(t, plan.Forward(spectrum, x, work))
	return spectrum
}

func inverse(t *testing.T, spectrum []complex128) []float64 {
	t.Helper()
	plan, err := fft.NewPlan(2 * (len(spectrum) - 1))
	require.NoError(t, err)
	_, work := plan.Buffers()
	x := make([]float64, 2*(len(spectrum)-1))
	require.NoError(t, plan.Inverse(x, append([]complex128(nil), spectrum...), work))
	return x
}

func TestForwardIsTheDefinition(t *testing.T) {
	for n := 2; n <= 1024; n *= 2 {
		x := random(n)
		require.Less(t, distance(forward(t, x), naive(x)), 1e-13*math.Sqrt(float64(n)), "n = %d", n)
	}
}

func TestInverseIsTheInverse(t *testing.T) {
	for n := 2; n <= 1<<16; n *= 2 {
		x := random(n)
		require.Less(t, distance(inverse(t, forward(t, x)), x), 2e-15, "n = %d", n)
	}
}
