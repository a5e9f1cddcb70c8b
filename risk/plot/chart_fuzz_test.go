package plot_test

import (
	"encoding/binary"
	"math"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/plot"
)

// numbersIn reads numbers from every eight bytes: anything a float can be. A
// number that is followed by fewer bytes is small.
func numbersIn(data []byte) []float64 {
	var out []float64
	for len(data) >= 8 && len(out) < 300 {
		out = append(out, math.Float64frombits(binary.LittleEndian.Uint64(data)))
		data = data[8:]
	}
	for _, b := range data {
		out = append(out, float64(b)/4)
	}
	return out
}

func bytesOf(numbers ...float64) []byte {
	var out []byte
	for _, x := range numbers {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(x))
	}
	return out
}

// at returns a number of the list, 0 beyond its end.
func at(list []float64, i int) float64 {
	if i < len(list) {
		return list[i]
	}
	return 0
}

// noLength is in what no length is: too long, too far, no number.
var noLength = regexp.MustCompile(`\d\.\d{3}|NaN|Inf|e[+-]\d|\d{6}`)

// requireDrawn demands a well-formed picture, and words, or an error of both.
func requireDrawn(t *testing.T, c chart) {
	t.Helper()
	svg, err := c.SVG()
	table, inTable := c.Table()
	if err != nil {
		require.Nil(t, svg)
		require.Empty(t, table)
		require.EqualError(t, inTable, err.Error())
		return
	}
	require.NoError(t, inTable)
	require.NotEmpty(t, table.Summary)
	for _, row := range table.Rows {
		require.Len(t, row, len(table.Header))
	}
	for _, e := range wellFormed(t, svg) {
		for _, attribute := range []string{"x", "y", "d", "cx", "cy", "width", "height"} {
			require.NotRegexp(t, noLength, e.attribute[attribute])
		}
		if e.name == "rect" {
			require.NotContains(t, e.attribute["width"]+e.attribute["height"], "-")
		}
	}
	requireLegible(t, svg)
}

func FuzzExceedance(f *testing.F) {
	f.Add("today", "plan", "EUR", bytesOf(0, .57, 1e3, .5, 1e5, .2, 1e7, 1e-4), bytesOf(1e5, .3, 1e6, .05), uint8(0), 0.0, 0)
	f.Add("", "<b>&", "", bytesOf(0, 1, 1e18, 0), bytesOf(), uint8(7), 1e-9, 280)
	f.Add("影響", "a\x00", "€", bytesOf(1e-6, 1, 1e-6, 0), bytesOf(math.NaN(), math.Inf(1)), uint8(9), .5, 9999)
	f.Fuzz(func(t *testing.T, a, b, currency string, curve, tolerance []byte, scales uint8, least float64, width int) {
		e := plot.Exceedance{Title: b, Currency: currency, Width: width, Least: least, Loss: plot.Scale(scales % 4), Probability: plot.Scale(scales / 4 % 4)}
		c, other, list := plot.Curve{Label: a}, plot.Curve{Label: b}, numbersIn(curve)
		for i := 0; i+1 < len(list); i += 2 {
			loss, p := list[i], list[i+1]
			c.Points = append(c.Points, plot.Point{Loss: loss, Probability: p})
			other.Points = append(other.Points, plot.Point{Loss: loss / 3, Probability: p * p})
			c.Epistemic = append(c.Epistemic, plot.Band{Loss: loss, Low: p / 2, High: math.Sqrt(p)})
			other.Sampling = append(other.Sampling, plot.Band{Loss: loss / 3, Low: p * p / 2, High: p})
			if i < 6 {
				c.Marks = append(c.Marks, plot.Mark{Label: b, Loss: loss, Probability: p})
			}
		}
		e.Curves = []plot.Curve{c, other}
		for i, list := 0, numbersIn(tolerance); i+1 < len(list); i += 2 {
			e.Tolerance = append(e.Tolerance, plot.Point{Loss: list[i], Probability: list[i+1]})
		}
		requireDrawn(t, e)
	})
}

func FuzzHistogram(f *testing.F) {
	f.Add("mean", "EUR", bytesOf(1, .1, 10, .2, 100, .3, 1000), bytesOf(40, 900), uint8(0), .4, 0)
	f.Add("", "", bytesOf(0, .5, 1e18), bytesOf(0), uint8(1), 0.0, 280)
	f.Add("影響", "€", bytesOf(1e-6, .5, 1e18), bytesOf(math.NaN()), uint8(2), 1.0, 9999)
	f.Fuzz(func(t *testing.T, label, currency string, bins, marks []byte, scale uint8, zero float64, width int) {
		h := plot.Histogram{Title: label, Currency: currency, Zero: zero, Loss: plot.Scale(scale % 4), Width: width}
		list := numbersIn(bins)
		for i := 0; i+2 < len(list); i += 2 {
			h.Bins = append(h.Bins, plot.Bin{From: list[i], Probability: list[i+1], To: list[i+2]})
		}
		for _, x := range numbersIn(marks) {
			h.Marks = append(h.Marks, plot.At{Label: label, Loss: x})
		}
		requireDrawn(t, h)
	})
}

