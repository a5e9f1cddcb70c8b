package isms

import (
	"errors"
	"fmt"
	"iter"
	"maps"
)

// Source is where records are read from: a System in memory, the database of
// a product, a view. One Source is one tenant and one consistent snapshot:
// while it is read, its answers do not change. Package ismstest proves that an
// implementation does what is asked here.
type Source interface {
	// Get returns a record. The error wraps ErrNotFound if there is none.
	// SystemRef names the System itself, without its records.
	Get(ref Ref) (Record, error)
	// All returns the records of a kind, in any order. An error ends it.
	All(kind Kind) iter.Seq2[Record, error]
	// Into returns the records of a kind that hold a reference to a record,
	// each once, in any order. An error ends it.
	Into(ref Ref, kind Kind) iter.Seq2[Record, error]
}

// ErrNotFound is wrapped by the error of a Source that does not have a record.
var ErrNotFound = errors.New("isms: record not found")

func notFound(ref Ref) error { return fmt.Errorf("%w: %s", ErrNotFound, ref) }

// Get returns the record of a reference. It looks through all records of the
// kind; a View has an index.
func (s System) Get(ref Ref) (Record, error) {
	if ref == SystemRef {
		return s.header(), nil
	}
	if t, ok := tableFor(ref.Kind); ok {
		for r := range t.all(&s) {
			if r.Ref() == ref {
				return r, nil
			}
		}
	}
	return nil, notFound(ref)
}

// All returns the records of a kind in the order of the System.
func (s System) All(kind Kind) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if kind == KindSystem {
			yield(s.header(), nil)
			return
		}
		t, ok := tableFor(kind)
		if !ok {
			return
		}
		for r := range t.all(&s) {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// Into returns the records of a kind that refer to a record. It looks through
// all records of the kind; a View has an index.
func (s System) Into(ref Ref, kind Kind) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for r, err := range s.All(kind) {
			if err == nil && !refersTo(r, ref) {
				continue
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

func refersTo(r Record, ref Ref) bool {
	for l := range Links(r) {
		if l.To == ref {
			return true
		}
	}
	return false
}

// Collect reads everything a Source has into a System, kind by kind in the
// order of the Source.
func Collect(src Source) (System, error) {
	if s, ok := src.(System); ok {
		return s, nil
	}
	head, err := src.Get(SystemRef)
	if err != nil {
		return System{}, fmt.Errorf("isms: the System itself: %w", err)
	}
	sys, ok := byValue(head).(System)
	if !ok {
		return System{}, fmt.Errorf("isms: the System itself: got a %T, want a System", head)
	}
	sys = sys.header()
	for _, t := range tables {
		for r, err := range src.All(t.kind) {
			if err != nil {
				return System{}, fmt.Errorf("isms: reading %s: %w", t.member, err)
			}
			if !t.add(&sys, byValue(r)) {
				return System{}, fmt.Errorf("isms: reading %s: got a %T", t.member, r)
			}
		}
	}
	return sys, nil
}

// With lays changed records over a Source: what is read from the result is the
// Source with them added or replaced. It serves the check of a form before it
// is saved, and the question what if. The Source is not changed.
func With(src Source, changes ...Record) Source {
	o := overlay{under: src, changed: make(map[Ref]Record, len(changes))}
	for _, r := range changes {
		r = byValue(r)
		if _, again := o.changed[r.Ref()]; !again {
			o.order = append(o.order, r.Ref())
		}
		o.changed[r.Ref()] = r
	}
	return o
}

// Without leaves records out of a Source, for the question what would break.
func Without(src Source, refs ...Ref) Source {
	o := overlay{under: src, changed: make(map[Ref]Record, len(refs))}
	for _, ref := range refs {
		o.changed[ref] = nil
	}
	return o
}

// overlay is a Source with some records replaced, added or, where the record
// is nil, left out.
type overlay struct {
	under   Source
	changed map[Ref]Record
	order   []Ref
}

func (o overlay) Get(ref Ref) (Record, error) {
	if r, ok := o.changed[ref]; ok {
		if r == nil {
			return nil, notFound(ref)
		}
		return r, nil
	}
	r, err := o.under.Get(ref)
	return byValue(r), err
}

func (o overlay) All(kind Kind) iter.Seq2[Record, error] {
	return o.over(o.under.All(kind), kind, func(Record) bool { return true })
}

func (o overlay) Into(ref Ref, kind Kind) iter.Seq2[Record, error] {
	return o.over(o.under.Into(ref, kind), kind, func(r Record) bool { return refersTo(r, ref) })
}

// over replaces changed records where they stand, and appends new ones.
func (o overlay) over(under iter.Seq2[Record, error], kind Kind, want func(Record) bool) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		rest := maps.Clone(o.changed)
		for r, err := range under {
			if err != nil {
				yield(nil, err)
				return
			}
			if c, ok := rest[r.Ref()]; ok {
				delete(rest, r.Ref())
				r = c
			}
			if r != nil && want(r) && !yield(r, nil) {
				return
			}
		}
		o.append(rest, kind, want, yield)
	}
}

// append yields the changed records that were not there before.
func (o overlay) append(rest map[Ref]Record, kind Kind, want func(Record) bool, yield func(Record, error) bool) {
	for _, ref := range o.order {
		if r := rest[ref]; r != nil && ref.Kind == kind && want(r) && !yield(r, nil) {
			return
		}
	}
}
