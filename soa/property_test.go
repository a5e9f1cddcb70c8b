package soa_test

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/soa"
)

// A world is a generated System with numbers to draw from.
type world struct {
	*rand.Rand
	isms.System
}

func generate(seed uint64) *world {
	r := rand.New(rand.NewPCG(seed, 7))
	w := &world{r, ismstest.Generate(r)}
	w.densify()
	return w
}

// densify lets more of what is generated take part: treatments that drive,
// risks that are open, controls that have a state.
func (w *world) densify() {
	for i := range w.Treatments {
		if w.IntN(2) == 0 {
			w.Treatments[i].Option, w.Treatments[i].Until = isms.Modify, isms.Date{}
		}
	}
	for i := range w.Risks {
		if w.IntN(2) == 0 {
			w.Risks[i].Status, w.Risks[i].Scopes = nil, nil
		}
	}
	for i := range w.Controls {
		if w.IntN(2) == 0 {
			w.Controls[i].Where = isms.Where{}
		}
		if w.IntN(2) == 0 {
			w.Controls[i].States = []isms.ControlFact{{Is: isms.Implemented, Since: w.day()}}
		}
	}
	for i := range w.Evidence {
		if w.IntN(2) == 0 {
			w.Evidence[i].Outcome, w.Evidence[i].ReliedUntil = isms.Supports, day("2027-12-31")
		}
	}
	for i := range w.Applicability {
		if w.IntN(2) == 0 && len(w.Scopes) > 0 {
			w.Applicability[i].Scope = w.Scopes[0].ID
		}
	}
	seen := make(map[isms.Ref]bool)
	w.Applicability = slices.DeleteFunc(w.Applicability, func(a isms.Applicability) bool {
		again := seen[a.Ref()]
		seen[a.Ref()] = true
		return again
	})
}

func (w *world) day() isms.Date {
	return day("2024-01-01").AddDays(w.IntN(4 * 365))
}

// statements derives the statement of every scope.
func statements(t testing.TB, src isms.Source, at isms.Date) []soa.Statement {
	t.Helper()
	v, err := isms.At(src, at, nil)
	require.NoError(t, err)
	scopes := []isms.ScopeID{""}
	if list := v.System().Scopes; len(list) > 0 {
		scopes = scopes[:0]
		for _, s := range list {
			scopes = append(scopes, s.ID)
		}
	}
	var all []soa.Statement
	for _, scope := range scopes {
		st, err := soa.Derive(v, soa.Options{Scope: scope})
		require.NoError(t, err)
		all = append(all, st)
	}
	return all
}

const seeds = 40

// TestGeneratedSystemsSayMuch guards the properties below against systems of
// which a statement has nothing to say.
func TestGeneratedSystemsSayMuch(t *testing.T) {
	seen := make(map[string]int)
	for seed := range uint64(seeds) {
		w := generate(seed)
		for _, st := range statements(t, w.System, day("2026-06-01")) {
			for _, e := range st.Entries {
				for _, what := range saidBy(t, e) {
					seen[what]++
				}
			}
		}
	}
	for _, what := range []string{
		"included", "excluded", "driven by a risk", "driven by a requirement", "own", "another set", "pending", "planned", "partial", "implemented", "evidence",
	} {
		require.Positive(t, seen[what], what)
	}
}

// saidBy names what an entry says.
func saidBy(t testing.TB, e soa.Entry) []string {
	t.Helper()
	list := []string{word(t, e.Status)}
	for what, is := range map[string]bool{
		"included":                e.Inclusion == isms.Included && e.Own == "",
		"excluded":                e.Inclusion == isms.Excluded,
		"driven by a risk":        len(e.Drivers) > 0 && e.Drivers[0].Kind() == isms.KindRisk,
		"driven by a requirement": len(e.Drivers) > 0 && e.Drivers[len(e.Drivers)-1].Kind() == isms.KindRequirement,
		"own":                     e.Own != "",
		"another set":             e.Own == "" && e.Control.Set != annexa.ISO27001v2022,
		"pending":                 len(e.Pending) > 0,
		"evidence":                len(e.RealizedBy) > 0 && len(e.RealizedBy[0].Evidence) > 0,
	} {
		if is {
			list = append(list, what)
		}
	}
	return list
}

func TestEveryGeneratedControlOnce(t *testing.T) {
	for seed := range uint64(seeds) {
		w := generate(seed)
		for _, st := range statements(t, w.System, w.day()) {
			count := make(map[string]int)
			for _, e := range st.Entries {
				count[e.Ref()]++
				require.Equal(t, 1, count[e.Ref()], e.Ref())
				require.NotZero(t, e.Status)
			}
			for _, set := range st.Sets {
				for c := range annexa.Controls(set) {
					require.Equal(t, 1, count[c.Ref.String()])
				}
			}
		}
	}
}

