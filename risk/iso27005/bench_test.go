package iso27005_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/iso27005"
)

func BenchmarkRate(b *testing.B) {
	s, x := iso27005.Scenario{Likelihood: 4, Consequence: 3}, iso27005.Exponents{Likelihood: 1, Consequence: 4}
	b.Run("qualitative, typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("logarithmic, typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	qualitative, in := iso27005.Qualitative(), s.Inputs()
	b.Run("qualitative, method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := qualitative.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
	logarithmic, in2 := iso27005.Logarithmic(), x.Inputs()
	b.Run("logarithmic, method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := logarithmic.Rate(in2); err != nil {
				b.Fatal(err)
			}
		}
	})
}
