package mathx_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

const bits = 110 // of the exact values

// A claim is an error that a function of one argument promises, in ulp, and
// where: arguments are drawn between low and high, of an even spread or, with
// octaves, of an even spread of logarithms.
type claim struct {
	name      string
	f         func(float64) float64
	exact     func(*big.Float) *big.Float
	low, high float64
	octaves   bool
	ulp       float64
	n         int
}

var claims = []claim{
	{"Exp", mathx.Exp, exact.Exp, -708, 709.7, false, 0.52, 600},
	{"Exp about 0", mathx.Exp, exact.Exp, 1e-20, 1, true, 0.52, 200},
	{"Exp, subnormal", mathx.Exp, exact.Exp, -745, -708.5, false, 1, 60},
	{"Expm1", mathx.Expm1, exact.Expm1, -40, 60, false, 0.6, 400},
	{"Expm1 about 0", mathx.Expm1, exact.Expm1, -1, 1, false, 0.6, 600},
	{"Expm1, tiny", mathx.Expm1, exact.Expm1, 1e-300, 1, true, 0.6, 200},
	{"Log", mathx.Log, exact.Log, 1e-320, 1e308, true, 0.52, 400},
	{"Log about 1", mathx.Log, exact.Log, 0.5, 2, false, 0.52, 1000},
	{"Log next to 1", mathx.Log, exact.Log, 0.99, 1.01, false, 0.52, 400},
	{"Log1p", mathx.Log1p, exact.Log1p, 1e-300, 1e300, true, 0.6, 400},
	{"Log1p about 0", mathx.Log1p, exact.Log1p, -1, 1, false, 0.6, 600},
	{"Log1p next to 0", mathx.Log1p, exact.Log1p, -0.01, 0.01, false, 0.6, 400},
	{"SinPi", sinPi, exactSinPi, -3, 3, false, 0.8, 200},
	{"SinPi, large", sinPi, exactSinPi, 1, 1e12, true, 0.8, 200},
	{"CosPi", cosPi, exactCosPi, -3, 3, false, 0.8, 200},
	{"Sin", sin, exact.Sin, -100, 100, false, 0.8, 400},
	{"Sin, large", sin, exact.Sin, 1e-9, 0x1p50, true, 0.8, 200},
	{"Cos", cos, exact.Cos, -100, 100, false, 0.8, 400},
	{"Arctan", arctan, exact.Arctan, 1e-20, 1e20, true, 1, 400},
	{"Arctan about 1", arctan, exact.Arctan, 0, 4, false, 1, 400},
	{"Erf", mathx.Erf, exact.Erf, 0, 6, false, 1.25, 200},
	{"Erf, tiny", mathx.Erf, exact.Erf, 1e-300, 1, true, 1, 100},
	{"Erfc", mathx.Erfc, exact.Erfc, -6, 6, false, 2, 200},
	{"Erfc, tail", mathx.Erfc, exact.Erfc, 6, 26.5, false, 2, 100},
	{"NormSurvival", mathx.NormSurvival, exact.NormSurvival, -6, 6, false, 3, 200},
	{"NormSurvival, tail", mathx.NormSurvival, exact.NormSurvival, 6, 37.5, false, 3, 100},
	{"Lgamma", lgamma, exact.Lgamma, 1e-300, 1e300, true, 2, 100},
	{"Lgamma, small", lgamma, exact.Lgamma, 0, 20, false, 2, 150},
	{"Lgamma about its zeros", lgamma, exact.Lgamma, 0.9, 2.1, false, 2, 150},
}

func lgamma(x float64) float64 {
	value, _ := mathx.Lgamma(x)
	return value
}

func sinPi(x float64) float64 { y, _ := mathx.SinCosPi(x); return y }
func cosPi(x float64) float64 { _, y := mathx.SinCosPi(x); return y }
func sin(x float64) float64   { y, _ := mathx.SinCos(x); return y }
func cos(x float64) float64   { _, y := mathx.SinCos(x); return y }

