package ismstest

import (
	"bytes"
	"fmt"
	"iter"

	"github.com/ismskit/ismskit/isms"
)

// Blobs is a Source that keeps each record as a JSON document under its
// reference, as a table of a database would. Nothing is kept decoded.
type Blobs map[isms.Ref][]byte

// NewBlobs stores every record of a System, and the System itself.
func NewBlobs(sys isms.System) (Blobs, error) {
	b := make(Blobs)
	for kind := range isms.Kinds() {
		for r, err := range sys.All(kind) {
			if err != nil {
				return nil, err
			}
			if err := b.Put(r); err != nil {
				return nil, err
			}
		}
	}
	return b, nil
}

// Put stores a record, replacing the one of its reference.
func (b Blobs) Put(r isms.Record) error {
	var buf bytes.Buffer
	if err := isms.EncodeRecord(&buf, r); err != nil {
		return fmt.Errorf("ismstest: put %s: %w", r.Ref(), err)
	}
	b[r.Ref()] = buf.Bytes()
	return nil
}

// Get decodes the record of a reference.
func (b Blobs) Get(ref isms.Ref) (isms.Record, error) {
	src, ok := b[ref]
	if !ok {
		return nil, fmt.Errorf("%w: %s", isms.ErrNotFound, ref)
	}
	r, err := isms.DecodeRecord(ref.Kind, src)
	if err != nil {
		return nil, fmt.Errorf("ismstest: get %s: %w", ref, err)
	}
	return r, nil
}

// All decodes the records of a kind, in the order of the map: none.
func (b Blobs) All(kind isms.Kind) iter.Seq2[isms.Record, error] {
	return func(yield func(isms.Record, error) bool) {
		for ref := range b {
			if ref.Kind != kind {
				continue
			}
			if r, err := b.Get(ref); !yield(r, err) || err != nil {
				return
			}
		}
	}
}

// Into decodes the records of a kind and yields those that refer to a record.
func (b Blobs) Into(to isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] {
	return func(yield func(isms.Record, error) bool) {
		for r, err := range b.All(kind) {
			if err != nil {
				yield(nil, err)
				return
			}
			if refers(r, to) && !yield(r, nil) {
				return
			}
		}
	}
}

func refers(r isms.Record, to isms.Ref) bool {
	for l := range isms.Links(r) {
		if l.To == to {
			return true
		}
	}
	return false
}
