package isms_test

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
)

// history is a generated System with some more of every dated fact that it
// has.
func history(r *rand.Rand) isms.System {
	sys := ismstest.Generate(r)
	eachFacts(reflect.ValueOf(&sys).Elem(), func(list reflect.Value) {
		for i := range 2 + r.IntN(3) {
			fact := reflect.New(list.Type().Elem()).Elem()
			fact.Set(list.Index(r.IntN(list.Len())))
			vary(r, fact, i)
			list.Set(reflect.Append(list, fact))
		}
	})
	return sys
}

// eachFacts visits every list of dated facts, but for lists within facts.
func eachFacts(v reflect.Value, visit func(list reflect.Value)) {
	switch v.Kind() { //nolint:exhaustive // the others hold no facts
	case reflect.Slice:
		isRecord := v.Type().Elem().Implements(reflect.TypeFor[isms.Record]())
		if v.Len() > 0 && !isRecord && dayOf(v.Index(0)).IsValid() {
			visit(v)
			return
		}
		for i := range v.Len() {
			eachFacts(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachFacts(v.Field(i), visit)
			}
		}
	}
}

// dayOf is the day from which a fact holds, settable; not valid where it is no
// dated fact.
func dayOf(fact reflect.Value) reflect.Value {
	if fact.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	for _, name := range []string{"Since", "From", "Decision", "Approval", "On"} {
		f := fact.FieldByName(name)
		if !f.IsValid() {
			continue
		}
		if f.Type() == reflect.TypeFor[isms.Decision]() {
			f = f.FieldByName("On")
		}
		if f.Type() == reflect.TypeFor[isms.Date]() {
			return f
		}
	}
	return reflect.Value{}
}

func day(v reflect.Value) isms.Date {
	return v.Interface().(isms.Date) //nolint:forcetypeassert // dayOf looked
}

// vary makes another fact of a copy of one.
func vary(r *rand.Rand, fact reflect.Value, n int) {
	on, _ := isms.NewDate(2024+r.IntN(4), 1+r.IntN(12), 1+r.IntN(28))
	dayOf(fact).Set(reflect.ValueOf(on))
	for _, f := range fact.Fields() {
		if f.Kind() == reflect.Uint8 {
			f.SetUint(uint64(1 + r.IntN(2))) // each has two words
		}
	}
	if until := fact.FieldByName("Until"); until.IsValid() && day(until).Before(on) {
		until.SetZero()
	}
	if number := fact.FieldByName("Number"); number.IsValid() {
		number.SetString(number.String() + "." + strconv.Itoa(n))
	}
}

// days are the days on which something may begin or end, in order: every day
// that is recorded, the day after the last one of whatever ends, and the day
// after one that follows from a cadence or an interval of review.
func days(sys isms.System) []isms.Date {
	seen := make(map[isms.Date]bool)
	note(seen, "", reflect.ValueOf(sys))
	for _, d := range sys.Documents {
		for _, v := range d.Versions {
			seen[d.ReviewEvery.After(v.Approval.On).AddDays(1)] = true
		}
	}
	for _, e := range sys.Evidence {
		for _, c := range sys.Controls {
			seen[e.ReliedUntilFor(c.Cadence).AddDays(1)] = true
		}
	}
	delete(seen, isms.Date{})
	return slices.SortedFunc(maps.Keys(seen), isms.Date.Compare)
}

// note notes the days that are recorded in a value.
func note(seen map[isms.Date]bool, name string, v reflect.Value) {
	if d, ok := reflect.TypeAssert[isms.Date](v); ok {
		if name == "Until" || name == "ReliedUntil" {
			d = d.AddDays(1)
		}
		seen[d] = true
		return
	}
	switch v.Kind() { //nolint:exhaustive // the others hold no dates
	case reflect.Slice:
		for i := range v.Len() {
			note(seen, "", v.Index(i))
		}
	case reflect.Struct:
		for f, value := range v.Fields() {
			if f.IsExported() {
				note(seen, f.Name, value)
			}
		}
	}
}

// derived is the fingerprint of the view of a Source at a day.
func derived(t *testing.T, src isms.Source, at isms.Date) []string {
	t.Helper()
	v, err := isms.At(src, at, nil)
	require.NoError(t, err)
	return fingerprint(t, v)
}

// same holds that two fingerprints are equal, and shows the first lines that
// are not.
func same(t *testing.T, want, got []string, why string, args ...any) {
	t.Helper()
	if slices.Equal(want, got) {
		return
	}
	first := func(a, b []string) string {
		for _, line := range a {
			if !slices.Contains(b, line) {
				return line
			}
		}
		return "(the same lines, other times)"
	}
	require.Equal(t, first(want, got), first(got, want), append([]any{why}, args...)...)
	require.Len(t, got, len(want), append([]any{why}, args...)...)
}

