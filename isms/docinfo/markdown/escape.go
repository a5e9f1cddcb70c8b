package markdown

import (
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/isms/docinfo"
)

// inline gives spans as one line.
func inline(t docinfo.Text) string {
	var b strings.Builder
	for _, s := range t {
		text := escapeSpan(s.Text)
		if s.Strong {
			text = strongSpan(text)
		}
		if s.Link != "" {
			text = "[" + text + "](" + address(s.Link) + ")"
		}
		b.WriteString(text)
	}
	return atLineStart(strings.TrimSpace(b.String()))
}

// strong gives a text as important where spaces, signs or line ends are about it.
func strong(s string) string {
	if s = escape(s); s == "" {
		return ""
	}
	return "**" + s + "**"
}

// strongSpan gives escaped text as important next to any other. Stars are for
// edges where every reader of Markdown agrees that they are signs.
func strongSpan(s string) string {
	if s != "" && letterOrDigit(s[0]) && letterOrDigit(s[len(s)-1]) {
		return "**" + s + "**"
	}
	return "<strong>" + s + "</strong>"
}

func letterOrDigit(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// escape gives a text as characters that stand for themselves at the beginning
// of a line and in a cell of a table.
func escape(s string) string { return atLineStart(strings.TrimSpace(escapeSpan(s))) }

// escapeSpan escapes what is a sign anywhere in a line. White space becomes one
// space, a line break <br>.
func escapeSpan(s string) string {
	plain := plainPrefix(s)
	if plain == len(s) {
		return s
	}
	var b strings.Builder
	b.WriteString(s[:plain])
	space := false
	for i := plain; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if r == ' ' || r == '\t' {
			space = true
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		switch {
		case r == '\r' && strings.HasPrefix(s[i:], "\n"):
		case r == '\n' || r == '\r':
			b.WriteString("<br>")
		case r == '&' && (i == len(s) || s[i] == '#' || letterOrDigit(s[i])): // the start of an entity
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case strings.ContainsRune(signs, r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case r < ' ' || 0x7f <= r && r < 0xa0:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(r)
		}
	}
	if space {
		b.WriteByte(' ')
	}
	return b.String()
}

// signs have a meaning anywhere in a line.
const signs = "\\`*_[]|~$!"

// plainPrefix gives the length of the part of s that needs no escape.
func plainPrefix(s string) int {
	for i := range len(s) {
		c := s[i]
		if c == ' ' && i+1 < len(s) && s[i+1] != ' ' && s[i+1] != '\t' {
			continue
		}
		if c <= ' ' || c >= 0x7f || c == '&' || c == '<' || c == '>' || strings.IndexByte(signs, c) >= 0 {
			return i
		}
	}
	return len(s)
}

// atLineStart escapes what would make a line a heading, a list or a rule.
func atLineStart(s string) string {
	if s == "" {
		return s
	}
	if strings.IndexByte("#+-=", s[0]) >= 0 {
		return `\` + s
	}
	digits := 0
	for digits < len(s) && '0' <= s[digits] && s[digits] <= '9' {
		digits++
	}
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return s[:digits] + `\` + s[digits:]
	}
	return s
}

// address gives a validated link without the signs that could end it.
func address(link string) string {
	if link[0] == '#' {
		return "#" + docinfo.Anchor(link[1:])
	}
	var b strings.Builder
	for i := range len(link) {
		switch c := link[i]; {
		case c == '(' || c == ')':
			b.Write([]byte{'\\', c})
		case c == '&':
			b.WriteString("&amp;")
		case c <= ' ' || c >= 0x7f || strings.IndexByte("\"<>\\^`{|}", c) >= 0:
			const digits = "0123456789ABCDEF"
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
