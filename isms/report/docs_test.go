package report_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ismskit/ismskit/isms/report"
	"github.com/ismskit/ismskit/isms/yaml"
)

// firstCells returns the first cells of the table of docs/reports.md whose
// first heading is given.
func firstCells(t *testing.T, heading string) []string {
	t.Helper()
	src, err := os.ReadFile("../../docs/reports.md")
	require.NoError(t, err)
	_, table, found := strings.Cut(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n| "+heading+" |")
	require.True(t, found, heading)
	table, _, _ = strings.Cut(table, "\n\n")
	var cells []string
	for _, m := range regexp.MustCompile(`(?m)^\| (.*?) \|`).FindAllStringSubmatch(table, -1) {
		cells = append(cells, strings.Trim(m[1], "`"))
	}
	return cells
}

// The page lists the columns of the register and the words for acceptances.
func TestDocs(t *testing.T) {
	var titles, words []string
	for _, c := range tables(report.Register(viewAt(t, sample(t), at)).Blocks)["risks"].Columns {
		titles = append(titles, c.Title)
		if c.ID == "acceptance" {
			words = c.Values
		}
	}
	require.Equal(t, titles, firstCells(t, "column"))
	require.Equal(t, words, firstCells(t, "word"))
}

// TestDocsOfCommonTerms: the record of the page, before and after its approval.
func TestDocsOfCommonTerms(t *testing.T) {
	src, err := os.ReadFile("../../docs/comparing-methods.md")
	require.NoError(t, err)
	_, text, found := strings.Cut(strings.ReplaceAll(string(src), "\r\n", "\n"), "\n```yaml isms\n")
	require.True(t, found)
	text, _, _ = strings.Cut(text, "```\n")
	sys, err := yaml.Decode("page.yaml", []byte(text))
	require.NoError(t, err)
	require.Len(t, report.HeatMaps(viewAt(t, sys, "2026-02-28")), 2)
	maps := report.HeatMaps(viewAt(t, sys, "2026-03-01"))
	require.Len(t, maps, 1)
	require.Len(t, maps[0].Items, 2)
}
