package plot_test

import (
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/risk/plot"
)

// sloped is n risks in two orders: the first by five levels with ties, the
// second by a score.
func sloped(n int) plot.Slope {
	s := plot.Slope{Title: "Two methods on one register", Left: "ISO/IEC 27005:2022, qualitative example", Right: "Likelihood × impact"}
	names := []string{"Ransomware on the file servers", "Lost notebook", "Fire in the server room", "Stolen administrator password", "Outage of the provider", "Phishing", "Misdirected mail with personal data of customers", "Insider"}
	words := []string{"very high", "high", "medium", "low", "very low"}
	per := max(1, n/5)
	for i := range n {
		group := min(4, i/per)
		from, to := group*per, (group+1)*per
		if group == 4 {
			to = n
		}
		j := (i*7 + i*i%5) % n
		s.Lines = append(s.Lines, plot.Line{
			ID: fmt.Sprintf("R-%03d", i+1), Label: names[i%len(names)],
			Left:  plot.Place{Rank: float64(from+to+1) / 2, Level: words[group]},
			Right: plot.Place{Rank: float64(j + 1), Level: []string{"critical", "severe", "moderate"}[min(2, j*3/n)]},
		})
	}
	return s
}

func slopes() map[string]plot.Slope {
	bare := sloped(3)
	bare.Title, bare.Left, bare.Right, bare.Movers, bare.Light = "", "", "", -1, true
	for i := range bare.Lines {
		bare.Lines[i].ID, bare.Lines[i].Label, bare.Lines[i].Left.Level, bare.Lines[i].Right.Level = "", "", "", ""
	}
	same := sloped(7)
	for i := range same.Lines {
		same.Lines[i].Right = same.Lines[i].Left
	}
	tied := sloped(12)
	tied.ID, tied.Width, tied.Description = "tied", 390, "Every risk is at one level by the second."
	for i := range tied.Lines {
		tied.Lines[i].Right = plot.Place{Rank: 6.5, Level: "medium"}
	}
	wordy := sloped(5)
	wordy.Left = strings.Repeat("a long name of a method ", 5)
	for i := range wordy.Lines {
		wordy.Lines[i].Label = strings.Repeat("影響 & <b> of many words ", 4)
		wordy.Lines[i].Left.Level = "unacceptable without a decision of the board"
	}
	return map[string]plot.Slope{
		"one": sloped(1), "five": sloped(5), "twenty": sloped(20), "forty": sloped(40), "hundred": sloped(100), "most": sloped(250),
		"bare": bare, "same": same, "tied": tied, "wordy": wordy,
	}
}

func TestSlopePictures(t *testing.T) {
	long := regexp.MustCompile(`\d\.\d{3}|NaN|Inf|e[+-]\d`)
	for name, s := range slopes() {
		t.Run(name, func(t *testing.T) {
			svg, err := s.SVG()
			require.NoError(t, err)
			golden.Equal(t, "slope/"+name+".svg", svg)
			again, err := s.SVG()
			require.NoError(t, err)
			require.Equal(t, string(svg), string(again))

			elements := wellFormed(t, svg)
			root := elements[0]
			require.Equal(t, "img", root.attribute["role"])
			texts, ids := "", map[string]string{}
			for _, e := range elements {
				require.NotContains(t, []string{"script", "a", "image", "use", "foreignObject", "font-face"}, e.name)
				require.NotContains(t, e.text, "url(")
				if id := e.attribute["id"]; id != "" {
					require.NotContains(t, ids, id)
					ids[id] = e.text
				}
				for _, attribute := range []string{"x", "y", "d", "width", "height", "viewBox", "font-size"} {
					require.NotRegexp(t, long, e.attribute[attribute])
				}
				texts += e.text + "\n"
			}
			require.NotEmpty(t, ids[root.attribute["aria-labelledby"]])
			require.Contains(t, ids[root.attribute["aria-describedby"]], "by two orders")
			for _, l := range s.Lines {
				require.GreaterOrEqual(t, strings.Count(texts, l.ID), 2, "on both sides")
			}
		})
	}
}