func FuzzTornado(f *testing.F) {
	f.Add("an input", "EUR", bytesOf(100, 50, 300, 90, 110, 120, 130), uint8(0), 0, 0)
	f.Add("", "", bytesOf(0, -1e18, 1e18), uint8(1), 1, 280)
	f.Add("影響\x00", "€", bytesOf(1e-6, 1e-6, 1e18), uint8(2), -1, 9999)
	f.Fuzz(func(t *testing.T, label, currency string, results []byte, scale uint8, most, width int) {
		list := numbersIn(results)
		d := plot.Tornado{Description: label, Currency: currency, Of: label, Base: at(list, 0), Scale: plot.Scale(scale % 4), Most: most, Width: width}
		for i := 1; i+1 < len(list); i += 2 {
			d.Swings = append(d.Swings, plot.Swing{Label: label, Low: plot.Effect{Result: list[i]}, High: plot.Effect{Input: currency, Result: list[i+1]}})
		}
		requireDrawn(t, d)
	})
}

func FuzzPareto(f *testing.F) {
	f.Add("MFA", "EUR", bytesOf(0, 100, 10, 50, 20, 60, 30, 20), uint8(0), 25.0, 0)
	f.Add("", "", bytesOf(1e18, 1e18, 0, 0), uint8(1), 0.0, 280)
	f.Add("影響", "€", bytesOf(1e-6, 1e18, 1e18, 1e-6), uint8(10), 1e18, 9999)
	f.Fuzz(func(t *testing.T, label, currency string, plans []byte, scales uint8, budget float64, width int) {
		p := plot.Pareto{Title: label, Currency: currency, Of: label, Cost: plot.Scale(scales % 4), Loss: plot.Scale(scales / 4 % 4), Budget: budget, Width: width}
		for i, list := 0, numbersIn(plans); i+1 < len(list); i += 2 {
			plan := plot.Plan{Cost: list[i], Loss: list[i+1]}
			if i/2 < len(label) {
				plan.Label = label[i/2:]
			}
			p.Plans = append(p.Plans, plan)
		}
		if len(p.Plans) > 1 {
			p.Chosen, p.RunnerUp = p.Plans[0].Label, p.Plans[1].Label
		}
		requireDrawn(t, p)
	})
}

func FuzzWaterfall(f *testing.F) {
	f.Add("MFA", "EUR", bytesOf(100, -20, -30, -10, 5, 0, 0), 0)
	f.Add("", "", bytesOf(1e18, -1e18, 0, 0, -1e18, -1e18, 1e18), 280)
	f.Add("影響", "€", bytesOf(0, 1e-300, 0, 0), 9999)
	f.Fuzz(func(t *testing.T, label, currency string, steps []byte, width int) {
		list := numbersIn(steps)
		c := plot.Waterfall{Title: label, Currency: currency, Of: currency, Before: at(list, 0), Width: width}
		for i := 1; i+2 < len(list); i += 3 {
			c.Steps = append(c.Steps, plot.Contribution{Label: label, Change: list[i], Low: list[i+1], High: list[i+2]})
		}
		requireDrawn(t, c)
	})
}

func FuzzConvergence(f *testing.F) {
	f.Add("VaR 99 %", "EUR", bytesOf(10, 5, 20, 12, 9, 14, 11, 10.5, 11.5), .05, 0)
	f.Add("", "", bytesOf(0, -1e18, 1e18, 0, 0, 0), 0.0, 280)
	f.Add("影響", "€", bytesOf(-1e18, -1e18, 1e18, 1e18, 1e18, 1e18), 1.0, 9999)
	f.Fuzz(func(t *testing.T, of, currency string, steps []byte, asked float64, width int) {
		c := plot.Convergence{Of: of, Currency: currency, Asked: asked, Width: width}
		for i, list := 0, numbersIn(steps); i+2 < len(list); i += 3 {
			c.Steps = append(c.Steps, plot.Stage{Trials: 1 + i*i*i, Value: list[i], Low: list[i+1], High: list[i+2]})
		}
		requireDrawn(t, c)
	})
}
