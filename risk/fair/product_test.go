package fair_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// vose is the yardstick with the other form of PERT.
func vose() fair.Tree {
	other := func(d dist.Dist) dist.Dist { return parse(strings.Replace(d.String(), "pert(", "vosepert(", 1)) }
	t := yardstick()
	t.TEF.Dist, t.TCap, t.Resistance, t.Primary = other(t.TEF.Dist), other(t.TCap), other(t.Resistance), other(t.Primary)
	t.Secondary[0].SLEF.Dist, t.Secondary[0].SLM = other(t.Secondary[0].SLEF.Dist), other(t.Secondary[0].SLM)
	return t
}

// asNumber gives the vulnerability as one number.
func asNumber(t fair.Tree) fair.Tree {
	t.Vulnerability = loss.Fixed(must(fair.Vulnerability(t.TCap, t.Resistance)))
	t.TCap, t.Resistance = nil, nil
	return t
}

// simulated draws half a million years.
func simulated(t testing.TB, s loss.Scenario) loss.Sample {
	t.Helper()
	plan, err := loss.Compile(loss.Model{ID: "m", Scenarios: []loss.Scenario{s}})
	require.NoError(t, err)
	r, err := plan.Simulate(t.Context(), loss.SimOptions{Trials: 1 << 19, Seed: 1})
	require.NoError(t, err)
	return r
}

// near fails the test unless an estimate is within four standard errors, which
// are about twice its interval of 95 %.
func near(t testing.TB, what string, want float64, got loss.Estimate, err float64) {
	t.Helper()
	width := 2.05*max(got.High-got.Value, got.Value-got.Low) + 4*err
	require.InDelta(t, want, got.Value, width, what)
	require.Less(t, width, 0.1*want, what)
}

// TestProducts: events and products, simulated, are those of the vectors, and of
// the page.
func TestProducts(t *testing.T) {
	v := readVectors(t).Trees
	for _, c := range []struct {
		name   string
		s      loss.Scenario
		vector int
	}{
		{"events", must(yardstick().Scenario("s")), 0},
		{"product, classic", must(asNumber(yardstick()).Product("s")), 1},
		{"product, pyfair", must(asNumber(vose()).Product("s")), 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			v, r := v[c.vector], simulated(t, c.s)
			near(t, "mean", v.Mean, r.Mean(), 0)
			near(t, "sd", math.Sqrt(v.Variance), r.SD(), 0)
			require.InDelta(t, v.Zero, r.P0().Value, 4*math.Sqrt(v.Zero*(1-v.Zero)/(1<<19)))
			for text, want := range v.VaR {
				p := must(strconv.ParseFloat(text, 64))
				near(t, "VaR "+text, want, r.VaR(p), v.Error[text])
				if v.TVaR != nil {
					near(t, "TVaR "+text, v.TVaR[text], r.TVaR(p), 0)
				}
			}
		})
	}
	r := simulated(t, must(asNumber(yardstick()).Product("s")))
	near(t, "VaR 50", 263_000, r.VaR(0.5), 250)
	near(t, "VaR 95", 880_000, r.VaR(0.95), 2500)
	near(t, "VaR 99", 1_320_000, r.VaR(0.99), 2500)

	r = simulated(t, must(yardstick().Product("s")))
	near(t, "mean", v[0].Mean, r.Mean(), 0)
	near(t, "no loss", 1-v[0].Vulnerability, r.P0(), 0)
	near(t, "sd", 706_000, r.SD(), 250)
	near(t, "VaR 95", 1_830_000, r.VaR(0.95), 2500)
	near(t, "VaR 99", 3_220_000, r.VaR(0.99), 2500)
	require.Zero(t, r.VaR(0.5).Value)
}

// TestProductTooLow: with the inputs of both, and the PERT of pyfair, its VaR is
// 44 % below that of the annual loss, 43 % of whose years are without loss.
func TestProductTooLow(t *testing.T) {
	events := computed(t, must(vose().Scenario("s")))
	product := readVectors(t).Trees[2]
	require.InEpsilon(t, product.Mean, events.Mean().Value, 1e-9)
	require.InDelta(t, 0.44, 1-product.VaR["0.95"]/events.VaR(0.95).Value, 0.005)
	require.InDelta(t, 0.43, events.P0().Value, 0.005)
	require.InEpsilon(t, 1_485_000, events.VaR(0.95).Value, 5e-4)
	require.InEpsilon(t, 829_000, product.VaR["0.95"], 5e-4)
}
