package plot_test

import (
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/plot"
)

// chart is what all pictures with axes have.
type chart interface {
	SVG() ([]byte, error)
	Table() (plot.Table, error)
}

// charts are the pictures by kind and name, that every test of form runs over.
func charts() map[string]chart {
	all := map[string]chart{}
	add(all, "exceedance/", exceedances())
	add(all, "histogram/", histograms())
	add(all, "tornado/", tornados())
	add(all, "pareto/", paretos())
	add(all, "waterfall/", waterfalls())
	add(all, "convergence/", convergences())
	return all
}

func add[C chart](all map[string]chart, kind string, some map[string]C) {
	for name, c := range maps.All(some) {
		all[kind+name] = c
	}
}

// TestBits holds that the pictures are the same on every platform.
func TestBits(t *testing.T) {
	all := charts()
	add(all, "heatmap/", pictures())
	add(all, "slope/", slopes())
	for name, c := range all {
		t.Run(name, func(t *testing.T) {
			svg, err := c.SVG()
			require.NoError(t, err)
			golden.Equal(t, name+".svg", svg)
			again, err := c.SVG()
			require.NoError(t, err)
			require.Equal(t, string(svg), string(again))
		})
	}
}

func TestChartsAreOneAccessibleElement(t *testing.T) {
	long := regexp.MustCompile(`\d\.\d{3}|NaN|Inf|e[+-]\d`)
	for name, c := range charts() {
		t.Run(name, func(t *testing.T) {
			svg, err := c.SVG()
			require.NoError(t, err)
			table, err := c.Table()
			require.NoError(t, err)
			elements := wellFormed(t, svg)
			root := elements[0]
			require.Equal(t, "img", root.attribute["role"])
			ids := map[string]string{}
			for _, e := range elements {
				require.NotContains(t, []string{"script", "a", "image", "use", "foreignObject", "font-face"}, e.name)
				require.NotContains(t, e.text, "url(")
				if id := e.attribute["id"]; id != "" {
					require.NotContains(t, ids, id)
					ids[id] = e.text
				}
				for _, attribute := range []string{"x", "y", "d", "cx", "cy", "width", "height", "viewBox", "font-size"} {
					require.NotRegexp(t, long, e.attribute[attribute])
				}
			}
			require.NotEmpty(t, ids[root.attribute["aria-labelledby"]])
			require.Contains(t, ids[root.attribute["aria-describedby"]], table.Summary)
		})
	}
}

func TestChartsFollowTheScheme(t *testing.T) {
	e := plans()
	svg, err := e.SVG()
	require.NoError(t, err)
	require.Contains(t, string(svg), "@media screen and (prefers-color-scheme:dark)")
	e.Light = true
	svg, err = e.SVG()
	require.NoError(t, err)
	require.NotContains(t, string(svg), "prefers-color-scheme")
}

// TestChartTexts demands of every picture, at every width, that its texts lie
// inside of it and that none covers another.
func TestChartTexts(t *testing.T) {
	for name, c := range charts() {
		t.Run(name, func(t *testing.T) {
			for _, width := range []int{280, 320, 360, 420, 479, 480, 560, 640, 800, 1160, 2400} {
				svg, err := resized(c, width).SVG()
				require.NoError(t, err)
				requireLegible(t, svg)
			}
		})
	}
}

// resized is a chart for another width.
func resized(c chart, width int) chart {
	switch c := c.(type) {
	case plot.Exceedance:
		c.Width = width
		return c
	case plot.Histogram:
		c.Width = width
		return c
	case plot.Tornado:
		c.Width = width
		return c
	case plot.Pareto:
		c.Width = width
		return c
	case plot.Waterfall:
		c.Width = width
		return c
	case plot.Convergence:
		c.Width = width
		return c
	}
	return c
}

// letters is where a text is, by the estimate of its width.
type letters struct {
	text                     string
	left, right, top, bottom float64
}

