package threefactor_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk"
)

func BenchmarkRate(b *testing.B) {
	m, err := bakery().Method()
	if err != nil {
		b.Fatal(err)
	}
	in := risk.Inputs{"value": "high", "threat": "rare", "weakness": "wide"}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := m.Rate(in); err != nil {
			b.Fatal(err)
		}
	}
}
