package yamldoc

import (
	"bytes"

	"github.com/ismskit/ismskit/internal/doc"
)

// parseSimple reads the YAML that most documents are written in: block
// mappings and sequences, scalars and flow collections on one line, literal
// blocks, comments. It is there for speed, the library taking several times
// as long, and knows no faults: where anything is out of the ordinary it gives
// up, and the library reads the document from the beginning.
//
// What it does read it reads as parseAny does, positions and all; a fuzz test
// holds the two together.
func parseSimple(src []byte) (*doc.Node, bool) {
	s := simple{src: src, text: string(src), line: 1}
	if bytes.HasPrefix(src, []byte(bom)) {
		s.pos, s.base = len(bom), len(bom)
	}
	if s.strange() || !s.start() {
		return nil, false
	}
	s.b.Add()
	if !s.block() || s.indent >= 0 {
		return nil, false
	}
	return s.b.Root(), true
}

// simple walks over the source line by line.
type simple struct {
	src    []byte
	text   string // the same, for cutting texts out of it
	pos    int
	line   int
	base   int // the column of pos is pos-base+1: where the line began, moved by continuation bytes
	indent int // of the line at hand, before its first token; -1 after the last line
	begun  bool
	b      doc.Builder
}

// strange reports whether the source has characters that the library refuses
// or drops.
func (s *simple) strange() bool {
	for _, c := range []string{bom, "\ufffe", "\uffff"} {
		if bytes.Contains(s.src[s.pos:], []byte(c)) {
			return true
		}
	}
	return false
}

// start goes to the first line, passing one document marker.
func (s *simple) start() bool {
	ok := s.next()
	s.begun = true
	if ok && s.indent == 0 && bytes.HasPrefix(s.src[s.pos:], []byte("---")) {
		s.pos += len("---")
		ok = s.endOfLine() && s.next()
	}
	return ok && s.indent >= 0
}

// next goes from the beginning of a line to the first token of the next line
// that is neither empty nor a comment.
func (s *simple) next() bool {
	for s.pos < len(s.src) {
		start := s.pos
		for s.pos < len(s.src) && s.src[s.pos] == ' ' {
			s.pos++
		}
		switch c := s.peek(); {
		case c == '#', c == '\r', c == '\n', s.pos == len(s.src):
			if !s.endOfLine() {
				return false
			}
		case c == '\t', s.pos == start && (c == '%' || c == '-' || c == '.') && s.marker():
			return false
		default:
			s.indent = s.pos - start
			return true
		}
	}
	s.indent = -1
	return true
}

// marker reports whether a directive or a document marker is at the beginning
// of the line. The one marker that is fine comes first.
func (s *simple) marker() bool {
	rest := s.src[s.pos:]
	return rest[0] == '%' || bytes.HasPrefix(rest, []byte("...")) || s.begun && bytes.HasPrefix(rest, []byte("---"))
}

// peek returns the byte at hand, 0 at the end.
func (s *simple) peek() byte {
	if s.pos < len(s.src) {
		return s.src[s.pos]
	}
	return 0
}

// endOfLine passes blanks, a comment and the line break. Nothing else may
// follow on the line.
func (s *simple) endOfLine() bool {
	start := s.pos
	for s.peek() == ' ' {
		s.pos++
	}
	if s.peek() == '#' {
		if s.pos == start && s.pos > 0 && s.pos != s.base && s.src[s.pos-1] != ' ' {
			return false
		}
		end := bytes.IndexByte(s.src[s.pos:], '\n')
		if end < 0 {
			end = len(s.src) - s.pos
		}
		if !isCommentText(s.src[s.pos : s.pos+end]) {
			return false
		}
		s.pos += end
	}
	if s.peek() == '\r' {
		s.pos++
		if s.peek() != '\n' {
			return false
		}
	}
	if s.pos == len(s.src) {
		return true
	}
	if s.src[s.pos] != '\n' {
		return false
	}
	s.pos++
	s.line++
	s.base = s.pos
	return true
}

// isCommentText reports whether a comment has no controls but a tab and the
// carriage return before its line break.
func isCommentText(c []byte) bool {
	for i, b := range c {
		if b < ' ' && b != '\t' && (b != '\r' || i+1 < len(c)) {
			return false
		}
	}
	return true
}

// here gives the value begun last the place at hand.
func (s *simple) here(n *doc.Node) {
	n.Line, n.Column = uint32(s.line), uint32(s.pos-s.base+1) //nolint:gosec // below doc.MaxBytes
}

// column is how far the place at hand is indented.
func (s *simple) column() int { return s.pos - s.base }

// block reads the value that begins at the first token of a line: a list or
// an object.
func (s *simple) block() bool {
	if s.b.Depth() == doc.MaxDepth {
		return false
	}
	if s.dash() {
		return s.sequence(s.indent)
	}
	return s.mapping(s.indent)
}

// dash reports whether an element of a list begins here.
func (s *simple) dash() bool {
	if s.peek() != '-' {
		return false
	}
	return s.pos+1 == len(s.src) || isBlankOrBreak(s.src[s.pos+1])
}

func isBlankOrBreak(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// sequence reads the elements whose dashes stand at one indent.
func (s *simple) sequence(indent int) bool {
	s.here(s.b.Top())
	s.b.Open(doc.Array)
	for s.indent == indent && s.dash() {
		s.b.Add()
		s.pos++
		if !s.element(indent) || s.indent > indent {
			return false
		}
	}
	s.b.Close()
	return true
}

// element reads what follows a dash.
func (s *simple) element(indent int) bool {
	for s.peek() == ' ' {
		s.pos++
	}
	if c := s.peek(); c == '\n' || c == '\r' || c == '#' {
		return s.endOfLine() && s.next() && s.indent > indent && s.block()
	}
	if s.b.Depth() == doc.MaxDepth {
		return false
	}
	if s.dash() {
		s.indent = s.column()
		return s.sequence(s.indent)
	}
	if s.isKey() {
		s.indent = s.column()
		return s.mapping(s.indent)
	}
	return s.scalar(indent)
}

// mapping reads the members whose names stand at one indent.
func (s *simple) mapping(indent int) bool {
	s.here(s.b.Top())
	s.b.Open(doc.Object)
	for s.indent == indent && !s.dash() {
		if !s.member(indent) || s.indent > indent {
			return false
		}
	}
	s.b.Close()
	return true
}

// member reads a name and its value.
func (s *simple) member(indent int) bool {
	n := s.b.Add()
	s.here(n)
	n.NameLine, n.NameColumn = n.Line, n.Column
	name, ok := s.name()
	if !ok || s.b.Name(name) != nil {
		return false
	}
	for s.peek() == ' ' {
		s.pos++
	}
	if c := s.peek(); c != '\n' && c != '\r' && c != '#' {
		return s.scalar(indent)
	}
	if !s.endOfLine() || !s.next() {
		return false
	}
	if s.indent > indent || s.indent == indent && s.dash() {
		return s.block()
	}
	return false // no value
}
