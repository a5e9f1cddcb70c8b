package elicit_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/elicit"
)

func TestScore(t *testing.T) {
	s, err := elicit.Score([]elicit.Forecast{{0.9, true}, {0.9, true}, {0.9, false}, {0.2, false}, {0.2, false}, {0.2, true}, {0.5, true}, {0.5, false}})
	require.NoError(t, err)
	require.InDelta(t, (0.01+0.01+0.81+0.04+0.04+0.64+0.25+0.25)/8, s.Brier, 1e-15)
	require.InDelta(t, (3*(0.9-2./3)*(0.9-2./3)+3*(0.2-1./3)*(0.2-1./3))/8, s.Reliability, 1e-15)
	require.InDelta(t, 6./8/36, s.Resolution, 1e-15)
	require.InDelta(t, 0.25, s.Uncertainty, 1e-15)
	require.InDelta(t, -(2*math.Log(0.9)+math.Log(0.1)+2*math.Log(0.8)+math.Log(0.2)+2*math.Log(0.5))/8, s.Log, 1e-15)
	require.Equal(t, elicit.Confidence{}.Verdict, elicit.Verdict(0))
	require.Equal(t, elicit.Inconclusive, s.Confidence.Verdict)
	require.InDelta(t, (2.7+2.4+1)/8, s.Confidence.Stated, 1e-15)
	require.Equal(t, 5, s.Confidence.Right)
}

func TestCertainAndWrong(t *testing.T) {
	s, err := elicit.Score([]elicit.Forecast{{1, false}})
	require.NoError(t, err)
	require.InDelta(t, 1, s.Brier, 0)
	require.True(t, math.IsInf(s.Log, 1))
	require.Equal(t, elicit.Overconfident, s.Confidence.Verdict)
}

// TestDecomposition holds Murphy's identity.
func TestDecomposition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		forecasts := make([]elicit.Forecast, 1+r.IntN(300))
		for i := range forecasts {
			forecasts[i] = elicit.Forecast{P: float64(r.IntN(11)) / 10, Happened: r.IntN(3) == 0}
		}
		s, err := elicit.Score(forecasts)
		require.NoError(t, err)
		require.InDelta(t, s.Brier, s.Reliability-s.Resolution+s.Uncertainty, 1e-14)
	}
}

// TestClopperPearson compares with the closed forms at the ends, and holds that
// the interval covers any truth 95 % of the time at least.
func TestClopperPearson(t *testing.T) {
	c := hits(t, 0, 10)
	require.InDelta(t, 0, c.Low, 0)
	require.InDelta(t, 1-math.Pow(0.025, 0.1), c.High, 1e-14)
	c = hits(t, 10, 10)
	require.InDelta(t, math.Pow(0.025, 0.1), c.Low, 1e-14)
	c = hits(t, 5, 10)
	require.InDeltaSlice(t, []float64{0.1871, 0.8129}, []float64{c.Low, c.High}, 5e-5)
	const n = 17
	for p := 0.02; p < 1; p += 0.02 {
		covered := 0.0
		for k := range n + 1 {
			if c := hits(t, k, n); c.Low <= p && p <= c.High {
				covered += binomial(n, k, p)
			}
		}
		require.GreaterOrEqual(t, covered, 0.95, "p = %g", p)
	}
}

// hits has k of n intervals hold the answer.
func hits(t *testing.T, k, n int) elicit.Confidence {
	t.Helper()
	intervals := make([]elicit.Interval, n)
	for i := range intervals {
		intervals[i] = elicit.Interval{Low: 1, High: 2}
		if i < k {
			intervals[i].Answer = 1 + float64(i%2)
		}
	}
	c, err := elicit.Hits(intervals, 0)
	require.NoError(t, err)
	require.Equal(t, k, c.Right)
	return c
}

func binomial(n, k int, p float64) float64 {
	l, _ := math.Lgamma(float64(n) + 1)
	m, _ := math.Lgamma(float64(k) + 1)
	o, _ := math.Lgamma(float64(n-k) + 1)
	return math.Exp(l - m - o + float64(k)*math.Log(p) + float64(n-k)*math.Log1p(-p))
}

// TestVerdict holds the tails of the binomial distribution, and that a calibrated
// person is blamed one time in twenty at most.
func TestVerdict(t *testing.T) {
	for n := 1; n <= 60; n++ {
		over, under := 0.0, 0.0
		for k := range n + 1 {
			c := hits(t, k, n)
			fewer, more := 0.0, 0.0
			for j := range n + 1 {
				if j <= k {
					fewer += binomial(n, j, 0.9)
				}
				if j >= k {
					more += binomial(n, j, 0.9)
				}
			}
			require.InDelta(t, fewer, c.Fewer, 1e-12)
			require.InDelta(t, more, c.More, 1e-12)
			if c.Verdict == elicit.Overconfident {
				over += binomial(n, k, 0.9)
			}
			if c.Verdict == elicit.Underconfident {
				under += binomial(n, k, 0.9)
				require.GreaterOrEqual(t, n, 29)
			}
		}
		require.LessOrEqual(t, max(over, under), 0.05)
	}
	require.Equal(t, elicit.Overconfident, hits(t, 6, 10).Verdict)
	require.Equal(t, elicit.Inconclusive, hits(t, 20, 20).Verdict)
}

func TestVerdictWords(t *testing.T) {
	for _, v := range []elicit.Verdict{elicit.Overconfident, elicit.Underconfident, elicit.Inconclusive, 0} {
		text, err := v.MarshalText()
		require.NoError(t, err)
		var again elicit.Verdict
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, v, again)
	}
	var v elicit.Verdict
	require.EqualError(t, v.UnmarshalText([]byte("overconfidant")),
		`elicit: verdict: got "overconfidant", want one of overconfident, underconfident, inconclusive; did you mean "overconfident"?`)
}

func TestTraining(t *testing.T) {
	require.Len(t, elicit.Questions(), 20)
	require.Len(t, elicit.Statements(), 20)
	right := 0
	for _, s := range elicit.Statements() {
		if s.True {
			right++
		}
		require.NotEmpty(t, s.Source, s.ID)
	}
	require.Equal(t, 10, right, "half are true, or always saying true would pay")
	elicit.Questions()[0].Answer = 0
	require.InDelta(t, 1969, elicit.Questions()[0].Answer, 0, "the caller's copy")
}
