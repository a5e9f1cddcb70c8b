package plot

import (
	"math"
	"strings"
	"unicode"
)

// What a text measures is known to the renderer alone, which has the font.
// The estimate here is that of a common sans serif at its wider end (within
// about a tenth of Arial, Segoe UI and Roboto for Latin text), so labels
// seldom touch; they may break a little early.

// advances are the widths of characters in hundredths of the font size.
var advances = []struct {
	runes   string
	percent int
}{
	{"ijl.,:;'|!", 29},
	{"frtI()[]{}/\\-\" ", 37},
	{"mwMW%@—…", 92},
	{"ABCDEFGHKNOPQRUVXYZ&+=<>~×→↑", 70},
}

// wide are the scripts and symbols that fill a square.
var wide = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo,
	{
		R16: []unicode.Range16{{Lo: 0x3000, Hi: 0x303F, Stride: 1}, {Lo: 0xFF01, Hi: 0xFF60, Stride: 1}},
		R32: []unicode.Range32{{Lo: 0x1F000, Hi: 0x1FAFF, Stride: 1}},
	},
}

func percent(r rune) int {
	for _, a := range advances {
		if strings.ContainsRune(a.runes, r) {
			return a.percent
		}
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case unicode.In(r, wide...):
		return 100
	case unicode.IsUpper(r):
		return 72
	}
	return 57
}

// width estimates how wide a text is in a font of the given size.
func width(s string, size float64) float64 {
	total := 0
	for _, r := range s {
		total += percent(r)
	}
	return float64(total) * size / 100
}

// wrap breaks a text into at most so many lines of at most the given width.
// It breaks after spaces, hyphens and slashes, around wide characters, and
// inside a word that is longer than a line. What is left over is an ellipsis.
func wrap(s string, size, most float64, lines int) []string {
	var out []string
	line := ""
	for _, piece := range pieces(shorten(s)) {
		if width(strings.TrimRight(line+piece, " "), size) <= most {
			line += piece
			continue
		}
		if line != "" {
			out = append(out, strings.TrimSpace(line))
		}
		for line = piece; width(strings.TrimRight(line, " "), size) > most && len(out) <= lines; {
			head := fitting(line, size, share(line, size, most))
			out, line = append(out, head), line[len(head):]
		}
		if len(out) > lines {
			break
		}
	}
	if line = strings.TrimSpace(line); line != "" {
		out = append(out, line)
	}
	if len(out) > lines {
		out = out[:lines]
		out[lines-1] = ellipsis(out[lines-1], size, most)
	}
	return out
}

// share is the width of the next line of a word that is longer than a line:
// its parts come out about even, and no letter stands alone.
func share(word string, size, most float64) float64 {
	whole := width(word, size)
	return min(most, float64(whole/math.Ceil(whole/most))+float64(size/2))
}

// shorten drops what no picture has room for, so that measuring a text takes
// no longer than drawing it.
func shorten(s string) string {
	const most = 2000
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

// pieces cuts a text where a line may end.
func pieces(s string) []string {
	var out []string
	start, before := 0, rune(0)
	for i, r := range s {
		after := strings.ContainsRune(" -/", before) && r != ' '
		if i > start && !attaches(before, r) && (after || unicode.In(r, wide...) || unicode.In(before, wide...)) {
			out, start = append(out, s[start:i]), i
		}
		before = r
	}
	return append(out, s[start:])
}

// attaches reports whether r may not be parted from the character before it:
// marks, joiners and modifiers belong to it, closing punctuation follows it.
func attaches(before, r rune) bool {
	const joiner = '\u200D'
	switch {
	case before == joiner, r == joiner, unicode.In(r, unicode.M), r >= 0x1F3FB && r <= 0x1F3FF:
		return true
	}
	return strings.ContainsRune(" 、。，）」』】！？：；,.;:!?)]}", r)
}

// fitting returns the longest head of s within the width, at least one
// character with what is attached to it.
func fitting(s string, size, most float64) string {
	end, total, before := 0, 0, rune(0)
	for i, r := range s {
		if i > 0 && !attaches(before, r) {
			if float64(total)*size/100 > most && end > 0 {
				return s[:end]
			}
			end = i
		}
		total += percent(r)
		before = r
	}
	if end == 0 || float64(total)*size/100 <= most {
		return s
	}
	return s[:end]
}

// ellipsis ends a text with "…", within the width.
func ellipsis(s string, size, most float64) string {
	s = strings.TrimRight(s, " …")
	if room := most - width("…", size); width(s, size) > room {
		s = fitting(s, size, room)
	}
	return strings.TrimRight(s, " ,") + "…"
}

// clip returns a text on one line, with an ellipsis where it is too long.
func clip(s string, size, most float64) string {
	if width(s, size) <= most {
		return s
	}
	return ellipsis(shorten(s), size, most)
}
