package plot_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/risk/plot"
)

// FuzzHeatMap makes a heat map of anything and demands a well-formed picture
// or an error, and the same of the words.
func FuzzHeatMap(f *testing.F) {
	f.Add("Risks", "as of today", "Likelihood", "likely", "high", "R-1", uint8(5), uint8(5), uint8(5), []byte{0, 0, 1, 1, 2}, []byte{3, 3, 1, 1}, 0, 0)
	f.Add("", "", "", "", "", "", uint8(1), uint8(1), uint8(1), []byte{0}, []byte(nil), 390, -1)
	f.Add("影響", "<b>&", "\u200d", "e\u0301", "]]>", "a\x00", uint8(12), uint8(12), uint8(12), []byte{0, 11, 12}, []byte{0, 0, 11, 11, 12, 0, 0, 0}, -1, 60)
	f.Add("a\xff", "", "", "", "", "", uint8(0), uint8(13), uint8(0), []byte{}, []byte{255, 1, 2, 3}, 10_001, 61)
	f.Fuzz(func(t *testing.T, title, about, axis, label, level, id string, rows, columns, ranks uint8, cells, items []byte, width, arrows int) {
		h := plot.HeatMap{
			Title: title, Description: about, Width: width, Arrows: arrows,
			Rows:    plot.Axis{Title: axis, Labels: repeated(label, rows%14)},
			Columns: plot.Axis{Title: about, Labels: repeated(title, columns%14)},
			Levels:  levels(repeated(level, ranks%14)...),
		}
		for r := range int(rows % 14) {
			h.Cells = append(h.Cells, make([]int, columns%14))
			for c := range h.Cells[r] {
				if len(cells) > 0 {
					h.Cells[r][c] = int(cells[(r*14+c)%len(cells)])
				}
			}
		}
		h.Items = itemsOf(items, label, id)
		svg, err := h.SVG()
		text, inText := h.Text()
		table, inTable := h.Table()
		if err != nil {
			require.Nil(t, svg)
			require.Empty(t, text)
			require.Empty(t, table)
			require.EqualError(t, inText, err.Error())
			require.EqualError(t, inTable, err.Error())
			return
		}
		require.NoError(t, inText)
		require.NoError(t, inTable)
		require.NotEmpty(t, wellFormed(t, svg))
	})
}

// itemsOf reads a risk from every four bytes: its place, and where it goes.
func itemsOf(data []byte, label, id string) []plot.Item {
	var items []plot.Item
	for i := 0; i+3 < len(data) && i < 800; i += 4 {
		item := plot.Item{Label: label, At: plot.Position{Row: int(data[i]), Column: int(data[i+1])}}
		if i < 8 && i/4 < len(id) {
			item.ID = id[i/4:]
		}
		if data[i+2] != 255 {
			item.To = to(int(data[i+2]), int(data[i+3]))
		}
		items = append(items, item)
	}
	return items
}

func repeated(label string, n uint8) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = label + numbers(int(n))[i]
	}
	return out
}
