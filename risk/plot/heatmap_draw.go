package plot

import (
	"bytes"
	"fmt"
)

// draw writes the picture of a heat map that passed its check.
func (h HeatMap) draw(b *bytes.Buffer) {
	const side = 80
	rows, columns := len(h.Rows.Labels), len(h.Columns.Labels)
	counts := map[Position]int{}
	for _, item := range h.Items {
		counts[item.At]++
	}
	fmt.Fprintf(b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img">`+"\n", columns*side, rows*side)
	for r := range h.Cells {
		for c, rank := range h.Cells[r] {
			gray := 255 - 155*(rank+1)/len(h.Levels)
			x, y := c*side, (rows-1-r)*side
			fmt.Fprintf(b, `<rect x="%d" y="%d" width="%d" height="%d" fill="rgb(%d,%d,%d)"/>`+"\n", x, y, side, side, gray, gray, gray)
			if n := counts[Position{Row: r, Column: c}]; n > 0 {
				fmt.Fprintf(b, `<text x="%d" y="%d">%d</text>`+"\n", x+side/2, y+side/2, n)
			}
		}
	}
	b.WriteString("</svg>\n")
}
