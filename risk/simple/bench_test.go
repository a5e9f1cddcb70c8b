package simple_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/simple"
)

func BenchmarkRate(b *testing.B) {
	x := simple.Judgement{Likelihood: 4, Impact: 2}
	for _, f := range []simple.Formula{simple.Product, simple.SimpleRisk1} {
		word, err := f.MarshalText()
		if err != nil {
			b.Fatal(err)
		}
		b.Run(string(word)+"/typed", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := x.Rate(f); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(string(word)+"/method", func(b *testing.B) {
			m, in := f.Method(), x.Inputs()
			b.ReportAllocs()
			for b.Loop() {
				if _, err := m.Rate(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkDREAD(b *testing.B) {
	x := simple.DREAD{Damage: 8, Reproducibility: 10, Exploitability: 10, AffectedUsers: 9, Discoverability: 8}
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("method", func(b *testing.B) {
		m, in := simple.DREADMean(), x.Inputs()
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}
