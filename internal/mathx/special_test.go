package mathx_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx"
)

var (
	inf      = math.Inf(1)
	nan      = math.NaN()
	negative = math.Copysign(0, -1)
)

// same tells whether two numbers are the same, the sign of zero included.
func same(x, y float64) bool {
	return math.IsNaN(x) && math.IsNaN(y) || x == y && math.Signbit(x) == math.Signbit(y)
}

func TestSpecialValues(t *testing.T) {
	for _, c := range []struct {
		name string
		f    func(float64) float64
		want map[float64]float64 // NaN for NaN goes without saying
	}{
		{"Exp", mathx.Exp, map[float64]float64{
			0: 1, inf: inf, -inf: 0, 709.782712893384: 1.797693134862273e308, 709.79: inf, -745.1332: 5e-324, -745.14: 0, 1: math.E,
		}},
		{"Expm1", mathx.Expm1, map[float64]float64{0: 0, inf: inf, -inf: -1, 1e-300: 1e-300, -50: -1, 710: inf, 5e-324: 5e-324}},
		{"Log", mathx.Log, map[float64]float64{
			0: -inf, 1: 0, inf: inf, -1: nan, -inf: nan, 5e-324: -744.4400719213812, math.MaxFloat64: 709.782712893384,
		}},
		{"Log1p", mathx.Log1p, map[float64]float64{0: 0, -1: -inf, -2: nan, inf: inf, -inf: nan, 1e-300: 1e-300, math.MaxFloat64: 709.782712893384}},
		{"Erf", mathx.Erf, map[float64]float64{0: 0, inf: 1, -inf: -1, 7: 1, 5e-324: 5e-324}},
		{"Erfc", mathx.Erfc, map[float64]float64{0: 1, inf: 0, -inf: 2, 28: 0, -7: 2}},
		{"ErfInv", mathx.ErfInv, map[float64]float64{0: 0, 1: inf, -1: -inf, 1.1: nan, -2: nan, inf: nan}},
		{"ErfcInv", mathx.ErfcInv, map[float64]float64{0: inf, 1: 0, 2: -inf, -1: nan, 3: nan, inf: nan}},
		{"NormCDF", mathx.NormCDF, map[float64]float64{0: 0.5, inf: 1, -inf: 0, -39: 0, 9: 1}},
		{"NormSurvival", mathx.NormSurvival, map[float64]float64{0: 0.5, inf: 0, -inf: 1, 39: 0}},
		{"NormQuantile", mathx.NormQuantile, map[float64]float64{0: -inf, 0.5: 0, 1: inf, -1: nan, 2: nan, inf: nan, -inf: nan}},
		{"NormSurvivalInv", mathx.NormSurvivalInv, map[float64]float64{0: inf, 1: -inf, -1: nan, 2: nan}},
		{"Lgamma", lgamma, map[float64]float64{
			0: inf, 1: 0, 2: 0, 3: math.Ln2, inf: inf, -inf: inf, -1: inf, -7: inf, 1e305: 1e305 * 701.2884533631841, 3e305: inf, math.MaxFloat64: inf,
			0.5: 0.5723649429247001, -0.5: 1.2655121234846454, 5e-324: 744.4400719213812,
		}},
		{"sin", sin, map[float64]float64{0: 0, inf: nan, 1e16: nan}},
		{"cos", cos, map[float64]float64{0: 1, inf: nan, 1e16: nan}},
		{"sinPi", sinPi, map[float64]float64{0: 0, 0.5: 1, 1.5: -1, 2.5: 1, inf: nan, -inf: nan}},
		{"cosPi", cosPi, map[float64]float64{0: 1, 1: -1, 2: 1, -3: -1, 1e300: 1, inf: nan}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.True(t, math.IsNaN(c.f(nan)))
			for x, want := range c.want {
				if got := c.f(x); !same(got, want) && math.Abs(got/want-1) > 1e-15 {
					t.Errorf("at %g: got %g, want %g", x, got, want)
				}
			}
		})
	}
}

func TestOddFunctionsKeepTheSignOfZero(t *testing.T) {
	for name, f := range map[string]func(float64) float64{
		"Expm1": mathx.Expm1, "Log1p": mathx.Log1p, "Erf": mathx.Erf, "ErfInv": mathx.ErfInv, "sin": sin, "sinPi": sinPi,
	} {
		require.True(t, math.Signbit(f(negative)), name)
	}
}

// TestPowAndAtan2AsIEEE754 compares the special values with those of package
// math, which follows the same standard.
func TestPowAndAtan2AsIEEE754(t *testing.T) {
	all := []float64{0, negative, 1, -1, 0.5, -0.5, 2, -2, 3, -3, 1e300, -1e300, 1e-300, 5e-324, inf, -inf, nan, 1<<53 + 2, 1<<52 + 1}
	for _, x := range all {
		for _, y := range all {
			if got, want := mathx.Pow(x, y), math.Pow(x, y); !same(got, want) && math.Abs(got/want-1) > 1e-15 {
				t.Errorf("Pow(%g, %g): got %g, want %g", x, y, got, want)
			}
			if got, want := mathx.Atan2(x, y), math.Atan2(x, y); !same(got, want) && math.Abs(got/want-1) > 1e-15 {
				t.Errorf("Atan2(%g, %g): got %g, want %g", x, y, got, want)
			}
		}
	}
}

func TestSignOfGamma(t *testing.T) {
	for _, x := range []float64{2.5, -0.5, -1.5, -2.5, -100.5, 0, -1, -1e-300, inf, -inf, nan} {
		_, got := mathx.Lgamma(x)
		_, want := math.Lgamma(x)
		require.Equal(t, want, got, "Γ(%g)", x)
	}
	_, got := mathx.Lgamma(negative) // which package math gives none
	require.Equal(t, -1, got)
}

