package elicit_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/elicit"
)

// panel has three experts and ten questions: one whose quantiles are the right
// ones, one who is too sure, one who says nothing.
func panel() elicit.Panel {
	p := elicit.Panel{Experts: []string{"right", "sure", "vague"}}
	r := rand.New(rand.NewPCG(1, 2))
	for range 10 {
		truth := math.Exp(3 + 2*r.Float64())
		off := func(spread, wrong float64) []float64 {
			m := truth * math.Exp(wrong*r.NormFloat64())
			return []float64{m * math.Exp(-1.645*spread), m, m * math.Exp(1.645*spread)}
		}
		p.Seeds = append(p.Seeds, elicit.Seed{Answer: truth, Log: true, Quantiles: [][]float64{off(0.5, 0.5), off(0.1, 0.5), off(3, 0.5)}})
	}
	return p
}

// chiSquare3 is P(χ² > x) with three degrees of freedom (Abramowitz and Stegun
// 26.4.4, 26.4.21).
func chiSquare3(x float64) float64 {
	return math.Erfc(math.Sqrt(x/2)) + math.Sqrt(2*x/math.Pi)*math.Exp(-x/2)
}

// TestTextbook computes the scores of the panel again, slowly.
func TestTextbook(t *testing.T) {
	p := panel()
	w, err := p.Weigh(0)
	require.NoError(t, err)
	total := 0.0
	for _, s := range w.Scores {
		total += s.Product
	}
	expected := []float64{0.05, 0.45, 0.45, 0.05}
	for e, got := range w.Scores {
		hits, information := make([]int, 4), 0.0
		for _, seed := range p.Seeds {
			low, high := math.Log(seed.Answer), math.Log(seed.Answer)
			for _, q := range seed.Quantiles {
				low, high = min(low, math.Log(q[0])), max(high, math.Log(q[2]))
			}
			low, high = low-0.1*(high-low), high+0.1*(high-low)
			edges := []float64{low, math.Log(seed.Quantiles[e][0]), math.Log(seed.Quantiles[e][1]), math.Log(seed.Quantiles[e][2]), high}
			for i, share := range expected {
				if x := math.Log(seed.Answer); edges[i] < x && x <= edges[i+1] {
					hits[i]++
				}
				information += share * math.Log(share/((edges[i+1]-edges[i])/(edges[4]-edges[0]))) / 10
			}
		}
		statistic := 0.0
		for i, k := range hits {
			if k > 0 {
				statistic += 2 * float64(k) * math.Log(float64(k)/10/expected[i])
			}
		}
		require.Equal(t, hits, got.Hits)
		require.InDelta(t, chiSquare3(statistic), got.Calibration, 1e-13)
		require.InDelta(t, information, got.Information, 1e-12)
		require.InDelta(t, got.Calibration*got.Information/total, got.Weight, 1e-12)
	}
	require.Greater(t, w.Scores[0].Product, w.Scores[1].Product)
	require.Greater(t, w.Scores[0].Product, w.Scores[2].Product)
}

// TestHitsAsExpected has hits with a known probability of the calibration.
func TestHitsAsExpected(t *testing.T) {
	for name, c := range map[string]struct {
		hits [4]int
		want float64
	}{
		"as expected": {[4]int{1, 9, 9, 1}, 1},
		"none out":    {[4]int{0, 5, 5, 0}, chiSquare3(20 * math.Log(0.5/0.45))},
		"all above":   {[4]int{0, 0, 0, 10}, chiSquare3(20 * math.Log(20))},
		// Expert E in the lecture notes MORE of Delft University of Technology
		// (TUDelft-CITG/MORE-lecture-notes, book/SEJ/Calibration.md): 0.00027, there
		// from shares of two digits.
		"Delft": {[4]int{4, 3, 0, 1}, chiSquare3(16 * (0.5*math.Log(10) + 0.375*math.Log(0.375/0.45) + 0.125*math.Log(2.5)))},
	} {
		t.Run(name, func(t *testing.T) {
			p := elicit.Panel{Experts: []string{"A"}}
			for i, k := range c.hits {
				for range k {
					p.Seeds = append(p.Seeds, elicit.Seed{Answer: float64(i) + 0.5, Quantiles: [][]float64{{1, 2, 3}}})
				}
			}
			w, err := p.Weigh(0)
			require.NoError(t, err)
			require.InDelta(t, c.want, w.Scores[0].Calibration, 1e-13)
			if name == "Delft" {
				require.InDelta(t, 0.00027, w.Scores[0].Calibration, 0.00002)
			}
		})
	}
}

