package monarc_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/monarc"
)

func BenchmarkRate(b *testing.B) {
	x := monarc.Information{
		Impact:  monarc.ByCriterion{Confidentiality: 2, Integrity: 1, Availability: 3},
		Affects: monarc.Affects{Confidentiality: true, Availability: true}, Threat: 3, Vulnerability: 5,
	}
	o := monarc.Operational{Probability: 4, Consequences: monarc.Consequences{2, 1, 2, 2, -1}}
	b.Run("information, typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("operational, typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := o.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	information, in := monarc.InformationRisk(monarc.Thresholds{}), x.Inputs()
	b.Run("information, method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := information.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
	operational, in2 := monarc.OperationalRisk(monarc.Thresholds{}), o.Inputs()
	b.Run("operational, method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := operational.Rate(in2); err != nil {
				b.Fatal(err)
			}
		}
	})
}
