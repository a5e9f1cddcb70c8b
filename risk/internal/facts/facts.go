// Package facts reads, for tests alone, what the testdata of a published method
// holds: its tables, and its worked examples.
package facts

import (
	"bytes"
	"encoding"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Table reads testdata/name, a table with tabs between its cells. A cell is found
// by the headings of its row and column.
func Table(t testing.TB, name string) map[[2]string]string {
	t.Helper()
	r := csv.NewReader(bytes.NewReader(read(t, name)))
	r.Comma = '\t'
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("facts: %s: got %v, want a heading and rows of its length", name, err)
	}
	cells := map[[2]string]string{}
	for _, row := range rows[1:] {
		for c, cell := range row[1:] {
			cells[[2]string{row[0], rows[0][c+1]}] = cell
		}
	}
	return cells
}

// Vector is a worked example; each names its source.
type Vector[Inputs, Expected any] struct {
	ID        string   `json:"id"`
	Method    string   `json:"method"`
	Inputs    Inputs   `json:"inputs"`
	Expected  Expected `json:"expected"`
	Source    string   `json:"source"`
	Tolerance float64  `json:"tolerance"`
}

// Vectors reads testdata/vectors.json, which has so many worked examples, and
// returns those of a method, of which there are n.
func Vectors[Inputs, Expected any](t testing.TB, all int, method string, n int) []Vector[Inputs, Expected] {
	t.Helper()
	var file struct {
		Vectors []Vector[Inputs, Expected] `json:"vectors"`
	}
	if err := json.Unmarshal(read(t, "vectors.json"), &file); err != nil {
		t.Fatalf("facts: vectors.json: %v", err)
	}
	var of []Vector[Inputs, Expected]
	for _, v := range file.Vectors {
		if v.Source == "" {
			t.Fatalf("facts: vector %s: got no source, want one", v.ID)
		}
		if v.Method == method {
			of = append(of, v)
		}
	}
	if len(file.Vectors) != all || len(of) != n {
		t.Fatalf("facts: vectors.json: got %d vectors, %d of %s, want %d and %d", len(file.Vectors), len(of), method, all, n)
	}
	return of
}

// Text returns the word of an enumeration.
func Text(t testing.TB, v encoding.TextMarshaler) string {
	t.Helper()
	text, err := v.MarshalText()
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	src, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatalf("facts: %v", err)
	}
	return src
}
