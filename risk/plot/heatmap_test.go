package plot_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/plot"
)

// pictures are the cases that every test of form runs over.
func pictures() map[string]plot.HeatMap {
	four := filled(numbered(4, 6, 3), 40)
	four.Levels = levels("acceptable", "tolerable", "unacceptable")
	plain := filled(numbered(5, 5, 5), 30)
	for i := range plain.Items {
		plain.Items[i].To = nil
	}
	bare := few()
	bare.Title, bare.Description, bare.Rows.Title, bare.Columns.Title, bare.ID = "", "", "", "", ""
	narrow := few()
	narrow.ID, narrow.Width, narrow.Light, narrow.Arrows = "narrow", 390, true, -1
	return map[string]plot.HeatMap{
		"few": few(), "empty": office(), "thirty": filled(office(), 30), "twohundred": filled(office(), 200),
		"two-by-two": filled(numbered(2, 2, 2), 12), "four-by-six": four, "three-by-ten": filled(numbered(3, 10, 7), 60),
		"twelve-by-twelve": filled(numbered(12, 12, 12), 200), "one-cell": filled(numbered(1, 1, 1), 3),
		"no-treatment": plain, "wordy": wordy(), "bare": bare, "narrow": narrow,
	}
}

func TestHeatMapPictures(t *testing.T) {
	for name, h := range pictures() {
		t.Run(name, func(t *testing.T) {
			svg, err := h.SVG()
			require.NoError(t, err)
			golden.Equal(t, "heatmap/"+name+".svg", svg)
			again, err := h.SVG()
			require.NoError(t, err)
			require.Equal(t, string(svg), string(again))
		})
	}
}

func TestHeatMapIsOneAccessibleElement(t *testing.T) {
	for name, h := range pictures() {
		t.Run(name, func(t *testing.T) {
			svg, err := h.SVG()
			require.NoError(t, err)
			elements := wellFormed(t, svg)
			root := elements[0]
			require.Equal(t, "svg", root.name)
			require.Equal(t, "img", root.attribute["role"])
			ids := map[string]string{}
			for _, e := range elements {
				require.NotContains(t, []string{"script", "a", "image", "use", "foreignObject", "font-face"}, e.name)
				require.NotContains(t, e.text, "url(")
				require.NotContains(t, e.text, "@import")
				if id := e.attribute["id"]; id != "" {
					require.NotContains(t, ids, id)
					require.True(t, strings.HasPrefix(id, root.attribute["id"]))
					ids[id] = e.text
				}
				for attribute := range e.attribute {
					require.False(t, strings.HasPrefix(attribute, "on"), attribute)
					require.NotEqual(t, "href", attribute)
				}
			}
			require.NotEmpty(t, ids[root.attribute["aria-labelledby"]])
			require.Contains(t, ids[root.attribute["aria-describedby"]], "a matrix of ")
		})
	}
}

func TestHeatMapNumbersAreShort(t *testing.T) {
	long := regexp.MustCompile(`\d\.\d{3}|NaN|Inf|e[+-]\d`)
	for name, h := range pictures() {
		svg, err := h.SVG()
		require.NoError(t, err)
		for _, e := range wellFormed(t, svg) {
			for _, attribute := range []string{"x", "y", "d", "width", "height", "viewBox", "font-size"} {
				require.NotRegexp(t, long, e.attribute[attribute], name)
			}
		}
	}
}

func TestHeatMapCountsEveryRisk(t *testing.T) {
	for name, h := range pictures() {
		t.Run(name, func(t *testing.T) {
			svg, err := h.SVG()
			require.NoError(t, err)
			table, err := h.Table()
			require.NoError(t, err)
			shown, listed := 0, 0
			for _, e := range wellFormed(t, svg) {
				if n, err := strconv.Atoi(e.text); err == nil && e.attribute["font-weight"] == "600" && strings.HasPrefix(e.attribute["class"], "plot-on") {
					shown += n
				}
			}
			for _, row := range table.Rows {
				n, err := strconv.Atoi(row[3])
				require.NoError(t, err)
				listed += n
			}
			require.Equal(t, len(h.Items), shown)
			require.Equal(t, len(h.Items), listed)
		})
	}
}

func TestHeatMapLegendIsTheTally(t *testing.T) {
	h := filled(office(), 200)
	var want []string
	for rank := range slices.Backward(h.Levels) {
		now, then := 0, 0
		for _, item := range h.Items {
			after := item.At
			if item.To != nil {
				after = *item.To
			}
			if h.Cells[item.At.Row][item.At.Column] == rank {
				now++
			}
			if h.Cells[after.Row][after.Column] == rank {
				then++
			}
		}
		want = append(want, strconv.Itoa(now)+" → "+strconv.Itoa(then))
	}
	svg, err := h.SVG()
	require.NoError(t, err)
	var got []string
	for _, e := range wellFormed(t, svg) {
		if e.name == "tspan" {
			got = append(got, e.text)
		}
	}
	require.Equal(t, want, got)
}

