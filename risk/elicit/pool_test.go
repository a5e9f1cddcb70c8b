package elicit_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/elicit"
)

func parsed(t *testing.T, text string) dist.Of {
	t.Helper()
	d, err := dist.Parse(text)
	require.NoError(t, err)
	return dist.Of{Dist: d}
}

func TestPool(t *testing.T) {
	a, b, c := parsed(t, "uniform(min=0, max=1)"), parsed(t, "uniform(min=0, max=4)"), parsed(t, "constant(value=9)")
	for name, test := range map[string]struct {
		weights [3]float64
		at2     float64 // P(X ≤ 2)
	}{
		"alike":    {[3]float64{}, (1 + 0.5 + 0) / 3},
		"weighted": {[3]float64{2, 1, 1}, (2 + 0.5) / 4},
		"left out": {[3]float64{0, 5, 0}, 0.5},
	} {
		t.Run(name, func(t *testing.T) {
			pooled, err := elicit.Pool([]elicit.Opinion{{"A", a, test.weights[0]}, {"B", b, test.weights[1]}, {"C", c, test.weights[2]}})
			require.NoError(t, err)
			require.InDelta(t, test.at2, pooled.CDF(2), 1e-15)
		})
	}
	one, err := elicit.Pool([]elicit.Opinion{{Dist: a}})
	require.NoError(t, err)
	require.Equal(t, a.Dist, one)
}

func TestOpinionIsText(t *testing.T) {
	var o elicit.Opinion
	require.NoError(t, json.Unmarshal([]byte(`{"expert":"A","dist":"pert(min=0, mode=1, max=5)","weight":2}`), &o))
	require.Equal(t, elicit.Opinion{Expert: "A", Dist: parsed(t, "pert(min=0, mode=1, max=5)"), Weight: 2}, o)
}

func TestProbabilities(t *testing.T) {
	judgments := []elicit.Judgment{{"A", 0.1, 1}, {"B", 0.5, 2}, {"C", 0.9, 0}}
	p, err := elicit.LinearPool(judgments)
	require.NoError(t, err)
	require.InDelta(t, 1.1/3, p, 1e-15)
	p, err = elicit.LogarithmicPool(judgments)
	require.NoError(t, err)
	require.InDelta(t, 1/(1+math.Cbrt(9)), p, 1e-15)
}

// TestEvidenceCommutes holds what the logarithmic pool is chosen for: it does not
// matter whether all see a likelihood ratio before or after they are pooled.
func TestEvidenceCommutes(t *testing.T) {
	with := func(p, ratio float64) float64 { return p * ratio / (p*ratio + 1 - p) }
	before := []elicit.Judgment{{P: 0.02, Weight: 3}, {P: 0.3, Weight: 1}, {P: 0.6, Weight: 2}}
	after := []elicit.Judgment{}
	for _, j := range before {
		after = append(after, elicit.Judgment{P: with(j.P, 5), Weight: j.Weight})
	}
	p, err := elicit.LogarithmicPool(before)
	require.NoError(t, err)
	q, err := elicit.LogarithmicPool(after)
	require.NoError(t, err)
	require.InDelta(t, with(p, 5), q, 1e-14)
}

func TestCertainty(t *testing.T) {
	p, err := elicit.LogarithmicPool([]elicit.Judgment{{P: 0}, {P: 0.5}})
	require.NoError(t, err)
	require.Zero(t, p)
	p, err = elicit.LogarithmicPool([]elicit.Judgment{{P: 1}, {P: 0.5}})
	require.NoError(t, err)
	require.InDelta(t, 1, p, 0)
	_, err = elicit.LogarithmicPool([]elicit.Judgment{{P: 1}, {P: 0}})
	require.EqualError(t, err, "elicit: judgments/1/p: got 0, want no certainty of the contrary of another's")
}
