package economics_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/economics"
)

// search finds the investment with the largest expected net benefit by looking:
// what the model means, without its derivation. The benefit has one maximum,
// and no investment above the expected loss can pay.
func search(v, loss float64, breach func(z float64) float64) float64 {
	lower, upper := 0.0, v*loss
	for range 200 {
		a, b := lower+(upper-lower)/3, upper-(upper-lower)/3
		if (v-breach(a))*loss-a < (v-breach(b))*loss-b {
			lower = a
		} else {
			upper = b
		}
	}
	return lower
}

// TestOptimumIsTheLargestBenefit compares both formulas with a search, over a
// grid that has corners, and holds the bound of the paper.
func TestOptimumIsTheLargestBenefit(t *testing.T) {
	corners, inner := 0, 0
	for _, v := range []float64{0.01, 0.1, 0.3, 1 / math.E, 0.64, 0.9, 0.99} {
		for _, loss := range []float64{1e3, 4e5, 1e6, 5e7} {
			for _, alpha := range []float64{1e-7, 1e-5, 1e-3} {
				stake := economics.Stake{Vulnerability: v, Loss: loss}
				bound := must[float64](t)(stake.Bound())
				check := func(o economics.Optimum, breach func(float64) (float64, error)) {
					s := func(z float64) float64 { return must[float64](t)(breach(z)) }
					require.InDelta(t, search(v, loss, s), o.Investment, 1e-6*v*loss)
					require.LessOrEqual(t, o.Investment, bound*(1+1e-12))
					require.InDelta(t, o.Investment/(v*loss), o.Share, 1e-12)
					require.InDelta(t, s(o.Investment), o.Breach, 1e-12)
					require.InDelta(t, (v-o.Breach)*loss-o.Investment, o.NetBenefit, 1e-9*loss)
					require.GreaterOrEqual(t, o.NetBenefit, -1e-9*loss)
					if o.Investment == 0 {
						corners++
						require.InDelta(t, v, o.Breach, 1e-15)
					} else {
						inner++
					}
				}
				for _, beta := range []float64{1, 1.5, 4} {
					c := economics.ClassI{Vulnerability: v, Loss: loss, Alpha: alpha, Beta: beta}
					check(must[economics.Optimum](t)(c.Optimum()), c.Breach)
				}
				c := economics.ClassII{Vulnerability: v, Loss: loss, Alpha: alpha}
				check(must[economics.Optimum](t)(c.Optimum()), c.Breach)
			}
		}
	}
	require.Greater(t, corners, 50)
	require.Greater(t, inner, 50)
}

func TestOptimumAtTheCorner(t *testing.T) {
	cases := map[string]struct {
		optimum func() (economics.Optimum, error)
		want    economics.Optimum
	}{
		"class I, just not worth it": {
			economics.ClassI{Vulnerability: 0.25, Loss: 4e5, Alpha: 1e-5, Beta: 1}.Optimum,
			economics.Optimum{Breach: 0.25, ExpectedLoss: 1e5},
		},
		"class I, nothing at risk": {
			economics.ClassI{Vulnerability: 0, Loss: 4e5, Alpha: 1, Beta: 1}.Optimum,
			economics.Optimum{},
		},
		"class I, nothing to lose": {
			economics.ClassI{Vulnerability: 0.5, Loss: 0, Alpha: 1, Beta: 1}.Optimum,
			economics.Optimum{Breach: 0.5},
		},
		"class II, just not worth it": {
			economics.ClassII{Vulnerability: 1 / math.E, Loss: math.E, Alpha: 1}.Optimum,
			economics.Optimum{Breach: 1 / math.E, ExpectedLoss: 1},
		},
		"class II, nothing at risk": {
			economics.ClassII{Vulnerability: 0, Loss: 4e5, Alpha: 1}.Optimum,
			economics.Optimum{},
		},
		"class II, nothing helps": {
			economics.ClassII{Vulnerability: 1, Loss: 4e5, Alpha: 1}.Optimum,
			economics.Optimum{Breach: 1, ExpectedLoss: 4e5},
		},
		"class II, hardly anything helps": {
			economics.ClassII{Vulnerability: 0.999, Loss: 4e5, Alpha: 1e-5}.Optimum,
			economics.Optimum{Breach: 0.999, ExpectedLoss: 399600},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := c.optimum()
			require.NoError(t, err)
			require.InDelta(t, c.want.Breach, got.Breach, 1e-15)
			got.Breach = c.want.Breach
			require.Equal(t, c.want, got)
		})
	}
	o, err := economics.ClassI{Vulnerability: 0.25, Loss: 4e5 * (1 + 1e-12), Alpha: 1e-5, Beta: 1}.Optimum()
	require.NoError(t, err)
	require.InEpsilon(t, 1e5*5e-13, o.Investment, 1e-3, "half of what is above 1: barely worth it keeps its digits")
}

// TestBoundIsNoLaw computes what the doc comment of Bound says: a breach
// function that falls, is convex and starts at v, and whose optimum is beyond
// 1/e of the expected loss. After J. Willemson, "On the Gordon & Loeb model for
// information security investment", WEIS 2006.
func TestBoundIsNoLaw(t *testing.T) {
	cases := []struct{ exponent, loss, share float64 }{
		{2, 1, 1. / 2},
		{1.1, 1.1555, 0.7867},
		{1.01, 1.037, 0.9549},
	}
	for _, c := range cases {
		breach := func(z float64) float64 { return math.Pow(math.Max(0, 1-z), c.exponent) } // v = a = 1
		require.InDelta(t, c.share, search(1, c.loss, breach)/c.loss, 1e-4)
		require.Greater(t, c.share, 1/math.E)
	}
}

func TestBoundReachesTheWholeLoss(t *testing.T) {
	bound, err := economics.Stake{Vulnerability: 0.5, Loss: 1000, Externality: math.E - 1}.Bound()
	require.NoError(t, err)
	require.InDelta(t, 500, bound, 1e-12)
}
