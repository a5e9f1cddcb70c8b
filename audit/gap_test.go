package audit_test

import (
	"bytes"
	"context"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/audit"
	"github.com/ismskit/ismskit/internal/golden"
	"github.com/ismskit/ismskit/isms"
	"github.com/ismskit/ismskit/isms/docinfo/markdown"
)

func TestSeverityText(t *testing.T) {
	for severity, word := range map[audit.Severity]string{audit.Contradiction: "contradiction", audit.Missing: "gap", audit.Weak: "weak", audit.Note: "note", 0: ""} {
		text, err := severity.MarshalText()
		require.NoError(t, err)
		require.Equal(t, word, string(text))
		require.Equal(t, word, severity.String())
		var back audit.Severity
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, severity, back)
	}
	var s audit.Severity
	require.EqualError(t, s.UnmarshalText([]byte("gaps")), `audit: severity: got "gaps", want one of contradiction, gap, weak, note; did you mean "gap"?`)
	require.Equal(t, "unknown", audit.Severity(9).String())
}

func TestKey(t *testing.T) {
	risk := isms.Ref{Kind: isms.KindRisk, ID: "R-1"}
	for want, g := range map[string]audit.Gap{
		"x risk/R-1":                       {Code: "x", Record: risk},
		"x risk/R-1/owners":                {Code: "x", Record: risk, Field: "/owners"},
		"x risk/R-1/assessments current":   {Code: "x", Record: risk, Field: "/assessments", Item: "current"},
		"x system/scopes":                  {Code: "x", Record: isms.SystemRef, Field: "/scopes"},
		"x system":                         {Code: "x", Record: isms.SystemRef},
		"x risk/R-1/owners of yesterday":   {Code: "x", Record: risk, Field: "/owners", Item: "of yesterday", Severity: audit.Note, DaysOverdue: 7, Message: "Other words."},
		"own/code applicability/A.5.1/why": {Code: "own/code", Record: isms.ApplicabilityRef("", a("A.5.1")), Field: "/why"},
	} {
		require.Equal(t, want, g.Key())
	}
}

// What matters most: severity, level of the worst risk, days overdue, code;
// then control, record, field and item.
func TestTop(t *testing.T) {
	risk := func(id string) isms.Ref { return isms.Ref{Kind: isms.KindRisk, ID: id} }
	worst := func(rank, of int) audit.Worst { return audit.Worst{Risk: "R", Rank: rank, Of: of} }
	sorted := []audit.Gap{
		{Severity: audit.Contradiction, Code: "z"},
		{Severity: audit.Missing, Worst: worst(4, 4), Code: "z"},
		{Severity: audit.Missing, Worst: worst(4, 5), DaysOverdue: 2, Code: "z"},
		{Severity: audit.Missing, Worst: worst(4, 5), DaysOverdue: 1, Code: "y"},
		{Severity: audit.Missing, Worst: worst(4, 5), DaysOverdue: 1, Code: "z"},
		{Severity: audit.Missing, Worst: worst(3, 4), Code: "z"},
		{Severity: audit.Missing, Worst: worst(1, 5), Code: "z"},
		{Severity: audit.Missing, DaysOverdue: 9, Code: "z"},
		{Severity: audit.Missing, Code: "a"},
		{Severity: audit.Missing, Code: "b", Record: risk("R-10"), Field: "/a", Item: "b"},
		{Severity: audit.Missing, Code: "b", Record: risk("R-2"), Field: "/a", Item: "a"},
		{Severity: audit.Missing, Code: "b", Record: risk("R-2"), Field: "/a", Item: "b"},
		{Severity: audit.Missing, Code: "b", Record: risk("R-2"), Field: "/b", Item: "a"},
		{Severity: audit.Missing, Code: "b", Record: isms.ApplicabilityRef("", a("A.5.2")), Control: a("A.5.2")},
		{Severity: audit.Missing, Code: "b", Record: isms.ApplicabilityRef("", a("A.5.10")), Control: a("A.5.10")},
		{Severity: audit.Weak, Worst: worst(5, 5), DaysOverdue: 100, Code: "a"},
		{Severity: audit.Note, Code: "a"},
	}
	mixed := make([]audit.Gap, len(sorted))
	for i, g := range sorted {
		mixed[(i*5+3)%len(sorted)] = g
	}
	given := append([]audit.Gap(nil), mixed...)
	require.Equal(t, sorted, audit.Top(mixed, len(mixed)+1))
	require.Equal(t, given, mixed, "the list given stays as it is")
	require.Equal(t, sorted[:3], audit.Top(mixed, 3))
	require.Empty(t, audit.Top(mixed, 0))
	require.Empty(t, audit.Top(mixed, -1))
	for i := range sorted {
		for j := range sorted {
			require.Equal(t, sorted[i].Compare(sorted[j]), -sorted[j].Compare(sorted[i]))
			require.Equal(t, i < j, sorted[i].Compare(sorted[j]) < 0)
		}
	}
}

