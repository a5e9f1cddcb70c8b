package fair_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/dist"
	"github.com/ismskit/ismskit/risk/fair"
	"github.com/ismskit/ismskit/risk/loss"
)

// must is what a test may do with an error.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func parse(text string) dist.Dist { return must(dist.Parse(text)) }

func nan() float64 { return math.NaN() }

func per(p loss.Per, text string) loss.Uncertain { return loss.Uncertain{Per: p, Dist: parse(text)} }

// yardstick is the tree of the vectors, with a threat event frequency that is
// drawn once a year.
func yardstick() fair.Tree {
	return fair.Tree{
		TEF:        per(loss.Year, "pert(min=0.5, mode=2, max=12)"),
		TCap:       parse("pert(min=0.2, mode=0.5, max=0.9)"),
		Resistance: parse("pert(min=0.3, mode=0.6, max=0.95)"),
		Primary:    parse("pert(min=20000, mode=80000, max=600000)"),
		Secondary: []fair.Secondary{{
			SLEF: per(loss.Event, "pert(min=0.05, mode=0.2, max=0.6)"), SLM: parse("pert(min=50000, mode=250000, max=3000000)"),
		}},
	}
}

// full is a tree with everything that goes together.
func full() fair.Tree {
	return fair.Tree{
		Title:               "Stolen laptops",
		ContactFrequency:    loss.Uncertain{Name: "contacts", Per: loss.Year, Dist: parse("pert(min=10, mode=40, max=90)")},
		ProbabilityOfAction: per(loss.Year, "pert(min=0.01, mode=0.05, max=0.2)"),
		TCap:                parse("pert(min=0, mode=40, max=100)"),
		Resistance:          parse("pert(min=30, mode=70, max=100)"),
		PrimaryForms: fair.Forms{
			Productivity: parse("uniform(min=100, max=2000)"), Response: parse("pert(min=500, mode=2000, max=9000)"),
			Replacement: parse("constant(value=1500)"), FinesAndJudgments: parse("constant(value=10)"),
			CompetitiveAdvantage: parse("exponential(mean=300)"), Reputation: parse("exponential(mean=700)"),
		},
		Secondary: []fair.Secondary{
			{ID: "regulator", SLEF: per(loss.Once, "pert(min=0.01, mode=0.05, max=0.2)"), Forms: fair.Forms{FinesAndJudgments: parse("lognormal(mu=11, sigma=1)")}},
			{ID: "customers", SLEF: per(loss.Event, "pert(min=0.1, mode=0.2, max=0.4)"), SLM: parse("lognormal(mu=10, sigma=1.5)")},
		},
	}
}

// vectors is testdata/vectors.json.
type vectors struct {
	Source string
	Trees  []struct {
		ID            string
		PERT          string
		Vulnerability float64
		Zero          float64 `json:"probZero"`
		Mean          float64
		Variance      float64
		VaR, TVaR     map[string]float64
		Error         map[string]float64
	}
}

func readVectors(t testing.TB) vectors {
	t.Helper()
	text, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var v vectors
	require.NoError(t, json.Unmarshal(text, &v))
	return v
}
