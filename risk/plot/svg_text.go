package plot

import "strings"

const fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"

// lines writes a text of several lines from the given baseline down.
func (c *canvas) lines(lines []string, x, y, size float64, attributes ...string) {
	for i, line := range lines {
		c.text("text", line, append([]string{"x", num(x), "y", num(y + float64(float64(i)*size*leading)), "font-size", num(size)}, attributes...)...)
	}
}

// label writes a label, and all of it as a tooltip where it was cut.
func (c *canvas) label(label string, lines []string, at point, size float64, attributes ...string) {
	if n := len(lines); n == 0 || !strings.Contains(lines[n-1], "…") {
		c.lines(lines, at.x, at.y, size, attributes...)
		return
	}
	c.open("g")
	c.text("title", label)
	c.lines(lines, at.x, at.y, size, attributes...)
	c.close("g")
}

// sentence ends a text so that another sentence may follow it.
func sentence(s string) string {
	switch s = strings.TrimSpace(s); {
	case s == "":
		return ""
	case strings.HasSuffix(s, ".") || strings.HasSuffix(s, "。") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?"):
		return s + " "
	}
	return s + ". "
}
