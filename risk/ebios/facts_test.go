package ebios_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// sheet reads a table of testdata: EBIOS Risk Manager, guide of 2024 and its
// method sheets; the matrix of risk from two public transcriptions that agree.
// A cell is found by the headings of its row and column.
func sheet(t *testing.T, name string) map[[2]string]string {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	r := csv.NewReader(strings.NewReader(string(src)))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	require.NoError(t, err)
	cells := map[[2]string]string{}
	for _, row := range rows[1:] {
		for c, cell := range row[1:] {
			cells[[2]string{row[0], rows[0][c+1]}] = cell
		}
	}
	return cells
}

// vector is a worked example; each names its source.
type vector struct {
	ID        string
	Method    string
	Inputs    map[string]any
	Expected  map[string]any
	Source    string
	Tolerance float64
}

// vectors reads the n worked examples of a method.
func vectors(t *testing.T, method string, n int) []vector {
	t.Helper()
	src, err := os.ReadFile("testdata/vectors.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(src, &file))
	require.Len(t, file.Vectors, 58)
	var of []vector
	for _, v := range file.Vectors {
		if v.Method == method {
			require.NotEmpty(t, v.Source, v.ID)
			of = append(of, v)
		}
	}
	require.Len(t, of, n)
	return of
}

// number reads a number of a vector.
func (v vector) number(name string) int {
	x, _ := v.Inputs[name].(float64)
	return int(x)
}

func (v vector) word(name string) string {
	w, _ := v.Inputs[name].(string)
	return w
}

// float reads a number of a map.
func float(of any, name string) float64 {
	m, _ := of.(map[string]any)
	x, _ := m[name].(float64)
	return x
}

// numbers reads a list of numbers.
func numbers(list any) []int {
	var all []int
	items, _ := list.([]any)
	for _, x := range items {
		f, _ := x.(float64)
		all = append(all, int(f))
	}
	return all
}

// text gives the word of an enumeration.
func text(t *testing.T, v interface{ MarshalText() ([]byte, error) }) string {
	t.Helper()
	b, err := v.MarshalText()
	require.NoError(t, err)
	return string(b)
}
