//go:build !annexa_notitles

package annexa_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// TestShortNamesAreNoTitles compares each short name with every title, whichever
// control or clause it belongs to, without regard to case and hyphens.
func TestShortNamesAreNoTitles(t *testing.T) {
	plain := strings.NewReplacer("-", " ", ",", "", "'", "")
	of := map[string]string{}
	add := func(title, where string) {
		require.NotEmpty(t, title, where)
		of[plain.Replace(strings.ToLower(title))] = where
	}
	for d := range annexa.Sets() {
		for c := range annexa.Controls(d.Set) {
			add(c.Title, c.Ref.String())
			if d.Set == annexa.ISO27001v2022 {
				add(c.Title27002, c.Ref.String())
				continue
			}
			clause, category, ok := annexa.Headings(c.Ref)
			require.True(t, ok, c.Ref)
			add(clause.Title, clause.ID)
			if d.Set == annexa.ISO27001v2013 {
				add(category.Title, category.ID)
			}
		}
	}
	for c := range annexa.Clauses() {
		add(c.Title, c.Ref.String())
	}
	for _, names := range shortNames() {
		for _, name := range names {
			require.Empty(t, of[plain.Replace(strings.ToLower(name))], "%q is a title", name)
		}
	}
}

func TestTitles(t *testing.T) {
	c, _ := annexa.Lookup(a("5.15"))
	require.Equal(t, "Access control", c.Title)
	require.Equal(t, "Access control", c.Title27002)

	c, _ = annexa.Lookup(old("9.2.3"))
	require.Equal(t, annexa.Control{Ref: old("9.2.3"), ShortName: "Administrator rights", Title: "Management of privileged access rights"}, c)
	above, category, ok := annexa.Headings(old("9.2.3"))
	require.True(t, ok)
	require.Equal(t, annexa.Group{ID: "A.9", Title: "Access control"}, above)
	require.Equal(t, annexa.Group{ID: "A.9.2", Title: "User access management"}, category)

	clause, _ := annexa.LookupClause(clause("6.1.3"))
	require.Equal(t, "Information security risk treatment", clause.Title)
}
