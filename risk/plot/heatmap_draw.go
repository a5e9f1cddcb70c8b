package plot

import (
	"fmt"
	"hash/crc32"
	"strings"
)

// heatDrawing is a heat map on its way to paper.
type heatDrawing struct {
	HeatMap
	canvas
	tally  tally
	layout heatLayout
	arrows []arrow
	id     string
}

// draw returns the picture of a heat map that passed its check.
func (h HeatMap) draw() []byte {
	d := heatDrawing{HeatMap: h, tally: h.tally(), layout: h.layout(), id: h.id()}
	d.arrows = h.route(d.layout, d.tally)
	d.heading()
	d.axes()
	d.cells()
	d.arrowsAndBadges()
	d.cellTexts()
	height := d.legend()
	return d.framed(height)
}

// id is the one given, or one made of everything that the picture shows.
func (h HeatMap) id() string {
	if h.ID != "" {
		return h.ID
	}
	shown := fmt.Appendf(nil, "%q %q %q %q %q %d %t %d %d", h.Title, h.Description, h.Rows, h.Columns, h.Levels, h.Cells, h.Light, h.Arrows, h.Width)
	for _, item := range h.Items {
		shown = fmt.Appendf(shown, " %q %q %d", item.ID, item.Label, item.At)
		if item.To != nil {
			shown = fmt.Appendf(shown, " %d", *item.To)
		}
	}
	return fmt.Sprintf("heatmap-%08x", crc32.ChecksumIEEE(shown))
}

// framed returns the picture: what it is called and how it is painted around
// what was drawn.
func (d *heatDrawing) framed(height float64) []byte {
	l, c := d.layout, canvas{}
	w, h := l.width, height
	if d.Width > 0 {
		w, h = float64(d.Width), float64(height*float64(d.Width)/l.width)
	}
	c.open("svg", "xmlns", "http://www.w3.org/2000/svg", "id", d.id, "viewBox", "0 0 "+num(l.width)+" "+num(height),
		"width", num(w), "height", num(h), "role", "img", "aria-labelledby", d.id+"-title", "aria-describedby", d.id+"-desc",
		"font-family", fonts)
	c.text("title", d.name(), "id", d.id+"-title")
	c.text("desc", sentence(d.Description)+d.summary(d.tally), "id", d.id+"-desc")
	c.text("style", d.style())
	c.leaf("rect", "class", "plot-paper", "fill", light.paper, "width", num(l.width), "height", num(height))
	c.write(string(d.svg))
	c.close("svg")
	return c.svg
}

// style lets the picture shrink with its page and paints it in the dark
// colors. The light ones are attributes: they hold where styles do not reach
// (office programs, strict pages), and on paper.
func (d *heatDrawing) style() string {
	var b strings.Builder
	fmt.Fprintf(&b, "#%s{max-width:100%%;height:auto}\n", d.id)
	if d.Light {
		return b.String()
	}
	rule := func(class, property, value string) {
		fmt.Fprintf(&b, "#%s .plot-%s{%s:%s}\n", d.id, class, property, value)
	}
	b.WriteString("@media screen and (prefers-color-scheme:dark){\n")
	rule("paper", "fill", dark.paper)
	rule("ink", "fill", dark.ink)
	rule("muted", "fill", dark.muted)
	rule("line", "stroke", dark.ink)
	rule("halo", "stroke", dark.paper)
	for rank := range d.Levels {
		c := dark.level(rank, len(d.Levels))
		rule(fmt.Sprint("level", rank), "fill", c.String())
		rule(fmt.Sprint("on", rank), "fill", on(c))
		rule(fmt.Sprint("seam", rank), "stroke", c.String())
	}
	b.WriteString("}\n")
	return b.String()
}

func (d *heatDrawing) heading() {
	l := d.layout
	y := margin + titleSize - 3
	d.lines(l.title, margin, y, titleSize, "class", "plot-ink", "fill", light.ink, "font-weight", "600")
	if n := len(l.title); n > 0 {
		y += float64(float64(n)*titleSize*leading) + 1
	}
	d.lines(l.about, margin, y, bodySize, "class", "plot-muted", "fill", light.muted)
}

