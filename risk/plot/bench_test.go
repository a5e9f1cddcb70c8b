package plot_test

import (
	"fmt"
	"io"
	"testing"

	"github.com/ismskit/ismskit/risk/plot"
)

func BenchmarkHeatMap(b *testing.B) {
	for _, c := range []struct{ rows, columns, items, arrows int }{
		{5, 5, 0, 0}, {5, 5, 30, 0}, {5, 5, 200, 0}, {5, 5, 5000, 0}, {12, 12, 200, 0}, {12, 12, 5000, 60},
	} {
		h := filled(numbered(c.rows, c.columns, 5), c.items)
		h.Arrows = c.arrows
		b.Run(fmt.Sprintf("%dx%d/items=%d/arrows=%d", c.rows, c.columns, c.items, c.arrows), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := h.WriteSVG(io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

var sink plot.Table

func BenchmarkHeatMapTable(b *testing.B) {
	h := filled(office(), 200)
	b.ReportAllocs()
	for b.Loop() {
		table, err := h.Table()
		if err != nil {
			b.Fatal(err)
		}
		sink = table
	}
}

func BenchmarkSlope(b *testing.B) {
	for _, n := range []int{20, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := sloped(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.SVG(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCharts(b *testing.B) {
	many := plot.Pareto{}
	for i := range 5000 {
		many.Plans = append(many.Plans, plot.Plan{Label: fmt.Sprint(i), Cost: float64(i), Loss: float64(5000 - i + i%7)})
	}
	for _, c := range []struct {
		name  string
		chart chart
	}{
		{"exceedance", plans()},
		{"exceedance/six", exceedances()["crowd"]},
		{"histogram", histograms()["year"]},
		{"tornado", tornados()["var95"]},
		{"pareto", paretos()["budget"]},
		{"pareto/5000", many},
		{"waterfall", waterfalls()["plan"]},
		{"convergence", convergences()["sure"]},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := c.chart.SVG(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
