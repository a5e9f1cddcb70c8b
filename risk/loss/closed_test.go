package loss_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestRetentionAndLimit has one event or none, of which what is above 0.5 and up
// to 3 counts: a closed form with a step at the limit.
func TestRetentionAndLimit(t *testing.T) {
	const p, retention, limit = 0.4, 0.5, 3.0
	r := exact(t, loss.ExactOptions{At: levels}, loss.Scenario{
		ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(p)}, Severity: must(dist.NewExponential(1)),
		EventRetention: retention, EventLimit: limit,
	})
	holds(t, "mean", p*(math.Exp(-retention)-math.Exp(-retention-limit)), r.Mean(), 1e-14)
	holds(t, "P(0)", 1-p*math.Exp(-retention), r.P0(), 1e-14)
	for _, x := range []float64{0.1, 1, 2, 2.9} {
		holds(t, "P(S > x)", p*math.Exp(-x-retention), r.Exceedance(x), 1e-8)
	}
	for _, q := range []float64{0.9, 0.95, 0.999} {
		want := min(math.Log(p/(1-q))-retention, limit)
		holds(t, "VaR", want, r.VaR(q), 1e-8)
		// ∫ P(S > x) dx above VaR, over 1 - q
		tail := want + p*(math.Exp(-want-retention)-math.Exp(-limit-retention))/(1-q)
		holds(t, "TVaR", tail, r.TVaR(q), 1e-7)
	}
}

// TestHistogram has the quantiles of a histogram, which are straight lines.
func TestHistogram(t *testing.T) {
	h := must(dist.NewHistogram([]float64{0, 1, 2, 4}, []float64{1, 2, 1}))
	r := exact(t, loss.ExactOptions{At: levels}, loss.Scenario{ID: "s", Frequency: loss.Bernoulli{Probability: loss.Fixed(0.5)}, Severity: h})
	holds(t, "mean", 0.5*(0.25*0.5+0.5*1.5+0.25*3), r.Mean(), 1e-14)
	for _, q := range []float64{0.6, 0.7, 0.9, 0.95, 0.99, 0.999} {
		holds(t, "VaR", h.Quantile(1-(1-q)/0.5), r.VaR(q), 1e-7)
	}
}

// TestOneForOne is a portfolio of ten known amounts that are lost or not: of the
// 1,024 cases each has its probability.
func TestOneForOne(t *testing.T) {
	const n = 10
	var all []loss.Scenario
	for i := range n {
		all = append(all, loss.Scenario{
			ID: string(rune('a' + i)), Frequency: loss.Bernoulli{Probability: loss.Fixed(0.05 * float64(i+1))},
			Severity: must(dist.NewConstant(float64(1000 * (1 + i*i)))),
		})
	}
	r := exact(t, loss.ExactOptions{At: levels}, all...)
	for _, x := range []float64{0, 5000, 50e3, 123456, 200e3} {
		above := 0.0
		for cases := range 1 << n {
			sum, p := 0.0, 1.0
			for i := range n {
				q := 0.05 * float64(i+1)
				if cases>>i&1 == 1 {
					sum += float64(1000 * (1 + i*i))
					p *= q
				} else {
					p *= 1 - q
				}
			}
			if sum > x {
				above += p
			}
		}
		require.InDelta(t, above, r.Exceedance(x).Value, 1e-13, "P(S > %v)", x)
	}
}

// TestSharedProbability has two events with one probability, that is anything from
// 0 to 1: both happen with probability E[p²] = 1/3, none with 1/3.
func TestSharedProbability(t *testing.T) {
	p := must(dist.NewUniform(0, 1))
	for _, u := range []loss.Uncertain{yearly("p", p), unknown("p", p)} {
		r := exact(t, loss.ExactOptions{At: []float64{0.6, 0.9}},
			loss.Scenario{ID: "a", Frequency: loss.Bernoulli{Probability: u}, Severity: must(dist.NewConstant(1))},
			loss.Scenario{ID: "b", Frequency: loss.Bernoulli{Probability: u}, Severity: must(dist.NewConstant(2))})
		holds(t, "P(0)", 1./3, r.P0(), 1e-10)
		holds(t, "P(S > 1)", 1./2, r.Exceedance(1), 1e-10)
		holds(t, "P(S > 2)", 1./3, r.Exceedance(2), 1e-10)
		holds(t, "mean", 1.5, r.Mean(), 1e-10)
		require.InDelta(t, 3, r.VaR(0.9).Value, 1e-12)
	}
}

// TestTwoYears has known amounts of two years, of which the second grows by a
// half and is discounted by a quarter: a double sum.
func TestTwoYears(t *testing.T) {
	m := loss.Model{ID: "m", Years: 2, Discount: 0.25, Scenarios: []loss.Scenario{{
		ID: "s", Frequency: poisson(0.7), Severity: must(dist.NewConstant(10)), LossTrend: 0.5, RateTrend: 1,
	}}}
	r, err := must(loss.Compile(m)).Exact(t.Context(), loss.ExactOptions{At: levels})
	require.NoError(t, err)
	first, second := must(dist.NewPoisson(0.7)), must(dist.NewPoisson(1.4))
	for _, x := range []float64{0, 9, 10, 11, 12, 22, 30, 57} {
		below := 0.0
		for i := range 30 {
			for j := range 30 {
				if float64(10*i)+float64(12*j) <= x {
					below += first.P(i) * second.P(j)
				}
			}
		}
		require.InDelta(t, 1-below, r.Exceedance(x).Value, 1e-13, "P(S > %v)", x)
	}
	holds(t, "mean", 7+16.8, r.Mean(), 1e-14)
	year, err := must(loss.Compile(m)).Exact(t.Context(), loss.ExactOptions{At: levels, Year: 2})
	require.NoError(t, err)
	holds(t, "mean of the second year", 1.4*15, year.Mean(), 1e-14)
}

// TestEdges holds the table of a severity with edges: a limit within a lattice
// cell, a shifted loss, and no survival left at the end.
func TestEdges(t *testing.T) {
	uniform := must(dist.NewUniform(1, 2))
	for name, s := range map[string]loss.Scenario{
		"ends":      {Severity: uniform},
		"retention": {Severity: uniform, EventRetention: 0.3},
		"limit":     {Severity: uniform, EventLimit: 1.7},
		"scaled":    {Severity: uniform, LossFactor: loss.Fixed(1e6)},
	} {
		t.Run(name, func(t *testing.T) {
			s.ID, s.Frequency = "s", loss.Bernoulli{Probability: loss.Fixed(0.5)}
			r := exact(t, loss.ExactOptions{At: levels}, s)
			f := 1.0
			if s.LossFactor.Dist != nil {
				f, _ = s.LossFactor.Dist.Support()
			}
			for _, q := range []float64{0.6, 0.75, 0.9, 0.99} {
				x := f*uniform.Quantile(1-(1-q)/0.5) - s.EventRetention
				if s.EventLimit > 0 {
					x = min(x, s.EventLimit)
				}
				holds(t, "VaR", x, r.VaR(q), 1e-7)
			}
		})
	}
}