// TestCalibratedExpert holds that of many calibrated experts one in twenty has a
// calibration below 0.05.
func TestCalibratedExpert(t *testing.T) {
	below := 0
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		p := elicit.Panel{Experts: []string{"A"}}
		for range 100 {
			p.Seeds = append(p.Seeds, elicit.Seed{Answer: r.Float64(), Quantiles: [][]float64{{0.05, 0.5, 0.95}}})
		}
		w, err := p.Weigh(0)
		require.NoError(t, err)
		if w.Scores[0].Calibration < 0.05 {
			below++
		}
	}
	require.InDelta(t, 100, below, 30)
}

// TestQuantiles compares the pool of a question with the mixture of histograms
// that it is.
func TestQuantiles(t *testing.T) {
	p := elicit.Panel{Experts: []string{"A", "B", "C"}, Probabilities: []float64{0.1, 0.5, 0.75, 0.9}}
	question := elicit.Seed{Quantiles: [][]float64{{1, 4, 6, 9}, {3, 5, 5.5, 6}, {-2, 0, 8, 20}}}
	weights := []float64{1, 3, 2}
	got, err := p.Quantiles(question, weights)
	require.NoError(t, err)
	var parts []dist.Dist
	for _, q := range question.Quantiles {
		h, err := dist.NewHistogram(slices.Concat([]float64{-2 - 2.2}, q, []float64{20 + 2.2}), []float64{0.1, 0.4, 0.25, 0.15, 0.1})
		require.NoError(t, err)
		parts = append(parts, h)
	}
	mixture, err := dist.NewMixture(weights, parts)
	require.NoError(t, err)
	for i, q := range p.Probabilities {
		require.InDelta(t, mixture.Quantile(q), got[i], 1e-12)
	}
	alone, err := p.Quantiles(question, []float64{0, 1, 0})
	require.NoError(t, err)
	require.InDeltaSlice(t, question.Quantiles[1], alone, 1e-12)
}

func TestLogQuantiles(t *testing.T) {
	p := elicit.Panel{Experts: []string{"A"}}
	got, err := p.Quantiles(elicit.Seed{Log: true, Quantiles: [][]float64{{1e3, 1e4, 1e6}}}, []float64{1})
	require.NoError(t, err)
	require.InEpsilonSlice(t, []float64{1e3, 1e4, 1e6}, got, 1e-12)
}

func TestCutoff(t *testing.T) {
	p := panel()
	all, err := p.Weigh(0)
	require.NoError(t, err)
	sure := all.Scores[1].Calibration
	some, err := p.Weigh(sure * 1.01)
	require.NoError(t, err)
	require.Zero(t, some.Scores[1].Weight)
	require.InDelta(t, 1, some.Weights()[0]+some.Weights()[1]+some.Weights()[2], 1e-15)
	best, err := p.Optimize()
	require.NoError(t, err)
	require.GreaterOrEqual(t, best.Pool.Product, all.Pool.Product)
	require.GreaterOrEqual(t, best.Pool.Product, some.Pool.Product)
	again, err := p.Weigh(best.Cutoff)
	require.NoError(t, err)
	require.Equal(t, best, again)
	_, err = p.Weigh(1)
	require.ErrorContains(t, err, "elicit: cutoff: got 1, want at most the largest calibration 0.")
}

// TestUnits holds that scores do not depend on the unit of a question.
func TestUnits(t *testing.T) {
	p := panel()
	want, err := p.Optimize()
	require.NoError(t, err)
	for i := range p.Seeds {
		s := &p.Seeds[i]
		s.Answer *= 1000
		for _, q := range s.Quantiles {
			for j := range q {
				q[j] *= 1000
			}
		}
	}
	got, err := p.Optimize()
	require.NoError(t, err)
	for i := range want.Scores {
		require.InDelta(t, want.Scores[i].Weight, got.Scores[i].Weight, 1e-12)
	}
}
