package cvss_test

import (
	"testing"

	"github.com/ismskit/ismskit/risk/cvss"
)

func BenchmarkParse(b *testing.B) {
	for name, vector := range map[string]string{"3.1": base31, "4.0": base40 + "/E:P/CR:H/MAV:L"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := cvss.Parse(vector); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkScore(b *testing.B) {
	for name, vector := range map[string]string{"3.1": base31, "4.0": base40 + "/E:P/CR:H/MAV:L"} {
		v := parsed(b, vector)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if v.Score().Severity == 0 {
					b.Fatal(v)
				}
			}
		})
	}
}
