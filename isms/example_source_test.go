package isms_test

import (
	"fmt"
	"iter"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk/methods"
)

// table is a store that keeps its records in a map. A store in a database
// answers the three questions by queries; package ismstest tests either.
type table map[isms.Ref]isms.Record

func (t table) Get(ref isms.Ref) (isms.Record, error) {
	r, ok := t[ref]
	if !ok {
		return nil, fmt.Errorf("table: %w: %s", isms.ErrNotFound, ref)
	}
	return r, nil
}

func (t table) All(kind isms.Kind) iter.Seq2[isms.Record, error] {
	return t.where(func(r isms.Record) bool { return r.Ref().Kind == kind })
}

func (t table) Into(ref isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] {
	return t.where(func(r isms.Record) bool {
		for link := range isms.Links(r) {
			if link.To == ref {
				return r.Ref().Kind == kind
			}
		}
		return false
	})
}

func (t table) where(want func(isms.Record) bool) iter.Seq2[isms.Record, error] {
	return func(yield func(isms.Record, error) bool) {
		for _, r := range t {
			if want(r) && !yield(r, nil) {
				return
			}
		}
	}
}

// A product implements Source over its own store, and converts nothing.
func ExampleSource() {
	sys := isms.System{ID: "tenant-7", SchemaVersion: isms.SchemaVersion, Title: "Acme"}
	ransomware := isms.Risk{ID: "1017", Title: "Ransomware"}
	store := table{sys.Ref(): sys, ransomware.Ref(): ransomware}

	sys.Risks = []isms.Risk{ransomware}
	fmt.Println(ismstest.TestSource(store, sys))
	view, err := isms.At(store, on("2026-11-21"), methods.All())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(view.Title(ransomware.Ref()))
	// Output:
	// <nil>
	// Ransomware
}