func TestResultsChangeOnlyAtRecordedDates(t *testing.T) {
	for seed := range uint64(5) {
		r := rand.New(rand.NewPCG(seed, 11))
		sys := history(r)
		all := days(sys)
		require.Greater(t, len(all), 50)
		beginning := date(t, "0001-01-01")
		same(t, derived(t, sys, beginning), derived(t, sys, all[0].AddDays(-1)), "seed %d: before the first day", seed)
		same(t, derived(t, sys, all[len(all)-1]), derived(t, sys, date(t, "9999-12-31")), "seed %d: after the last day", seed)
		changes := 0
		for range 10 {
			i := r.IntN(len(all) - 1)
			gap := all[i+1].DaysSince(all[i])
			want := derived(t, sys, all[i])
			same(t, want, derived(t, sys, all[i].AddDays(r.IntN(gap))), "seed %d: after %s", seed, all[i])
			same(t, want, derived(t, sys, all[i+1].AddDays(-1)), "seed %d: before %s", seed, all[i+1])
			if !slices.Equal(want, derived(t, sys, all[i+1])) {
				changes++
			}
		}
		require.NotZero(t, changes, "seed %d: nothing ever changes", seed)
	}
}

// TestBeforeItsFirstFactAnEntryIsUndecided: whatever has a first fact was
// nothing the day before.
func TestBeforeItsFirstFactAnEntryIsUndecided(t *testing.T) {
	for seed := range uint64(40) {
		sys := history(rand.New(rand.NewPCG(seed, 12)))
		require.Zero(t, sys.PhaseAt(before(sys.Phases)))
		for _, c := range sys.Controls {
			require.Zero(t, c.StateAt(before(c.States)))
			require.False(t, c.OperatingAt(before(c.States)))
			none(t)(c.TestAt(before(c.Tests)))
		}
		for _, a := range sys.Applicability {
			none(t)(a.DecisionAt(before(a.Decisions)))
		}
		for _, r := range sys.Risks {
			require.NotEqual(t, isms.Closed, r.StateAt(before(r.Status)))
			none(t)(r.AssessmentAt(isms.Current, before(r.Assessments)))
		}
		for _, a := range sys.Assets {
			none(t)(a.ValuationAt(before(a.Valuations)))
		}
		for _, m := range sys.Methods {
			none(t)(m.VersionAt(before(m.Versions)))
		}
		for _, p := range sys.Plans {
			none(t)(p.VersionAt(before(p.Versions)))
		}
		for _, d := range sys.Documents {
			none(t)(d.VersionAt(before(d.Versions)))
		}
	}
}

// before is the day before the first of some facts.
func before[T any](facts []T) isms.Date {
	first, _ := isms.NewDate(9999, 12, 31)
	for _, fact := range facts {
		if d := day(dayOf(reflect.ValueOf(fact))); !d.IsZero() && d.Before(first) {
			first = d
		}
	}
	return first.AddDays(-1)
}

// none holds that a function returned nothing.
func none(t *testing.T) func(fact any, ok bool) {
	t.Helper()
	return func(fact any, ok bool) {
		t.Helper()
		require.False(t, ok)
		require.Zero(t, fact)
	}
}

// TestAFactOfALaterDayChangesNothing takes the facts of later days away again:
// that they were added must not be seen.
func TestAFactOfALaterDayChangesNothing(t *testing.T) {
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 13))
		sys, known := history(r), history(rand.New(rand.NewPCG(seed, 13)))
		all := days(sys)
		at := all[r.IntN(len(all))]
		forgotten := 0
		eachFacts(reflect.ValueOf(&known).Elem(), func(list reflect.Value) {
			kept := reflect.MakeSlice(list.Type(), 0, list.Len())
			for i := range list.Len() {
				if later(list.Index(i), at) && !identifies(list, i) {
					forgotten++
					continue
				}
				kept = reflect.Append(kept, list.Index(i))
			}
			list.Set(kept)
		})
		same(t, ofRecords(derived(t, known, at)), ofRecords(derived(t, sys, at)), "seed %d at %s, %d facts", seed, at, forgotten)
	}
}

// later reports whether every day of a fact lies after at.
func later(fact reflect.Value, at isms.Date) bool {
	if d := day(dayOf(fact)); d.IsZero() || !d.After(at) {
		return false
	}
	for _, f := range fact.Fields() {
		if d, ok := reflect.TypeAssert[isms.Date](f); ok && !d.IsZero() && !d.After(at) {
			return false
		}
	}
	return true
}

