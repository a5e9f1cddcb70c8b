package yamldoc

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/doc"
)

// longestName is how far YAML looks ahead for the colon, with a margin.
const longestName = 1000

// isKey reports whether a name and its colon begin here.
func (s *simple) isKey() bool {
	at, base := s.pos, s.base
	_, ok := s.name()
	s.pos, s.base = at, base
	return ok
}

// name reads a name and the colon after it.
func (s *simple) name() (string, bool) {
	start := s.pos
	if s.peek() == '"' {
		name, ok := s.doubleQuoted()
		return name, ok && s.pos-start < longestName && s.colon()
	}
	for s.pos < len(s.src) && isNameByte(s.src[s.pos]) {
		if s.src[s.pos] == ':' && (s.pos+1 == len(s.src) || isBlankOrBreak(s.src[s.pos+1])) {
			break
		}
		s.pos++
	}
	name := s.text[start:s.pos]
	if name == "" || len(name) > longestName || strings.IndexByte("-./:@", name[0]) >= 0 {
		return "", false
	}
	return name, s.colon()
}

// isNameByte reports whether c is one of those that need no second look in a
// name.
func isNameByte(c byte) bool {
	return isAlphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '/' || c == ':' || c == '@'
}

// colon passes the colon after a name.
func (s *simple) colon() bool {
	if s.peek() != ':' || s.pos+1 < len(s.src) && !isBlankOrBreak(s.src[s.pos+1]) {
		return false
	}
	s.pos++
	return true
}

// scalar reads a value that begins on the line at hand, within a block of the
// given indent, and goes to the next line. A line indented further would
// continue it.
func (s *simple) scalar(indent int) bool {
	n := s.b.Top()
	s.here(n)
	var ok bool
	switch s.peek() {
	case '"', '\'':
		n.Kind = doc.Text
		n.Text, ok = s.quoted()
	case '|':
		n.Kind = doc.Text
		n.Text, ok = s.literal(indent)
		return ok && s.next() && s.indent <= indent
	case '[', '{':
		ok = s.flow()
	default:
		n.Text, ok = s.plain()
		n.Kind, n.Plain = kindOf(n.Text), true
	}
	return ok && s.endOfLine() && s.next() && s.indent <= indent
}

// plain reads an unquoted text to the end of the line, or to a comment.
func (s *simple) plain() (string, bool) {
	start := s.pos
	if !s.plainStart() {
		return "", false
	}
	end := start // behind the last character that is no blank
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		switch {
		case c > ' ' && c != ':' && c != '#' && c < utf8.RuneSelf:
		case c == ' ':
			s.pos++
			continue
		case c == '\n' || c == '\r':
			return s.text[start:end], true
		case c == '#' && s.src[s.pos-1] == ' ':
			s.pos = end
			return s.text[start:end], true
		case c == ':' && (s.pos+1 == len(s.src) || isBlankOrBreak(s.src[s.pos+1])), c < ' ':
			return "", false
		case c >= utf8.RuneSelf:
			s.skipRune()
			end = s.pos
			continue
		}
		s.pos++
		end = s.pos
	}
	return s.text[start:end], true
}

// plainStart reports whether what begins here can only be plain.
func (s *simple) plainStart() bool {
	switch c := s.peek(); {
	case c == '-':
		return s.pos+1 < len(s.src) && isAlphanumeric(s.src[s.pos+1])
	case c <= ' ':
		return false
	default:
		return strings.IndexByte("?:,[]{}#&*!|>'\"%@`", c) < 0
	}
}

