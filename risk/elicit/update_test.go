package elicit_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/elicit"
)

// integral is Simpson's rule for f(e^x) e^x from e^low to e^high: over the
// logarithm a density near 0 is smooth.
func integral(f func(x float64) float64, low, high float64) float64 {
	const n = 20000
	h := (high - low) / n
	total := 0.0
	for i := range n + 1 {
		w := 4.0
		if i%2 == 0 {
			w = 2
		}
		if i == 0 || i == n {
			w = 1
		}
		x := math.Exp(low + float64(i)*h)
		total += w * f(x) * x
	}
	return total * h / 3
}

func ok[T any](t *testing.T) func(x T, err error) T {
	t.Helper()
	return func(x T, err error) T {
		t.Helper()
		require.NoError(t, err)
		return x
	}
}

// TestRatePosterior compares with prior × likelihood, integrated.
func TestRatePosterior(t *testing.T) {
	prior := ok[elicit.Rate](t)(elicit.RateBetween(0.1, 2))
	for _, c := range []struct {
		events int
		years  float64
	}{{0, 5}, {3, 2}, {12, 4.5}} {
		before := ok[dist.Gamma](t)(prior.Dist())
		after := ok[dist.Gamma](t)(ok[elicit.Rate](t)(prior.After(c.events, c.years)).Dist())
		weight := func(rate float64) float64 {
			return before.Density(rate) * math.Exp(-rate*c.years+float64(c.events)*math.Log(rate))
		}
		whole := integral(weight, -30, 6)
		for _, p := range []float64{0.05, 0.5, 0.95} {
			x := after.Quantile(p)
			require.InDelta(t, p, integral(weight, -30, math.Log(x))/whole, 1e-9)
		}
	}
}

// TestRateCount compares the predictive number of events with the integral over
// the rate.
func TestRateCount(t *testing.T) {
	r := elicit.Rate{Events: 1.7, Years: 4}
	d := ok[dist.Gamma](t)(r.Dist())
	next := ok[dist.NegBinomial](t)(r.Count(2.5))
	require.InEpsilon(t, 1.7/4*2.5, next.Mean(), 1e-15)
	for k := range 8 {
		l, _ := math.Lgamma(float64(k) + 1)
		want := integral(func(rate float64) float64 {
			return d.Density(rate) * math.Exp(-rate*2.5+float64(k)*math.Log(rate*2.5)-l)
		}, -40, 5)
		require.InDelta(t, want, next.P(k), 1e-10)
	}
}

func TestRatePriors(t *testing.T) {
	for _, want := range [][]float64{{0.1, 2}, {1e-6, 1}, {3, 3.05}, {1e-9, 1e9}, {0.5, 500}} {
		r := ok[elicit.Rate](t)(elicit.RateBetween(want[0], want[1]))
		low, high, err := r.Interval(0.9)
		require.NoError(t, err)
		require.InEpsilonSlice(t, want, []float64{low, high}, 1e-9)
	}
	for _, c := range [][2]float64{{0.5, 3}, {0, 1}, {1e-5, 1e-3}, {2, 2.1}} {
		r := ok[elicit.Rate](t)(elicit.RateMode(c[0], c[1]))
		require.InDelta(t, c[0], (r.Events-1)/r.Years, 1e-12)
		require.InEpsilon(t, 0.05, ok[dist.Gamma](t)(r.Dist()).Survival(c[1]), 1e-9)
	}
	r := ok[elicit.Rate](t)(elicit.OneIn(10))
	require.Equal(t, elicit.Rate{Events: 1, Years: 10}, r)
	require.InEpsilon(t, 0.1, ok[dist.Gamma](t)(r.Dist()).Mean(), 1e-15)
	_, err := elicit.JeffreysRate().Dist()
	require.EqualError(t, err, "elicit: years: got 0, want more than that: in no time nothing was observed")
	require.Equal(t, elicit.Rate{Events: 0.5, Years: 3}, ok[elicit.Rate](t)(elicit.JeffreysRate().After(0, 3)))
}

func TestQuiet(t *testing.T) {
	r := ok[elicit.Rate](t)(elicit.OneIn(10))
	q := ok[[]elicit.Quiet](t)(r.Quiet(0, 10, 90))
	for i, years := range []float64{10, 20, 100} {
		require.InEpsilon(t, 1/years, q[i].Mean, 1e-15)
		require.InEpsilon(t, -math.Log(0.05)/years, q[i].High, 1e-13)
		require.InEpsilon(t, years/(years+1), q[i].None, 1e-15)
	}
}

