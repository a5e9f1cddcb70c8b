package plot

import "fmt"

// palette is what a picture is painted with, in one scheme.
type palette struct {
	paper, ink, muted string
	rise, fall        string  // of what goes up and down
	ramp              []color // from the lowest level to the highest
}

// The ramps keep the hues that people expect of risk (pale, yellow, orange,
// red), and order the levels by lightness alone, so that they survive a gray
// print and every color blindness: on paper the worst is darkest, on a dark
// screen it is brightest.
var (
	light = palette{
		paper: "#ffffff", ink: "#1a1d22", muted: "#59616b", rise: "#a3343b", fall: "#1f5f8b",
		ramp: []color{{0xe7, 0xee, 0xe9}, {0xf1, 0xd0, 0x7f}, {0xe6, 0xa0, 0x53}, {0xd0, 0x6a, 0x41}, {0xa3, 0x34, 0x3b}, {0x5f, 0x13, 0x2f}},
	}
	dark = palette{
		paper: "#15181d", ink: "#e8eaed", muted: "#a4abb4", rise: "#ff9c8f", fall: "#86bdec",
		ramp: []color{{0x28, 0x32, 0x3a}, {0x49, 0x48, 0x31}, {0x77, 0x5a, 0x29}, {0xb2, 0x66, 0x31}, {0xe2, 0x76, 0x52}, {0xff, 0xa0, 0x93}},
	}
)

// color is red, green and blue in sRGB.
type color [3]int

func (c color) String() string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }

// level returns the color of a rank among so many levels: the ramp, divided
// evenly. Up to three levels do without its last color, which would be alarm
// enough for two more. Integers keep it the same on every machine.
func (p palette) level(rank, levels int) color {
	spans, steps := len(p.ramp)-1, max(1, levels-1)
	if levels <= 3 {
		spans--
	}
	from, part := rank*spans/steps, rank*spans%steps
	if from >= spans {
		return p.ramp[spans]
	}
	var c color
	for i := range c {
		c[i] = (p.ramp[from][i]*(steps-part) + p.ramp[from+1][i]*part + steps/2) / steps
	}
	return c
}

// on returns black or white, whichever can be read on the color. One of them
// always has a contrast of 4.58 or more. The luminance is that of WCAG 2 with
// the exponent 2 for 2.4, which decides alike for every color of the ramps.
func on(c color) string {
	luminance := 2126*c[0]*c[0] + 7152*c[1]*c[1] + 722*c[2]*c[2]
	if luminance > middle {
		return "#000000"
	}
	return "#ffffff"
}

// middle is the gray on which black and white are equally clear.
const middle = 10_000 * 255 * 255 * 20 / 100
