package nist80030_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/nist80030"
)

// TestVectors runs worked examples; each names its source.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID, Method, Source string
			Inputs             map[string]any
			Expected           struct{ Overall, Risk, Level string }
		}
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 45)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			level := func(name string) nist80030.Level {
				text, ok := v.Inputs[name].(string)
				require.True(t, ok)
				return short[text]
			}
			number := func(name string) float64 {
				x, ok := v.Inputs[name].(float64)
				require.True(t, ok)
				return x
			}
			switch v.Method {
			case "nist-800-30-overall-likelihood":
				r, err := nist80030.Adversarial{
					Initiation: level("initiation"), AdverseImpact: level("adverse_impact"), Impact: nist80030.Low,
				}.Rate()
				require.NoError(t, err)
				require.Equal(t, short[v.Expected.Overall], r.Likelihood)
			case "nist-800-30-risk":
				r, err := with(t, level("likelihood"), level("impact")).Rate()
				require.NoError(t, err)
				require.Equal(t, short[v.Expected.Risk], r.Risk)
			case "nist-800-30-semi-quant":
				l, err := nist80030.Of100(number("value_0_100"))
				require.NoError(t, err)
				require.Equal(t, short[v.Expected.Level], l)
			case "nist-800-30-semi-quant-10":
				l, err := nist80030.Of10(int(number("value_0_10")))
				require.NoError(t, err)
				require.Equal(t, short[v.Expected.Level], l)
			default:
				t.Fatalf("no test for %s", v.Method)
			}
		})
	}
}

// with finds an event with this overall likelihood.
func with(t *testing.T, likelihood, impact nist80030.Level) nist80030.NonAdversarial {
	t.Helper()
	for a := nist80030.VeryLow; a <= nist80030.VeryHigh; a++ {
		for b := nist80030.VeryLow; b <= nist80030.VeryHigh; b++ {
			x := nist80030.NonAdversarial{Occurrence: a, AdverseImpact: b, Impact: impact}
			r, err := x.Rate()
			require.NoError(t, err)
			if r.Likelihood == likelihood {
				return x
			}
		}
	}
	t.Fatal("no event has this likelihood")
	return nist80030.NonAdversarial{}
}
