package ismstest_test

import (
	"errors"
	"iter"
	"math/rand/v2"
	"reflect"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
)

func generate(seed uint64) isms.System {
	return ismstest.Generate(rand.New(rand.NewPCG(seed, 1)))
}

func TestGenerateValidates(t *testing.T) {
	for seed := range uint64(200) {
		require.NoError(t, isms.Validate(generate(seed), nil), "seed %d", seed)
	}
}

func TestGenerateFillsEveryField(t *testing.T) {
	filled := make(map[string]bool)
	for seed := range uint64(100) {
		mark(filled, reflect.ValueOf(generate(seed)))
	}
	names := make(map[string]bool)
	fields(names, reflect.TypeFor[isms.System]())
	for name := range names {
		require.True(t, filled[name], "no generated System has %s", name)
	}
}

// mark notes the fields of our records that are not zero.
func mark(filled map[string]bool, v reflect.Value) {
	switch v.Kind() { //nolint:exhaustive // the others hold no fields
	case reflect.Slice:
		for i := range v.Len() {
			mark(filled, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !v.Field(i).IsZero() {
				filled[v.Type().Name()+"."+f.Name] = true
				mark(filled, v.Field(i))
			}
		}
	}
}

// fields collects the names of the fields of the records of package isms.
func fields(names map[string]bool, t reflect.Type) {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || t.PkgPath() != reflect.TypeFor[isms.System]().PkgPath() {
		return
	}
	for f := range t.Fields() {
		name := t.Name() + "." + f.Name
		if f.IsExported() && !names[name] {
			names[name] = true
			fields(names, f.Type)
		}
	}
}

func TestSourcesOfTheLibrary(t *testing.T) {
	for seed := range uint64(3) {
		sys := generate(seed)
		blobs, err := ismstest.NewBlobs(sys)
		require.NoError(t, err)
		view, err := isms.At(blobs, day(t, "2026-06-30"), nil)
		require.NoError(t, err)
		require.NoError(t, ismstest.TestSource(sys, sys), "a System")
		require.NoError(t, ismstest.TestSource(blobs, sys), "blobs")
		require.NoError(t, ismstest.TestSource(view, sys), "a view")
		risk := sys.Risks[0]
		require.NoError(t, ismstest.TestSource(isms.With(isms.Without(sys, risk.Ref()), risk), sys), "an overlay")
		risk.Title = "changed"
		require.NoError(t, ismstest.TestSource(isms.With(isms.With(sys, risk), sys.Risks[0]), sys), "an overlay of an overlay")
	}
}

func day(t *testing.T, s string) isms.Date {
	t.Helper()
	d, err := isms.ParseDate(s)
	require.NoError(t, err)
	return d
}

// broken is a Source with one thing wrong.
type broken struct {
	isms.Source
	get  func(isms.Ref) (isms.Record, error)
	all  func(isms.Kind) iter.Seq2[isms.Record, error]
	into func(isms.Ref, isms.Kind) iter.Seq2[isms.Record, error]
}

func (b broken) Get(ref isms.Ref) (isms.Record, error) {
	if b.get != nil {
		return b.get(ref)
	}
	return b.Source.Get(ref)
}

func (b broken) All(kind isms.Kind) iter.Seq2[isms.Record, error] {
	if b.all != nil {
		return b.all(kind)
	}
	return b.Source.All(kind)
}

func (b broken) Into(ref isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] {
	if b.into != nil {
		return b.into(ref, kind)
	}
	return b.Source.Into(ref, kind)
}

// times yields each record so many times, and goes on even where the loop was
// left if it may not stop.
func times(n int, stops bool, records iter.Seq2[isms.Record, error]) iter.Seq2[isms.Record, error] {
	return func(yield func(isms.Record, error) bool) {
		for r, err := range records {
			for range n {
				if !yield(r, err) && stops {
					return
				}
			}
		}
	}
}

// risks yields one answer for the risks, and what the Source has for the other
// kinds.
func risks(src isms.Source, r isms.Record, err error) func(isms.Kind) iter.Seq2[isms.Record, error] {
	return func(asked isms.Kind) iter.Seq2[isms.Record, error] {
		if asked != isms.KindRisk {
			return src.All(asked)
		}
		return func(yield func(isms.Record, error) bool) { yield(r, err) }
	}
}

func TestSourceFindsWhatIsWrong(t *testing.T) {
	sys := generate(3)
	nothing := func(func(isms.Record, error) bool) {}
	fire := errors.New("the disk is on fire")
	renamed := sys.Risks[0]
	renamed.Title += "!"
	cases := map[string]struct {
		src  broken
		want string
	}{
		"a missing record is not reported as such": {broken{get: func(ref isms.Ref) (isms.Record, error) {
			if r, err := sys.Get(ref); err == nil {
				return r, nil
			}
			return nil, errors.New("no rows")
		}}, "want an error that is isms.ErrNotFound"},
		"a record is another one": {broken{get: func(ref isms.Ref) (isms.Record, error) {
			if ref.Kind == isms.KindRisk {
				return sys.Risks[0], nil
			}
			return sys.Get(ref)
		}}, "Get: got risk/risk/0 é, want risk/risk/1 é"},
		"a record has changed": {broken{get: func(ref isms.Ref) (isms.Record, error) {
			if ref == renamed.Ref() {
				return renamed, nil
			}
			return sys.Get(ref)
		}}, "Get: risk/risk/0 é: got\n{"},
		"a record is none": {broken{get: func(ref isms.Ref) (isms.Record, error) {
			if ref == renamed.Ref() {
				return nil, nil //nolint:nilnil // what is wrong
			}
			return sys.Get(ref)
		}}, "Get: risk/risk/0 é: got no record"},
		"a record cannot be read":  {broken{get: func(isms.Ref) (isms.Record, error) { return nil, fire }}, "got the error the disk is on fire, want the record"},
		"a kind is empty":          {broken{all: func(isms.Kind) iter.Seq2[isms.Record, error] { return nothing }}, "All(control): control/A.5.17 is left out"},
		"a record comes twice":     {broken{all: func(kind isms.Kind) iter.Seq2[isms.Record, error] { return times(2, true, sys.All(kind)) }}, "All(risk): risk/risk/0 é comes twice"},
		"the loop cannot be left":  {broken{all: func(kind isms.Kind) iter.Seq2[isms.Record, error] { return times(2, false, sys.All(kind)) }}, "the loop went on after it was left"},
		"reading fails":            {broken{all: risks(sys, nil, fire)}, "All(risk): the disk is on fire"},
		"neither record nor error": {broken{all: risks(sys, nil, nil)}, "All(risk): got neither a record nor an error"},
		"a record nobody put in":   {broken{all: risks(sys, isms.Risk{ID: "R-404"}, nil)}, "All(risk): risk/R-404 is not a record of the System"},
		"a record of another kind": {broken{all: risks(sys, sys.Roles[0], nil)}, "All(risk): got role/role/0 é"},
		"no reverse links":         {broken{into: func(isms.Ref, isms.Kind) iter.Seq2[isms.Record, error] { return nothing }}, "is left out"},
		"reverse links to all":     {broken{into: func(_ isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] { return sys.All(kind) }}, "which does not refer to it"},
		"reverse links of a kind":  {broken{into: func(ref isms.Ref, _ isms.Kind) iter.Seq2[isms.Record, error] { return sys.Into(ref, isms.KindRisk) }}, "or is of another kind"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			c.src.Source = sys
			require.ErrorContains(t, ismstest.TestSource(c.src, sys), c.want)
		})
	}
}

func TestBlobs(t *testing.T) {
	sys := generate(3)
	blobs, err := ismstest.NewBlobs(sys)
	require.NoError(t, err)

	sys.Treatments[0].Option = 99
	require.ErrorContains(t, blobs.Put(sys.Treatments[0]), "ismstest: put treatment/treatment/0 é: ")
	_, err = ismstest.NewBlobs(sys)
	require.ErrorContains(t, err, "got the number 99")

	ref := sys.Risks[0].Ref()
	blobs[ref] = []byte(`{"id": 5}`)
	_, err = blobs.Get(ref)
	require.ErrorContains(t, err, "ismstest: get risk/risk/0 é: 1:8: /id")
	_, err = isms.Collect(blobs)
	require.ErrorContains(t, err, "1:8: /id", "what cannot be read ends the reading")
	for r, err := range blobs.Into(sys.Risks[0].Ref(), isms.KindRisk) {
		if err != nil {
			require.Nil(t, r)
			return
		}
	}
	t.Fatal("a record that cannot be read may refer to it")
}
