package plot

import (
	"fmt"
	"hash/crc32"
	"math"
	"strings"
)

// slopeDrawing is a slope chart on its way to paper.
type slopeDrawing struct {
	Slope
	canvas
	slopeLayout
	id string
}

// draw returns the picture of a slope chart that passed its check.
func (s Slope) draw() []byte {
	d := slopeDrawing{Slope: s, slopeLayout: s.layout(), id: s.id()}
	d.heading()
	d.strokes()
	d.side(d.left)
	d.side(d.right)
	return d.framed(d.note())
}

// id is the one given, or one made of everything that the picture shows.
func (s Slope) id() string {
	if s.ID != "" {
		return s.ID
	}
	return fmt.Sprintf("slope-%08x", crc32.ChecksumIEEE(fmt.Appendf(nil, "%q %q %q %q %q %d %d %t", s.Title, s.Description, s.Left, s.Right, fmt.Sprint(s.Lines), s.Movers, s.Width, s.Light)))
}

// framed returns the picture: what it is called and how it is painted around
// what was drawn.
func (d *slopeDrawing) framed(height float64) []byte {
	c := canvas{}
	w, h := d.width, height
	if d.Width > 0 {
		w, h = float64(d.Width), float64(height*float64(d.Width)/d.width)
	}
	c.open("svg", "xmlns", "http://www.w3.org/2000/svg", "id", d.id, "viewBox", "0 0 "+num(d.width)+" "+num(height),
		"width", num(w), "height", num(h), "role", "img", "aria-labelledby", d.id+"-title", "aria-describedby", d.id+"-desc",
		"font-family", fonts)
	c.text("title", d.name(), "id", d.id+"-title")
	c.text("desc", sentence(d.Description)+d.summary(), "id", d.id+"-desc")
	c.text("style", d.style(height))
	c.leaf("rect", "class", "plot-paper", "fill", light.paper, "width", num(d.width), "height", num(height))
	c.write(string(d.svg))
	c.close("svg")
	return c.svg
}

// style is that of a heat map, with the colors of what goes up and down.
func (d *slopeDrawing) style(height float64) string {
	var b strings.Builder
	fmt.Fprintf(&b, "#%s{max-width:100%%;height:auto}\n", d.id)
	b.WriteString(onPaper(d.id, height))
	if d.Light {
		return b.String()
	}
	b.WriteString("@media screen and (prefers-color-scheme:dark){\n")
	for _, rule := range [][3]string{
		{"paper", "fill", dark.paper},
		{"ink", "fill", dark.ink},
		{"muted", "fill", dark.muted},
		{"rising", "fill", dark.rise},
		{"falling", "fill", dark.fall},
		{"line", "stroke", dark.muted},
		{"halo", "stroke", dark.paper},
		{"rise", "stroke", dark.rise},
		{"fall", "stroke", dark.fall},
	} {
		fmt.Fprintf(&b, "#%s .plot-%s{%s:%s}\n", d.id, rule[0], rule[1], rule[2])
	}
	b.WriteString("}\n")
	return b.String()
}

func (d *slopeDrawing) heading() {
	y := margin + titleSize - 3
	d.lines(d.title, margin, y, titleSize, "class", "plot-ink", "fill", light.ink, "font-weight", "600")
	if n := len(d.title); n > 0 {
		y += float64(float64(n)*titleSize*leading) + 1
	}
	d.lines(d.about, margin, y, bodySize, "class", "plot-muted", "fill", light.muted)
	for i, head := range d.heads {
		title, x, anchor := d.Left, d.left.node, "end"
		if i == 1 {
			title, x, anchor = d.Right, d.right.node, "start"
		}
		top := d.top - 10 - float64(float64(len(head)-1)*bodySize*leading)
		d.label(title, head, point{x, top}, bodySize, "class", "plot-ink", "fill", light.ink, "font-weight", "600", "text-anchor", anchor)
	}
}

// strokes writes the lines, the emphasized ones on top of the others.
func (d *slopeDrawing) strokes() {
	plain := make(map[[2]float64]int)
	for i := range d.Lines {
		if !d.emphasized[i] {
			plain[d.ends(i)]++
		}
	}
	d.open("g", "class", "plot-line", "stroke", light.muted, "stroke-opacity", ".55", "fill", "none")
	for _, i := range d.left.order {
		if n := plain[d.ends(i)]; n > 0 && !d.emphasized[i] {
			delete(plain, d.ends(i))
			d.stroke(i, "stroke-width", num(min(5, float64(1.2*math.Sqrt(float64(n))))))
		}
	}
	d.close("g")
	d.emphasize()
}

// emphasize writes the lines that move most, apart from what they cross.
func (d *slopeDrawing) emphasize() {
	var list []int
	for _, i := range d.left.order {
		if d.emphasized[i] {
			list = append(list, i)
		}
	}
	for _, i := range list {
		d.stroke(i, "class", "plot-halo", "stroke", light.paper, "stroke-width", "5.5", "fill", "none")
	}
	for _, i := range list {
		class, color, dash := "plot-rise", light.rise, "none"
		if d.Lines[i].moved() < 0 {
			class, color, dash = "plot-fall", light.fall, "8 4"
		}
		d.open("g", "fill", "none")
		d.text("title", d.sentence(i))
		d.stroke(i, "class", class, "stroke", color, "stroke-width", "2.75", "stroke-dasharray", dash)
		d.close("g")
	}
}

