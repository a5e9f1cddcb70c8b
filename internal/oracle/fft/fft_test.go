// Package fft_test compares package fft with the transform of gonum.
package fft_test

import (
	"fmt"
	"math"
	"math/cmplx"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/ismskit/ismskit/internal/fft"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/dsp/fourier"
)

func random(n int) []float64 {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	x := make([]float64, n)
	for i := range x {
		x[i] = r.NormFloat64()
	}
	return x
}

func TestSameSpectrum(t *testing.T) {
	for n := 2; n <= 1<<18; n *= 2 {
		x := random(n)
		plan, err := fft.NewPlan(n)
		require.NoError(t, err)
		spectrum, work := plan.Buffers()
		require.NoError(t, plan.Forward(spectrum, x, work))
		for k, want := range fourier.NewFFT(n).Coefficients(nil, x) {
			require.Less(t, cmplx.Abs(spectrum[k]-want), 1e-14*math.Sqrt(float64(n)), "n = %d, k = %d", n, k)
		}
	}
}

// BenchmarkThereAndBack transforms and inverts with ours and with gonum's in
// each iteration, and reports the least time of both and how many times as fast
// ours is.
func BenchmarkThereAndBack(b *testing.B) {
	for _, n := range []int{1 << 10, 1 << 12, 1 << 14, 1 << 16} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			x, y := random(n), random(n)
			plan, err := fft.NewPlan(n)
			require.NoError(b, err)
			spectrum, work := plan.Buffers()
			theirs := fourier.NewFFT(n)
			coefficients := make([]complex128, n/2+1)
			our, their := time.Hour, time.Hour
			b.ReportAllocs()
			for b.Loop() {
				start := time.Now()
				if plan.Forward(spectrum, x, work) != nil || plan.Inverse(x, spectrum, work) != nil {
					b.Fatal("buffers")
				}
				middle := time.Now()
				theirs.Coefficients(coefficients, y)
				theirs.Sequence(y, coefficients)
				our, their = min(our, middle.Sub(start)), min(their, time.Since(middle))
				for i := range y {
					y[i] /= float64(n) // gonum's is not normalized
				}
			}
			b.ReportMetric(float64(our.Nanoseconds())/1e3, "µs/ours")
			b.ReportMetric(float64(their.Nanoseconds())/1e3, "µs/gonum")
			b.ReportMetric(float64(their)/float64(our), "gonum/ours")
		})
	}
}