func TestSurprise(t *testing.T) {
	r := ok[elicit.Rate](t)(elicit.RateBetween(0.1, 2))
	u := ok[elicit.RateUpdate](t)(r.Update(25, 2))
	require.Less(t, u.Surprise, 0.001)
	count := ok[dist.NegBinomial](t)(r.Count(2))
	require.InEpsilon(t, count.Survival(24), u.Surprise, 1e-12)
	require.Zero(t, ok[elicit.RateUpdate](t)(elicit.JeffreysRate().Update(25, 2)).Surprise)
}

// TestChancePosterior compares with prior × likelihood, integrated.
func TestChancePosterior(t *testing.T) {
	prior := ok[elicit.Chance](t)(elicit.ChanceBetween(0.05, 0.4))
	before := ok[dist.Beta](t)(prior.Dist())
	after := ok[dist.Beta](t)(ok[elicit.Chance](t)(prior.After(2, 9)).Dist())
	weight := func(p float64) float64 {
		if p >= 1 {
			return 0
		}
		return before.Density(p) * p * p * math.Pow(1-p, 7)
	}
	whole := integral(weight, -30, 0)
	for _, p := range []float64{0.05, 0.5, 0.95} {
		require.InDelta(t, p, integral(weight, -30, math.Log(after.Quantile(p)))/whole, 1e-8)
	}
}

func TestProspect(t *testing.T) {
	c := elicit.Chance{Hits: 1.5, Misses: 6}
	d := ok[dist.Beta](t)(c.Dist())
	next := ok[elicit.Prospect](t)(c.Next(12))
	none := integral(func(p float64) float64 { return d.Density(p) * math.Pow(1-p, 12) }, -30, 0)
	require.InDelta(t, none, next.None, 1e-8)
	// E[N] = n E[p], Var N = n E[p(1-p)] + n² Var p
	mean, variance := d.Mean(), d.Variance()
	require.InEpsilon(t, 12*mean, next.Mean, 1e-14)
	require.InEpsilon(t, math.Sqrt(12*(mean-mean*mean-variance)+144*variance), next.SD, 1e-13)
}

func TestChancePriors(t *testing.T) {
	for _, want := range [][]float64{{0.05, 0.4}, {0.001, 0.9}, {0.5, 0.51}, {1e-6, 1e-5}, {0.9, 0.999}, {0.01, 0.99}} {
		chance := ok[elicit.Chance](t)(elicit.ChanceBetween(want[0], want[1]))
		low, high, err := chance.Interval(0.9)
		require.NoError(t, err)
		require.InEpsilonSlice(t, want, []float64{low, high}, 1e-8)
	}
	for _, c := range [][2]float64{{0.1, 0.4}, {0, 0.2}, {0.5, 0.94}, {1e-4, 1e-3}} {
		chance := ok[elicit.Chance](t)(elicit.ChanceMode(c[0], c[1]))
		require.InDelta(t, c[0], (chance.Hits-1)/(chance.Hits+chance.Misses-2), 1e-12)
		require.InEpsilon(t, 0.05, ok[dist.Beta](t)(chance.Dist()).Survival(c[1]), 1e-9)
	}
	laplace := ok[elicit.Chance](t)(elicit.UniformChance().After(3, 10))
	require.InEpsilon(t, 4./12, ok[dist.Beta](t)(laplace.Dist()).Mean(), 1e-15)
	require.Equal(t, elicit.Chance{Hits: 0.5, Misses: 8.5}, ok[elicit.Chance](t)(elicit.JeffreysChance().After(0, 8)))
}

// TestBatches holds that evidence may come at once or bit by bit.
func TestBatches(t *testing.T) {
	r := elicit.Rate{Events: 0.75, Years: 2}
	at := ok[elicit.Rate](t)
	require.Equal(t, at(r.After(5, 8)), at(at(at(r.After(2, 3)).After(0, 4)).After(3, 1)))
	c := elicit.Chance{Hits: 0.5, Misses: 2}
	in := ok[elicit.Chance](t)
	require.Equal(t, in(c.After(3, 9)), in(in(c.After(1, 4)).After(2, 5)))
}
