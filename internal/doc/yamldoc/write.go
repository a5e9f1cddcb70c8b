package yamldoc

import (
	"io"
	"slices"
	"strings"

	"github.com/ismskit/ismskit/internal/doc"
)

// Write writes the tree as YAML in block style: two spaces a level, line
// feeds, a final newline. A text stands unquoted where every YAML reader, of
// 1.1 or 1.2, takes it for this text; text of several lines is a literal
// block where that is exact. The same tree gives the same bytes, and Parse
// gives the same tree.
func Write(w io.Writer, root *doc.Node) error {
	y := writer{w: w}
	if len(root.Items) > 0 {
		y.items(root, 0)
	} else {
		y.buf = append(appendScalar(y.buf, root, true), '\n')
	}
	y.flush(0)
	return y.err
}

type writer struct {
	w   io.Writer
	buf []byte
	err error
}

// flush hands the buffer on when it has more than the given number of bytes.
func (y *writer) flush(more int) {
	if len(y.buf) <= more {
		return
	}
	if y.err == nil {
		_, y.err = y.w.Write(y.buf)
	}
	y.buf = y.buf[:0]
}

// items writes the lines of a list or object that is not empty. The first
// begins at the end of the buffer, the others are indented.
func (y *writer) items(n *doc.Node, indent int) {
	for i := range n.Items {
		if i > 0 {
			y.indent(indent)
		}
		if n.Kind == doc.Array {
			y.buf = append(y.buf, '-', ' ')
			y.element(&n.Items[i], indent)
		} else {
			y.member(&n.Items[i], indent)
		}
		y.flush(1 << 16)
	}
}

// element writes what follows the dash.
func (y *writer) element(n *doc.Node, indent int) {
	if len(n.Items) > 0 {
		y.items(n, indent+2)
		return
	}
	y.scalar(n, indent)
}

// member writes a name and its value. A name that is too long to stand before
// a colon takes a question mark.
func (y *writer) member(n *doc.Node, indent int) {
	start := len(y.buf)
	y.buf = appendName(y.buf, n.Name)
	if len(y.buf)-start > longestName {
		y.buf = append(slices.Insert(y.buf, start, '?', ' '), '\n')
		y.indent(indent)
	}
	y.buf = append(y.buf, ':')
	if len(n.Items) == 0 {
		y.buf = append(y.buf, ' ')
		y.scalar(n, indent)
		return
	}
	y.buf = append(y.buf, '\n')
	y.indent(indent + 2)
	y.items(n, indent+2)
}

func (y *writer) indent(n int) {
	for range n {
		y.buf = append(y.buf, ' ')
	}
}

// scalar writes a value without parts, and ends the line.
func (y *writer) scalar(n *doc.Node, indent int) {
	if n.Kind == doc.Text && isBlock(n.Text) {
		y.block(n.Text, indent+2)
		return
	}
	y.buf = append(appendScalar(y.buf, n, false), '\n')
}

// block writes a text of several lines.
func (y *writer) block(s string, indent int) {
	y.buf = append(y.buf, '|')
	if !strings.HasSuffix(s, "\n") {
		y.buf = append(y.buf, '-')
	}
	y.buf = append(y.buf, '\n')
	for line := range strings.SplitSeq(strings.TrimSuffix(s, "\n"), "\n") {
		if line != "" {
			y.indent(indent)
		}
		y.buf = append(append(y.buf, line...), '\n')
	}
}

// appendScalar appends a value without parts. A text that is the whole
// document is quoted, since it may look like anything.
func appendScalar(buf []byte, n *doc.Node, whole bool) []byte {
	switch {
	case n.Kind != doc.Text:
		return doc.AppendCompact(buf, n)
	case whole:
		return appendQuoted(buf, n.Text)
	default:
		return appendText(buf, n.Text)
	}
}
