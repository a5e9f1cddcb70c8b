package plot

import (
	"fmt"
	"math"
	"strings"
)

const (
	swatch   = 16.0
	swatchTo = 7.0 // from the swatch to its label
)

// legend writes the levels, the highest first, with the risks of each, and
// how to read the arrows. It returns the height of the picture.
func (d *heatDrawing) legend() float64 {
	n := len(d.Levels)
	labels, perRow := d.legendLabels(d.layout.width - 2*margin)
	step := (d.layout.width - 2*margin) / float64(perRow)
	y := d.layout.axisFoot() + 20
	for top := 0; top < n; top += perRow {
		deepest := 1
		for i := top; i < min(top+perRow, n); i++ {
			rank := n - 1 - i
			d.entry(rank, labels[rank], point{margin + float64(float64(i-top)*step), y})
			deepest = max(deepest, len(labels[rank]))
		}
		y += float64(float64(deepest)*bodySize*leading) + 8
	}
	return math.Ceil(d.note(y))
}

// legendLabels sets the labels of the levels in one or two lines, and says
// how many levels stand side by side.
func (d *heatDrawing) legendLabels(area float64) (labels [][]string, perRow int) {
	widest := 60.0
	for rank, level := range d.Levels {
		beside := swatch + swatchTo + 8 + width(d.counts(rank), bodySize*1.1) + 16
		lines := wrap(level.Label, bodySize, area-beside, 2)
		for _, line := range lines {
			widest = max(widest, beside+width(line, bodySize))
		}
		labels = append(labels, lines)
	}
	n := len(d.Levels)
	fit := min(n, max(1, int(area/widest)))
	rows := (n + fit - 1) / fit
	return labels, (n + rows - 1) / rows
}

// counts is a level's number of risks, today and after treatment.
func (d *heatDrawing) counts(rank int) string {
	switch {
	case len(d.Items) == 0:
		return ""
	case d.tally.rated == 0:
		return fmt.Sprint(d.tally.levelNow[rank])
	}
	return fmt.Sprintf("%d → %d", d.tally.levelNow[rank], d.tally.levelThen[rank])
}

func (d *heatDrawing) entry(rank int, label []string, at point) {
	color := light.level(rank, len(d.Levels))
	d.leaf("rect", "class", fmt.Sprint("plot-level", rank), "fill", color.String(),
		"x", num(at.x), "y", num(at.y), "width", num(swatch), "height", num(swatch), "rx", "3")
	if d.layout.letters {
		d.text("text", d.layout.words[rank], "class", fmt.Sprint("plot-on", rank), "fill", on(color), "x", num(at.x+swatch/2),
			"y", num(at.y+12), "font-size", num(wordSize), "text-anchor", "middle")
	}
	d.entryLabel(rank, label, at.plus(point{swatch + swatchTo, 12.5}))
}

// entryLabel writes the label of a level, and its counts at the end of it.
func (d *heatDrawing) entryLabel(rank int, label []string, at point) {
	if len(label) == 0 {
		label = []string{""}
	}
	last := len(label) - 1
	d.open("g", "class", "plot-ink", "fill", light.ink, "font-size", num(bodySize))
	if strings.HasSuffix(label[last], "…") {
		d.text("title", d.Levels[rank].Label)
	}
	for i, line := range label {
		d.start("text", []string{"x", num(at.x), "y", num(at.y + float64(float64(i)*bodySize*leading))})
		d.write(">", escape.Replace(line))
		if counts := d.counts(rank); i == last && counts != "" {
			if line != "" {
				d.write(":") // a label may be a number too
			}
			d.write(`<tspan dx="6" font-weight="600">`, counts, "</tspan>")
		}
		d.close("text")
	}
	d.close("g")
}

// note writes how to read the numbers and arrows, and returns where the
// picture ends.
func (d *heatDrawing) note(y float64) float64 {
	lines := wrap(d.reading(), wordSize+1, d.layout.width-2*margin, 4)
	d.lines(lines, margin, y+12, wordSize+1, "class", "plot-muted", "fill", light.muted)
	if len(lines) == 0 {
		return y + margin - 8
	}
	return y + float64(float64(len(lines))*(wordSize+1)*leading) + margin
}

func (d *heatDrawing) reading() string {
	var parts []string
	if d.tally.rated > 0 {
		parts = append(parts, "Counts: risks today → expected after treatment.")
	}
	if len(d.arrows) > 0 {
		parts = append(parts, "Arrows: where treatment is expected to take a risk or, with a number, that many.")
	}
	if drawn, all := len(d.arrows), len(d.tally.moves); drawn > 0 && drawn < all {
		parts = append(parts, fmt.Sprintf("%d of %d arrows are drawn, those for most risks.", drawn, all))
	}
	return strings.Join(parts, " ")
}
