package iso27005_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

// grid reads testdata/qualitative_matrix_A3.tsv: Table A.3 of ISO/IEC
// 27005:2022, Annex A, as two independent public transcriptions have it.
// Headings are "1 unlikely", cells labels.
func grid(t *testing.T) [][]string {
	t.Helper()
	src, err := os.ReadFile("testdata/qualitative_matrix_A3.tsv")
	require.NoError(t, err)
	r := csv.NewReader(bytes.NewReader(src))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 6)
	return rows
}

func TestQualitativeCells(t *testing.T) {
	m, rows, cells := iso27005.Qualitative(), grid(t), 0
	for _, row := range rows[1:] {
		for c, want := range row[1:] {
			l, likelihood, _ := strings.Cut(row[0], " ")
			k, consequence, _ := strings.Cut(rows[0][c+1], " ")
			cells++
			t.Run(row[0]+" × "+rows[0][c+1], func(t *testing.T) {
				byID, err := m.Rate(risk.Inputs{"likelihood": l, "consequence": k})
				require.NoError(t, err)
				byLabel, err := m.Rate(risk.Inputs{"likelihood": likelihood, "consequence": consequence})
				require.NoError(t, err)
				require.Equal(t, byID, byLabel)
				level, ok := m.Level(byID.Level)
				require.True(t, ok)
				require.Equal(t, want, level.Label)
				require.Equal(t, strings.ReplaceAll(want, " ", "-"), level.ID)
			})
		}
	}
	require.Equal(t, 25, cells)
}

// TestQualitativeVectors runs worked examples; each names its source.
func TestQualitativeVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []struct {
			ID       string         `json:"id"`
			Inputs   map[string]int `json:"inputs"`
			Expected struct {
				Level string `json:"level"`
			} `json:"expected"`
			Source string `json:"source"`
		} `json:"vectors"`
	}
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 17)
	m := iso27005.Qualitative()
	for _, v := range file.Vectors {
		t.Run(v.ID, func(t *testing.T) {
			require.NotEmpty(t, v.Source)
			in := risk.Inputs{}
			for factor, n := range v.Inputs {
				in[factor] = strconv.Itoa(n)
			}
			r, err := m.Rate(in)
			require.NoError(t, err)
			level, _ := m.Level(r.Level)
			require.Equal(t, v.Expected.Level, level.Label)
		})
	}
}

func TestQualitativeIsWellFormed(t *testing.T) {
	m := iso27005.Qualitative()
	require.Empty(t, m.Problems())
	require.Empty(t, m.Advice(), "monotone, every level reachable")
	require.Equal(t, "iso27005/qualitative@2022", m.Ref().String())
}

// TestQualitativeIsItself holds that changing one copy leaves the next alone.
func TestQualitativeIsItself(t *testing.T) {
	m := iso27005.Qualitative()
	m.Table[1][1], m.Levels[0].Label = iso27005.VeryHigh, "nothing"
	require.NotEqual(t, m, iso27005.Qualitative())
	require.Empty(t, iso27005.Qualitative().Problems())
}

func ExampleQualitative() {
	m := iso27005.Qualitative()
	r, err := m.Rate(risk.Inputs{"likelihood": "very likely", "consequence": "3"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Method, r.Likelihood, r.Consequence, r.Level == iso27005.High)
	// Output: iso27005/qualitative@2022 4 3 true
}
