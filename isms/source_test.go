package isms_test

import (
	"errors"
	"iter"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
)

func TestGetOfASystem(t *testing.T) {
	sys := small(t)
	r, err := sys.Get(isms.Ref{Kind: isms.KindRisk, ID: "R-1"})
	require.NoError(t, err)
	require.Equal(t, sys.Risks[0], r)
	head, err := sys.Get(isms.SystemRef)
	require.NoError(t, err)
	require.Equal(t, isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion, Title: "Acme", Currency: "EUR", X: sys.X}, head)
	for _, ref := range []isms.Ref{{}, {Kind: isms.KindRisk, ID: "R-9"}, {Kind: isms.KindRisk}, {Kind: 99, ID: "R-1"}, {Kind: isms.KindSystem, ID: "acme"}} {
		_, err := sys.Get(ref)
		require.ErrorIs(t, err, isms.ErrNotFound, "%v", ref)
	}
	for r, err := range sys.All(99) {
		t.Fatal("a kind that is none has no records", r, err)
	}
}

// changes are some records of a System changed, some left out, and some new.
func changes(r *rand.Rand, sys isms.System) (with []isms.Record, without []isms.Ref) {
	for kind := range isms.Kinds() {
		for rec, err := range sys.All(kind) {
			if err != nil {
				panic(err) // a System has none
			}
			switch n := r.IntN(6); {
			case n == 0:
				with = append(with, retitled(rec))
			case n == 1 && kind != isms.KindSystem:
				without = append(without, rec.Ref())
			}
		}
	}
	return append(with, isms.Risk{ID: "new", PartOf: sys.Risks[0].ID}, isms.Person{ID: "new"}), without
}

// retitled changes a record of some kinds; it refers to others than before.
func retitled(r isms.Record) isms.Record {
	switch r := r.(type) {
	case isms.System:
		r.Title = "retitled"
		return r
	case isms.Risk:
		r.Title, r.Assets, r.Owners = "retitled", nil, nil
		return r
	case isms.Control:
		r.Title, r.Owner = "retitled", isms.Party{Kind: isms.KindPerson, ID: "new"}
		return r
	}
	return r
}

// rebuilt is the System that an overlay should look like.
func rebuilt(t *testing.T, sys isms.System, with []isms.Record, without []isms.Ref) isms.System {
	t.Helper()
	blobs, err := ismstest.NewBlobs(sys)
	require.NoError(t, err)
	for _, r := range with {
		require.NoError(t, blobs.Put(r))
	}
	for _, ref := range without {
		delete(blobs, ref)
	}
	got, err := isms.Collect(blobs)
	require.NoError(t, err)
	return got
}

// TestOverlays: a Source with records changed, added and left out is the
// Source of a System that was built that way.
func TestOverlays(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 21))
		sys := ismstest.Generate(r)
		with, without := changes(r, sys)
		want := rebuilt(t, sys, with, without)
		over := isms.With(isms.Without(sys, without...), with...)
		require.NoError(t, ismstest.TestSource(over, want), "seed %d", seed)
		require.Equal(t, text(isms.Validate(want, nil)), text(isms.Validate(over, nil)), "seed %d", seed)
		require.NoError(t, isms.Validate(sys, nil), "what lies under it is not changed")
	}
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestWith(t *testing.T) {
	sys := small(t)
	first, last := isms.Risk{ID: "R-1", Title: "first"}, isms.Risk{ID: "R-1", Title: "last"}
	got, err := isms.With(sys, first, last).Get(first.Ref())
	require.NoError(t, err)
	require.Equal(t, last, got, "of two changes of one record the last holds")
	for _, src := range []isms.Source{isms.With(sys, first, last), isms.With(isms.With(sys, first), last)} {
		collected, err := isms.Collect(src)
		require.NoError(t, err)
		require.Equal(t, []isms.Risk{last, sys.Risks[1]}, collected.Risks, "where it stood")
	}
	system := sys
	system.Title = "Renamed"
	collected, err := isms.Collect(isms.With(sys, system))
	require.NoError(t, err)
	require.Equal(t, "Renamed", collected.Title)
	require.Len(t, collected.Risks, 2)

	gone := isms.Without(sys, first.Ref())
	_, err = gone.Get(first.Ref())
	require.ErrorIs(t, err, isms.ErrNotFound)
	got, err = isms.With(gone, last).Get(first.Ref())
	require.NoError(t, err)
	require.Equal(t, last, got, "it was left out, and came back")
}

// pointing is a Source that hands out pointers, as one does that scans rows
// into structs.
type pointing struct{ isms.Source }

func (p pointing) Get(ref isms.Ref) (isms.Record, error) {
	r, err := p.Source.Get(ref)
	return pointer(r), err
}

func (p pointing) All(kind isms.Kind) iter.Seq2[isms.Record, error] {
	return pointers(p.Source.All(kind))
}

func (p pointing) Into(ref isms.Ref, kind isms.Kind) iter.Seq2[isms.Record, error] {
	return pointers(p.Source.Into(ref, kind))
}

