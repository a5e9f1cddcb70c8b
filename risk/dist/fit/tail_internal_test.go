package fit

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx"
)

// TestTails compares the formulas for probabilities that are too small for a
// number with the probabilities where they are not.
func TestTails(t *testing.T) {
	for _, z := range []float64{30, 33.5, 36} {
		require.InDelta(t, mathx.Log(mathx.NormSurvival(z)), logTail(0, z), 1e-10, "z = %g", z)
	}
	for _, a := range []float64{0.01, 0.7, 1, 5.5, 300, 1e5} {
		for _, wide := range []float64{12, 20, 30} {
			x := a + wide*math.Sqrt(a) + 2*wide
			require.InEpsilon(t, mathx.GammaQ(a, x)/mathx.GammaDensity(a, x), upperFactor(a, x), 1e-9, "a = %g, x = %g", a, x)
			if x = a - wide*math.Sqrt(a); x > 0 {
				require.InEpsilon(t, mathx.GammaP(a, x)/mathx.GammaDensity(a, x), lowerFactor(a, x), 1e-9, "a = %g, x = %g", a, x)
			}
		}
		if a < 10 {
			require.InEpsilon(t, mathx.GammaP(a, a/1e5)/mathx.GammaDensity(a, a/1e5), lowerFactor(a, a/1e5), 1e-9)
		}
	}
}

// TestMaximize has heights that are no likelihood.
func TestMaximize(t *testing.T) {
	valley := func(x []float64) float64 { // Rosenbrock, Computer Journal 3, 1960
		return -100*(x[1]-x[0]*x[0])*(x[1]-x[0]*x[0]) - (1-x[0])*(1-x[0])
	}
	top, ok := maximize(valley, [][]float64{{-1.2, 1}}, []float64{0.5, 0.5})
	require.True(t, ok)
	require.InDeltaSlice(t, []float64{1, 1}, top.at, 1e-6)
	for name, f := range map[string]func(x []float64) float64{
		"slope":  func(x []float64) float64 { return x[0] + x[1] },
		"level":  func([]float64) float64 { return 3 },
		"saddle": func(x []float64) float64 { return x[0]*x[0] - x[1]*x[1] },
		"none":   func([]float64) float64 { return math.Inf(-1) },
		"NaN":    func([]float64) float64 { return math.NaN() },
	} {
		count := 0
		_, ok := maximize(func(x []float64) float64 {
			count++
			return f(x)
		}, [][]float64{{0, 0}, {1, 1}}, []float64{0.5, 0.5})
		require.False(t, ok, name)
		require.LessOrEqual(t, count, mostEvaluations, name)
	}
}
