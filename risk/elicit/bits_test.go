package elicit_test

import (
	"fmt"
	"hash/fnv"
	"math"
	"strings"
	"testing"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/elicit"
)

// TestBits holds that results have the same bits as ever, on whichever platform.
func TestBits(t *testing.T) {
	var b strings.Builder
	digest := func(name string, xs ...float64) {
		h := fnv.New64a()
		for _, x := range xs {
			_, _ = fmt.Fprintf(h, "%016x ", math.Float64bits(x))
		}
		fmt.Fprintf(&b, "%-8s %016x\n", name, h.Sum64())
	}
	p := elicit.Panel{Experts: []string{"A", "B"}}
	for i := range 8 {
		x := float64(i*i%7) + 1.25
		p.Seeds = append(p.Seeds, elicit.Seed{Answer: x, Log: i%2 == 0, Quantiles: [][]float64{{0.5, 3, 8}, {2, 2.5, 3 + x}}})
	}
	w := ok[elicit.Weighting](t)(p.Optimize())
	for _, s := range append(w.Scores, w.Pool) {
		digest("panel", s.Calibration, s.Information, s.Product, s.Weight)
	}
	var forecasts []elicit.Forecast
	for i := range 30 {
		forecasts = append(forecasts, elicit.Forecast{P: float64(i*7%11) / 10, Happened: i%3 == 0})
	}
	s := ok[elicit.ForecastScore](t)(elicit.Score(forecasts))
	digest("score", s.Brier, s.Reliability, s.Resolution, s.Uncertainty, s.Log, s.Confidence.Fewer, s.Confidence.More, s.Confidence.Low, s.Confidence.High)
	r := ok[elicit.Rate](t)(elicit.RateBetween(0.1, 2))
	m := ok[elicit.Rate](t)(elicit.RateMode(0.1, 2))
	q := ok[[]elicit.Quiet](t)(r.Quiet(3))[0]
	digest("rate", r.Events, r.Years, m.Events, m.Years, q.Mean, q.High, q.None)
	c := ok[elicit.Chance](t)(elicit.ChanceBetween(0.1, 0.4))
	d := ok[elicit.Chance](t)(elicit.ChanceMode(0.1, 0.4))
	n := ok[elicit.Prospect](t)(c.Next(20))
	digest("chance", c.Hits, c.Misses, d.Hits, d.Misses, n.Mean, n.SD, n.None)
	l := ok[float64](t)(elicit.LogarithmicPool([]elicit.Judgment{{P: 0.1}, {P: 0.7, Weight: 2}, {P: 0.3, Weight: 1}}))
	digest("pool", l)
	golden.Equal(t, "bits.txt", b.String())
}
