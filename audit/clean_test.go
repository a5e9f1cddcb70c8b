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
	//require.Len(t, files, 3)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			s := subject(t, load(t, "clean/"+filepath.Base(file)), day(today), "")
			require.Empty(t, said(run(t, s)))
			for _, r := range soa.Review(s.Statement) {
				// it looks at evidence about a control, not at its tests or at assurance
				require.Equal(t, "S006", r.Code, r)
			}
			require.Empty(t, s.View.Notices())

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
		sys.Roles = append(sys.Roles, isms.Role{ID: "ceo", Holders: []isms.Tenure{{Who: isms.Party(sys.Persons[0].Ref())}}})
		sys.Roles = append(sys.Roles, isms.Role{ID: "cto", Holders: []isms.Tenure{{Who: isms.Party(sys.Persons[0].Ref())}}})
		sys.Persons = append(sys.Persons, isms.Person{ID: "ada"})
		after(&sys, day(today).AddDays(1))
		require.Empty(t, said(run(t, subject(t, sys, day(today), ""))), file)
	}
}