func arctan(x float64) float64 { return mathx.Atan2(x, 1) }

func exactSinPi(x *big.Float) *big.Float { return exact.Sin(timesPi(x)) }
func exactCosPi(x *big.Float) *big.Float { return exact.Cos(timesPi(x)) }

func timesPi(x *big.Float) *big.Float {
	w := exact.Round(x, bits+80)
	return exact.Mul(w, exact.Pi(w.Prec()))
}

func TestAccuracy(t *testing.T) {
	for _, c := range claims {
		t.Run(c.name, func(t *testing.T) {
			within(t, c, func(x float64) float64 { return ulps(c.f(x), c.exact(exact.New(x, bits))) })
		})
	}
}

// ulps returns how far got is from want, in units of the last place of want.
func ulps(got float64, want *big.Float) float64 {
	if math.IsNaN(got) || math.IsInf(got, 0) {
		return math.Inf(1)
	}
	off := exact.Sub(want, exact.New(got, bits))
	unit := max(want.MantExp(nil)-53, -1074)
	f, _ := new(big.Float).SetMantExp(off, -unit).Float64()
	return math.Abs(f)
}

// within fails the test when the error for an argument that is drawn for the
// claim is larger than it promises.
func within(t *testing.T, c claim, off func(x float64) float64) {
	t.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	worst, at := 0.0, 0.0
	for range c.n {
		x := c.low + (c.high-c.low)*r.Float64()
		if c.octaves {
			x = math.Exp(math.Log(c.low) + (math.Log(c.high)-math.Log(c.low))*r.Float64())
		}
		if off := off(x); off > worst {
			worst, at = off, x
		}
	}
	t.Logf("%.3f ulp at %g", worst, at)
	require.LessOrEqual(t, worst, c.ulp, "at %g", at)
}

// inverses have the exact function that they invert, and its derivative.
var inverses = []struct {
	claim

	derivative func(x float64) float64
}{
	{claim{"NormQuantile", mathx.NormQuantile, normCDF, 0, 0.5, false, 3, 200}, density},
	{claim{"NormQuantile, tail", mathx.NormQuantile, normCDF, 1e-300, 0.5, true, 3, 80}, density},
	{claim{"NormSurvivalInv", mathx.NormSurvivalInv, exact.NormSurvival, 1e-300, 1, true, 3, 80}, density},
	{claim{"ErfInv", mathx.ErfInv, exact.Erf, 0, 1, false, 3, 200}, slope},
	{claim{"ErfInv, tiny", mathx.ErfInv, exact.Erf, 1e-300, 1, true, 3, 100}, slope},
	{claim{"ErfcInv", mathx.ErfcInv, exact.Erfc, 1e-300, 1, true, 3, 80}, slope},
	{claim{"ErfcInv, upper", mathx.ErfcInv, exact.Erfc, 1, 2, false, 3, 80}, slope},
}

func normCDF(x *big.Float) *big.Float { return exact.NormSurvival(exact.Neg(x)) }

func density(x float64) float64 { return math.Exp(-x*x/2) / math.Sqrt(2*math.Pi) }

func slope(x float64) float64 { return 2 * math.Exp(-x*x) / math.SqrtPi }

// TestInverses measures how far x is from the exact solution: the distance of
// the exact value at x from what was asked, over the derivative.
func TestInverses(t *testing.T) {
	for _, c := range inverses {
		t.Run(c.name, func(t *testing.T) {
			within(t, c.claim, func(p float64) float64 {
				x := c.f(p)
				off, _ := exact.Sub(c.exact(exact.New(x, bits)), exact.New(p, bits)).Float64()
				return math.Abs(off / c.derivative(x) / unit(x))
			})
		})
	}
}

// unit returns the distance from x to its neighbor.
func unit(x float64) float64 { return math.Nextafter(math.Abs(x), math.Inf(1)) - math.Abs(x) }
