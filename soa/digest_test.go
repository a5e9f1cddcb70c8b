package soa_test

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// TestDigestByHand computes the digest from the frozen JSON as docs/soa.md
// says, with nothing of the package.
func TestDigestByHand(t *testing.T) {
	sys := sample()
	sys.Controls[0].How = "Quotes \" and \\, tabs\t, Zürich, 東京 and 🔐, </script>, \u007f"
	st := derive(t, sys, at)
	var b bytes.Buffer
	require.NoError(t, soa.Write(&b, st))
	require.Equal(t, st.Digest(), digestByHand(t, b.Bytes()))
}

func digestByHand(t *testing.T, frozen []byte) string {
	t.Helper()
	type object = map[string]any
	var doc object
	require.NoError(t, json.Unmarshal(frozen, &doc))
	keep := func(m object, names ...string) {
		maps.DeleteFunc(m, func(name string, _ any) bool { return !slices.Contains(names, name) })
	}
	list := func(m object, name string) []object {
		var objects []object
		items, _ := m[name].([]any)
		for _, item := range items {
			o, _ := item.(object)
			objects = append(objects, o)
		}
		return objects
	}
	text := func(m object, name string) string {
		s, _ := m[name].(string)
		return s
	}
	keep(doc, "system", "scope", "scopeStatement", "sets", "entries")
	doc["form"] = "ismskit statement of applicability 1"
	entries := list(doc, "entries")
	for _, e := range entries {
		keep(e, "control", "own", "inclusion", "basis", "ground", "reason", "drivers", "status", "realizedBy", "pending")
		var paths []any
		for _, d := range list(e, "drivers") {
			paths = append(paths, d["path"])
		}
		if paths != nil {
			e["drivers"] = paths
		}
		for _, r := range list(e, "realizedBy") {
			keep(r, "control", "title", "how", "extent", "state", "provision", "provider", "theirs", "ours")
		}
		for _, p := range list(e, "pending") {
			keep(p, "action", "title", "due")
		}
	}
	slices.SortFunc(entries, func(a, b object) int {
		return cmp.Or(cmp.Compare(text(a, "control"), text(b, "control")), cmp.Compare(text(a, "own"), text(b, "own")))
	})
	doc["entries"] = entries
	var canonical bytes.Buffer
	enc := json.NewEncoder(&canonical)
	enc.SetEscapeHTML(false)
	require.NoError(t, enc.Encode(doc)) // maps are written in the order of their names
	sum := sha256.Sum256(bytes.TrimSuffix(canonical.Bytes(), []byte("\n")))
	return "sha256:" + hex.EncodeToString(sum[:])
}

func TestDigestHolds(t *testing.T) {
	want := derive(t, sample(), at).Digest()
	for name, change := range map[string]func(*isms.System){
		"evidence is added": func(s *isms.System) {
			s.Evidence = append(s.Evidence, isms.Evidence{ID: "E", Controls: []isms.ControlID{"C-04"}, CollectedOn: day("2026-11-01")})
		},
		"evidence is lost": func(s *isms.System) { s.Evidence = nil },
		"a test fails": func(s *isms.System) {
			s.Controls[0].Tests = []isms.ControlTest{{On: day("2026-11-01"), Result: isms.Ineffective}}
		},
		"a person is erased": func(s *isms.System) { s.Persons[0] = s.Persons[0].Erased(day(at)) },
		"a risk is renamed":  func(s *isms.System) { s.Risks[0].Title = "Extortion" },
		"the owner changes": func(s *isms.System) {
			s.Controls[0].Owner, s.Actions[0].Owner = party("body/board"), party("body/board")
		},
		"the company's name": func(s *isms.System) { s.Organizations[0].LegalName, s.Title = "Alder plc", "Alder" },
		"a decision confirmed": func(s *isms.System) {
			again := s.Applicability[0].Decisions[0]
			again.Decision.On, again.Decision.By = day("2026-10-01"), party("body/board")
			s.Applicability[0].Decisions = append(s.Applicability[0].Decisions, again)
		},
		"a state confirmed": func(s *isms.System) {
			s.Controls[0].States = append(s.Controls[0].States, since("2026-10-01", isms.Implemented)...)
		},
	} {
		t.Run(name, func(t *testing.T) {
			sys := sample()
			change(&sys)
			require.Equal(t, want, derive(t, sys, at).Digest())
		})
	}
	t.Run("a day later", func(t *testing.T) {
		require.Equal(t, want, derive(t, sample(), "2026-11-22").Digest())
	})
	t.Run("another library, catalogue and day of making", func(t *testing.T) {
		st := derive(t, sample(), at)
		st.Library, st.Catalogue, st.DerivedOn, st.Names = "9", "8", day("2027-01-01"), nil
		for i := range st.Entries {
			if st.Entries[i].Own == "" {
				st.Entries[i].Title = "the catalogue corrected it"
			}
		}
		require.Equal(t, want, st.Digest())
	})
}

