//go:build !annexa_nocorrespondences

package transition_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa/transition"
)

// FuzzRead holds that whatever is read is accounted for: every row is placed or
// has a problem, and stands unchanged in what it was carried to.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"id;status\nA.9.2.1;done\n", "\ufeffid,included\r\n9.1.1,yes\r\n9.1.2,no\r\n", "status\tid\n\"a\nb\"\t18.2.3",
		"id\n9.2.7\n9.1\n5.7\n2001-02-09\n.\n..\n1..\n,", "id;;\n9.2.1;x;y\n9.2.1\n", "id;x;x\n", "id;\"", "\xff", "id\n\"", ";id\n\n;\n;A.9.2.1;",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, problems, err := transition.Read(strings.NewReader(text))
		if err != nil {
			require.Empty(t, rows)
			require.Empty(t, problems)
			return
		}
		r := transition.MigratePart(rows)
		require.Len(t, r.Rows, len(rows))
		require.Len(t, r.Controls, 93)
		for i, p := range r.Rows {
			require.Equal(t, rows[i], p.Given)
			require.Positive(t, p.Given.Line)
			require.Positive(t, p.Given.Column)
			require.Equal(t, p.Old.IsZero(), len(p.To) == 0)
			told := slices.ContainsFunc(r.Problems, func(q transition.Problem) bool { return q.Row == i+1 })
			require.True(t, told || len(p.To) > 0)
			for _, to := range p.To {
				j := slices.IndexFunc(r.Controls, func(c transition.Control) bool { return c.Ref == to })
				require.True(t, slices.ContainsFunc(r.Controls[j].From, func(o transition.Origin) bool { return o.Row == i+1 }))
				require.Contains(t, r.Controls[j].Justification(), p.Given.Justification)
			}
		}
		for _, p := range append(problems, r.Problems...) {
			require.Contains(t, p.String(), p.Code)
		}
	})
}
