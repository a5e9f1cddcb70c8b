package mathx_test

import (
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/mathx"
	"github.com/ismskit/ismskit/internal/mathx/internal/exact"
)

// A vector is a line of testdata/incomplete.tsv.
type vector struct {
	function     string
	args         []float64
	lower, upper *big.Float
}

func vectors(t *testing.T) []vector {
	t.Helper()
	src, err := os.ReadFile("testdata/incomplete.tsv")
	require.NoError(t, err)
	var all []vector
	for line := range strings.Lines(string(src)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSpace(line), "\t")
		v := vector{function: cells[0], lower: number(t, cells[len(cells)-2]), upper: number(t, cells[len(cells)-1])}
		for _, cell := range cells[1 : len(cells)-2] {
			x, err := strconv.ParseFloat(cell, 64)
			require.NoError(t, err)
			v.args = append(v.args, x)
		}
		all = append(all, v)
	}
	return all
}

func number(t *testing.T, cell string) *big.Float {
	t.Helper()
	x, _, err := big.ParseFloat(cell, 10, bits, big.ToNearestEven)
	require.NoError(t, err)
	return x
}

// tails has the functions of a vector: both tails at the last argument, and
// their inverses.
func (v vector) tails() (lower, upper, lowerInv, upperInv func(x float64) float64) {
	a := v.args[0]
	switch v.function {
	case "gamma":
		return of(mathx.GammaP, a), of(mathx.GammaQ, a), of(mathx.GammaPInv, a), of(mathx.GammaQInv, a)
	case "student":
		return of(mathx.StudentCDF, a), of(mathx.StudentSurvival, a), of(mathx.StudentQuantile, a), of(mathx.StudentSurvivalInv, a)
	}
	b := v.args[1]
	beta := func(f func(a, b, x float64) float64) func(x float64) float64 {
		return func(x float64) float64 { return f(a, b, x) }
	}
	return beta(mathx.BetaI), beta(mathx.BetaC), beta(mathx.BetaInv), beta(mathx.BetaCInv)
}

func of(f func(a, x float64) float64, a float64) func(x float64) float64 {
	return func(x float64) float64 { return f(a, x) }
}

// relative returns |got/want - 1|.
func relative(got float64, want *big.Float) float64 {
	f, _ := exact.Quo(exact.Sub(exact.New(got, bits), want), want).Float64()
	return math.Abs(f)
}

func TestIncomplete(t *testing.T) {
	worst := map[string]float64{}
	for _, v := range vectors(t) {
		x := v.args[len(v.args)-1]
		lower, upper, _, _ := v.tails()
		off := max(relative(lower(x), v.lower), relative(upper(x), v.upper))
		worst[v.function] = max(worst[v.function], off)
		require.LessOrEqual(t, off, 1e-14, "%s %v: got %g and %g, want %.17g and %.17g",
			v.function, v.args, lower(x), upper(x), v.lower, v.upper)
	}
	t.Log(worst)
}

// TestIncompleteInverses goes from the tail back to the argument, which is found
// again but for what the rounding of the tail takes away: its relative error
// divided by the elasticity of the tail. The elasticity is measured.
func TestIncompleteInverses(t *testing.T) {
	worst := map[string]float64{}
	for _, v := range vectors(t) {
		x := v.args[len(v.args)-1]
		lower, upper, lowerInv, upperInv := v.tails()
		for _, side := range []struct {
			tail, inverse func(x float64) float64
			at            *big.Float
		}{{lower, lowerInv, v.lower}, {upper, upperInv, v.upper}} {
			p, _ := side.at.Float64()
			const h = 1e-5
			elasticity := math.Abs(math.Log(side.tail(x*(1+h))/side.tail(x*(1-h)))) / (2 * h)
			off := math.Abs(side.inverse(p)/x-1) / (1 + 1/elasticity)
			if elasticity < 1e-10 || math.IsNaN(elasticity) || x*(1+h) >= 1 && v.function == "beta" {
				continue
			}
			worst[v.function] = max(worst[v.function], off)
			require.LessOrEqual(t, off, 3e-14, "%s %v: got %g, want %g, for %g", v.function, v.args, side.inverse(p), x, p)
		}
	}
	t.Log(worst)
}
