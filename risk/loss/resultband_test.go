package loss_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestBand holds the band of what nobody knows: a figure that rises with a
// parameter is, at 5 % of the parameter, at 5 % of its own.
func TestBand(t *testing.T) {
	rate, severity := must(dist.NewPERT(0.5, 2, 12)), must(dist.NewLogNormal(1, 1))
	at := func(rate float64) loss.Result {
		return exact(t, loss.ExactOptions{}, loss.Scenario{ID: "s", Frequency: poisson(rate), Severity: severity})
	}
	r := exact(t, loss.ExactOptions{}, loss.Scenario{
		ID: "s", Frequency: loss.Poisson{Rate: unknown("tef", rate)}, Severity: severity,
	})
	for _, c := range []struct {
		of loss.Measure
		p  float64
		f  func(loss.Result) loss.Estimate
	}{
		{loss.ValueAtRisk, 0.95, func(r loss.Result) loss.Estimate { return r.VaR(0.95) }},
		{loss.TailValueAtRisk, 0.99, func(r loss.Result) loss.Estimate { return r.TVaR(0.99) }},
		{loss.ExpectedLoss, 0, loss.Result.Mean},
	} {
		b, err := r.Band(t.Context(), c.of, c.p)
		require.NoError(t, err)
		require.InEpsilon(t, c.f(at(rate.Quantile(0.05))).Value, b.Low, 1e-5)
		require.InEpsilon(t, c.f(at(rate.Quantile(0.5))).Value, b.Median, 1e-5)
		require.InEpsilon(t, c.f(at(rate.Quantile(0.95))).Value, b.High, 1e-5)
	}
	_, err := at(1).Band(t.Context(), loss.ExpectedLoss, 0)
	require.ErrorContains(t, err, "want one")
	_, err = r.Band(t.Context(), loss.ValueAtRisk, 2)
	require.ErrorContains(t, err, "loss: band: p: got 2")
}

// TestBandOfTwo has the product of two log-normal parameters for its mean, which
// is log-normal; the mean curve has the mean of that.
func TestBandOfTwo(t *testing.T) {
	r := exact(t, loss.ExactOptions{Tolerance: 1e-4}, loss.Scenario{
		ID: "s", Frequency: loss.Poisson{Rate: unknown("rate", must(dist.NewLogNormal(0, 0.4)))}, Severity: must(dist.NewExponential(1)),
		LossFactor: unknown("factor", must(dist.NewLogNormal(0, 0.3))),
	})
	require.InEpsilon(t, math.Exp(0.5*0.25), r.Mean().Value, 1e-9)
	b, err := r.Band(t.Context(), loss.ExpectedLoss, 0)
	require.NoError(t, err)
	require.InEpsilon(t, math.Exp(-1.6448536*0.5), b.Low, 2e-3)
	require.InDelta(t, 1, b.Median, 2e-3)
	require.InEpsilon(t, math.Exp(1.6448536*0.5), b.High, 2e-3)
}

// TestBandOfFew has a rate that is one of three.
func TestBandOfFew(t *testing.T) {
	rates := must(dist.NewEmpirical([]float64{1, 2, 4, 4}, nil))
	r := exact(t, loss.ExactOptions{}, loss.Scenario{ID: "s", Frequency: loss.Poisson{Rate: unknown("rate", rates)}, Severity: must(dist.NewExponential(1))})
	b, err := r.Band(t.Context(), loss.ExpectedLoss, 0)
	require.NoError(t, err)
	require.Equal(t, loss.Band{Low: 1, Median: 2, High: 4, Values: 3}, b)
}

// TestUnknownForYears holds that what is drawn once is the same in all years: in
// no year an event, if the rate is 0.
func TestUnknownForYears(t *testing.T) {
	rates := must(dist.NewEmpirical([]float64{0, 2}, nil))
	severity := must(dist.NewExponential(1))
	m := func(u loss.Uncertain) loss.Result {
		plan := must(loss.Compile(loss.Model{ID: "m", Years: 2, Scenarios: []loss.Scenario{{ID: "s", Frequency: loss.Poisson{Rate: u}, Severity: severity}}}))
		return must(plan.Exact(t.Context(), loss.ExactOptions{}))
	}
	once, each := m(unknown("", rates)), m(yearly("", rates))
	require.InEpsilon(t, (1+math.Exp(-4))/2, once.P0().Value, 1e-14)
	require.InEpsilon(t, math.Pow((1+math.Exp(-2))/2, 2), each.P0().Value, 1e-14)
	require.InEpsilon(t, 2, once.Mean().Value, 1e-14)
	require.InEpsilon(t, 2, each.Mean().Value, 1e-14)
	// E[4R + (2R)²] - 4 and 2 (E[2R + R²] - 1)
	require.InEpsilon(t, math.Sqrt(8), once.SD().Value, 1e-14)
	require.InEpsilon(t, math.Sqrt(6), each.SD().Value, 1e-14)
}
