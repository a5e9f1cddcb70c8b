// Package dist_test compares package dist with gonum, over random probabilities.
package dist_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// theirs is what distributions of gonum have in common.
type theirs interface {
	CDF(x float64) float64
	Survival(x float64) float64
	Quantile(p float64) float64
	Prob(x float64) float64
	Mean() float64
	Variance() float64
}

// The relative difference is at most that given, which is what gonum's errors
// allow: ours are judged by better values in the tests of dist.
var comparisons = []struct {
	ours   string
	theirs theirs
	most   float64
}{
	{"uniform(min=-3, max=7)", distuv.Uniform{Min: -3, Max: 7}, 1e-12},
	{"triangular(min=-2, mode=1, max=5)", distuv.NewTriangle(-2, 5, 1, nil), 1e-9},
	{"beta(a=2.5, b=7)", distuv.Beta{Alpha: 2.5, Beta: 7}, 1e-7},
	{"normal(mean=5, sd=2)", distuv.Normal{Mu: 5, Sigma: 2}, 1e-11},
	{"lognormal(mu=1, sigma=1.5)", distuv.LogNormal{Mu: 1, Sigma: 1.5}, 1e-11},
	{"gamma(shape=2.5, scale=4)", distuv.Gamma{Alpha: 2.5, Beta: 0.25}, 1e-9},
	{"weibull(shape=0.7, scale=3)", distuv.Weibull{K: 0.7, Lambda: 3}, 1e-10},
	{"exponential(mean=4)", distuv.Exponential{Rate: 0.25}, 1e-11},
	{"pareto(min=3, shape=2.5)", distuv.Pareto{Xm: 3, Alpha: 2.5}, 1e-11},
}

func TestGonum(t *testing.T) {
	for _, c := range comparisons {
		t.Run(c.ours, func(t *testing.T) {
			d, err := dist.Parse(c.ours)
			require.NoError(t, err)
			require.InEpsilonSlice(t, []float64{c.theirs.Mean(), c.theirs.Variance()}, []float64{d.Mean(), d.Variance()}, 1e-12)
			r := rand.New(rand.NewPCG(1, 2))
			for range 1000 {
				p := 0.001 + 0.998*r.Float64()
				x := c.theirs.Quantile(p)
				require.InDelta(t, x, d.Quantile(p), c.most*math.Max(1, math.Abs(x)), "Quantile(%g)", p)
				require.InEpsilonSlice(t, []float64{c.theirs.CDF(x), c.theirs.Survival(x), c.theirs.Prob(x)},
					[]float64{d.CDF(x), d.Survival(x), d.Density(x)}, c.most, "at %g", x)
			}
		})
	}
}
