package plot

import "slices"

// keyed is a sign of a chart with what it means.
type keyed struct {
	draw func(at area) // in a place of this size
	text string
}

const (
	signWide = 32.0
	signHigh = 12.0
)

// key writes what signs mean, in as few rows as have room.
func (c *chart) key(items ...keyed) {
	items = slices.DeleteFunc(items, func(k keyed) bool { return k.draw == nil })
	if len(items) == 0 {
		return
	}
	c.height += 6
	x, deepest := margin, 0.0
	for _, item := range items {
		lines := wrap(item.text, noteSize, c.width-2*margin-signWide-8, 3)
		wide := signWide + 8 + widest(lines, noteSize)
		if x > margin && x+wide > c.width-margin {
			x, c.height, deepest = margin, c.height+deepest, 0
		}
		item.draw(area{x, c.height + 1, x + signWide, c.height + 1 + signHigh})
		c.label(item.text, lines, point{x + signWide + 8, c.height + 11.5}, noteSize, c.paint("ink", "")...)
		x += wide + 22
		deepest = max(deepest, float64(float64(max(1, len(lines)))*noteSize*leading)+5)
	}
	c.height += deepest
}

func widest(lines []string, size float64) float64 {
	most := 0.0
	for _, line := range lines {
		most = max(most, width(line, size))
	}
	return most
}
