package owasp_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/owasp"
)

func BenchmarkRate(b *testing.B) {
	x := of([16]owasp.Score{5, 2, 7, 1, 3, 6, 9, 2, 9, 7, 5, 8, 1, 2, 1, 5})
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("method", func(b *testing.B) {
		m, in := owasp.Method(), x.Inputs()
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}
