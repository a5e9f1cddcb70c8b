package quantile_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss/internal/quantile"
)

// A generator writes distributions with random parameters.
type generator struct{ *rand.Rand }

// between draws a number whose logarithm is uniform.
func (g generator) between(low, high float64) float64 {
	return low * math.Exp(math.Log(high/low)*g.Float64())
}

func (g generator) text() string {
	switch g.IntN(12) {
	case 0:
		return fmt.Sprintf("lognormal(mu=%g, sigma=%g)", g.NormFloat64()*5, g.between(0.01, 5))
	case 1:
		return fmt.Sprintf("gamma(shape=%g, scale=%g)", g.between(0.02, 1e5), g.between(0.01, 1e5))
	case 2:
		return fmt.Sprintf("beta(a=%g, b=%g)", g.between(0.02, 1e4), g.between(0.02, 1e4))
	case 3:
		return fmt.Sprintf("pert(min=%g, mode=%g, max=%g)", g.Float64(), 1+g.between(1e-3, 1), 2+g.between(1, 1e3))
	case 4:
		return fmt.Sprintf("weibull(shape=%g, scale=%g)", g.between(0.1, 50), g.between(0.1, 10))
	case 5:
		return fmt.Sprintf("burr(c=%g, k=%g, scale=1)", g.between(0.3, 50), g.between(0.3, 50))
	case 6:
		return fmt.Sprintf("gpd(threshold=%g, scale=%g, shape=%g)", g.Float64()*10, g.between(0.1, 10), g.NormFloat64())
	case 7:
		return fmt.Sprintf("truncatednormal(mean=%g, sd=1, min=%g, max=%g)", g.NormFloat64()*3, -3*g.Float64(), 0.1+6*g.Float64())
	case 8:
		return fmt.Sprintf("triangular(min=0, mode=%g, max=%g)", g.Float64(), 1+g.between(1e-3, 100))
	case 9:
		return fmt.Sprintf("metalog(p=[0.1, 0.5, 0.9], x=[1, %g, 5], min=0)", 1.8+1.4*g.Float64())
	case 10:
		return fmt.Sprintf("histogram(edges=[0, %g, %g, 100], weights=[%g, %g, %g])",
			g.between(0.1, 2), 2+g.between(1, 90), g.between(1e-5, 1), g.between(1e-5, 1), g.between(1e-5, 1))
	}
	return fmt.Sprintf("mixture(weights=[1, %g], of=[%s, %s])", g.between(1e-6, 1), g.text(), g.text())
}

// TestRandom holds the tables of random distributions against their quantiles, at
// random places in the first 12 octaves.
func TestRandom(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(17, 18))}
	for range 100 {
		d, err := dist.Parse(g.text())
		if err != nil { // some mean is no number
			continue
		}
		table, err := quantile.Build(d)
		require.NoError(t, err)
		scale := norm(d)
		for i := range 100 {
			w := g.Uint64() >> g.IntN(12)
			if i%2 == 1 {
				w = ^w
			}
			got, want := table.At(w), exact(d, w)
			if off := math.Abs(got - want); got != want && !(off <= quantile.Tolerance*scale(want)) {
				require.Fail(t, "too far", "%s, word %x: got %g, want %g", d, w, got, want)
			}
		}
	}
}
