package economics_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/economics"
)

// TestReturnOnHarm holds that a control that does more harm than good is told so.
func TestReturnOnHarm(t *testing.T) {
	cases := map[string]struct {
		in         economics.Investment
		net, ratio float64
	}{
		"600k to 90k at 120k": {economics.Investment{Before: 600e3, After: 90e3, Cost: 120e3}, 390e3, 3.25},
		"it pays for itself":  {economics.Investment{Before: 100, After: 60, Cost: 40}, 0, 0},
		"it avoids nothing":   {economics.Investment{Before: 100, After: 100, Cost: 40}, -40, -1},
		"it does harm":        {economics.Investment{Before: 100, After: 180, Cost: 40}, -120, -3},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			net, err := c.in.Net()
			require.NoError(t, err)
			ratio, err := c.in.Ratio()
			require.NoError(t, err)
			require.InDelta(t, c.net, net, 0)
			require.InDelta(t, c.ratio, ratio, 1e-15)
		})
	}
	net, err := economics.Investment{Before: 100, After: 40}.Net()
	require.NoError(t, err, "what costs nothing has a net return, and no ratio")
	require.InDelta(t, 60, net, 0)
}

// TestLogNormal compares the closed forms with sums over the density.
func TestLogNormal(t *testing.T) {
	i := economics.Interval{Lower: 2000, Upper: 90_000}
	l := must[economics.LogNormal](t)(i.LogNormal())
	require.InEpsilon(t, i.Lower, must[float64](t)(l.Quantile(0.05)), 1e-12)
	require.InEpsilon(t, i.Upper, must[float64](t)(l.Quantile(0.95)), 1e-12)
	require.InEpsilon(t, math.Sqrt(i.Lower*i.Upper), must[float64](t)(l.Quantile(0.5)), 1e-12)

	var below, mean float64
	const step = 1e-4
	for y := -10.0; y < 10; y += step { // standard deviations of the logarithm
		density := math.Exp(-y*y/2) / math.Sqrt(2*math.Pi) * step
		loss := math.Exp(l.Mu + l.Sigma*y)
		mean += density * loss
		if loss <= 50_000 {
			below += density
		}
	}
	require.InEpsilon(t, mean, must[float64](t)(l.Mean()), 1e-6)
	require.InDelta(t, 1-below, must[float64](t)(l.Exceedance(50_000)), 1e-4)
	require.InDelta(t, 1, must[float64](t)(l.Exceedance(0)), 0)
	for _, p := range []float64{1e-9, 0.01, 0.3, 0.5, 0.999} {
		q := must[float64](t)(l.Quantile(p))
		require.InDelta(t, 1-p, must[float64](t)(l.Exceedance(q)), 1e-12)
	}

	hair := economics.Interval{Lower: 1e9, Upper: math.Nextafter(1e9, 2e9)}
	require.Positive(t, must[economics.LogNormal](t)(hair.LogNormal()).Sigma)
	exact := economics.Interval{Lower: 1, Upper: math.E}
	require.InEpsilon(t, 1/3.28970725, must[economics.LogNormal](t)(exact.LogNormal()).Sigma, 2e-9)
}

// TestRapidLossBesideTheMean computes how far the rule of thumb is from what it
// stands for; its doc comment and the page quote the figures.
func TestRapidLossBesideTheMean(t *testing.T) {
	for ratio, want := range map[float64]float64{3: -0.07, 9: 0.01, 80: 0.32} {
		s := economics.Scenario{Probability: 1, Loss: economics.Interval{Lower: 1, Upper: ratio}}
		got := must[float64](t)(s.RapidLoss())/must[float64](t)(s.ExpectedLoss()) - 1
		require.InDelta(t, want, got, 0.005, "upper bound %v times the lower", ratio)
	}
}

func TestRapidAudit(t *testing.T) {
	loss := economics.Interval{Lower: 1e6, Upper: 9e6}
	got, err := economics.RapidAudit([]economics.Scenario{
		{Title: "Ransomware", Probability: 0.05, Loss: loss, Currency: "EUR"},
		{Title: "Fraud", Probability: 0.1, Loss: economics.Interval{Lower: 10e3, Upper: 50e3}, Currency: "EUR"},
	})
	require.NoError(t, err)
	require.Equal(t, economics.Amount{Value: 190e3 + 2400, Currency: "EUR"}, got)

	none, err := economics.RapidAudit(nil)
	require.NoError(t, err)
	require.Zero(t, none)
	unnamed, err := economics.RapidAudit([]economics.Scenario{{Probability: 0.05, Loss: loss}})
	require.NoError(t, err)
	require.Equal(t, economics.Amount{Value: 190e3}, unnamed)
}

func TestSuccession(t *testing.T) {
	for s, want := range map[economics.Succession]float64{
		{}:                                     0.5,
		{Observations: 10}:                     1. / 12,
		{Hits: 10, Observations: 10}:           11. / 12,
		{Hits: 0, Observations: math.MaxInt32}: 1. / (2 + math.MaxInt32),
		{Hits: 1, Observations: 8}:             0.2,
	} {
		got, err := s.Probability()
		require.NoError(t, err)
		require.InDelta(t, want, got, 1e-15)
	}
}