// TestSourcesAgree holds that a System, the same System shuffled, and a store
// of JSON documents give the same bytes, each time.
func TestSourcesAgree(t *testing.T) {
	for seed := range uint64(seeds) {
		w := generate(seed)
		on := w.day()
		want := texts(t, statements(t, w.System, on))
		same(t, want, texts(t, statements(t, w.System, on)))
		blobs, err := ismstest.NewBlobs(w.System)
		require.NoError(t, err)
		same(t, want, texts(t, statements(t, blobs, on)))
		same(t, want, texts(t, statements(t, w.shuffled(), on)))
	}
}

// same compares texts line by line, so that a failure can be read.
func same(t testing.TB, want, got []string) {
	t.Helper()
	require.Len(t, got, len(want))
	for i := range want {
		w, g := strings.Split(want[i], "\n"), strings.Split(got[i], "\n")
		for j := range min(len(w), len(g)) {
			require.Equal(t, w[j], g[j], "line %d, after\n%s", j+1, strings.Join(w[max(0, j-8):j], "\n"))
		}
		require.Len(t, g, len(w))
	}
}

func texts(t testing.TB, list []soa.Statement) []string {
	t.Helper()
	all := make([]string, len(list))
	for i, st := range list {
		all[i] = written(t, st)
	}
	return all
}

// shuffled is the System with its records in another order.
func (w *world) shuffled() isms.System {
	s := w.System
	s.Organizations = slices.Clone(s.Organizations)
	s.Scopes, s.Requirements, s.Risks, s.Treatments = slices.Clone(s.Scopes), slices.Clone(s.Requirements), slices.Clone(s.Risks), slices.Clone(s.Treatments)
	s.Controls, s.Applicability, s.Evidence = slices.Clone(s.Controls), slices.Clone(s.Applicability), slices.Clone(s.Evidence)
	s.Actions, s.Documents = slices.Clone(s.Actions), slices.Clone(s.Documents)
	slices.Reverse(s.Organizations)
	slices.Reverse(s.Scopes)
	slices.Reverse(s.Requirements)
	slices.Reverse(s.Risks)
	slices.Reverse(s.Treatments)
	slices.Reverse(s.Controls)
	slices.Reverse(s.Applicability)
	slices.Reverse(s.Evidence)
	slices.Reverse(s.Actions)
	slices.Reverse(s.Documents)
	return s
}

// TestRoundTripOfGenerated holds that a frozen statement, and its external
// edition, come back as they were, and print.
func TestRoundTripOfGenerated(t *testing.T) {
	for seed := range uint64(seeds) {
		w := generate(seed)
		for _, st := range statements(t, w.System, w.day()) {
			for _, edition := range []soa.Statement{st, st.External()} {
				got, err := soa.Read([]byte(written(t, edition)))
				require.NoError(t, err)
				require.Equal(t, edition, got)
				require.NoError(t, edition.Document().Validate())
				require.Equal(t, st.Digest(), got.Digest())
			}
			require.NoError(t, soa.ReviewDocument(st).Validate())
		}
	}
}

var dates = regexp.MustCompile(`"(\d{4}-\d\d-\d\d)"`)

// recorded are the days on which something recorded may take effect: the days
// that the records state, the days after (an interval ends with its last day),
// and the days after evidence ceases to be relied on.
func (w *world) recorded(t testing.TB) map[isms.Date]bool {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, isms.Encode(&b, w.System))
	days := make(map[isms.Date]bool)
	for _, m := range dates.FindAllStringSubmatch(b.String(), -1) {
		days[day(m[1])] = true
		days[day(m[1]).AddDays(1)] = true
	}
	for _, e := range w.Evidence {
		for _, c := range w.Controls {
			days[e.ReliedUntilFor(c.Cadence).AddDays(1)] = true
		}
	}
	return days
}

// TestNothingHappensBetweenRecordedDays derives day by day.
func TestNothingHappensBetweenRecordedDays(t *testing.T) {
	quiet, changed := 0, 0
	for seed := range uint64(6) {
		w := generate(seed)
		days := w.recorded(t)
		on := w.day()
		before := statements(t, w.System, on)
		for range 50 {
			on = on.AddDays(1)
			after := statements(t, w.System, on)
			for i := range after {
				was := before[i]
				was.At = on
				if days[on] {
					changed += len(soa.Compare(was, after[i]))
					continue
				}
				quiet++
				require.Equal(t, was, after[i], "seed %d, %s", seed, on)
			}
			before = after
		}
	}
	require.Positive(t, quiet)
	require.Positive(t, changed, "something happens on recorded days")
}

// TestBeforeTheFirstFact holds that nothing is decided or implemented before
// anything is recorded.
func TestBeforeTheFirstFact(t *testing.T) {
	for seed := range uint64(seeds) {
		w := generate(seed)
		for _, st := range statements(t, w.System, day("2023-12-31")) {
			require.False(t, st.Approved())
			for _, e := range st.Entries {
				if slices.Contains(st.Sets, e.Control.Set) {
					require.Zero(t, e.Inclusion)
				}
				require.Empty(t, e.RealizedBy)
				require.Equal(t, soa.NotImplemented, e.Status)
			}
		}
	}
}

