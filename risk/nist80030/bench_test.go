package nist80030_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/nist80030"
)

func BenchmarkRate(b *testing.B) {
	x := nist80030.Adversarial{Initiation: nist80030.High, AdverseImpact: nist80030.Moderate, Impact: nist80030.VeryHigh}
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("method", func(b *testing.B) {
		m, in := nist80030.AdversarialMethod(), x.Inputs()
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}
