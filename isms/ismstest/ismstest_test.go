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
	for name := range fields(reflect.TypeFor[isms.System](), make(map[reflect.Type]bool)) {
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

// fields yields the fields of the records of package isms.
func fields(t reflect.Type, seen map[reflect.Type]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		if t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] || t.PkgPath() != reflect.TypeFor[isms.System]().PkgPath() {
			return
		}
		seen[t] = true
		for f := range t.Fields() {
			f := f
			if !f.IsExported() {
				continue
			}
			if !yield(t.Name() + "." + f.Name) {
				return
			}
			for name := range fields(f.Type, seen) {
				if !yield(name) {
					return
				}
			}
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

func TestSourceFindsWhatIsWrong(t *testing.T) {
	sys := generate(3)
	none := func(func(isms.Record, error) bool) {}
	failing := func(yield func(isms.Record, error) bool) { yield(nil, errors.New("the disk is on fire")) }
	cases := map[string]broken{
		"a missing record is not reported as such": {get: func(ref isms.Ref) (isms.Record, error) {
			r, err := sys.Get(ref)
			if err != nil {
				return nil, errors.New("no rows")
			}
			return r, nil
		}},
		"a record is another one": {get: func(ref isms.Ref) (isms.Record, error) {
			if ref.Kind == isms.KindRisk {
				return sys.Risks[0], nil
			}
			return sys.Get(ref)
		}},
		"a record has changed": {get: func(ref isms.Ref) (isms.Record, error) {
			r, err := sys.Get(ref)
			if risk, ok := r.(isms.Risk); ok {
				risk.Title += "!"
				return risk, nil
			}
			return r, err
		}},
		"a kind is empty": {all: func(kind isms.Kind) iter.Seq2[isms.Record, error] {
			if kind == isms.KindControl {
				return none
			}
			return sys.All(kind)
		}},
		"a record comes twice": {all: func(kind isms.Kind) iter.Seq2[isms.Record, error] {
			return func(yield func(isms.Record, error) bool) {
				for r, err := range sys.All(kind) {
					for range 2 {
						if !yield(r, err) {
							return
						}
					}
				}
			}
		}},
		"the loop cannot be left": {all: func(kind isms.Kind) iter.Seq2[isms.Record, error] {
			return func(yield func(isms.Record, error) bool) {
				for r, err := range sys.All(kind) {
					yield(r, err)
					yield(r, err)
				}
			}
		}},
		"reading fails":           {all: func(isms.Kind) iter.Seq2[isms.Record, error] { return failing }},
		"no reverse links":        {into: func(isms.Ref, isms.Kind) iter.Seq2[isms.Record, error] { return none }},
		"reverse links to all":    {into: func(_ isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] { return sys.All(kind) }},
		"reverse links of a kind": {into: func(ref isms.Ref, _ isms.Kind) iter.Seq2[isms.Record, error] { return sys.Into(ref, isms.KindRisk) }},
	}
	for name, src := range cases {
		t.Run(name, func(t *testing.T) {
			src.Source = sys
			require.Error(t, ismstest.TestSource(src, sys))
		})
	}
}
