package doc

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
)

// Forms says of some types how they stand in documents. It is made once, by
// [FormsOf], and is then safe for concurrent use.
type Forms struct {
	list  []Form
	plans sync.Map // reflect.Type -> *plan, as of the types without forms
}

// FormsOf returns the forms of some types. Of several for one type, the first
// come first.
func FormsOf(list ...Form) *Forms { return &Forms{list: list} }

// Form says how a type stands in documents for which its Go form has no place:
// an interface, or a value that has a shorter form than its fields.
type Form struct {
	of, as reflect.Type
	read   func(from, into reflect.Value)
	write  func(v reflect.Value) (any, bool)
	cases  []Case
}

// As is the form of a type T that stands as an H does. Of several forms of one
// T the first is read that the value in the document fits: a number, a text, a
// list or an object. Written is the first whose write says that it will do.
func As[T, H any](read func(H) T, write func(T) (H, bool)) Form {
	return Form{
		of: reflect.TypeFor[T](), as: reflect.TypeFor[H](),
		read: func(from, into reflect.Value) {
			*into.Addr().Interface().(*T) = read(*from.Addr().Interface().(*H)) //nolint:forcetypeassert // they are of these types
		},
		write: func(v reflect.Value) (any, bool) {
			return write(*v.Addr().Interface().(*T)) //nolint:forcetypeassert // it is of this type
		},
	}
}

// OneOf is the form of an interface T that stands as an object with one member,
// whose name says what it holds.
func OneOf[T any](cases ...Case) Form { return Form{of: reflect.TypeFor[T](), cases: cases} }

// Case is one of the types that an interface holds, with its name.
type Case struct {
	name string
	typ  reflect.Type
}

// Named is the case of a C.
func Named[C any](name string) Case { return Case{name, reflect.TypeFor[C]()} }

// alternative is a form with the plan of what the type stands as.
type alternative struct {
	Form
	plan *plan
}

// planFor is the function of that name where some types have forms; there may be
// none.
func (forms *Forms) planFor(t reflect.Type) *plan {
	if forms == nil {
		return planFor(t)
	}
	if known, ok := forms.plans.Load(t); ok {
		return known.(*plan) //nolint:forcetypeassert // only plans are stored
	}
	p := forms.plan(t)
	forms.plans.Store(t, p)
	return p
}

func (forms *Forms) plan(t reflect.Type) *plan {
	m := planner{}
	for _, f := range forms.list {
		if m[f.of] == nil {
			m[f.of] = &plan{typ: f.of, shape: formed, extension: -1}
		}
	}
	for _, f := range forms.list {
		p := m[f.of]
		if f.cases == nil {
			p.forms = append(p.forms, alternative{f, m.plan(f.as)})
			continue
		}
		p.shape, p.byName = choice, make(map[string]int)
		for _, c := range f.cases {
			p.byName[c.name] = len(p.fields)
			p.fields = append(p.fields, field{name: c.name, plan: m.plan(c.typ)})
		}
	}
	return m.plan(t)
}

// fits tells whether a value in a document is of the shape.
func (p *plan) fits(n *Node) bool {
	switch p.shape {
	case text, word:
		_, ok := n.typed()
		return ok
	case boolean:
		return n.Kind == Bool
	case whole, natural, decimal:
		return n.Kind == Number
	case list:
		return n.Kind == Array
	case record, dict, choice:
		return n.Kind == Object
	case pointer:
		return p.elem.fits(n)
	default:
		return p.shape == raw
	}
}

// describeForms says what a document may have for a type with several forms.
func (p *plan) describeForms() string {
	if len(p.forms) == 1 {
		return p.forms[0].plan.describe()
	}
	words := make([]string, len(p.forms))
	for i, f := range p.forms {
		words[i] = f.plan.describe()
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// formed fills v, a type with forms, by the first that fits.
func (d *decoder) formed(n *Node, v reflect.Value, p *plan) {
	for _, f := range p.forms {
		if f.plan.fits(n) {
			as := reflect.New(f.as).Elem()
			d.value(n, as, f.plan)
			f.read(as, v)
			return
		}
	}
	d.kind(n, p)
}

// choice fills v, an interface, with what the one member of n is.
func (d *decoder) choice(n *Node, v reflect.Value, p *plan) {
	if n.Kind != Object {
		d.kind(n, p)
		return
	}
	if len(n.Items) != 1 {
		found, want := fmt.Sprintf("an object with %d members", len(n.Items)), p.describe()
		d.report(n, Fault{Code: CodeKind, Message: fmt.Sprintf("got %s, want %s", found, want), Found: found, Expected: want})
		return
	}
	m := &n.Items[0]
	i, ok := p.byName[m.Name]
	if !ok {
		d.unknown(m, p)
		return
	}
	d.enter(m)
	held := reflect.New(p.fields[i].plan.typ).Elem()
	d.value(m, held, p.fields[i].plan)
	v.Set(held)
	d.leave()
}

// formed writes v by the first form that will do.
func (e *encoder) formed(v reflect.Value, p *plan) error {
	for _, f := range p.forms {
		if as, ok := f.write(v); ok {
			return e.value(addressable(reflect.ValueOf(as)), f.plan)
		}
	}
	return e.errorf("got a %s that no form of it will do for", p.typ)
}

// choice writes an interface as an object with one member.
func (e *encoder) choice(v reflect.Value, p *plan) error {
	for i := range p.fields {
		f := &p.fields[i]
		if v.IsNil() || v.Elem().Type() != f.plan.typ {
			continue
		}
		e.b.Open(Object)
		e.b.Add()
		e.b.Name(f.name)
		if err := e.value(addressable(v.Elem()), f.plan); err != nil {
			return err
		}
		e.b.Close()
		return nil
	}
	if v.IsNil() {
		return e.errorf("got no %s, want one of %s", p.typ, strings.Join(p.names(), ", "))
	}
	return e.errorf("got a %s, want one of %s", v.Elem().Type(), strings.Join(p.names(), ", "))
}
