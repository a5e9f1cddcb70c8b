//go:build !annexa_nocorrespondences

package transition_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/transition"
)

// statement returns a row for each of the 114 controls; they agree in all but
// the justification, if one is wanted.
func statement(justified bool) []transition.Row {
	var rows []transition.Row
	for c := range annexa.Controls(annexa.ISO27001v2013) {
		row := transition.Row{ID: c.Ref.ID, Included: transition.Included, Status: "done", Owner: "Ada"}
		if justified {
			row.Justification = "because of " + c.Ref.ID
		}
		rows = append(rows, row)
	}
	return rows
}

func old(id string) annexa.ControlRef {
	return annexa.ControlRef{Set: annexa.ISO27001v2013, ID: "A." + id}
}

// control returns what a report says about a control of 2022.
func control(t *testing.T, r transition.Report, id string) transition.Control {
	t.Helper()
	i := slices.IndexFunc(r.Controls, func(c transition.Control) bool { return c.Ref.ID == "A."+id })
	require.GreaterOrEqual(t, i, 0)
	return r.Controls[i]
}

func outcomes(r transition.Report) map[string]int {
	n := map[string]int{}
	for _, c := range r.Controls {
		n[c.Outcome.String()]++
	}
	return n
}

func TestInvariants(t *testing.T) {
	rows := statement(false)
	require.Len(t, rows, 114)
	r := transition.Migrate(rows)
	require.Len(t, r.Rows, 114)
	require.Len(t, r.Controls, 93)
	require.Empty(t, r.Problems)
	require.Empty(t, r.Missing)
	require.Equal(t, map[string]int{"carried": 58, "merged": 24, "undecided": 11}, outcomes(r))
	require.Equal(t, 58, r.Count(transition.Carried))

	forth, back, most := 0, 0, 0
	for _, p := range r.Rows {
		forth += len(p.To)
		require.Equal(t, p.Old.ID == "A.18.2.3", p.Kind == annexa.Split)
		require.Equal(t, p.Kind == annexa.Split, len(p.To) == 2)
	}
	for _, c := range r.Controls {
		back += len(c.From)
		most = max(most, len(c.From))
		if c.Outcome == transition.Undecided {
			require.Equal(t, transition.Control{Ref: c.Ref, Outcome: transition.Undecided}, c)
			continue
		}
		require.Equal(t, []any{transition.Included, "done", "Ada"}, []any{c.Included, c.Status, c.Owner})
	}
	require.Equal(t, []int{115, 115, 4}, []int{forth, back, most})
}

// TestNothingIsDropped holds that each justification arrives, with its old
// identifier, where the correspondences say, and nowhere else.
func TestNothingIsDropped(t *testing.T) {
	r := transition.Migrate(statement(true))
	require.Equal(t, map[string]int{"carried": 58, "conflicting": 24, "undecided": 11}, outcomes(r))
	want := map[string][]string{}
	for c := range annexa.Correspondences() {
		want[c.New.ID] = append(want[c.New.ID], fmt.Sprintf("%s (2013): because of %[1]s", c.Old.ID))
	}
	for _, c := range r.Controls {
		require.Equal(t, strings.Join(want[c.Ref.ID], "\n"), c.Justification())
		for i, o := range c.From {
			require.Equal(t, o.Given, r.Rows[o.Row-1].Given)
			require.Contains(t, r.Rows[o.Row-1].To, c.Ref)
			require.Equal(t, "because of "+o.Old.ID, c.From[i].Given.Justification)
		}
		if c.Outcome == transition.Conflicting {
			require.Len(t, c.Conflicts, 1)
			require.Equal(t, "justification", c.Conflicts[0].Field)
			require.Len(t, c.Conflicts[0].Said, len(c.From))
			require.Equal(t, "done", c.Status, "what is not disputed is carried")
		}
	}
}

func TestConflicts(t *testing.T) {
	r := transition.MigratePart([]transition.Row{
		{ID: "A.9.4.2", Included: transition.Included, Status: "done"},
		{ID: "9.1.2", Included: transition.Excluded, Status: "done", Justification: "no network", Owner: "Bo"},
		{ID: "iso27001:2013/A.9.1.1", Included: transition.Included, Status: "done", Owner: "Bo", Extra: map[string]string{"ticket": "7"}},
	})
	require.Empty(t, r.Problems)
	c := control(t, r, "5.15")
	require.Equal(t, transition.Conflicting, c.Outcome)
	require.Equal(t, []transition.Conflict{
		{Field: "included", Said: []transition.Said{
			{Text: "included", By: []annexa.ControlRef{old("9.1.1")}},
			{Text: "excluded", By: []annexa.ControlRef{old("9.1.2")}},
		}},
		{Field: "justification", Said: []transition.Said{
			{Text: "", By: []annexa.ControlRef{old("9.1.1")}},
			{Text: "no network", By: []annexa.ControlRef{old("9.1.2")}},
		}},
	}, c.Conflicts)
	require.Equal(t, []any{transition.Inclusion(0), "done", "Bo"}, []any{c.Included, c.Status, c.Owner})
	require.Equal(t, "A.9.1.2 (2013): no network", c.Justification())
	require.Equal(t, []int{3, 2}, []int{c.From[0].Row, c.From[1].Row}, "in the order of 2013")
	require.Equal(t, map[string]string{"ticket": "7"}, c.From[0].Given.Extra)
	require.Equal(t, transition.Carried, control(t, r, "8.5").Outcome)
}

