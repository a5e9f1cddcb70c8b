package isms

import (
	"iter"
	"reflect"
)

// Link is one reference from a record to another: the field that holds it, as
// a JSON Pointer within the record, and what it names.
type Link struct {
	Path string
	To   Ref
}

// Links returns the references that a record holds, in the order of its
// fields. Trace, integrity and deletion all read them here. The methods that
// assessments name are text, not references: they may be published ones.
func Links(r Record) iter.Seq[Link] {
	return func(yield func(Link) bool) {
		done := false
		w := walk{link: func(l Link) { done = done || !yield(l) }}
		w.record(r)
	}
}

// record walks through a record.
func (w *walk) record(r Record) {
	r = byValue(r)
	if s, ok := r.(System); ok {
		r = s.header()
	}
	stepStruct(w, nil, reflect.ValueOf(r))
}
