package doc

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// shape is how a Go type stands in a document.
type shape uint8

const (
	none    shape = iota // not at all
	text                 // string kinds
	boolean              // bool kinds
	whole                // signed integers
	natural              // unsigned integers
	decimal              // floats
	word                 // encoding.TextMarshaler and TextUnmarshaler
	raw                  // json.RawMessage
	record               // structs
	list                 // slices
	dict                 // maps with text keys
	pointer
	formed // as a Form says
	choice // an object with one member, which says what an interface holds
)

// plan is what there is to know about a Go type, found out once.
type plan struct {
	typ     reflect.Type
	shape   shape
	key     *plan // of a dict
	elem    *plan // of a list, dict or pointer
	isZero  bool  // the type, or a pointer to it, has the method IsZero() bool
	texts   bool  // a dict of texts by text
	raws    bool  // a dict of raw values by text: an extension member
	problem string

	forms []alternative // of what is formed

	// Of a record; of a choice, the cases.
	fields    []field
	byName    map[string]int
	required  []int
	extension int // the field that takes unknown members, -1 if none
}

// field is a member of a record.
type field struct {
	name     string
	at       int   // where the struct has it
	path     []int // the same, where it is in an embedded struct; else nil
	plan     *plan
	omitZero bool
}

func (f *field) of(v reflect.Value) reflect.Value {
	if f.path == nil {
		return v.Field(f.at)
	}
	return v.FieldByIndex(f.path)
}

var (
	textMarshaler   = reflect.TypeFor[encoding.TextMarshaler]()
	textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()
	rawMessage      = reflect.TypeFor[json.RawMessage]()
	zeroer          = reflect.TypeFor[interface{ IsZero() bool }]()
)

// plans remembers planFor, a pure function of the type: nobody can see whether
// it did. Without it a vendor who reads one small record would spend most of
// the time on its types.
var plans sync.Map // reflect.Type -> *plan

func planFor(t reflect.Type) *plan {
	if known, ok := plans.Load(t); ok {
		return known.(*plan) //nolint:forcetypeassert // only plans are stored
	}
	p := planner{}.plan(t)
	plans.Store(t, p)
	return p
}

// planner holds the plans that are being made, since types refer to
// themselves.
type planner map[reflect.Type]*plan

func (m planner) plan(t reflect.Type) *plan {
	if p, ok := m[t]; ok {
		return p
	}
	p := &plan{typ: t, extension: -1, isZero: reflect.PointerTo(t).Implements(zeroer) && t.Kind() != reflect.Pointer}
	m[t] = p
	switch {
	case t == rawMessage:
		p.shape = raw
	case t.Kind() == reflect.Pointer:
		p.shape, p.elem = pointer, m.plan(t.Elem())
	case reflect.PointerTo(t).Implements(textUnmarshaler) || reflect.PointerTo(t).Implements(textMarshaler):
		p.shape = word
	default:
		m.byKind(p, t)
	}
	if p.shape == none && p.problem == "" {
		p.problem = fmt.Sprintf("%s has no place in a document", t)
	}
	return p
}

func (m planner) byKind(p *plan, t reflect.Type) {
	switch t.Kind() {
	case reflect.String:
		p.shape = text
	case reflect.Bool:
		p.shape = boolean
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		p.shape = whole
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		p.shape = natural
	case reflect.Float32, reflect.Float64:
		p.shape = decimal
	case reflect.Struct:
		p.shape = record
		m.record(p)
	case reflect.Slice:
		p.elem = m.plan(t.Elem())
		if t.Elem().Kind() != reflect.Uint8 || p.elem.shape == word { // bytes have no one text form
			p.shape = list
		}
	case reflect.Map:
		p.key, p.elem = m.plan(t.Key()), m.plan(t.Elem())
		if p.key.shape == text || p.key.shape == word {
			p.shape = dict
			p.texts = p.key.shape == text && p.elem.shape == text && t.Elem().PkgPath() == "" && t.Key().PkgPath() == ""
			p.raws = p.elem.shape == raw && t.Key().PkgPath() == "" && p.key.shape == text
		}
	default: // no place in a document
	}
}

// record plans the fields of a struct, those of embedded structs among them.
func (m planner) record(p *plan) {
	p.byName = make(map[string]int)
	m.collect(p, p.typ, nil)
	for i := range p.fields {
		if p.extension < 0 && p.fields[i].plan.raws {
			p.extension = i
		}
	}
}

func (m planner) collect(p *plan, t reflect.Type, path []int) {
	for i := range t.NumField() {
		f := t.Field(i)
		tag, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		at := append(slices.Clone(path), i)
		switch {
		case tag == "-" && options == "":
		case f.Anonymous && tag == "" && f.Type.Kind() == reflect.Struct && !isWord(f.Type):
			m.collect(p, f.Type, at)
		case f.IsExported():
			m.add(p, f, tag, options, at)
		}
	}
}

func isWord(t reflect.Type) bool {
	return reflect.PointerTo(t).Implements(textUnmarshaler) || reflect.PointerTo(t).Implements(textMarshaler)
}

func (m planner) add(p *plan, f reflect.StructField, tag, options string, at []int) {
	next := field{name: tag, at: at[0], plan: m.plan(f.Type)}
	if tag == "" {
		next.name = f.Name
	}
	if len(at) > 1 {
		next.path = at
	}
	for option := range strings.SplitSeq(options, ",") {
		next.omitZero = next.omitZero || option == "omitzero"
	}
	if _, ok := p.byName[next.name]; ok {
		p.shape, p.problem = none, fmt.Sprintf("%s has two members named %q", p.typ, next.name)
		return
	}
	p.byName[next.name] = len(p.fields)
	if f.Tag.Get("doc") == "required" {
		p.required = append(p.required, len(p.fields))
	}
	p.fields = append(p.fields, next)
}

// names lists the members of a record.
func (p *plan) names() []string {
	names := make([]string, len(p.fields))
	for i := range p.fields {
		names[i] = p.fields[i].name
	}
	return names
}

// describe says in a message what a document should have for the type.
func (p *plan) describe() string {
	switch p.shape {
	case text, word:
		return "a text"
	case boolean:
		return "true or false"
	case whole, natural:
		return "a whole number"
	case decimal:
		return "a number"
	case record, dict:
		return "an object"
	case list:
		return "a list"
	case pointer:
		return p.elem.describe()
	case formed:
		return p.describeForms()
	case choice:
		return "an object with one of " + strings.Join(p.names(), ", ")
	default:
		return "a value"
	}
}