// axes writes the titles and labels: rows upwards, columns to the right.
func (d *heatDrawing) axes() {
	l := d.layout
	strong := []string{"class", "plot-ink", "fill", light.ink, "font-weight", "600"}
	plain := strong[:4:4]
	if l.rowsTitle != "" {
		d.label(d.Rows.Title, []string{l.rowsTitle + " ↑"}, point{margin, l.grid.y - 9}, bodySize, strong...)
	}
	for r, lines := range l.rowLabels {
		at := l.corner(Position{Row: r})
		y := at.y + float64((l.cell.y-gap)/2) + 4.5 - float64(float64(len(lines)-1)*bodySize*leading/2)
		d.label(d.Rows.Labels[r], lines, point{l.grid.x - labelGap, y}, bodySize, append(plain, "text-anchor", "end")...)
	}
	for c, lines := range l.columnLabels {
		at := point{l.center(Position{Column: c}).x, l.foot() + 18}
		d.label(d.Columns.Labels[c], lines, at, l.columnSize, append(plain, "text-anchor", "middle")...)
	}
	if l.columnsTitle != "" {
		d.label(d.Columns.Title, []string{l.columnsTitle + " →"}, point{l.right(), l.axisFoot() - 5}, bodySize, append(strong, "text-anchor", "end")...)
	}
}

// axisFoot is the lower edge of what is written below the cells.
func (l heatLayout) axisFoot() float64 {
	most := 0
	for _, lines := range l.columnLabels {
		most = max(most, len(lines))
	}
	return l.foot() + 12 + float64(float64(most)*bodySize*leading) + titleLine(l.columnsTitle)
}

// cells writes the colored cells.
func (d *heatDrawing) cells() {
	l := d.layout
	for r := l.rows - 1; r >= 0; r-- {
		for c := range l.columns {
			p := Position{Row: r, Column: c}
			rank, at := d.rank(p), l.corner(p)
			color := light.level(rank, len(d.Levels))
			d.open("g")
			d.text("title", d.tooltip(p))
			d.leaf("rect", "class", fmt.Sprint("plot-level", rank), "fill", color.String(), "x", num(at.x), "y", num(at.y),
				"width", num(l.cell.x-gap), "height", num(l.cell.y-gap), "rx", "4")
			d.close("g")
		}
	}
}

// tooltip says what a cell holds.
func (d *heatDrawing) tooltip(p Position) string {
	items := d.tally.now[p]
	s := d.place(p) + ": " + risks(len(items))
	if d.tally.rated > 0 {
		s += fmt.Sprintf(", %d after treatment", len(d.tally.then[p]))
	}
	lines := make([]string, 0, mostNamed)
	for _, i := range items[:min(mostNamed, len(items))] {
		lines = append(lines, "\n"+d.line(d.Items[i]))
	}
	return s + strings.Join(lines, "") + beyond("\n", len(items))
}

// mostNamed is how many risks a tooltip names.
const mostNamed = 40

// beyond is the end of a tooltip that does not name all.
func beyond(before string, n int) string {
	if n <= mostNamed {
		return ""
	}
	return fmt.Sprintf("%sand %d more", before, n-mostNamed)
}

// arrowsAndBadges writes the moves. Each line has a seam of paper, so that it
// stays clear on every color and where it crosses another.
func (d *heatDrawing) arrowsAndBadges() {
	for _, a := range d.arrows {
		d.open("g", "fill", "none", "stroke-linecap", "round", "stroke-linejoin", "round")
		names := d.which(a.items[:min(mostNamed, len(a.items))])
		d.text("title", d.place(a.from)+" → "+d.place(a.to)+": "+strings.Join(names, ", ")+beyond(" ", len(a.items)))
		d.leaf("path", "class", "plot-halo", "stroke", light.paper, "stroke-width", "5", "d", a.path()+" "+a.head())
		d.leaf("path", "class", "plot-line", "stroke", light.ink, "stroke-width", "1.8", "d", a.path())
		d.leaf("path", "class", "plot-ink", "fill", light.ink, "d", a.head())
		d.close("g")
	}
	for _, a := range d.arrows {
		if n := len(a.items); n > 1 {
			d.badge(a.badge, fmt.Sprint(n))
		}
	}
}

// badge writes the number of an arrow on the arrow.
func (d *heatDrawing) badge(at point, n string) {
	half := max(badgeRadius, float64(width(n, wordSize)/2)+5)
	d.leaf("rect", "class", "plot-ink plot-halo", "fill", light.ink, "stroke", light.paper, "stroke-width", "1.5",
		"x", num(at.x-half), "y", num(at.y-badgeRadius), "width", num(float64(2*half)), "height", num(2*badgeRadius), "rx", num(badgeRadius))
	d.text("text", n, "class", "plot-paper", "fill", light.paper, "x", num(at.x), "y", num(at.y+4),
		"font-size", num(wordSize), "font-weight", "600", "text-anchor", "middle")
}
