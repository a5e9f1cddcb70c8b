package html_test

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/browser"
)

// luminance gives the relative luminance of a color "#rrggbb" (WCAG 2.2).
func luminance(t *testing.T, color string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(color, "#"), 16, 24)
	require.NoError(t, err, color)
	linear := func(v uint64) float64 {
		c := float64(v&255) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*linear(n>>16) + .7152*linear(n>>8) + .0722*linear(n)
}

// contrast gives the contrast ratio of two colors, 1 to 21.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + .05) / (min(la, lb) + .05)
}

// palettes gives the colors of the style sheet by name, in light and in dark.
func palettes(t *testing.T, css string) (light, dark map[string]string) {
	t.Helper()
	read := func(part string) map[string]string {
		colors := map[string]string{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(part, -1) {
			colors[m[1]] = m[2]
		}
		return colors
	}
	first, rest, ok := strings.Cut(css, "@media screen and (prefers-color-scheme: dark)")
	require.True(t, ok)
	second, _, ok := strings.Cut(rest, "*, ::before")
	require.True(t, ok)
	return read(first), read(second)
}

func TestContrast(t *testing.T) {
	css, err := os.ReadFile("style.css")
	require.NoError(t, err)
	light, dark := palettes(t, string(css))
	require.Len(t, dark, len(light))

	texts := map[string]string{ // what stands on what
		"text": "paper sheet tint hit good-tint attention-tint bad-tint", "soft": "paper sheet tint hit good-tint attention-tint bad-tint",
		"link": "paper sheet tint hit good-tint attention-tint bad-tint",
		"good": "paper sheet hit good-tint", "attention": "paper sheet hit attention-tint", "bad": "paper sheet hit bad-tint", "muted": "paper sheet hit",
		"mark-text": "mark",
	}
	signs := map[string]string{"edge": "paper sheet", "focus": "paper sheet mark tint"} // frames: 3 is enough
	for name, palette := range map[string]map[string]string{"light": light, "dark": dark} {
		for front, backs := range texts {
			for back := range strings.FieldsSeq(backs) {
				require.GreaterOrEqual(t, contrast(t, palette[front], palette[back]), 4.5, "%s: %s on %s", name, front, back)
			}
		}
		for front, backs := range signs {
			for back := range strings.FieldsSeq(backs) {
				require.GreaterOrEqual(t, contrast(t, palette[front], palette[back]), 3.0, "%s: %s on %s", name, front, back)
			}
		}
	}
	require.InDelta(t, 21, contrast(t, "#000000", "#ffffff"), 1e-9)
}

// Colors come from the palette, but for paper, where they are measured here.
func TestColorsAreInThePalette(t *testing.T) {
	for _, name := range []string{"style.css", "cards.css"} {
		css, err := os.ReadFile(name)
		require.NoError(t, err)
		screen, paper, _ := strings.Cut(string(css), "@media print")
		for _, m := range regexp.MustCompile(`[^\n]*#[0-9a-f]{3,8}\b[^\n]*`).FindAllString(screen, -1) {
			require.True(t, strings.HasPrefix(strings.TrimSpace(m), "--") || strings.HasPrefix(m, "figure img"), m)
		}
		for _, color := range regexp.MustCompile(`color: (#[0-9a-f]{6})`).FindAllStringSubmatch(paper, -1) {
			require.GreaterOrEqual(t, contrast(t, color[1], "#ffffff"), 4.5, color[1])
		}
		require.NotRegexp(t, `animation|transition|scroll-behavior`, string(css), "nothing moves, so nothing must be stilled")
	}
}

func checkContrast(t *testing.T, b *browser.Browser) {
	t.Helper()
	address := save(t, statement())
	for _, scheme := range []string{"light", "dark"} {
		b.Open(address+"#?soa.status=Implemented", 1400, 1000, scheme)
		ratio, worst := b.LowestContrast("body *")
		require.GreaterOrEqual(t, ratio, 4.5, "%s: %s", scheme, worst)
		require.Less(t, ratio, 21.1, "%s: %s", scheme, worst)
	}
}
