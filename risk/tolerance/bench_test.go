package tolerance_test

import (
	"strconv"
	"testing"

	"github.com/ismskit/ismskit/risk/tolerance"
)

func BenchmarkCompare(b *testing.B) {
	tolerated, err := tolerance.New([]tolerance.Point{{Loss: 1e4, Probability: 0.4}, {Loss: 1e6, Probability: 0.1}, {Loss: 1e7, Probability: 0.01}})
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{100, 10_000} {
		var points []tolerance.Point
		for i := range n {
			points = append(points, tolerance.Point{Loss: 1e3 * (1 + float64(i)), Probability: 1 - float64(i)/float64(n)})
		}
		risk, err := tolerance.New(points)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				tolerance.Compare(risk, tolerated)
			}
		})
	}
}
