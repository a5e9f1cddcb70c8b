//nolint:tagliatelle // the words of the vectors
package loss_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/loss"
)

// vectors is testdata/vectors.json.
type vectors struct {
	Models    []vector
	Lattice   []latticeVector
	Closed    []vector
	Published []struct {
		Rows []struct {
			Event        string
			P, Mu, Sigma float64
		}
		Expected   float64 `json:"total_expected_loss"`
		SD         float64 `json:"total_sd"`
		Zero       float64 `json:"prob_zero"`
		Exceedance map[string]float64
		VaR        map[string]float64
	}
	Fair []vector
}

type vector struct {
	ID         string
	Parts      []part
	P          float64 // of a Bernoulli event, with Mu and Sigma
	Mu, Sigma  float64
	V          float64 // of the event tree
	Mean       float64
	Variance   float64
	Zero       float64 `json:"prob_zero"`
	VaR, TVaR  map[string]float64
	VaRError   map[string]float64 `json:"VaR_err"`
	TVaRError  map[string]float64 `json:"TVaR_err"`
	Exceedance map[string]float64
}

type part struct {
	Frequency struct {
		Dist       string
		Lambda     float64 `json:"lambda_"`
		N          int
		P, R, Beta float64
	}
	Severity struct {
		Dist                                             string
		Mean, Shape, Scale, Mu, Sigma, Min, Mode, Max, X float64
	}
}

type latticeVector struct {
	ID        string
	Frequency []string
	Severity  map[string]string
	PMF, CDF  []float64
	Mean      float64
	Variance  float64
	VaR       map[string]float64
	StopLoss  map[string]float64 `json:"stop_loss"`
}

func readVectors(t testing.TB) vectors {
	t.Helper()
	text, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var v vectors
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}

// must is what a test may do with an error.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (p part) scenario(t testing.TB, id string) loss.Scenario {
	t.Helper()
	s := loss.Scenario{ID: id}
	switch f := p.Frequency; f.Dist {
	case "poisson":
		s.Frequency = loss.Poisson{Rate: loss.Fixed(f.Lambda)}
	case "binomial":
		s.Frequency = loss.Binomial{Trials: f.N, Probability: loss.Fixed(f.P)}
	case "negative binomial":
		s.Frequency = loss.NegativeBinomial{Mean: f.R * f.Beta, Dispersion: 1 / f.R}
	default:
		t.Fatalf("got frequency %q", f.Dist)
	}
	switch x := p.Severity; x.Dist {
	case "exponential":
		s.Severity = must(dist.NewExponential(x.Mean))
	case "gamma":
		s.Severity = must(dist.NewGamma(x.Shape, x.Scale))
	case "lognormal":
		s.Severity = must(dist.NewLogNormal(x.Mu, x.Sigma))
	case "pert":
		s.Severity = must(dist.NewPERT(x.Min, x.Mode, x.Max))
	case "weibull":
		s.Severity = must(dist.NewWeibull(x.Shape, x.Scale))
	default:
		t.Fatalf("got severity %q", x.Dist)
	}
	return s
}
