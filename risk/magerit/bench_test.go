package magerit_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ismskit/ismskit/risk/magerit"
)

func BenchmarkRate(b *testing.B) {
	x := magerit.Threat{Value: magerit.High, Degradation: magerit.Degradation10, Probability: magerit.Medium}
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Rate(); err != nil {
				b.Fatal(err)
			}
		}
	})
	m, in := magerit.Tables(), x.Inputs()
	b.Run("method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := m.Rate(in); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// inventory has n assets and three times as many dependencies, each on one of
// the next thousand; the first ten are essential and have a value.
func inventory(n int) ([]magerit.Asset, []magerit.Dependency) {
	random := rand.New(rand.NewPCG(1, 2))
	assets, depends := make([]magerit.Asset, n), make([]magerit.Dependency, 0, 3*n)
	for i := range assets {
		assets[i].ID = fmt.Sprint(i)
		if i < 10 {
			assets[i].Value = 1e6
		}
		for range 3 {
			if below := i + 1 + 333*len(depends)%999; below < n {
				depends = append(depends, magerit.Dependency{fmt.Sprint(i), fmt.Sprint(below), float64(1+random.IntN(4)) / 4})
			}
		}
	}
	return assets, depends
}

func BenchmarkPropagate(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		assets, depends := inventory(n)
		s, err := magerit.New(assets, depends)
		if err != nil {
			b.Fatal(err)
		}
		for _, c := range []struct {
			name string
			f    func() error
		}{
			{"new", func() error { _, err := magerit.New(assets, depends); return err }},
			{"highest", func() error { s.Highest(); return nil }},
			{"accumulated", func() error { s.Accumulated(); return nil }},
			{"deflected", func() error { _, err := s.Deflected(assets[n-1].ID, 0.5); return err }},
		} {
			b.Run(fmt.Sprintf("%s/%d", c.name, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := c.f(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
