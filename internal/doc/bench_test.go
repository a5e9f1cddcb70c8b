package doc_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/doc"
	"github.com/ismskit/ismskit/internal/doc/doctest"
)

// source is the register with that many risks, as JSON.
func source(tb testing.TB, risks int) []byte {
	tb.Helper()
	root, err := doc.Encode(doctest.Of(risks))
	require.NoError(tb, err)
	var b bytes.Buffer
	require.NoError(tb, doc.WriteJSON(&b, root))
	return b.Bytes()
}

func BenchmarkParseJSON(b *testing.B) {
	for _, risks := range []int{500, 5000} {
		src := source(b, risks)
		b.Run(fmt.Sprintf("risks=%d", risks), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				if _, faults := doc.ParseJSON(src); len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}

func BenchmarkReadJSON(b *testing.B) {
	for _, risks := range []int{1, 500, 5000, 10000} {
		src := source(b, risks)
		b.Run(fmt.Sprintf("risks=%d", risks), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			b.ReportAllocs()
			for b.Loop() {
				root, faults := doc.ParseJSON(src)
				var r doctest.Register
				faults = append(faults, doc.Decode(root, &r, doc.Options{})...)
				if len(faults) > 0 {
					b.Fatal(faults)
				}
			}
		})
	}
}

// BenchmarkStandardJSON is what encoding/json takes for the same values,
// without positions, duplicates and the rest.
func BenchmarkStandardJSON(b *testing.B) {
	src := source(b, 5000)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var r doctest.Register
		if err := json.Unmarshal(src, &r); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWriteJSON(b *testing.B) {
	r := doctest.Of(5000)
	b.SetBytes(int64(len(source(b, 5000))))
	b.ReportAllocs()
	for b.Loop() {
		root, err := doc.Encode(r)
		if err != nil {
			b.Fatal(err)
		}
		if err := doc.WriteJSON(io.Discard, root); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkAt looks up what validation reports: fields of records in large
// lists.
func BenchmarkAt(b *testing.B) {
	root, faults := doc.ParseJSON(source(b, 5000))
	require.Empty(b, faults)
	b.ReportAllocs()
	for b.Loop() {
		if n, ok := root.At("/risks/4321/assessments/9/rating/level"); !ok || n.Text != "high" {
			b.Fatal(n)
		}
	}
}