func requireLegible(t *testing.T, svg []byte) {
	t.Helper()
	elements := wellFormed(t, svg)
	wide, high := number(t, elements[0], "width"), number(t, elements[0], "height")
	var all []letters
	for _, e := range elements {
		if e.name != "text" {
			continue
		}
		size := number(t, e, "font-size")
		x, y, broad := number(t, e, "x"), number(t, e, "y"), plot.TextWidth(e.text, size)
		switch e.attribute["text-anchor"] {
		case "middle":
			x -= broad / 2
		case "end":
			x -= broad
		}
		l := letters{e.text, x, x + broad, y - .72*size, y + .05*size}
		require.GreaterOrEqual(t, l.left, -.5, "%d: %s", int(wide), e.text)
		require.LessOrEqual(t, l.right, wide+.5, "%d: %s", int(wide), e.text)
		require.GreaterOrEqual(t, l.top, 0.0, "%d: %s", int(wide), e.text)
		require.LessOrEqual(t, l.bottom, high, "%d: %s", int(wide), e.text)
		for _, o := range all {
			apart := l.left >= o.right || o.left >= l.right || l.top >= o.bottom || o.top >= l.bottom
			require.True(t, apart, "%d: %q covers %q", int(wide), l.text, o.text)
		}
		all = append(all, l)
	}
}

func number(t *testing.T, e element, attribute string) float64 {
	t.Helper()
	x, err := strconv.ParseFloat(e.attribute[attribute], 64)
	require.NoError(t, err, "%s of %v", attribute, e)
	return x
}

// TestExceedanceFalls holds that a curve, drawn, never turns back: to the right
// it goes down.
func TestExceedanceFalls(t *testing.T) {
	for name, e := range exceedances() {
		svg, err := e.SVG()
		require.NoError(t, err)
		lines := 0
		for _, el := range wellFormed(t, svg) {
			if el.name != "path" || el.attribute["stroke-linejoin"] != "round" {
				continue
			}
			lines++
			x, y := math.Inf(-1), math.Inf(-1)
			for _, p := range coordinates(t, el.attribute["d"]) {
				require.GreaterOrEqual(t, p[0], x, name)
				require.GreaterOrEqual(t, p[1], y, name)
				x, y = p[0], p[1]
			}
		}
		require.GreaterOrEqual(t, lines, len(e.Curves), name)
	}
}

func coordinates(t *testing.T, path string) [][2]float64 {
	t.Helper()
	var out [][2]float64
	for _, part := range strings.FieldsFunc(path, func(r rune) bool { return r == 'M' || r == 'L' }) {
		var p [2]float64
		_, err := fmt.Sscan(part, &p[0], &p[1])
		require.NoError(t, err, path)
		out = append(out, p)
	}
	return out
}

// TestHistogramAreas holds that areas are as probabilities, with bins of any
// width.
func TestHistogramAreas(t *testing.T) {
	h := histograms()["uneven"]
	svg, err := h.SVG()
	require.NoError(t, err)
	var areas []float64
	for _, e := range wellFormed(t, svg) {
		if e.name == "rect" && e.attribute["class"] == "plot-f-0" {
			areas = append(areas, (number(t, e, "width")+1)*number(t, e, "height"))
		}
	}
	require.Len(t, areas, len(h.Bins))
	for i, b := range h.Bins {
		require.InEpsilon(t, b.Probability/h.Bins[0].Probability, areas[i]/areas[0], .06, "%d", i)
	}
}

// TestParetoFront compares the front with what its definition says.
func TestParetoFront(t *testing.T) {
	p := paretos()["budget"]
	table, err := p.Table()
	require.NoError(t, err)
	n := 0
	for _, a := range p.Plans {
		if !slices.ContainsFunc(p.Plans, func(b plot.Plan) bool {
			return b.Cost <= a.Cost && b.Loss <= a.Loss && (b.Cost < a.Cost || b.Loss < a.Loss)
		}) {
			n++
		}
	}
	rows := slices.DeleteFunc(table.Rows, func(row []string) bool { return row[3] == "runner-up" })
	require.Len(t, rows, n)
}

func TestWordsAreReplaced(t *testing.T) {
	e := exceedances()["german"]
	svg, err := e.SVG()
	require.NoError(t, err)
	for _, want := range []string{">Schaden im Jahr, EUR<", ">100\u00a0Tsd.<", "VaR 95\u00a0%: 1,05\u00a0Mio.\u00a0EUR", ">hinnehmbar<"} {
		require.Contains(t, string(svg), want)
	}
	words := plot.English()
	e.Words = words
	again, err := e.SVG()
	require.NoError(t, err)
	e.Words = plot.Words{}
	plain, err := e.SVG()
	require.NoError(t, err)
	require.Equal(t, string(plain), string(again))
}

func TestScaleWords(t *testing.T) {
	for _, s := range []plot.Scale{0, plot.Linear, plot.Log} {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var got plot.Scale
		require.NoError(t, got.UnmarshalText(text))
		require.Equal(t, s, got)
	}
	var s plot.Scale
	require.EqualError(t, s.UnmarshalText([]byte("lin")), `plot: scale: got "lin", want one of linear, log`)
}
