package fair_test

import (
	"encoding/json"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// TestRiskquant compares with what riskquant's README and tests print, and with
// the closed forms. Its README has the first value beside other inputs in one
// version.
func TestRiskquant(t *testing.T) {
	for _, c := range []struct{ frequency, low, high, want, relative float64 }{
		{0.10, 100e3, 1e6, 40400.128269457266, 1e-12}, // fitted numerically there
		{0.01, 1e6, 10e6, 40400, 5e-3},
		{0.10, 10e6, 1000e6, 26_600_000, 5e-3},
		{0.05, 5e6, 50e6, 1_010_000, 5e-3},
		{0.1, 1, 10, 0.4040012826945718, 1e-12},
	} {
		r := computed(t, loss.Scenario{ID: "s", Frequency: loss.Poisson{Rate: loss.Fixed(c.frequency)}, Severity: must(dist.LogNormal90(c.low, c.high))})
		require.InEpsilon(t, c.want, r.Mean().Value, c.relative)
	}
}

// hubbard is testdata/hubbard.json.
type hubbard struct {
	Model    loss.Model
	Expected struct {
		Mean, SD, Zero  float64
		Exceedance, VaR map[string]float64
	}
}

// TestHubbard is the one-for-one table as a model that is read.
func TestHubbard(t *testing.T) {
	var h hubbard
	require.NoError(t, json.Unmarshal(must(os.ReadFile("testdata/hubbard.json")), &h))
	plan, err := loss.Compile(h.Model)
	require.NoError(t, err)
	r, err := plan.Exact(t.Context(), loss.ExactOptions{At: []float64{0.75, 0.9, 0.95, 0.99, 0.999}, Tolerance: 2e-6})
	require.NoError(t, err)
	require.InEpsilon(t, h.Expected.Mean, r.Mean().Value, 1e-12)
	require.InEpsilon(t, h.Expected.SD, r.SD().Value, 1e-12)
	require.InEpsilon(t, h.Expected.Zero, r.P0().Value, 1e-12)
	for x, want := range h.Expected.Exceedance {
		if want > 1e-3 {
			require.InEpsilon(t, want, r.Exceedance(must(strconv.ParseFloat(x, 64))).Value, 2e-6, x)
		}
	}
	for p, want := range h.Expected.VaR {
		require.InEpsilon(t, want, r.VaR(must(strconv.ParseFloat(p, 64))).Value, 5e-6, p)
	}

	// What 10,000 rows of a spreadsheet leave open, with 95 % confidence: of the
	// mean, and of a percentile as √(p(1-p)/n) over the density there.
	const rows, z = 10_000, 1.96
	require.InDelta(t, 0.098, z*r.SD().Value/math.Sqrt(rows)/r.Mean().Value, 0.001)
	for p, want := range map[float64]float64{0.95: 0.074, 0.99: 0.129} {
		q := r.VaR(p).Value
		step := 0.01 * q
		density := (r.Exceedance(q-step).Value - r.Exceedance(q+step).Value) / (2 * step)
		require.InDelta(t, want, z*math.Sqrt(p*(1-p)/rows)/density/q, 0.001, "%v", p)
	}
}

// TestEvaluator has the moments of what evaluator draws, in closed form: a number
// of threat events that is rounded, of which each is a loss or not.
func TestEvaluator(t *testing.T) {
	tree := yardstick()
	tree.Secondary = nil
	v := must(tree.Scenario("s")).Vulnerability.Dist.Mean()
	var mean, square, none float64 // of the number of threat events
	for n := range 13 {
		p := tree.TEF.Dist.CDF(float64(n)+0.5) - tree.TEF.Dist.CDF(float64(n)-0.5)
		mean, square, none = mean+float64(n)*p, square+float64(n*n)*p, none+p*math.Pow(1-v, float64(n))
	}
	x := tree.Primary
	variance := mean*v*x.Variance() + (mean*v*(1-v)+v*v*(square-mean*mean))*x.Mean()*x.Mean()
	require.InDelta(t, 166_650, mean*v*x.Mean(), 50)
	require.InDelta(t, 0.345, none, 5e-4)
	require.InDelta(t, 189_200, math.Sqrt(variance), 100)

	events := computed(t, must(tree.Scenario("s")))
	require.InDelta(t, 166_400, events.Mean().Value, 50)
	require.InDelta(t, 0.401, events.P0().Value, 5e-4)
	require.InDelta(t, 209_200, events.SD().Value, 50)
	require.InDelta(t, 588_400, events.VaR(0.95).Value, 50)
}

// TestComingFromPyfair holds the table of the page.
func TestComingFromPyfair(t *testing.T) {
	events, product := computed(t, must(vose().Scenario("s"))), readVectors(t).Trees[2]
	require.InDelta(t, 314_158, events.Mean().Value, 0.5)
	require.InDelta(t, 314_158, product.Mean, 0.5)
	require.InDelta(t, 0.43, events.P0().Value, 0.005)
	for p, want := range map[string][2]float64{"0.5": {239_651, 89_880}, "0.95": {828_952, 1_485_500}, "0.99": {1_251_072, 2_408_700}} {
		require.InDelta(t, want[0], product.VaR[p], 0.5, p)
		require.InEpsilon(t, want[1], events.VaR(must(strconv.ParseFloat(p, 64))).Value, 5e-4, p)
	}
	v := product.Vulnerability
	require.InDelta(t, 0.0089, 1.96*math.Sqrt(v*(1-v)/10_000), 5e-5)
}