// ends are the heights of a line on both sides.
func (d *slopeDrawing) ends(i int) [2]float64 {
	return [2]float64{d.left.y[i], d.right.y[i]}
}

func (d *slopeDrawing) stroke(i int, attributes ...string) {
	const off = 4.0 // from the node
	ends := d.ends(i)
	from, to := point{d.left.node + off, ends[0]}, point{d.right.node - off, ends[1]}
	d.leaf("path", append(attributes, "d", "M"+from.String()+" L"+to.String())...)
}

// side writes nodes, ranks, labels and levels of one order.
func (d *slopeDrawing) side(s slopeSide) {
	d.open("g", "class", "plot-ink", "fill", light.ink, "font-size", num(d.size), "text-anchor", s.anchor())
	for from, to := range s.runs(func(i, j int) bool { return s.ranks[i] == s.ranks[j] }) {
		i := s.order[from]
		d.leaf("circle", "cx", num(s.node), "cy", num(s.y[i]), "r", num(min(3, 1.8+float64(float64(to-from)*.3))))
		d.text("text", rankText(s.ranks[i]), "x", num(s.at(nodeGap)), "y", num(d.baseline(s.y[i])))
		if to-from > 1 {
			d.bracket(s.at(nodeGap+s.rank+tieGap), -s.out, from, to)
		}
	}
	d.close("g")
	for k, i := range s.order {
		d.entry(s, i, d.top+float64((float64(k)+.5)*d.row))
	}
	d.levels(s)
}

// baseline is where letters stand whose middle is at y.
func (d *slopeDrawing) baseline(y float64) float64 { return y + float64(d.size*.36) }

// bracket gathers the rows from one to another; its arms point in the direction.
func (d *slopeDrawing) bracket(x, arms float64, from, to int) {
	top, bottom := d.top+float64(float64(from)*d.row)+3, d.top+float64(float64(to)*d.row)-3
	arm := x - float64(arms*3)
	d.leaf("path", "class", "plot-line", "stroke", light.muted, "fill", "none",
		"d", "M"+point{arm, top}.String()+" L"+point{x, top}.String()+" L"+point{x, bottom}.String()+" L"+point{arm, bottom}.String())
}

// entry writes the label of a line, strong and with its move where it is
// emphasized.
func (d *slopeDrawing) entry(s slopeSide, i int, y float64) {
	x := s.at(nodeGap + s.rank + 2*tieGap)
	attributes := []string{"class", "plot-ink", "fill", light.ink, "text-anchor", s.anchor()}
	if !d.emphasized[i] {
		d.label(d.called(i), []string{s.labels[i]}, point{x, d.baseline(y)}, d.size, attributes...)
		return
	}
	d.open("g", append(attributes, "font-weight", "600", "font-size", num(d.size))...)
	d.text("title", d.sentence(i))
	d.start("text", []string{"x", num(x), "y", num(d.baseline(y))})
	d.write(">", escape.Replace(s.labels[i]))
	if mark := d.mark(i, s.out, d.emphasized); mark != "" {
		class, color := "plot-rising", light.rise
		if d.Lines[i].moved() < 0 {
			class, color = "plot-falling", light.fall
		}
		d.start("tspan", []string{"class", class, "fill", color})
		d.write(">", mark, "</tspan>")
	}
	d.close("text")
	d.close("g")
}

// levels writes the levels of one order beside the rows that have them.
func (d *slopeDrawing) levels(s slopeSide) {
	if s.level == 0 {
		return
	}
	bar := s.at(nodeGap + s.rank + 2*tieGap + s.label + levelGap)
	for from, to := range s.runs(func(i, j int) bool { return s.levels[i] == s.levels[j] }) {
		if s.levels[s.order[from]] == "" {
			continue
		}
		d.bracket(bar, s.out, from, to)
		level := s.levels[s.order[from]]
		lines := wrap(level, d.size, s.level+.01, min(to-from, 3))
		middle := d.top + float64(float64(from+to)*d.row/2) - float64(float64(len(lines)-1)*d.size*leading/2)
		d.label(level, lines, point{s.at(nodeGap + s.rank + 2*tieGap + s.label + 2*levelGap), d.baseline(middle)}, d.size,
			"class", "plot-muted", "fill", light.muted, "text-anchor", s.anchor())
	}
}

// note writes how to read the picture, and returns where it ends.
func (d *slopeDrawing) note() float64 {
	y := d.foot() + 14
	lines := wrap(d.reading(), (wordSize+1)*1.08, d.width-2*margin, 4)
	d.lines(lines, margin, y+12, wordSize+1, "class", "plot-muted", "fill", light.muted)
	return math.Ceil(y + float64(float64(len(lines))*(wordSize+1)*leading) + margin)
}

func (d *slopeDrawing) reading() string {
	s := "1 is the highest place. What an order does not tell apart shares one place, and a bracket."
	if n := len(d.emphasized); n > 0 {
		s += fmt.Sprintf(" Emphasized: the %s most, solid to a higher place (▲), dashed to a lower one (▼), with the number of places.", moving(n))
	}
	return s
}

func moving(n int) string {
	if n == 1 {
		return "one that moves"
	}
	return fmt.Sprintf("%d that move", n)
}
