package ebios_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/internal/facts"
)

// The tables of testdata are those of EBIOS Risk Manager, guide of 2024 and its
// method sheets; the matrix of risk is from two public transcriptions that agree.

type vector = facts.Vector[map[string]any, map[string]any]

// vectors reads the n worked examples of a method.
func vectors(t *testing.T, method string, n int) []vector {
	t.Helper()
	return facts.Vectors[map[string]any, map[string]any](t, 58, method, n)
}

// number reads a number of a vector.
func number(v vector, name string) int { return int(float(v.Inputs, name)) }

func word(v vector, name string) string {
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
