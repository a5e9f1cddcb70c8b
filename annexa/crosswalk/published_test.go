package crosswalk_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
	"github.com/ismskit/ismskit/annexa/crosswalk"
)

func all() map[string]crosswalk.Map {
	return map[string]crosswalk.Map{
		"csf20": crosswalk.CSF(), "sp80053r5": crosswalk.SP80053(), "nis2": crosswalk.NIS2(),
		"gdpr": crosswalk.GDPR(), "hipaa": crosswalk.HIPAA(),
	}
}

func TestTables(t *testing.T) {
	readme, err := os.ReadFile("data/README.md")
	require.NoError(t, err)
	notices, err := os.ReadFile("data/NOTICE")
	require.NoError(t, err)
	ours, err := os.ReadFile("../../NOTICE")
	require.NoError(t, err)
	rows := map[string]int{}
	for table := range crosswalk.Tables() {
		rows[table.Name] = table.Rows
		src, err := os.ReadFile("data/" + table.Name + ".tsv")
		require.NoError(t, err)
		require.Equal(t, fmt.Sprintf("%x", sha256.Sum256(src)), table.Digest, table.Name)
		require.Equal(t, bytes.Count(src, []byte("\n"))-1, table.Rows, table.Name)
		require.Empty(t, table.Confidence, "no publisher states one")
		require.Contains(t, words(string(notices)), words(table.Notice))
		if table.License != "public domain (United States)" {
			require.Contains(t, words(string(ours)), words(table.Notice))
		}
		for key := range strings.SplitSeq(table.Sources, ", ") {
			require.Contains(t, string(readme), "\n| "+key+" | ")
		}
		m := all()[table.Name]
		require.Len(t, m, table.Rows)
		for _, p := range m {
			require.Equal(t, [2]annexa.Set{table.From, table.To}, [2]annexa.Set{p.From.Set, p.To.Set})
			require.Equal(t, crosswalk.Related, p.Relation)
			require.Equal(t, table.Name, p.Source)
			require.Equal(t, p.From, ref(p.From.String()))
			require.Equal(t, p.To, ref(p.To.String()))
			require.Empty(t, p.Confidence)
		}
	}
	require.Equal(t, map[string]int{"csf20": 390, "sp80053r5": 642, "nis2": 122, "gdpr": 482, "hipaa": 189}, rows)
}

// words brings a text to one line.
func words(s string) string { return strings.Join(strings.Fields(s), " ") }

// sides counts the pairs that lead to controls and to clauses, and the controls.
func sides(m crosswalk.Map) (toControls, toClauses, controls int) {
	for _, p := range m {
		if _, ok := p.To.Control(); ok {
			toControls++
		}
		if _, ok := p.To.Clause(); ok {
			toClauses++
		}
	}
	for _, to := range m.To() {
		if _, ok := to.Control(); ok {
			controls++
		}
	}
	return toControls, toClauses, controls
}

func TestCounts(t *testing.T) {
	for _, c := range []struct {
		name                                  string
		from, toControls, toClauses, controls int
	}{
		{"csf20", 106, 301, 89, 93},
		{"sp80053r5", 220, 439, 203, 91},
		{"nis2", 48, 95, 27, 68},
		{"gdpr", 335, 0, 0, 0},
		{"hipaa", 22, 0, 0, 0},
	} {
		m := all()[c.name]
		toControls, toClauses, controls := sides(m)
		require.Equal(t, [4]int{c.from, c.toControls, c.toClauses, c.controls}, [4]int{len(m.From()), toControls, toClauses, controls}, c.name)
	}
}

// TestSubcategories: the 106 of CSF 2.0, by category.
func TestSubcategories(t *testing.T) {
	got := map[string]int{}
	for _, r := range crosswalk.CSF().From() {
		category, _, _ := strings.Cut(r.ID, "-")
		got[category]++
	}
	require.Equal(t, map[string]int{
		"GV.OC": 5, "GV.RM": 7, "GV.RR": 4, "GV.PO": 2, "GV.OV": 3, "GV.SC": 10,
		"ID.AM": 7, "ID.RA": 10, "ID.IM": 4,
		"PR.AA": 6, "PR.AT": 2, "PR.DS": 4, "PR.PS": 6, "PR.IR": 4,
		"DE.CM": 5, "DE.AE": 6,
		"RS.MA": 5, "RS.AN": 4, "RS.CO": 2, "RS.MI": 2,
		"RC.RP": 6, "RC.CO": 2,
	}, got)
}

// TestMisprints: NIST prints 6.11 and 6.13, which are no clauses.
func TestMisprints(t *testing.T) {
	got := map[string]string{}
	for name, m := range all() {
		for _, p := range m {
			if p.AsPublished != "" {
				got[p.From.String()] = p.AsPublished + " for " + p.To.String()
				require.Equal(t, "csf20", name)
			}
		}
	}
	require.Equal(t, map[string]string{"nist-csf:2.0/GV.RM-07": "6.11 for 6.1.1", "nist-csf:2.0/ID.RA-06": "6.13 for 6.1.3"}, got)
}

// TestBareControlLines: references that copies lose, because the export begins
// some lines with the control's number alone.
func TestBareControlLines(t *testing.T) {
	got := map[string]bool{}
	for _, p := range crosswalk.CSF() {
		got[p.To.String()] = true
	}
	for c := range annexa.Controls(annexa.ISO27001v2022) {
		require.True(t, got[c.Ref.String()], c.Ref)
	}
}

// TestSectionsOnce: ENISA's rows are per section. Copies repeat them for each
// point, and one has a section 1 that exists nowhere.
func TestSectionsOnce(t *testing.T) {
	for _, r := range crosswalk.NIS2().From() {
		require.Equal(t, 1, strings.Count(r.ID, "."), r)
	}
	var noted []string
	for _, p := range crosswalk.NIS2() {
		if p.Note != "" {
			noted = append(noted, p.From.ID+" "+p.To.ID+": "+p.Note)
		}
	}
	require.Equal(t, []string{"6.1 A.8.8: only point 6.1.3 of the section"}, noted)
}

func slicesOf(m crosswalk.Map, from string) []crosswalk.Pair {
	var pairs []crosswalk.Pair
	for p := range m.Of(ref(from)) {
		pairs = append(pairs, p)
	}
	return pairs
}

// TestListsAreTheCallers: what a caller does to a map changes no other.
func TestListsAreTheCallers(t *testing.T) {
	m := crosswalk.HIPAA()
	m[0].Note = "changed"
	require.Empty(t, crosswalk.HIPAA()[0].Note)
}
