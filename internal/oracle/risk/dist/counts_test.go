package dist_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/stat/distuv"
)

// prober is what gonum has of a distribution of counts.
type prober interface {
	Prob(x float64) float64
	CDF(x float64) float64
	Survival(x float64) float64
	Mean() float64
	Variance() float64
}

// TestCounts compares with gonum. Its probabilities go through logarithms of
// large numbers, and its survival functions are 1 - CDF: so agreement is asked
// to 1e-9 of the value for the first, to 1e-10 in all for the others; the tests of
// dist have better values.
func TestCounts(t *testing.T) {
	for text, theirs := range map[string]prober{
		"poisson(mean=0.1)":                     distuv.Poisson{Lambda: 0.1},
		"poisson(mean=3)":                       distuv.Poisson{Lambda: 3},
		"poisson(mean=250)":                     distuv.Poisson{Lambda: 250},
		"binomial(n=12, p=0.3)":                 distuv.Binomial{N: 12, P: 0.3},
		"binomial(n=5000, p=0.002)":             distuv.Binomial{N: 5000, P: 0.002},
		"binomial(n=400, p=0.9)":                distuv.Binomial{N: 400, P: 0.9},
		"bernoulli(p=0.07)":                     distuv.Bernoulli{P: 0.07},
		"zeroinflated(p=0, of=poisson(mean=3))": distuv.Poisson{Lambda: 3},
	} {
		t.Run(text, func(t *testing.T) {
			ours, err := dist.ParseCount(text)
			require.NoError(t, err)
			require.InEpsilon(t, theirs.Mean(), ours.Mean(), 1e-12)
			require.InEpsilon(t, theirs.Variance(), ours.Variance(), 1e-12)
			for k := ours.Quantile(1e-9); k <= ours.Quantile(1-1e-9); k++ {
				x := float64(k)
				require.InEpsilon(t, theirs.Prob(x), ours.P(k), 1e-9, "P(%d)", k)
				require.InDelta(t, theirs.CDF(x), ours.CDF(k), 1e-10, "CDF(%d)", k)
				require.InDelta(t, theirs.Survival(x), ours.Survival(k), 1e-10, "Survival(%d)", k)
			}
		})
	}
}
