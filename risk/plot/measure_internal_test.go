package plot

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		name, text string
		width      float64
		lines      int
		want       []string
	}{
		{"empty", "", 50, 2, nil},
		{"blank", "   ", 50, 2, nil},
		{"fits", "likely", 50, 2, []string{"likely"}},
		{"at a space", "almost certain", 50, 2, []string{"almost", "certain"}},
		{"at a hyphen", "non-conforming", 75, 2, []string{"non-", "conforming"}},
		{"at a slash", "people/property", 60, 2, []string{"people/", "property"}},
		{"no-break space holds", "10\u00a0000\u00a0EUR or more", 80, 2, []string{"10\u00a0000\u00a0EUR", "or more"}},
		{"long word in even parts", "existenzbedrohend", 80, 2, []string{"existenzb", "edrohend"}},
		{"too much", "one two three four five six", 55, 2, []string{"one two", "three…"}},
		{"Chinese anywhere", "軽微な影響がある", 52, 2, []string{"軽微な影", "響がある"}},
		{"Chinese full stop stays", "軽微な影響。", 65, 2, []string{"軽微な影", "響。"}},
		{"marks stay with their letter", strings.Repeat("e\u0301", 6), 24, 3, []string{"e\u0301e\u0301e\u0301", "e\u0301e\u0301e\u0301"}},
		{"family of one glyph", "👨\u200d👩\u200d👧👨\u200d👩\u200d👧", 40, 2, []string{"👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"}},
		{"no room at all", "ab", 1, 3, []string{"a", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			require.Equal(t, c.want, wrap(c.text, bodySize, c.width, c.lines))
		})
	}
}

func TestWrapKeepsWithinBounds(t *testing.T) {
	text := "Ein äußerst langes Wort: Donaudampfschifffahrtselektrizitätenhauptbetriebswerk, 影響の大きさ و غير مقبول"
	for most := 28.0; /* a wide character and the ellipsis */ most < 400; most += 7 {
		for lines := 1; lines < 6; lines++ {
			got := wrap(text, bodySize, most, lines)
			require.LessOrEqual(t, len(got), lines)
			for _, line := range got {
				require.True(t, utf8.ValidString(line))
				require.LessOrEqual(t, width(line, bodySize), most)
			}
		}
	}
}

func TestClip(t *testing.T) {
	require.Equal(t, "short", clip("short", 10, 100))
	require.Equal(t, "a long…", clip("a long title, cut", 10, 45))
	require.Equal(t, "M…", clip("MMM", 10, 5), "one character stays, whatever the room")
}

func TestShorten(t *testing.T) {
	require.Equal(t, "as it is", shorten("as it is"))
	long := shorten(strings.Repeat("é", 5000))
	require.True(t, utf8.ValidString(long))
	require.Less(t, len(long), 2010)
}

func TestNum(t *testing.T) {
	for want, f := range map[string]float64{"0": -0.001, "1": 1, "1.5": 1.5, "2.35": 2.3456, "-3.1": -3.099, "100": 99.999} {
		require.Equal(t, want, num(f))
	}
}
