package isms_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk/methods"
)

func FuzzDate(f *testing.F) {
	for _, s := range []string{"", "2026-11-21", "2024-02-29", "2023-02-29", "0000-00-00", "9999-12-31", "10000-01-01", "2026-1-1", "2026-11-21T00:00:00Z"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := isms.ParseDate(s)
		if err != nil {
			require.Zero(t, d)
			return
		}
		require.Equal(t, s, d.String())
		slow, err := time.Parse(time.DateOnly, s)
		require.NoError(t, err, "the standard library knows the day too")
		require.Equal(t, slow, d.Time())
		require.Equal(t, d, isms.DateOf(slow))
		if later := d.AddDays(1000); !later.IsZero() {
			require.Equal(t, 1000, later.DaysSince(d))
			require.Equal(t, d, later.AddDays(-1000))
		}
	})
}

func FuzzDuration(f *testing.F) {
	for _, s := range []string{"", "P", "P1Y", "P1Y2M3W4D", "P12M", "P0D", "PT1H", "P-1D", "P1D1D", "P9999999Y", "P1,5D"} {
		f.Add(s, 0)
	}
	f.Fuzz(func(t *testing.T, s string, days int) {
		d, err := isms.ParseDuration(s)
		if err != nil {
			require.Zero(t, d)
			return
		}
		again, err := isms.ParseDuration(d.String())
		require.NoError(t, err)
		require.Equal(t, d, again)
		require.Equal(t, d.String(), again.String())
		if from := date(t, "2026-11-21").AddDays(days); !from.IsZero() {
			end := d.After(from)
			require.True(t, end.IsZero() || end.After(from), "%s after %s is %s", d, from, end)
		}
	})
}

func FuzzRef(f *testing.F) {
	for _, s := range []string{"", "risk/R-001", "role/ciso", "system", "system/x", "interested-party/é", "applicability/a A.5.1", "/", "risk/", "rsik/1", "risk/\x00", "risk/\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		ref, err := isms.ParseRef(s)
		var p isms.Party
		asParty := p.UnmarshalText([]byte(s))
		if err != nil {
			require.Zero(t, ref)
			require.Equal(t, s != "", asParty != nil)
			require.Zero(t, p)
			return
		}
		require.Equal(t, s, ref.String())
		text, err := ref.MarshalText()
		require.NoError(t, err)
		var again isms.Ref
		require.NoError(t, again.UnmarshalText(text))
		require.Equal(t, ref, again)
		require.Zero(t, ref.Compare(again))
		if asParty == nil {
			require.Equal(t, ref, p.Ref())
			require.Equal(t, s, p.String())
		} else {
			require.Zero(t, p)
		}
	})
}

// FuzzWords holds, of every enumeration and of the kinds, that a text which is
// a word is written again as it was, and any other is refused.
func FuzzWords(f *testing.F) {
	for _, s := range []string{"", "risk", "current", "in use", "asset not present", "Current", "currant", "\xff", "no such word"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range enumerations() {
			zero, read := e(0)
			if err := read.UnmarshalText([]byte(s)); err != nil {
				require.ErrorContains(t, err, ": got ")
				nothing, ok := read.(interface{ MarshalText() ([]byte, error) })
				require.True(t, ok)
				text, err := nothing.MarshalText()
				require.NoError(t, err)
				require.Empty(t, text, "%T: an error leaves nothing", zero)
				continue
			}
			written, ok := read.(interface{ MarshalText() ([]byte, error) })
			require.True(t, ok)
			text, err := written.MarshalText()
			require.NoError(t, err)
			require.Equal(t, s, string(text))
		}
	})
}

// FuzzMethodName holds of the names that assessments use for methods: each is
// found, noticed or a problem, and what is found is found by its full name.
func FuzzMethodName(f *testing.F) {
	for _, s := range []string{"", "house", "house@1", "house@2", "house@", "@1", "iso27005/qualitative", "iso27005/qualitative@2022", "a b", "a@b@c", "\xff"} {
		f.Add(s)
	}
	sys := isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion}
	sys.Methods = []isms.RiskMethod{{ID: "house", Versions: []isms.MethodVersion{{Number: "1", Own: ismstest.Method("", "")}, {Number: "2", Published: "iso27005/qualitative@2022"}}}}
	for i := range sys.Methods[0].Versions {
		sys.Methods[0].Versions[i].From, _ = isms.NewDate(2025+i, 1, 1)
	}
	f.Fuzz(func(t *testing.T, name string) {
		on := date(t, "2026-06-30")
		view, err := isms.At(sys, on, methods.All())
		require.NoError(t, err)
		use, ok := view.MethodOf(name, on)
		if ok {
			full := use.Method.Ref().String()
			if use.ID != "" {
				full = string(use.ID) + "@" + use.Version.Number
			}
			again, ok := view.MethodOf(full, on)
			require.True(t, ok)
			require.Equal(t, use, again)
		}
		with := sys
		with.Risks = []isms.Risk{{ID: "R-1", Assessments: []isms.Assessment{{Stage: isms.Current, On: on, Method: name}}}}
		view, err = isms.At(with, on, methods.All())
		if err != nil {
			require.False(t, ok)
			for _, p := range problems(t, err) {
				require.Contains(t, []string{isms.CodeMethodRef, isms.CodeUTF8}, p.Code)
			}
			return
		}
		require.Equal(t, ok || name == "", len(view.Notices()) == 0)
	})
}
