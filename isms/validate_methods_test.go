package isms_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/ismstest"
	"github.com/ismskit/ismskit/risk"
)

// TestMethodsThatAreGiven: what validation says of assessments depends on the
// methods that the caller knows.
func TestMethodsThatAreGiven(t *testing.T) {
	old, recent := ismstest.Method("house/brew", "1"), ismstest.Method("house/brew", "2")
	broken := ismstest.Method("house/brew", "1")
	broken.Table = broken.Table[:1]
	for name, c := range map[string]struct {
		methods risk.Methods
		name    string
		want    []string // problems
		hint    string   // of the notice
	}{
		"one edition":               {risk.Methods{old}, "house/brew", nil, ""},
		"two editions, one named":   {risk.Methods{old, recent}, "house/brew@2", nil, ""},
		"two editions, none named":  {risk.Methods{old, recent}, "house/brew", []string{"V012 risk/R-1/assessments/0/method"}, ""},
		"another edition":           {risk.Methods{old}, "house/brew@7", nil, `did you mean "house/brew@1"?`},
		"a slip":                    {risk.Methods{old}, "house/brwe", nil, `did you mean "house/brew"?`},
		"nothing like it":           {risk.Methods{old}, "iso27005/qualitative", nil, ""},
		"one that rates nothing":    {risk.Methods{broken}, "house/brew", []string{"V013 risk/R-1/assessments/0/inputs"}, ""},
		"a name that cannot be one": {risk.Methods{old}, "house brew", []string{"V012 risk/R-1/assessments/0/method"}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			a := assessed(t, "2026-03-10", c.name, "low", "high")
			sys := isms.System{ID: "acme", SchemaVersion: isms.SchemaVersion, Risks: []isms.Risk{{ID: "R-1", Assessments: []isms.Assessment{a}}}}
			view, err := isms.At(sys, date(t, "2026-11-21"), c.methods)
			if c.want == nil {
				require.NoError(t, err)
				if len(view.Notices()) > 0 {
					require.Equal(t, c.hint, view.Notices()[0].Hint)
				} else {
					require.Empty(t, c.hint)
				}
				return
			}
			var got []string
			for _, p := range problems(t, err) {
				got = append(got, p.Key())
			}
			require.Equal(t, c.want, got)
		})
	}
}

// TestAnErrorWhileAMethodIsLookedFor is the Source's, whichever record it is
// that leads to it.
func TestAnErrorWhileAMethodIsLookedFor(t *testing.T) {
	sys := small(t)
	src := faulty{Source: sys, get: func(ref isms.Ref) (isms.Record, error) {
		if ref.Kind == isms.KindMethod {
			return nil, errDisk
		}
		return sys.Get(ref)
	}}
	require.ErrorIs(t, isms.ValidateRecord(src, sys.Risks[0], nil), errDisk)
	require.NoError(t, isms.ValidateRecord(src, sys.Treatments[0], nil), "it leads to no method")
}
