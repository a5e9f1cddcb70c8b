package doc

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
)

// Options of Decode. The zero value is strict.
type Options struct {
	// KeepUnknown keeps members that a record does not have, instead of
	// reporting them: as "unknown/<name>" in the record's extension member,
	// its first field of type map[string]json.RawMessage. A record without
	// one still reports them.
	KeepUnknown bool
	// MaxFaults bounds how many faults are collected; one more then says that
	// there are others. 0 means 1000.
	MaxFaults int
	// Forms are of the types that do not stand as their Go form does; nil is
	// none.
	Forms *Forms
}

// Decode fills into, a non-nil pointer, from the tree, and returns every
// fault in the order of the document. If it returns any, what it filled is
// not to be used. What the document does not mention is left as it was.
//
// Texts share the memory of the source that was parsed, so one of them keeps
// all of it.
func Decode(root *Node, into any, opt Options) []Fault {
	v := reflect.ValueOf(into)
	d := decoder{opt: opt}
	if v.Kind() != reflect.Pointer || v.IsNil() {
		return []Fault{{Code: CodeTarget, Message: fmt.Sprintf("doc: decode: got %T, want a pointer to fill", into)}}
	}
	if root == nil {
		return []Fault{{Code: CodeTarget, Message: "doc: decode: got no tree, want one that was parsed"}}
	}
	d.enter(root)
	d.value(root, v.Elem(), opt.Forms.planFor(v.Type().Elem()))
	return d.faults
}

// decoder walks the tree and the Go value side by side.
type decoder struct {
	opt     Options
	path    []*Node // from the root to the node at hand, for the pointers of faults
	scratch []byte
	faults  []Fault
	full    bool
}

// value fills v from n. A node that the parser could not read has had its
// fault.
func (d *decoder) value(n *Node, v reflect.Value, p *plan) {
	switch {
	case d.full || n.Kind == Invalid:
	case p.shape == raw:
		v.SetBytes(AppendCompact(nil, n))
	case n.Kind == Null:
		d.null(n, p)
	case p.shape == pointer:
		d.pointer(n, v, p)
	case p.shape == record:
		d.record(n, v, p)
	case p.shape == list:
		d.list(n, v, p)
	case p.shape == dict:
		d.dict(n, v, p)
	case p.shape == formed:
		d.formed(n, v, p)
	case p.shape == choice:
		d.choice(n, v, p)
	case p.shape == none:
		d.report(n, Fault{Code: CodeTarget, Message: "doc: decode: " + p.problem})
	default:
		d.scalar(n, v, p)
	}
}

func (d *decoder) pointer(n *Node, v reflect.Value, p *plan) {
	if v.IsNil() {
		v.Set(reflect.New(p.elem.typ))
	}
	d.value(n, v.Elem(), p.elem)
}

func (d *decoder) record(n *Node, v reflect.Value, p *plan) {
	if n.Kind != Object {
		d.kind(n, p)
		return
	}
	for _, i := range p.required {
		if n.Member(p.fields[i].name) == nil {
			d.missing(n, p.fields[i].name)
		}
	}
	next, unknown := 0, false
	for i := range n.Items {
		m := &n.Items[i]
		at := p.find(m.Name, next)
		if at < 0 {
			unknown = true
			d.unknown(m, p)
			continue
		}
		next = at + 1
		f := &p.fields[at]
		d.enter(m)
		d.value(m, f.of(v), f.plan)
		d.leave()
	}
	if unknown && d.keeps(p) {
		d.keep(n, v, p)
	}
}

// find returns the field of a name, -1 if there is none. Documents mostly
// follow the order of the struct, so the next few fields are tried first.
func (p *plan) find(name string, next int) int {
	const tries = 4
	for i := next; i < len(p.fields) && i < next+tries; i++ {
		if p.fields[i].name == name {
			return i
		}
	}
	if i, ok := p.byName[name]; ok {
		return i
	}
	return -1
}

