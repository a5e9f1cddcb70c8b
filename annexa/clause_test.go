package annexa_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// documented is what each clause asks for, in a list of its own: clauses that
// are not in it ask for no documented information.
var documented = map[string][]string{
	"4.3":   {"Scope of the ISMS"},
	"5.2":   {"Information security policy"},
	"6.1.2": {"Risk assessment process"},
	"6.1.3": {"Risk treatment process", "Statement of Applicability", "Risk treatment plan"},
	"6.2":   {"Information security objectives"},
	"7.2":   {"Evidence of competence"},
	"7.5.1": {"Documents that the standard asks for", "Documents that the organization needs"},
	"7.5.3": {"Documents from outside that the ISMS relies on"},
	"8.1":   {"What shows that processes ran as intended"},
	"8.2":   {"Results of risk assessments"},
	"8.3":   {"Results of risk treatment"},
	"9.1":   {"Results of monitoring and measurement"},
	"9.2.2": {"Audit programme", "Audit results"},
	"9.3.3": {"Results of management reviews"},
	"10.2":  {"Nonconformities and what was done", "Results of corrective action"},
}

func TestClauses(t *testing.T) {
	var numbers []string
	got := map[string][]string{}
	for c := range annexa.Clauses() {
		numbers = append(numbers, c.Ref.Number)
		if c.Documented != nil {
			got[c.Ref.Number] = c.Documented
			require.NotEmpty(t, c.Form, c.Ref)
		}
	}
	require.Equal(t, "4 4.1 4.2 4.3 4.4 5 5.1 5.2 5.3 6 6.1 6.1.1 6.1.2 6.1.3 6.2 6.3 7 7.1 7.2 7.3 7.4 7.5 7.5.1 7.5.2 7.5.3 "+
		"8 8.1 8.2 8.3 9 9.1 9.2 9.2.1 9.2.2 9.3 9.3.1 9.3.2 9.3.3 10 10.1 10.2", strings.Join(numbers, " "))
	require.Equal(t, documented, got)
}

func TestClauseItems(t *testing.T) {
	last := map[string]string{
		"4.2": "c", "4.3": "c", "5.1": "h", "5.2": "g", "5.3": "b", "6.1.1": "e", "6.1.2": "e", "6.1.3": "f", "6.2": "l", "7.2": "d", "7.3": "c", "7.4": "d",
		"7.5.1": "b", "7.5.2": "c", "7.5.3": "f", "9.1": "f", "9.2.1": "b", "9.2.2": "c", "9.3.2": "g", "10.2": "g",
	}
	for c := range annexa.Clauses() {
		items := ""
		if z := last[c.Ref.Number]; z != "" {
			items = "abcdefghijklmnopqrstuvwxyz"[:z[0]-'a'+1]
		}
		require.Equal(t, items, c.Items, c.Ref)
	}
}

func TestLookupClause(t *testing.T) {
	for want := range annexa.Clauses() {
		got, ok := annexa.LookupClause(want.Ref)
		require.True(t, ok)
		require.Equal(t, want, got)
		for _, letter := range want.Items {
			got, ok := annexa.LookupClause(clause(want.Ref.Number + " " + string(letter)))
			require.True(t, ok)
			require.Equal(t, want, got, "the clause whose list the item is in")
		}
	}
	for _, ref := range []annexa.ClauseRef{
		{},
		clause(""), clause("3"), clause("11"), clause("6.1.4"), clause("6.1.3 "), clause("6.1.3 g"), clause("6.1.3 ab"), clause("6.1.3 d)"), clause("4.1 a"), clause(" 4.1"), clause("6.1.3.1"),
		{Standard: "iso27001", Edition: "2013", Number: "4.1"},
		{Standard: "iso9001", Edition: "2015", Number: "4.1"},
	} {
		got, ok := annexa.LookupClause(ref)
		require.False(t, ok, "%#v", ref)
		require.Zero(t, got)
	}
}

func TestDocumentedIsACopy(t *testing.T) {
	c, _ := annexa.LookupClause(clause("6.1.3"))
	c.Documented[0] = "overwritten"
	again, _ := annexa.LookupClause(clause("6.1.3"))
	require.Equal(t, "Risk treatment process", again.Documented[0])
}
