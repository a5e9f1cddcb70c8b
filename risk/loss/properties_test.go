package loss_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

var levels = []float64{0.5, 0.9, 0.95, 0.99, 0.999}

// figures are those that have to be equal where two models say the same.
func figures(r loss.Result) map[string]loss.Estimate {
	all := map[string]loss.Estimate{"mean": r.Mean(), "sd": r.SD(), "P(0)": r.P0()}
	for _, p := range levels {
		all[fmt.Sprint("VaR ", p)], all[fmt.Sprint("TVaR ", p)] = r.VaR(p), r.TVaR(p)
	}
	return all
}

func same(t *testing.T, want, got loss.Result, scale float64) {
	t.Helper()
	others := figures(got)
	for name, want := range figures(want) {
		if name == "P(0)" {
			want.Value, want.Low, want.High = want.Value/scale, want.Low/scale, want.High/scale
		}
		got := others[name]
		require.InDelta(t, scale*want.Value, got.Value, 1e-12+2e-6*scale*want.Value, name)
		slack := 1e-12 * math.Abs(got.Value)
		require.LessOrEqual(t, scale*want.Low, got.High+slack, name)
		require.LessOrEqual(t, got.Low, scale*want.High+slack, name)
	}
}

func poisson(rate float64) loss.Poisson { return loss.Poisson{Rate: loss.Fixed(rate)} }

// TestSameModels holds that models which say the same in other words have the
// same result.
func TestSameModels(t *testing.T) {
	exponential, lognormal := must(dist.NewExponential(2)), must(dist.NewLogNormal(1, 1))
	one := func(s loss.Scenario) loss.Model {
		s.ID = "s"
		return loss.Model{ID: "m", Scenarios: []loss.Scenario{s}}
	}
	years := func(m loss.Model, n int, discount float64) loss.Model {
		m.Years, m.Discount = n, discount
		return m
	}
	for name, c := range map[string]struct {
		a, b loss.Model
		year int // of b
	}{
		"the rest of an exponential loss is one": {
			a: one(loss.Scenario{Frequency: poisson(3 * math.Exp(-0.5)), Severity: exponential}),
			b: one(loss.Scenario{Frequency: poisson(3), Severity: exponential, EventRetention: 1}),
		},
		"a limit that is never reached": {
			a: one(loss.Scenario{Frequency: poisson(1), Severity: must(dist.NewUniform(1, 2))}),
			b: one(loss.Scenario{Frequency: poisson(1), Severity: must(dist.NewUniform(1, 2)), EventLimit: 2}),
		},
		"two halves of a Poisson process": {
			a: one(loss.Scenario{Frequency: poisson(3), Severity: lognormal}),
			b: loss.Model{ID: "m", Scenarios: []loss.Scenario{
				{ID: "a", Frequency: poisson(1), Severity: lognormal}, {ID: "b", Frequency: poisson(2), Severity: lognormal},
			}},
		},
		"a gamma rate is a negative binomial": {
			a: one(loss.Scenario{Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 0.5}, Severity: lognormal}),
			b: one(loss.Scenario{Frequency: loss.Poisson{Rate: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewGamma(2, 1.5))}}, Severity: lognormal}),
		},
		"one trial": {
			a: one(loss.Scenario{Frequency: loss.Bernoulli{Probability: loss.Fixed(0.6)}, Severity: lognormal}),
			b: one(loss.Scenario{Frequency: loss.Binomial{Trials: 1, Probability: loss.Fixed(0.6)}, Severity: lognormal}),
		},
		"a probability that varies, of one trial": {
			a: one(loss.Scenario{Frequency: loss.Bernoulli{Probability: loss.Fixed(0.6)}, Severity: lognormal}),
			b: one(loss.Scenario{
				Frequency: loss.Bernoulli{Probability: loss.Uncertain{Per: loss.Year, Dist: must(dist.NewUniform(0.4, 0.8))}}, Severity: lognormal,
			}),
		},
		"a rate of two years": {
			a: one(loss.Scenario{Frequency: poisson(3), Severity: lognormal}),
			b: one(loss.Scenario{Frequency: poisson(6), Severity: lognormal, Period: 2}),
		},
		"a dispersion of two years": {
			a: one(loss.Scenario{Frequency: loss.NegativeBinomial{Mean: 3, Dispersion: 0.5}, Severity: lognormal}),
			b: one(loss.Scenario{Frequency: loss.NegativeBinomial{Mean: 6, Dispersion: 0.25}, Severity: lognormal, Period: 2}),
		},
		"two years": {
			a: one(loss.Scenario{Frequency: poisson(3), Severity: lognormal}),
			b: years(one(loss.Scenario{Frequency: poisson(1.5), Severity: lognormal}), 2, 0),
		},
		"two years, one with more": {
			a: one(loss.Scenario{Frequency: poisson(3), Severity: lognormal}),
			b: years(one(loss.Scenario{Frequency: poisson(1), Severity: lognormal, RateTrend: 1}), 2, 0),
		},
		"discount undoes the trend": {
			a: one(loss.Scenario{Frequency: poisson(3), Severity: lognormal}),
			b: years(one(loss.Scenario{Frequency: poisson(1.5), Severity: lognormal, LossTrend: 0.25}), 2, 0.25),
		},
		"the second year": {
			a:    one(loss.Scenario{Frequency: poisson(3), Severity: must(dist.NewLogNormal(1+math.Log(1.5), 1))}),
			b:    years(one(loss.Scenario{Frequency: poisson(2), Severity: lognormal, LossTrend: 0.5, RateTrend: 0.5}), 2, 0.1),
			year: 2,
		},
		"nothing more happens": {
			a: one(loss.Scenario{Frequency: poisson(1), Severity: lognormal}),
			b: loss.Model{ID: "m", Scenarios: []loss.Scenario{
				{ID: "a", Frequency: poisson(1), Severity: lognormal},
				{ID: "b", Frequency: poisson(0), Severity: lognormal},
				{ID: "c", Frequency: poisson(1), Severity: must(dist.NewConstant(0))},
				{ID: "d", Frequency: loss.NegativeBinomial{Dispersion: 1}, Severity: lognormal},
			}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			a := must(must(loss.Compile(c.a)).Exact(t.Context(), loss.ExactOptions{At: levels}))
			b := must(must(loss.Compile(c.b)).Exact(t.Context(), loss.ExactOptions{At: levels, Year: c.year}))
			same(t, a, b, 1)
		})
	}
}

