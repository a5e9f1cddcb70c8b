package doc

import (
	"encoding"
	"errors"
	"fmt"
	"reflect"
	"strconv"
)

// scalar fills a value that has no parts.
func (d *decoder) scalar(n *Node, v reflect.Value, p *plan) {
	switch p.shape {
	case text:
		if s, ok := n.typed(); ok {
			v.SetString(s)
			return
		}
	case word:
		if s, ok := n.typed(); ok {
			d.word(n, s, v)
			return
		}
	case boolean:
		if n.Kind == Bool {
			v.SetBool(n.Text[0]|0x20 == 't')
			return
		}
	case whole, natural, decimal:
		if n.Kind == Number && d.number(n, v, p) {
			return
		}
	default:
	}
	d.kind(n, p)
}

// typed is the text that a text field takes: of an unquoted YAML scalar what
// was typed, be it 5.10, 010 or no.
func (n *Node) typed() (string, bool) {
	return n.Text, n.Kind == Text || n.Plain && (n.Kind == Number || n.Kind == Bool)
}

// word hands a text to the type's own UnmarshalText.
func (d *decoder) word(n *Node, s string, v reflect.Value) {
	u, ok := reflect.TypeAssert[encoding.TextUnmarshaler](v.Addr())
	if !ok {
		d.report(n, Fault{Code: CodeTarget, Message: fmt.Sprintf("doc: decode: %s cannot be read, it has no UnmarshalText", v.Type())})
		return
	}
	d.scratch = append(d.scratch[:0], s...)
	if err := u.UnmarshalText(d.scratch); err != nil {
		d.refused(n, s, err)
	}
}

// number fills v; it is false for a fraction where a whole number should be.
func (d *decoder) number(n *Node, v reflect.Value, p *plan) bool {
	var err error
	switch p.shape {
	case whole:
		var i int64
		if i, err = strconv.ParseInt(n.Text, 10, p.typ.Bits()); err == nil {
			v.SetInt(i)
		}
	case natural:
		var u uint64
		if u, err = strconv.ParseUint(n.Text, 10, p.typ.Bits()); err == nil {
			v.SetUint(u)
		}
	default:
		var f float64
		if f, err = strconv.ParseFloat(n.Text, p.typ.Bits()); err == nil {
			v.SetFloat(f)
		}
	}
	if err == nil {
		return true
	}
	if errors.Is(err, strconv.ErrRange) || p.shape == natural && isWhole(n.Text) {
		d.outOfRange(n, p)
		return true
	}
	return false
}

// isWhole reports whether the literal of a number has neither fraction nor
// exponent.
func isWhole(literal string) bool {
	if literal[0] == '-' {
		literal = literal[1:]
	}
	return digits(literal) == len(literal)
}
