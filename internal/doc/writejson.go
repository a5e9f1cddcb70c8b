package doc

import (
	"io"
	"unicode/utf8"
)

// WriteJSON writes the tree as JSON: two spaces a level, line feeds, a final
// newline, only those characters escaped that must be. The same tree gives
// the same bytes.
func WriteJSON(w io.Writer, root *Node) error {
	j := jsonWriter{w: w}
	j.value(root, 0)
	j.buf = append(j.buf, '\n')
	j.flush(0)
	return j.err
}

type jsonWriter struct {
	w   io.Writer
	buf []byte
	err error
}

// flush hands the buffer on when it has more than the given number of bytes.
func (j *jsonWriter) flush(more int) {
	if len(j.buf) <= more {
		return
	}
	if j.err == nil {
		_, j.err = j.w.Write(j.buf)
	}
	j.buf = j.buf[:0]
}

func (j *jsonWriter) value(n *Node, depth int) {
	if len(n.Items) == 0 {
		j.buf = AppendCompact(j.buf, n)
		return
	}
	j.buf = append(j.buf, bracket(n.Kind))
	for i := range n.Items {
		if i > 0 {
			j.buf = append(j.buf, ',')
		}
		j.newline(depth + 1)
		if n.Kind == Object {
			j.buf = append(AppendQuoted(j.buf, n.Items[i].Name), ':', ' ')
		}
		j.value(&n.Items[i], depth+1)
		j.flush(1 << 16)
	}
	j.newline(depth)
	j.buf = append(j.buf, bracket(n.Kind)+2)
}

func (j *jsonWriter) newline(depth int) {
	j.buf = append(j.buf, '\n')
	for range depth {
		j.buf = append(j.buf, ' ', ' ')
	}
}

// bracket opens a list or an object; the one that closes is two further on in
// ASCII.
func bracket(k Kind) byte {
	if k == Array {
		return '['
	}
	return '{'
}

// AppendCompact appends the tree as JSON without white space: the form in
// which extensions are kept.
func AppendCompact(buf []byte, n *Node) []byte {
	switch n.Kind {
	case Text:
		return AppendQuoted(buf, n.Text)
	case Number:
		return append(buf, n.Text...)
	case Bool:
		if n.Text[0]|0x20 == 't' {
			return append(buf, "true"...)
		}
		return append(buf, "false"...)
	case Array, Object:
		return appendItems(buf, n)
	default:
		return append(buf, "null"...)
	}
}

func appendItems(buf []byte, n *Node) []byte {
	buf = append(buf, bracket(n.Kind))
	for i := range n.Items {
		if i > 0 {
			buf = append(buf, ',')
		}
		if n.Kind == Object {
			buf = append(AppendQuoted(buf, n.Items[i].Name), ':')
		}
		buf = AppendCompact(buf, &n.Items[i])
	}
	return append(buf, bracket(n.Kind)+2)
}

// AppendQuoted appends a text as JSON writes it.
func AppendQuoted(buf []byte, s string) []byte {
	buf = append(buf, '"')
	done := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if r == utf8.RuneError && size == 1 {
				buf = append(append(buf, s[done:i]...), "\ufffd"...)
				done = i + 1
			}
			i += size
			continue
		}
		buf = appendEscape(append(buf, s[done:i]...), c)
		i++
		done = i
	}
	return append(append(buf, s[done:]...), '"')
}

func appendEscape(buf []byte, c byte) []byte {
	const hex = "0123456789abcdef"
	switch c {
	case '"', '\\':
		return append(buf, '\\', c)
	case '\n':
		return append(buf, '\\', 'n')
	case '\r':
		return append(buf, '\\', 'r')
	case '\t':
		return append(buf, '\\', 't')
	case '\b':
		return append(buf, '\\', 'b')
	case '\f':
		return append(buf, '\\', 'f')
	}
	return append(buf, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
}
