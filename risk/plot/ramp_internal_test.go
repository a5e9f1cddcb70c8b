package plot

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// vision is how a kind of eye sees a color in linear RGB. The matrices are
// those of severity 1.0 of Machado, Oliveira and Fernandes, "A
// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
// Transactions on Visualization and Computer Graphics 15(6), 2009,
// doi:10.1109/TVCG.2009.113, supplementary tables at
// www.inf.ufrgs.br/~oliveira/pubs_files/CVD_Simulation/CVD_Simulation.html.
var vision = map[string][3][3]float64{
	"usual":        {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

var schemes = map[string]struct {
	palette
	direction float64 // of lightness, from the lowest level to the highest
}{"light": {light, -1}, "dark": {dark, 1}}

// linear is the transfer function of sRGB (IEC 61966-2-1), as WCAG 2.2 uses it.
func linear(c color) [3]float64 {
	var out [3]float64
	for i, v := range c {
		s := float64(v) / 255
		if out[i] = s / 12.92; s > 0.04045 {
			out[i] = math.Pow((s+0.055)/1.055, 2.4)
		}
	}
	return out
}

func seen(c color, m [3][3]float64) [3]float64 {
	l := linear(c)
	var out [3]float64
	for i, row := range m {
		out[i] = min(1, max(0, row[0]*l[0]+row[1]*l[1]+row[2]*l[2]))
	}
	return out
}

// luminance is the relative luminance of WCAG 2.2.
func luminance(l [3]float64) float64 { return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2] }

// contrast is the contrast ratio of WCAG 2.2, success criterion 1.4.3.
func contrast(a, b color) float64 {
	x, y := luminance(linear(a)), luminance(linear(b))
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// lab is CIE 1976 L*a*b* under D65 (CIE 15).
func lab(l [3]float64) [3]float64 {
	f := func(t float64) float64 {
		if t > 216.0/24389 {
			return math.Cbrt(t)
		}
		return (24389.0/27*t + 16) / 116
	}
	x := f((0.4124564*l[0] + 0.3575761*l[1] + 0.1804375*l[2]) / 0.95047)
	y := f(0.2126729*l[0] + 0.7151522*l[1] + 0.0721750*l[2])
	z := f((0.0193339*l[0] + 0.1191920*l[1] + 0.9503041*l[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func hex(t *testing.T, s string) color {
	t.Helper()
	n, err := strconv.ParseUint(s[1:], 16, 32)
	require.NoError(t, err)
	return color{int(n >> 16), int(n >> 8 & 255), int(n & 255)}
}

// TestRampNeighbors demands of every two neighboring levels, for each kind of
// eye, a step of lightness in the one direction (so gray prints keep the
// order) and a distance in color: 2.3 is the least that is noticed side by
// side (Mahy, Van Eycken and Oosterlinck 1994).
func TestRampNeighbors(t *testing.T) {
	least := map[int]struct{ lightness, distance float64 }{
		2: {30, 40}, 3: {15, 17}, 4: {10, 15}, 5: {7, 11}, 6: {5, 9}, 7: {4, 7}, 8: {4, 6}, 9: {3, 5}, 10: {3, 5}, 11: {2.3, 4}, 12: {2.3, 3.5},
	}
	for scheme, s := range schemes {
		for eye, m := range vision {
			for levels := 2; levels <= mostSteps; levels++ {
				t.Run(fmt.Sprint(scheme, " ", eye, " ", levels), func(t *testing.T) {
					for rank := 1; rank < levels; rank++ {
						a, b := lab(seen(s.level(rank-1, levels), m)), lab(seen(s.level(rank, levels), m))
						step := s.direction * (b[0] - a[0])
						distance := math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
						require.Greater(t, step, least[levels].lightness, "ranks %d and %d", rank-1, rank)
						require.Greater(t, distance, least[levels].distance, "ranks %d and %d", rank-1, rank)
					}
				})
			}
		}
	}
}

func TestTextContrast(t *testing.T) {
	const readable = 4.5 // WCAG 2.2, level AA, for small text
	for scheme, s := range schemes {
		t.Run(scheme, func(t *testing.T) {
			paper := hex(t, s.paper)
			require.GreaterOrEqual(t, contrast(paper, hex(t, s.ink)), readable)
			require.GreaterOrEqual(t, contrast(paper, hex(t, s.muted)), readable)
			require.GreaterOrEqual(t, contrast(paper, hex(t, s.rise)), readable)
			require.GreaterOrEqual(t, contrast(paper, hex(t, s.fall)), readable)
			for levels := 1; levels <= mostSteps; levels++ {
				for rank := range levels {
					c := s.level(rank, levels)
					require.GreaterOrEqual(t, contrast(c, hex(t, on(c))), readable, "rank %d of %d", rank, levels)
				}
			}
		})
	}
}

// TestOn compares the quick choice of black or white with the exact one.
func TestOn(t *testing.T) {
	for scheme, s := range schemes {
		for levels := 1; levels <= mostSteps; levels++ {
			for rank := range levels {
				c := s.level(rank, levels)
				white, black := contrast(c, color{255, 255, 255}), contrast(c, color{})
				if math.Abs(white-black) > 0.6 {
					require.Equal(t, white > black, on(c) == "#ffffff", "%s, rank %d of %d", scheme, rank, levels)
				}
			}
		}
	}
}

// TestRampEnds: few levels use the ramp up to its last color but one.
func TestRampEnds(t *testing.T) {
	for _, c := range []struct{ levels, last int }{{2, 4}, {3, 4}, {4, 5}, {5, 5}, {12, 5}} {
		require.Equal(t, light.ramp[0], light.level(0, c.levels))
		require.Equal(t, light.ramp[c.last], light.level(c.levels-1, c.levels))
	}
	require.Equal(t, light.ramp[0], light.level(0, 1))
}
