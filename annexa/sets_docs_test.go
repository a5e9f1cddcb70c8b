//go:build !annexa_nocorrespondences

package annexa_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/annexa"
)

// TestDocsSets holds that the tables of docs/sets.md are as the tables are.
func TestDocsSets(t *testing.T) {
	src, err := os.ReadFile("../docs/sets.md")
	require.NoError(t, err)
	page := strings.ReplaceAll(string(src), "\r\n", "\n")
	var want []string
	for d := range annexa.Sets() {
		want = append(want, fmt.Sprintf("| %s | %s | %d | %s | %s |", "`"+d.Set+"`", d.Edition, d.Controls, d.Confidence, d.Note))
	}
	require.Equal(t, want, regexp.MustCompile("(?m)^\\| `[^|]*` \\| ISO/IEC .*$").FindAllString(page, -1))

	pairs := regexp.MustCompile("(?m)^\\| `([^`]*)` \\| `([^`]*)` \\| (\\d+) \\|").FindAllStringSubmatch(page, -1)
	require.Len(t, pairs, 4)
	for _, row := range pairs {
		n := len(slices.Collect(annexa.Between(annexa.Set(row[1]), annexa.Set(row[2]))))
		require.Equal(t, row[3], fmt.Sprint(n), row[0])
	}
	harmonizedRows(t, page)
}

// harmonizedRows compares the clauses of the page with their counterparts.
func harmonizedRows(t *testing.T, page string) {
	t.Helper()
	_, table, ok := strings.Cut(page, "| clause of ISO/IEC 27001 |")
	require.True(t, ok)
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")[2:]
	require.Len(t, rows, 8)
	for _, line := range rows {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		from := cells[0]
		if from == "none" {
			from = "iso9001:2015/" + cells[1]
		}
		h, ok := annexa.LookupHarmonized(clauseOf(t, from))
		require.True(t, ok, line)
		for i, standard := range []string{"iso27001", "iso9001", "iso14001"} {
			require.Equal(t, cells[i], cellOf(h, standard), line)
		}
	}
}

// cellOf writes what a row has of one standard as the page does.
func cellOf(h annexa.Harmonization, standard string) string {
	var same []string
	for _, ref := range h.Same {
		if ref.Standard == standard {
			same = append(same, ref.Number)
		}
	}
	cell := strings.Join(same, ", ")
	if cell == "" {
		cell = "none"
	}
	for _, ref := range h.Others {
		if ref.Standard == standard {
			cell += "; its " + ref.Number + " has another subject"
		}
	}
	return cell
}