func TestMoneyScales(t *testing.T) {
	s := func(unit float64) loss.Scenario {
		return loss.Scenario{
			ID: "s", Frequency: poisson(2), Severity: must(dist.NewExponential(unit)), EventRetention: 0.1 * unit, EventLimit: 3 * unit,
		}
	}
	for _, unit := range []float64{1e-6, 1e9} {
		same(t, exact(t, loss.ExactOptions{}, s(1)), exact(t, loss.ExactOptions{}, s(unit)), unit)
	}
}

// TestLimitsNeverRaise holds that no figure grows when less counts.
func TestLimitsNeverRaise(t *testing.T) {
	before := exact(t, loss.ExactOptions{At: levels}, typical())
	for _, limit := range []float64{2e6, 1e6, 5e5, 1e5} {
		s := typical()
		s.EventLimit = limit
		r := exact(t, loss.ExactOptions{At: levels}, s)
		for name, f := range figures(r) {
			if name != "P(0)" {
				require.LessOrEqual(t, f.Value, figures(before)[name].Value*(1+1e-6), "%s, limit %v", name, limit)
			}
		}
		before = r
	}
}

// TestMeansAdd holds that scenarios add their means and, being independent,
// their variances.
func TestMeansAdd(t *testing.T) {
	all := portfolio(6)
	r := exact(t, loss.ExactOptions{Tolerance: 1e-5}, all...)
	mean, variance := 0.0, 0.0
	for i, c := range r.Contributions() {
		own := exact(t, loss.ExactOptions{Tolerance: 1e-5}, all[i])
		require.Equal(t, loss.Contribution{Scenario: all[i].ID, Mean: own.Mean()}, c)
		mean += own.Mean().Value
		variance += own.SD().Value * own.SD().Value
	}
	require.InEpsilon(t, mean, r.Mean().Value, 1e-14)
	require.InEpsilon(t, math.Sqrt(variance), r.SD().Value, 1e-14)
}

// TestSteps holds that steps of the distribution stay steps: a limit of events,
// and a number of them.
func TestSteps(t *testing.T) {
	s := loss.Scenario{ID: "s", Frequency: poisson(1), Severity: must(dist.NewExponential(1)), EventLimit: 1.5}
	r := exact(t, loss.ExactOptions{At: levels}, s)
	// One event at its limit, exactly: e^-1 e^-1.5.
	step := math.Exp(-2.5)
	below, at := r.Exceedance(1.5-1e-9), r.Exceedance(1.5)
	require.InDelta(t, step, below.Value-at.Value, 1e-8)
	middle := r.VaR(1 - at.Value - step/2)
	require.InDelta(t, 1.5, middle.Value, 1e-12)

	fixed := exact(t, loss.ExactOptions{At: levels}, loss.Scenario{ID: "s", Frequency: poisson(2.5), Severity: must(dist.NewConstant(1e5))})
	n := must(dist.NewPoisson(2.5))
	for _, p := range levels {
		require.InDelta(t, 1e5*float64(n.Quantile(p)), fixed.VaR(p).Value, 1e-6)
	}
}

