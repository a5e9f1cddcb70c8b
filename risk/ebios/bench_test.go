package ebios_test

import (
	"fmt"
	"testing"

	"github.com/ismskit/ismskit/risk/ebios"
)

func BenchmarkRate(b *testing.B) {
	x := ebios.Risk{Severity: ebios.G3, Likelihood: ebios.V3}
	s := ebios.Stakeholder{Dependency: 3, Penetration: 4, Maturity: 2, Trust: 2}
	b.Run("typed/risk", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("typed/stakeholder", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	matrix, in := ebios.RiskMatrix(), x.Inputs()
	b.Run("method/risk", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := matrix.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
	threat, of := ebios.ThreatLevel(), s.Inputs()
	b.Run("method/stakeholder", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := threat.Rate(of); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkScenario(b *testing.B) {
	for _, n := range []int{10, 1000, 100_000} {
		s := chain(make([]int, n), make([]int, n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Advanced(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
