package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A word is a word of a text as the index knows it.
type word struct {
	text  string   // folded, not stemmed
	parts []string // back, up for back-up; 8.13 for A.8.13
}

// words goes through the words of a text, until it is told to stop.
//
// Letters and digits make words. So do numbers with points: 8.13, a.8.13. A
// compound with a hyphen is one word written together, and its parts. Where a
// script does not put spaces between words, each character is one.
func words(text string, do func(word) bool) {
	for rest := text; rest != ""; {
		start := strings.IndexFunc(rest, isWord)
		if start < 0 {
			return
		}
		rest = rest[start:]
		end := wordEnd(rest)
		w := fold(rest[:end])
		rest = rest[end:]
		if w.text != "" && !do(w) {
			return
		}
	}
}

// wordEnd returns where the word ends with which the text begins.
func wordEnd(text string) int {
	var before rune
	var start, width int // of what a point may follow; of the character at hand
	for i := 0; i < len(text); i += width {
		var r rune
		r, width = utf8.DecodeRuneInString(text[i:])
		switch {
		case i > 0 && (isDense(r) || isDense(before)):
			return i
		case isWord(r):
		case isHyphen(r) && begins(text[i+width:]):
		case r == '.' && isNumber(text[start:i]) && begins(text[i+width:]):
			start = i + width
		default:
			return i
		}
		before = r
	}
	return len(text)
}

// begins reports whether a text begins with a word.
func begins(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isWord(r)
}

func isWord(r rune) bool {
	if r < 0x80 {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }

// isNumber reports whether a text can go on with a point: the 8 of 8.13, and the
// A of A.8.13.
func isNumber(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return strings.EqualFold(text, "a")
		}
	}
	return text != ""
}

// isDense reports whether a character belongs to a script without spaces.
func isDense(r rune) bool {
	return r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// fold returns a word in lower case and without accents, its hyphens gone.
func fold(text string) word {
	if isLetters(text) {
		return word{text: text}
	}
	var b strings.Builder
	b.Grow(len(text))
	var w word
	part := 0
	for _, r := range text {
		switch {
		case isHyphen(r):
			w.parts = append(w.parts, b.String()[part:])
			part = b.Len()
		case r < 0x80 || !unicode.Is(unicode.Mn, r):
			plain(&b, unicode.ToLower(r))
		}
	}
	if w.text = b.String(); w.parts != nil {
		w.parts = append(w.parts, w.text[part:])
	} else if bare, ok := strings.CutPrefix(w.text, "a."); ok {
		w.parts = []string{bare}
	}
	return w
}

// plain writes a letter without its accent. The standard library cannot take
// letters apart; the table has those of Latin-1 and Latin Extended-A.
func plain(b *strings.Builder, r rune) {
	const first, last = 'ß', 'ſ'
	if r < first || r > last {
		b.WriteRune(r)
		return
	}
	at := 2 * (r - first)
	b.WriteString(strings.TrimRight(latin[at:at+2], " "))
}

// latin has two places for each letter from U+00DF to U+017F. The division sign
// is no letter.
//
//nolint:dupword // single letters
const latin = "ssa a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy " + // ß to ÿ
	"a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h " + // Ā to ħ
	"i i i i i i i i i i ijijj j k k k l l l l l l l l l l n n n n n n n n n o o o o o o oeoe" + // Ĩ to œ
	"r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s " // Ŕ to ſ
