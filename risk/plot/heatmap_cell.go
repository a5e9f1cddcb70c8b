package plot

import "fmt"

// cellText is a line of text in a cell.
type cellText struct {
	text   string
	rank   int   // of the cell it stands on
	at     point // left end or, where it is centered, middle of its baseline
	size   float64
	middle bool
	cost   float64 // of an arrow that covers it
}

// box is the space that the text takes, with a little air.
func (t cellText) box() box {
	half := float64(width(t.text, t.size) / 2)
	at := t.at.minus(point{0, float64(t.size * .36)})
	if !t.middle {
		at.x += half
	}
	return box{at, half + 3, float64(t.size*.36) + 3}
}

// cellTexts lists what is written in the cells: the words of the levels, how
// many risks there are, and their ids where they fit.
func (h HeatMap) cellTexts(l heatLayout, t tally) []cellText {
	var texts []cellText
	for r := l.rows - 1; r >= 0; r-- {
		for c := range l.columns {
			p := Position{Row: r, Column: c}
			texts = append(texts, h.cellText(l, p, t.now[p])...)
		}
	}
	return texts
}

func (h HeatMap) cellText(l heatLayout, p Position, items []int) []cellText {
	rank, corner, center := h.rank(p), l.corner(p), l.center(p)
	texts := []cellText{{text: l.words[rank], rank: rank, at: corner.plus(point{7, 15}), size: wordSize, cost: costWord}}
	if len(items) == 0 {
		return texts
	}
	texts = append(texts, cellText{
		text: fmt.Sprint(len(items)), rank: rank, at: center.plus(point{0, float64(l.count * .36)}),
		size: l.count, middle: true, cost: costNumber,
	})
	foot := corner.y + l.cell.y - gap - 7
	ids := h.ids(l, items)
	for i, id := range ids {
		at := point{center.x, foot - float64(float64(len(ids)-1-i)*wordSize*1.1)}
		texts = append(texts, cellText{text: id, rank: rank, at: at, size: wordSize, middle: true, cost: costID})
	}
	return texts
}

// ids lists the ids of a cell in the lines it has room for, or none of them.
func (h HeatMap) ids(l heatLayout, items []int) []string {
	const most, widest = 6, 100.0 // wider lines would leave arrows no way down
	if l.idLines == 0 || len(items) > most {
		return nil
	}
	names := make([]string, 0, most)
	for _, i := range items {
		if h.Items[i].ID == "" {
			return nil
		}
		names = append(names, h.Items[i].ID)
	}
	return fit(names, wordSize, min(l.cell.x-gap-10, widest), l.idLines)
}

// fit sets names in lines without cutting any, or returns nothing.
func fit(names []string, size, most float64, lines int) []string {
	var out []string
	for i, name := range names {
		if i < len(names)-1 {
			name += ","
		}
		switch n := len(out); {
		case width(name, size) > most:
			return nil
		case n > 0 && width(out[n-1]+" "+name, size) <= most:
			out[n-1] += " " + name
		case n == lines:
			return nil
		default:
			out = append(out, name)
		}
	}
	return out
}

// cellTexts writes the texts over cells and arrows. Those that an arrow runs
// under have a seam in the color of the cell, so that they stay clear.
func (d *heatDrawing) cellTexts() {
	d.open("g", "pointer-events", "none", "stroke-linejoin", "round")
	for _, t := range d.HeatMap.cellTexts(d.layout, d.tally) {
		place := []string{"x", num(t.at.x), "y", num(t.at.y), "font-size", num(t.size)}
		if t.middle {
			place = append(place, "text-anchor", "middle")
		}
		if t.cost == costNumber {
			place = append(place, "font-weight", "600")
		}
		color := light.level(t.rank, len(d.Levels))
		if d.covered(t.box()) {
			seam := []string{"class", fmt.Sprint("plot-seam", t.rank), "fill", "none", "stroke", color.String(), "stroke-width", "3.5", "aria-hidden", "true"}
			d.text("text", t.text, append(seam, place...)...)
		}
		d.text("text", t.text, append([]string{"class", fmt.Sprint("plot-on", t.rank), "fill", on(color)}, place...)...)
	}
	d.close("g")
}

// covered reports whether an arrow runs through the box.
func (d *heatDrawing) covered(b box) bool {
	for _, a := range d.arrows {
		for _, p := range a.samples() {
			if b.holds(p) {
				return true
			}
		}
	}
	return false
}