func isAlphanumeric(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// skipRune passes a character of several bytes, for which columns count one.
func (s *simple) skipRune() {
	_, size := utf8.DecodeRune(s.src[s.pos:])
	s.pos += size
	s.base += size - 1
}

// quoted reads a text in quotes that ends on the same line.
func (s *simple) quoted() (string, bool) {
	if s.peek() == '"' {
		return s.doubleQuoted()
	}
	start := s.pos + 1
	for s.pos = start; s.pos < len(s.src) && s.src[s.pos] >= ' '; {
		switch c := s.src[s.pos]; {
		case c == '\'' && strings.HasPrefix(s.text[s.pos:], "''"):
			s.pos += 2
		case c == '\'':
			s.pos++
			return strings.ReplaceAll(s.text[start:s.pos-1], "''", "'"), true
		case c >= utf8.RuneSelf:
			s.skipRune()
		default:
			s.pos++
		}
	}
	return "", false
}

func (s *simple) doubleQuoted() (string, bool) {
	start := s.pos + 1
	for s.pos = start; s.pos < len(s.src) && s.src[s.pos] >= ' '; {
		switch c := s.src[s.pos]; {
		case c == '"':
			s.pos++
			return s.text[start : s.pos-1], true
		case c == '\\':
			return s.escaped(start)
		case c >= utf8.RuneSelf:
			s.skipRune()
		default:
			s.pos++
		}
	}
	return "", false
}

// escaped reads on a text in double quotes that has escapes: the short ones
// that everybody knows, and those of two and four digits.
func (s *simple) escaped(start int) (string, bool) {
	buf := []byte(s.text[start:s.pos])
	for s.pos < len(s.src) && s.src[s.pos] >= ' ' {
		switch c := s.src[s.pos]; {
		case c == '"':
			s.pos++
			return string(buf), true
		case c == '\\':
			r, size := unescape(s.text[s.pos:])
			if size == 0 {
				return "", false
			}
			buf = utf8.AppendRune(buf, r)
			s.pos += size
		case c >= utf8.RuneSelf:
			from := s.pos
			s.skipRune()
			buf = append(buf, s.text[from:s.pos]...)
		default:
			buf = append(buf, c)
			s.pos++
		}
	}
	return "", false
}

// unescape reads the escape at the beginning of t; its size is 0 for one that
// is left to the library.
func unescape(t string) (r rune, size int) {
	const short, means = `"\/ntr`, "\"\\/\n\t\r"
	if len(t) < 2 {
		return 0, 0
	}
	if i := strings.IndexByte(short, t[1]); i >= 0 {
		return rune(means[i]), 2
	}
	switch t[1] {
	case 'x':
		size = 4
	case 'u':
		size = 6
	}
	if size == 0 || len(t) < size {
		return 0, 0
	}
	for _, c := range []byte(t[2:size]) {
		digit := strings.IndexByte("0123456789abcdef", c|0x20)
		if digit < 0 || c < '0' {
			return 0, 0
		}
		r = r<<4 | rune(digit) //nolint:gosec // below 16
	}
	if !utf8.ValidRune(r) {
		return 0, 0
	}
	return r, size
}

// literal reads a block of lines, each indented further than the block that
// holds it, and stops at the beginning of the line after it.
func (s *simple) literal(indent int) (string, bool) {
	s.pos++
	strip := s.peek() == '-'
	if strip {
		s.pos++
	}
	if c := s.peek(); c != '\n' && c != '\r' || !s.endOfLine() {
		return "", false
	}
	first := s.spaces()
	if first <= indent || s.pos+first == len(s.src) || strings.IndexByte("\r\n\t", s.src[s.pos+first]) >= 0 {
		return "", false
	}
	var buf []byte
	for s.pos < len(s.src) {
		spaces := s.spaces()
		end := bytes.IndexByte(s.src[s.pos:], '\n')
		if end < 0 {
			return "", false
		}
		line := bytes.TrimSuffix(s.src[s.pos:s.pos+end], []byte("\r"))
		if len(line) > 0 && spaces < first {
			break
		}
		if len(line) > 0 && spaces == len(line) || !isLiteralText(line) {
			return "", false
		}
		buf = append(append(buf, line[min(first, len(line)):]...), '\n')
		s.pos += end + 1
		s.line++
		s.base = s.pos
	}
	buf = bytes.TrimRight(buf, "\n")
	if !strip {
		buf = append(buf, '\n')
	}
	return string(buf), true
}

// spaces counts those at the place at hand.
func (s *simple) spaces() int {
	n := 0
	for s.pos+n < len(s.src) && s.src[s.pos+n] == ' ' {
		n++
	}
	return n
}

// isLiteralText reports whether a line has no controls but tabs.
func isLiteralText(line []byte) bool {
	for _, c := range line {
		if c < ' ' && c != '\t' {
			return false
		}
	}
	return true
}
