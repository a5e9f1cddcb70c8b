package yamldoc

import (
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/doc"
)

// appendText appends a text on one line: as it is where it can be mistaken for
// nothing else, in double quotes otherwise.
func appendText(buf []byte, s string) []byte {
	if isPlain(s) && !isWord(s) {
		return append(buf, s...)
	}
	return appendQuoted(buf, s)
}

// appendName appends the name of a member. The words that only YAML 1.1 takes
// for true and false stand unquoted: a member called on or no is common, and
// for the readers of today it is a text.
func appendName(buf []byte, s string) []byte {
	if isPlain(s) && kindOf(s) == doc.Text {
		return append(buf, s...)
	}
	return appendQuoted(buf, s)
}

// isPlain reports whether a text may stand unquoted in block context, words
// apart. It is stricter than YAML in what a text may begin with.
func isPlain(s string) bool {
	if s == "" || s[len(s)-1] == ' ' || s[len(s)-1] == ':' {
		return false
	}
	switch c := s[0]; {
	case '0' <= c && c <= '9':
		if isNumeric(s) {
			return false
		}
	case c|0x20 < 'a' || c|0x20 > 'z':
		if c < utf8.RuneSelf && c != '_' && c != '/' && c != '(' {
			return false
		}
	}
	return !strings.Contains(s, ": ") && !strings.Contains(s, " #") && isPrintable(s)
}

// isNumeric reports whether a text that begins with a digit could be a number,
// a date or a time: in YAML 1.1 that is 1_000, 0x1F, 12:30:45, 2026-11-21 or
// 2001-12-14 t 21:59:43.10 -5 too. A letter that none of them has makes it a
// text.
func isNumeric(s string) bool {
	return strings.Trim(s, "0123456789abcdefABCDEFxXoOtTzZ_.,:+- ") == ""
}

// isWord reports whether some reader takes the text for true, false or null.
func isWord(s string) bool {
	if len(s) > len("false") {
		return false
	}
	switch strings.ToLower(s) {
	case "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		return true
	}
	return false
}

// isPrintable reports whether a text has only characters that every reader
// keeps as they are: no controls, none of the line breaks of Unicode, no byte
// order mark, no noncharacter.
func isPrintable(s string) bool {
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if mustEscape(r) {
			return false
		}
		i += size
	}
	return true
}

func mustEscape(r rune) bool {
	switch {
	case r < ' ', 0x7f <= r && r <= 0x9f, r == 0x2028, r == 0x2029, r == 0xfeff, r == utf8.RuneError:
		return true
	}
	return r&0xfffe == 0xfffe
}

// isBlock reports whether a literal block keeps a text of several lines
// exactly, and shows it as it is: no blanks at the beginning or the end of a
// line, at most one line break at the end.
func isBlock(s string) bool {
	body := strings.TrimSuffix(s, "\n")
	if !strings.Contains(s, "\n") || body == "" || strings.HasPrefix(body, "\n") || strings.HasSuffix(body, "\n") {
		return false
	}
	for line := range strings.SplitSeq(body, "\n") {
		if !isPrintable(line) || strings.TrimRight(line, " ") != line {
			return false
		}
	}
	return body[0] != ' '
}

// appendQuoted appends a text in double quotes, with the escapes of JSON where
// YAML has the same.
func appendQuoted(buf []byte, s string) []byte {
	const hex = "0123456789abcdef"
	buf = append(buf, '"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			buf = append(buf, '\\', byte(r))
		case r == '\n':
			buf = append(buf, '\\', 'n')
		case r == '\t':
			buf = append(buf, '\\', 't')
		case r == '\r':
			buf = append(buf, '\\', 'r')
		case !mustEscape(r):
			buf = append(buf, s[i:i+size]...)
		case r <= 0xff:
			buf = append(buf, '\\', 'x', hex[r>>4], hex[r&15])
		case r <= 0xffff:
			buf = append(buf, '\\', 'u', hex[r>>12], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		default:
			buf = append(buf, '\\', 'U', '0', '0', hex[r>>20&15], hex[r>>16&15], hex[r>>12&15], hex[r>>8&15], hex[r>>4&15], hex[r&15])
		}
		i += size
	}
	return append(buf, '"')
}
