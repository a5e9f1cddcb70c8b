package audit_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/yaml"
	"github.com/ismskit/ismskit/risk/methods"
	"github.com/ismskit/ismskit/soa"
)

// today is the day as of which the cases are seen, unless they say another.
const today = "2026-06-30"

func day(s string) isms.Date {
	d, err := isms.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func load(t testing.TB, name string) isms.System {
	t.Helper()
	src, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	sys, err := yaml.DecodeWith(name, src, isms.ReadOptions{Methods: methods.All()})
	require.NoError(t, err)
	return sys
}

// base returns testdata/base.yaml with a decision on every other reference.
func base(t testing.TB) isms.System {
	t.Helper()
	sys := load(t, "base.yaml")
	decided := make(map[annexa.ControlRef]bool)
	for _, a := range sys.Applicability {
		decided[a.Control] = true
	}
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		if !decided[c.Ref] {
			sys.Applicability = append(sys.Applicability, excluded(c.Ref))
		}
	}
	return sys
}

func excluded(ref annexa.ControlRef) isms.Applicability {
	return isms.Applicability{Control: ref, Decisions: []isms.ApplicabilityDecision{{
		Is: isms.Excluded, Ground: isms.NotPerformed,
		Decision: isms.Decision{By: role("ciso"), On: day("2025-04-01"), Reason: "Nothing of the kind is done."},
	}}}
}

func role(id string) isms.Party   { return isms.Party{Kind: isms.KindRole, ID: id} }
func person(id string) isms.Party { return isms.Party{Kind: isms.KindPerson, ID: id} }

// of returns the record of an identifier, to be changed.
func of[T isms.Record](list []T, id string) *T {
	for i := range list {
		if list[i].Ref().ID == id {
			return &list[i]
		}
	}
	panic("no record " + id)
}

// subject returns what is checked: a System at a day with the statement of its
// scope, or of the one that is named.
func subject(t testing.TB, sys isms.System, at isms.Date, scope isms.ScopeID) audit.Subject {
	t.Helper()
	view, err := isms.At(sys, at, methods.All())
	require.NoError(t, err)
	st, err := soa.Derive(view, soa.Options{Scope: scope})
	require.NoError(t, err)
	return audit.Subject{View: view, Statement: st}
}

func run(t testing.TB, s audit.Subject) []audit.Gap {
	t.Helper()
	gaps, err := audit.Run(t.Context(), s, audit.Checks())
	require.NoError(t, err)
	return gaps
}

func keys(gaps []audit.Gap) []string {
	list := make([]string, len(gaps))
	for i, g := range gaps {
		list[i] = g.Key()
	}
	return list
}

// tc is one case: what is changed in the base, and the keys of all gaps that
// there are then. A case without any is something legitimate that looks alike.
type tc struct {
	name   string
	change func(*isms.System)
	fires  []string

	at     string // another day than today
	scope  isms.ScopeID
	graces audit.Graces
}

// try runs the cases of one check: the gaps of its code stand first, at least
// two cases are silent, and all that is said of the gaps is in a golden file.
func try(t *testing.T, code string, cases []tc) {
	t.Helper()
	var said strings.Builder
	ran, silent := 0, 0
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			ran++
			sys := base(t)
			c.change(&sys)
			if c.at == "" {
				c.at = today
			}
			s := subject(t, sys, day(c.at), c.scope)
			s.Graces = c.graces
			gaps := run(t, s)
			require.ElementsMatch(t, c.fires, keys(gaps))
			if len(c.fires) > 0 {
				require.True(t, strings.HasPrefix(c.fires[0], code+" "), "the gap that the case is about stands first")
			} else {
				silent++
			}
			describe(&said, c.name, gaps)
		})
	}
	if ran < len(cases) {
		return // a test asked for some of them
	}
	require.GreaterOrEqual(t, silent, 2, "legitimate look-alikes")
	golden.Equal(t, "said/"+code+".golden", said.String())
}

// describe writes everything that the gaps of a case say.
func describe(b *strings.Builder, name string, gaps []audit.Gap) {
	if len(gaps) == 0 {
		return
	}
	fmt.Fprintf(b, "# %s\n", name)
	for _, g := range gaps {
		fmt.Fprintln(b, g)
		if !g.Control.IsZero() {
			fmt.Fprintf(b, "\tcontrol %s\n", g.Control)
		}
		for _, r := range g.Records {
			fmt.Fprintf(b, "\twith %s\n", r)
		}
		if !g.Due.IsZero() {
			fmt.Fprintf(b, "\tdue %s, %d days ago\n", g.Due, g.DaysOverdue)
		}
		if g.Worst.Rank != 0 {
			fmt.Fprintf(b, "\tworst %s %s, %d of %d\n", g.Worst.Risk, g.Worst.Level, g.Worst.Rank, g.Worst.Of)
		}
	}
}

func TestBaseIsClean(t *testing.T) {
	require.Empty(t, run(t, subject(t, base(t), day(today), "")))
}