func TestSlopeTable(t *testing.T) {
	table, err := sloped(5).Table()
	require.NoError(t, err)
	require.Len(t, table.Rows, 5)
	require.Equal(t, []string{"R-003 Fire in the server room", "3", "medium", "4", "severe", "-1"}, table.Rows[2])
	require.Contains(t, table.Summary, "5 risks by two orders, ISO/IEC 27005:2022, qualitative example and Likelihood × impact: ")
	text, err := sloped(5).Text()
	require.NoError(t, err)
	require.Contains(t, text, "\n- R-003 Fire in the server room: 3 (medium) → 4 (severe)\n")
}

func TestSlopeRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(s *plot.Slope)
		want  string
	}{
		"none":        {func(s *plot.Slope) { s.Lines = nil }, "Lines: got 0, want 1 to 250"},
		"too many":    {func(s *plot.Slope) { s.Lines = make([]plot.Line, 251) }, "Lines: got 251, want 1 to 250"},
		"width":       {func(s *plot.Slope) { s.Width = -1 }, "Width: got -1 pixels, want 1 to 10000, or 0 for the natural width"},
		"id":          {func(s *plot.Slope) { s.ID = "1" }, `ID: got "1", want a letter, then up to 63 letters, digits, - and _`},
		"title":       {func(s *plot.Slope) { s.Right = "\xff" }, `Right: got "\xff", want UTF-8`},
		"level":       {func(s *plot.Slope) { s.Lines[1].Left.Level = "a\n" }, `Lines[1].Left.Level: got "a\n", want text without control characters`},
		"rank 0":      {func(s *plot.Slope) { s.Lines[1].Right.Rank = 0 }, "Lines[1].Right.Rank: got 0, want a place from 1 on"},
		"no number":   {func(s *plot.Slope) { s.Lines[1].Right.Rank = math.NaN() }, "Lines[1].Right.Rank: got NaN, want a place from 1 on"},
		"infinite":    {func(s *plot.Slope) { s.Lines[1].Left.Rank = math.Inf(1) }, "Lines[1].Left.Rank: got +Inf, want a place from 1 on"},
		"an id twice": {func(s *plot.Slope) { s.Lines[2].ID = "R-001" }, `Lines[2].ID: got "R-001", which is Lines[0] already, want each once`},
	} {
		t.Run(name, func(t *testing.T) {
			s := sloped(5)
			c.spoil(&s)
			svg, err := s.SVG()
			require.Nil(t, svg)
			require.EqualError(t, err, "plot: slope chart: "+c.want)
			_, err = s.Table()
			require.Error(t, err)
			_, err = s.Text()
			require.Error(t, err)
		})
	}
}

func FuzzSlope(f *testing.F) {
	f.Add("Risks", "as of today", "a", "b", "high", "R-1", []byte{1, 2, 2, 1, 3, 3}, 0, 0)
	f.Add("", "", "", "", "", "", []byte{1}, 390, -1)
	f.Add("影響", "<b>&", "\u200d", "e\u0301", "]]>", "a\x00", []byte{0, 255}, -1, 60)
	f.Fuzz(func(t *testing.T, title, about, left, right, level, id string, places []byte, width, movers int) {
		s := plot.Slope{Title: title, Description: about, Left: left, Right: right, Width: width, Movers: movers}
		for i := 0; i+1 < len(places) && i < 600; i += 2 {
			line := plot.Line{Label: title, Left: plot.Place{Rank: float64(places[i]), Level: level}, Right: plot.Place{Rank: float64(places[i+1]) / 2, Level: about}}
			if i/2 < len(id) {
				line.ID = id[i/2:]
			}
			s.Lines = append(s.Lines, line)
		}
		svg, err := s.SVG()
		_, inTable := s.Table()
		_, inText := s.Text()
		if err != nil {
			require.Nil(t, svg)
			require.EqualError(t, inTable, err.Error())
			require.EqualError(t, inText, err.Error())
			return
		}
		require.NoError(t, inTable)
		require.NoError(t, inText)
		require.NotEmpty(t, wellFormed(t, svg))
	})
}
