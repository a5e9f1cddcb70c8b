package fft_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"math/bits"
	"math/cmplx"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/fft"
	"github.com/ismskit/ismskit/internal/golden"
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
func distance(got, want []complex128) float64 {
	sum := 0.0
	for i := range got {
		d := cmplx.Abs(got[i] - want[i])
		sum += d * d
	}
	return math.Sqrt(sum / float64(len(got)))
}

// ofReal returns x as complex numbers.
func ofReal(x []float64) []complex128 {
	z := make([]complex128, len(x))
	for i, x := range x {
		z[i] = complex(x, 0)
	}
	return z
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
	x := make([]float64, 2*(len(spectrum)-1))
	plan, err := fft.NewPlan(len(x))
	require.NoError(t, err)
	_, work := plan.Buffers()
	require.NoError(t, plan.Inverse(x, slices.Clone(spectrum), work))
	return x
}

func TestForwardIsTheDefinition(t *testing.T) {
	for n := 2; n <= 1024; n *= 2 {
		x := random(n)
		before := slices.Clone(x)
		require.Less(t, distance(forward(t, x), naive(x)), 1e-13*math.Sqrt(float64(n)), "n = %d", n)
		require.Equal(t, before, x)
	}
}

// TestErrors holds the growth with the logarithm of the length that the package
// comment states, against the values that go there and back.
func TestErrors(t *testing.T) {
	for n := 2; n <= 1<<18; n *= 2 {
		x := random(n)
		off := distance(ofReal(inverse(t, forward(t, x))), ofReal(x))
		require.Less(t, off, 0.6*float64(bits.Len(uint(n)))*0x1p-53, "n = %d", n)
	}
}

func TestKnownTransforms(t *testing.T) {
	const n = 16
	impulse, constant, wave := make([]float64, n), make([]float64, n), make([]float64, n)
	delayed := make([]float64, n)
	impulse[0], delayed[1] = 1, 1
	for j := range n {
		constant[j] = 1
		wave[j] = math.Cos(2 * math.Pi * 3 * float64(j) / n)
	}
	all, turning := make([]complex128, n/2+1), make([]complex128, n/2+1)
	for k := range all {
		all[k] = 1
		turning[k] = cmplx.Rect(1, -2*math.Pi*float64(k)/n)
	}
	first, third := make([]complex128, n/2+1), make([]complex128, n/2+1)
	first[0], third[3] = n, n/2
	for _, c := range []struct {
		name string
		x    []float64
		want []complex128
	}{
		{"impulse", impulse, all},
		{"impulse, later", delayed, turning},
		{"constant", constant, first},
		{"cosine of three turns", wave, third},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Less(t, distance(forward(t, c.x), c.want), 4e-15)
			require.Less(t, distance(ofReal(inverse(t, c.want)), ofReal(c.x)), 4e-15)
		})
	}
}

func TestLinear(t *testing.T) {
	const n = 512
	x, y := random(n), random(2 * n)[:n]
	sum := make([]float64, n)
	for j := range sum {
		sum[j] = 3*x[j] - y[j]
	}
	left, a, b := forward(t, sum), forward(t, x), forward(t, y)
	for k := range a {
		a[k] = 3*a[k] - b[k]
	}
	require.Less(t, distance(left, a), 1e-13)
}

func TestParseval(t *testing.T) {
	for n := 4; n <= 1<<14; n *= 4 {
		x := random(n)
		z := forward(t, x)
		time, frequency := 0.0, -(real(z[0])*real(z[0])+real(z[n/2])*real(z[n/2]))/2
		for _, x := range x {
			time += x * x
		}
		for _, z := range z {
			frequency += real(z)*real(z) + imag(z)*imag(z)
		}
		require.InEpsilon(t, time, frequency*2/float64(n), 1e-14, "n = %d", n)
	}
}

