package audit_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/soa"
)

// Three management systems that have nothing in common but that the checks
// find nothing in them, nor has the review of their statements a remark.
func TestCleanSystems(t *testing.T) {
	files, err := filepath.Glob("testdata/clean/*.yaml")
	require.NoError(t, err)
	require.Len(t, files, 3)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s := subject(t, load(t, "clean/"+filepath.Base(file)), day(today), "")
			require.Empty(t, said(run(t, s)))
			for _, r := range soa.Review(s.Statement) {
				// it looks at evidence about a control, not at its tests or at assurance
				require.Equal(t, "S006", r.Code, r)
			}

			reasons := make(map[string]annexa.ControlRef)
			for _, e := range s.Statement.Entries {
				require.NotZero(t, e.Inclusion, "%s is decided", e.Ref())
				if e.Control.Set == annexa.ISO27001v2022 {
					require.NotContains(t, reasons, e.Reason, "%s has a reason of its own", e.Control)
					reasons[e.Reason] = e.Control
				}
			}
			require.Len(t, reasons, 93)
		})
	}
}

// What the later facts of the properties would undo is undone in none of them.
func TestLaterFactsChangeNothingInCleanSystems(t *testing.T) {
	files, err := filepath.Glob("testdata/clean/*.yaml")
	require.NoError(t, err)
	for _, file := range files {
		sys := load(t, "clean/"+filepath.Base(file))
		anybody := []isms.Tenure{{Who: isms.Party(sys.Persons[0].Ref())}}
		sys.Roles = append(sys.Roles, isms.Role{ID: "ceo", Holders: anybody}, isms.Role{ID: "cto", Holders: anybody})
		sys.Persons = append(sys.Persons, isms.Person{ID: "ada"})
		after(&sys, day(today).AddDays(1))
		require.Empty(t, said(run(t, subject(t, sys, day(today), ""))), file)
	}
}

// One fact broken in a clean system fires what it should and nothing else.
func TestBreakingOneFact(t *testing.T) {
	for _, file := range []string{"clean/group-company.yaml", "clean/hospital-unit.yaml", "clean/remote-software.yaml"} {
		whole := load(t, file)
		for _, c := range []struct {
			code   string
			count  int
			breaks func(s *isms.System, i int)
		}{
			{"reference-undecided", len(whole.Applicability), func(s *isms.System, i int) { s.Applicability[i].Decisions = nil }},
			{"reason-missing", len(whole.Applicability), func(s *isms.System, i int) {
				d := &s.Applicability[i].Decisions[0]
				d.Ground, d.Decision.Reason = 0, "n/a"
			}},
			{"implemented-but-unsupported", len(whole.Evidence), func(s *isms.System, i int) { s.Evidence[i].Outcome = isms.Inconclusive }},
			{"risk-without-property", len(whole.Risks), func(s *isms.System, i int) { s.Risks[i].Consequences = nil }},
			{"plan-unapproved", 1, func(s *isms.System, _ int) { s.Plans = nil }},
			{"interface-unhandled", len(whole.Scopes[0].Interfaces), func(s *isms.System, i int) {
				s.Scopes[0].Interfaces[i].Handling, s.Scopes[0].Interfaces[i].By = "", nil
			}},
		} {
			t.Run(file+"/"+c.code, func(t *testing.T) {
				fired := 0
				for i := 0; i < c.count; i += 1 + c.count/12 {
					sys := load(t, file)
					c.breaks(&sys, i)
					for _, g := range run(t, subject(t, sys, day(today), "")) {
						require.Equal(t, c.code, g.Code, g)
						fired++
					}
				}
				require.NotZero(t, fired)
			})
		}
	}
}
