package plot

import (
	"math"
	"strconv"
	"strings"
)

// canvas collects SVG that is well-formed as XML and as part of an HTML page.
type canvas struct {
	svg []byte
}

func (c *canvas) write(markup ...string) {
	for _, s := range markup {
		c.svg = append(c.svg, s...)
	}
}

// open starts an element; attributes are name and value in turn.
func (c *canvas) open(name string, attributes ...string) {
	c.start(name, attributes)
	c.write(">\n")
}

func (c *canvas) close(name string) { c.write("</", name, ">\n") }

// leaf writes an element without content.
func (c *canvas) leaf(name string, attributes ...string) {
	c.start(name, attributes)
	c.write("/>\n")
}

// text writes an element that holds text alone.
func (c *canvas) text(name, content string, attributes ...string) {
	c.start(name, attributes)
	c.write(">", escape.Replace(content))
	c.close(name)
}

func (c *canvas) start(name string, attributes []string) {
	c.write("<", name)
	for i := 0; i+1 < len(attributes); i += 2 {
		c.write(" ", attributes[i], `="`, escape.Replace(attributes[i+1]), `"`)
	}
}

// escape is for texts and attributes alike. What XML cannot hold at all was
// refused before; line feeds are our own, in texts.
var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;")

// num writes a length with two decimals at most.
func num(f float64) string {
	f = math.Round(float64(f*100)) / 100
	if f == 0 {
		return "0" // and never -0
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// point is a place on the canvas, in its units, y downwards. Products are
// rounded one by one, so that the same picture comes out on every processor.
type point struct{ x, y float64 }

func (p point) plus(q point) point    { return point{p.x + q.x, p.y + q.y} }
func (p point) minus(q point) point   { return point{p.x - q.x, p.y - q.y} }
func (p point) times(k float64) point { return point{float64(p.x * k), float64(p.y * k)} }
func (p point) length() float64       { return math.Sqrt(float64(p.x*p.x) + float64(p.y*p.y)) }
func (p point) dot(q point) float64   { return float64(p.x*q.x) + float64(p.y*q.y) }
func (p point) left() point           { return point{p.y, -p.x} } // a quarter turn
func (p point) String() string        { return num(p.x) + " " + num(p.y) }
func (p point) toward(q point, far float64) point {
	d := q.minus(p)
	if n := d.length(); n > 0 {
		return p.plus(d.times(far / n))
	}
	return p
}

// box is a rectangle by its center and half its sides.
type box struct {
	at           point
	halfW, halfH float64
}

func (b box) holds(p point) bool {
	return math.Abs(p.x-b.at.x) <= b.halfW && math.Abs(p.y-b.at.y) <= b.halfH
}

func (b box) meets(c box) bool {
	return math.Abs(c.at.x-b.at.x) <= b.halfW+c.halfW && math.Abs(c.at.y-b.at.y) <= b.halfH+c.halfH
}

// within returns the points that lie in the box.
func (b box) within(points []point) []point {
	var in []point
	for _, p := range points {
		if b.holds(p) {
			in = append(in, p)
		}
	}
	return in
}