// TestDigestCovers sets every field of a statement to another value, one at a
// time, and compares which of them change the digest with what its comment
// says.
func TestDigestCovers(t *testing.T) {
	covered := map[string]bool{
		"System": true, "Scope": true, "ScopeStatement": true, "Sets": true, "Entries": true,
		"Entry.Control": true, "Entry.Own": true, "Entry.Inclusion": true, "Entry.Basis": true, "Entry.Ground": true, "Entry.Reason": true,
		"Entry.Drivers": true, "Entry.Status": true, "Entry.RealizedBy": true, "Entry.Pending": true,
		"Driver.Path":         true,
		"Realization.Control": true, "Realization.Title": true, "Realization.How": true, "Realization.Extent": true, "Realization.State": true,
		"Realization.Provision": true, "Realization.Provider": true, "Realization.Theirs": true, "Realization.Ours": true,
		"Pending.Action": true, "Pending.Title": true, "Pending.Due": true,
	}
	tested := 0
	try := func(name string, field func(*soa.Statement) reflect.Value) {
		t.Run(name, func(t *testing.T) {
			st := oneEntry()
			before := st.Digest()
			v := field(&st)
			require.False(t, v.IsZero(), "the field has a value to be cleared")
			v.SetZero()
			require.Equal(t, covered[name], st.Digest() != before)
		})
		tested++
	}
	for _, part := range []struct {
		prefix string
		of     func(*soa.Statement) reflect.Value
	}{
		{"", func(s *soa.Statement) reflect.Value { return reflect.ValueOf(s).Elem() }},
		{"Entry.", func(s *soa.Statement) reflect.Value { return reflect.ValueOf(&s.Entries[0]).Elem() }},
		{"Driver.", func(s *soa.Statement) reflect.Value { return reflect.ValueOf(&s.Entries[0].Drivers[0]).Elem() }},
		{"Realization.", func(s *soa.Statement) reflect.Value { return reflect.ValueOf(&s.Entries[0].RealizedBy[0]).Elem() }},
		{"Pending.", func(s *soa.Statement) reflect.Value { return reflect.ValueOf(&s.Entries[0].Pending[0]).Elem() }},
	} {
		st := oneEntry()
		typ := part.of(&st).Type()
		for i := range typ.NumField() {
			if name := typ.Field(i).Name; name != "Original" { // the digest of an external edition is another thing
				try(part.prefix+name, func(s *soa.Statement) reflect.Value { return part.of(s).Field(i) })
			}
		}
	}
	require.Greater(t, tested, len(covered))
}

// oneEntry is a statement with a value in every field.
func oneEntry() soa.Statement {
	return soa.Statement{
		System: "s", Title: "t", Organization: "o", Language: "en", Scope: "x", ScopeTitle: "y", ScopeStatement: "z",
		At: day(at), DerivedOn: day(at), Sets: []annexa.Set{"acme:1"}, Catalogue: "c", Library: "l", Audience: soa.Internal,
		Approval: soa.Approval{Version: "1"}, Names: map[isms.Ref]string{{Kind: isms.KindRisk, ID: "R"}: "Risk"},
		Entries: []soa.Entry{{
			Control: ref("acme:1/X"), Own: "own", Title: "t", Group: "g", Inclusion: isms.Included, Basis: []string{"b"}, Ground: isms.Forbidden, Reason: "r",
			Decision: isms.Decision{By: party("role/r")},
			Drivers:  []isms.Driver{{Path: []isms.Ref{{Kind: isms.KindRisk, ID: "R"}}, Control: ref("acme:1/X")}},
			Status:   soa.Partial,
			RealizedBy: []soa.Realization{{
				Control: "c", Title: "t", How: "h", Owner: party("role/r"), Extent: isms.Part, State: isms.Implemented, Since: day(at), Operating: true,
				Provision: isms.Shared, Provider: isms.Ref{Kind: isms.KindSupplier, ID: "s"}, Theirs: "t", Ours: "o", Evidence: []isms.EvidenceID{"e"},
			}},
			Pending: []soa.Pending{{Action: "a", Title: "t", Owner: party("role/r"), Due: day(at)}},
		}},
	}
}

func TestDigestForm(t *testing.T) {
	digest := oneEntry().Digest()
	require.Len(t, strings.TrimPrefix(digest, "sha256:"), 64)
	require.Equal(t, "sha256:"+emptyDigest, soa.Statement{}.Digest(), "a digest given once is the same for good")
	require.Empty(t, soa.Statement{System: "\xff"}.Digest())
	require.False(t, soa.Statement{System: "\xff"}.Approved())
}

// emptyDigest is the SHA-256 of
// {"entries":[],"form":"ismskit statement of applicability 1"}.
const emptyDigest = "bcfee4e3743beb39baa3c1602dfecef8cb36aaaf3833dc1da9922728efeb45ba"
