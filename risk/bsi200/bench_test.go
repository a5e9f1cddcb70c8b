package bsi200_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ismskit/ismskit/risk/bsi200"
)

func BenchmarkRate(b *testing.B) {
	h := bsi200.Hazard{Frequency: bsi200.Often, Damage: bsi200.Substantial}
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := h.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	m, in := bsi200.Matrix(), h.Inputs()
	b.Run("method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkDetermine has one application for each two systems, each on three of
// them, and systems in chains.
func BenchmarkDetermine(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		r := rand.New(rand.NewPCG(1, 2))
		objects := make([]bsi200.Object, n)
		for i := range objects {
			objects[i].ID = fmt.Sprint("object-", i)
			if i%3 == 0 {
				objects[i].Own.Integrity = bsi200.Need(1 + r.IntN(3))
			}
			for range min(3, n-i-1) {
				objects[i].On = append(objects[i].On, fmt.Sprint("object-", i+1+r.IntN(n-i-1)))
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := bsi200.Determine(objects); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/object")
		})
	}
}