func TestOccurrence(t *testing.T) {
	s := typical()
	r := exact(t, loss.ExactOptions{}, s)
	for _, x := range []float64{0, 1e4, 1e5, 1e6, 1e7, 1e9} {
		want := -math.Expm1(-3 * s.Severity.Survival(x))
		require.InDelta(t, want, r.Occurrence(x).Value, 1e-15, "%v", x)
	}
	require.InDelta(t, 1, r.Occurrence(-1).Value, 0)
	aep, oep := r.AEP(), r.OEP()
	require.Len(t, oep, len(aep))
	for i, p := range aep {
		require.LessOrEqual(t, oep[i].Probability, p.Probability+1e-9, "the largest event is no more than all of them")
		if i > 0 {
			require.Greater(t, p.Loss, aep[i-1].Loss)
			require.Less(t, p.Probability, aep[i-1].Probability)
		}
	}
	require.InDelta(t, 0.001, aep[len(aep)-1].Probability, 1e-12)
}

// TestLargestEvent holds the largest event with what follows, and of a common
// cause: of exponential losses the sum has a closed form.
func TestLargestEvent(t *testing.T) {
	exponential, q := must(dist.NewExponential(1)), loss.Fixed(0.3)
	staged := loss.Scenario{ID: "s", Frequency: poisson(2), Severity: exponential, Then: []loss.Stage{{ID: "f", Probability: q, Severity: exponential}}}
	one := loss.Scenario{ID: "s", Frequency: poisson(0), Severity: exponential}
	another := one
	another.ID = "t"
	limited := staged
	limited.AnnualLimit = 1
	for name, m := range map[string]loss.Model{
		"stage":           {ID: "m", Scenarios: []loss.Scenario{staged}},
		"limit of a year": {ID: "m", Scenarios: []loss.Scenario{limited}},
		"insured":         {ID: "m", Scenarios: []loss.Scenario{staged}, Layers: []loss.Layer{{ID: "l", Limit: 1}}},
		"cause": {ID: "m", Scenarios: []loss.Scenario{one, another}, Causes: []loss.Cause{{ID: "c", Rate: loss.Fixed(2), Hits: []loss.Hit{
			{Scenario: "s", Probability: loss.Fixed(1)}, {Scenario: "t", Probability: q},
		}}}},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := must(loss.Compile(m)).Exact(t.Context(), loss.ExactOptions{})
			require.NoError(t, err)
			for _, x := range []float64{0, 0.01, 0.5, 0.9} {
				above := math.Exp(-x) * (1 + 0.3*x)
				holds(t, fmt.Sprint("P(M > ", x, ")"), -math.Expm1(-2*above), r.Occurrence(x), 1e-5)
			}
			require.Equal(t, loss.Refused, r.Occurrence(1e6).Basis)
			require.NotEmpty(t, r.OEP())
		})
	}
}

func TestHeavyTails(t *testing.T) {
	s := loss.Scenario{ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.5)}, Severity: must(dist.NewPareto(1, 0.9))}
	r := exact(t, loss.ExactOptions{}, s)
	require.True(t, math.IsInf(r.Mean().Value, 1))
	require.Equal(t, loss.Refused, r.SD().Basis)
	require.Equal(t, loss.Refused, r.TVaR(0.99).Basis)
	require.Contains(t, r.TVaR(0.99).String(), "the mean is infinite")
	holds(t, "VaR", math.Pow(50, 1/0.9), r.VaR(0.99), 1e-6)

	s.Severity = must(dist.NewPareto(1, 1.5)) // a mean, and no variance
	r = exact(t, loss.ExactOptions{}, s)
	require.True(t, math.IsInf(r.SD().Value, 1))
	holds(t, "VaR", math.Pow(50, 1/1.5), r.VaR(0.99), 1e-6)
	holds(t, "TVaR", 3*math.Pow(50, 1/1.5), r.TVaR(0.99), 1e-6)
}

func TestNoLoss(t *testing.T) {
	r := exact(t, loss.ExactOptions{}, loss.Scenario{ID: "s", Frequency: poisson(0), Severity: must(dist.NewExponential(1))})
	for name, f := range figures(r) {
		want := 0.0
		if name == "P(0)" {
			want = 1
		}
		require.Equal(t, loss.Estimate{Value: want, Low: want, High: want, Basis: loss.Exact}, f, name)
	}
}

func TestRefused(t *testing.T) {
	r := exact(t, loss.ExactOptions{}, typical())
	for _, f := range []loss.Estimate{
		r.VaR(1), r.VaR(-0.1), r.VaR(math.NaN()), r.VaR(0.9999), r.TVaR(1), r.TVaR(0.9999),
		r.Exceedance(math.NaN()), r.Exceedance(1e12), r.Occurrence(math.NaN()),
	} {
		require.Equal(t, loss.Refused, f.Basis)
		require.NotEmpty(t, f.Reason)
	}
}
