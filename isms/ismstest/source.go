package ismstest

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/ismskit/ismskit/isms"
)

// TestSource checks an implementation of isms.Source that holds exactly the
// records of a System: every record is found and equal, none is invented,
// every kind is listed whole and once, reverse links agree with the records,
// missing records are reported as such, and a loop over records may stop at
// any point. It returns every disagreement, joined, or nil.
func TestSource(src isms.Source, want isms.System) error {
	t := tester{src: src, want: make(map[isms.Ref][]byte)}
	for kind := range isms.Kinds() {
		for r, err := range want.All(kind) {
			t.check(err, "the System of the test")
			t.want[r.Ref()] = t.encode(r)
		}
	}
	t.gets()
	for kind := range isms.Kinds() {
		t.all(kind)
	}
	t.into(want)
	t.missing()
	return errors.Join(t.errs...)
}

type tester struct {
	src  isms.Source
	want map[isms.Ref][]byte // every record, encoded
	errs []error
}

func (t *tester) errorf(format string, args ...any) {
	t.errs = append(t.errs, fmt.Errorf("ismstest: "+format, args...))
}

func (t *tester) check(err error, what string) {
	if err != nil {
		t.errorf("%s: %w", what, err)
	}
}

func (t *tester) encode(r isms.Record) []byte {
	var b bytes.Buffer
	t.check(isms.EncodeRecord(&b, r), "encode "+r.Ref().String())
	return b.Bytes()
}

// refs returns the references of the wanted records in a stable order.
func (t *tester) refs() []isms.Ref {
	return slices.SortedFunc(maps.Keys(t.want), isms.Ref.Compare)
}

func (t *tester) gets() {
	for _, ref := range t.refs() {
		r, err := t.src.Get(ref)
		if err != nil {
			t.errorf("Get(%s): got the error %w, want the record", ref, err)
			continue
		}
		t.same("Get", ref, r)
	}
}

func (t *tester) same(how string, ref isms.Ref, r isms.Record) {
	switch {
	case r == nil:
		t.errorf("%s: %s: got no record", how, ref)
	case r.Ref() != ref:
		t.errorf("%s: got %s, want %s", how, r.Ref(), ref)
	case !bytes.Equal(t.encode(r), t.want[ref]):
		t.errorf("%s: %s: got\n%s, want\n%s", how, ref, t.encode(r), t.want[ref])
	}
}

func (t *tester) all(kind isms.Kind) {
	how := fmt.Sprintf("All(%s)", kind)
	seen := t.collect(how, t.src.All(kind))
	for _, ref := range t.refs() {
		if ref.Kind == kind && !seen[ref] {
			t.errorf("%s: %s is left out", how, ref)
		}
	}
	for ref := range seen {
		if ref.Kind != kind {
			t.errorf("%s: got %s", how, ref)
		}
	}
	t.stops(how, t.src.All(kind))
}

// collect goes through records, each of which must be a wanted one, once.
func (t *tester) collect(how string, records iter.Seq2[isms.Record, error]) map[isms.Ref]bool {
	seen := make(map[isms.Ref]bool)
	for r, err := range records {
		if err != nil {
			t.errorf("%s: %w", how, err)
			return seen
		}
		if r == nil {
			t.errorf("%s: got neither a record nor an error", how)
			return seen
		}
		ref := r.Ref()
		if seen[ref] {
			t.errorf("%s: %s comes twice", how, ref)
		}
		if _, ok := t.want[ref]; !ok {
			t.errorf("%s: %s is not a record of the System", how, ref)
			continue
		}
		seen[ref] = true
		t.same(how, ref, r)
	}
	return seen
}

// stops breaks out of the loop at its first record; an implementation that
// goes on yielding panics here.
func (t *tester) stops(how string, records iter.Seq2[isms.Record, error]) {
	defer func() {
		if r := recover(); r != nil {
			t.errorf("%s: the loop went on after it was left: %v", how, r)
		}
	}()
	for _, err := range records {
		t.check(err, how)
		break
	}
}

// into compares the reverse links with the links of the records.
func (t *tester) into(sys isms.System) {
	want := t.referrers(sys)
	for _, ref := range t.refs() {
		for kind := range isms.Kinds() {
			t.intoKind(ref, kind, want[ref])
		}
	}
}

// referrers lists by their links which records refer to which.
func (t *tester) referrers(sys isms.System) map[isms.Ref]map[isms.Ref]bool {
	want := make(map[isms.Ref]map[isms.Ref]bool)
	for kind := range isms.Kinds() {
		for r, err := range sys.All(kind) {
			t.check(err, "the System of the test")
			for l := range isms.Links(r) {
				if want[l.To] == nil {
					want[l.To] = make(map[isms.Ref]bool)
				}
				want[l.To][r.Ref()] = true
			}
		}
	}
	return want
}

func (t *tester) intoKind(ref isms.Ref, kind isms.Kind, want map[isms.Ref]bool) {
	how := fmt.Sprintf("Into(%s, %s)", ref, kind)
	got := t.collect(how, t.src.Into(ref, kind))
	for from := range want {
		if from.Kind == kind && !got[from] {
			t.errorf("%s: %s is left out", how, from)
		}
	}
	for from := range got {
		if !want[from] || from.Kind != kind {
			t.errorf("%s: got %s, which does not refer to it or is of another kind", how, from)
		}
	}
}

func (t *tester) missing() {
	for kind := range isms.Kinds() {
		if kind == isms.KindSystem {
			continue
		}
		ref := isms.Ref{Kind: kind, ID: "\u2205 no such record"}
		if r, err := t.src.Get(ref); !errors.Is(err, isms.ErrNotFound) {
			t.errorf("Get(%s): got %v and the error %v, want an error that is isms.ErrNotFound", ref, r, err)
		}
	}
}
