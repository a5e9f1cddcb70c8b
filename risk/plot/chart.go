package plot

import (
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"strings"
)

const (
	chartWidth = 640 // unless told otherwise: the text of a page of A4
	leastWidth = 280 // a narrow phone
	noteSize   = 12.0
	bold       = 1.17 // by how much strong letters are wider

	firstSeries = 5 // the role of the first series
)

// frame is what stands around every chart with axes.
type frame struct {
	id, title, about string
	width            int
	light            bool
	words            Words
}

// check returns the first fault, with its place.
func (f frame) check() error {
	if f.id != "" && !isID(f.id) {
		return fmt.Errorf("ID: got %q, want a letter, then up to 63 letters, digits, - and _", f.id)
	}
	if f.width != 0 && (f.width < leastWidth || f.width > mostWidth) {
		return fmt.Errorf("Width: got %d pixels, want %d to %d, or 0 for %d", f.width, leastWidth, mostWidth, chartWidth)
	}
	return first(checkText("Title", f.title), checkText("Description", f.about), f.words.check())
}

// chart is a picture with axes on its way to paper.
type chart struct {
	canvas
	frame
	width, height float64         // the height so far
	used          map[string]bool // the roles that were painted
}

// roles are what things are painted as, light and dark. Series differ in
// lightness as far as text in their color can: the rest is for dashes.
var roles = []struct{ name, light, dark string }{
	{"paper", light.paper, dark.paper},
	{"ink", light.ink, dark.ink},
	{"muted", light.muted, dark.muted},
	{"grid", "#dde1e6", "#333a43"},
	{"soft", "#c3cad2", "#4b545f"},
	{"0", "#1c5a86", "#86bdec"},
	{"1", "#9a3b04", "#ffae76"},
	{"2", "#643a99", "#cbabf7"},
	{"3", "#1f693f", "#83d6a3"},
	{"4", "#765000", "#e2cc56"},
	{"5", "#95275a", "#ff9cbf"},
}

// newChart opens a chart with its heading.
func newChart(f frame) *chart {
	f.words = f.words.complete()
	c := &chart{frame: f, width: chartWidth, used: map[string]bool{}}
	if f.width > 0 {
		c.width = float64(f.width)
	}
	c.height = margin
	c.heading(f.title, titleSize, "ink", "font-weight", "600")
	c.heading(f.about, bodySize, "muted")
	if c.height > margin {
		c.height += 8
	}
	return c
}

func (c *chart) heading(s string, size float64, role string, attributes ...string) {
	broad := size
	if role == "ink" {
		broad = float64(size * bold)
	}
	lines := wrap(s, broad, c.width-2*margin, 4)
	c.label(s, lines, point{margin, c.height + float64(size*.85)}, size, append(c.paint(role, ""), attributes...)...)
	if n := len(lines); n > 0 {
		c.height += float64(float64(n)*size*leading) + 4
	}
}

// paint returns the attributes of what is filled and stroked in these roles; ""
// is neither.
func (c *chart) paint(fill, stroke string) []string {
	class, attributes := "", []string{}
	for _, p := range [][3]string{{"fill", fill, "plot-f-"}, {"stroke", stroke, "plot-s-"}} {
		if p[1] == "" {
			continue
		}
		class += " " + p[2] + p[1]
		c.used[p[2]+p[1]] = true
		attributes = append(attributes, p[0], roleColor(p[1]))
	}
	if fill == "" {
		attributes = append(attributes, "fill", "none")
	}
	return append([]string{"class", strings.TrimSpace(class)}, attributes...)
}

func roleColor(name string) string {
	for _, r := range roles {
		if r.name == name {
			return r.light
		}
	}
	return light.ink
}

// inked writes a small text on one line; anchor is start, middle or end.
func (c *chart) inked(s string, at point, role, anchor string, attributes ...string) {
	if s == "" {
		return
	}
	attributes = append(attributes, "text-anchor", anchor)
	c.lines([]string{s}, at.x, at.y, tickSize, append(c.paint(role, ""), attributes...)...)
}

// rule writes a straight line.
func (c *chart) rule(from, to point, role string, attributes ...string) {
	c.leaf("path", append(c.paint("", role), append(attributes, "d", "M"+from.String()+" L"+to.String())...)...)
}

// bar writes a rectangle between two corners.
func (c *chart) bar(a, b point, attributes ...string) {
	x, y := min(a.x, b.x), min(a.y, b.y)
	c.leaf("rect", append(attributes, "x", num(x), "y", num(y), "width", num(max(a.x, b.x)-x), "height", num(max(a.y, b.y)-y))...)
}

// notes writes texts below what there is, each on a line of its own.
func (c *chart) notes(texts ...string) {
	for _, s := range texts {
		lines := wrap(s, noteSize, c.width-2*margin, 6)
		c.label(s, lines, point{margin, c.height + noteSize}, noteSize, c.paint("muted", "")...)
		c.height += float64(float64(len(lines)) * noteSize * leading)
	}
}

// framed returns the picture: what it is called and how it is painted around
// what was drawn.
func (c *chart) framed(kind, name, summary string) []byte {
	height := math.Ceil(c.height + margin*.6)
	id := c.id
	if id == "" {
		shown := fmt.Appendf(c.svg, "%q %q %q %t %v", name, summary, c.about, c.light, c.width)
		id = fmt.Sprintf("%s-%08x", kind, crc32.ChecksumIEEE(shown))
	}
	out := canvas{}
	out.open("svg", "xmlns", "http://www.w3.org/2000/svg", "id", id, "viewBox", "0 0 "+num(c.width)+" "+num(height),
		"width", num(c.width), "height", num(height), "role", "img", "aria-labelledby", id+"-title", "aria-describedby", id+"-desc",
		"font-family", fonts)
	out.text("title", named(c.title, name), "id", id+"-title")
	out.text("desc", sentence(c.about)+summary, "id", id+"-desc")
	c.used["plot-f-paper"] = true
	out.text("style", c.style(id))
	out.leaf("rect", "class", "plot-f-paper", "fill", light.paper, "width", num(c.width), "height", num(height))
	out.write(string(c.svg))
	out.close("svg")
	return out.svg
}

// style is that of a heat map, with the colors of the roles that were painted.
func (c *chart) style(id string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "#%s{max-width:100%%;height:auto}\n", id)
	b.WriteString(onPaper(id, c.height))
	if c.light {
		return b.String()
	}
	b.WriteString("@media screen and (prefers-color-scheme:dark){\n")
	for _, r := range roles {
		for _, p := range [][2]string{{"fill", "plot-f-"}, {"stroke", "plot-s-"}} {
			if class := p[1] + r.name; c.used[class] {
				fmt.Fprintf(&b, "#%s .%s{%s:%s}\n", id, class, p[0], r.dark)
			}
		}
	}
	b.WriteString("}\n")
	return b.String()
}

// onPaper keeps a picture on one page, smaller where it has to be, unless its
// letters would then be smaller than half their size.
func onPaper(id string, height float64) string {
	const twoPages = 2000 // of A4, in CSS pixels
	if height > twoPages {
		return ""
	}
	return fmt.Sprintf("@media print{#%s{break-inside:avoid;max-height:97vh}}\n", id)
}

// writeSVG writes a picture, or says why there is none.
func writeSVG(w io.Writer, what string, svg []byte, err error) error {
	if err != nil {
		return err
	}
	if _, err := w.Write(svg); err != nil {
		return fmt.Errorf("plot: %s: %w", what, err)
	}
	return nil
}