// TestLaterFactsChangeNothing adds facts dated after the date of the
// statement.
func TestLaterFactsChangeNothing(t *testing.T) {
	for seed := range uint64(seeds) {
		w := generate(seed)
		on := w.day()
		want := texts(t, statements(t, w.System, on))
		w.addAfter(on)
		same(t, want, texts(t, statements(t, w.System, on)))
	}
}

func (w *world) after(on isms.Date) isms.Date { return on.AddDays(1 + w.IntN(100)) }

// addAfter adds, behind the records' backs, one fact of each dated kind.
func (w *world) addAfter(on isms.Date) {
	s := &w.System
	for i := range s.Controls {
		c := &s.Controls[i]
		c.States = append(slices.Clone(c.States), isms.ControlFact{Is: isms.ControlState(1 + w.IntN(5)), Since: w.after(on)})
		c.Tests = append(slices.Clone(c.Tests), isms.ControlTest{On: w.after(on), Result: isms.Ineffective})
	}
	for i := range s.Risks {
		r := &s.Risks[i]
		known := func(f isms.RiskFact) bool { return !f.Since.After(on) }
		if slices.ContainsFunc(r.Status, known) { // the first fact tells of the days before it, too
			r.Status = append(slices.Clone(r.Status), isms.RiskFact{Is: isms.RiskState(1 + w.IntN(2)), Since: w.after(on)})
		}
	}
	for i := range s.Applicability {
		a := &s.Applicability[i]
		a.Decisions = append(slices.Clone(a.Decisions), isms.ApplicabilityDecision{Is: isms.Excluded, Decision: isms.Decision{On: w.after(on)}})
	}
	for i := range s.Actions {
		if a := &s.Actions[i]; !a.DoneAt(on) {
			a.Done = w.after(on)
		}
	}
	for i := range s.Documents {
		d := &s.Documents[i]
		d.Versions = append(slices.Clone(d.Versions), isms.DocumentVersion{Number: "later", Approval: isms.Decision{By: party("role/r"), On: w.after(on)}})
	}
	w.addRecordsAfter(on)
}

// addRecordsAfter adds records that take effect after a day.
func (w *world) addRecordsAfter(on isms.Date) {
	s := &w.System
	s.Roles = append(s.Roles, isms.Role{ID: "r"})
	for _, c := range s.Controls {
		s.Evidence = append(s.Evidence, isms.Evidence{ID: "later " + isms.EvidenceID(c.ID), Controls: []isms.ControlID{c.ID}, CollectedOn: w.after(on)})
	}
	s.Controls = append(s.Controls, isms.Control{ID: "later", Realizes: realizes("A.5.1", "acme:1/X-9"), States: []isms.ControlFact{{Is: isms.Implemented, Since: w.after(on)}}})
	s.Requirements = append(s.Requirements, isms.Requirement{ID: "later", From: w.after(on), Controls: []annexa.ControlRef{ref("A.5.1"), ref("acme:1/X-9")}})
	s.Treatments = append(s.Treatments, isms.Treatment{
		ID: "later", From: w.after(on), Option: isms.Modify, Risks: []isms.RiskID{s.Risks[0].ID}, Controls: []isms.ChosenControl{{Control: ref("acme:1/X-9")}},
	})
	for _, scope := range append(s.Scopes, isms.Scope{}) {
		s.Applicability = append(s.Applicability, isms.Applicability{
			Scope: scope.ID, Control: ref("acme:1/X-9"), Decisions: []isms.ApplicabilityDecision{{Is: isms.Included, Decision: isms.Decision{On: w.after(on)}}},
		})
	}
}

// TestADigestIsAChange holds that two statements have one digest exactly if
// Compare finds no change, in systems that differ a little.
func TestADigestIsAChange(t *testing.T) {
	equal, differ := 0, 0
	for seed := range uint64(seeds) {
		w := generate(seed)
		on := w.day()
		before := statements(t, w.System, on)
		for _, other := range [][]soa.Statement{statements(t, w.System, on.AddDays(w.IntN(40))), w.without(t, on)} {
			for i := range before {
				changes := soa.Compare(before[i], other[i])
				require.Equal(t, before[i].Digest() == other[i].Digest(), len(changes) == 0, "seed %d", seed)
				if len(changes) == 0 {
					equal++
				} else {
					differ++
				}
			}
		}
	}
	require.Positive(t, equal)
	require.Positive(t, differ)
}

// without derives the System without one of its treatments, or with one risk
// closed.
func (w *world) without(t testing.TB, on isms.Date) []soa.Statement {
	t.Helper()
	sys := w.System
	if w.IntN(2) == 0 {
		sys.Risks = slices.Clone(sys.Risks)
		i := w.IntN(len(sys.Risks))
		sys.Risks[i].Status = []isms.RiskFact{{Is: isms.Closed, Since: on}}
		return statements(t, sys, on)
	}
	sys.Requirements = slices.Clone(sys.Requirements)
	i := w.IntN(len(sys.Requirements))
	sys.Requirements[i].Until, sys.Requirements[i].From = day("2023-01-01"), isms.Date{}
	return statements(t, sys, on)
}
