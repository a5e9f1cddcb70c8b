package plot

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// over is a color painted on another.
func over(a, b color, opacity float64) color {
	var c color
	for i := range c {
		c[i] = int(math.Round(float64(a[i])*opacity + float64(b[i])*(1-opacity)))
	}
	return c
}

// shades are the colors of the roles in each scheme.
func shades(t *testing.T) map[string][]color {
	t.Helper()
	out := map[string][]color{}
	for _, r := range roles {
		out["light"], out["dark"] = append(out["light"], hex(t, r.light)), append(out["dark"], hex(t, r.dark))
	}
	return out
}

// TestRoleContrast: every color that letters have is readable on paper, and but
// for the muted one on the tint of any band.
func TestRoleContrast(t *testing.T) {
	for scheme, shade := range shades(t) {
		paper := shade[0]
		for i, r := range roles {
			if i < firstSeries && r.name != "ink" && r.name != "muted" {
				continue // no letters have it
			}
			require.GreaterOrEqual(t, contrast(paper, shade[i]), 4.5, "%s, %s", scheme, r.name)
			for j := firstSeries; j < len(roles) && r.name != "muted"; j++ {
				require.GreaterOrEqual(t, contrast(over(shade[j], paper, .2), shade[i]), 4.5, "%s, %s on %s", scheme, r.name, roles[j].name)
			}
		}
	}
}

// TestSeriesDiffer: neighbors differ for every kind of eye, dashes apart.
func TestSeriesDiffer(t *testing.T) {
	for scheme, shade := range shades(t) {
		for eye, m := range vision {
			for i := firstSeries + 1; i < len(roles); i++ {
				requireApart(t, lab(seen(shade[i-1], m)), lab(seen(shade[i], m)), scheme+", "+eye+": "+roles[i].name)
			}
		}
	}
	require.Equal(t, "0", roles[firstSeries].name)
	require.Len(t, roles[firstSeries:], mostCurves)
	require.Len(t, dashes, mostCurves)
}

func requireApart(t *testing.T, a, b [3]float64, about string) {
	t.Helper()
	far := math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
	require.Greater(t, far, 10.0, about)
}

func TestAmounts(t *testing.T) {
	for x, want := range map[float64]string{
		0: "0", 1: "1", 20_000: "20 k", 999_499: "999 k", 999_500: "1 M", 1.254e6: "1.25 M", 3e9: "3 bn", 7.5e12: "7.5 tn", 1e18: "1000000 tn",
		0.5: "0.5", 0.01234: "0.0123", 999.6: "1 k", -1500: "−1.5 k",
	} {
		require.Equal(t, strings.ReplaceAll(want, " ", "\u00a0"), english.amount(x), "%v", x)
	}
	require.Equal(t, "+1.5\u00a0k", english.change(1500))
	require.Equal(t, "0", english.change(0))
	require.Equal(t, "20\u00a0k\u00a0EUR", english.money(20e3, "EUR"))
	for p, want := range map[float64]string{0: "0 %", .43: "43 %", 1: "100 %", .057: "5.7 %", .001: "0.1 %", .00012: "0.012 %", .995: "99.5 %", .8949: "89 %"} {
		require.Equal(t, strings.ReplaceAll(want, " ", "\u00a0"), english.percent(p), "%v", p)
	}
}

// TestAxes holds of axes of every range and length that they hold the data,
// that their labels are apart and different, and ascend.
func TestAxes(t *testing.T) {
	ranges := [][2]float64{
		{0, 0}, {0, 1}, {0, 1e-6}, {0, 1e-300}, {-1e-12, 0}, {0, 1e18}, {-1e18, 1e18}, {1e18 - 1024, 1e18}, {-3, 7}, {1.05e6, 1.06e6}, {999, 1001}, {0, 850e3}, {17, 17}, {-1e-5, 1e17},
	}
	logs := [][2]float64{{1, 1}, {1, 10}, {1e-6, 1e18}, {5e3, 8.1e6}, {999, 1001}, {3e17, 1e18}, {1e-6, 1e-6}}
	for _, long := range []float64{60, 200, 500, 1100, 9000} {
		for _, vertical := range []bool{false, true} {
			for _, tight := range []bool{false, true} {
				for _, r := range ranges {
					requireAxis(t, ruler{scale: Linear, vertical: vertical, tight: tight, label: english.evenAmounts}, r, long)
				}
			}
			for _, r := range logs {
				requireAxis(t, ruler{scale: Log, vertical: vertical, label: english.amounts}, r, long)
			}
		}
	}
}

