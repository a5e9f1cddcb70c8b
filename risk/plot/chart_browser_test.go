package plot_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/browser"
)

// TestChartsInABrowser measures every text with the letters of a real font: each
// lies in its picture, and none covers another. It does so at the width of a
// desktop and of a phone, where pictures of 360 pixels keep their size.
func TestChartsInABrowser(t *testing.T) {
	b := browser.New(t)
	page := filepath.Join(t.TempDir(), "charts.html")
	var html strings.Builder
	html.WriteString("<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><style>body{margin:0}svg{display:block}</style>\n")
	all := charts()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		svg, err := all[name].SVG()
		require.NoError(t, err)
		html.Write(svg)
	}
	require.NoError(t, os.WriteFile(page, []byte(html.String()), 0o600))
	for _, width := range []int{1200, 390} {
		for _, scheme := range []string{"light", "dark"} {
			t.Run(fmt.Sprint(width, " ", scheme), func(t *testing.T) {
				b.T = t
				b.Open("file://"+page, width, 900, scheme)
				require.Equal(t, fmt.Sprint(len(all)), b.Eval("document.querySelectorAll('svg').length"))
				require.Empty(t, b.Eval(collisions))
				require.Equal(t, fmt.Sprint(min(width, 360)), b.Eval("document.querySelector('#phone').getBoundingClientRect().width"))
				ratio, where := leastContrast(t, b)
				require.GreaterOrEqual(t, ratio, 4.5, where)
				require.Empty(t, b.Complaints)
				require.Empty(t, b.Fetched)
			})
		}
	}
}

// collisions lists the texts that leave their picture or cover another.
const collisions = `(() => {
  const bad = [];
  for (const svg of document.querySelectorAll("svg")) {
    const [, , w, h] = svg.getAttribute("viewBox").split(" ").map(Number), seen = [];
    for (const e of svg.querySelectorAll("text")) {
      const b = e.getBBox(), size = Number(e.getAttribute("font-size")), y = Number(e.getAttribute("y"));
      const t = { what: e.textContent, l: b.x, r: b.x + b.width, t: y - .72 * size, b: y + .05 * size };
      if (t.l < -.5 || t.r > w + .5 || t.t < 0 || t.b > h) bad.push(svg.id + ": " + t.what + " is outside");
      for (const o of seen) if (t.l < o.r && o.l < t.r && t.t < o.b && o.t < t.b) bad.push(svg.id + ": " + t.what + " covers " + o.what);
      seen.push(t);
    }
  }
  return bad.join("\n");
})()`

// leastContrast is the lowest contrast of any text against the paper of its
// picture (WCAG 2.2), and where that is.
func leastContrast(t *testing.T, b *browser.Browser) (ratio float64, where string) {
	t.Helper()
	worst, where, _ := strings.Cut(b.Eval(`(() => {
  const lum = (c) => { const [r, g, b] = c.match(/[\d.]+/g).slice(0, 3).map((v) => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
  let worst = [99, ""];
  for (const svg of document.querySelectorAll("svg")) {
    const paper = lum(getComputedStyle(svg.querySelector("rect")).fill);
    for (const e of svg.querySelectorAll("text")) {
      const ink = lum(getComputedStyle(e).fill), ratio = (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
      if (ratio < worst[0]) worst = [ratio, svg.id + ": " + e.textContent];
    }
  }
  return worst.join(" ");
})()`), " ")
	_, err := fmt.Sscan(worst, &ratio)
	require.NoError(t, err)
	return ratio, where
}