func TestJustificationsThatAgreeStandOnce(t *testing.T) {
	r := transition.MigratePart([]transition.Row{{ID: "10.1.1", Justification: "law"}, {ID: "10.1.2", Justification: "law"}})
	require.Equal(t, transition.Merged, control(t, r, "8.24").Outcome)
	require.Equal(t, "A.10.1.1, A.10.1.2 (2013): law", control(t, r, "8.24").Justification())
}

func TestSplit(t *testing.T) {
	r := transition.MigratePart([]transition.Row{{ID: "A.18.2.3", Status: "done"}, {ID: "A.12.6.1", Status: "planned"}})
	require.Equal(t, transition.Placement{
		Given: transition.Row{ID: "A.18.2.3", Status: "done"}, Old: old("18.2.3"), Kind: annexa.Split,
		To: []annexa.ControlRef{r.Controls[35].Ref, control(t, r, "8.8").Ref},
	}, r.Rows[0])
	one := control(t, r, "5.36")
	require.Equal(t, transition.Incomplete, one.Outcome)
	require.Equal(t, []annexa.ControlRef{old("18.2.2")}, one.Missing)
	require.Empty(t, one.Status, "half of the predecessors do not speak for all")
	require.Equal(t, "done", one.From[0].Given.Status)
	require.Equal(t, transition.Conflicting, control(t, r, "8.8").Outcome)
}

// TestPart takes one row after the other out of a statement: what changes is
// what the row corresponds to, and nothing else.
func TestPart(t *testing.T) {
	rows := statement(false)
	whole := transition.Migrate(rows)
	for i, row := range rows {
		without := slices.Delete(slices.Clone(rows), i, i+1)
		part := transition.MigratePart(without)
		require.Empty(t, part.Problems)
		require.Equal(t, []annexa.ControlRef{whole.Rows[i].Old}, part.Missing)
		for n, c := range part.Controls {
			if !slices.Contains(whole.Rows[i].To, c.Ref) {
				require.Equal(t, whole.Controls[n].Outcome, c.Outcome)
				continue
			}
			require.Equal(t, whole.Rows[i].Old, c.Missing[0])
			require.Equal(t, len(c.From) == 0, c.Outcome == transition.Absent)
			require.Equal(t, len(c.From) > 0, c.Outcome == transition.Incomplete)
		}
		require.Equal(t, []transition.Problem{{Code: "T007", Message: "no row names the control", Expected: "a row for " + row.ID}},
			transition.Migrate(without).Problems)
	}
	none := transition.MigratePart(nil)
	require.Len(t, none.Missing, 114)
	require.Equal(t, map[string]int{"absent": 82, "undecided": 11}, outcomes(none))
}

// TestOrderOfRows holds that it changes nothing but the numbers of the rows.
func TestOrderOfRows(t *testing.T) {
	random := rand.New(rand.NewPCG(20, 13))
	rows := statement(true)
	for i := range rows {
		rows[i].Status = []string{"done", "planned"}[random.IntN(2)]
		rows[i].Included = transition.Inclusion(random.IntN(3))
	}
	want := numberless(transition.Migrate(rows))
	for range 20 {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		require.Equal(t, want, numberless(transition.Migrate(rows)))
	}
}

func numberless(r transition.Report) []transition.Control {
	for _, c := range r.Controls {
		for i := range c.From {
			c.From[i].Row = 0
		}
	}
	return r.Controls
}

// TestConflictsAgainstSets says what a conflict is a second time: more than one
// distinct text.
func TestConflictsAgainstSets(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		var rows []transition.Row
		for _, row := range statement(false) {
			if random.IntN(8) > 0 {
				row.Status = []string{"", "done", "planned"}[random.IntN(3)]
				row.Owner = []string{"Ada", "Bo"}[random.IntN(2)]
				rows = append(rows, row)
			}
		}
		for _, c := range transition.MigratePart(rows).Controls {
			differs(t, c)
		}
	}
}

func differs(t *testing.T, c transition.Control) {
	t.Helper()
	status, owner := map[string]bool{}, map[string]bool{}
	for _, o := range c.From {
		status[o.Given.Status], owner[o.Given.Owner] = true, true
	}
	var want, got []string
	if len(status) > 1 {
		want = append(want, "status")
	}
	if len(owner) > 1 {
		want = append(want, "owner")
	}
	for _, d := range c.Conflicts {
		got = append(got, d.Field)
	}
	require.Equal(t, want, got)
	require.Equal(t, want != nil, c.Outcome == transition.Conflicting)
	agreed := ""
	if len(c.Missing) == 0 && len(status) == 1 {
		agreed = slices.Collect(maps.Keys(status))[0]
	}
	require.Equal(t, agreed, c.Status)
}

func TestJSON(t *testing.T) {
	r := transition.Migrate(statement(true)[:20])
	text, err := json.Marshal(r)
	require.NoError(t, err)
	var back transition.Report
	require.NoError(t, json.Unmarshal(text, &back))
	require.Equal(t, r, back)
	require.Contains(t, string(text), `"included":"included"`)
	require.Contains(t, string(text), `"outcome":"undecided"`)
}