func pointers(records iter.Seq2[isms.Record, error]) iter.Seq2[isms.Record, error] {
	return func(yield func(isms.Record, error) bool) {
		for r, err := range records {
			if !yield(pointer(r), err) {
				return
			}
		}
	}
}

// pointer returns a pointer to a record of the kinds that the tests look at.
func pointer(r isms.Record) isms.Record {
	switch r := r.(type) {
	case isms.System:
		return &r
	case isms.Risk:
		return &r
	case isms.RiskMethod:
		return &r
	case isms.ClassificationScheme:
		return &r
	case isms.Person:
		return &r
	}
	return r
}

// TestPointersAreTakenForRecords: *isms.Risk is an isms.Record too, since Go
// gives it the methods of isms.Risk. Nothing of it gets lost.
func TestPointersAreTakenForRecords(t *testing.T) {
	for seed := range uint64(5) {
		sys := generated(seed)
		src := pointing{sys}
		require.NoError(t, ismstest.TestSource(src, sys))
		at := date(t, "2026-06-30")
		same(t, derived(t, sys, at), derived(t, src, at), "seed %d", seed)
		same(t, derived(t, sys, at), derived(t, isms.With(src, &sys.Risks[0]), at), "seed %d", seed)

		spoiled := sys.Risks[0]
		spoiled.PartOf, spoiled.Title = spoiled.ID, "\xff"
		want := isms.ValidateRecord(sys, spoiled, nil)
		require.Len(t, problems(t, want), 2)
		require.Equal(t, want, isms.ValidateRecord(src, &spoiled, nil))
	}
	require.Equal(t, "Jo", isms.TitleOf(&isms.Person{ID: "jo", Name: "Jo"}))
	require.Empty(t, isms.TitleOf(isms.Acceptance{ID: "A-1"}))
	require.Empty(t, isms.TitleOf(nil))
}

// faulty is a Source of which one answer is another.
type faulty struct {
	isms.Source
	get func(isms.Ref) (isms.Record, error)
	all func(isms.Kind) iter.Seq2[isms.Record, error]
}

func (f faulty) Get(ref isms.Ref) (isms.Record, error) {
	if f.get != nil {
		return f.get(ref)
	}
	return f.Source.Get(ref)
}

func (f faulty) All(kind isms.Kind) iter.Seq2[isms.Record, error] {
	if f.all != nil {
		return f.all(kind)
	}
	return f.Source.All(kind)
}

func TestCollectTrustsNoSource(t *testing.T) {
	sys := small(t)
	records := func(kind isms.Kind, r isms.Record, err error) func(isms.Kind) iter.Seq2[isms.Record, error] {
		return func(asked isms.Kind) iter.Seq2[isms.Record, error] {
			return func(yield func(isms.Record, error) bool) {
				if asked == kind {
					yield(r, err)
				}
			}
		}
	}
	for name, c := range map[string]struct {
		src  faulty
		want string
	}{
		"the System is something else": {faulty{get: func(isms.Ref) (isms.Record, error) { return isms.Risk{}, nil }}, "isms: the System itself: got a isms.Risk, want a System"},
		"there is no System":           {faulty{get: func(isms.Ref) (isms.Record, error) { return nil, isms.ErrNotFound }}, "isms: the System itself: isms: record not found"},
		"a record of another kind":     {faulty{all: records(isms.KindRisk, isms.Person{}, nil)}, "isms: reading risks: got a isms.Person"},
		"more than a record":           {faulty{all: records(isms.KindRisk, struct{ isms.Risk }{}, nil)}, "isms: reading risks: got a struct { isms.Risk }"},
		"neither record nor error":     {faulty{all: records(isms.KindRisk, nil, nil)}, "isms: reading risks: got a <nil>"},
		"a row that cannot be read":    {faulty{all: records(isms.KindControl, nil, errDisk)}, "isms: reading controls: the disk is on fire"},
	} {
		t.Run(name, func(t *testing.T) {
			c.src.Source = sys
			_, err := isms.Collect(c.src)
			require.EqualError(t, err, c.want)
			_, err = isms.At(c.src, date(t, "2026-11-21"), nil)
			require.EqualError(t, err, c.want)
			require.EqualError(t, isms.Validate(c.src, nil), c.want)
		})
	}
}

// TestErrorsPassThroughOverlays: an overlay reports what goes wrong below it.
func TestErrorsPassThroughOverlays(t *testing.T) {
	broken := faulty{Source: small(t), all: func(isms.Kind) iter.Seq2[isms.Record, error] {
		return func(yield func(isms.Record, error) bool) { yield(nil, errDisk) }
	}}
	var got error
	for r, err := range isms.With(broken, isms.Risk{ID: "new"}).All(isms.KindRisk) {
		require.Nil(t, r)
		got = errors.Join(got, err)
	}
	require.ErrorIs(t, got, errDisk)
	for r, err := range isms.With(small(t), isms.Risk{ID: "R-1"}, isms.Risk{ID: "new"}).All(isms.KindRisk) {
		require.NoError(t, err)
		require.Equal(t, "risk/R-1", r.Ref().String())
		break // the loop may be left
	}
}
