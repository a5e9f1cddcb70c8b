package yamldoc

import (
	"strings"
	"unicode/utf8"

	"github.com/ismskit/ismskit/internal/doc"
)

// flow reads a list in brackets or an object in braces that ends on the same
// line.
func (s *simple) flow() bool {
	if s.b.Depth() == doc.MaxDepth {
		return false
	}
	kind, closing := doc.Array, byte(']')
	if s.src[s.pos] == '{' {
		kind, closing = doc.Object, '}'
	}
	s.b.Open(kind)
	s.pos++
	s.blanks()
	for more := s.peek() != closing; more; {
		s.b.Add()
		if kind == doc.Object && !s.flowName() || !s.flowValue() {
			return false
		}
		s.blanks()
		switch s.peek() {
		case ',':
			s.pos++
			s.blanks()
		case closing:
			more = false
		default:
			return false
		}
	}
	s.pos++
	s.b.Close()
	return true
}

func (s *simple) blanks() {
	for s.peek() == ' ' {
		s.pos++
	}
}

// flowName reads the name of a member and the colon.
func (s *simple) flowName() bool {
	n := s.b.Top()
	s.here(n)
	n.NameLine, n.NameColumn = n.Line, n.Column
	name, ok := s.name()
	if !ok || s.b.Name(name) != nil {
		return false
	}
	s.blanks()
	return true
}

func (s *simple) flowValue() bool {
	n := s.b.Top()
	s.here(n)
	var ok bool
	switch s.peek() {
	case '"', '\'':
		n.Kind = doc.Text
		n.Text, ok = s.quoted()
	case '[', '{':
		ok = s.flow()
	default:
		n.Text, ok = s.flowPlain()
		n.Kind, n.Plain = kindOf(n.Text), true
	}
	return ok
}

// flowPlain reads an unquoted text up to a comma or a closing bracket.
func (s *simple) flowPlain() (string, bool) {
	start := s.pos
	if !s.plainStart() {
		return "", false
	}
	end := start
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		switch {
		case c == ',' || c == ']' || c == '}':
			s.pos = end
			return s.text[start:end], true
		case c == ' ':
			s.pos++
			continue
		case c >= utf8.RuneSelf:
			s.skipRune()
		case isAlphanumeric(c) || strings.IndexByte("_-./+@()", c) >= 0:
			s.pos++
		case c == ':' && s.pos+1 < len(s.src) && isAlphanumeric(s.src[s.pos+1]):
			s.pos++
		default:
			return "", false
		}
		end = s.pos
	}
	return "", false
}