func TestHeatMapArrows(t *testing.T) {
	h := filled(office(), 200)
	pairs := map[[2]plot.Position]bool{}
	for _, item := range h.Items {
		if item.To != nil && *item.To != item.At {
			pairs[[2]plot.Position{item.At, *item.To}] = true
		}
	}
	for _, c := range []struct {
		name         string
		arrows, want int
		note         bool
	}{
		{"default", 0, 12, true},
		{"three", 3, 3, true},
		{"none", -1, 0, false},
		{"all", 60, len(pairs), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			h.Arrows = c.arrows
			svg, err := h.SVG()
			require.NoError(t, err)
			require.Equal(t, c.want, strings.Count(string(svg), `class="plot-line"`))
			note := fmt.Sprintf("%d of %d arrows are drawn", c.want, len(pairs))
			require.Equal(t, c.note, strings.Contains(string(svg), note), note)
		})
	}
}

func TestHeatMapIDs(t *testing.T) {
	a, b := office(), office()
	a.ID, b.ID = "", ""
	b.Items = append(b.Items, plot.Item{ID: "R-1"})
	first, err := a.SVG()
	require.NoError(t, err)
	second, err := b.SVG()
	require.NoError(t, err)
	require.NotEqual(t, wellFormed(t, first)[0].attribute["id"], wellFormed(t, second)[0].attribute["id"])
}

func TestHeatMapSchemes(t *testing.T) {
	h := few()
	svg, err := h.SVG()
	require.NoError(t, err)
	require.Contains(t, string(svg), "@media screen and (prefers-color-scheme:dark)")
	h.Light = true
	svg, err = h.SVG()
	require.NoError(t, err)
	require.NotContains(t, string(svg), "prefers-color-scheme")
}

func TestHeatMapRefuses(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*plot.HeatMap)
		want  string
	}{
		{"nothing at all", func(h *plot.HeatMap) { *h = plot.HeatMap{} }, "Rows.Labels: got 0, want 1 to 12"},
		{"no columns", func(h *plot.HeatMap) { h.Columns.Labels = nil }, "Columns.Labels: got 0, want 1 to 12"},
		{"too many rows", func(h *plot.HeatMap) { h.Rows.Labels = numbers(13) }, "Rows.Labels: got 13, want 1 to 12"},
		{"no levels", func(h *plot.HeatMap) { h.Levels = nil }, "Levels: got 0, want 1 to 12"},
		{"missing row", func(h *plot.HeatMap) { h.Cells = h.Cells[:4] }, "Cells: got 4 rows, want 5, one for each label"},
		{"ragged row", func(h *plot.HeatMap) { h.Cells[2] = h.Cells[2][:3] }, "Cells[2]: got 3 cells, want 5, one for each label"},
		{"rank too high", func(h *plot.HeatMap) { h.Cells[1][4] = 5 }, "Cells[1][4]: got level 5, want 0 to 4"},
		{"rank below zero", func(h *plot.HeatMap) { h.Cells[1][4] = -1 }, "Cells[1][4]: got level -1, want 0 to 4"},
		{"risk outside", func(h *plot.HeatMap) { h.Items[1].At.Row = 5 }, "Items[1].At: got row 5, column 3, want a cell of the 5 × 5 matrix, from 0"},
		{"residual outside", func(h *plot.HeatMap) { h.Items[2].To.Column = -1 }, "Items[2].To: got row 2, column -1, want a cell of the 5 × 5 matrix, from 0"},
		{"risk twice", func(h *plot.HeatMap) { h.Items[3].ID = "R-001" }, `Items[3].ID: got "R-001", which is Items[0] already, want each risk once`},
		{"negative width", func(h *plot.HeatMap) { h.Width = -1 }, "Width: got -1 pixels, want 1 to 10000, or 0 for the natural width"},
		{"width of a wall", func(h *plot.HeatMap) { h.Width = 10_001 }, "Width: got 10001 pixels, want 1 to 10000, or 0 for the natural width"},
		{"too many arrows", func(h *plot.HeatMap) { h.Arrows = 61 }, "Arrows: got 61, want at most 60"},
		{"id with a space", func(h *plot.HeatMap) { h.ID = "a b" }, `ID: got "a b", want a letter, then up to 63 letters, digits, - and _`},
		{"id of a digit", func(h *plot.HeatMap) { h.ID = "1a" }, `ID: got "1a", want a letter, then up to 63 letters, digits, - and _`},
		{"id too long", func(h *plot.HeatMap) { h.ID = strings.Repeat("a", 65) }, `ID: got "` + strings.Repeat("a", 65) + `", want a letter, then up to 63 letters, digits, - and _`},
		{"title not UTF-8", func(h *plot.HeatMap) { h.Title = "a\xff" }, `Title: got "a\xff", want UTF-8`},
		{"line feed", func(h *plot.HeatMap) { h.Description = "a\nb" }, `Description: got "a\nb", want text without control characters`},
		{"axis title", func(h *plot.HeatMap) { h.Columns.Title = "\x00" }, `Columns.Title: got "\x00", want text without control characters`},
		{"row label", func(h *plot.HeatMap) { h.Rows.Labels[3] = "\u0085" }, `Rows.Labels[3]: got "\u0085", want text without control characters`},
		{"column label", func(h *plot.HeatMap) { h.Columns.Labels[0] = "\u2028" }, `Columns.Labels[0]: got "\u2028", want text without control characters`},
		{"level label", func(h *plot.HeatMap) { h.Levels[4].Label = "\uffff" }, `Levels[4].Label: got "\uffff", want text without control characters`},
		{"item id", func(h *plot.HeatMap) { h.Items[0].ID = "\xc0" }, `Items[0].ID: got "\xc0", want UTF-8`},
		{"item label", func(h *plot.HeatMap) { h.Items[0].Label = "\x1b[0m" }, `Items[0].Label: got "\x1b[0m", want text without control characters`},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := few()
			c.spoil(&h)
			var b bytes.Buffer
			err := h.WriteSVG(&b)
			require.EqualError(t, err, "plot: heat map: "+c.want)
			require.Zero(t, b.Len(), "nothing is written")
			_, inText := h.Text()
			require.EqualError(t, inText, err.Error())
			_, inTable := h.Table()
			require.EqualError(t, inTable, err.Error())
		})
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.ErrUnsupported }

