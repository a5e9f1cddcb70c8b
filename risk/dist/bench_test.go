package dist_test

import (
	"strings"
	"testing"

	"github.com/ismskit/ismskit/risk/dist"
)

// one has one instance of each family, the usual one.
func one(b *testing.B) map[string]dist.Dist {
	b.Helper()
	families := map[string]dist.Dist{}
	for _, d := range every(b) {
		name, _, _ := strings.Cut(d.String(), "(")
		if _, ok := families[name]; !ok {
			families[name] = d
		}
	}
	return families
}

func BenchmarkCDF(b *testing.B) {
	for name, d := range one(b) {
		x := d.Quantile(0.3)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.CDF(x)
			}
		})
	}
}

func BenchmarkQuantile(b *testing.B) {
	for name, d := range one(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.Quantile(0.3)
			}
		})
	}
}

func BenchmarkUpper(b *testing.B) {
	for name, d := range one(b) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.Upper(1e-6)
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := dist.Parse("pert(min=0.5, mode=2, max=12)"); err != nil {
			b.Fatal(err)
		}
	}
}