func requireAxis(t *testing.T, r ruler, span [2]float64, long float64) {
	t.Helper()
	start, end := 40.0, 40+long
	if r.vertical {
		start, end = end, start
	}
	a := r.axis(span[0], span[1], start, end)
	about := fmt.Sprint(r.scale, r.vertical, r.tight, span, long)
	require.Less(t, a.from, a.to, about)
	require.LessOrEqual(t, a.from, span[0], about)
	require.GreaterOrEqual(t, a.to, span[1], about)
	require.Less(t, len(a.ticks), 3000, about)
	last, seen := math.Inf(-1), map[string]bool{}
	for _, tick := range a.ticks {
		require.GreaterOrEqual(t, tick.at, 39.99, about)
		require.LessOrEqual(t, tick.at, 40.01+long, about)
		if tick.label == "" {
			continue
		}
		require.False(t, seen[tick.label], "%s: %q twice", about, tick.label)
		seen[tick.label] = true
		at := tick.at
		if r.vertical {
			at = -at
		}
		require.Greater(t, at, last, about)
		last = at
	}
	if long >= 200 {
		require.GreaterOrEqual(t, len(seen), 2, about)
	}
}

func TestSegments(t *testing.T) {
	a := area{0, 0, 10, 10}
	for _, c := range []struct {
		name       string
		p, q       point
		from, to   point
		ok, inside bool
	}{
		{"inside", point{1, 1}, point{2, 3}, point{1, 1}, point{2, 3}, true, true},
		{"through", point{-10, 5}, point{20, 5}, point{0, 5}, point{10, 5}, true, false},
		{"corner cut", point{-5, 5}, point{5, -5}, point{0, 0}, point{0, 0}, true, false},
		{"beside", point{-1, 2}, point{-1, 8}, point{-1, 2}, point{-1, 8}, false, false},
		{"past", point{-4, 8}, point{4, 16}, point{-4, 8}, point{4, 16}, false, false},
		{"a point", point{3, 3}, point{3, 3}, point{3, 3}, point{3, 3}, true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			from, to, ok := a.segment(c.p, c.q)
			require.Equal(t, c.ok, ok)
			require.Equal(t, [2]point{c.from, c.to}, [2]point{from, to})
		})
	}
	require.Equal(t, [][]point{{{0, 5}, {5, 5}, {5, 0}}, {{7, 0}, {7, 5}, {10, 5}}},
		a.cut([]point{{-5, 5}, {5, 5}, {5, -5}, {7, -5}, {7, 5}, {15, 5}}))
	require.Equal(t, []point{{0, 10}, {0, 0}, {10, 0}, {10, 10}}, a.trim([]point{{-5, -5}, {15, -5}, {15, 15}, {-5, 15}}))
}

// TestFlags: no pole crosses a text, wherever the values are.
func TestFlags(t *testing.T) {
	state := uint64(3)
	for range 500 {
		f := flags{}
		for range 1 + state>>61 {
			state = state*6364136223846793005 + 1442695040888963407
			f.list = append(f.list, flag{x: 40 + float64(state>>40)/float64(1<<24)*500, text: strings.Repeat("x", 3+int(state>>33)%20)})
		}
		f.arrange(area{left: 20, right: 560})
		for i, a := range f.list {
			for j, b := range f.list {
				if i == j || a.row < 0 || b.row < 0 {
					continue
				}
				require.False(t, b.row < a.row && b.covers(a.x), "the pole of %v crosses the text of %v", a, b)
				require.False(t, a.row == b.row && a.from() < b.from()+b.broad() && b.from() < a.from()+a.broad(), "%v covers %v", a, b)
			}
		}
	}
}