// identifies reports whether a fact is the first of a risk: it says since when
// the risk is known, so that before it the risk is none.
func identifies(list reflect.Value, i int) bool {
	facts, ok := reflect.TypeAssert[[]isms.RiskFact](list)
	if !ok {
		return false
	}
	for _, f := range facts {
		if f.Since.Before(facts[i].Since) {
			return false
		}
	}
	return true
}

// ofRecords leaves out the lines about facts: those that were taken away have
// none.
func ofRecords(lines []string) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
		for i := range len(line) {
			switch line[i] {
			case '{':
				return true
			case '=':
				return false
			}
		}
		return false
	})
}

func TestARecordOfALaterDayChangesNothing(t *testing.T) {
	for seed := range uint64(10) {
		r := rand.New(rand.NewPCG(seed, 14))
		sys := history(r)
		all := days(sys)
		at := all[r.IntN(len(all))]
		tomorrow := at.AddDays(1)
		evidence := isms.Evidence{ID: "later", CollectedOn: tomorrow}
		treatment := isms.Treatment{ID: "later", Option: isms.Modify, From: tomorrow}
		requirement := isms.Requirement{ID: "later", From: tomorrow, Controls: []annexa.ControlRef{ref("A.5.10")}}
		found := isms.Risk{ID: "later", PartOf: sys.Risks[0].ID, Status: []isms.RiskFact{{Is: isms.Open, Since: tomorrow}}}
		for _, e := range sys.Evidence {
			evidence.Supersedes = append(evidence.Supersedes, e.ID)
		}
		for _, c := range sys.Controls {
			evidence.Controls = append(evidence.Controls, c.ID)
			treatment.Controls = append(treatment.Controls, isms.ChosenControl{Own: c.ID})
		}
		for _, k := range sys.Risks {
			treatment.Risks = append(treatment.Risks, k.ID)
		}
		with := isms.With(sys, evidence, treatment, requirement, found)
		got := slices.DeleteFunc(derived(t, with, at), func(line string) bool {
			for _, record := range []isms.Record{evidence, treatment, requirement, found} {
				if ref := record.Ref().String(); len(line) > len(ref) && line[:len(ref)] == ref {
					return true
				}
			}
			return len(line) > 11 && line[:11] == "risk later "
		})
		same(t, derived(t, sys, at), got, "seed %d at %s", seed, at)
	}
}

// TestOrderDoesNotMatter shuffles the records and the facts in their lists, but
// for facts of one day, of which the last in the list holds.
func TestOrderDoesNotMatter(t *testing.T) {
	for seed := range uint64(30) {
		r := rand.New(rand.NewPCG(seed, 15))
		sys, shuffled := history(r), history(rand.New(rand.NewPCG(seed, 15)))
		all := days(sys)
		at := all[r.IntN(len(all))]
		eachFacts(reflect.ValueOf(&shuffled).Elem(), func(list reflect.Value) {
			onDays := make(map[isms.Date]bool)
			for i := range list.Len() {
				onDays[day(dayOf(list.Index(i)))] = true
			}
			if len(onDays) == list.Len() {
				r.Shuffle(list.Len(), reflect.Swapper(list.Interface()))
			}
		})
		v := reflect.ValueOf(&shuffled).Elem()
		for i := range v.NumField() {
			if v.Field(i).Kind() == reflect.Slice && v.Type().Field(i).Name != "Phases" {
				r.Shuffle(v.Field(i).Len(), reflect.Swapper(v.Field(i).Interface()))
			}
		}
		same(t, derived(t, sys, at), derived(t, shuffled, at), "seed %d at %s", seed, at)
	}
}

// TestEverySourceGivesTheSame: documents in a map, in no order, give what the
// System in memory gives, and so does a view of another day.
func TestEverySourceGivesTheSame(t *testing.T) {
	for seed := range uint64(6) {
		r := rand.New(rand.NewPCG(seed, 16))
		sys := history(r)
		all := days(sys)
		at := all[r.IntN(len(all))]
		want := derived(t, sys, at)
		blobs, err := ismstest.NewBlobs(sys)
		require.NoError(t, err)
		same(t, want, derived(t, blobs, at), "seed %d: blobs", seed)
		other, err := isms.At(blobs, all[0], nil)
		require.NoError(t, err)
		same(t, want, derived(t, other, at), "seed %d: a view of another day", seed)
		same(t, want, derived(t, isms.With(isms.Without(sys, sys.Evidence[0].Ref()), sys.Evidence[0]), at), "seed %d: an overlay", seed)
	}
}
