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

const least = 1e-290 // of the densities that are compared

func TestGammaDensity(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	worst := 0.0
	for range 120 {
		a := shape.draw(r)
		x := a * math.Exp(5*r.NormFloat64()/math.Sqrt(a))
		ba, bx := exact.New(a, 200), exact.New(x, 200)
		power := exact.Sub(exact.Mul(exact.Sub(ba, exact.New(1, 200)), exact.Log(bx)), bx)
		want := exact.Exp(exact.Sub(power, exact.Lgamma(ba)))
		if want.Cmp(big.NewFloat(least)) > 0 && x > 0 && want.MantExp(nil) < 1024 {
			off := relative(mathx.GammaDensity(a, x), want)
			worst = max(worst, off)
			require.LessOrEqual(t, off, 1e-14, "a = %g, x = %g", a, x)
		}
	}
	t.Log(worst)
}

func TestBetaDensity(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	worst := 0.0
	for range 120 {
		a, b := shape.draw(r), shape.draw(r)
		x := 1 / (1 + b/a*math.Exp(-5*r.NormFloat64()*math.Sqrt(1/a+1/b)))
		if !(x > 0 && x < 1) {
			continue
		}
		ba, bb, bx, one := exact.New(a, 200), exact.New(b, 200), exact.New(x, 200), exact.New(1, 200)
		power := exact.Add(
			exact.Mul(exact.Sub(ba, one), exact.Log(bx)),
			exact.Mul(exact.Sub(bb, one), exact.Log(exact.Sub(one, bx))))
		power = exact.Add(power, exact.Sub(exact.Lgamma(exact.Add(ba, bb)), exact.Add(exact.Lgamma(ba), exact.Lgamma(bb))))
		if want := exact.Exp(power); want.Cmp(big.NewFloat(least)) > 0 && want.MantExp(nil) < 1024 {
			off := relative(mathx.BetaDensity(a, b, x), want)
			worst = max(worst, off)
			require.LessOrEqual(t, off, 1e-14, "a = %g, b = %g, x = %g", a, b, x)
		}
	}
	t.Log(worst)
}

// TestCounts holds what the comments say of counting distributions, on small
// cases that anyone can check.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"no event of a Poisson variable of mean 2", mathx.GammaDensity(1, 2), math.Exp(-2)},
		{"three events", mathx.GammaDensity(4, 2), 8. / 6 * math.Exp(-2)},
		{"2 of 5 at ¼", mathx.BetaDensity(3, 4, 0.25) / 6, 10 * 27. / 1024},
		{"2 failures before the third success at ½", 0.5 / 5 * mathx.BetaDensity(3, 3, 0.5), 6. / 32},
	} {
		require.InEpsilon(t, c.want, c.got, 1e-15, c.name)
	}
}

func TestDensitiesAtTheEnds(t *testing.T) {
	for _, c := range []struct{ got, want float64 }{
		{mathx.GammaDensity(0.5, 0), inf},
		{mathx.GammaDensity(1, 0), 1},
		{mathx.GammaDensity(2, 0), 0},
		{mathx.GammaDensity(2, inf), 0},
		{mathx.GammaDensity(0, 1), nan},
		{mathx.GammaDensity(1, -1), nan},
		{mathx.BetaDensity(0.5, 2, 0), inf},
		{mathx.BetaDensity(1, 2, 0), 2},
		{mathx.BetaDensity(2, 2, 0), 0},
		{mathx.BetaDensity(3, 1, 1), 3},
		{mathx.BetaDensity(3, 0.1, 1), inf},
		{mathx.BetaDensity(1, 1, 0.3), 1},
		{mathx.BetaDensity(1, 1, 1.3), nan},
		{mathx.BetaDensity(1, inf, 0.3), nan},
	} {
		require.True(t, same(c.got, c.want) || math.Abs(c.got-c.want) < 1e-15, "got %g, want %g", c.got, c.want)
	}
}
