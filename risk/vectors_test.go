package risk_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk"
)

// vector is a worked example: what is put in, and what has to come out.
type vector struct {
	ID       string          `json:"id"`
	Method   string          `json:"method"`
	Inputs   json.RawMessage `json:"inputs"`
	Expected json.RawMessage `json:"expected"`
}

func TestVectors(t *testing.T) {
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct {
		Vectors []vector `json:"vectors"`
	}
	require.NoError(t, json.Unmarshal(src, &file))
	tests := map[string]func(*testing.T, vector){
		"risk-matrix-checks":       matrixVector,
		"effective-value-override": overrideVector,
	}
	counts := map[string]int{}
	for _, v := range file.Vectors {
		counts[v.Method]++
		t.Run(v.ID, func(t *testing.T) { tests[v.Method](t, v) })
	}
	require.Equal(t, map[string]int{"risk-matrix-checks": 10, "effective-value-override": 2}, counts)
}

// matrixVector: what Check and Cox say of a matrix.
func matrixVector(t *testing.T, v vector) {
	t.Helper()
	var in map[string]json.RawMessage
	var cells [][]int
	var want map[string]any
	require.NoError(t, json.Unmarshal(v.Inputs, &in))
	require.NoError(t, json.Unmarshal(in["grid_rows_likelihood_ascending"], &cells))
	require.NoError(t, json.Unmarshal(v.Expected, &want))

	rows := make([]string, len(cells))
	levels := 0
	for i, row := range cells {
		for _, level := range row {
			rows[i] += strconv.Itoa(level)
			levels = max(levels, level+1)
		}
	}
	x := grid(rows, "0123456789"[:levels])
	c := x.Cox()
	require.Equal(t, want, map[string]any{
		"levels":                           float64(levels),
		"monotone":                         monotoneIn(t, x),
		"red_min_lower":                    math.Round(c.RedFrom*1e4) / 1e4,
		"green_max_upper":                  math.Round(c.GreenTo*1e4) / 1e4,
		"weak_consistency_equal_partition": c.WeaklyConsistent,
		"no_red_green_edge":                c.NoRedGreenEdge,
		"no_red_in_first_row_or_column":    c.NoRedOnAxis,
		"betweenness":                      c.Between,
		"first_row_and_column_all_green":   c.GreenOnAxis,
		"second_row_and_column_no_red":     c.NoRedInSecond,
	})
}

// monotoneIn reports whether Check proves the method of a matrix monotone in
// both factors.
func monotoneIn(t *testing.T, x risk.Matrix) bool {
	t.Helper()
	m := risk.Method{
		ID: "acme/matrix", Version: "1", Levels: x.Levels,
		Factors: []risk.Factor{
			{ID: "likelihood", Role: risk.Likelihood, Scale: x.Likelihood},
			{ID: "consequence", Role: risk.Consequence, Scale: x.Consequence},
		},
		Table: risk.Table{{"likelihood"}},
	}
	for _, l := range x.Consequence.Levels {
		m.Table[0] = append(m.Table[0], l.ID)
	}
	for i, l := range x.Likelihood.Levels {
		m.Table = append(m.Table, append([]string{l.ID}, x.Cells[i]...))
	}
	require.Empty(t, m.Problems())
	proved := 0
	for _, f := range risk.Check(m) {
		if f.Property == risk.Monotone && f.Verdict == risk.Proved {
			proved++
		}
	}
	return proved == len(m.Factors)
}

// overrideVector: the specific value where there is one, else the potential
// one, and no level of risk where there is neither: an absent value is not 0.
func overrideVector(t *testing.T, v vector) {
	t.Helper()
	var in struct{ Potential, Specific *int }
	var want struct{ Effective *int }
	require.NoError(t, json.Unmarshal(v.Inputs, &in))
	require.NoError(t, json.Unmarshal(v.Expected, &want))

	scale := risk.Scale{}
	for i := range 5 {
		scale.Levels = append(scale.Levels, risk.Level{ID: strconv.Itoa(i), Value: new(float64(i)), Min: new(float64(i))})
	}
	m := risk.Method{
		ID: "acme/override", Version: "1", Levels: scale.Levels,
		Factors: []risk.Factor{
			{ID: "specific", Optional: true, Scale: scale},
			{ID: "potential", Optional: true, Scale: scale},
		},
		Formula: risk.First,
	}
	require.Empty(t, m.Problems())
	given := risk.Inputs{}
	for factor, value := range map[string]*int{"specific": in.Specific, "potential": in.Potential} {
		if value != nil {
			given[factor] = fmt.Sprint(*value)
		}
	}
	r, err := m.Rate(given)
	if want.Effective == nil {
		require.ErrorIs(t, err, risk.ErrMissingFactor)
		require.Empty(t, r.Level)
		return
	}
	require.NoError(t, err)
	require.Equal(t, fmt.Sprint(*want.Effective), r.Level)
}
