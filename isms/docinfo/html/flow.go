package html

import (
	"strings"
)

// longWord is how many bytes without a space fit into a narrow column.
const longWord = 24

// flow writes s with care for its line breaks: a date or an ID such as R-014
// stays in one piece, and a long word, a digest for one, may break.
func (p *page) flow(s string) {
	for len(s) > 0 {
		word, space := s, ""
		if i := strings.IndexAny(s, " \r\n"); i >= 0 {
			word, space = s[:i], s[i:i+1]
			if strings.HasPrefix(s[i:], "\r\n") {
				space = "\r\n"
			}
		}
		s = s[len(word)+len(space):]
		switch {
		case len(word) > longWord:
			p.breakable(word)
		case len(word) > 2 && isKey(word):
			p.raw(`<span class="k">`)
			p.text(word)
			p.raw("</span>")
		default:
			p.text(word)
		}
		p.text(space)
	}
}

// isKey says whether a word has a hyphen and a digit, as dates and IDs have.
func isKey(word string) bool {
	return strings.Contains(word, "-") && strings.ContainsAny(word, "0123456789")
}

// breakable writes a long word with places to break it: after a sign, and after
// sixteen letters or digits at the latest. Only ASCII is parted, so that no
// character is torn from its accents.
func (p *page) breakable(word string) {
	from, run := 0, 0
	for i := 0; i+1 < len(word); i++ {
		run++
		if word[i] >= 0x80 || word[i+1] >= 0x80 {
			continue
		}
		if run >= 16 || run >= 4 && strings.IndexByte("/.:;,=&?#@_", word[i]) >= 0 {
			p.text(word[from : i+1])
			p.raw("<wbr>")
			from, run = i+1, 0
		}
	}
	p.text(word[from:])
}
