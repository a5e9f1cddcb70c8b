package cvss_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/cvss"
)

// TestVectors scores every vector of testdata/vectors.json. Among them are
// those that go-cvss before 0.6.3 got wrong.
func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID     string `json:"id"`
			Method string `json:"method"`
			Inputs struct {
				Vector string  `json:"vector"`
				Score  float64 `json:"score"`
			} `json:"inputs"`
			Expected struct {
				Base          float64 `json:"base"`
				Temporal      float64 `json:"temporal"`
				Environmental float64 `json:"environmental"`
				Score         float64 `json:"score"`
				Nomenclature  string  `json:"nomenclature"`
				Rating        string  `json:"rating"`
			} `json:"expected"`
			Source string `json:"source"`
		} `json:"vectors"`
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 20)
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			want := v.Expected
			if v.Method == "cvss-rating" {
				s, err := cvss.SeverityOf(v.Inputs.Score)
				require.NoError(t, err)
				word, err := s.MarshalText()
				require.NoError(t, err)
				require.Equal(t, want.Rating, strings.ToUpper(string(word)))
				return
			}
			parsed, err := cvss.Parse(v.Inputs.Vector)
			require.NoError(t, err)
			expected := []cvss.Score{scored(t, want.Nomenclature, want.Score)}
			if v.Method == "cvss-3.1" {
				expected = []cvss.Score{
					scored(t, "base", want.Base), scored(t, "temporal", want.Temporal), scored(t, "environmental", want.Environmental),
				}
			}
			require.Equal(t, expected, parsed.Scores())
		})
	}
}

func scored(t *testing.T, name string, value float64) cvss.Score {
	t.Helper()
	severity, err := cvss.SeverityOf(value)
	require.NoError(t, err)
	return cvss.Score{Name: name, Value: value, Severity: severity}
}