func TestProductsAreConvolutions(t *testing.T) {
	const n = 64
	x, y := random(n), random(2 * n)[:n]
	want, cube := convolve(x, y), convolve(x, convolve(x, x))
	z := forward(t, x)
	fft.Multiply(z, forward(t, y))
	require.Less(t, distance(ofReal(inverse(t, z)), ofReal(want)), 1e-13)
	z = forward(t, x)
	fft.Power(z, 3)
	require.Less(t, distance(ofReal(inverse(t, z)), ofReal(cube)), 1e-12)
	fft.Power(z, 0)
	require.Equal(t, complex(1, 0), z[7])
}

// convolve is the definition.
func convolve(x, y []float64) []float64 {
	z := make([]float64, len(x))
	for i, x := range x {
		for j, y := range y {
			z[(i+j)%len(z)] += x * y
		}
	}
	return z
}

func TestLengths(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 3, 12, 1<<30 + 1} {
		_, err := fft.NewPlan(n)
		require.ErrorContains(t, err, "want a power of two")
	}
	plan, err := fft.NewPlan(8)
	require.NoError(t, err)
	spectrum, work := plan.Buffers()
	x := make([]float64, 8)
	require.NoError(t, plan.Forward(spectrum, x, work))
	for _, err := range []error{
		plan.Forward(spectrum[1:], x, work),
		plan.Forward(spectrum, x[1:], work),
		plan.Inverse(x, spectrum, work[1:]),
		fft.Plan{}.Forward(nil, nil, nil),
		fft.Plan{}.Inverse(nil, spectrum, work),
	} {
		require.ErrorContains(t, err, "fft: buffers: got")
	}
}

func TestNoAllocations(t *testing.T) {
	plan, err := fft.NewPlan(1024)
	require.NoError(t, err)
	x := random(1024)
	spectrum, work := plan.Buffers()
	require.Zero(t, testing.AllocsPerRun(10, func() {
		_ = plan.Forward(spectrum, x, work)
		_ = plan.Inverse(x, spectrum, work)
	}))
}

// TestBits holds that the transforms have the same bits as ever, on whichever
// platform.
func TestBits(t *testing.T) {
	var b strings.Builder
	for n := 2; n <= 1<<14; n *= 2 {
		x := make([]float64, n)
		r := rand.New(rand.NewPCG(1, uint64(n)))
		for j := range x {
			x[j] = r.Float64() - 0.5
		}
		h := fnv.New64a()
		z := forward(t, x)
		for _, z := range z {
			_, _ = fmt.Fprintf(h, "%016x %016x", math.Float64bits(real(z)), math.Float64bits(imag(z)))
		}
		fft.Power(z, 5)
		for _, x := range inverse(t, z) {
			_, _ = fmt.Fprintf(h, "%016x", math.Float64bits(x))
		}
		fmt.Fprintf(&b, "%-6d %016x\n", n, h.Sum64())
	}
	golden.Equal(t, "bits.txt", b.String())
}

func BenchmarkThereAndBack(b *testing.B) {
	for _, n := range []int{1 << 10, 1 << 12, 1 << 14, 1 << 16} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			plan, err := fft.NewPlan(n)
			require.NoError(b, err)
			spectrum, work := plan.Buffers()
			x := random(n)
			b.ReportAllocs()
			for b.Loop() {
				_ = plan.Forward(spectrum, x, work)
				_ = plan.Inverse(x, spectrum, work)
			}
		})
	}
}

func BenchmarkNewPlan(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := fft.NewPlan(1 << 12); err != nil {
			b.Fatal(err)
		}
	}
}

// TestHalf holds that the plan of half the length is that of NewPlan.
func TestHalf(t *testing.T) {
	for n := 4; n <= 1<<12; n *= 2 {
		whole, err := fft.NewPlan(n)
		require.NoError(t, err)
		half, err := fft.NewPlan(n / 2)
		require.NoError(t, err)
		require.Equal(t, half, whole.Half())
	}
}