func TestSeries(t *testing.T) {
	full := func(effectiveness ...float64) []economics.Control {
		var cs []economics.Control
		for _, e := range effectiveness {
			cs = append(cs, economics.Control{Effectiveness: e, Coverage: 1, Reliability: 1})
		}
		return cs
	}
	cases := map[string]struct {
		series      economics.Series
		reduction   float64
		implausible bool
	}{
		"no controls":                {economics.Series{Frequency: 4}, 0, false},
		"mail and endpoint":          {economics.Series{Frequency: 0.15, Controls: []economics.Control{{Effectiveness: 0.9, Coverage: 1, Reliability: 0.95}, {Effectiveness: 0.8, Coverage: 0.98, Reliability: 0.92}}}, 0.9595856, false},
		"at the limit":               {economics.Series{Frequency: 1, Controls: full(0.999)}, 0.999, false},
		"at the limit, as a product": {economics.Series{Frequency: 1, Controls: full(0.9, 0.99)}, 0.999, false},
		"beyond it":                  {economics.Series{Frequency: 1, Controls: full(0.9991)}, 0.9991, true},
		"two that forgive nothing":   {economics.Series{Frequency: 0.1, Controls: full(0.999, 0.999)}, 0.999999, true},
		"perfect":                    {economics.Series{Frequency: 1, Controls: full(1)}, 1, true},
		"nothing to take away from":  {economics.Series{Controls: full(0.8)}, 0.8, false},
		"coverage was not stated":    {economics.Series{Frequency: 1, Controls: []economics.Control{{Effectiveness: 1, Reliability: 1}}}, 0, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := c.series.Residual()
			require.NoError(t, err)
			require.InDelta(t, c.reduction, got.Reduction, 1e-12)
			require.InDelta(t, c.series.Frequency*(1-c.reduction), got.Frequency, 1e-12)
			require.Equal(t, c.implausible, got.Implausible)
		})
	}
}

// TestMoreControls holds that one more control never raises the frequency.
func TestMoreControls(t *testing.T) {
	s, before := economics.Series{Frequency: 3}, 3.0
	for _, c := range []economics.Control{{}, {Effectiveness: 0.3, Coverage: 1, Reliability: 0.7}, {Effectiveness: 1, Coverage: 1, Reliability: 1}, {Effectiveness: 0.5, Coverage: 1, Reliability: 1}} {
		s.Controls = append(s.Controls, c)
		got := must[economics.Residual](t)(s.Residual())
		require.LessOrEqual(t, got.Frequency, before)
		before = got.Frequency
	}
}

func TestCorrelatedHeuristic(t *testing.T) {
	like := economics.Control{Effectiveness: 0.8, Coverage: 1, Reliability: 1}
	two := economics.Series{Frequency: 1, Controls: []economics.Control{like, like}}
	free := must[economics.Residual](t)(two.Residual())
	require.Equal(t, free, must[economics.Residual](t)(two.CorrelatedHeuristic(0)))
	tied := must[economics.Residual](t)(two.CorrelatedHeuristic(1))
	require.InDelta(t, 0.576, tied.Reduction, 1e-12, "less than one of the two alone: its doc comment says so")

	one := economics.Series{Frequency: 1, Controls: []economics.Control{like}}
	require.Equal(t, must[economics.Residual](t)(one.Residual()), must[economics.Residual](t)(one.CorrelatedHeuristic(1)))
}

// TestJSON holds the names, which are those in errors.
func TestJSON(t *testing.T) {
	for want, v := range map[string]any{
		`{"assetValue":1,"exposureFactor":0.5}`:                                                       economics.SingleLoss{AssetValue: 1, ExposureFactor: 0.5},
		`{"sle":1,"aro":2}`:                                                                           economics.AnnualLoss{SLE: 1, ARO: 2},
		`{"before":3,"after":2,"cost":1}`:                                                             economics.Investment{Before: 3, After: 2, Cost: 1},
		`{"before":3,"share":0.5,"cost":1}`:                                                           economics.Mitigation{Before: 3, Share: 0.5, Cost: 1},
		`{"vulnerability":0.5,"loss":2,"alpha":3,"beta":4}`:                                           economics.ClassI{Vulnerability: 0.5, Loss: 2, Alpha: 3, Beta: 4},
		`{"vulnerability":0.5,"loss":2,"alpha":3}`:                                                    economics.ClassII{Vulnerability: 0.5, Loss: 2, Alpha: 3},
		`{"vulnerability":0.5,"loss":2,"externality":3}`:                                              economics.Stake{Vulnerability: 0.5, Loss: 2, Externality: 3},
		`{"mu":0,"sigma":1}`:                                                                          economics.LogNormal{Sigma: 1},
		`{"probability":0.5,"loss":{"lower":1,"upper":2},"currency":"EUR"}`:                           economics.Scenario{Probability: 0.5, Loss: economics.Interval{Lower: 1, Upper: 2}, Currency: "EUR"},
		`{"often":{"loss":1,"exceedance":0.5},"seldom":{"loss":2,"exceedance":0.1}}`:                  economics.Tolerance{Often: economics.Point{Loss: 1, Exceedance: 0.5}, Seldom: economics.Point{Loss: 2, Exceedance: 0.1}},
		`{"hits":1,"observations":2}`:                                                                 economics.Succession{Hits: 1, Observations: 2},
		`{"frequency":1,"controls":[{"title":"a","effectiveness":1,"coverage":0.5,"reliability":1}]}`: economics.Series{Frequency: 1, Controls: []economics.Control{{Title: "a", Effectiveness: 1, Coverage: 0.5, Reliability: 1}}},
		`{"frequency":1,"reduction":0.5,"implausible":true}`:                                          economics.Residual{Frequency: 1, Reduction: 0.5, Implausible: true},
		`{"value":1,"currency":"EUR"}`:                                                                economics.Amount{Value: 1, Currency: "EUR"},
		`{"investment":1,"breach":0.5,"expectedLoss":2,"share":0.5,"netBenefit":3}`:                   economics.Optimum{Investment: 1, Breach: 0.5, ExpectedLoss: 2, Share: 0.5, NetBenefit: 3},
	} {
		got, err := json.Marshal(v)
		require.NoError(t, err)
		require.Equal(t, want, string(got))
	}
}
