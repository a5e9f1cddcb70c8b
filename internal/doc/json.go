package doc

import (
	"bytes"
	"fmt"
	"strings"
)

// ParseJSON reads one JSON document (RFC 8259) into a tree. What the RFC
// leaves to the reader is strict here: names are unique, text is valid UTF-8
// without lone surrogates, nesting ends at MaxDepth. A byte order mark, and
// any line ending, is fine.
//
// A nil tree means that the syntax is broken; otherwise the tree can be
// decoded, and the faults of both belong together (Merge). The tree shares
// the text of one copy of src.
func ParseJSON(src []byte) (*Node, []Fault) {
	p := jsonParser{src: src, line: 1}
	if len(src) > MaxBytes {
		p.report(Fault{
			Code: CodeSize, Line: 1, Column: 1, Message: "the document is too large",
			Found: fmt.Sprintf("%d bytes", len(src)), Expected: fmt.Sprintf("at most %d bytes", MaxBytes),
		})
		return nil, p.faults
	}
	p.text = string(src)
	if bytes.HasPrefix(src, []byte(bom)) {
		p.pos, p.base = len(bom), len(bom)
	}
	if !p.document() {
		return nil, p.faults
	}
	return p.b.Root(), p.faults
}

const bom = "\ufeff"

// jsonParser walks over the source once. Only white space can hold a line
// break, so that counting lines costs next to nothing.
type jsonParser struct {
	src    []byte
	text   string // the same, for cutting texts out of it
	pos    int
	line   int
	base   int // the column of pos is pos-base+1: where the line began, moved by continuation bytes
	b      Builder
	faults []Fault
	coded  bool // broken UTF-8 has been reported: once is enough
}

func (p *jsonParser) document() bool {
	if p.skip(); p.pos == len(p.src) {
		p.report(Fault{
			Code: CodeEmpty, Line: p.line, Column: p.column(), Message: "the document is empty",
			Found: "nothing", Expected: "a value",
		})
		return false
	}
	p.b.Add()
	if !p.value() {
		return false
	}
	if p.skip(); p.pos < len(p.src) {
		p.report(Fault{
			Code: CodeTrailing, Line: p.line, Column: p.column(), Message: "something follows the document",
			Found: p.found(), Expected: "the end", Hint: "keep one document in a file",
		})
		return false
	}
	return true
}

// value reads the value that the top of the builder stands for.
func (p *jsonParser) value() bool {
	c := p.skip()
	n := p.b.Top()
	n.Line, n.Column = uint32(p.line), uint32(p.column()) //nolint:gosec // below MaxBytes
	switch {
	case c == '"':
		text, ok := p.str(p.b.Path)
		if n = p.b.Top(); ok {
			n.Kind, n.Text = Text, text
		}
		return ok
	case c == '{':
		return p.enter() && p.object()
	case c == '[':
		return p.enter() && p.array()
	case c == '-' || '0' <= c && c <= '9':
		return p.number(n)
	default:
		return p.word(n)
	}
}

// enter passes the bracket that opens a list or an object.
func (p *jsonParser) enter() bool {
	if p.b.Depth() == MaxDepth {
		p.report(Fault{
			Code: CodeDepth, Path: p.b.Path(), Line: p.line, Column: p.column(),
			Message: "the document is nested too deeply",
			Found:   fmt.Sprintf("level %d", MaxDepth+1), Expected: fmt.Sprintf("at most %d levels", MaxDepth),
		})
		return false
	}
	p.pos++
	return true
}

func (p *jsonParser) array() bool {
	p.b.Open(Array)
	if p.skip() == ']' {
		p.pos++
		p.b.Close()
		return true
	}
	for {
		p.b.Add()
		if !p.value() {
			return false
		}
		switch p.skip() {
		case ',':
			p.pos++
			if p.skip() == ']' {
				return p.syntax(p.b.Here(), "an element", "remove the comma before it")
			}
		case ']':
			p.pos++
			p.b.Close()
			return true
		default:
			return p.syntax(p.b.Here(), "a comma or ]", "")
		}
	}
}

func (p *jsonParser) object() bool {
	p.b.Open(Object)
	if p.skip() == '}' {
		p.pos++
		p.b.Close()
		return true
	}
	for {
		if !p.member() {
			return false
		}
		switch p.skip() {
		case ',':
			p.pos++
			if p.skip() == '}' {
				return p.syntax(p.b.Here(), "a member", "remove the comma before it")
			}
		case '}':
			p.pos++
			p.b.Close()
			return true
		default:
			return p.syntax(p.b.Here(), "a comma or }", "")
		}
	}
}

// member reads a name, a colon and a value. A name given twice is reported
// and its second value left out.
func (p *jsonParser) member() bool {
	if p.skip() != '"' {
		return p.syntax(p.b.Here(), "a name in double quotes", nameHint(p.rest()))
	}
	line, column := p.line, p.column()
	name, ok := p.str(p.b.Here)
	if !ok {
		return false
	}
	n := p.b.Add()
	n.NameLine, n.NameColumn = uint32(line), uint32(column) //nolint:gosec // below MaxBytes
	earlier := p.b.Name(name)
	if earlier != nil {
		f := Duplicate(p.b.Path(), name, earlier)
		f.Line, f.Column = line, column
		p.report(f)
	}
	if p.skip() != ':' {
		return p.syntax(p.b.Path(), "a colon", "")
	}
	p.pos++
	if !p.value() {
		return false
	}
	if earlier != nil {
		p.b.Drop()
	}
	return true
}

// number reads a literal and checks its grammar; its size is the decoder's
// business.
func (p *jsonParser) number(n *Node) bool {
	rest := p.rest()
	length := numberLength(rest)
	if length < 0 {
		length = literalLength(rest)
		return p.fail(p.b.Path(), rest[:length], "a number", numberHint(rest[:length]))
	}
	if len(rest) > length && isWordByte(rest[length]) {
		literal := rest[:literalLength(rest)]
		return p.fail(p.b.Path(), literal, "a number", numberHint(literal))
	}
	n.Kind, n.Text = Number, rest[:length]
	p.pos += length
	return true
}

// word reads true, false or null; everything else that can stand here is a
// fault.
func (p *jsonParser) word(n *Node) bool {
	rest := p.rest()
	length := literalLength(rest)
	switch word := rest[:length]; word {
	case "true", "false":
		n.Kind, n.Text = Bool, word
	case "null":
		n.Kind, n.Text = Null, word
	case "":
		return p.syntax(p.b.Path(), "a value", valueHint(rest))
	default:
		return p.fail(p.b.Path(), word, "a value", wordHint(word))
	}
	p.pos += length
	return true
}

// skip passes white space and returns the byte it stops at, 0 at the end.
func (p *jsonParser) skip() byte {
	for p.pos < len(p.src) {
		switch c := p.src[p.pos]; c {
		case ' ', '\t':
			p.pos++
		case '\n':
			p.newline(1)
		case '\r':
			if strings.HasPrefix(p.text[p.pos:], "\r\n") {
				p.newline(2)
			} else {
				p.newline(1)
			}
		default:
			return c
		}
	}
	return 0
}

func (p *jsonParser) newline(width int) {
	p.pos += width
	p.line++
	p.base = p.pos
}

func (p *jsonParser) column() int { return p.pos - p.base + 1 }

func (p *jsonParser) rest() string { return p.text[p.pos:] }
