package doc

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Encode builds the canonical tree of v: members in the order of the struct,
// maps sorted by key, numbers as short as they read back the same, members
// that are zero left out where their tag says omitzero. A pointer that is nil
// is left out as a member and an error elsewhere, since no document holds
// null. A json.RawMessage must be a JSON document; its layout is not kept.
func Encode(v any) (*Node, error) { return EncodeAs(v, nil) }

// EncodeAs is Encode where some types have forms, those by which they are read.
func EncodeAs(v any, forms *Forms) (*Node, error) {
	given := reflect.ValueOf(v)
	if !given.IsValid() {
		return nil, fmt.Errorf("doc: encode: got nil, want a value")
	}
	value := reflect.New(given.Type()).Elem() // methods of pointers need an address
	value.Set(given)
	var e encoder
	e.b.Add()
	if err := e.value(value, forms.planFor(given.Type())); err != nil {
		return nil, err
	}
	return e.b.Root(), nil
}

type encoder struct{ b Builder }

func (e *encoder) errorf(format string, args ...any) error {
	where := e.b.Path()
	if where != "" {
		where += ": "
	}
	return fmt.Errorf("doc: encode: %s%w", where, fmt.Errorf(format, args...))
}

// value fills the node on top of the builder.
func (e *encoder) value(v reflect.Value, p *plan) error {
	switch p.shape {
	case pointer:
		if v.IsNil() {
			return e.errorf("got a nil pointer, want a value")
		}
		return e.value(v.Elem(), p.elem)
	case raw:
		return e.raw(v.Bytes())
	case formed:
		return e.formed(v, p)
	case record, list, dict, choice:
		if e.b.Depth() == MaxDepth {
			return e.errorf("got level %d, want at most %d levels", MaxDepth+1, MaxDepth)
		}
		return e.composite(v, p)
	default:
		return e.scalar(v, p)
	}
}

func (e *encoder) composite(v reflect.Value, p *plan) error {
	switch p.shape {
	case record:
		return e.record(v, p)
	case list:
		return e.list(v, p)
	case choice:
		return e.choice(v, p)
	default:
		return e.dict(v, p)
	}
}

func (e *encoder) record(v reflect.Value, p *plan) error {
	e.b.Open(Object)
	for i := range p.fields {
		f := &p.fields[i]
		member := f.of(v)
		if f.omitZero && f.plan.zero(member) || f.plan.shape == pointer && member.IsNil() {
			continue
		}
		e.b.Add()
		e.b.Name(f.name)
		if err := e.value(member, f.plan); err != nil {
			return err
		}
	}
	e.b.Close()
	return nil
}

// zero is what omitzero asks: the type's own IsZero if it has one.
func (p *plan) zero(v reflect.Value) bool {
	if p.isZero {
		return v.Addr().Interface().(interface{ IsZero() bool }).IsZero() //nolint:forcetypeassert // isZero says so
	}
	return v.IsZero()
}

func (e *encoder) list(v reflect.Value, p *plan) error {
	e.b.Open(Array)
	for i := range v.Len() {
		e.b.Add()
		if err := e.value(v.Index(i), p.elem); err != nil {
			return err
		}
	}
	e.b.Close()
	return nil
}

// entry is a member of a map, with the text of its key.
type entry struct {
	name  string
	value reflect.Value
}

func (e *encoder) dict(v reflect.Value, p *plan) error {
	entries := make([]entry, 0, v.Len())
	for iter := v.MapRange(); iter.Next(); {
		key, value := addressable(iter.Key()), addressable(iter.Value())
		name, err := e.text(key, p.key)
		if err != nil {
			return err
		}
		entries = append(entries, entry{name, value})
	}
	slices.SortFunc(entries, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	e.b.Open(Object)
	for _, entry := range entries {
		e.b.Add()
		if e.b.Name(entry.name) != nil {
			return e.errorf("got two keys with this text, want each once")
		}
		if err := e.value(entry.value, p.elem); err != nil {
			return err
		}
	}
	e.b.Close()
	return nil
}

func addressable(v reflect.Value) reflect.Value {
	a := reflect.New(v.Type()).Elem()
	a.Set(v)
	return a
}

func (e *encoder) scalar(v reflect.Value, p *plan) error {
	var kind Kind
	var literal string
	var err error
	switch p.shape {
	case text, word:
		kind = Text
		literal, err = e.text(v, p)
	case boolean:
		kind, literal = Bool, strconv.FormatBool(v.Bool())
	case whole:
		kind, literal = Number, strconv.FormatInt(v.Int(), 10)
	case natural:
		kind, literal = Number, strconv.FormatUint(v.Uint(), 10)
	case decimal:
		kind = Number
		literal, err = e.float(v.Float(), p.typ.Bits())
	default:
		err = e.errorf("%s", p.problem)
	}
	n := e.b.Top()
	n.Kind, n.Text = kind, literal
	return err
}

// text is the text form of a string kind or of a type that marshals itself.
func (e *encoder) text(v reflect.Value, p *plan) (string, error) {
	var s string
	if p.shape == text {
		s = v.String()
	} else {
		m, ok := reflect.TypeAssert[encoding.TextMarshaler](v.Addr())
		if !ok {
			return "", e.errorf("%s cannot be written, it has no MarshalText", p.typ)
		}
		b, err := m.MarshalText()
		if err != nil {
			return "", e.errorf("%w", err)
		}
		s = string(b)
	}
	if !utf8.ValidString(s) {
		return "", e.errorf("got %s, want valid UTF-8", quote(s))
	}
	return s, nil
}

// float writes the shortest literal that reads back the same, with an
// exponent only for numbers that are very large or small.
func (e *encoder) float(f float64, bits int) (string, error) {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return "", e.errorf("got %v, want a finite number", f)
	}
	format := byte('f')
	if abs := math.Abs(f); abs != 0 && (abs < 1e-6 || abs >= 1e21) {
		format = 'e'
	}
	return strconv.FormatFloat(f, format, -1, bits), nil
}

// raw puts the tree of a JSON value into the place of the node on top.
func (e *encoder) raw(src []byte) error {
	if len(src) == 0 {
		src = []byte("null") // as encoding/json takes a nil RawMessage
	}
	root, faults := ParseJSON(src)
	if len(faults) > 0 {
		return e.errorf("raw JSON at %d:%d: %s", faults[0].Line, faults[0].Column, faults[0].Message)
	}
	if depth := root.depth(); e.b.Depth()+depth > MaxDepth {
		return e.errorf("got level %d, want at most %d levels", e.b.Depth()+depth, MaxDepth)
	}
	n := e.b.Top()
	n.Kind, n.Text, n.Items = root.Kind, root.Text, root.Items
	return nil
}

// depth counts the lists and objects that are nested in n.
func (n *Node) depth() int {
	deepest := 0
	for i := range n.Items {
		deepest = max(deepest, n.Items[i].depth())
	}
	if n.Kind == Array || n.Kind == Object {
		deepest++
	}
	return deepest
}