func TestEndsOfDistributions(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"GammaP(2, 0)", mathx.GammaP(2, 0), 0},
		{"GammaQ(2, 0)", mathx.GammaQ(2, 0), 1},
		{"GammaP(2, ∞)", mathx.GammaP(2, inf), 1},
		{"GammaQ(2, ∞)", mathx.GammaQ(2, inf), 0},
		{"GammaP(0, 1)", mathx.GammaP(0, 1), nan},
		{"GammaP(-1, 1)", mathx.GammaP(-1, 1), nan},
		{"GammaP(1, -1)", mathx.GammaP(1, -1), nan},
		{"GammaP(∞, 1)", mathx.GammaP(inf, 1), nan},
		{"GammaP(1e300, 1)", mathx.GammaP(1e300, 1), 0},
		{"GammaQ(1e300, 1)", mathx.GammaQ(1e300, 1), 1},
		{"GammaQ(1, 1e300)", mathx.GammaQ(1, 1e300), 0},
		{"GammaQ(0.5, the greatest)", mathx.GammaQ(0.5, math.MaxFloat64), 0},
		{"GammaP(0.5, the greatest)", mathx.GammaP(0.5, math.MaxFloat64), 1},
		{"GammaQ(5e-324, 700)", mathx.GammaQ(5e-324, 700), 0},
		{"GammaPInv(2, 0)", mathx.GammaPInv(2, 0), 0},
		{"GammaPInv(2, 1)", mathx.GammaPInv(2, 1), inf},
		{"GammaQInv(2, 0)", mathx.GammaQInv(2, 0), inf},
		{"GammaPInv(2, 2)", mathx.GammaPInv(2, 2), nan},
		{"GammaPInv(1e-3, 1e-300)", mathx.GammaPInv(1e-3, 1e-300), 0},
		{"BetaI(2, 3, 0)", mathx.BetaI(2, 3, 0), 0},
		{"BetaC(2, 3, 0)", mathx.BetaC(2, 3, 0), 1},
		{"BetaI(2, 3, 1)", mathx.BetaI(2, 3, 1), 1},
		{"BetaI(2, 3, 1.1)", mathx.BetaI(2, 3, 1.1), nan},
		{"BetaI(2, 3, -1)", mathx.BetaI(2, 3, -1), nan},
		{"BetaI(0, 3, ½)", mathx.BetaI(0, 3, 0.5), nan},
		{"BetaI(2, ∞, ½)", mathx.BetaI(2, inf, 0.5), nan},
		{"BetaInv(2, 3, 0)", mathx.BetaInv(2, 3, 0), 0},
		{"BetaInv(2, 3, 1)", mathx.BetaInv(2, 3, 1), 1},
		{"BetaInv(2, 3, -1)", mathx.BetaInv(2, 3, -1), nan},
		{"BetaInv(1, 1, ¼)", mathx.BetaInv(1, 1, 0.25), 0.25},
		{"StudentCDF(3, ∞)", mathx.StudentCDF(3, inf), 1},
		{"StudentCDF(3, -∞)", mathx.StudentCDF(3, -inf), 0},
		{"StudentCDF(3, 0)", mathx.StudentCDF(3, 0), 0.5},
		{"StudentCDF(0, 1)", mathx.StudentCDF(0, 1), nan},
		{"StudentCDF(∞, 1)", mathx.StudentCDF(inf, 1), mathx.NormCDF(1)},
		{"StudentQuantile(3, 0)", mathx.StudentQuantile(3, 0), -inf},
		{"StudentQuantile(3, ½)", mathx.StudentQuantile(3, 0.5), 0},
		{"StudentQuantile(3, 1)", mathx.StudentQuantile(3, 1), inf},
		{"StudentQuantile(3, 2)", mathx.StudentQuantile(3, 2), nan},
		{"StudentQuantile(∞, 0.1)", mathx.StudentQuantile(inf, 0.1), mathx.NormQuantile(0.1)},
	} {
		if got := math.Abs(c.got); !same(got, math.Abs(c.want)) || c.got != c.want && !math.IsNaN(c.want) {
			t.Errorf("%s: got %g, want %g", c.name, c.got, c.want)
		}
	}
}

// TestNothingHangs calls every function with all pairs and triples of what is
// special: it ends, and a probability is one.
func TestNothingHangs(t *testing.T) {
	all := []float64{nan, -inf, -1e300, -1, negative, 0, 5e-324, 1e-300, 1e-20, 1e-3, 0.5, 1 - 0x1p-53, 1, 1 + 0x1p-52, 20, 1e4, 1e20, 1e300, inf}
	for _, f := range functions {
		probabilities := (strings.HasPrefix(f.name, "Gamma") || strings.HasPrefix(f.name, "Beta")) && !strings.HasSuffix(f.name, "Inv") && !strings.HasSuffix(f.name, "Density")
		each(all, len(f.args), func(x []float64) {
			for _, y := range f.f(x...) {
				if probabilities && (y < 0 || y > 1) {
					t.Errorf("%s%v: got %g, want a probability", f.name, x, y)
				}
			}
		})
	}
}

// each calls f with all combinations of n of the values.
func each(all []float64, n int, f func(x []float64)) {
	x := make([]float64, n)
	var at func(i int)
	at = func(i int) {
		if i == n {
			f(x)
			return
		}
		for _, value := range all {
			x[i] = value
			at(i + 1)
		}
	}
	at(0)
}

func ExampleNormSurvivalInv() {
	fmt.Println(mathx.NormSurvivalInv(0.05))
	fmt.Println(mathx.NormSurvivalInv(1e-100))
	// Output:
	// 1.6448536269514726
	// 21.273453560965322
}
