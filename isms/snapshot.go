package isms

import (
	"iter"
	"sync"
)

// snapshot holds all records of a Source with an index, so that a record is
// found and its referrers are listed without looking through the others. It is
// a Source itself.
type snapshot struct {
	sys   System
	place map[Ref]int32 // of a record in its table; of several with one reference, the first
	into  func() map[Ref][]Ref
}

func newSnapshot(sys System) *snapshot {
	s := &snapshot{sys: sys}
	total := 0
	for _, t := range tables {
		total += t.count(&s.sys)
	}
	s.place = make(map[Ref]int32, total)
	for _, t := range tables {
		for i := range t.count(&s.sys) {
			ref := t.at(&s.sys, i).Ref()
			if _, again := s.place[ref]; !again {
				s.place[ref] = int32(i)
			}
		}
	}
	s.into = sync.OnceValue(s.referrers)
	return s
}

// referrers lists, for each record, the records that refer to it, each once,
// in the order of kinds and tables.
func (s *snapshot) referrers() map[Ref][]Ref {
	into := make(map[Ref][]Ref)
	for _, t := range tables {
		for r := range t.all(&s.sys) {
			from := r.Ref()
			for l := range Links(r) {
				if list := into[l.To]; len(list) == 0 || list[len(list)-1] != from {
					into[l.To] = append(list, from)
				}
			}
		}
	}
	return into
}

func (s *snapshot) has(ref Ref) bool {
	_, ok := s.place[ref]
	return ok
}

func (s *snapshot) Get(ref Ref) (Record, error) {
	if ref == SystemRef {
		return s.sys.header(), nil
	}
	if i, ok := s.place[ref]; ok {
		t, _ := tableFor(ref.Kind)
		return t.at(&s.sys, int(i)), nil
	}
	return nil, notFound(ref)
}

func (s *snapshot) All(kind Kind) iter.Seq2[Record, error] { return s.sys.All(kind) }

func (s *snapshot) Into(ref Ref, kind Kind) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		for _, from := range s.into()[ref] {
			if from.Kind == kind {
				r, err := s.Get(from)
				if !yield(r, err) {
					return
				}
			}
		}
	}
}

// sorted returns the System with the records of each kind in the order of
// their identifiers, so that the same records give the same results whatever
// order a Source has. The given System is not changed.
func sorted(sys System) System {
	for _, t := range tables {
		t.sort(&sys)
	}
	return sys
}