func TestHeatMapWriterFails(t *testing.T) {
	err := few().WriteSVG(full{})
	require.ErrorIs(t, err, errors.ErrUnsupported)
	require.EqualError(t, err, "plot: heat map: unsupported operation")
}

func TestHeatMapInWords(t *testing.T) {
	for _, name := range []string{"few", "empty", "thirty", "wordy", "no-treatment"} {
		t.Run(name, func(t *testing.T) {
			text, err := pictures()[name].Text()
			require.NoError(t, err)
			golden.Equal(t, "heatmap/"+name+".txt", text)
		})
	}
}

func TestHeatMapTable(t *testing.T) {
	h := few()
	h.Items = append(h.Items, plot.Item{Label: "no id", At: plot.Position{Row: 3, Column: 3}, To: to(4, 4)}, plot.Item{At: plot.Position{Row: 3, Column: 3}})
	got, err := h.Table()
	require.NoError(t, err)
	require.Equal(t, plot.Table{
		Summary: "6 risks on a matrix of 5 × 5 cells, Likelihood by Consequence: 4 high, 1 medium, 1 low. " +
			"The fullest cell is likely × critical (high) with 4. " +
			"A residual rating is stated for 4: 2 to a lower level, 1 within the same level, 1 to a higher level. " +
			"Expected after treatment: 1 very high, 1 high, 3 medium, 1 low, the 2 without a residual rating counted where they are.",
		Header: []string{"Level", "Likelihood", "Consequence", "Risks", "After treatment", "Which"},
		Rows: [][]string{
			{"very high", "almost certain", "existential", "0", "1", ""},
			{"high", "likely", "critical", "4", "1", "R-001, R-002, no id, 1 without id"},
			{"medium", "unlikely", "critical", "0", "2", ""},
			{"medium", "rare", "existential", "1", "1", "R-004"},
			{"low", "possible", "noticeable", "1", "1", "R-003"},
		},
	}, got)
}

// element is an element of the picture with its own text.
type element struct {
	name, text string
	attribute  map[string]string
}

// wellFormed parses the picture as strict XML and returns its elements.
func wellFormed(t testing.TB, svg []byte) []element {
	t.Helper()
	var all []element
	var open []int
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			require.Empty(t, open)
			return all
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			e := element{name: token.Name.Local, attribute: map[string]string{}}
			for _, a := range token.Attr {
				e.attribute[a.Name.Local] = a.Value
			}
			open, all = append(open, len(all)), append(all, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			if len(open) > 0 {
				all[open[len(open)-1]].text += string(token)
			}
		}
	}
}
