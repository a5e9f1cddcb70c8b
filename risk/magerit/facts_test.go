package magerit_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/internal/facts"
)

// The tables of testdata are MAGERIT version 3, Libro III, 2.1, pages 6 and 7, as
// public code that cites the pages has them.

type vector = facts.Vector[map[string]any, map[string]any]

// vectors reads the n worked examples of a method.
func vectors(t *testing.T, method string, n int) []vector {
	t.Helper()
	return facts.Vectors[map[string]any, map[string]any](t, 31, method, n)
}

func number(v vector, name string) float64 {
	x, _ := v.Inputs[name].(float64)
	return x
}

func word(v vector, name string) string {
	w, _ := v.Inputs[name].(string)
	return w
}