func (d *decoder) list(n *Node, v reflect.Value, p *plan) {
	if n.Kind != Array {
		d.kind(n, p)
		return
	}
	v.Set(reflect.MakeSlice(p.typ, len(n.Items), len(n.Items)))
	for i := range n.Items {
		d.enter(&n.Items[i])
		d.value(&n.Items[i], v.Index(i), p.elem)
		d.leave()
	}
}

func (d *decoder) dict(n *Node, v reflect.Value, p *plan) {
	if n.Kind != Object {
		d.kind(n, p)
		return
	}
	if p.texts && d.texts(n, v) {
		return
	}
	v.Set(reflect.MakeMapWithSize(p.typ, len(n.Items)))
	for i := range n.Items {
		m := &n.Items[i]
		key, elem := reflect.New(p.key.typ).Elem(), reflect.New(p.elem.typ).Elem()
		d.enter(m)
		if d.key(m, key, p.key, v) {
			d.value(m, elem, p.elem)
			v.SetMapIndex(key, elem)
		}
		d.leave()
	}
}

// texts is dict for the commonest of maps, and only where nothing is wrong.
func (d *decoder) texts(n *Node, v reflect.Value) bool {
	m := make(map[string]string, len(n.Items))
	for i := range n.Items {
		item := &n.Items[i]
		if item.Kind != Text && (!item.Plain || item.Kind == Null) {
			return false
		}
		m[item.Name] = item.Text
	}
	v.Set(reflect.ValueOf(m).Convert(v.Type()))
	return true
}

// key fills the key of a map from the name of its member. Two names may be
// one key: "5.1" and "A.5.1".
func (d *decoder) key(m *Node, key reflect.Value, p *plan, into reflect.Value) bool {
	name := Node{Kind: Text, Text: m.Name, Line: m.NameLine, Column: m.NameColumn}
	before := len(d.faults)
	d.scalar(&name, key, p)
	if len(d.faults) > before || d.full {
		return false
	}
	if into.MapIndex(key).IsValid() {
		d.report(&name, Fault{
			Code: CodeDuplicate, Message: fmt.Sprintf("%s means the same as a member before it", quote(m.Name)),
			Found: quote(m.Name), Expected: "each name once", Hint: "keep one of the two",
		})
		return false
	}
	return true
}

// keeps reports whether unknown members of the record are kept.
func (d *decoder) keeps(p *plan) bool { return d.opt.KeepUnknown && p.extension >= 0 }

// UnknownPrefix begins the names under which unknown members are kept.
const UnknownPrefix = "unknown/"

// keep puts the unknown members of the record into its extension member.
func (d *decoder) keep(n *Node, v reflect.Value, p *plan) {
	at := p.fields[p.extension].of(v)
	if at.IsNil() {
		at.Set(reflect.MakeMap(at.Type()))
	}
	for i := range n.Items {
		m := &n.Items[i]
		if _, ok := p.byName[m.Name]; ok {
			continue
		}
		key := reflect.ValueOf(UnknownPrefix + m.Name).Convert(at.Type().Key())
		if at.MapIndex(key).IsValid() {
			d.conflict(m)
			continue
		}
		at.SetMapIndex(key, reflect.ValueOf(json.RawMessage(AppendCompact(nil, m))))
	}
}

func (d *decoder) enter(n *Node) { d.path = append(d.path, n) }

func (d *decoder) leave() { d.path = d.path[:len(d.path)-1] }

// here is the pointer of the node at hand.
func (d *decoder) here() string {
	path := ""
	for i, n := range d.path[1:] {
		parent := d.path[i]
		if len(path)+len(n.Name) > longestPath {
			break
		}
		if parent.Kind == Object {
			path = Join(path, n.Name)
			continue
		}
		for j := range parent.Items {
			if &parent.Items[j] == n {
				path = Join(path, strconv.Itoa(j))
				break
			}
		}
	}
	return path
}
