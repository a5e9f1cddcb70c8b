package ssvc_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/ssvc"
)

func BenchmarkRate(b *testing.B) {
	d := ssvc.Decision{
		Exploitation: ssvc.ActiveExploitation, Exposure: ssvc.OpenExposure,
		Automatable: ssvc.IsAutomatable, HumanImpact: ssvc.HighImpact,
	}
	v := ssvc.Vulnerability{
		Exploitation: ssvc.ActiveExploitation, Exposure: ssvc.OpenExposure,
		Automatable: ssvc.IsAutomatable, Safety: ssvc.Critical, Mission: ssvc.MEFFailure,
	}
	b.Run("decision, typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := d.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("vulnerability, typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := v.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	deployer, in := ssvc.Deployer(), d.Inputs()
	b.Run("decision, method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := deployer.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
	joined, in2 := ssvc.Vulnerabilities(), v.Inputs()
	b.Run("vulnerability, method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := joined.Rate(in2); err != nil {
				b.Fatal(err)
			}
		}
	})
}
