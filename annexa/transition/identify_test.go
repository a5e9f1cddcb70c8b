//go:build !annexa_nocorrespondences

package transition_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/transition"
)

func TestIdentifiers(t *testing.T) {
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		for _, id := range []string{c.Ref.ID, c.Ref.ID[len("A."):], c.Ref.String()} {
			r := transition.MigratePart([]transition.Row{{ID: id}})
			require.Empty(t, r.Problems, id)
			require.Equal(t, c.Ref, r.Rows[0].Old)
			require.Len(t, r.Missing, 113)
		}
	}
}

// TestProblemsOfIdentifiers shows what a row gets whose identifier is none.
func TestProblemsOfIdentifiers(t *testing.T) {
	for _, c := range []struct{ name, id, want string }{
		{"nothing", "", `row 1: row names no control, want an identifier such as "A.9.2.1" (T001)`},
		{"past the last of its category", "A.9.2.7", `row 1: row names no control of 2013: got "A.9.2.7", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.6"?`},
		{"before the first", "9.2.0", `row 1: row names no control of 2013: got "9.2.0", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.1"?`},
		{"far past", "A.9.2.70000", `row 1: row names no control of 2013: got "A.9.2.70000", want one of the 114, A.5.1.1 to A.18.2.3 (T002)`},
		{"zeros", "A.09.02.01", `row 1: row names no control of 2013: got "A.09.02.01", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.1"?`},
		{"lower case", "a.9.2.1", `row 1: row names no control of 2013: got "a.9.2.1", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.1"?`},
		{"with its title", "A.9.2.1 User registration", `row 1: row names no control of 2013: got "A.9.2.1 User registration", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.1"?`},
		{"commas", "9,2,1", `row 1: row names no control of 2013: got "9,2,1", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.9.2.1"?`},
		{"no such category", "A.13.9.1", `row 1: row names no control of 2013: got "A.13.9.1", want one of the 114, A.5.1.1 to A.18.2.3 (T002); did you mean "A.13.1.1"?`},
		{"words", "access control", `row 1: row names no control of 2013: got "access control", want one of the 114, A.5.1.1 to A.18.2.3 (T002)`},
		{"of its own set", "acme:1/X-7", `row 1: row names no control of 2013: got "acme:1/X-7", want one of the 114, A.5.1.1 to A.18.2.3 (T002)`},
		{"a number, or a heading", "9.1", `row 1: row names a heading of 2013, not a control: got "9.1", want one of A.9.1.1 to A.9.1.2 (T003); did you mean "A.9.1.1"?`},
		{"a heading", "A.9.2", `row 1: row names a heading of 2013, not a control: got "A.9.2", want one of A.9.2.1 to A.9.2.6 (T003); did you mean "A.9.2.1"?`},
		{"a heading of one", "A.9.3", `row 1: row names a heading of 2013, not a control: got "A.9.3", want A.9.3.1 (T003); did you mean "A.9.3.1"?`},
		{"a clause", "A.9", `row 1: row names a heading of 2013, not a control: got "A.9", want one of A.9.1.1 to A.9.4.5 (T003); did you mean "A.9.1.1"?`},
		{"a heading, or a control of 2022", "A.5.1", `row 1: row names a heading of 2013 (or a control of 2022), not a control: got "A.5.1", want one of A.5.1.1 to A.5.1.2 (T003); did you mean "A.5.1.1"?`},
		{"of 2022, that says so", "iso27001:2022/A.5.1", `row 1: row names a control of 2022: got "iso27001:2022/A.5.1", want of 2013 A.5.1.1 or A.5.1.2 (T004); did you mean "A.5.1.1"?`},
		{"of 2022", "A.8.24", `row 1: row names a control of 2022: got "A.8.24", want of 2013 A.10.1.1 or A.10.1.2 (T004); did you mean "A.10.1.1"?`},
		{"of 2022, new", "5.7", `row 1: row names a control of 2022: got "5.7", want a control of 2013; this one is new in 2022 (T004)`},
		{"a date", "2001-02-09", `row 1: row has a date in place of a control; spreadsheets turn 9.2.1 into one: got "2001-02-09", want the identifier as text (T005)`},
		{"a date with points", "09.02.2001", `row 1: row has a date in place of a control; spreadsheets turn 9.2.1 into one: got "09.02.2001", want the identifier as text (T005)`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := transition.MigratePart([]transition.Row{{ID: c.id, Justification: "kept"}})
			require.Len(t, r.Problems, 1)
			require.Equal(t, c.want, r.Problems[0].String())
			require.Equal(t, []transition.Placement{{Given: transition.Row{ID: c.id, Justification: "kept"}}}, r.Rows)
			require.Len(t, r.Missing, 114)
		})
	}
}

func TestRepeated(t *testing.T) {
	r := transition.MigratePart([]transition.Row{
		{ID: "A.6.1.1", Status: "done"}, {ID: "A.6.1.2"}, {ID: "6.1.1", Status: "planned", Line: 4, Column: 1}, {ID: "A.6.1.1", Status: "done"},
	})
	require.Equal(t, []transition.Problem{
		{Code: "T006", Row: 3, Line: 4, Column: 1, Message: "control is named by row 1 already", Found: "6.1.1", Expected: "one row for each control"},
		{Code: "T006", Row: 4, Message: "control is named by row 1 already", Found: "A.6.1.1", Expected: "one row for each control"},
	}, r.Problems)
	c := control(t, r, "5.2")
	require.Len(t, c.From, 3, "nothing is dropped")
	require.Equal(t, transition.Conflicting, c.Outcome)
	require.Equal(t, []transition.Conflict{{Field: "status", Said: []transition.Said{
		{Text: "done", By: []annexa.ControlRef{old("6.1.1")}},
		{Text: "planned", By: []annexa.ControlRef{old("6.1.1")}},
	}}}, c.Conflicts)
}

func TestInclusion(t *testing.T) {
	r := transition.MigratePart([]transition.Row{{ID: "A.6.1.1", Included: 7}})
	require.Len(t, r.Problems, 1)
	require.Equal(t, `row 1: inclusion is none: got "7", want included, excluded or nothing (T008)`, r.Problems[0].String())
	var i transition.Inclusion
	require.ErrorContains(t, i.UnmarshalText([]byte("inclded")), `did you mean "included"?`)
	var o transition.Outcome
	require.ErrorContains(t, o.UnmarshalText([]byte("carred")), `did you mean "carried"?`)
	require.Empty(t, transition.Outcome(99).String())
	for o = 1; o <= transition.Undecided; o++ {
		text, err := o.MarshalText()
		require.NoError(t, err)
		var back transition.Outcome
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, o, back)
	}
}
