package audit_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/internal/golden"
)

// form is the form of every documentation: title, what the clause asks, and
// three sections.
var form = regexp.MustCompile(`(?s)\A# [A-Z][^\n]{5,50}\n\n[^#]+\n\n## Trigger\n\n[^#]+\n\n## Stays silent\n\n((?:- [^#]+?\.\n)+)\n## What to do\n\n([^#]+)\n\z`)

func TestChecks(t *testing.T) {
	seen := make(map[string]bool)
	var before annexa.ClauseRef
	for _, c := range audit.Checks() {
		t.Run(c.Code, func(t *testing.T) {
			require.Regexp(t, `^[a-z]+(-[a-z]+)+$`, c.Code)
			require.False(t, seen[c.Code], "a code stands for one check")
			seen[c.Code] = true

			_, ok := annexa.LookupClause(c.Clause)
			require.True(t, ok, "clause %s", c.Clause)
			require.False(t, !before.IsZero() && before.Compare(c.Clause) > 0, "in the order of clauses")
			before = c.Clause

			require.NotZero(t, c.Severity)
			require.NotNil(t, c.Run)

			parts := form.FindStringSubmatch(c.Doc)
			require.NotNil(t, parts, "the form of the documentation")
			require.Equal(t, "# "+c.Title, strings.SplitN(c.Doc, "\n", 2)[0])
			require.GreaterOrEqual(t, strings.Count(parts[1], "\n- ")+1, 2, "legitimate look-alikes")
			require.Equal(t, strings.Join(strings.Fields(parts[2]), " "), c.Remedy())
			require.NotRegexp(t, `(?i)complian|conform|certified|\bproves|major|minor`, c.Doc)

			said, err := os.ReadFile("testdata/said/" + c.Code + ".golden")
			require.NoError(t, err, "cases of the check")
			require.Contains(t, string(said), "("+c.Code+", clause "+c.Clause.String()+")")
		})
	}
	files, err := filepath.Glob("doc/*.md")
	require.NoError(t, err)
	require.Len(t, files, len(seen), "each documentation has its check")
}

func TestChecksAreTheCallers(t *testing.T) {
	audit.Checks()[0] = audit.Check{}
	require.Equal(t, "climate-undetermined", audit.Checks()[0].Code)
}

// The page docs/audit.md is made of the documentation of the checks.
func TestPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(page)
	for _, c := range audit.Checks() {
		fmt.Fprintf(&b, "| %s | [`%s`](#%s) | %s |\n", c.Clause, c.Code, anchor(c.Title), c.Severity)
	}
	for _, c := range audit.Checks() {
		text := strings.ReplaceAll(c.Doc, "\n## ", "\n### ")
		title, rest, _ := strings.Cut(text, "\n")
		fmt.Fprintf(&b, "\n#%s\n\n`%s`, clause %s, %s\n%s", title, c.Code, c.Clause, c.Severity, rest)
	}
	golden.Equal(t, "../../docs/audit.md", b.String())
}

func anchor(title string) string {
	return strings.ReplaceAll(strings.ToLower(title), " ", "-")
}

const page = `# Checks

What package ` + "`audit`" + ` looks for. Each check has a permanent code, the clause of ISO/IEC 27001:2022 that it serves, exactly what
triggers it, what stays silent though it looks alike, and what to do. This page is made from the documentation that is built into
the package (` + "`audit.Check.Doc`" + `); change it there.

All checks read the records as of one date: what is dated later changes nothing. What the records leave open, such as the level of
a risk by a method that was not given, is not judged. There is one gap for each cause.

The severity says what kind of objection a gap is, never how grave a nonconformity: that an auditor decides
([decision 0010](decisions/0010-severities.md)): in a contradiction the records refute each other, in a gap they lack what the clause
asks for; where they are weak an auditor would ask, and a note is worth a look.

Where a check waits some days, the standard sets none of them: ` + "`audit.Graces`" + ` has them, and the number in brackets is what holds
where nothing else is said.

| clause | check | severity |
|---|---|---|
`
