package risk_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk"
	"github.com/ismskit/ismskit/risk/iso27005"
)

func BenchmarkRate(b *testing.B) {
	reversed := iso27005.Qualitative()
	t := reversed.Table
	for i, j := 1, len(t)-1; i < j; i, j = i+1, j-1 {
		t[i], t[j] = t[j], t[i]
	}
	for _, c := range []struct {
		name string
		m    risk.Method
		in   risk.Inputs
	}{
		{"ids", iso27005.Qualitative(), risk.Inputs{"likelihood": "4", "consequence": "4"}},
		{"labels", iso27005.Qualitative(), risk.Inputs{"likelihood": "very likely", "consequence": "critical"}},
		{"highest first", reversed, risk.Inputs{"likelihood": "1", "consequence": "5"}},
		{"steps and formulas", bureau(), risk.Inputs{"skill": "1", "motive": "9", "data": "many", "money": "none", "name": "some"}},
		{"three factors", plant(), risk.Inputs{"value": "high", "threat": "often", "guard": "good"}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.m.Rate(c.in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkProblems(b *testing.B) {
	m := iso27005.Qualitative()
	b.ReportAllocs()
	for b.Loop() {
		if len(m.Problems()) > 0 {
			b.Fatal("problems")
		}
	}
}
