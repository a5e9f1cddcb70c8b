package html

import (
	"strings"
	"unicode/utf8"
)

// markup is text that goes into the page as it is. Only constants, the embedded
// style and script, and what this package has escaped are of this type.
type markup string

func (p *page) raw(m markup) { p.WriteString(string(m)) }

// text escapes s for the content of an element. A line break becomes <br>.
func (p *page) text(s string) { p.escape(s, "<br>") }

// attr writes an attribute and its escaped value.
func (p *page) attr(name markup, value string) {
	p.raw(" " + name + `="`)
	p.escape(value, "&#10;")
	p.raw(`"`)
}

// foreign says that the next words are English in a page of another language.
func (p *page) foreign() {
	if p.words.foreign {
		p.raw(` lang="en" dir="ltr"`)
	}
}

// escape writes s so that it is characters alone, in content and in quoted
// attributes. Control characters, and bytes that are no UTF-8, become U+FFFD.
func (p *page) escape(s string, newline markup) {
	from := 0
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if m, special := special(r, size, newline); special {
			p.WriteString(s[from:i])
			if r == '\r' && strings.HasPrefix(s[i+1:], "\n") {
				size = 2
			}
			p.raw(m)
			from = i + size
		}
		i += size
	}
	p.WriteString(s[from:])
}

// special gives what stands for a character that may not stand for itself.
func special(r rune, size int, newline markup) (markup, bool) {
	switch {
	case r == '&':
		return "&amp;", true
	case r == '<':
		return "&lt;", true
	case r == '>':
		return "&gt;", true
	case r == '"':
		return "&#34;", true
	case r == '\'':
		return "&#39;", true
	case r == '\n' || r == '\r':
		return newline, true
	case r == '\t':
		return "", false
	case r < ' ' || 0x7f <= r && r < 0xa0 || r == utf8.RuneError && size == 1:
		return "\uFFFD", true
	}
	return "", false
}
