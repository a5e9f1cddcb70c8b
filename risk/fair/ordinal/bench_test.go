package ordinal_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/fair/ordinal"
)

func BenchmarkRate(b *testing.B) {
	x := ordinal.Primary{
		ContactFrequency: ordinal.High, ProbabilityOfAction: ordinal.Moderate, ThreatCapability: ordinal.Moderate,
		ResistanceStrength: ordinal.High, LossMagnitude: ordinal.High,
	}
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	m, in := ordinal.PrimaryRisk(), x.Inputs()
	b.Run("method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}