func TestReport(t *testing.T) {
	s := subject(t, base(t), day(today), "")
	risk := func(id string) isms.Ref { return isms.Ref{Kind: isms.KindRisk, ID: id} }
	r1, r2, r3 := risk("R-1"), risk("R-2"), risk("R-3")
	clause := annexa.ClauseRef{Standard: "iso27001", Edition: "2022", Number: "8.2"}
	check := audit.Check{
		Code: "acme/own", Clause: clause, Title: "Own", Severity: audit.Weak, Doc: "# Own\n\n## What to do\n\nDo\nit.\n",
		Run: func(p *audit.Pass) {
			p.Report(audit.Gap{Record: r1, Message: "bare"})
			p.Report(audit.Gap{
				Record: r1, Code: "b", Title: "c", Clause: annexa.ClauseRef{Standard: "x", Edition: "1", Number: "2"}, Severity: audit.Note, Message: "full",
				Remedy: "d", Records: []isms.Ref{r3, r1, r3}, Due: day("2026-06-01"), DaysOverdue: 3, Field: "/z", Worst: audit.Worst{Risk: "R-2", Level: "e", Rank: 1, Of: 2},
			})
			p.Report(audit.Gap{Record: isms.SystemRef, Message: "first", Records: []isms.Ref{r1, r2, {Kind: isms.KindRisk, ID: "none"}, {Kind: isms.KindControl, ID: "R-3"}}, Due: day("2026-06-01")})
		},
	}
	gaps, err := audit.Run(t.Context(), s, []audit.Check{check})
	require.NoError(t, err)
	require.Equal(t, []audit.Gap{
		{
			Code: "acme/own", Title: "Own", Clause: clause, Severity: audit.Weak, Record: isms.SystemRef, Message: "first", Remedy: "Do it.",
			Records: []isms.Ref{r1, r2, {Kind: isms.KindRisk, ID: "none"}, {Kind: isms.KindControl, ID: "R-3"}}, Due: day("2026-06-01"), DaysOverdue: 29,
			Worst: audit.Worst{Risk: "R-1", Level: "medium", Rank: 3, Of: 5},
		},
		{
			Code: "acme/own", Title: "Own", Clause: clause, Severity: audit.Weak, Record: r1, Name: "Loss of the database", Message: "bare", Remedy: "Do it.",
			Worst: audit.Worst{Risk: "R-1", Level: "medium", Rank: 3, Of: 5},
		},
		{
			Code: "b", Title: "c", Clause: annexa.ClauseRef{Standard: "x", Edition: "1", Number: "2"}, Severity: audit.Note, Record: r1, Name: "Loss of the database", Field: "/z", Message: "full",
			Remedy: "d", Records: []isms.Ref{r3}, Due: day("2026-06-01"), DaysOverdue: 3, Worst: audit.Worst{Risk: "R-2", Level: "e", Rank: 1, Of: 2},
		},
	}, gaps)
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	ran := 0
	check := audit.Check{Code: "acme/slow", Run: func(*audit.Pass) { ran++; cancel() }}
	gaps, err := audit.Run(ctx, subject(t, base(t), day(today), ""), []audit.Check{check, check})
	require.ErrorIs(t, err, context.Canceled)
	require.Nil(t, gaps)
	require.Equal(t, 1, ran)
}

func TestGapsAsJSON(t *testing.T) {
	gaps := run(t, subject(t, broken(t), day(today), ""))
	text, err := json.MarshalIndent(gaps, "", "  ")
	require.NoError(t, err)
	golden.Equal(t, "gaps.json", string(text)+"\n")
	var back []audit.Gap
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, gaps, back)
}

func TestDocument(t *testing.T) {
	var b bytes.Buffer
	gaps := run(t, subject(t, broken(t), day(today), ""))
	require.NoError(t, markdown.Write(&b, audit.Document(audit.Top(gaps, 12))))
	golden.Equal(t, "gap-list.md", b.String())

	b.Reset()
	require.NoError(t, markdown.Write(&b, audit.Document(nil)))
	require.Contains(t, b.String(), "The checks found nothing in these records.")
}
